#include "output_internal.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

struct output {
	struct output_look look;
	const struct output_writer *writer;
	struct output_sink sink;
	struct arena names;           /* of columns */
	LIST(struct output_column) columns; /* of the query, `hits` among them */
	LIST(struct output_cell) row; /* as far as it has come */
	struct arena cells;           /* what they hold */
	LIST(struct output_cell) printed; /* the row as it is asked for */
	struct sorter *sorter;        /* NULL: rows go out as they come */
	size_t count;                 /* rows that were printed */
	struct strbuf buf;            /* reused */
	struct err err;               /* the first one that a row met */
	bool opened;                  /* the writer */
};

static const struct output_writer *const writers[OUTPUT_FORMATS] = {
	[OUTPUT_TABLE] = &output_table_writer,
	[OUTPUT_TSV] = &output_tsv_writer,
	[OUTPUT_CSV] = &output_csv_writer,
	[OUTPUT_CSV_SAFE] = &output_csv_safe_writer,
	[OUTPUT_JSON] = &output_json_writer,
	[OUTPUT_JSONL] = &output_jsonl_writer,
	[OUTPUT_HTML] = &output_html_writer,
	[OUTPUT_MD] = &output_md_writer,
	[OUTPUT_XLSX] = &output_xlsx_writer,
	[OUTPUT_ICS] = &output_ics_writer,
	[OUTPUT_TIMELINEJS] = &output_timelinejs_writer,
	[OUTPUT_TIMEMAP] = &output_timemap_writer,
	[OUTPUT_UWAZI] = &output_uwazi_writer,
	[OUTPUT_SVG] = &output_svg_writer,
};

bool output_find_format(const char *name, enum output_format *format)
{
	for (size_t i = 0; i < OUTPUT_FORMATS; i++)
		if (!strcmp(writers[i]->name, name)) {
			*format = (enum output_format)i;
			return true;
		}
	return false;
}

const char *output_format_names(void)
{
	return "table, tsv, csv, csv-safe, json, jsonl, html, md, xlsx, ics, "
	       "timelinejs, timemap, uwazi or svg";
}

struct output *output_new(FILE *file, const struct output_look *look)
{
	struct output *out = memory_get_zeroed(sizeof *out);

	out->look = *look;
	out->writer = writers[look->format];
	out->sink = (struct output_sink){ .file = file, .look = &out->look };
	return out;
}

void output_put(FILE *file, struct str text)
{
	fwrite_unlocked(text.data, 1, text.len, file);
}

const char *output_label(const struct sink_column *column)
{
	return column->column.label && !column->is_asked ? column->column.label
							 : column->column.name;
}

void output_add_lines(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool is_laid_out = c == '\t' || c == '\n' || c == '\r';

		utf8_add(out, !is_laid_out && utf8_is_obeyed(c) ? 0xfffd : c);
	}
}

void output_put_line(struct output_sink *sink, struct str text)
{
	struct strbuf shown = STRBUF_INIT;

	if (sink->look->is_terminal) {
		output_add_lines(&shown, text);
		text = strbuf_view(&shown);
	}
	output_put(sink->file, text);
	strbuf_release(&shown);
}

void output_add_shown(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c == '\t' || c == '\n' || c == '\r')
			c = ' ';
		utf8_add(out, utf8_is_obeyed(c) ? 0xfffd : c);
	}
}

static void add_column(struct output *out, const struct output_column *column)
{
	struct output_column *own = LIST_ADD(&out->columns);

	*own = *column;
	own->name = str_copy_z(&out->names, str_of(column->name));
	if (column->label)
		own->label = str_copy_z(&out->names, str_of(column->label));
}

/* Returns the number of a column, or that of none. */
static size_t find_column(const struct output *out, struct str name)
{
	size_t at = 0;

	while (at < out->columns.count &&
	       !str_equal(str_of(out->columns.items[at].name), name))
		at++;
	if (at < out->columns.count)
		return at;
	/* what a table calls it */
	for (at = 0; at < out->columns.count; at++)
		if (out->columns.items[at].label &&
		    str_equal(str_of(out->columns.items[at].label), name))
			break;
	return at;
}

