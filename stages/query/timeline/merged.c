#include "merged.h"

#include "session.h"

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
	{ "disputed", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "date_from", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "outcome", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "told", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "evidence", OUTPUT_LIST, SHOW_WIDE, NULL },
	{ "document", OUTPUT_LIST, SHOW_ASKED, NULL },
	{ "sentence", OUTPUT_TEXT, SHOW_ALWAYS, "text" },
	{ "sentence_ids", OUTPUT_LIST, SHOW_ASKED, NULL },
	{ "sources", OUTPUT_LIST, SHOW_ALWAYS, NULL }
};

static int print_parties(struct event_cells *cells, const struct event *event,
			 struct err *err)
{
	static const enum event_role order[] = {
		EVENT_TARGET, EVENT_PLACE, EVENT_ACTOR, EVENT_LAW
	};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < COUNT_OF(order); i++) {
		event_cell_ids(cells, event, order[i]);
		rc = event_cell_names(cells, event, order[i], err);
	}
	return rc;
}

static int print_text(struct statement *text, int64_t id, struct output *out,
		      struct err *err)
{
	int rc;

	statement_bind_number(text, 1, id);
	if ((rc = statement_step(text, err)) < 0)
		return rc;
	output_text(out, statement_text(text, 0));
	statement_reset(text);
	return 0;
}

static int print_event(struct event_cells *cells, const struct event *event,
		       struct statement *text, struct err *err)
{
	const struct telling *lead = event_lead(cells->events, event);
	struct output *out = cells->out;
	int rc;

	output_text(out, lead->date);
	output_text(out, lead->type);
	if ((rc = print_parties(cells, event, err)) < 0)
		return rc;
	output_text(out, event_status(cells->events, event));
	rc = event_cell_sources(cells, event, true, SOURCE_CITATION, err);
	if (rc < 0)
		return rc;
	output_text(out, lead->date_from);
	event_cell_outcomes(cells, event);
	output_number(out, (int64_t)event->told);
	output_number(out, (int64_t)event->documents);
	event_cell_evidence(cells, event);
	event_cell_documents(cells, event);
	rc = print_text(text, lead->id, out, err);
	if (rc == 0)
		rc = event_cell_sources(cells, event, false, SOURCE_ID, err);
	if (rc == 0)
		rc = event_cell_sources(cells, event, false, SOURCE_CITATION,
					err);
	return rc;
}

static int print_all(struct query_context *context, const struct events *events,
		     const char *names_in, struct err *err)
{
	struct event_cells cells;
	struct statement *text = NULL;
	int rc = event_cells_open(&cells, context->db, events, context->out,
				  names_in, err);

	if (rc == 0)
		rc = statement_open(&text, context->db, "SELECT text "
				    "FROM v_incidents WHERE id = ?1", err);
	if (rc == 0)
		rc = output_columns(context->out, columns, COUNT_OF(columns),
				    err);
	for (size_t i = 0; rc == 0 && i < events->list.count &&
			   output_left(context->out) > 0; i++)
		rc = print_event(&cells, &events->list.items[i], text, err);
	statement_close(text);
	event_cells_close(&cells);
	return rc;
}

int merged_print(struct query_context *context, struct event_ids ids,
		 struct event_ids denials, const char *names_in,
		 struct err *err)
{
	struct knowledge *knowledge;
	struct events events;
	int rc = session_knowledge(context->session, 0, &knowledge, err);

	if (rc < 0)
		return rc;
	rc = events_find(&events, context->db, knowledge->lexicons, ids,
			 denials, err);
	if (rc == 0)
		rc = print_all(context, &events, names_in, err);
	if (rc == 0)
		events_add_notes(&context->notes, &events);
	events_release(&events);
	return rc;
}
