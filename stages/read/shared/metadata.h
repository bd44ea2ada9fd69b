/* What a report says of itself, where no manifest does. */
#ifndef ESEP_METADATA_H
#define ESEP_METADATA_H

#include "document.h"
#include "knowledge.h"

struct metadata;

/* Tables are loaded when a document first lacks what they tell. The knowledge,
 * with LANGUAGES_GUESS, is borrowed. */
struct metadata *metadata_new(const struct knowledge *knowledge);
void metadata_free(struct metadata *metadata);

/* Load them now. errors: as lexicons_table; ERR_FORMAT (file:line) */
int metadata_load(struct metadata *metadata, struct err *err);

/* Fill what doc's metadata lacks, from its paragraphs: the language; the title
 * (title.h); the country that title or text tells (about.h), none if they tell
 * none; the edition (the year in the title that is none of a range, else in
 * the file's name, else of the copyright); the years it covers (as a row of
 * covers.tsv has it, else the year before the edition, or the edition's own if
 * the text names that more often).
 * errors  as lexicons_table, for the tables that are loaded now */
int metadata_find(struct metadata *metadata, struct document *doc,
		  struct err *err);

#endif
