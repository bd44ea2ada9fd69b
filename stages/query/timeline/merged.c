#include "merged.h"

#include "event_cells.h"
#include "session.h"

static const struct output_column columns[] = {
	{ "date", OUTPUT_DATE, SHOW_ALWAYS, NULL },
	{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	OUTPUT_NAMED("target"),
	OUTPUT_NAMED("place"),
	OUTPUT_NAMED("actor"),
	OUTPUT_NAMED("law"),
	{ "status", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "disputed", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "date_from", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "outcome", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "told", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "evidence", OUTPUT_LIST, SHOW_WIDE, NULL },
	{ "document", OUTPUT_LIST, SHOW_ASKED, NULL },
	{ "sentence", OUTPUT_TEXT, SHOW_ALWAYS, "text" },
	{ "incident", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "sentence_id", OUTPUT_LIST, SHOW_ASKED, NULL },
	{ "citation", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "sources", OUTPUT_LIST, SHOW_ALWAYS, NULL } /* with --sources */
};

/* What a row needs. */
struct merged {
	struct event_cells cells;
	struct statement *footnotes; /* NULL: they are not asked for */
	struct strbuf found;
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

/* The footnotes of all its sentences. */
static int print_footnotes(struct merged *m, const struct event *event,
			   struct err *err)
{
	const struct telling *tellings = m->cells.events->tellings.items;
	struct str list;
	size_t last = 0;
	int rc = 0;

	strbuf_clear(&m->found);
	for (size_t i = 0; rc >= 0 && i < event->count; i++) {
		size_t at = event->tellings[i];

		if (i > 0 && tellings[event->tellings[i - 1]].sentence ==
				     tellings[at].sentence)
			continue;
		statement_bind_number(m->footnotes, 1, tellings[at].id);
		rc = statement_step(m->footnotes, err);
		list = statement_text(m->footnotes, 0);
		if (rc > 0 && list.len > 0)
			event_cells_add(&m->found, &last, list);
		statement_reset(m->footnotes);
	}
	if (rc >= 0)
		output_split(m->cells.out, strbuf_view(&m->found), '\x1f');
	return rc < 0 ? rc : 0;
}

static int print_sources(struct merged *m, const struct event *event,
			 struct err *err)
{
	int rc = event_cell_sources(&m->cells, event, false, SOURCE_ID, err);

	if (rc == 0)
		rc = event_cell_sources(&m->cells, event, false,
					SOURCE_CITATION, err);
	if (rc == 0 && m->footnotes)
		rc = print_footnotes(m, event, err);
	return rc;
}

static int print_event(struct merged *m, const struct event *event,
		       struct err *err)
{
	struct event_cells *cells = &m->cells;
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
	rc = event_cell_sentence(cells, event, err);
	output_text(out, lead->name);
	return rc == 0 ? print_sources(m, event, err) : rc;
}

static int open_merged(struct merged *m, const struct timeline_settings *chosen,
		       struct query_context *context,
		       const struct events *events, struct err *err)
{
	int rc = event_cells_open(&m->cells, context->db, events, context->out,
				  chosen->names_in, err);

	if (rc == 0 && chosen->sources)
		rc = statement_open(&m->footnotes, context->db, "SELECT "
				    TIMELINE_SOURCES " FROM v_incidents AS v "
				    "WHERE v.id = ?1", err);
	return rc;
}

static int print_all(const struct timeline_settings *settings,
		     struct query_context *context, const struct events *events,
		     struct err *err)
{
	struct merged m = { .found = STRBUF_INIT };
	int rc = open_merged(&m, settings, context, events, err);

	if (rc == 0)
		rc = output_columns(context->out, columns, COUNT_OF(columns) -
				    (settings->sources ? 0 : 1), err);
	for (size_t i = 0; rc == 0 && i < events->list.count &&
			   output_left(context->out) > 0; i++)
		rc = print_event(&m, &events->list.items[i], err);
	statement_close(m.footnotes);
	event_cells_close(&m.cells);
	strbuf_release(&m.found);
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
static int find_events(const struct timeline_settings *settings,
		       struct query_context *context,
		       const struct entries *entries, struct events *events,
		       struct err *err)
{
	struct entries denials = { .arena = ARENA_INIT };
	struct knowledge *knowledge;
	int rc = session_knowledge(context->session, 0, &knowledge, err);

	if (rc == 0 && settings->statuses.count == 0)
		rc = timeline_find_denied(settings, context, &denials, err);
	if (rc == 0)
		rc = events_find(events, context->db, knowledge->lexicons,
				 ids_of(entries, &context->arena),
				 ids_of(&denials, &context->arena), err);
	timeline_release(&denials);
	return rc;
}

int merged_print(const struct timeline_settings *settings,
		 struct query_context *context, const struct entries *entries,
		 struct err *err)
{
	struct events events = { .arena = ARENA_INIT };
	int rc = find_events(settings, context, entries, &events, err);

	if (rc == 0)
		rc = print_all(settings, context, &events, err);
	if (rc == 0)
		events_add_notes(&context->notes, &events);
	events_release(&events);
	return rc;
}
