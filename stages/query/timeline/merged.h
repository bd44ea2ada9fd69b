/* The timeline with --merge: a row for each event. */
#ifndef ESEP_MERGED_H
#define ESEP_MERGED_H

#include "timeline_internal.h"

/* Print the events of incidents. What denies them is looked for, unless the
 * status of rows is asked for. Which files are one report is told in the notes.
 * errors  those of events_find, session_knowledge and output_columns */
int merged_print(const struct timeline_settings *settings,
		 struct query_context *context, const struct entries *entries,
		 struct err *err);

#endif
