/* The gaps between the columns of a page. */
#ifndef ESEP_GUTTERS_H
#define ESEP_GUTTERS_H

#include "pages.h"

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

#endif
