/* The query `footnotes`: what reports refer to. */
#ifndef ESEP_FOOTNOTES_H
#define ESEP_FOOTNOTES_H

#include "query.h"

extern const struct query footnotes_query;

#endif
