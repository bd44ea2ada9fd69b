/* The pages of a PDF: their words, and the lines and flows made of them step by
 * step (boxes.h, page_furniture.h, columns.h). Coordinates are points (1/72
 * inch) from the top left corner of a page; everything lies in arrays and
 * refers to other things by index. */
#ifndef ESEP_PAGES_H
#define ESEP_PAGES_H

#include "err.h"
#include "str.h"

enum { PAGE_BULLETS = 8 };

struct box { float x0, y0, x1, y1; };

struct page_word {
	struct box box;
	uint32_t text, len;   /* bytes in pages.text */
	uint32_t group;       /* words that the source took for one line */
	bool raised;          /* a footnote mark: set small and high */
	bool furniture;       /* of a running head or a page number */
};

struct page_line {        /* words of one column on one base line, by x */
	struct box box;
	size_t first_word, word_count; /* in pages.words */
	float size;           /* height of the words that most letters are in */
	float base;           /* where these stand */
	bool leads;           /* dots lead to the number of a page */
};

struct page {
	float width, height;
	size_t first_word, word_count;
};

enum flow_kind {
	FLOW_COLUMN,
	FLOW_SPAN,            /* lines across several columns */
	FLOW_ASIDE,           /* a box that text runs around */
	FLOW_FURNITURE
};

struct flow {             /* lines of one column, or across columns, by y */
	enum flow_kind kind;
	size_t first_line, line_count; /* in pages.lines */
	uint32_t page;        /* from 1 */
	float left, right;    /* of the column, or of all that spans them;
	                         0 of what stands beside the text */
	bool filled;          /* the column, by lines that go far */
};

struct pages {
	struct strbuf text;   /* of the words, one behind the other */
	LIST(struct page_word) words;
	LIST(struct page_line) lines;
	LIST(struct page) pages;
	LIST(struct flow) flows; /* in reading order */
	float size;           /* of the letters of the body */
	uint32_t bullets[PAGE_BULLETS]; /* letters that stand for them */
	size_t bullet_count;
};

void pages_release(struct pages *pages);

/* Borrows from `pages`. */
struct str page_word_text(const struct pages *pages,
			  const struct page_word *word);

/* The size of letters that most of the text is set in. */
void pages_measure(struct pages *pages);

#endif
