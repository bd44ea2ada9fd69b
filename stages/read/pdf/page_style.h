/* How the body of a document is set, and what lines look like in it. */
#ifndef ESEP_PAGE_STYLE_H
#define ESEP_PAGE_STYLE_H

#include "pages.h"

struct page_style {
	const struct pages *pages;
	float pitch;           /* from line to line of the body, in points */
	float indent;          /* of the first line of paragraphs, or 0 */
	float some_indent;     /* the same where only some have it, or 0 */
	bool justified;        /* most lines of the body end at one place */
};

/* To be called when the lines are ordered; the pages are borrowed. */
void page_style_measure(struct page_style *style, const struct pages *pages);

/* From base line to base line. */
float page_style_distance(const struct page_line *a, const struct page_line *b);
bool page_style_same_size(float a, float b);
bool page_style_is_set_in(const struct flow *flow,
			  const struct page_line *line);
bool page_style_is_centred(const struct flow *flow,
			   const struct page_line *line);

/* Whether a line is set in as the first lines of paragraphs are. */
bool page_style_begins_set_in(const struct page_style *style,
			      const struct flow *flow,
			      const struct page_line *line);

/* Whether a line alone is set in as far as the first lines of some paragraphs:
 * what ends a sentence in front of it may end a paragraph. */
bool page_style_may_begin(const struct page_style *style,
			  const struct flow *flow,
			  const struct page_line *line);

/* Whether the first word of line b had room at the end of line a. */
bool page_style_had_room(const struct page_style *style,
			 const struct flow *flow, const struct page_line *a,
			 const struct page_line *b);

/* Of text with even ends, only the last line of a paragraph is short. */
bool page_style_is_short(const struct page_style *style,
			 const struct flow *flow, const struct page_line *line);

/* Whether a box that a column runs around stands between two of its lines. */
bool page_style_has_box_between(const struct page_style *style,
				const struct flow *flow,
				const struct page_line *a,
				const struct page_line *b);

/* Whether line `at` has wide gaps because it was made as long as its column:
 * the next word, before line `end`, had no room. */
bool page_style_is_stretched(const struct page_style *style,
			     const struct flow *flow, size_t at, size_t end);

#endif
