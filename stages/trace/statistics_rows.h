/* Rows of tables that only count. */
#ifndef ESEP_STATISTICS_ROWS_H
#define ESEP_STATISTICS_ROWS_H

#include "str.h"

/* Whether a row, with " | " between its cells, has words in the first cell
 * alone and numbers behind it: "Reporters detained | 41 | 17" tells of no day
 * on which it happened. A date, or a year alone, is no such number. */
bool row_is_statistics(struct str text);

/* Set `cell` to the cell of a row at `column`, from 0. False if it has none.
 * cost  linear in the row */
bool row_cell(struct str text, size_t column, struct str *cell);

/* Whether a row has years over its columns, behind the first: a cell that is
 * one, and no other number. */
bool row_is_years(struct str text);

#endif
