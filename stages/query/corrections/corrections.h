/* The query `corrections`: what people corrected, and what it changed. */
#ifndef ESEP_CORRECTIONS_H
#define ESEP_CORRECTIONS_H

#include "query.h"

extern const struct query corrections_query;

#endif
