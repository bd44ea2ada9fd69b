/* Names of sections that a report of no known series has. */
#ifndef ESEP_SECTION_NAMES_H
#define ESEP_SECTION_NAMES_H

#include "memory.h"
#include "str.h"

enum { SECTION_NAME_BYTES = 48 /* of a name, a word more at most */ };

/* A heading's text in lower case, with what is no letter or digit as `_`. The
 * arena owns it. */
struct str section_name_of(struct arena *arena, struct str text);

#endif
