/* Running heads and page numbers. */
#ifndef ESEP_PAGE_FURNITURE_H
#define ESEP_PAGE_FURNITURE_H

#include "pages.h"

/* Mark the words of running heads and page numbers: rows at the top or foot
 * of a page that stand at the same place of a page near it, numbers in them
 * the same or counting with the pages. */
void page_furniture_mark(struct pages *pages);

#endif
