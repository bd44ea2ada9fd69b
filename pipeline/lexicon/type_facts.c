#include "lexicons_internal.h"

static int read_choices(const struct table *table, size_t row,
			struct type_fact *fact, struct err *err)
{
	static const char *const quoted[] = { "", "yes", NULL };
	static const char *const small[] = {
		[SMALL_NEVER] = "", [SMALL_ANY] = "any",
		[SMALL_SEVERAL] = "several", [SMALL_ONE] = "one", NULL
	};
	static const char *const common[] = {
		[COMMON_NEVER] = "", [COMMON_HOME] = "home",
		[COMMON_INSIDE] = "inside", NULL
	};
	static const char *const party[] = {
		[PARTY_OF_NONE] = "", [PARTY_OF_PEOPLE] = "people",
		[PARTY_OF_MEDIA] = "media", [PARTY_OF_STATE] = "state",
		[PARTY_OF_OFFICIAL] = "official", [PARTY_OF_ORG] = "org", NULL
	};
	const struct {
		const char *column;
		table_choices choices;
	} cells[] = {
		{ "quoted", quoted }, { "small", small },
		{ "common", common }, { "party", party }
	};
	unsigned chosen[COUNT_OF(cells)] = { 0 };
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < COUNT_OF(cells); i++)
		rc = table_choice(table, row, cells[i].column, cells[i].choices,
				  &chosen[i], err);
	fact->quoted = chosen[0] == 1;
	fact->small = (enum type_small)chosen[1];
	fact->common = (enum type_common)chosen[2];
	fact->party = (enum type_party)chosen[3];
	return rc;
}

static int read_row(struct type_facts *facts, struct mention_types *types,
		    struct table *table, size_t row, struct err *err)
{
	struct str name = table_named_cell(table, row, "type");
	enum mention_type type;
	struct type_fact *fact;
	uint64_t shape = 0;
	int rc;

	if (!mention_types_add(types, name, &type))
		return table_refuse(table, row, err, "type '%.*s': expected at"
				    " most %d letters of a-z and _, and at most"
				    " %d types", STR_ARGS(name),
				    MENTION_TYPE_LONGEST, MENTION_TYPES);
	fact = &facts->of[type];
	if (fact->is_told)
		return table_refuse(table, row, err, "type '%.*s' has a row"
				    " above", STR_ARGS(name));
	fact->is_told = true;
	fact->names = table_named_cell(table, row, "names");
	rc = read_choices(table, row, fact, err);
	if (rc == 0 && table_named_cell(table, row, "shape").len > 0)
		rc = table_number(table, row, "shape", MENTION_TYPES, &shape,
				  err);
	fact->shape = (unsigned)shape;
	if (rc == 0)
		table_take(table, row);
	return rc;
}

int lexicons_types(struct lexicons *lexicons, struct mention_types *types,
		   const struct type_facts **facts, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "mention_types.tsv", &table, err);

	*facts = &lexicons->types;
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = read_row(&lexicons->types, types, table, row, err);
	mention_types_keep(types);
	return rc;
}
