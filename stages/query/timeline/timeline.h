/* The query `timeline`: incidents in the order of their dates. */
#ifndef ESEP_TIMELINE_H
#define ESEP_TIMELINE_H

#include "query.h"

extern const struct query timeline_query;

#endif
