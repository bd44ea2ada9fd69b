/* Rows of the lexicons as cues. */
#ifndef ESEP_CUE_ROWS_H
#define ESEP_CUE_ROWS_H

#include "cues.h"
#include "table.h"

/* Fill what belongs to cue->kind from a row of its table; CUE_GENERAL stands
 * for clauses.tsv and becomes the kind that the row names.
 * errors  ERR_FORMAT (file:line) a word that a column does not know, a type
 *         of trigger that `acts` lacks */
int cue_row_fill(struct cue_row *cue, const struct table *table, size_t row,
		 const struct table *acts, struct err *err);

#endif
