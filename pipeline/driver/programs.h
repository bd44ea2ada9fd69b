/* The table of all programs: the one place that knows every stage and query. */
#ifndef ESEP_PROGRAMS_H
#define ESEP_PROGRAMS_H

#include "query.h"
#include "stage.h"

/* In the order of the pipeline; NULL at the end. */
extern const struct stage *const all_stages[];
extern const struct query *const all_queries[];

/* The row of a program by its name without "esep-"; NULL if there is none. */
const struct stage *find_stage(const char *name);
const struct query *find_query(const char *name);

#endif
