#include "timeline.h"

#include "edtf.h"

#include <stdlib.h>

struct timeline_settings {
	struct strings types, places;
	const char *names_in;
	size_t confidence;
};

/* One incident, as far as it decides on the order. */
struct entry {
	struct str document;
	int64_t id, line;
	bool has_date;
	struct edtf parsed;
};

struct entries {
	LIST(struct entry) list;
	struct arena arena;
};

static const struct program_option options[] = {
	{ 't', "type", OPT_LIST, offsetof(struct timeline_settings, types),
	  "TYPE", "only incidents of a type; may be repeated",
	  VALUE_INCIDENT_TYPE, NULL },
	{ 'p', "place", OPT_LIST, offsetof(struct timeline_settings, places),
	  "ID", "only incidents at a place; may be repeated",
	  VALUE_PLACE, NULL },
	{ 'c', "confidence", OPT_NUMBER,
	  offsetof(struct timeline_settings, confidence), "PERCENT",
	  "only incidents whose parties their report names at least so surely",
	  VALUE_PERCENT, NULL },
	{ 0, "names-in", OPT_STRING,
	  offsetof(struct timeline_settings, names_in), "CODE",
	  "names for readers of a language (default: of that of each report)",
	  VALUE_NAME_LANG, NULL },
	{ .name = NULL }
};

static const char list_sql[] =
	"SELECT id, document, line, date, type FROM v_incidents "
	"WHERE " INCIDENT_HOLDS " AND (?1 = 0 OR NOT EXISTS "
	"(SELECT 1 FROM incident_party AS party "
	"WHERE incident = v_incidents.id AND party.entity IS NOT NULL AND "
	"NOT EXISTS (SELECT 1 FROM document JOIN paragraph "
	"ON paragraph.document = document.id JOIN mention "
	"ON mention.id BETWEEN paragraph.first_mention AND last_mention "
	"WHERE document.name = v_incidents.document "
	"AND mention.entity = party.entity AND confidence >= ?1)))";

/* The names of those who had a part in an incident; ?2: for readers of. */
#define NAMES(part) \
	", (SELECT group_concat(name, char(31)) FROM (SELECT coalesce(n.name, " \
	"entity.name, replace(party.name, '_', ' ')) AS name " \
	"FROM incident_party AS party " \
	"LEFT JOIN entity ON entity.id = party.entity " \
	"LEFT JOIN entity_name AS n ON n.entity = party.entity " \
	"AND n.lang = coalesce(?2, document.lang) " \
	"WHERE party.incident = v.id AND role = '" part "' ORDER BY position))"

static const char row_sql[] =
	"SELECT date, type, target" NAMES("target") ", place" NAMES("place")
	", actor" NAMES("actor") ", law" NAMES("law") ", status, date_from, "
	"place_from, actor_class, outcome, number, trigger, document, section, "
	"v.page, v.line, text, v.corrected, v.edition, "
	"v.lang, sentence, citation, (SELECT name FROM incident "
	"WHERE incident.id = v.id) FROM v_incidents AS v "
	"JOIN document ON document.name = v.document WHERE v.id = ?1";

static const struct output_column columns[] = {
	{ "date", OUTPUT_DATE, SHOW_ALWAYS, NULL },
	{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "target", OUTPUT_IDS, SHOW_ASKED, NULL },
	{ "target_name", OUTPUT_LIST, SHOW_ALWAYS, "target" },
	{ "place", OUTPUT_IDS, SHOW_ASKED, NULL },
	{ "place_name", OUTPUT_LIST, SHOW_ALWAYS, "place" },
	{ "actor", OUTPUT_IDS, SHOW_ASKED, NULL },
	{ "actor_name", OUTPUT_LIST, SHOW_ALWAYS, "actor" },
	{ "law", OUTPUT_IDS, SHOW_ASKED, NULL },
	{ "law_name", OUTPUT_LIST, SHOW_ALWAYS, "law" },
	{ "status", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "date_from", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "place_from", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "actor_class", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "outcome", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "number", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "trigger", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "section", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "sentence", OUTPUT_TEXT, SHOW_ALWAYS, "text" },
	{ "corrected", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "edition", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "lang", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "sentence_id", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "citation", OUTPUT_TEXT, SHOW_PAGE, NULL },
	{ "incident", OUTPUT_TEXT, SHOW_ASKED, NULL }
};

/* An incident without a date is behind all others. */
static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = b->has_date - a->has_date;

	if (order == 0 && a->has_date)
		order = edtf_compare(&a->parsed, &b->parsed);
	if (order == 0)
		order = str_compare(a->document, b->document);
	if (order == 0)
		order = (a->line > b->line) - (a->line < b->line);
	if (order == 0) /* in text order within a document */
		order = (a->id > b->id) - (a->id < b->id);
	return order;
}

/* `period`: NULL for all of time. */
static void add_entry(struct entries *entries, struct statement *st,
		      const struct edtf *period)
{
	struct str date = statement_text(st, 3);
	struct edtf parsed;
	bool has_date = edtf_parse(&parsed, date);
	struct entry *entry;

	if (period && (!has_date || !edtf_overlaps(&parsed, period)))
		return;
	entry = LIST_ADD(&entries->list);
	entry->id = statement_number(st, 0);
	entry->document = str_copy(&entries->arena, statement_text(st, 1));
	entry->line = statement_number(st, 2);
	entry->has_date = has_date;
	if (has_date)
		entry->parsed = parsed;
}

/* Those in which one of the list has a part, or that part. */
static void add_parties(struct strbuf *sql, const struct strings *list,
			const char *role)
{
	if (list->count == 0)
		return;
	strbuf_add_z(sql, " AND id IN (SELECT incident FROM incident_party "
		     "WHERE name IN ");
	filters_add_list(sql, list);
	if (role)
		strbuf_addf(sql, " AND role = '%s'", role);
	strbuf_add_char(sql, ')');
}

