/* The query `cases`: what happened to one person or outlet, step by step, and
 * where it stands. */
#ifndef ESEP_CASES_QUERY_H
#define ESEP_CASES_QUERY_H

#include "query.h"

extern const struct query cases_query;

#endif
