/* What the writers of the formats share; for this folder alone. */
#ifndef ESEP_OUTPUT_INTERNAL_H
#define ESEP_OUTPUT_INTERNAL_H

#include "output.h"

enum cell_kind { CELL_NONE, CELL_TEXT, CELL_NUMBER, CELL_REAL, CELL_ITEMS,
		 CELL_RANGES };

struct output_cell {
	enum cell_kind kind;
	struct str text;                 /* CELL_TEXT; of a number its digits */
	int64_t number;                  /* CELL_NUMBER */
	double real;                     /* CELL_REAL */
	const struct output_item *items; /* CELL_ITEMS */
	const struct output_hit *hits;   /* of a text, in bytes; of CELL_RANGES,
	                                    in code points */
	size_t count;                    /* of items or hits */
};

/* A column as it is printed. */
struct sink_column {
	struct output_column column;
	size_t from;                     /* its number among the query's */
	bool is_asked;                   /* by its name */
};

/* Where rows go: columns as asked for, cells in their order. */
struct output_sink {
	FILE *file;
	const struct output_look *look;
	struct sink_column *columns;
	size_t count;
	size_t rows;                     /* that were written */
	size_t skipped;                  /* that the format could not hold */
	struct strbuf buf;               /* reused */
	void *state;                     /* the writer's own */
};

/* A format. Cells and texts are borrowed until the call returns. */
struct output_writer {
	const char *name;
	int (*open)(struct output_sink *sink, struct err *err);
	int (*row)(struct output_sink *sink, const struct output_cell *cells,
		   struct err *err);
	int (*close)(struct output_sink *sink, struct err *err); /* frees state */
	const char *skips; /* what rows that it skips lack: "have no …" */
};

extern const struct output_writer output_table_writer, output_tsv_writer,
	output_csv_writer, output_csv_safe_writer, output_json_writer,
	output_jsonl_writer, output_html_writer, output_md_writer,
	output_xlsx_writer, output_ics_writer, output_timelinejs_writer,
	output_timemap_writer, output_uwazi_writer, output_svg_writer;

/* Append a cell as text: numbers in digits, items with "; " between (ids with
 * ";"), ranges as 0:4. */
void output_add_cell(struct strbuf *out, const struct output_cell *cell,
		     enum output_kind kind);

/* A text cut at the ends of its hits. */
struct output_pieces {
	size_t hit, end; /* begin with 0, 0 */
};

/* The next piece of CELL_TEXT, CELL_NUMBER or CELL_REAL, and whether it is a
 * hit; false behind the last. None is empty. */
bool output_piece(const struct output_cell *cell, struct output_pieces *at,
		  struct str *piece, bool *is_hit);

/* The heading for people. */
const char *output_label(const struct sink_column *column);

void output_put(FILE *file, struct str text);

/* A line of a format for programs, which may go to a terminal all the same. */
void output_put_line(struct output_sink *sink, struct str text);

/* Rows that are held until all are there. */
struct sorter;
struct sorter *sorter_new(size_t columns);
void sorter_free(struct sorter *sorter);

/* Sort by a column, beside those that were told before; NULL is behind all. */
void sorter_by(struct sorter *sorter, size_t column, enum output_kind kind,
	       bool descending);
void sorter_add(struct sorter *sorter, const struct output_cell *cells);

/* The rows in order; those that are equal as they came. */
void sorter_sort(struct sorter *sorter);
size_t sorter_count(const struct sorter *sorter);
const struct output_cell *sorter_row(const struct sorter *sorter, size_t at);

#endif
