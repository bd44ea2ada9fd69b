/* Text that was decoded wrongly before it reached us. */
#ifndef ESEP_MOJIBAKE_H
#define ESEP_MOJIBAKE_H

#include "str.h"

struct mojibake {
	const char *what;   /* "UTF-8 text that was read as Windows-1252" */
	size_t at;          /* where the first such piece was seen, in bytes */
};

/* Whether stretches of the text, 64 KB in all, look so: pairs of the letters
 * that the bytes of Cyrillic UTF-8 are in another encoding; what stands between
 * ASCII letters nearly always the bytes of UTF-8 (â€™, Ã©); words wholly of
 * Latin letters with accents; words of a small letter and capitals behind it.
 * No language that we know writes so: a few foreign names do not count.
 * cost    at most one pass over 64 KB; a few instructions a character */
bool mojibake_find(struct str text, struct mojibake *found);

#endif
