/* The layout of a table for people, for this folder and its tests.
 *
 * Rows are held up to a bound and laid out as they need it: a grid where its
 * columns fit, else a block a row. What is laid out is text with marks, single
 * bytes that no cell has otherwise, which become colours or nothing. */
#ifndef ESEP_OUTPUT_TABLE_H
#define ESEP_OUTPUT_TABLE_H

#include "output_internal.h"

/* They take no room. */
enum table_mark { MARK_PLAIN = 1, MARK_HIT, MARK_DIM, MARK_BOLD, MARK_END };

enum { TABLE_BETWEEN = 2 }; /* blanks between columns, and between fields */

struct table_column {
	struct str label; /* shown */
	enum output_kind kind;
	enum output_show show;
};

/* Rows that are held, cell after cell. */
struct table_rows {
	const struct table_column *columns;
	size_t column_count, row_count;
	struct str text;    /* of all cells, shown, with marks around hits */
	const size_t *ends; /* of each cell in it */
	size_t width;       /* of the terminal; 0: no limit */
	bool asked;         /* the columns were: all of them are shown */
};

struct str table_cell(const struct table_rows *rows, size_t row,
		      size_t column);

enum table_place {
	PLACE_SHOWN,
	PLACE_TOLD,  /* the same in all rows: above the table */
	PLACE_EMPTY, /* in all rows */
	PLACE_LEFT   /* there is no room */
};

struct table_layout {
	size_t count;              /* of columns */
	enum table_place *places;
	struct strbuf *told;       /* what stands above the table */
	bool is_grid;              /* else a block a row */
	size_t *widths;            /* of a grid's columns */
	bool *is_long;             /* of blocks: stands in lines of its own */
	size_t lines;              /* that the rows take which it was made for */
};

/* Lay out rows; release it. A grid where it takes no more lines than blocks
 * would; columns that may be left out only where they cost no line. No word of
 * a grid is broken but in texts that are longer than a line.
 * cost  rows times columns times the columns to be saved */
void layout_make(struct table_layout *layout, const struct table_rows *rows);
void layout_release(struct table_layout *layout);

/* Whether other rows of the same columns can stand below it. */
bool layout_suits(const struct table_layout *layout,
		  const struct table_rows *rows);

/* Append lines, each with a line end: a row; the labels of the columns, which
 * blocks do without; what is the same in all rows. */
void layout_add_row(const struct table_layout *layout, struct strbuf *out,
		    const struct table_rows *rows, size_t row);
void layout_add_header(const struct table_layout *layout, struct strbuf *out,
		       const struct table_rows *rows);
void layout_add_told(const struct table_layout *layout, struct strbuf *out,
		     const struct table_rows *rows);

/* How many columns of a terminal a text takes, its widest word, and how many
 * lines of a width (0: no limit). */
size_t table_columns(struct str text);
size_t table_widest_word(struct str text);
size_t table_lines(struct str text, size_t width);

/* Cut the next line of at most `width` columns (0: all) off *rest, at a blank
 * where there is one, never between a letter and its marks. A character that
 * is wider stands alone. */
struct str table_line(struct str *rest, size_t width);

/* Append a line of a text whose marks go on from line to line in *mark. */
void table_add_line(struct strbuf *out, struct str line, char *mark);

#endif
