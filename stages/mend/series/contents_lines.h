/* Tables of contents and indexes: lines that name headings and are none. */
#ifndef ESEP_CONTENTS_LINES_H
#define ESEP_CONTENTS_LINES_H

#include "series.h"

/* The end of the table of contents or the index whose heading is paragraph
 * `index`, or of lines with leaders ("Courts ..... 12") that begin there
 * without one, or of lines with pages in front of what they name; `index` if
 * none is there. A line without a page belongs to it where one with a page
 * follows soon, or, where none has one, where it heads a text behind.
 * cost  linear in the document, for a few lists in front of it */
size_t contents_lines_end(const struct document *doc, const struct series *any,
			  size_t index);

/* What contents name is a heading where it comes. cost: the same */
void contents_lines_name_told(struct document *doc, size_t first, size_t end);

/* Whether that heading is one. */
bool contents_lines_are_headed(const struct series *any, struct str text);

#endif
