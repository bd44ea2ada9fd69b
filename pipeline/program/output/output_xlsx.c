/* A workbook of one sheet, as Excel, LibreOffice, R and pandas read it.
 *
 * Rows go to a temporary file as they come, so that memory does not grow with
 * them; the library writes to files with a name alone. */
#include "output_internal.h"

#include "edtf.h"
#include "utf8.h"

#include <dlfcn.h>
#include <math.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION

enum {
	ROWS_MAX = 1048576,    /* of a sheet, with the header */
	CELL_MAX = 32767,      /* UTF-16 units in a cell */
	ESCAPED_MAX = 7,       /* of a byte: _x001B_ */
	ROWS_MEASURED = 1000,  /* for the widths of columns */
	WIDTH_MIN = 8, WIDTH_MAX = 60, ARROW = 3, /* of a filter */
	DATE_PARTS = 3
};
static const double EXACT_MAX = 999999999999999; /* Excel has 15 digits */
static const time_t MADE = 315532800; /* 1980: the same bytes on any day */
static const char *const date_parts[DATE_PARTS] = { "_year", "_month",
						    "_day" };

/* The library is loaded when a workbook is asked for: linked, it and OpenSSL,
 * which it needs, would take a third of the start of each program. */
#define XLSX_FUNCTIONS(EACH) \
	EACH(format_set_align) \
	EACH(format_set_bold) \
	EACH(format_set_text_wrap) \
	EACH(lxw_strerror) \
	EACH(lxw_workbook_free) \
	EACH(workbook_add_format) \
	EACH(workbook_add_worksheet) \
	EACH(workbook_close) \
	EACH(workbook_new_opt) \
	EACH(workbook_set_properties) \
	EACH(worksheet_autofilter) \
	EACH(worksheet_freeze_panes) \
	EACH(worksheet_ignore_errors) \
	EACH(worksheet_set_column) \
	EACH(worksheet_write_number) \
	EACH(worksheet_write_rich_string) \
	EACH(worksheet_write_string)

/* Its functions under their names. */
struct xlsx_library {
#define XLSX_POINTER(name) __typeof__(name) *name;
	XLSX_FUNCTIONS(XLSX_POINTER)
#undef XLSX_POINTER
};

struct workbook {
	struct xlsx_library lib;
	FILE *file;            /* temporary, with no name */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *heading, *cell, *hit, *bold_cell;
	size_t *widths;        /* of the sheet's columns */
	size_t columns;        /* of the sheet */
	struct arena pieces;   /* of a cell with hits */
	bool failed;
};

