/* Tables of contents and indexes: what leads to the numbers of pages. */
#ifndef ESEP_CONTENTS_H
#define ESEP_CONTENTS_H

#include "pages.h"

/* Whether the lines of a flow are a table of contents, of which most end with a
 * number that is not below the one before, or an index, in which numbers stand
 * in rows behind commas and semicolons. */
bool contents_are(const struct pages *pages, const struct flow *flow);

#endif
