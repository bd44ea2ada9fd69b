#include "rules.h"

#include "string_map.h"

#include <stdlib.h>

struct rules {
	struct table *table;
	struct string_map rows;  /* a key's row + 1 */
	LIST(unsigned) percents; /* of each row */
	struct strbuf key;       /* reused */
};

/* The row of a rule and a type, or of the rule, in what `string_map` gives. */
static uint32_t find(struct rules *rules, struct str rule, struct str type)
{
	strbuf_clear(&rules->key);
	strbuf_add(&rules->key, rule);
	strbuf_add_char(&rules->key, '\t');
	strbuf_add(&rules->key, type);
	return string_map_find(&rules->rows, strbuf_view(&rules->key));
}

static int add_row(struct rules *rules, size_t row, struct err *err)
{
	struct table *table = rules->table;
	struct str rule = table_named_cell(table, row, "rule");
	struct str type = table_named_cell(table, row, "type");
	bool sure = table_named_cell(table, row, "found").len == 0;
	uint64_t found = 0, right = 0;
	int rc = 0;

	if (!sure)
		rc = table_number(table, row, "found", UINT32_MAX, &found, err);
	if (rc == 0 && !sure)
		rc = table_number(table, row, "right", found, &right, err);
	if (rc == 0 && find(rules, rule, type))
		rc = table_refuse(table, row, err, "the rule has such a row "
				  "above");
	else if (rc == 0 && type.len > 0 && !find(rules, rule, STR_NONE))
		rc = table_refuse(table, row, err, "the rule has no row above "
				  "without a type");
	if (rc < 0)
		return rc;
	find(rules, rule, type); /* its key */
	string_map_add(&rules->rows, strbuf_view(&rules->key),
		       (uint32_t)row + 1);
	*LIST_ADD(&rules->percents) = sure ? 100 : found == 0 ? 0 :
		(unsigned)((200 * (right + 1) + found + 2) / (2 * (found + 2)));
	table_take(table, row);
	return 0;
}

int rules_open(struct rules **out, struct lexicons *lexicons, struct err *err)
{
	struct rules *rules = memory_get_zeroed(sizeof *rules);
	int rc = lexicons_table(lexicons, "rules.tsv", &rules->table, err);

	for (size_t row = 0; rc == 0 && row < rules->table->row_count; row++)
		rc = add_row(rules, row, err);
	if (rc < 0) {
		rules_close(rules);
		rules = NULL;
	}
	*out = rules;
	return rc;
}

void rules_close(struct rules *rules)
{
	if (!rules)
		return;
	string_map_release(&rules->rows);
	LIST_RELEASE(&rules->percents);
	strbuf_release(&rules->key);
	free(rules);
}

unsigned rules_confidence(struct rules *rules, struct str rule,
			  struct str type)
{
	uint32_t row = find(rules, rule, type);

	if (!row)
		row = find(rules, rule, STR_NONE);
	return row ? rules->percents.items[row - 1] : 0;
}

struct str rules_what(struct rules *rules, struct str rule)
{
	uint32_t row = find(rules, rule, STR_NONE);

	return row ? table_named_cell(rules->table, row - 1, "what") : STR_NONE;
}
