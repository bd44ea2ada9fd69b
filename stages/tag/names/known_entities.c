#include "known_entities.h"

void entities_init(struct entities *entities)
{
	*entities = (struct entities){ .list = { NULL, 0, 0 } };
	LIST_ADD(&entities->list);
	LIST_ADD(&entities->by_id);
	interned_init(&entities->ids);
}

void entities_release(struct entities *entities)
{
	LIST_RELEASE(&entities->list);
	LIST_RELEASE(&entities->by_id);
	LIST_RELEASE(&entities->domains);
	LIST_RELEASE(&entities->owners);
	interned_release(&entities->ids);
}

uint32_t entities_add(struct entities *entities, struct str id,
		      enum mention_type type)
{
	uint32_t string = interned_add(&entities->ids, id), number, first;
	struct entity *entity;

	while (entities->by_id.count <= string)
		LIST_ADD(&entities->by_id);
	first = entities->by_id.items[string];
	for (number = first; number; number = entities->list.items[number].next)
		if (entities->list.items[number].type == type)
			return number;
	number = (uint32_t)entities->list.count;
	entity = LIST_ADD(&entities->list);
	*entity = (struct entity){.id = interned_text(&entities->ids, string),
				  .type = type,
				  .country = STR_NONE,
				  .kind = STR_NONE,
				  .next = first};
	entities->by_id.items[string] = number;
	return number;
}

static struct str keep(struct entities *entities, struct str text)
{
	return interned_text(&entities->ids,
			     interned_add(&entities->ids, text));
}

static bool is_usual(struct str kind)
{
	return str_equal(kind, STR("code")) ||
	       str_equal(kind, STR("constitution"));
}

static int load_row(struct entities *entities, struct table *table, size_t row,
		    enum mention_type type, struct err *err)
{
	struct str country = table_named_cell(table, row, "country");
	struct str year = table_named_cell(table, row, "year");
	struct str domain = table_named_cell(table, row, "domain");
	uint32_t number = entities_add(
		entities, table_named_cell(table, row, "id"), type);
	struct entity *entity = &entities->list.items[number];
	uint64_t value = 0;
	int rc = year.len == 0 ? 0 : table_number(table, row, "year", 9999,
						  &value, err);

	entity->year = (unsigned)value;
	if (country.len > 0)
		entity->country = keep(entities, country);
	entity->is_article = table_named_cell(table, row, "parent").len > 0;
	if (type == MENTION_LAW)
		entity->kind = keep(entities,
				    table_named_cell(table, row, "kind"));
	entity->is_usual = (type == MENTION_LAW &&
			    is_usual(table_named_cell(table, row, "kind"))) ||
			   str_equal(table_named_cell(table, row, "usual"),
				     STR("yes"));
	if (domain.len > 0) {
		*LIST_ADD(&entities->domains) = keep(entities, domain);
		*LIST_ADD(&entities->owners) = number;
	}
	table_take(table, row);
	return rc;
}

/* The table of the things of a type; NULL where it has none. */
static int table_of(const struct knowledge *knowledge, unsigned type,
		    struct table **table, struct err *err)
{
	struct str names = knowledge->types->of[type].names;
	struct strbuf file = STRBUF_INIT;
	int rc;

	*table = NULL;
	if (names.len == 0)
		return 0;
	strbuf_addf(&file, "%.*s.tsv", STR_ARGS(names));
	rc = lexicons_table(knowledge->lexicons, file.data, table, err);
	strbuf_release(&file);
	return rc;
}

int entities_load(struct entities *entities, const struct knowledge *knowledge,
		  struct err *err)
{
	struct table *tables[MENTION_TYPES];
	size_t rows = 0;
	int rc = 0;

	for (unsigned type = 0; rc == 0 && type < MENTION_TYPES; type++) {
		rc = table_of(knowledge, type, &tables[type], err);
		rows += rc == 0 && tables[type] ? tables[type]->row_count : 0;
	}
	LIST_RESERVE(&entities->list, rows);
	LIST_RESERVE(&entities->by_id, rows);
	interned_reserve(&entities->ids, rows);
	for (unsigned type = 0; rc == 0 && type < MENTION_TYPES; type++)
		for (size_t row = 0; rc == 0 && tables[type] &&
				     row < tables[type]->row_count; row++)
			rc = load_row(entities, tables[type], row,
				      (enum mention_type)type, err);
	return rc;
}
