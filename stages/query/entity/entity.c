#include "entity.h"

#include "view.h"

struct entity_settings {
	struct view_settings view;
};

static const struct program_option options[] = {
	VIEW_SQL_OPTION(struct entity_settings, view),
	{ .name = NULL }
};

static const struct view_column columns[] = {
	{ { "what", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "name", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "count", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "date", OUTPUT_DATE, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "text", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "id", OUTPUT_TEXT, SHOW_ASKED, NULL }, NULL, 0 },
	{ { "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "citation", OUTPUT_TEXT, SHOW_PAGE, NULL }, NULL, 0 },
};

/* `named` stands before it: the mentions of the entity `asked` that filters
 * leave. Of a spelling that place is told which min() is of, the first one, as
 * SQLite has it for columns beside an aggregate (lang_select.html). */
static const char parts_sql[] =
	"SELECT 1 AS place, entity.type AS what, entity.name,\n"
	"  (SELECT count(*) FROM named) AS count, NULL AS date, "
	"entity.corrected AS text,\n"
	"  entity.id, NULL AS document, NULL AS page, NULL AS line, "
	"NULL AS citation, NULL AS rank\n"
	"  FROM entity JOIN asked ON entity.id = asked.id\n"
	"UNION ALL SELECT 2, 'name', name, NULL, NULL, 'in ' || lang, NULL, "
	"NULL, NULL, NULL, NULL, lang\n"
	"  FROM entity_name JOIN asked ON entity = asked.id\n"
	"UNION ALL SELECT 3, 'spelling', form, count(*), NULL, text, NULL, "
	"document, page, line,\n"
	"  citation, printf('%09d', 999999999 - count(*) +\n"
	"  0 * length(min(document || printf('%09d', line)))) FROM named "
	"GROUP BY form\n"
	"UNION ALL SELECT 4, 'edition', edition, count(*), NULL,\n"
	"  count(DISTINCT document) || ' documents', NULL, NULL, NULL, NULL, "
	"NULL, edition\n"
	"  FROM named GROUP BY edition\n"
	"UNION ALL SELECT 5, 'section', section, count(*), NULL, NULL, NULL, "
	"NULL, NULL, NULL, NULL,\n"
	"  printf('%09d', 999999999 - count(*)) FROM named "
	"WHERE section IS NOT NULL\n  GROUP BY section\n"
	"UNION ALL SELECT 6, 'named with', entity.name,\n"
	"  count(DISTINCT other.sentence), NULL, entity.type, entity.id, NULL, "
	"NULL, NULL, NULL,\n"
	"  printf('%09d', 999999999 - count(DISTINCT other.sentence))\n"
	"  FROM (SELECT DISTINCT sentence_row FROM named) AS here\n"
	"  JOIN v_mentions AS other ON other.sentence_row = here.sentence_row\n"
	"  JOIN entity ON entity.id = other.entity\n"
	"  WHERE other.entity NOT IN (SELECT id FROM asked) "
	"GROUP BY entity.id\n"
	"UNION ALL SELECT 7, role || ' of ' || type, trigger, NULL, date, "
	"text, NULL, document, page,\n"
	"  line, citation, coalesce(date, 'Z') FROM told "
	"JOIN incident_party AS party\n"
	"  ON party.incident = told.id AND party.entity IN "
	"(SELECT id FROM asked)\n"
	"UNION ALL SELECT 8, 'says', cue, NULL, NULL, quote, NULL, document, "
	"page, line, citation,\n"
	"  document || printf('%09d', id) FROM said "
	"WHERE speaker IN (SELECT id FROM asked)\n"
	"UNION ALL SELECT 9, 'is spoken of', name, NULL, NULL, quote, speaker, "
	"document, page, line,\n"
	"  citation, document || printf('%09d', id) FROM said\n"
	"  WHERE sentence_row IN (SELECT sentence_row FROM named)\n"
	"  AND speaker IS NOT (SELECT id FROM asked)";

static const struct view entity_view = {
	.columns = columns,
	.count = COUNT_OF(columns),
	.order = "place, rank, name, document, line",
};

static int add_part(struct strbuf *from, const char *name, const char *view,
		    const char *condition, const struct query_context *context,
		    struct err *err)
{
	int rc;

	strbuf_addf(from, "%s AS (SELECT * FROM %s WHERE %s", name, view,
		    condition);
	rc = query_add_filters(context, &filter_columns_of_records, from, err);
	strbuf_add_z(from, ")");
	return rc;
}

static int add_from(struct strbuf *from, const struct query_context *context,
		    struct err *err)
{
	int rc;

	strbuf_add_z(from, "(WITH asked AS (SELECT ");
	filters_add_literal(from, str_of(context->arguments.items[0]));
	strbuf_add_z(from, " AS id),\n");
	rc = add_part(from, "named", "v_mentions",
		      "entity IN (SELECT id FROM asked)", context, err);
	strbuf_add_z(from, ",\n");
	if (rc == 0)
		rc = add_part(from, "told", "v_incidents",
			      INCIDENT_HOLDS, context, err);
	strbuf_add_z(from, ",\n");
	if (rc == 0)
		rc = add_part(from, "said", "v_quotations", "true", context,
			      err);
	strbuf_addf(from, "\n%s)", parts_sql);
	return rc;
}

static int entity_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct entity_settings *chosen = settings;
	struct strbuf from = STRBUF_INIT;
	int rc = 0;

	if (context->arguments.count != 1)
		return err_set(err, ERR_USAGE, "name one entity, by its id or "
			       "its name");
	rc = add_from(&from, context, err);
	if (rc == 0)
		rc = view_run(&entity_view, &chosen->view, strbuf_view(&from),
			      STR_NONE, context, err);
	strbuf_release(&from);
	return rc;
}

const struct query entity_query = {
	.program = {
		.name = "entity",
		.summary = "tell all about one name",
		.group = GROUP_LOOK,
		.arguments = "DATABASE ENTITY",
		.description =
"Print all that a database has about one entity, which is named by its id, or by a name or spelling that is its own: a row for what it is and how often it is named, its names by language, its spellings, each with the first place where it stands, how often each edition and section names it, who and what is named in the same sentences, incidents in which it has a part, what it says, and what others say where it is named.",
		.examples =
"  esep entity corpus.db erlan_kumtasov\n"
"      a person, from report to report\n"
"  esep entity corpus.db 'Kunbatys.xt' --edition 2025 --format xlsx > outlet.xlsx\n"
"      an outlet in one year, for a spreadsheet\n",
		.options = options,
		.settings_size = sizeof(struct entity_settings),
		.argument_values = VALUE_ENTITY,
	},
	.run = entity_run,
};
