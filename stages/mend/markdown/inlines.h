/* Marks of Markdown within one text: emphasis, code, links, escapes. */
#ifndef ESEP_INLINES_H
#define ESEP_INLINES_H

#include "edits.h"

/* Targets that links refer to by a label: [label]: target */
struct label {
	struct str name, target;   /* borrowed */
	size_t paragraph;
	bool used;
};

struct labels {
	LIST(struct label) items;  /* by name */
};

/* Sort the labels by name, for inlines_find. */
void labels_sort(struct labels *labels);

/* Add what takes the marks out of a paragraph's text to the edits, and its
 * links, at offsets in the text as it stands, to doc->links. Only well-formed
 * pairs are marks (CommonMark 0.31, sections 2.4, 6.1 to 6.5, and ~~ as GitHub
 * has it). Left alone beyond that are: stars and lines within words on both
 * sides (f**k), between digits, longer than three, in web addresses and
 * @names; code that begins or ends within a word (O`zbek); what did not stand
 * in the source as it is, or stood behind a backslash there. A link may stand
 * in another.
 * cost    linear in the text; log n for each label */
void inlines_find(struct edits *edits, struct document *doc, size_t paragraph,
		  struct labels *labels);

#endif
