/* The values of a database that options and arguments take. */
#ifndef ESEP_VALUES_H
#define ESEP_VALUES_H

#include "query.h"

/* Tell `see` of the values of a kind that are there and begin with `prefix`
 * (regardless of case), in order, entities by how often they are named; with
 * what a person wants to know of them: the title of a section, the name of an
 * entity; or an empty text. Nothing for kinds that are not of the database.
 * errors: ERR_DATABASE */
typedef void values_see(void *data, struct str value, struct str about);
int values_list(struct database *db, enum value_kind kind, const char *prefix,
		values_see *see, void *data, struct err *err);

#endif
