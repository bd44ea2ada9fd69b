/* Where the lexicons are: the option --lexicons, else the variable
 * ESEP_LEXICONS, else beside the program: ../share/esep/lexicons for an
 * installed one, ../lexicons or ../../lexicons for one in its build folder,
 * else where the build put them. */
#ifndef ESEP_LEXICONS_H
#define ESEP_LEXICONS_H

#include "table.h"

/* The folder, found once; `option` may be NULL. The string lives as long as
 * the program. errors: ERR_MISSING, with the places looked at. */
int lexicons_find(const char **folder, const char *option, struct err *err);

/* table_load of FOLDER/name. The message of a missing file says which lexicon
 * is missing and where it was looked for. */
int lexicons_load(struct table *table, const char *folder, const char *name,
		  const char *columns, struct err *err);

#endif
