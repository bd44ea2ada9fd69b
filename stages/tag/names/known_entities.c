#include "known_entities.h"

#include "lexicons.h"

static const char *const tables[MENTION_TYPES] = {
	[MENTION_OUTLET] = "outlets",	  [MENTION_LAW] = "laws",
	[MENTION_BODY] = "bodies",	  [MENTION_ORG] = "orgs",
	[MENTION_PLATFORM] = "platforms", [MENTION_PLACE] = "places",
	[MENTION_EVENT] = "events"
};

const char *entities_table(enum mention_type type)
{
	return tables[type];
}

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
	uint32_t term = interned_add(&entities->ids, id), number, first;
	struct entity *entity;

	while (entities->by_id.count <= term)
		LIST_ADD(&entities->by_id);
	first = entities->by_id.items[term];
	for (number = first; number; number = entities->list.items[number].next)
		if (entities->list.items[number].type == type)
			return number;
	number = (uint32_t)entities->list.count;
	entity = LIST_ADD(&entities->list);
	*entity = (struct entity){.id = interned_text(&entities->ids, term),
				  .type = type,
				  .country = STR_NONE,
				  .next = first};
	entities->by_id.items[term] = number;
	return number;
}

struct columns {
	int id, country, year, domain, parent;
};

static void load_row(struct entities *entities, const struct table *table,
		     const struct columns *columns, size_t row,
		     enum mention_type type)
{
	struct str id = table_cell(table, row, columns->id);
	struct str country = table_cell(table, row, columns->country);
	struct str year = table_cell(table, row, columns->year);
	struct str domain = table_cell(table, row, columns->domain);
	uint32_t number = entities_add(entities, id, type);
	struct entity *entity = &entities->list.items[number];
	uint64_t value;

	if (country.len > 0)
		entity->country = interned_text(
			&entities->ids, interned_add(&entities->ids, country));
	if (year.len > 0 && str_number(year, 9999, &value))
		entity->year = (unsigned)value;
	entity->is_article = table_cell(table, row, columns->parent).len > 0;
	if (domain.len > 0) {
		*LIST_ADD(&entities->domains) = interned_text(
			&entities->ids, interned_add(&entities->ids, domain));
		*LIST_ADD(&entities->owners) = number;
	}
}

static void load_rows(struct entities *entities, const struct table *table,
		      enum mention_type type)
{
	const struct columns columns = {
		table_column(table, "id"), table_column(table, "country"),
		table_column(table, "year"), table_column(table, "domain"),
		table_column(table, "parent")
	};

	for (size_t row = 0; row < table->row_count; row++)
		load_row(entities, table, &columns, row, type);
}

int entities_load(struct entities *entities, const char *folder,
		  struct err *err)
{
	for (unsigned type = 0; type < MENTION_TYPES; type++) {
		struct strbuf name = STRBUF_INIT;
		struct table table;
		int rc;

		if (!tables[type])
			continue;
		strbuf_addf(&name, "%s.tsv", tables[type]);
		rc = lexicons_load(&table, folder, name.data, "id", err);
		strbuf_release(&name);
		if (rc < 0)
			return rc;
		load_rows(entities, &table, (enum mention_type)type);
		table_release(&table);
	}
	return 0;
}
