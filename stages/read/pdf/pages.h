/* The pages of a PDF as boxes of words, and what is found in them step by
 * step. Coordinates are points (1/72 inch) from the top left corner of a page;
 * everything lies in arrays and refers to other things by index. */
#ifndef ESEP_PAGES_H
#define ESEP_PAGES_H

#include "err.h"
#include "str.h"

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
};

struct pages {
	struct strbuf text;   /* of the words, one behind the other */
	LIST(struct page_word) words;
	LIST(struct page_line) lines;
	LIST(struct page) pages;
	LIST(struct flow) flows; /* in reading order */
	float size;           /* of the letters of the body */
};

void pages_release(struct pages *pages);

struct str word_text(const struct pages *pages, const struct page_word *word);

/* What `pdftotext -bbox-layout` prints, piece by piece. */
enum { PAGES_WORDS = 1 << 24 };
struct boxes;
struct boxes *boxes_new(struct pages *pages);
void boxes_free(struct boxes *boxes);

/* errors  ERR_LIMIT more words than PAGES_WORDS; ERR_SYSTEM */
int boxes_take(struct boxes *boxes, struct str bytes, struct err *err);
int boxes_end(struct boxes *boxes, struct err *err);

/* The size of letters that most of the text is set in. */
void pages_measure(struct pages *pages);

/* Mark the words of running heads and page numbers: rows at the top or foot
 * of a page that stand at the same place of a page near it, numbers in them
 * the same or counting with the pages. */
void pages_furniture(struct pages *pages);

/* A gap between columns of running text, and from where to where it runs. */
enum { GUTTERS = 5, GUTTER_RUNS = 8 };
struct gutter {
	float left, right;
	float tops[GUTTER_RUNS], bottoms[GUTTER_RUNS];
	size_t run_count;
};

/* Find the gutters of a page by x: stretches free of words for some lines on
 * end, with text that fills the columns on either side (Breuel 2002 looks for
 * such free rectangles too). Returns how many. */
size_t gutters_find(const struct pages *pages, size_t page,
		    struct gutter gutters[GUTTERS]);

/* The gutters of other pages that run on this page too, although its columns
 * are too short or too bare to tell by themselves. */
size_t gutters_adopt(const struct pages *pages, size_t page,
		     const struct gutter *known, size_t count,
		     struct gutter gutters[GUTTERS]);

/* Take from the runs of a gutter, one of `count`, the rows of a table above or
 * below the columns whose cells leave it free too: they fall into more pieces
 * than the columns would. */
void gutters_trim(const struct pages *pages, size_t page,
		  const struct gutter *gutters, size_t count,
		  struct gutter *gutter);

/* Make lines of the words and flows of the lines of every page, in reading
 * order: over the columns from left to right; what spans them divides them
 * where it stands; what they run around comes behind the page's text. Words
 * are sorted by line. */
void pages_order(struct pages *pages);

#endif
