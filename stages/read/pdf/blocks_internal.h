/* What blocks.c, block_breaks.c and block_kinds.c share. */
#ifndef ESEP_BLOCKS_INTERNAL_H
#define ESEP_BLOCKS_INTERNAL_H

#include "builder.h"
#include "page_style.h"

/* Lines of one flow that make a paragraph, a table or a line that leads to the
 * number of a page. */
struct block {
	size_t first, end;     /* in pages.lines */
	enum paragraph_kind kind;
	unsigned note;         /* the number of a footnote */
	unsigned edges;
	uint32_t gap;
	bool is_table, leads;
	bool in_list;          /* of blocks that end within a sentence each */
};

/* How the number stands before a note: small and high, in front of a letter,
 * or with a blank behind. */
enum note_form { NOTE_RAISED, NOTE_GLUED, NOTE_APART };

struct writer {
	const struct pages *pages;
	struct builder *builder;
	struct page_style style;
	LIST(struct block) blocks; /* of one flow */
	bool in_list;          /* the last block is */
	bool open;             /* the last text ends within a sentence */
	unsigned last_note;
	enum note_form note_form; /* of the first note */
	struct strbuf line;
};

const struct page_line *block_line(const struct writer *writer, size_t line);

/* Whether the first word begins with a small letter. */
bool block_begins_small(const struct writer *writer,
			const struct page_line *line);

/* Whether a sentence surely goes on from line a to b: b begins small, or a ends
 * with a comma. */
bool block_goes_on(const struct writer *writer, const struct page_line *a,
		   const struct page_line *b);

/* Whether a line ends as a sentence does, or a part of it: at : or ;. */
bool block_ends_closed(struct writer *writer, const struct page_line *line);

/* Whether a line begins with a label: "Head of government: …". */
bool block_is_labelled(const struct writer *writer,
		       const struct page_line *line);

/* How far apart the base lines of two lines are, in those of the usual pitch
 * of letters of the size of the second. */
float block_distance(const struct writer *writer, const struct page_line *a,
		     const struct page_line *b);

/* Whether a new paragraph begins with line `at`, behind the line before it in
 * one flow; block_start is the first line of the paragraph so far. */
bool block_breaks(struct writer *writer, const struct flow *flow,
		  size_t block_start, size_t at);

/* Mark the blocks of a flow that are lists, of lines or little more: panels,
 * addresses, references. */
void block_lists_find(struct writer *writer, const struct flow *flow);

/* The kind of block `index` of a flow; those before it have theirs. `next` is
 * the first line of the text behind it, or NULL. */
enum paragraph_kind block_kind(struct writer *writer, const struct flow *flow,
			       size_t index, const struct page_line *next);

#endif