static int no_column(const struct output *out, const char *option,
		     struct str name, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	int rc;

	for (size_t i = 0; i < out->columns.count; i++)
		strbuf_addf(&names, " %s", out->columns.items[i].name);
	rc = err_set(err, ERR_USAGE, "--%s: there is no column '%.*s' (there "
		     "are:%s)", option, STR_ARGS(name), names.data);
	strbuf_release(&names);
	return rc;
}

static void print_column(struct output *out, size_t from)
{
	struct sink_column *column = &out->sink.columns[out->sink.count++];

	*column = (struct sink_column){ out->columns.items[from], from,
					out->look.columns != NULL };
}

static int choose_columns(struct output *out, struct err *err)
{
	struct str rest = str_of(out->look.columns), name;
	bool is_page = out->look.format == OUTPUT_HTML ||
		       out->look.format == OUTPUT_MD;
	bool is_table = out->look.format == OUTPUT_TABLE;
	size_t asked = 1;

	for (size_t i = 0; i < rest.len; i++)
		asked += rest.data[i] == ',';
	if (asked < out->columns.count)
		asked = out->columns.count;
	out->sink.columns = memory_get(asked * sizeof *out->sink.columns);
	for (size_t i = 0; !out->look.columns && i < out->columns.count; i++) {
		enum output_show show = out->columns.items[i].show;

		if (!((is_table || is_page) && show == SHOW_ASKED) &&
		    !(is_table && show == SHOW_PAGE))
			print_column(out, i);
	}
	while (out->look.columns && str_split(&rest, ',', &name)) {
		size_t from = find_column(out, str_trim(name));

		if (from == out->columns.count)
			return no_column(out, "columns", str_trim(name), err);
		for (size_t i = 0; i < out->sink.count; i++)
			if (out->sink.columns[i].from == from)
				return err_set(err, ERR_USAGE, "--columns: "
					       "'%s' is named twice",
					       out->columns.items[from].name);
		print_column(out, from);
	}
	return 0;
}

static int choose_order(struct output *out, struct err *err)
{
	struct str rest = str_of(out->look.sort), name;

	if (!out->look.sort)
		return 0;
	out->sorter = sorter_new(out->columns.count);
	while (str_split(&rest, ',', &name)) {
		bool descending;
		size_t column;

		name = str_trim(name);
		descending = str_has_prefix(name, STR("-"));
		name = str_slice(name, descending, name.len);
		column = find_column(out, name);
		if (column == out->columns.count)
			return no_column(out, "sort", name, err);
		sorter_by(out->sorter, column,
			  out->columns.items[column].kind, descending);
	}
	return 0;
}

static int check_bom(const struct output_look *look, struct err *err)
{
	if (!look->bom || look->format == OUTPUT_TSV ||
	    look->format == OUTPUT_CSV || look->format == OUTPUT_CSV_SAFE)
		return 0;
	return err_set(err, ERR_USAGE, "--bom goes before tsv and csv; %s has "
		       "no use for it", writers[look->format]->name);
}

int output_columns(struct output *out, const struct output_column *columns,
		   size_t count, struct err *err)
{
	static const struct output_column hits = { "hits", OUTPUT_RANGES,
						   SHOW_ASKED, NULL };
	int rc;

	for (size_t i = 0; i < count; i++) {
		add_column(out, &columns[i]);
		if (columns[i].kind == OUTPUT_HITS)
			add_column(out, &hits);
	}
	rc = check_bom(&out->look, err);
	if (rc == 0)
		rc = choose_columns(out, err);
	if (rc == 0)
		rc = choose_order(out, err);
	if (rc == 0) {
		out->opened = true;
		rc = out->writer->open(&out->sink, err);
	}
	if (rc < 0)
		out->err = *err; /* nothing is printed from here on */
	return rc;
}

size_t output_left(const struct output *out)
{
	if (out->err.code < 0 || ferror(out->sink.file))
		return 0; /* a pager that was left early, a full disk */
	return out->look.has_limit && !out->sorter
		       ? out->look.limit - out->count : SIZE_MAX;
}

bool output_is_shaped(const struct output *out)
{
	return out->look.columns || out->look.sort || out->look.has_limit;
}

bool output_is_for_people(const struct output *out)
{
	return out->look.format == OUTPUT_TABLE ||
	       out->look.format == OUTPUT_HTML || out->look.format == OUTPUT_MD;
}

