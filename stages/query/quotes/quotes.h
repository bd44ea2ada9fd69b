/* The query `quotes`: who is cited as saying what. */
#ifndef ESEP_QUOTES_H
#define ESEP_QUOTES_H

#include "query.h"

extern const struct query quotes_query;

#endif
