/* Rows of a query on their way out: a table that people read on a terminal,
 * or a format that programs read. One writer for all programs.
 *
 * A query names its columns once and then gives one cell after the other. What
 * a user asks of any table is done here: which columns, in which order of
 * rows, how many of them, names of persons masked. */
#ifndef ESEP_OUTPUT_H
#define ESEP_OUTPUT_H

#include "err.h"
#include "str.h"

#include <stdio.h>

enum output_format {
	OUTPUT_TABLE,    /* for people: as wide as the terminal */
	OUTPUT_TSV,      /* IANA text/tab-separated-values: nothing is quoted,
	                    tabs and line ends in a cell are blanks */
	OUTPUT_CSV,      /* RFC 4180 */
	OUTPUT_CSV_SAFE, /* CSV with ' before what a spreadsheet would compute */
	OUTPUT_JSON,     /* an array of objects, one a line */
	OUTPUT_JSONL,    /* an object a line */
	OUTPUT_HTML,     /* a page */
	OUTPUT_MD,       /* a table in Markdown, as GitHub has it */
	OUTPUT_XLSX,     /* Office Open XML; of dates also year, month and day
	                    as numbers, in columns behind each */
	/* for rows of what happened when: */
	OUTPUT_ICS,      /* RFC 5545: what has a day */
	OUTPUT_TIMELINEJS, /* JSON of Knight Lab's TimelineJS 3 */
	OUTPUT_TIMEMAP,  /* JSON of events for Forensic Architecture's TimeMap */
	OUTPUT_UWAZI,    /* CSV as HURIDOCS' Uwazi imports it */
	OUTPUT_SVG,      /* a chart: a lane for each type, a bar as long as the
	                    date is unsure */
	OUTPUT_FORMATS
};

enum output_kind {
	OUTPUT_TEXT,
	OUTPUT_NUMBER, /* at the right edge of its column */
	OUTPUT_DATE,   /* text: EDTF */
	OUTPUT_IDS,    /* several texts without blanks: a;b */
	OUTPUT_LIST,   /* several texts: a; b */
	OUTPUT_COUNTS, /* several texts, each with a number: a (4); b (3) */
	OUTPUT_HITS,   /* text with hits. A column `hits` stands behind it, which
	                  tables leave out */
	OUTPUT_RANGES  /* places in a text, in code points from 0, half-open:
	                  "0:4 9:13"; that column */
};

enum output_show {
	SHOW_ALWAYS,
	SHOW_ASKED,    /* in table, html, md only if --columns names it */
	SHOW_WIDE,     /* in tables for people only where there is room */
	SHOW_PAGE      /* in tables for people only if --columns names it, but on
	                  a page (HTML, Markdown), which is handed on */
};

struct output_column {
	const char *name;
	enum output_kind kind;
	enum output_show show;
	const char *label; /* its heading in tables for people; NULL: name */
};

/* Two columns: ids, and the names that people read in their place. */
#define OUTPUT_NAMED(ids) \
	{ ids, OUTPUT_IDS, SHOW_ASKED, NULL }, \
	{ ids "_name", OUTPUT_LIST, SHOW_ALWAYS, ids }

struct output_hit {
	size_t start, end; /* bytes, half-open, ascending, apart */
};

struct output_item {
	struct str text;
	int64_t count;     /* OUTPUT_COUNTS */
};

/* What every text passes through on its way out: appended to `out` in place of
 * `text`; hits are moved with it. */
struct output_mask {
	void (*add)(void *data, struct strbuf *out, struct str text,
		    struct output_hit *hits, size_t count);
	void *data;
};

/* How rows are to be printed. */
struct output_look {
	enum output_format format;
	size_t width;        /* columns of the terminal; 0: lines as they come */
	size_t height;       /* lines of it, after which the header comes again;
	                        0: once */
	bool colour;         /* in tables; else hits stand between ** ** */
	bool bom;            /* before TSV and CSV */
	bool is_terminal;    /* where the rows go: nothing of a report is
	                        obeyed there, in any format */
	const char *columns; /* "a,b": these, in this order; NULL: all */
	const char *sort;    /* "a,-b": by these, - for the largest first; NULL:
	                        as they come */
	bool has_limit;
	size_t limit;        /* rows */
	const struct output_mask *mask; /* NULL: none. Borrowed */
	const char *title;   /* the program's name, for a page or workbook:
	                        "search"; NULL: none */
	struct strbuf *notes; /* gets lines for who asks: how many rows the format
	                        could not hold; NULL: they are not told */
};

struct output;

/* The file and the texts of `look` are borrowed. */
struct output *output_new(FILE *file, const struct output_look *look);

/* The format of a name, as "csv-safe"; false for another word. */
bool output_find_format(const char *name, enum output_format *format);

/* The names of all of them: "table, tsv, … or xlsx". Static. */
const char *output_format_names(void);

/* Set format, width, height and colour to what suits the file: a table as wide
 * as the terminal, TSV where it is none; a table that goes elsewhere is as wide
 * as COLUMNS says, else as it comes.
 * format  a name, or NULL
 * colour  "always", "never", "auto" or NULL: as git has it; then NO_COLOR and
 *         TERM=dumb are obeyed
 * errors  ERR_USAGE another format or colour; xlsx to a terminal */
int output_suit(struct output_look *look, FILE *file, const char *format,
		const char *colour, struct err *err);

/* The columns, once, before the first row; names are copied.
 * errors: ERR_USAGE --columns or --sort names another one, --bom with a format
 * that has none; ERR_MISSING, ERR_SYSTEM a workbook cannot be written here */
int output_columns(struct output *out, const struct output_column *columns,
		   size_t count, struct err *err);

/* The next cell; a row ends with its last one. Text may hold anything. An empty
 * text is what is not known: null in JSON. Everything is copied. */
void output_text(struct output *out, struct str text);
void output_number(struct output *out, int64_t number);
void output_line(struct output *out, int64_t number); /* 0 or less: empty */
void output_real(struct output *out, double number, int decimals);
void output_none(struct output *out);
void output_items(struct output *out, const struct output_item *items,
		  size_t count);
/* Items that stand in one text, with `sep` between; an empty text has none. */
void output_split(struct output *out, struct str text, char sep);
void output_hits(struct output *out, struct str text,
		 const struct output_hit *hits, size_t count);

/* How many rows may still be printed (SIZE_MAX: any number): at 0 a query may
 * stop. */
size_t output_left(const struct output *out);

/* Whether the look asks for some columns or rows, or for an order. */
bool output_is_shaped(const struct output *out);

/* Whether the rows are for people to read: table, html, md. */
bool output_is_for_people(const struct output *out);

/* Write what is still held and free it. That all was written, the file's error
 * flag tells.
 * errors  ERR_SYSTEM, ERR_LIMIT what the format cannot hold */
int output_close(struct output *out, struct err *err);

/* Append a text as JSON has it, with its quotation marks. A byte that is no
 * UTF-8 becomes U+FFFD. */
void output_add_json(struct strbuf *out, struct str text);

/* Append a text as a cell of CSV. */
void output_add_csv(struct strbuf *out, struct str text);

/* Append a text for a terminal: controls, and marks that turn the direction of
 * text around, become U+FFFD, tabs and line ends blanks. */
void output_add_shown(struct strbuf *out, struct str text);

/* The same, with tabs and line ends as they are. */
void output_add_lines(struct strbuf *out, struct str text);

#endif