static void print_row(struct output *out, const struct output_cell *cells)
{
	if (out->err.code < 0 ||
	    (out->look.has_limit && out->count >= out->look.limit))
		return;
	LIST_CLEAR(&out->printed);
	for (size_t i = 0; i < out->sink.count; i++)
		*LIST_ADD(&out->printed) = cells[out->sink.columns[i].from];
	out->writer->row(&out->sink, out->printed.items, &out->err);
	out->sink.rows++;
	out->count++;
}

static void add_cell(struct output *out, struct output_cell cell)
{
	*LIST_ADD(&out->row) = cell;
	if (out->row.count < out->columns.count)
		return;
	if (out->sorter)
		sorter_add(out->sorter, out->row.items);
	else
		print_row(out, out->row.items);
	LIST_CLEAR(&out->row);
	arena_clear(&out->cells);
}

/* A copy, masked where that is asked for. */
static struct str keep_text(struct output *out, struct str text,
			    struct output_hit *hits, size_t count)
{
	const struct output_mask *mask = out->look.mask;
	char *copied;

	if (mask && text.len > 0) {
		strbuf_clear(&out->buf);
		mask->add(mask->data, &out->buf, text, hits, count);
		text = strbuf_view(&out->buf);
	}
	if (text.len == 0)
		return STR_NONE;
	copied = arena_get_bytes(&out->cells, text.len);
	memcpy(copied, text.data, text.len);
	return (struct str){ copied, text.len };
}

void output_none(struct output *out)
{
	add_cell(out, (struct output_cell){ .kind = CELL_NONE,
					    .text = STR_NONE });
}

void output_text(struct output *out, struct str text)
{
	if (text.len == 0) {
		output_none(out);
		return;
	}
	add_cell(out, (struct output_cell){
		.kind = CELL_TEXT, .text = keep_text(out, text, NULL, 0) });
}

/* Append a number in digits, with a point before the last `decimals`: a table
 * has millions of them, which printf is slow with. */
static struct str add_digits(char digits[24], bool negative, uint64_t number,
			     int decimals)
{
	size_t at = 24;

	for (int i = 0; number > 0 || i <= decimals; i++) {
		if (i > 0 && i == decimals)
			digits[--at] = '.';
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	}
	if (negative)
		digits[--at] = '-';
	return (struct str){ digits + at, 24 - at };
}

/* Digits hold no name. */
static struct str keep_digits(struct output *out, struct str digits)
{
	char *copied = arena_get_bytes(&out->cells, digits.len);

	memcpy(copied, digits.data, digits.len);
	return (struct str){ copied, digits.len };
}

void output_number(struct output *out, int64_t number)
{
	char digits[24];
	struct str text = add_digits(digits, number < 0,
				     number < 0 ? -(uint64_t)number
						: (uint64_t)number, 0);

	add_cell(out, (struct output_cell){ .kind = CELL_NUMBER,
					    .number = number,
					    .text = keep_digits(out, text) });
}

void output_line(struct output *out, int64_t number)
{
	if (number > 0)
		output_number(out, number);
	else
		output_none(out);
}

void output_real(struct output *out, double number, int decimals)
{
	static const double powers[] = { 1, 10, 100, 1000, 10000 };
	double scaled = fabs(number) * powers[decimals < 4 ? decimals : 4];
	double whole = nearbyint(scaled);
	struct output_cell cell = { .kind = CELL_REAL, .real = number };
	char digits[24];

	/* not where a digit hangs on what the product was rounded to */
	if (decimals <= 4 && scaled < 1e12 &&
	    fabs(fabs(scaled - whole) - 0.5) > 1e-3) {
		cell.text = keep_digits(out, add_digits(
			digits, signbit(number), (uint64_t)whole, decimals));
	} else {
		strbuf_clear(&out->buf);
		strbuf_addf(&out->buf, "%.*f", decimals, number);
		cell.text = keep_digits(out, strbuf_view(&out->buf));
	}
	add_cell(out, cell);
}

void output_items(struct output *out, const struct output_item *items,
		  size_t count)
{
	struct output_item *own;

	if (count == 0) {
		add_cell(out, (struct output_cell){ .kind = CELL_ITEMS,
						    .text = STR_NONE });
		return;
	}
	own = arena_get(&out->cells, count * sizeof *own);
	for (size_t i = 0; i < count; i++)
		own[i] = (struct output_item){
			keep_text(out, items[i].text, NULL, 0),
			items[i].count };
	add_cell(out, (struct output_cell){ .kind = CELL_ITEMS, .items = own,
					    .count = count,
					    .text = STR_NONE });
}

