/* Rows of tables that only count. */
#ifndef ESEP_STATISTICS_ROWS_H
#define ESEP_STATISTICS_ROWS_H

#include "str.h"

/* Whether a row, with " | " between its cells, has words in the first cell
 * alone and numbers behind it: "Reporters detained | 41 | 17" tells of no day
 * on which it happened. A date, or a year alone, is no such number. */
bool row_is_statistics(struct str text);

#endif
