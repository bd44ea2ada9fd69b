#include "timeline.h"

#include "edtf.h"

#include <stdlib.h>

struct timeline_settings {
	struct strings types;
	const char *entity, *place, *from, *to, *lang;
	size_t confidence;
};

/* The period that --from and --to give. */
struct period {
	bool given;
	struct edtf dates;
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
	  "TYPE", "only incidents of a type, as detention; may be repeated",
	  VALUE_INCIDENT_TYPE, NULL },
	{ 'e', "entity", OPT_STRING, offsetof(struct timeline_settings, entity),
	  "ID", "only incidents in which the entity has any part",
	  VALUE_ENTITY, NULL },
	{ 'p', "place", OPT_STRING, offsetof(struct timeline_settings, place),
	  "ID", "only incidents at a place",
	  VALUE_PLACE, NULL },
	{ 0, "from", OPT_STRING, offsetof(struct timeline_settings, from),
	  "DATE", "only what may have happened on or after a date (EDTF)",
	  VALUE_DATE, NULL },
	{ 0, "to", OPT_STRING, offsetof(struct timeline_settings, to),
	  "DATE", "only what may have happened on or before a date (EDTF)",
	  VALUE_DATE, NULL },
	{ 'c', "confidence", OPT_NUMBER,
	  offsetof(struct timeline_settings, confidence), "PERCENT",
	  "only incidents whose parties their report names at least so surely",
	  VALUE_PERCENT, NULL },
	{ 'l', "lang", OPT_STRING, offsetof(struct timeline_settings, lang),
	  "CODE", "names for readers of a language (default: of that of each "
	  "report)",
	  VALUE_NAME_LANG, NULL },
	{ .name = NULL }
};

static const char list_sql[] =
	"SELECT id, document, line, date, type FROM v_incidents "
	"WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM incident_party "
	"WHERE incident = v_incidents.id AND name = ?1)) "
	"AND (?2 IS NULL OR EXISTS (SELECT 1 FROM incident_party "
	"WHERE incident = v_incidents.id AND role = 'place' AND name = ?2)) "
	"AND (?3 = 0 OR NOT EXISTS (SELECT 1 FROM incident_party AS party "
	"WHERE incident = v_incidents.id AND party.entity IS NOT NULL AND "
	"NOT EXISTS (SELECT 1 FROM document JOIN paragraph "
	"ON paragraph.document = document.id JOIN mention "
	"ON mention.id BETWEEN paragraph.first_mention AND last_mention "
	"WHERE document.name = v_incidents.document "
	"AND mention.entity = party.entity AND confidence >= ?3))) "
	"ORDER BY document, line, id";

/* The names of those who had a part in an incident; ?2: for readers of. */
#define NAMES(part) \
	", (SELECT group_concat(name, char(31)) FROM (SELECT coalesce(n.name, " \
	"entity.name, party.name) AS name FROM incident_party AS party " \
	"LEFT JOIN entity ON entity.id = party.entity " \
	"LEFT JOIN entity_name AS n ON n.entity = party.entity " \
	"AND n.lang = coalesce(?2, document.lang) " \
	"WHERE party.incident = v.id AND role = '" part "' ORDER BY position))"

static const char row_sql[] =
	"SELECT date, type, target" NAMES("target") ", place" NAMES("place")
	", actor" NAMES("actor") ", law" NAMES("law") ", trigger, "
	"document, section, v.page, v.line, text, v.corrected, title, "
	"document.edition FROM v_incidents AS v "
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
	{ "trigger", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "section", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "sentence", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "corrected", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "citation", OUTPUT_TEXT, SHOW_ASKED, NULL }
};

/* Columns of the SQL, behind which two stand for the citation. */
enum { DOCUMENT = 11, SECTION, PAGE, LINE, CITATION = COUNT_OF(columns) - 1,
       EDITION };

static int parse_date(const char *option, const char *text, struct edtf *date,
		      struct err *err)
{
	if (edtf_parse(date, str_of(text)))
		return 0;
	return err_set(err, ERR_USAGE,
		       "--%s takes a date such as 2022, 2022-07 or 2022-07-14, "
		       "not '%s'", option, text);
}

static int make_period(const struct timeline_settings *settings,
		       struct period *period, struct err *err)
{
	struct edtf from, to;
	struct strbuf text = STRBUF_INIT;
	bool possible;
	int rc = 0;