void output_split(struct output *out, struct str text, char sep)
{
	LIST(struct output_item) items = { NULL, 0, 0 };
	struct str item;

	while (text.len > 0 && str_split(&text, sep, &item))
		LIST_ADD(&items)->text = str_trim(item);
	output_items(out, items.items, items.count);
	LIST_RELEASE(&items);
}

/* The same hits in code points. */
static struct output_cell ranges_of(struct output *out, struct str text,
				    const struct output_hit *hits,
				    size_t count)
{
	struct output_hit *places = count > 0 ?
		arena_get(&out->cells, count * sizeof *places) : NULL;
	size_t at = 0, chars = 0;

	for (size_t i = 0; i < count; i++) {
		places[i].start = chars + utf8_chars(
			str_slice(text, at, hits[i].start));
		places[i].end = places[i].start + utf8_chars(
			str_slice(text, hits[i].start, hits[i].end));
		chars = places[i].end;
		at = hits[i].end;
	}
	return (struct output_cell){ .kind = CELL_RANGES, .hits = places,
				     .count = count, .text = STR_NONE };
}

void output_hits(struct output *out, struct str text,
		 const struct output_hit *hits, size_t count)
{
	struct output_hit *own = count > 0 ?
		arena_get(&out->cells, count * sizeof *own) : NULL;
	struct output_cell cell = { .kind = CELL_TEXT, .hits = own,
				    .count = count }, ranges;
	size_t kept = 0;

	if (count > 0)
		memcpy(own, hits, count * sizeof *own);
	cell.text = keep_text(out, text, own, count);
	for (size_t i = 0; i < count; i++) /* a mask may have swallowed some */
		if (own[i].end > own[i].start)
			own[kept++] = own[i];
	cell.count = kept;
	ranges = ranges_of(out, cell.text, own, kept);
	add_cell(out, cell);
	add_cell(out, ranges);
}

void output_add_cell(struct strbuf *out, const struct output_cell *cell,
		     enum output_kind kind)
{
	const char *between = kind == OUTPUT_IDS ? ";" : "; ";

	switch (cell->kind) {
	case CELL_NONE:
		break;
	case CELL_TEXT:
	case CELL_NUMBER:
	case CELL_REAL:
		strbuf_add(out, cell->text);
		break;
	case CELL_ITEMS:
		for (size_t i = 0; i < cell->count; i++) {
			if (i > 0)
				strbuf_add_z(out, between);
			strbuf_add(out, cell->items[i].text);
			if (kind == OUTPUT_COUNTS)
				strbuf_addf(out, " (%jd)",
					    (intmax_t)cell->items[i].count);
		}
		break;
	case CELL_RANGES:
		for (size_t i = 0; i < cell->count; i++)
			strbuf_addf(out, "%s%zu:%zu", i > 0 ? " " : "",
				    cell->hits[i].start, cell->hits[i].end);
		break;
	}
}

int output_close(struct output *out, struct err *err)
{
	int rc;

	if (out->sorter && out->err.code == 0) {
		sorter_sort(out->sorter);
		for (size_t i = 0; i < sorter_count(out->sorter); i++)
			print_row(out, sorter_row(out->sorter, i));
	}
	rc = out->err.code < 0 ? out->err.code : 0;
	if (rc < 0 && err && err->code == 0)
		*err = out->err;
	if (out->opened) {
		struct err closing = ERR_INIT;
		int closed = out->writer->close(&out->sink, &closing);

		if (rc == 0 && closed < 0) {
			rc = closed;
			if (err)
				*err = closing;
		}
	}
	if (out->sink.skipped > 0 && out->look.notes)
		strbuf_addf(out->look.notes, "%zu of %zu rows %s\n",
			    out->sink.skipped, out->sink.rows,
			    out->writer->skips);
	sorter_free(out->sorter);
	arena_release(&out->names);
	arena_release(&out->cells);
	LIST_RELEASE(&out->columns);
	LIST_RELEASE(&out->row);
	LIST_RELEASE(&out->printed);
	free(out->sink.columns);
	strbuf_release(&out->sink.buf);
	strbuf_release(&out->buf);
	free(out);
	return rc;
}
