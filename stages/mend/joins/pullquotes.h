/* Pull quotes: sentences of the text set once more as a highlight. */
#ifndef ESEP_PULLQUOTES_H
#define ESEP_PULLQUOTES_H

#include "document.h"

/* Set the kind of the paragraphs that are pull quotes: short ones that begin
 * with an opening quote and a blank, stand below one that is alone, or begin
 * with an emoji, and those whose words
 * stand in the same order, without regard to case and punctuation, in a longer
 * piece of text.
 * cost    n log n in the words of the document; memory grows with the short
 *         paragraphs alone */
void pullquotes_find(struct document *doc);

#endif
