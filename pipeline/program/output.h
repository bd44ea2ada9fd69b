/* Rows of a query on their way out: a table that people read on a terminal,
 * tab-separated lines or JSON for programs. */
#ifndef ESEP_OUTPUT_H
#define ESEP_OUTPUT_H

#include "str.h"

#include <stdio.h>

enum output_format {
	OUTPUT_TABLE, /* aligned, long cells broken to the width */
	OUTPUT_TSV,   /* a header row; \t \n \r \\ for these in a cell */
	OUTPUT_JSON   /* an array of objects, one a line */
};

enum output_kind {
	OUTPUT_TEXT,
	OUTPUT_NUMBER, /* at the right edge of its column */
	OUTPUT_HITS    /* text with hits: in TSV and JSON a second column,
	                  `hits`, has them as start:end, in code points from 0,
	                  half-open, with blanks between */
};

struct output_column {
	const char *name;
	enum output_kind kind;
};

struct output_hit {
	size_t start, end; /* bytes, half-open, ascending, apart */
};

struct output;

/* width   columns of the terminal; 0: lines as long as they come
 * colour  hits in colour, else between ** ** (tables only)
 * The file is borrowed. */
struct output *output_new(FILE *file, enum output_format format, size_t width,
			  bool colour);

/* What suits the file: a table as wide as the terminal, in colour unless
 * NO_COLOR is set or TERM is dumb; TSV where it is no terminal. `format` is
 * "table", "tsv" or "json", or NULL. A table that goes elsewhere is as wide as
 * COLUMNS says, else as it comes. NULL for another word. */
struct output *output_open(FILE *file, const char *format);

/* The columns, once, before the first row; names are copied. */
void output_columns(struct output *out, const struct output_column *columns,
		    size_t count);

/* The next cell; a row ends with its last one. Text may hold anything:
 * control bytes do not reach a terminal. A table is laid out by its first
 * rows, so that it may be of any length. */
void output_text(struct output *out, struct str text);
void output_number(struct output *out, int64_t number);
void output_line(struct output *out, int64_t number); /* 0 or less: empty */
void output_real(struct output *out, double number, int decimals);
void output_hits(struct output *out, struct str text,
		 const struct output_hit *hits, size_t count);

/* Append a text as JSON has it, with its quotation marks. A byte that is no
 * UTF-8 becomes U+FFFD. */
void output_add_json(struct strbuf *out, struct str text);

/* Append a text as a TSV cell. */
void output_add_tsv(struct strbuf *out, struct str text);

/* Write what is still held and free it. The file's error flag tells whether
 * all was written. */
void output_close(struct output *out);

#endif
