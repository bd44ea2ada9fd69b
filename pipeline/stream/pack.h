/* A document as few bytes: all that its stream tells but for the text of its
 * paragraphs, which is kept elsewhere. Written and read again it is the same
 * document: stream_write gives the same bytes of both.
 *
 * The bytes are five parts, each with its length in front: numbers, texts that
 * came up for the first time, kinds of tokens, which kind each token is, and how
 * tokens lie. A text is told once, and so is a token's kind: its form (which
 * the paragraph's text has), stem, key and language. The source is told by the
 * runs of the paragraphs and what stands between them. Numbers are unsigned
 * LEB128, differences zigzag. They are meant to be compressed by who keeps
 * them. */
#ifndef ESEP_PACK_H
#define ESEP_PACK_H

#include "document.h"
#include "err.h"

/* Append a document; the same document gives the same bytes. */
void pack_write(struct strbuf *out, const struct document *doc);

/* Read what pack_write wrote into `doc`, which is cleared; its words may be
 * other ones. `texts` are the texts of the paragraphs, in order.
 * max     bytes of the source, at most
 * errors  ERR_FORMAT for bytes that are damaged, or that do not fit the texts;
 *         ERR_LIMIT for a source that is too large */
int pack_read(struct document *doc, struct str bytes, const struct str *texts,
	      size_t count, size_t max, struct err *err);

/* The same, but of the sentences and words only those of one paragraph, and
 * nothing that stands behind it: sooner, for who prints it. Texts that are other
 * ones but as long are not noticed. */
int pack_read_paragraph(struct document *doc, struct str bytes,
			const struct str *texts, size_t count, size_t paragraph,
			struct err *err);

#endif
