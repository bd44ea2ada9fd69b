/* A document as few bytes: all that its stream tells but for the text of its
 * paragraphs, which is kept elsewhere. Written and read again it is the same
 * document: stream_write gives the same bytes of both.
 *
 * The bytes are parts, each with its length in front: numbers, texts that came
 * up for the first time, kinds of tokens and their texts, forms that are not the
 * text, and how tokens lie. A text is told once, and so is a kind of token: the stem, key
 * and language of a form. Which kind a token is follows from its form, which is
 * the text, unless it is another one than the last time. The source is told by
 * the runs of the paragraphs and what stands between them. Numbers are unsigned
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

/* Of one paragraph, which has that text, the sentences and tokens, and nothing
 * that stands behind it; of tokens where they lie and their forms, no stem, key
 * or language. Sooner, for who prints it. A text that is another one but as long
 * is not noticed. */
int pack_read_paragraph(struct document *doc, struct str bytes, size_t paragraph,
			struct str text, struct err *err);

#endif
