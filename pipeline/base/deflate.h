/* Compressed bytes (RFC 1950). The one place that includes zlib.h. */
#ifndef ESEP_DEFLATE_H
#define ESEP_DEFLATE_H

#include "err.h"
#include "str.h"

/* Append `bytes`, compressed quickly (level 1). */
void deflate_add(struct strbuf *out, struct str bytes);

/* Append what was compressed. errors: ERR_FORMAT for bytes that are damaged or
 * end too early; ERR_LIMIT for more than `max` bytes. */
int inflate_add(struct strbuf *out, struct str bytes, size_t max,
		struct err *err);

#endif