/* What was loaded stays until the program ends. */
static int load_library(struct xlsx_library *library, struct err *err)
{
	void *handle = dlopen(LIBRARY, RTLD_NOW), *found;

	if (!handle)
		return err_set(err, ERR_MISSING, "xlsx needs the library "
			       LIBRARY ", which is not installed");
	/* memcpy: C knows no cast from an object to a function */
#define FIND(name) \
	if (!(found = dlsym(handle, #name))) \
		return err_set(err, ERR_MISSING, LIBRARY " has no " #name); \
	memcpy(&library->name, &found, sizeof found);
	XLSX_FUNCTIONS(FIND)
#undef FIND
	return 0;
}

/* Append a text as a cell of a workbook has it: what XML cannot hold, and what
 * would be read as such, is _xHHHH_.
 * source  ECMA-376, part 1, 22.9.2.19 (ST_Xstring) */
static void add_escaped(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at, digits = 0;
		uint32_t c = utf8_next(text, &at);

		while (c == '_' && digits < 4 && at + 1 + digits < text.len &&
		       text.data[at] == 'x' &&
		       strchr("0123456789abcdefABCDEF",
			      text.data[at + 1 + digits]) &&
		       text.data[at + 1 + digits])
			digits++;
		if (digits == 4 || (c < 0x20 && c != '\t' && c != '\n') ||
		    c == 0xfffe || c == 0xffff)
			strbuf_addf(out, "_x%04X_", (unsigned)c);
		else if (c == 0xfffd) /* a bad byte too */
			utf8_add(out, c);
		else
			strbuf_add(out, str_slice(text, start, at));
	}
}

static size_t utf16_units(struct str text)
{
	size_t units = 0;

	for (size_t at = 0; at < text.len;)
		units += utf8_next(text, &at) > 0xffff ? 2 : 1;
	return units;
}

static int refuse(struct output_sink *sink, struct err *err, size_t column,
		  struct str text)
{
	struct workbook *book = sink->state;

	book->failed = true;
	return err_set(err, ERR_LIMIT, "row %zu, column '%s': the text has %zu "
		       "characters, a cell of xlsx holds %d; csv holds any",
		       sink->rows + 1, sink->columns[column].column.name,
		       utf16_units(text), (int)CELL_MAX);
}

static int cannot_write(struct output_sink *sink, struct err *err,
			  const char *why)
{
	((struct workbook *)sink->state)->failed = true;
	return err_set(err, ERR_SYSTEM, "cannot write the workbook: %s", why);
}

static lxw_error put_string(struct workbook *book, lxw_row_t row, size_t at,
			    const char *text, lxw_format *format)
{
	return book->lib.worksheet_write_string(book->sheet, row,
						(lxw_col_t)at, text, format);
}

static lxw_error put_number(struct workbook *book, lxw_row_t row, size_t at,
			    double number)
{
	return book->lib.worksheet_write_number(book->sheet, row,
						(lxw_col_t)at, number,
						book->cell);
}

static void put_heading(struct workbook *book, size_t at, const char *name,
			const char *part)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%s%s", name, part);
	put_string(book, 0, at, text.data, book->heading);
	book->widths[at] = utf8_columns(strbuf_view(&text)) + ARROW;
	strbuf_release(&text);
}

static void put_headings(struct output_sink *sink, struct workbook *book)
{
	size_t at = 0;

	for (size_t i = 0; i < sink->count; i++) {
		const struct output_column *column = &sink->columns[i].column;

		put_heading(book, at++, column->name, "");
		for (size_t part = 0; column->kind == OUTPUT_DATE &&
		     part < DATE_PARTS; part++)
			put_heading(book, at++, column->name,
				    date_parts[part]);
	}
}

static lxw_format *new_format(struct workbook *book, bool bold, bool wrapped)
{
	lxw_format *format = book->lib.workbook_add_format(book->book);

	if (bold)
		book->lib.format_set_bold(format);
	if (wrapped)
		book->lib.format_set_text_wrap(format);
	book->lib.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	return format;
}

static void make_book(struct output_sink *sink, struct workbook *book)
{
	const struct xlsx_library *lib = &book->lib;
	lxw_doc_properties properties = { .created = MADE };
	const char *title = sink->look->title;

	lib->workbook_set_properties(book->book, &properties);
	book->sheet = lib->workbook_add_worksheet(book->book,
						  title ? title : "esep");
	book->heading = new_format(book, true, false);
	book->cell = new_format(book, false, true);
	book->bold_cell = new_format(book, true, true);
	book->hit = lib->workbook_add_format(book->book);
	lib->format_set_bold(book->hit);
	put_headings(sink, book);
	lib->worksheet_freeze_panes(book->sheet, 1, 0);
	lib->worksheet_ignore_errors(book->sheet,
				     LXW_IGNORE_NUMBER_STORED_AS_TEXT,
				     "A1:XFD1048576");
}

static int xlsx_open(struct output_sink *sink, struct err *err)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	struct workbook *book = memory_get_zeroed(sizeof *book);
	char name[40];
	int rc;

	sink->state = book;
	book->pieces = (struct arena)ARENA_INIT;
	for (size_t i = 0; i < sink->count; i++)
		book->columns += sink->columns[i].column.kind == OUTPUT_DATE
				 ? 1 + DATE_PARTS : 1;
	book->widths = memory_get_zeroed(book->columns * sizeof *book->widths);
	if ((rc = load_library(&book->lib, err)) < 0) {
		book->failed = true;
		return rc;
	}
	if (!(book->file = tmpfile()))
		return cannot_write(sink, err, "there can be no temporary "
				      "file");
	snprintf(name, sizeof name, "/proc/self/fd/%d", fileno(book->file));
	book->book = book->lib.workbook_new_opt(name, &options);
	if (!book->book)
		return cannot_write(sink, err, "no memory");
	make_book(sink, book);
	return 0;
}

/* A text in which hits are bold, piece by piece. */
static lxw_error put_hits(struct workbook *book, lxw_row_t row, size_t at,
			  const struct output_cell *cell)
{
	size_t room = 2 * cell->count + 1, count = 0;
	lxw_rich_string_tuple *pieces, **list;
	struct output_pieces place = { 0, 0 };
	struct strbuf text = STRBUF_INIT;
	struct str piece;
	bool is_hit = false;

	arena_clear(&book->pieces);
	pieces = arena_get(&book->pieces, room * sizeof *pieces);
	list = arena_get(&book->pieces, (room + 1) * sizeof *list);
	while (output_piece(cell, &place, &piece, &is_hit)) {
		strbuf_clear(&text);
		add_escaped(&text, piece);
		pieces[count].format = is_hit ? book->hit : NULL;
		pieces[count].string = str_copy_z(&book->pieces,
						  strbuf_view(&text));
		list[count] = &pieces[count];
		count++;
	}
	list[count] = NULL;
	strbuf_release(&text);
	if (count == 1) /* the library wants two pieces at least */
		return put_string(book, row, at, pieces[0].string,
				  is_hit ? book->bold_cell : book->cell);
	return book->lib.worksheet_write_rich_string(
		book->sheet, row, (lxw_col_t)at, list, book->cell);
}

static lxw_error put_text(struct workbook *book, lxw_row_t row, size_t at,
			  struct str text)
{
	struct strbuf escaped = STRBUF_INIT;
	lxw_error rc;

	add_escaped(&escaped, text);
	rc = put_string(book, row, at, escaped.data, book->cell);
	strbuf_release(&escaped);
	return rc;
}

/* A number that the sheet can hold as it is; `text` are its digits. */
static bool is_exact(const struct output_cell *cell, const char *text,
		     double *number)
{
	if (cell->kind != CELL_NUMBER && cell->kind != CELL_REAL)
		return false;
	*number = strtod(text, NULL); /* as rounded as other formats have it */
	return isfinite(*number) && fabs(*number) <= EXACT_MAX;
}

/* Year, month and day as far as they are known; of an interval its start. A
 * season's number is no month. */
static void put_date(struct workbook *book, lxw_row_t row, size_t at,
		     struct str text)
{
	struct edtf date;
	unsigned precision;

	if (!edtf_parse(&date, text))
		return;
	precision = date.start.precision;
	if (precision >= EDTF_YEAR)
		put_number(book, row, at, date.start.year);
	if (precision >= EDTF_MONTH)
		put_number(book, row, at + 1, date.start.month);
	if (precision == EDTF_DAY)
		put_number(book, row, at + 2, date.start.day);
}

/* As the file has it, with what XML cannot hold written out. */
static bool is_too_long(struct str text)
{
	struct strbuf escaped = STRBUF_INIT;
	bool too_long;

	if (text.len <= CELL_MAX / ESCAPED_MAX)
		return false;
	add_escaped(&escaped, text);
	too_long = escaped.len > CELL_MAX &&
		   utf16_units(strbuf_view(&escaped)) > CELL_MAX;
	strbuf_release(&escaped);
	return too_long;
}

static int put_cell(struct output_sink *sink, size_t column, size_t at,
		    const struct output_cell *cell, struct err *err)
{
	struct workbook *book = sink->state;
	lxw_row_t row = (lxw_row_t)(sink->rows + 1);
	struct strbuf *buf = &sink->buf;
	lxw_error rc = LXW_NO_ERROR;
	struct str text;
	double number;

	strbuf_clear(buf);
	output_add_cell(buf, cell, sink->columns[column].column.kind);
	text = strbuf_view(buf);
	if (sink->rows < ROWS_MEASURED &&
	    book->widths[at] < utf8_columns(text))
		book->widths[at] = utf8_columns(text);
	if (is_too_long(text))
		return refuse(sink, err, column, text);
	if (is_exact(cell, text.data, &number))
		rc = put_number(book, row, at, number);
	else if (cell->kind == CELL_TEXT && cell->count > 0 && text.len > 0)
		rc = put_hits(book, row, at, cell);
	else if (text.len > 0)
		rc = put_text(book, row, at, text);
	if (rc == LXW_NO_ERROR)
		return 0;
	return cannot_write(sink, err, book->lib.lxw_strerror(rc));
}

static int xlsx_row(struct output_sink *sink, const struct output_cell *cells,
		    struct err *err)
{
	struct workbook *book = sink->state;
	size_t at = 0;
	int rc = 0;

	if (sink->rows + 1 >= ROWS_MAX) {
		book->failed = true;
		return err_set(err, ERR_LIMIT, "row %zu, column '%s': a sheet "
			       "of xlsx holds %d rows; csv holds any number",
			       sink->rows + 1, sink->columns[0].column.name,
			       (int)ROWS_MAX - 1);
	}
	for (size_t i = 0; rc == 0 && i < sink->count; i++) {
		rc = put_cell(sink, i, at, &cells[i], err);
		if (sink->columns[i].column.kind != OUTPUT_DATE) {
			at++;
			continue;
		}
		if (rc == 0)
			put_date(book, (lxw_row_t)(sink->rows + 1), at + 1,
				 cells[i].text);
		at += 1 + DATE_PARTS;
	}
	return rc;
}

static void set_widths(struct workbook *book)
{
	for (size_t i = 0; i < book->columns; i++) {
		size_t width = book->widths[i];

		width = width < WIDTH_MIN ? WIDTH_MIN : width;
		width = width > WIDTH_MAX ? WIDTH_MAX : width;
		book->lib.worksheet_set_column(book->sheet, (lxw_col_t)i,
					       (lxw_col_t)i, (double)width,
					       NULL);
	}
}

/* The library does not look whether its temporary files took what it wrote:
 * that of the rows, and the sheet that it becomes. */
static int check_room(struct output_sink *sink, struct err *err)
{
	FILE *rows = ((struct workbook *)sink->state)->sheet->optimize_tmpfile;
	struct statvfs there;
	off_t size;

	if (fflush(rows) != 0 || ferror(rows) || (size = ftello(rows)) < 0)
		return cannot_write(sink, err, "its temporary file could "
				      "not be written");
	if (fstatvfs(fileno(rows), &there) == 0 &&
	    (uintmax_t)there.f_bavail * there.f_frsize < 2 * (uintmax_t)size)
		return cannot_write(sink, err, "no room for its temporary "
				      "files");
	return 0;
}

static int copy_file(struct output_sink *sink, struct err *err)
{
	FILE *file = ((struct workbook *)sink->state)->file;
	char piece[1 << 14];
	size_t len;

	rewind(file);
	while ((len = fread(piece, 1, sizeof piece, file)) > 0)
		output_put(sink->file, (struct str){ piece, len });
	if (ferror(file))
		return cannot_write(sink, err, "its temporary file could "
				      "not be read");
	return 0;
}

static int finish(struct output_sink *sink, struct err *err)
{
	struct workbook *book = sink->state;
	lxw_error made;
	int rc;

	set_widths(book);
	book->lib.worksheet_autofilter(book->sheet, 0, 0,
				       (lxw_row_t)sink->rows,
				       (lxw_col_t)(book->columns - 1));
	rc = check_room(sink, err);
	if (rc < 0)
		return rc;
	made = book->lib.workbook_close(book->book);
	book->book = NULL;
	if (made != LXW_NO_ERROR)
		return cannot_write(sink, err, book->lib.lxw_strerror(made));
	return copy_file(sink, err);
}

static int xlsx_close(struct output_sink *sink, struct err *err)
{
	struct workbook *book = sink->state;
	int rc = 0;

	if (!book)
		return 0;
	if (!book->failed)
		rc = finish(sink, err);
	if (book->book)
		book->lib.lxw_workbook_free(book->book);
	if (book->file)
		fclose(book->file);
	free(book->widths);
	arena_release(&book->pieces);
	free(book);
	sink->state = NULL;
	return rc;
}

const struct output_writer output_xlsx_writer = {
	"xlsx", xlsx_open, xlsx_row, xlsx_close, NULL
};
