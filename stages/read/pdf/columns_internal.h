/* Words of a page become lines, each in its place: a column, across columns,
 * beside the text, at the top or the foot; for columns.c. */
#ifndef ESEP_COLUMNS_INTERNAL_H
#define ESEP_COLUMNS_INTERNAL_H

#include "gutters.h"

enum {                        /* beside columns 0 to GUTTERS */
	SPAN = GUTTERS + 1, ASIDE, TOP, FOOT, PLACES
};
enum { PAGE_WORDS = 1 << 14 };/* more are no page with columns */

/* Words side by side that no gutter parts. */
struct fragment {
	struct box box;
	size_t first_word, word_count; /* in pages.words as they were */
	float size;           /* of its first word */
	size_t bytes;
	int place;            /* column, SPAN, TOP or FOOT */
	size_t line;          /* of those of its place, from the top */
};

struct maker {
	struct pages *pages;
	struct gutter (*gutters)[GUTTERS]; /* by page */
	size_t *gutter_counts;
	LIST(struct fragment) fragments;   /* of one page */
	LIST(struct page_word) words;      /* all, by line */
	float lefts[SPAN + 1];             /* where lines of a place begin */
	float top;                         /* of the body's text */
};

/* The lines of a page, first..end-1 of pages.lines by place. */
struct lines_of_page {
	size_t first[PLACES + 1];
};

/* Find the boxes that text runs around, beside the lines of a column or over a
 * gutter: their fragments, which lie by y, go to ASIDE, and what stands beside
 * a box over a gutter goes to its column. */
void asides_find(struct maker *maker, size_t page);

/* Make lines of the words of a page, appended to pages.lines by place and then
 * by y; their words are appended to maker.words. */
void lines_by_place(struct maker *maker, size_t page,
		    struct lines_of_page *lines);

float middle_x(const struct gutter *gutter);
float middle_of(const struct box *box);            /* by y */

/* The height that two boxes share, of the lower one's. */
float box_overlap(const struct box *a, const struct box *b);

/* Whether two boxes share half of the lower one's height. */
bool on_line(const struct box *line, const struct box *box);

#endif
