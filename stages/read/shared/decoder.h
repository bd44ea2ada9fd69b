/* The bytes of a text or a page as UTF-8, and what is told of that. */
#ifndef ESEP_DECODER_H
#define ESEP_DECODER_H

#include "encodings.h"

struct decoder {
	struct encodings *encodings;
	const char *wanted;        /* the encoding that the user names, or NULL */
	void (*warn)(void *data, const struct err *err);
	void *data;
};

/* `bytes` as UTF-8; the arena owns what is not borrowed of them. A warning,
 * which begins with `name`, tells of bytes that are none of the encoding, of a
 * declaration that is wrong, and of an encoding that might be another one.
 * declared   what a page says of its encoding; empty where it says nothing
 * errors     ERR_FORMAT binary data; ERR_SYSTEM iconv does not know what the
 *            user wants */
int decoder_decode(const struct decoder *decoder, struct str *text,
		   struct arena *arena, struct str name, struct str bytes,
		   struct str declared, struct err *err);

#endif
