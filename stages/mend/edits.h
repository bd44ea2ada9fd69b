/* Changes to the texts of a document, collected first and applied in one go, so
 * that what points into the texts stays right. */
#ifndef ESEP_EDITS_H
#define ESEP_EDITS_H

#include "document.h"

struct edit {
	size_t paragraph;
	uint32_t start, end;   /* in the text as it stands */
	struct str with;       /* what is to stand there instead */
	uint32_t new_start;    /* filled by edits_apply */
};

struct edits {
	LIST(struct edit) items;
};

/* Stretches must not overlap; they may come in any order. `with` is borrowed
 * until the edits are applied. */
void edits_add(struct edits *edits, size_t paragraph, size_t start, size_t end,
	       struct str with);

/* Apply the changes and forget them. A kept stretch keeps its runs; what is
 * put in place of text becomes a changed run, whose source is that of what it
 * replaces; what is taken out is a gap. Blanks stay single, none at the ends.
 * A paragraph of which nothing would be left is not changed. doc->links move
 * along and are sorted; footnotes do not move.
 * cost    linear in the document, and n log n in the edits and links; nothing
 *         where there are no edits */
void edits_apply(struct edits *edits, struct document *doc);
void edits_release(struct edits *edits);

/* Sort doc->links by place. */
void edits_sort_links(struct document *doc);

#endif
