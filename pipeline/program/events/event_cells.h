/* An event as cells of a row: for programs whose rows are events or are made of
 * them. */
#ifndef ESEP_EVENT_CELLS_H
#define ESEP_EVENT_CELLS_H

#include "events.h"
#include "output.h"

/* What is asked of the database for them. Zeroed at first. */
struct event_cells {
	const struct events *events;
	struct output *out;
	const char *lang;          /* of names; NULL: what most reports have */
	struct statement *names, *sources, *text_of;
	struct strbuf text;
	LIST(struct output_item) items;
};

/* Events and output are borrowed. Close it on an error too.
 * errors: ERR_DATABASE */
int event_cells_open(struct event_cells *cells, struct database *db,
		     const struct events *events, struct output *out,
		     const char *lang, struct err *err);
void event_cells_close(struct event_cells *cells);

/* A cell of OUTPUT_IDS or OUTPUT_LIST: who has that part in any of the
 * sentences, each once. errors: ERR_DATABASE */
void event_cell_ids(struct event_cells *cells, const struct event *event,
		    enum event_role role);
int event_cell_names(struct event_cells *cells, const struct event *event,
		     enum event_role role, struct err *err);

/* The name of an entity, or of a number and noun. errors: ERR_DATABASE */
int event_cell_name(struct event_cells *cells, struct str id,
		    struct err *err);

/* Cells of OUTPUT_LIST: how it ended, each once; why the sentences are one
 * event; the documents that tell it. */
void event_cell_outcomes(struct event_cells *cells, const struct event *event);
void event_cell_evidence(struct event_cells *cells, const struct event *event);
void event_cell_documents(struct event_cells *cells,
			  const struct event *event);

/* A cell of OUTPUT_LIST of the sentences that tell it, or those that deny it:
 * ids, or how to cite each. errors: ERR_DATABASE */
enum event_source { SOURCE_ID, SOURCE_CITATION };
int event_cell_sources(struct event_cells *cells, const struct event *event,
		       bool denials, enum event_source what, struct err *err);

/* A cell of the sentence whose date the event has. errors: ERR_DATABASE */
int event_cell_sentence(struct event_cells *cells, const struct event *event,
			struct err *err);

/* Append a text to texts with \x1f between, unless it is the one before, which
 * begins at *last: two files of one report are cited alike. */
void event_cells_add(struct strbuf *list, size_t *last, struct str text);

/* For a query's notes: which files are one report. */
void events_add_notes(struct strbuf *notes, const struct events *events);

#endif
