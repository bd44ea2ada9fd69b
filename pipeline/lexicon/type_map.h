/* What other schemes of press-freedom monitors call the types of incidents
 * (type_map.tsv). */
#ifndef ESEP_TYPE_MAP_H
#define ESEP_TYPE_MAP_H

#include "lexicons.h"

/* The table, its rows checked: a known type, a name, one name a scheme. It
 * belongs to the lexicons.
 * errors: those of lexicons_table; ERR_FORMAT (file:line) */
int type_map_open(struct table **map, struct lexicons *lexicons,
		  struct err *err);

#endif
