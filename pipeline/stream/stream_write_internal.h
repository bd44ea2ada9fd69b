/* What the files of the stream's writer share; for stream_write*.c alone. */
#ifndef ESEP_STREAM_WRITE_INTERNAL_H
#define ESEP_STREAM_WRITE_INTERNAL_H

#include "records.h"
#include "stream.h"

/* A literal of known length costs no call. */
#define ADD(out, literal) strbuf_add(out, STR(literal))

struct writer {
	struct strbuf *out;
	const struct document *doc;
	struct chars source;         /* of the source text, once asked for */
	size_t source_done; /* bytes of the source that par::source told */
	uint64_t *values;
	bool is_foreign;    /* Entity= is of another scheme */
	size_t mention, record[RECORDS]; /* the next */
	struct paragraph_chars text;
	struct strbuf original, value; /* reused */
};

/* Code points before a byte of the source: most paragraphs that stand as the
 * source has them never ask. */
size_t stream_source_chars(struct writer *w, size_t byte);

/* The comments of the records that stand at a paragraph or sentence, those
 * after the ones before. */
void stream_write_records(struct writer *w, enum record_home home,
			  size_t index);

/* The rows of a sentence, multiword tokens and empty words among them. */
void stream_write_rows(struct writer *w, const struct sentence *s);

#endif
