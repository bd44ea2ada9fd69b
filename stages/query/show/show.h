/* The query `show`: the text of a report. */
#ifndef ESEP_SHOW_H
#define ESEP_SHOW_H

#include "query.h"

extern const struct query show_query;

#endif
