/* What stands beside the text of pages, in their margins. */
#ifndef ESEP_PAGE_MARGINS_H
#define ESEP_PAGE_MARGINS_H

#include "pages.h"

/* Mark as furniture the words beyond the left or right edge of what most pages
 * of that side have: thumb tabs of a letter or a few, text turned upright, and
 * what the margin of a page near it has too, as line numbers and slugs. */
void page_margins_mark(struct pages *pages);

#endif
