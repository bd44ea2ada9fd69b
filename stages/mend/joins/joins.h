/* Paragraphs that were cut by a page end, a footnote or a pull quote. */
#ifndef ESEP_JOINS_H
#define ESEP_JOINS_H

#include "line_hyphens.h"
#include "series.h"

/* Append to each paragraph the later pieces of it, with a blank between (none
 * behind a hyphen, which goes where it cut a word, as `lines` decides), and
 * remove these. Runs, lines and pages grow with it; what refers to paragraphs
 * by index (scores, links) is renumbered.
 * A text that does not end with the end of a sentence goes on in the next text
 * that can be its continuation; footnotes, pull quotes and furniture may stand
 * between, headings may not. So does one short sentence in front of a footnote,
 * where the one behind it gives an example of it: `any` holds the words for
 * that (report_words.tsv, goes_on). A list item or a footnote goes on in the
 * lines right below it, and an item of a page behind the end of that; a line
 * of a list that is still text becomes a row, and goes on in none; a footnote also in an address behind it, and in one
 * without a number on the next page.
 * cost    linear in the document */
void joins_make(struct document *doc, const struct series *any,
		const struct line_hyphens *lines);

#endif
