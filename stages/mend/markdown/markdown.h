/* Markdown becomes text. */
#ifndef ESEP_MARKDOWN_H
#define ESEP_MARKDOWN_H

#include "document.h"

/* Take out the marks of emphasis, code, links, escapes, table rows and closed
 * headings; targets go to doc->links. Definitions of targets and the rules of
 * tables become furniture.
 * bold    a flag for each paragraph: set where all of it stood in `**`, which
 *         is how many set a heading; may be NULL
 * cost    linear in the document, n log n in its definitions */
void markdown_reduce(struct document *doc, bool *bold);

#endif
