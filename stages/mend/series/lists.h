/* Lists that any report has under a heading that tells what they are. */
#ifndef ESEP_LISTS_H
#define ESEP_LISTS_H

#include "series.h"

/* The end of the table of contents or the index whose heading is paragraph
 * `index`, or of lines with leaders ("Courts ..... 12") that begin there
 * without one, or of lines with pages in front of what they name; `index` if
 * none is there. A line without a page belongs to it where one with a page
 * follows soon, or, where none has one, where it heads a text behind.
 * cost  linear in the document, for a few lists in front of it */
size_t lists_contents_end(const struct document *doc, const struct series *any,
			  size_t index);

/* What contents name is a heading where it comes. cost: the same */
void lists_name_told(struct document *doc, size_t first, size_t end);

/* Whether that heading is one. */
bool lists_is_contents(const struct series *any, struct str text);

/* Participants under a heading of `any`: the heading and its lines get their
 * kinds. The list ends at a blank line where its lines have none between them,
 * at a sentence, or at a heading. */
void lists_panels(struct document *doc, const struct series *any);

/* Addresses under a heading of `any`: the heading, and its lines as
 * boilerplate. */
void lists_contacts(struct document *doc, const struct series *any);

/* Short lines that begin with a label which others have too ("Head of state:
 * …") are rows. cost: linear */
void lists_labels(struct document *doc);

/* Whether a list or table of two or more begins at this paragraph. */
bool lists_begin_at(const struct paragraph *par, const struct paragraph *end);

#endif