static int make_list_sql(const struct timeline_settings *settings,
			 const struct query_context *context,
			 struct strbuf *sql, struct err *err)
{
	struct filter_columns asked = filter_columns_of_records;
	int rc;

	asked.sentence = NULL;
	asked.has_dates = true;
	strbuf_add_z(sql, list_sql);
	if (settings->types.count > 0) {
		strbuf_add_z(sql, " AND type IN ");
		filters_add_list(sql, &settings->types);
	}
	add_parties(sql, &context->filters->entities, NULL);
	add_parties(sql, &settings->places, "place");
	rc = query_add_filters(context, &asked, sql, err);
	strbuf_add_z(sql, " ORDER BY document, line, id");
	return rc;
}

/* Nothing in the period: when there is something. */
static int tell_dates(struct query_context *context, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db, "SELECT min(date), max(date) "
				"FROM incident WHERE date GLOB '[0-9]*'", err);

	if (rc < 0)
		return rc;
	rc = statement_step(st, err);
	if (rc > 0 && !statement_is_null(st, 0))
		strbuf_addf(&context->notes, "nothing is in that period; "
			    "incidents of the database are dated from %.*s to "
			    "%.*s\n", STR_ARGS(statement_text(st, 0)),
			    STR_ARGS(statement_text(st, 1)));
	statement_close(st);
	return rc < 0 ? rc : 0;
}

static int find_entries(const struct timeline_settings *settings,
			struct query_context *context, struct entries *entries,
			struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st = NULL;
	struct edtf period;
	bool given;
	int rc = filters_period(context->filters, &period, &given, err);

	if (rc == 0)
		rc = make_list_sql(settings, context, &sql, err);
	if (rc == 0)
		rc = statement_open(&st, context->db, sql.data, err);
	if (rc == 0)
		statement_bind_number(st, 1, (int64_t)settings->confidence);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		add_entry(entries, st, given ? &period : NULL);
	statement_close(st);
	strbuf_release(&sql);
	if (rc == 0 && given && entries->list.count == 0)
		rc = tell_dates(context, err);
	if (entries->list.count > 0)
		qsort(entries->list.items, entries->list.count,
		      sizeof *entries->list.items, compare_entries);
	return rc;
}

static int print_entry(struct query_context *context, struct statement *st,
		       int64_t id, struct err *err)
{
	struct output *out = context->out;
	int rc;

	statement_bind_number(st, 1, id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	for (int i = 0; i < (int)COUNT_OF(columns); i++)
		switch (columns[i].kind) {
		case OUTPUT_IDS:
			output_split(out, statement_text(st, i), ';');
			break;
		case OUTPUT_LIST:
			output_split(out, statement_text(st, i), '\x1f');
			break;
		case OUTPUT_NUMBER:
			output_line(out, statement_number(st, i));
			break;
		default:
			output_text(out, statement_text(st, i));
		}
	statement_reset(st);
	return 0;
}

static int print_entries(struct query_context *context,
			 const struct entries *entries, const char *lang,
			 struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db, row_sql, err);

	if (rc < 0)
		return rc;
	rc = output_columns(context->out, columns, COUNT_OF(columns), err);
	query_bind(st, 2, lang);
	for (size_t i = 0; rc == 0 && i < entries->list.count &&
			   output_left(context->out) > 0; i++)
		rc = print_entry(context, st, entries->list.items[i].id, err);
	statement_close(st);
	return rc;
}

static int timeline_run(const void *settings, struct query_context *context,
			struct err *err)
{
	const struct timeline_settings *chosen = settings;
	struct entries entries = { .arena = ARENA_INIT };
	int rc = query_no_arguments(&timeline_query, context, err);

	if (rc == 0)
		rc = find_entries(settings, context, &entries, err);
	if (rc == 0)
		rc = print_entries(context, &entries, chosen->names_in, err);
	LIST_RELEASE(&entries.list);
	arena_release(&entries.arena);
	return rc;
}

const struct query timeline_query = {
	.program = {
		.name = "timeline",
		.summary = "list incidents in the order of their dates",
		.group = GROUP_ASK,
		.arguments = "DATABASE",
		.description =
"Print a row for every incident of a database: its date, its type, whom it happened to, where, by whom and under which law (canonical ids, and beside each column its names), the words that tell it, the document, its section, page and line, the sentence, what of it was corrected by hand (see esep-load(1)), and how to cite it. A table on a terminal shows the names alone. Names are in the language of the report or of --names-in.\n"
"\n"
"A row is what a report tells: one act that several reports tell, or one report in several languages or twice, has as many rows. A date or a place that a sentence does not have itself may be carried over from what stands before it: see esep-trace(1).\n"
"\n"
"Dates are EDTF (ISO 8601-2): 2022-07-14, 2022-07, 2022, 1995~ (about), 2022-01/2022-03 (from, to). Rows are sorted by date, the longer period before what lies in it and incidents without a date last, then by document and line. With --from and --to an incident is printed if it may have happened in that period: '2022' is printed for --from 2022-06, and one without a date is not.",
		.examples =
"  esep timeline corpus.db --type detention --from 2022-01 --to 2022-06\n"
"      detentions of the first half of 2022\n"
"  esep timeline corpus.db --entity makhambet_abzhan\n"
"      what happened to one person, from report to report\n"
"  esep timeline corpus.db --columns type,date,target --format tsv | tail -n +2 | sort -u | cut -f 1 | uniq -c\n"
"      how many acts of each type are told, those that several reports tell alike once\n",
		.options = options,
		.settings_size = sizeof(struct timeline_settings),
	},
	.run = timeline_run,
};
