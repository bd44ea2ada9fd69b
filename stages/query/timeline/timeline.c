#include "timeline.h"

#include "edtf.h"
#include "merged.h"

#include <stdlib.h>

struct timeline_settings {
	struct strings types, places;
	const char *names_in;
	size_t confidence;
	bool merge;
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
	size_t unsure; /* whose parties have no confidence, where it is asked */
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
	{ 'm', "merge", OPT_FLAG, offsetof(struct timeline_settings, merge),
	  NULL, "a row for each event, however many sentences and reports tell "
	  "it", VALUE_ANY, NULL },
	{ .name = NULL }
};

/* How sure the report is of an entity; NULL: it has no mention there that says
 * so. */
#define SURELY \
	"(SELECT max(confidence) FROM document JOIN paragraph " \
	"ON paragraph.document = document.id JOIN mention " \
	"ON mention.id BETWEEN paragraph.first_mention AND last_mention " \
	"WHERE document.name = v_incidents.document " \
	"AND mention.entity = party.entity)"
#define HAS_PARTY \
	"EXISTS (SELECT 1 FROM incident_party AS party " \
	"WHERE incident = v_incidents.id AND party.entity IS NOT NULL AND "

static const char list_sql[] =
	"SELECT id, document, line, date, type, ?1 > 0 AND " HAS_PARTY SURELY
	" IS NULL) FROM v_incidents WHERE (?1 = 0 OR NOT " HAS_PARTY SURELY
	" < ?1)) AND ";

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
	", actor" NAMES("actor") ", law" NAMES("law") ", status, date_from, "
	"place_from, actor_class, outcome, number, trigger, document, section, "
	"v.page, v.line, text, v.corrected, v.edition, "
	"v.lang, sentence, citation FROM v_incidents AS v "
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
	{ "citation", OUTPUT_TEXT, SHOW_PAGE, NULL }
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
	entries->unsure += statement_number(st, 5) != 0;
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

/* `holds`: which of them count, in SQL. */
static int make_list_sql(const struct timeline_settings *settings,
			 const struct query_context *context,
			 const char *holds, struct strbuf *sql,
			 struct err *err)
{
	struct filter_columns asked = filter_columns_of_records;
	int rc;

	asked.sentence = NULL;
	asked.has_dates = true;
	strbuf_add_z(sql, list_sql);
	strbuf_add_z(sql, holds);
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

/* Nothing is dropped for what nobody can know; it is told. */
static void tell_unsure(struct query_context *context,
			const struct entries *entries)
{
	if (entries->unsure > 0)
		strbuf_addf(&context->notes, "%zu incidents are kept though "
			    "it is not known how surely a party of theirs is "
			    "named\n", entries->unsure);
}

static int find_entries(const struct timeline_settings *settings,
			struct query_context *context, const char *holds,
			struct entries *entries, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st = NULL;
	struct edtf period;
	bool given;
	int rc = filters_period(context->filters, &period, &given, err);

	if (rc == 0)
		rc = make_list_sql(settings, context, holds, &sql, err);
	if (rc == 0)
		rc = statement_open(&st, context->db, sql.data, err);
	if (rc == 0)
		statement_bind_number(st, 1, (int64_t)settings->confidence);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		add_entry(entries, st, given ? &period : NULL);
	statement_close(st);
	strbuf_release(&sql);
	return rc;
}

static int list_entries(const struct timeline_settings *settings,
			struct query_context *context, struct entries *entries,
			struct err *err)
{
	int rc = find_entries(settings, context, INCIDENT_HOLDS, entries, err);

	tell_unsure(context, entries);
	if (rc == 0 && entries->list.count == 0 &&
	    (context->filters->from || context->filters->to))
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

static int print_rows(const struct timeline_settings *settings,
		      struct query_context *context, struct err *err)
{
	struct entries entries = { .arena = ARENA_INIT };
	int rc = list_entries(settings, context, &entries, err);

	if (rc == 0)
		rc = print_entries(context, &entries, settings->names_in, err);
	LIST_RELEASE(&entries.list);
	arena_release(&entries.arena);
	return rc;
}

static struct event_ids ids_of(const struct entries *entries,
			       struct arena *arena)
{
	int64_t *ids = arena_get(arena, (entries->list.count + 1) *
						sizeof *ids);

	for (size_t i = 0; i < entries->list.count; i++)
		ids[i] = entries->list.items[i].id;
	return (struct event_ids){ ids, entries->list.count };
}

/* Denials too are of the part of the corpus that is asked about. */
static int print_events(const struct timeline_settings *settings,
			struct query_context *context, struct err *err)
{
	struct entries entries = { .arena = ARENA_INIT };
	struct entries denials = { .arena = ARENA_INIT };
	int rc = list_entries(settings, context, &entries, err);

	if (rc == 0)
		rc = find_entries(settings, context, "status = 'denied'",
				  &denials, err);
	if (rc == 0)
		rc = merged_print(context, ids_of(&entries, &entries.arena),
				  ids_of(&denials, &denials.arena),
				  settings->names_in, err);
	LIST_RELEASE(&entries.list);
	LIST_RELEASE(&denials.list);
	arena_release(&entries.arena);
	arena_release(&denials.arena);
	return rc;
}

static int timeline_run(const void *settings, struct query_context *context,
			struct err *err)
{
	const struct timeline_settings *chosen = settings;
	int rc = query_no_arguments(&timeline_query, context, err);

	if (rc < 0)
		return rc;
	return chosen->merge ? print_events(chosen, context, err)
			     : print_rows(chosen, context, err);
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
"A row is what a sentence tells: one act that several sentences, reports or languages tell has as many rows. With --merge it has one: the most precise date, all who had a part, in how many sentences and reports it is told, the sentences and how to cite each, and those that deny it (disputed). Incidents are one event that have a type and a target in common and dates that agree: they are equal, or one lies in the other and no second event does. Two days are two events; dates coarser than a day are, where laws, towns, numbers or penalties contradict. A number and noun (3_journalists), or a place where a type has no target, does on one day alone, a law in one month. In files of one report the same words are one row, and what a report tells without a name is what its translation tells in the same section at the same date, if no other row is left there. The column evidence says what joined the sentences: target, date (equal), within (a date in a coarser one), place, actor, law, text, translation. --from, --to and all other filters choose incidents before they are joined.\n"
"\n"
"A date or a place that a sentence does not have itself may be carried over from what stands before it: see esep-trace(1).\n"
"\n"
"Dates are EDTF (ISO 8601-2): 2022-07-14, 2022-07, 2022, 1995~ (about), 2022-01/2022-03 (from, to). Rows are sorted by date, the longer period before what lies in it and incidents without a date last, then by document and line. With --from and --to an incident is printed if it may have happened in that period: '2022' is printed for --from 2022-06, and one without a date is not.",
		.examples =
"  esep timeline corpus.db --type detention --from 2022-01 --to 2022-06\n"
"      detentions of the first half of 2022\n"
"  esep timeline corpus.db --entity makhambet_abzhan\n"
"      what happened to one person, from report to report\n"
"  esep timeline corpus.db --merge --columns date,type,target_name,told,sources\n"
"      each event once, with all that tell it\n",
		.options = options,
		.settings_size = sizeof(struct timeline_settings),
	},
	.run = timeline_run,
};
