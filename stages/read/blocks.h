/* What was read of a marked-up document, before it is decided what of it is
 * the report: blocks of text with their kind, links, raised digits, cells of
 * tables. Written to a builder in the end. */
#ifndef ESEP_BLOCKS_H
#define ESEP_BLOCKS_H

#include "builder.h"

#define BLOCKS_NONE UINT32_MAX

enum {
	BLOCKS_MAX = 1000000,     /* no document has so many paragraphs */
	LINK_BLOCKS = 32          /* what a link is laid around beyond that is
	                             no part of it */
};

enum span_kind {
	SPAN_LINK,
	SPAN_RAISED,      /* digits become ¹²³, brackets around them go */
	SPAN_CUT          /* no part of the text */
};

struct span {
	size_t start, end;        /* in blocks.text, within one block */
	size_t block;
	enum span_kind kind;
	bool is_note;             /* the source says: a note's mark, or the
	                             way back to it */
	struct str target;        /* of a link; empty for one that is no
	                             address of its own */
};

struct block {
	size_t start, end;        /* in blocks.text; '\n' ends a line */
	enum paragraph_kind kind;
	uint32_t area;            /* for the reader of the format */
	uint32_t row, column;     /* of a table; row BLOCKS_NONE: none */
	uint32_t gap;             /* of blank lines that stand for a break
	                             before it; 0: the usual */
	struct str mark;          /* "- ", "3. ": goes in front */
	bool dropped;
	bool goes_on;             /* in the paragraph of the block before */
	bool is_title;            /* a heading of the first level */
};

struct block_table {
	uint32_t rows, cells;     /* cells with text */
	uint32_t rich;            /* cells with more than one block */
	uint32_t widest;          /* most cells with text in a row */
	bool layout;              /* no table of data */
};

struct block_row {
	uint32_t table, cells;
	uint32_t column;          /* of the last block */
	bool counted;             /* that cell is counted as rich */
};

struct blocks {
	struct strbuf text;
	LIST(struct block) list;
	LIST(struct span) spans;
	LIST(struct block_row) rows;
	LIST(struct block_table) tables;
	struct arena arena;
	size_t link_pieces;       /* for the reader: of the open link */
	uint32_t gap;             /* for the next block */
	bool open;                /* the last block takes text */
	bool blank;               /* a blank is due before the next letter */
};

/* Begin a block; an open one is ended. */
struct block *blocks_begin(struct blocks *blocks, enum paragraph_kind kind);

/* The last block stands in a cell of a row. */
void blocks_in_cell(struct blocks *blocks, uint32_t row, uint32_t column);
uint32_t blocks_table(struct blocks *blocks, bool layout);
uint32_t blocks_row(struct blocks *blocks, uint32_t table);

/* Text for the open block: blanks fold to one, those at its ends go. */
void blocks_text(struct blocks *blocks, struct str text);
void blocks_plain(struct blocks *blocks, struct str text); /* as it is */

/* A line end; the second in a row ends the block. */
void blocks_line(struct blocks *blocks);

/* End the block; where nothing is in it, it is gone. */
void blocks_end(struct blocks *blocks);

/* A stretch of the last block from byte `start` on; NULL if it is empty. The
 * target must live as long as the blocks: blocks.arena is for that. */
struct span *blocks_span(struct blocks *blocks, enum span_kind kind,
			 size_t start, struct str target);

/* Append `count` blocks of another document, in no table. */
void blocks_append(struct blocks *to, const struct blocks *from, size_t first,
		   size_t count);

/* Digits, with what may stand around and between them: what is worth a
 * SPAN_RAISED. */
bool blocks_is_raised(struct str text);

/* Addresses that lead somewhere: http, https, mailto, #name; of a length that
 * servers take. */
bool blocks_is_target(struct str address);

/* The text of a block, without its mark, or that of a span. */
struct str blocks_view(const struct blocks *blocks, const struct block *block);
struct str blocks_span_view(const struct blocks *blocks,
			    const struct span *span);

/* errors  ERR_LIMIT there are more than BLOCKS_MAX */
int blocks_check(const struct blocks *blocks, struct err *err);

/* Write all blocks that are not dropped. Rows of data tables become one
 * paragraph, their cells with " | " between. The spans are sorted. */
void blocks_write(struct blocks *blocks, struct builder *builder);
void blocks_release(struct blocks *blocks);

#endif
