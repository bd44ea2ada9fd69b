/* Compressed bytes (Zstandard, RFC 8878). The one place that includes
 * zstd.h. */
#ifndef ESEP_SQUEEZE_H
#define ESEP_SQUEEZE_H

#include "err.h"
#include "str.h"

/* What is used again from one time to the next; zeroed before the first. */
struct squeeze {
	struct ZSTD_CCtx_s *packer;
	struct ZSTD_DCtx_s *unpacker;
};
void squeeze_release(struct squeeze *squeeze);

/* Append `bytes`, compressed; the same bytes by the same library are the
 * same. */
void squeeze_add(struct squeeze *squeeze, struct strbuf *out, struct str bytes);

/* Append what was compressed, one time after the other; or only what was the
 * first time. errors: ERR_FORMAT for bytes that are damaged, end
 * too early or have something behind them; ERR_LIMIT for more than `max`
 * bytes. */
int unsqueeze_add(struct squeeze *squeeze, struct strbuf *out,
		  struct str bytes, size_t max, struct err *err);
int unsqueeze_add_first(struct squeeze *squeeze, struct strbuf *out,
			struct str bytes, size_t max, struct err *err);

#endif
