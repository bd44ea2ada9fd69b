/* The query `entity`: all about one name. */
#ifndef ESEP_ENTITY_H
#define ESEP_ENTITY_H

#include "query.h"

extern const struct query entity_query;

#endif
