/* What the files of the stream's writer share; for stream_write*.c alone. */
#ifndef ESEP_STREAM_WRITE_INTERNAL_H
#define ESEP_STREAM_WRITE_INTERNAL_H

#include "stream.h"

/* A literal of known length costs no call. */
#define ADD(out, literal) strbuf_add(out, STR(literal))

struct writer {
	struct strbuf *out;
	const struct document *doc;
	struct chars source;         /* of the source text, once asked for */
	size_t source_done; /* bytes of the source that par::source told */
	uint64_t *values;
	size_t mention, incident, quotation, footnote, score, link; /* the next */
	struct strbuf original;
};

/* Code points before a byte of the source: most paragraphs that stand as the
 * source has them never ask. */
size_t stream_source_chars(struct writer *w, size_t byte);

/* The rows of a sentence, multiword tokens and empty words among them. */
void stream_write_rows(struct writer *w, const struct sentence *s);

#endif
