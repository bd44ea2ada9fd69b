#include "cases_query.h"

#include "case_rows.h"
#include "event_cells.h"
#include "session.h"

struct cases_settings {
	struct strings persons;
	bool open;
	const char *rows, *names_in;
};

static const struct program_option options[] = {
	{ 'p', "person", OPT_LIST, offsetof(struct cases_settings, persons),
	  "ENTITY", "only cases of a person or outlet, by id, name or "
	  "spelling; may be repeated", VALUE_ENTITY, NULL },
	{ 'o', "open", OPT_FLAG, offsetof(struct cases_settings, open), NULL,
	  "only cases that nothing told has ended", VALUE_ANY, NULL },
	{ 'r', "rows", OPT_STRING, offsetof(struct cases_settings, rows),
	  "case|step", "a row for each case (default in tables, html and md), "
	  "or for each of its steps (default elsewhere)", VALUE_CHOICE, NULL },
	{ 0, "names-in", OPT_STRING, offsetof(struct cases_settings, names_in),
	  "CODE", "names for readers of a language (default: of that of most "
	  "reports)", VALUE_NAME_LANG, NULL },
	{ .name = NULL }
};

/* What a question makes of a database. */
struct found {
	struct case_steps steps;
	struct events events;
	struct chains chains;
	LIST(int64_t) ids, denials;
};

static void add_types(struct strbuf *sql, const struct case_steps *steps)
{
	strbuf_add_z(sql, " AND type IN (");
	for (size_t i = 0; i < steps->list.count; i++) {
		strbuf_add_z(sql, i > 0 ? ", " : "");
		filters_add_literal(sql, steps->list.items[i].type);
	}
	strbuf_add_char(sql, ')');
}

/* A period chooses cases, which are whole. */
static int make_sql(struct query_context *context,
		    const struct case_steps *steps, struct strbuf *sql,
		    struct err *err)
{
	const struct strings *entities = &context->filters->entities;
	struct filter_columns asked = filter_columns_of_records;

	asked.sentence = NULL;
	asked.has_dates = true;
	strbuf_add_z(sql, "SELECT id, status = 'denied' FROM v_incidents "
		     "WHERE (" INCIDENT_HOLDS " OR status = 'denied')");
	add_types(sql, steps);
	if (entities->count > 0) {
		strbuf_add_z(sql, " AND id IN (SELECT incident "
			     "FROM incident_party WHERE name IN ");
		filters_add_list(sql, entities);
		strbuf_add_char(sql, ')');
	}
	return query_add_filters(context, &asked, sql, err);
}

static int find_incidents(struct query_context *context, struct found *found,
			  struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st = NULL;
	int rc = make_sql(context, &found->steps, &sql, err);

	if (rc == 0)
		rc = statement_open(&st, context->db, sql.data, err);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		*(statement_number(st, 1) ? LIST_ADD(&found->denials)
					  : LIST_ADD(&found->ids)) =
			statement_number(st, 0);
	statement_close(st);
	strbuf_release(&sql);
	return rc;
}

static int find_cases(struct query_context *context, struct found *found,
		      struct err *err)
{
	struct knowledge *knowledge;
	int rc = session_knowledge(context->session, 0, &knowledge, err);

	if (rc == 0)
		rc = case_steps_open(&found->steps, knowledge->lexicons, err);
	if (rc == 0)
		rc = find_incidents(context, found, err);
	if (rc == 0)
		rc = events_find(&found->events, context->db,
				 knowledge->lexicons,
				 (struct event_ids){ found->ids.items,
						     found->ids.count },
				 (struct event_ids){ found->denials.items,
						     found->denials.count },
				 err);
	if (rc == 0)
		chains_make(&found->chains, &found->events, &found->steps);
	return rc;
}

static void release(struct found *found)
{
	chains_release(&found->chains);
	events_release(&found->events);
	case_steps_release(&found->steps);
	LIST_RELEASE(&found->ids);
	LIST_RELEASE(&found->denials);
}

static int print(const struct cases_settings *settings,
		 struct query_context *context, const struct found *found,
		 struct err *err)
{
	bool by_case = settings->rows ? !strcmp(settings->rows, "case")
				      : output_is_for_people(context->out);
	struct edtf period;
	bool given;
	int rc = filters_period(context->filters, &period, &given, err);
	struct case_wish wish = {
		.persons = &settings->persons, .open = settings->open,
		.period = given ? &period : NULL,
		.names_in = settings->names_in
	};

	if (rc < 0)
		return rc;
	return (by_case ? case_rows_print_cases : case_rows_print_steps)(
		context, &found->events, &found->chains, &wish, err);
}

static int cases_run(const void *settings, struct query_context *context,
		     struct err *err)
{
	struct found found = { .events = { .arena = ARENA_INIT } };
	int rc = query_no_arguments(&cases_query, context, err);

	if (rc == 0)
		rc = find_cases(context, &found, err);
	if (rc == 0)
		rc = print(settings, context, &found, err);
	if (rc == 0)
		events_add_notes(&context->notes, &found.events);
	release(&found);
	return rc;
}

const struct query cases_query = {
	.program = {
		.name = "cases",
		.summary = "follow cases from detention to verdict and release",
		.group = GROUP_ASK,
		.arguments = "DATABASE",
		.description =
"Print what happened to each person or outlet, case by case: from detention and charge to verdict and release, the state that each case is in as far as the reports tell, since when, and since when it is open. A case is open until a release, an acquittal, a fine or the end of the proceedings is told; that a sentence has been served is not known unless a report says it.\n"
"\n"
"A step is an event: all sentences that tell it, in any language, edition or file, joined as esep-timeline(1) does with --merge. told says in how many sentences, citation how to cite each. Tables on a terminal have a row for each case, its steps with how many sentences tell each; with --rows step, and in formats that programs read, there is a row for each step, the case's id in front.\n"
"\n"
"Which types of incidents are steps, and of what state, is in the lexicon case_steps.tsv. Steps are in the order of their dates. A detention or charge goes on with the case of its target that is open, if that has had a step in the last two years and neither names another law; else it begins a new one. A conviction goes on with an open case, or with one from which somebody was released less than two years ago; a fine with an open case; a release with any, an ended one if it ended less than two years ago. Of several cases a step goes on with the one that names its law, else with the newest. One without a date is of the only case of its target, or a case of its own; an end without a date ends it, since somebody was released whenever that was, and others decide no state.\n"
"\n"
"What is not sure is told in the column unsure: 'date', where the date is not that of the sentence but carried over or the year of the report (date_from says from where), or where there is none; 'order', where one date covers the other, as 2023 does 2023-06-14, so that the usual order of steps decided; 'case', where another open case could go on with it. In a row for a case it is told of the last step, and among its steps date_from stands behind a date and '?' behind a type.\n"
"\n"
"Filters choose the incidents that cases are made of, but --from and --to the cases: those with a step that may have been in the period.",
		.examples =
"  esep cases corpus.db --open\n"
"      whose case is still open, and since when\n"
"  esep cases corpus.db --person 'Erlan Kumtasov' --rows step\n"
"      each step with all that tell it\n"
"  esep cases corpus.db --format csv > cases.csv\n"
"      a row for each step, for a spreadsheet\n",
		.options = options,
		.settings_size = sizeof(struct cases_settings),
	},
	.run = cases_run,
};
