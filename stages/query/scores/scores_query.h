/* The query `scores`: marks that reports give. */
#ifndef ESEP_SCORES_QUERY_H
#define ESEP_SCORES_QUERY_H

#include "query.h"

extern const struct query scores_query;

#endif
