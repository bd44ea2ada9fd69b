/* The encoding of a text file: found from its bytes, converted to UTF-8 with
 * iconv. */
#ifndef ESEP_ENCODING_H
#define ESEP_ENCODING_H

#include "err.h"
#include "str.h"

/* The name (as iconv knows it) of the Unicode encoding of `bytes`: by its byte
 * order mark; UTF-16 without one by the bytes that every second one is; UTF-8
 * if it is valid, or nearly: few invalid bytes among many valid sequences. NULL
 * for others: bytes that are no text (`is_binary`), and text in an encoding of
 * a byte a letter.
 * cost    linear, of a few instructions a byte */
const char *encoding_find(struct str bytes, bool *is_binary);

/* Whether the bytes are text as it stands, as most are: UTF-8 without a mark, a
 * NUL or an invalid byte. To encoding_find and encoding_decode it would come
 * out the same, but they look at every byte twice. */
bool encoding_is_plain(struct str bytes);

/* The code points of the 256 bytes of an encoding that has a byte a letter; 0
 * where a byte is none. False for what iconv does not know and for encodings
 * that are no such thing. */
enum { ENCODING_BYTES = 256 };
bool encoding_letters(const char *encoding, uint32_t *letters);

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
