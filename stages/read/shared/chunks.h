/* What was read of a marked-up document, before it is decided what of it is
 * the report: chunks of text with their kind, links, raised digits, cells of
 * tables. Written to a builder in the end. */
#ifndef ESEP_CHUNKS_H
#define ESEP_CHUNKS_H

#include "builder.h"

#define CHUNKS_NONE UINT32_MAX

enum {
	CHUNKS_MAX = 1000000,     /* no document has so many paragraphs */
	LINK_CHUNKS = 32          /* what a link is laid around beyond that is
	                             no part of it */
};

enum span_kind {
	SPAN_LINK,
	SPAN_RAISED,      /* digits become ¹²³, brackets around them go */
	SPAN_CUT          /* no part of the text */
};

struct span {
	size_t start, end;        /* in chunks.text, within one chunk */
	size_t chunk;
	enum span_kind kind;
	bool is_note;             /* the source says: a note's mark, or the
	                             way back to it */
	struct str target;        /* of a link; empty for one that is no
	                             address of its own */
};

struct chunk {
	size_t start, end;        /* in chunks.text; '\n' ends a line */
	enum paragraph_kind kind;
	uint32_t area;            /* for the reader of the format */
	uint32_t row, column;     /* of a table; row CHUNKS_NONE: none */
	uint32_t gap;             /* of blank lines that stand for a break
	                             before it; 0: the usual */
	struct str mark;          /* "- ", "3. ": goes in front */
	bool dropped;
	bool goes_on;             /* in the paragraph of the chunk before */
	unsigned level;           /* of a heading, from 1; 0: not said */
	bool is_title;            /* a heading of the first level */
	bool plain;               /* not all of it is bold */
};

struct chunk_table {
	uint32_t rows, cells;     /* cells with text */
	uint32_t rich;            /* cells with more than one chunk */
	uint32_t widest;          /* most cells with text in a row */
	bool layout;              /* no table of data */
};

struct chunk_row {
	uint32_t table, cells;
	uint32_t column;          /* of the last chunk */
	bool counted;             /* that cell is counted as rich */
};

struct chunks {
	struct strbuf text;
	LIST(struct chunk) list;
	LIST(struct span) spans;
	LIST(struct chunk_row) rows;
	LIST(struct chunk_table) tables;
	struct arena arena;
	size_t link_pieces;       /* for the reader: of the open link */
	uint32_t gap;             /* for the next chunk */
	bool open;                /* the last chunk takes text */
	bool blank;               /* a blank is due before the next letter */
};

/* Begin a chunk; an open one is ended. */
struct chunk *chunks_begin(struct chunks *chunks, enum paragraph_kind kind);

/* The last chunk stands in a cell of a row. */
void chunks_in_cell(struct chunks *chunks, uint32_t row, uint32_t column);
uint32_t chunks_table(struct chunks *chunks, bool layout);
uint32_t chunks_row(struct chunks *chunks, uint32_t table);

/* Text for the open chunk: blanks fold to one, those at its ends go. */
void chunks_text(struct chunks *chunks, struct str text);
void chunks_plain(struct chunks *chunks, struct str text); /* as it is */

/* A line end; the second in a row ends the chunk. */
void chunks_line(struct chunks *chunks);

/* End the chunk; where nothing is in it, it is gone. */
void chunks_end(struct chunks *chunks);

/* A stretch of the last chunk from byte `start` on; NULL if it is empty. The
 * target must live as long as the chunks: chunks.arena is for that. */
struct span *chunks_span(struct chunks *chunks, enum span_kind kind,
			 size_t start, struct str target);

/* Append `count` chunks of another document, in no table. */
void chunks_append(struct chunks *to, const struct chunks *from, size_t first,
		   size_t count);

/* Digits, with what may stand around and between them: what is worth a
 * SPAN_RAISED. */
bool chunks_is_raised(struct str text);

/* Addresses that lead somewhere: http, https, mailto, #name; of a length that
 * servers take. */
bool chunks_is_target(struct str address);

/* The text of a chunk, without its mark, or that of a span. */
struct str chunks_view(const struct chunks *chunks, const struct chunk *chunk);
struct str chunks_span_view(const struct chunks *chunks,
			    const struct span *span);

/* errors  ERR_LIMIT there are more than CHUNKS_MAX */
int chunks_check(const struct chunks *chunks, struct err *err);

/* Write all chunks that are not dropped. Rows of data tables become one
 * paragraph, their cells with " | " between. The spans are sorted. */
void chunks_write(struct chunks *chunks, struct builder *builder);
void chunks_release(struct chunks *chunks);

#endif
