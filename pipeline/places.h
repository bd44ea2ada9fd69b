/* Where the words of a paragraph stand in its text, as bytes for the database:
 * for each word, the distance of its start from the start of the word before
 * (0 for the first) and its length, as unsigned LEB128 numbers. */
#ifndef ESEP_PLACES_H
#define ESEP_PLACES_H

#include "str.h"

struct place {
	uint32_t start, end; /* bytes in the paragraph's text */
};

/* Append a word; `before` is the place of the word before it, whose start is
 * at or before this one's ({0, 0} for the first). */
void places_add(struct strbuf *out, struct place before, struct place place);

/* Take the next word off *bytes; *place holds the word before it and becomes
 * this one. False at the end, for bytes that are no places, and for a place
 * that does not lie in a text of `len` bytes. */
bool places_next(struct str *bytes, size_t len, struct place *place);

#endif
