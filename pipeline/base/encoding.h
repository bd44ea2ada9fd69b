/* The encoding of a text file: found from its bytes, converted to UTF-8 with
 * iconv. */
#ifndef ESEP_ENCODING_H
#define ESEP_ENCODING_H

#include "err.h"
#include "str.h"

/* The name (as iconv knows it) of the encoding of `bytes`: by its byte order
 * mark; UTF-16 by its NULs; UTF-8 if it is valid, or nearly (few invalid bytes
 * among many valid sequences); else
 * windows-1251 or KOI8-R, whichever makes the more plausible Russian or
 * Kazakh: lower case follows lower case, and common letters are common.
 * NULL for bytes that are no text (a binary). */
const char *encoding_find(struct str bytes);

/* Whether the bytes are text as it stands, as most are: UTF-8 without a mark, a
 * NUL or an invalid byte. To encoding_find and encoding_decode it would come
 * out the same, but they look at every byte twice. */
bool encoding_is_plain(struct str bytes);

/* What a decoding could not make sense of. */
struct encoding_damage {
	size_t count;        /* bytes replaced by U+FFFD */
	size_t line, byte;   /* the first: line from 1, offset from 0 */
};

/* `bytes` as UTF-8 without a byte order mark; the arena owns it. Borrows where
 * nothing has to be converted. Bytes that are invalid, and NULs, become U+FFFD
 * and are counted.
 * errors  ERR_SYSTEM for an encoding that iconv does not know */
int encoding_decode(struct str *text, struct arena *arena, struct str bytes,
		    const char *encoding, struct encoding_damage *damage,
		    struct err *err);

#endif
