/* Tables in the lines of a flow: rows whose cells stand below each other. */
#ifndef ESEP_TABLES_H
#define ESEP_TABLES_H

#include "pages.h"

enum { TABLE_CELLS = 32 };

struct table_shape {
	size_t end;           /* behind its last line */
	float bounds[TABLE_CELLS]; /* between the cells, by x */
	size_t bound_count;
};

/* Whether a table begins with line `first`: three rows or more of which words
 * stand on both sides of gaps that no row crosses, wider than those between
 * words; two, where the gaps are wide. `end`: where the flow ends; `pitch`:
 * the usual distance of its lines. */
bool table_find(const struct pages *pages, size_t first, size_t end,
		float pitch, struct table_shape *shape);

/* The cell that a word stands in, from 0. */
size_t table_cell_of(const struct table_shape *shape,
		     const struct page_word *word);

/* Whether a line of a table goes on with the row of the line before it: in
 * some cells only, of which the first is none or the only one. */
bool table_goes_on(const struct pages *pages, const struct table_shape *shape,
		   size_t line, float pitch);

#endif
