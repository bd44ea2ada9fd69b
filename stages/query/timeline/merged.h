/* The timeline with --merge: a row for each event. */
#ifndef ESEP_MERGED_H
#define ESEP_MERGED_H

#include "event_cells.h"
#include "query.h"

/* Print the events of incidents, with what denies them (see events_find). Which
 * files are one report is told in the notes.
 * names_in  a language, or NULL
 * errors    those of events_find, session_knowledge and output_columns */
int merged_print(struct query_context *context, struct event_ids ids,
		 struct event_ids denials, const char *names_in,
		 struct err *err);

#endif
