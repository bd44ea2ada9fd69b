/* The query `search`: sentences that hold words, phrases or names. */
#ifndef ESEP_SEARCH_H
#define ESEP_SEARCH_H

#include "query.h"

extern const struct query search_query;

#endif
