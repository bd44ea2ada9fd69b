/* Rows of tables are no part of a gutter; for gutters.c. */
#ifndef ESEP_GUTTER_TRIM_H
#define ESEP_GUTTER_TRIM_H

#include "gutters.h"

/* Take from the runs of a gutter, one of `count`, the rows of a table above or
 * below the columns whose cells leave it free too: they fall into more pieces
 * than the columns would. */
void gutters_trim(const struct pages *pages, size_t page,
		  const struct gutter *gutters, size_t count,
		  struct gutter *gutter);

#endif
