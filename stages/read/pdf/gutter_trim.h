/* Rows of tables are no part of a gutter; for gutters.c. */
#ifndef ESEP_GUTTER_TRIM_H
#define ESEP_GUTTER_TRIM_H

#include "gutters.h"

/* Whether a gutter parts the cells of a table: each line right of it has one on
 * the left at its height, and all lie far apart, as lines of text do not.
 *
 * gutters_trim: take from the runs of a gutter, one of `count`, the rows of a table above or
 * below the columns whose cells leave it free too: they fall into more pieces
 * than the columns would. */
bool gutters_part_cells(const struct pages *pages, size_t page,
			const struct gutter *gutter);
void gutters_trim(const struct pages *pages, size_t page,
		  const struct gutter *gutters, size_t count,
		  struct gutter *gutter);

#endif
