/* The source text of a document that is no text file, and its paragraphs, as
 * the reader of its format comes upon them. Between builder_begin and
 * builder_end the text of one paragraph goes to the source as it is, on lines
 * of its own with as many blank lines before it as its gap. */
#ifndef ESEP_BUILDER_H
#define ESEP_BUILDER_H

#include "document.h"
#include "err.h"

struct builder_piece {
	size_t start, end;        /* bytes of the source */
	uint32_t first_line, last_line, page, gap;
	enum paragraph_kind kind;
	unsigned edges, level;
};

struct builder_link {
	size_t start, end;        /* bytes of the source */
	size_t piece;
	struct str target;
};

struct builder {
	struct document *doc;
	struct strbuf source;
	size_t max;               /* bytes that the source may have */
	uint32_t line, page;
	bool open, full;
	LIST(struct builder_piece) pieces;
	LIST(struct builder_link) links;
};

/* `max` caps the source text, in bytes. */
void builder_init(struct builder *builder, struct document *doc, size_t max);

/* Pages count from 1; without a call the paragraphs have none. A form feed
 * goes to the source in front of each page but the first. */
void builder_page(struct builder *builder, uint32_t page);

/* Begin a paragraph with `gap` blank lines before it (1 is usual; more than
 * 9 are 9). An open one is ended first. */
void builder_begin(struct builder *builder, enum paragraph_kind kind,
		   uint32_t gap);

/* Append text, in valid UTF-8, to the open paragraph; begins one of text where
 * none is open. */
void builder_text(struct builder *builder, struct str text);

/* End the line in the source; the paragraph goes on. */
void builder_line(struct builder *builder);

/* Where the source stands, for builder_link. */
size_t builder_at(const struct builder *builder);

/* What was added from `start` on leads to `target`, which is copied. */
void builder_link(struct builder *builder, size_t start, struct str target);

void builder_edges(struct builder *builder, unsigned edges);  /* EDGE_* */
void builder_level(struct builder *builder, unsigned level);  /* a heading's */

/* End the paragraph; one without text is dropped. */
void builder_end(struct builder *builder);

/* Fill source_text, paragraphs, runs and links of the document, and release
 * the builder.
 * errors  ERR_LIMIT the source grew beyond the cap */
int builder_finish(struct builder *builder, struct err *err);
void builder_release(struct builder *builder);

#endif