	period->given = settings->from || settings->to;
	if (settings->from)
		rc = parse_date("from", settings->from, &from, err);
	if (rc == 0 && settings->to)
		rc = parse_date("to", settings->to, &to, err);
	if (rc < 0 || !period->given)
		return rc;
	if (settings->from && settings->to) {
		possible = edtf_make_interval(&period->dates, &from, &to);
	} else {
		if (settings->to)
			strbuf_add_z(&text, "../");
		edtf_add(&text, settings->from ? &from : &to);
		if (settings->from)
			strbuf_add_z(&text, "/..");
		possible = edtf_parse(&period->dates, strbuf_view(&text));
	}
	strbuf_release(&text);
	if (!possible)
		return err_set(err, ERR_USAGE,
			       "--from and --to enclose no period");
	return 0;
}

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

static void add_entry(struct entries *entries, struct statement *st,
		      const struct period *period)
{
	struct str date = statement_text(st, 3);
	struct edtf parsed;
	bool has_date = edtf_parse(&parsed, date);
	struct entry *entry;

	if (period->given &&
	    (!has_date || !edtf_overlaps(&parsed, &period->dates)))
		return;
	entry = LIST_ADD(&entries->list);
	entry->id = statement_number(st, 0);
	entry->document = str_copy(&entries->arena, statement_text(st, 1));
	entry->line = statement_number(st, 2);
	entry->has_date = has_date;
	if (has_date)
		entry->parsed = parsed;
}

/* An id, or NULL; one that was merged stands for the other. */
static int bind_id(struct query_context *context, struct statement *st, int at,
		   const char *id, struct err *err)
{
	struct strbuf merged = STRBUF_INIT;
	int rc = query_merged(context, id, &merged, err);

	query_bind(st, at, id ? merged.data : NULL);
	strbuf_release(&merged);
	return rc;
}

static int find_entries(const struct timeline_settings *settings,
			struct query_context *context, struct entries *entries,
			struct err *err)
{
	struct period period;
	struct statement *st;
	int rc = make_period(settings, &period, err);

	if (rc < 0 || (rc = statement_open(&st, context->db, list_sql,
					   err)) < 0)
		return rc;
	rc = bind_id(context, st, 1, settings->entity, err);
	if (rc == 0)
		rc = bind_id(context, st, 2, settings->place, err);
	statement_bind_number(st, 3, (int64_t)settings->confidence);
	if (rc < 0) {
		statement_close(st);
		return rc;
	}
	while ((rc = statement_step(st, err)) > 0)
		if (query_wants(&settings->types, statement_text(st, 4)))
			add_entry(entries, st, &period);
	statement_close(st);
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
	for (int i = 0; i < CITATION; i++)
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
	query_print_citation(context, &(struct query_place){
		.title = statement_text(st, CITATION),
		.document = statement_text(st, DOCUMENT),
		.edition = statement_text(st, EDITION),
		.section = statement_text(st, SECTION),
		.page = statement_number(st, PAGE),
		.line = statement_number(st, LINE) });
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
	const char *lang = chosen->lang;
	struct entries entries = { .arena = ARENA_INIT };
	int rc = query_no_arguments(context, err);

	if (rc == 0)
		rc = query_check_confidence(chosen->confidence, err);
	if (rc == 0)
		rc = query_check_lang(context, lang, err);
	if (rc == 0)
		rc = find_entries(settings, context, &entries, err);
	if (rc == 0)
		rc = print_entries(context, &entries, lang, err);
	LIST_RELEASE(&entries.list);
	arena_release(&entries.arena);
	return rc;
}

const struct query timeline_query = {
	.program = {
		.name = "timeline",
		.summary = "list incidents in the order of their dates",
		.arguments = "DATABASE",
		.description =
"Print a row for every incident of a database: its date, its type, whom it happened to, where, by whom and under which law (canonical ids, and beside each column its names), the words that tell it, the document, its section, page and line, the sentence, what of it was corrected by hand (see esep-load(1)), and how to cite it. A table on a terminal shows the names alone. Names are in the language of the report or of --lang.\n"
"\n"
"Dates are EDTF (ISO 8601-2): 2022-07-14, 2022-07, 2022, 1995~ (about), 2022-01/2022-03 (from, to). Rows are sorted by date, the longer period before what lies in it and incidents without a date last, then by document and line. With --from and --to an incident is printed if it may have happened in that period: '2022' is printed for --from 2022-06, and one without a date is not.",
		.examples =
"  esep timeline corpus.db --type detention --from 2022-01 --to 2022-06\n"
"      detentions of the first half of 2022\n"
"  esep timeline corpus.db --entity makhambet_abzhan\n"
"      what happened to one person, from report to report\n"
"  esep timeline corpus.db --columns type --format tsv | sort | uniq -c\n"
"      how many incidents there are of each type\n",
		.options = options,
		.settings_size = sizeof(struct timeline_settings),
	},
	.run = timeline_run,
};
