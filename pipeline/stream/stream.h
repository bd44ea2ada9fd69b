/* The stream between stages: CoNLL-U (universaldependencies.org/format.html)
 * with the comments and MISC keys of STREAM.md. */
#ifndef ESEP_STREAM_H
#define ESEP_STREAM_H

#include "document.h"
#include "err.h"

#include <stdio.h>

struct stream_reader;

/* The most bytes of stream that a document of `max_document` bytes may have:
 * the cap for all that reads a stream, or inflates one that was kept. */
size_t stream_limit(size_t max_document);

/* Read from `file`, named `name` in messages. A document of more than `max`
 * bytes of stream is refused. The reader borrows the file. */
struct stream_reader *stream_reader_new(FILE *file, const char *name,
					size_t max);
void stream_reader_free(struct stream_reader *reader);

/* The id of a document that has none ("document", unless told); others of the
 * stream get NAME-2 and so on. */
void stream_reader_name(struct stream_reader *reader, struct str name);

/* Take documents of which paragraphs or sentences were left out: the counts at
 * their head need not fit. The source text is then that of what is left, and a
 * field that leads to what is not there is left out. */
void stream_reader_take_parts(struct stream_reader *reader);

/* The line that the last document began at. */
size_t stream_reader_line(const struct stream_reader *reader);

/* Read one document into `doc` (cleared first). Types of mentions that the one
 * before brought are forgotten: what a document is does not hang on others.
 * returns 1 a document, 0 the end, or an error, after which the next call goes
 *         on with the next `# newdoc`.
 * errors  ERR_FORMAT (name:line: cause) a malformed line, columns that are not
 *         ten, counts that do not fit (a stream that was cut short), an id
 *         that stands twice in the document, more types of mentions than
 *         there is room for; ERR_ENCODING; ERR_LIMIT;
 *         ERR_SYSTEM */
int stream_read(struct stream_reader *reader, struct document *doc,
		struct err *err);

/* Append one document. `values` numbers the dates, amounts and shares of the
 * stream (d1, d2 …) and goes on from document to document. */
void stream_write(struct strbuf *out, const struct document *doc,
		  uint64_t *values);

/* The same, on its way to a file: whenever `out` has grown large it is written
 * and cleared, so that it holds a part of the document alone. What is left in
 * it, small documents too, goes with the next ones or with stream_flush.
 * returns false when the file could not be written */
bool stream_put(FILE *file, struct strbuf *out, const struct document *doc,
		uint64_t *values);
bool stream_flush(FILE *file, struct strbuf *out);

/* How entities are written, and the key of esep's in a document whose Entity= is
 * of another scheme: that one is told by the first of its comments. */
#define STREAM_SCHEME "eid-etype-head-other"
#define STREAM_DECLARATION "# global.Entity = "
#define STREAM_OWN_ENTITY "EsepEntity"
#define STREAM_RULE "EsepRule"
#define STREAM_SUFFIX "EsepSuffix"

/* Bytes that a value may not hold, as %XX: always % and control characters,
 * and those of `set`. STREAM_IN_COMMENT is enough between the bars of a
 * comment, STREAM_IN_ENTITY inside the brackets of Entity=. */
#define STREAM_IN_COMMENT "|"
#define STREAM_IN_ENTITY "(),:-|= "
void stream_escape(struct strbuf *out, struct str value, const char *set);

/* The reverse, into the arena. A broken escape stays as it stands, and so does
 * a value that would not be valid UTF-8. */
struct str stream_unescape(struct arena *arena, struct str value);

#endif
