/* Where the lines of the source ended within a paragraph. */
#ifndef ESEP_LINE_ENDS_H
#define ESEP_LINE_ENDS_H

#include "document.h"

/* Whether the blank at byte `at` of the text stands for the end of a line: so
 * does one that has none of its own in the source, where a line ends between
 * what stands before and behind it. False where the source is not known.
 * cost    log n in the paragraph's runs */
bool line_ends_at(const struct document *doc, const struct paragraph *par,
		  size_t at);

#endif
