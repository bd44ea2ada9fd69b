/* The query `candidates`: names that no table has. */
#ifndef ESEP_CANDIDATES_H
#define ESEP_CANDIDATES_H

#include "query.h"

extern const struct query candidates_query;

#endif
