/* The query `dump`: a database as text. */
#ifndef ESEP_DUMP_H
#define ESEP_DUMP_H

#include "query.h"

extern const struct query dump_query;

#endif
