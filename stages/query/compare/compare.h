/* The query `compare`: words that editions use more or less often. */
#ifndef ESEP_COMPARE_H
#define ESEP_COMPARE_H

#include "query.h"

extern const struct query compare_query;

#endif
