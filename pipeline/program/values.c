#include "values.h"

/* Value, and what is told of it. */
static const char *const lists[VALUE_KINDS] = {
	[VALUE_EDITION] = "SELECT DISTINCT edition, NULL FROM document "
		"WHERE edition IS NOT NULL ORDER BY 1",
	[VALUE_LANG] = "SELECT DISTINCT lang, NULL FROM sentence ORDER BY 1",
	[VALUE_COUNTRY] = "SELECT country, NULL FROM document "
		"WHERE country IS NOT NULL UNION SELECT country, NULL "
		"FROM paragraph WHERE country IS NOT NULL ORDER BY 1",
	[VALUE_SERIES] = "SELECT DISTINCT series, NULL FROM document "
		"WHERE series IS NOT NULL ORDER BY 1",
	[VALUE_DOCUMENT] = "SELECT name, title FROM document ORDER BY name",
	[VALUE_SECTION] = "SELECT code, min(title) FROM section GROUP BY code "
		"ORDER BY min(position), code",
	[VALUE_KIND] = "SELECT DISTINCT kind, NULL FROM paragraph ORDER BY 1",
	[VALUE_ENTITY] = "SELECT id, entity.name FROM entity LEFT JOIN alias "
		"ON entity = id GROUP BY id "
		"ORDER BY coalesce(sum(count), 0) DESC, id",
	[VALUE_PLACE] = "SELECT id, entity.name FROM entity LEFT JOIN alias "
		"ON entity = id WHERE entity.type = 'place' GROUP BY id "
		"ORDER BY coalesce(sum(count), 0) DESC, id",
	[VALUE_ENTITY_TYPE] = "SELECT DISTINCT type, NULL FROM entity "
		"WHERE type IS NOT NULL ORDER BY 1",
	[VALUE_INCIDENT_TYPE] = "SELECT DISTINCT type, NULL FROM incident "
		"ORDER BY 1",
	[VALUE_NAME_LANG] = "SELECT DISTINCT lang, NULL FROM entity_name "
		"ORDER BY 1",
};

int values_list(struct database *db, enum value_kind kind, const char *prefix,
		values_see *see, void *data, struct err *err)
{
	struct statement *st;
	int rc;

	if (!lists[kind])
		return 0;
	rc = statement_open(&st, db, lists[kind], err);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		if (str_has_prefix_any_case(statement_text(st, 0), prefix))
			see(data, statement_text(st, 0), statement_text(st, 1));
	statement_close(st);
	return rc;
}
