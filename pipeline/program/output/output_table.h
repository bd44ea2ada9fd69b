/* The layout of a table for people: columns as wide as their first rows need,
 * long cells broken at blanks. */
#ifndef ESEP_OUTPUT_TABLE_H
#define ESEP_OUTPUT_TABLE_H

#include "output_internal.h"

/* Stand around a hit in a cell's text; both take no room. */
enum { TABLE_HIT = 1, TABLE_HIT_END = 2 };

struct output_table {
	FILE *file;
	size_t width;             /* 0: no limit */
	bool colour;
	size_t column_count;
	struct strbuf *names;
	bool *is_number;
	size_t *widths;
	bool laid_out;
	struct strbuf text;       /* of the rows that are held */
	LIST(size_t) ends;        /* of each cell in it */
};

void output_table_init(struct output_table *table, FILE *file, size_t width,
		       bool colour, const struct output_column *columns,
		       size_t count);

/* `text` is copied; only the marks above may be control bytes in it. */
void output_table_add(struct output_table *table, struct str text);
void output_table_close(struct output_table *table);

/* Cut the next line of at most `width` columns (0: all) off *rest, at a blank
 * where there is one. */
struct str output_table_line(struct str *rest, size_t width);

/* Make columns narrower, the widest first, until they fit in `width` with two
 * blanks between; none below 8. */
void output_table_fit(size_t *widths, size_t count, size_t width);

#endif
