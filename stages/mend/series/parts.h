/* What each paragraph is (its kind) and what part of the report it stands in
 * (its section), found in one walk over the document. */
#ifndef ESEP_PARTS_H
#define ESEP_PARTS_H

#include "chapters.h"
#include "scores.h"

/* Set the kinds that a paragraph shows by itself: furniture, items, and what
 * the series' patterns know: scale, score, heading, boilerplate. The lines of
 * a table of contents are boilerplate: they name headings and are none.
 * Paragraphs whose kind is already set keep it. `any` holds the rows for any
 * report. */
void parts_kinds(struct document *doc, struct scores *scores,
		 const struct series *any);

/* Headings that no pattern of a series knows: short lines in capitals, with a
 * number or a word of `any` that headings begin with, all in bold (a flag for
 * each paragraph), or without a final stop in front of a paragraph that can
 * begin a sentence. The title, in the metadata too, ends in front of the first
 * of them. To be called when footnotes and pull quotes are known. */
void parts_headings(struct document *doc, const struct series *any,
		    const struct chapters *chapters, const bool *bold);

/* Set the sections, and the kinds that depend on them: titles, panelists,
 * boilerplate. Does nothing without a series. */
void parts_sections(struct document *doc, const struct series *series,
		    const struct month_words *months);

#endif
