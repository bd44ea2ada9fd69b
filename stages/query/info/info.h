/* The query `info`: what a database has. */
#ifndef ESEP_INFO_H
#define ESEP_INFO_H

#include "query.h"

extern const struct query info_query;

#endif
