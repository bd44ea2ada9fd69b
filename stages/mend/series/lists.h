/* Lists that any report has under a heading that tells what they are. */
#ifndef ESEP_LISTS_H
#define ESEP_LISTS_H

#include "series.h"

/* Participants under a heading of `any`, or, in a report with scores, persons
 * under any line: the heading and its lines get their kinds. The list ends at a blank line where its lines have none between them,
 * at a sentence, or at a heading. */
void lists_panels(struct document *doc, const struct series *any);

/* Addresses under a heading of `any`: the heading, and its lines as
 * boilerplate. */
void lists_contacts(struct document *doc, const struct series *any);

/* Short lines that begin with a label which others have too ("Head of state:
 * …") are rows. cost: linear */
void lists_labels(struct document *doc);

/* Lines that were seen to be one of a list each, and are nothing else yet, are
 * its rows: no sentence goes over them. Where pages were seen, headings may be
 * among them, and are to be known before. */
void lists_lines(struct document *doc, bool of_pages);

/* Whether a list or table of two or more begins at this paragraph, its caption
 * included. */
bool lists_begin_at(const struct paragraph *par, const struct paragraph *end);

#endif
