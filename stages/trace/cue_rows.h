/* Rows of the lexicons as cues. */
#ifndef ESEP_CUE_ROWS_H
#define ESEP_CUE_ROWS_H

#include "cues.h"
#include "lexicons.h"

/* Fill what belongs to cue->kind from a row of its table; CUE_GENERAL stands
 * for clauses.tsv and becomes the kind that the row names.
 * errors  ERR_FORMAT (file:line) a word that a column does not know, a type
 *         of trigger that acts.tsv lacks; those of lexicons_table */
int cue_row_fill(struct cue_row *cue, struct lexicons *lexicons,
		 const struct table *table, size_t row, struct err *err);

#endif
