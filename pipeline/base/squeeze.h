/* Compressed bytes (Zstandard, RFC 8878). The one place that includes
 * zstd.h. */
#ifndef ESEP_SQUEEZE_H
#define ESEP_SQUEEZE_H

#include "err.h"
#include "str.h"

/* Append `bytes`, compressed; the same bytes by the same library are the
 * same. */
void squeeze_add(struct strbuf *out, struct str bytes);

/* Append what was compressed. errors: ERR_FORMAT for bytes that are damaged, end
 * too early or have something behind them; ERR_LIMIT for more than `max`
 * bytes. */
int unsqueeze_add(struct strbuf *out, struct str bytes, size_t max,
		  struct err *err);

#endif
