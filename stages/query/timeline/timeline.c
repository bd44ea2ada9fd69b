#include "timeline.h"

#include "merged.h"
#include "timeline_internal.h"

static const struct program_option options[] = {
	{ 't', "type", OPT_LIST, offsetof(struct timeline_settings, types),
	  "TYPE,…", "only incidents of these types", VALUE_INCIDENT_TYPE,
	  NULL },
	{ 'p', "place", OPT_LIST, offsetof(struct timeline_settings, places),
	  "ID", "only incidents at a place; may be repeated",
	  VALUE_PLACE, NULL },
	{ 0, "region", OPT_LIST, offsetof(struct timeline_settings, regions),
	  "ID", "only incidents in a country, or a place, wherever in it; may "
	  "be repeated", VALUE_PLACE, NULL },
	{ 0, "target", OPT_LIST, offsetof(struct timeline_settings, targets),
	  "ENTITY", "only what befell somebody; may be repeated", VALUE_ENTITY,
	  NULL },
	{ 0, "actor", OPT_LIST, offsetof(struct timeline_settings, actors),
	  "ENTITY", "only what somebody did; may be repeated", VALUE_ENTITY,
	  NULL },
	{ 0, "law", OPT_LIST, offsetof(struct timeline_settings, laws),
	  "ENTITY", "only incidents under a law, or an article of it; may be "
	  "repeated", VALUE_ENTITY, NULL },
	{ 0, "status", OPT_LIST, offsetof(struct timeline_settings, statuses),
	  "asserted|alleged|denied|planned|general|count|all", "only incidents "
	  "of these statuses (default: asserted and alleged): count is a total "
	  "that a report gives", VALUE_CHOICE, NULL },
	{ 0, "stated", OPT_FLAG, offsetof(struct timeline_settings, stated),
	  NULL, "only incidents whose date their sentence states", VALUE_ANY,
	  NULL },
	{ 'm', "merge", OPT_FLAG, offsetof(struct timeline_settings, merge),
	  NULL, "a row for each event, however many sentences and reports tell "
	  "it", VALUE_ANY, NULL },
	{ 0, "by", OPT_STRING, offsetof(struct timeline_settings, by),
	  TIMELINE_BY, "print how many there are of each", VALUE_CHOICE, NULL },
	{ 0, "sources", OPT_FLAG, offsetof(struct timeline_settings, sources),
	  NULL, "print the footnotes of each sentence too", VALUE_ANY, NULL },
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

/* The names of those who had a part in an incident; ?2: for readers of. */
#define NAMES(part) \
	", (SELECT group_concat(name, char(31)) FROM (SELECT coalesce(n.name, " \
	"entity.name, replace(party.name, '_', ' ')) AS name " \
	"FROM incident_party AS party " \
	"LEFT JOIN entity ON entity.id = party.entity " \
	"LEFT JOIN entity_name AS n ON n.entity = party.entity " \
	"AND n.lang = coalesce(?2, document.lang) " \
	"WHERE party.incident = v.id AND role = '" part "' ORDER BY position))"

#define ROW_SQL(sources) \
	"SELECT date, type, target" NAMES("target") ", place" NAMES("place") \
	", actor" NAMES("actor") ", law" NAMES("law") ", status, date_from, " \
	"place_from, actor_class, outcome, number, trigger, document, " \
	"section, v.page, v.line, text, v.corrected, v.edition, v.lang, " \
	"sentence, citation, (SELECT name FROM incident " \
	"WHERE incident.id = v.id)" sources " FROM v_incidents AS v " \
	"JOIN document ON document.name = v.document WHERE v.id = ?1"

static const struct output_column columns[] = {
	{ "date", OUTPUT_DATE, SHOW_ALWAYS, NULL },
	{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	OUTPUT_NAMED("target"),
	OUTPUT_NAMED("place"),
	OUTPUT_NAMED("actor"),
	OUTPUT_NAMED("law"),
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
	{ "incident", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "sources", OUTPUT_LIST, SHOW_ALWAYS, NULL } /* with --sources */
};

static int print_entry(struct query_context *context, struct statement *st,
		       size_t count, int64_t id, struct err *err)
{
	struct output *out = context->out;
	int rc;

	statement_bind_number(st, 1, id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	for (int i = 0; i < (int)count; i++)
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

static int print_entries(const struct timeline_settings *settings,
			 struct query_context *context,
			 const struct entries *entries, struct err *err)
{
	size_t count = COUNT_OF(columns) - (settings->sources ? 0 : 1);
	struct statement *st;
	int rc = statement_open(&st, context->db, settings->sources ?
				ROW_SQL(", " TIMELINE_SOURCES) : ROW_SQL(""), err);

	if (rc < 0)
		return rc;
	rc = output_columns(context->out, columns, count, err);
	query_bind(st, 2, settings->names_in);
	for (size_t i = 0; rc == 0 && i < entries->list.count &&
			   output_left(context->out) > 0; i++)
		rc = print_entry(context, st, count, entries->list.items[i].id,
				 err);
	statement_close(st);
	return rc;
}

static int print(const struct timeline_settings *settings,
		 struct query_context *context, const struct entries *entries,
		 struct err *err)
{
	if (settings->merge)
		return merged_print(settings, context, entries, err);
	if (settings->by)
		return timeline_count(settings, context, entries, err);
	return print_entries(settings, context, entries, err);
}

static int timeline_run(const void *settings, struct query_context *context,
			struct err *err)
{
	const struct timeline_settings *chosen = settings;
	struct entries entries = { .arena = ARENA_INIT };
	int rc = query_no_arguments(&timeline_query, context, err);

	if (rc == 0 && chosen->merge && chosen->by)
		rc = err_set(err, ERR_USAGE, "--by counts incidents, and "
			     "--merge makes events of them: give one of both");
	if (rc == 0)
		rc = timeline_find(settings, context, &entries, err);
	if (rc == 0)
		rc = print(chosen, context, &entries, err);
	timeline_release(&entries);
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
"A row is what a sentence tells: one act that several sentences, reports or languages tell has as many rows, and with --merge one: the most precise date, all who had a part, in how many sentences and reports it is told, the sentences, how to cite each, and those that deny it (disputed). Incidents are one event that have a type and a target in common and dates that agree: they are equal, or one lies in the other and no second event does. Two days are two events; dates coarser than a day are, where laws, towns, numbers or penalties contradict. A number and noun (3_journalists), or a place where a type has no target, does on one day alone, a law in one month. In files of one report the same words are one row, and what a report tells without a name is what its translation tells in the same section at the same date, if no other row is left there. The column evidence says what joined the sentences: target, date (equal), within (a date in a coarser one), place, actor, law, text, translation. --from, --to and all other filters choose incidents before they are joined.\n"
"\n"
"The columns date_from and place_from tell where a date and a place come from: stated in the sentence, carried from one before it, of a heading, a footnote, a known event, the period of the report, or corrected by hand; --stated keeps the first and the last: see esep-trace(1). What is denied, planned, asked, or told of habits is no incident; such rows, and totals that a report gives ('19 cases of obstruction'), stand in the database with their status, and --status prints them.\n"
"\n"
"--by counts incidents in place of printing them: of each month (a date that is no month's stands beside the months; months without any have a row), year, type, place, outlet that they befell, target, actor, law, status or document. --format ics is a calendar of what has a day; timelinejs and timemap are JSON for TimelineJS 3 and TimeMap, uwazi CSV for the import of Uwazi, svg a chart with a lane for each type, in which a bar is as long as the time in which something happened. How many rows such a format cannot hold is told.\n"
"\n"
"Dates are EDTF (ISO 8601-2): 2022-07-14, 2022-07, 2022, 1995~ (about), 2022-01/2022-03 (from, to). Rows are sorted by date, the longer period before what lies in it and incidents without a date last, then by document and line. With --from and --to an incident is printed if it may have happened in that period: '2022' is printed for --from 2022-06, and one without a date is not.",
		.examples =
"  esep timeline corpus.db --type detention --from 2022-01 --to 2022-06\n"
"      detentions of the first half of 2022\n"
"  esep timeline corpus.db --entity makhambet_abzhan\n"
"      what happened to one person, from report to report\n"
"  esep timeline corpus.db --by month --type detention,conviction\n"
"      how many of them each month\n"
"  esep timeline corpus.db --lang en --format svg > timeline.svg\n"
"      a chart for a report\n"
"  esep timeline corpus.db --merge --columns date,type,target_name,told,citation\n"
"      each event once, with all that tell it\n",
		.options = options,
		.settings_size = sizeof(struct timeline_settings),
	},
	.run = timeline_run,
};
