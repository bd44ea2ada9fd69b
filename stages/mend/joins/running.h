/* Running heads in a text without pages. */
#ifndef ESEP_RUNNING_H
#define ESEP_RUNNING_H

#include "document.h"

/* Short lines in the middle of a sentence are furniture where they occur more
 * than once, page numbers apart, and in the middle of a word where they have a
 * page number. Of a line of several words all the others are too, but for the
 * first, which may be the title. To be called when footnotes
 * and pull quotes are known.
 * cost    n log n in the short lines */
void running_find(struct document *doc);

#endif
