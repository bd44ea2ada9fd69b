/* The query `entities`: whom and what the reports name. */
#ifndef ESEP_ENTITIES_H
#define ESEP_ENTITIES_H

#include "query.h"

extern const struct query entities_query;

#endif
