/* The query `export`: documents out of the database again. */
#ifndef ESEP_EXPORT_H
#define ESEP_EXPORT_H

#include "query.h"

extern const struct query export_query;

#endif
