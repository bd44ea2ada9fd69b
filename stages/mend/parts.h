/* What each paragraph is (its kind) and what part of the report it stands in
 * (its section), found in one walk over the document. */
#ifndef ESEP_PARTS_H
#define ESEP_PARTS_H

#include "series.h"

/* A class of the scale: "Slightly Vibrant" from 11 to 20. */
struct scale_class {
	struct str label;
	uint64_t lowest, highest;
};

struct scale {
	LIST(struct scale_class) classes;
};

/* Set the kinds that a paragraph shows by itself: furniture, items, and what
 * the series' patterns know: scale, score, heading, boilerplate. A score may
 * stand over two paragraphs. Fills `scale` and doc->scores. Paragraphs whose
 * kind is already set keep it. `series` may be NULL. */
void parts_kinds(struct document *doc, const struct series *series,
		 struct scale *scale);

/* Headings that no pattern knows: short lines in capitals, with the mark of a
 * Markdown heading, all in bold (a flag for each paragraph), or without a final
 * stop in front of a paragraph that can begin a sentence. To be called when
 * footnotes and pull quotes are known. */
void parts_headings(struct document *doc, const bool *bold);

/* Set the sections, and the kinds that depend on them: titles, panelists,
 * boilerplate. Does nothing without a series. */
void parts_sections(struct document *doc, const struct series *series);

#endif
