/* A plain text's paragraphs, as they stand. */
#ifndef ESEP_PARAGRAPHS_H
#define ESEP_PARAGRAPHS_H

#include "document.h"

/* Make doc->paragraphs and doc->runs from doc->source_text.
 * A paragraph is a line where most lines are followed by a blank one, else the
 * lines between blank ones. Markdown headings, list items and table rows are
 * paragraphs of their own. A paragraph's text is in NFC; line ends, tabs, runs
 * of blanks and control characters are one blank, none at the ends. Form feeds
 * count pages. Ids are DOCUMENT-p1, -p2 … */
void paragraphs_find(struct document *doc);

#endif
