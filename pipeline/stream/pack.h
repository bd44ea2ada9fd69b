/* A document as few bytes: all that its stream tells but for the text of its
 * paragraphs, which is kept elsewhere. Written and read again it is the same
 * document: stream_write gives the same bytes of both.
 *
 * The bytes are parts, each with its length in front: how tokens lie, which can
 * be read alone; then numbers, texts that came up for the first time, kinds of
 * tokens and their texts, forms that are not the text. A text is told once, and
 * so is a kind of token: the stem, key and language of a form. Which kind a token
 * is follows from its form, which is the text, unless it is another one than the
 * last time. The source is told by the runs of the paragraphs and what stands
 * between them. Numbers are unsigned LEB128, differences zigzag. They are meant
 * to be compressed by who keeps them. */
#ifndef ESEP_PACK_H
#define ESEP_PACK_H

#include "document.h"
#include "err.h"

/* Append a document; the same document gives the same bytes.
 * returns  how many of them pack_read_places needs, from the first on */
size_t pack_write(struct strbuf *out, const struct document *doc);

/* Read what pack_write wrote into `doc`, which is cleared; its words may be
 * other ones. `texts` are the texts of the paragraphs, in order.
 * max     bytes of the source, at most
 * errors  ERR_FORMAT for bytes that are damaged, or that do not fit the texts;
 *         ERR_LIMIT for a source that is too large */
int pack_read(struct document *doc, struct str bytes, const struct str *texts,
	      size_t count, size_t max, struct err *err);

/* Where a token lies in its paragraph's text, in bytes. */
struct pack_place {
	uint32_t start, end;
	bool is_own;     /* its form is not what the text has there */
	bool is_word;    /* if so: whether the form is a word, and no mark */
};
struct pack_places { struct pack_place *items; size_t count, capacity; };

/* Set `places` to those of one paragraph, from 0, which has that text. The first
 * bytes do for it, see pack_write. A text that is another one but as long is not
 * noticed.
 * errors  ERR_FORMAT for bytes that are damaged, or do not fit the text */
int pack_read_places(struct pack_places *places, struct str bytes,
		     size_t paragraph, struct str text, struct err *err);

#endif
