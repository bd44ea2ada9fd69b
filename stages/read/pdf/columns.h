/* The reading order of the words of pages; gutters.h finds the columns. */
#ifndef ESEP_COLUMNS_H
#define ESEP_COLUMNS_H

#include "pages.h"

/* Make lines of the words and flows of the lines of every page, in reading
 * order: over the columns from left to right; what spans them divides them
 * where it stands; what they run around comes behind the page's text. Words
 * are sorted by line. */
void columns_order(struct pages *pages);

#endif
