/* The words of pages with their boxes, read from what `pdftotext -bbox-layout`
 * prints: XML, which may be damaged, of the tags page, line and word. */
#ifndef ESEP_BOXES_H
#define ESEP_BOXES_H

#include "pages.h"

enum { PAGES_WORDS = 1 << 24 };

struct boxes;

/* A reader that appends to `pages`, which is borrowed. */
struct boxes *boxes_new(struct pages *pages);
void boxes_free(struct boxes *boxes);

/* Take the XML piece by piece, cut anywhere, and then its end.
 * errors  ERR_LIMIT more words than PAGES_WORDS
 * cost    linear in the bytes */
int boxes_take(struct boxes *boxes, struct str bytes, struct err *err);
int boxes_end(struct boxes *boxes, struct err *err);

#endif
