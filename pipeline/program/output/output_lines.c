/* A row a line: TSV and CSV. */
#include "output_internal.h"

#include "utf8.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Adds a text as a cell. */
typedef void add_cell(struct strbuf *out, struct str text);

/* What would part cells and rows, from a byte on. */
static void blank_from(struct strbuf *out, size_t from)
{
	for (; from < out->len; from++)
		if (out->data[from] == '\t' || out->data[from] == '\n' ||
		    out->data[from] == '\r')
			out->data[from] = ' ';
}

static void add_tsv(struct strbuf *out, struct str text)
{
	size_t from = out->len;

	strbuf_add(out, text);
	blank_from(out, from);
}

void output_add_csv(struct strbuf *out, struct str text)
{
	bool quoted = false;

	for (size_t i = 0; i < text.len && !quoted; i++) {
		char c = text.data[i];

		quoted = c == '"' || c == ',' || c == '\n' || c == '\r';
	}
	if (!quoted) {
		strbuf_add(out, text);
		return;
	}
	strbuf_add_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, text.data[i]);
	}
	strbuf_add_char(out, '"');
}

/* Whether Excel and LibreOffice take what begins there for a formula; the wide
 * forms too. source: OWASP, CSV Injection */
static bool begins_formula(struct str text, size_t at)
{
	uint32_t c;

	at = str_skip_spaces(text, at);
	if (at == text.len)
		return false;
	c = utf8_next(text, &at);
	return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xff1d ||
	       c == 0xff0b || c == 0xff0d || c == 0xff20;
}

/* A text with a ' before what would be computed: at its beginning, and where a
 * spreadsheet that parts cells at semicolons or tabs would see another one. */
static void add_marked(struct strbuf *out, struct str text)
{
	bool is_start = true;

	for (size_t i = 0; i < text.len; i++) {
		if (is_start && begins_formula(text, i))
			strbuf_add_char(out, '\'');
		is_start = text.data[i] == ';' || text.data[i] == '\t' ||
			   text.data[i] == '\n' || text.data[i] == '\r';
		strbuf_add_char(out, text.data[i]);
	}
}

static int open_lines(struct output_sink *sink, add_cell *add, char sep,
		      const char *end)
{
	if (sink->look->bom)
		fputs(BYTE_ORDER_MARK, sink->file);
	strbuf_clear(&sink->buf);
	for (size_t i = 0; i < sink->count; i++) {
		if (i > 0)
			strbuf_add_char(&sink->buf, sep);
		add(&sink->buf, str_of(sink->columns[i].column.name));
	}
	strbuf_add_z(&sink->buf, end);
	output_put_line(sink, strbuf_view(&sink->buf));
	return 0;
}

static int close_lines(struct output_sink *sink, struct err *err)
{
	(void)sink, (void)err;
	return 0;
}

static int tsv_open(struct output_sink *sink, struct err *err)
{
	(void)err;
	return open_lines(sink, add_tsv, '\t', "\n");
}

static int tsv_row(struct output_sink *sink, const struct output_cell *cells,
		   struct err *err)
{
	struct strbuf *buf = &sink->buf;

	(void)err;
	strbuf_clear(buf);
	for (size_t i = 0; i < sink->count; i++) {
		size_t from;

		if (i > 0)
			strbuf_add_char(buf, '\t');
		from = buf->len;
		output_add_cell(buf, &cells[i], sink->columns[i].column.kind);
		blank_from(buf, from);
	}
	strbuf_add_char(buf, '\n');
	output_put_line(sink, strbuf_view(buf));
	return 0;
}

static int csv_open(struct output_sink *sink, struct err *err)
{
	(void)err;
	return open_lines(sink, output_add_csv, ',', "\r\n");
}

static void put_csv(struct output_sink *sink, const struct output_cell *cells,
		    bool safe)
{
	struct strbuf *buf = &sink->buf, cell = STRBUF_INIT,
		      marked = STRBUF_INIT;

	strbuf_clear(buf);
	for (size_t i = 0; i < sink->count; i++) {
		/* a number may begin with a minus */
		bool is_number = cells[i].kind == CELL_NUMBER ||
				 cells[i].kind == CELL_REAL;

		if (i > 0)
			strbuf_add_char(buf, ',');
		strbuf_clear(&cell);
		strbuf_clear(&marked);
		output_add_cell(&cell, &cells[i],
				sink->columns[i].column.kind);
		if (safe && !is_number)
			add_marked(&marked, strbuf_view(&cell));
		output_add_csv(buf, strbuf_view(safe && !is_number ? &marked
								   : &cell));
	}
	if (buf->len == 0) /* else readers take the line for none */
		strbuf_add_z(buf, "\"\"");
	strbuf_add_z(buf, "\r\n");
	output_put_line(sink, strbuf_view(buf));
	strbuf_release(&cell);
	strbuf_release(&marked);
}

static int csv_row(struct output_sink *sink, const struct output_cell *cells,
		   struct err *err)
{
	(void)err;
	put_csv(sink, cells, false);
	return 0;
}

static int csv_safe_row(struct output_sink *sink,
			const struct output_cell *cells, struct err *err)
{
	(void)err;
	put_csv(sink, cells, true);
	return 0;
}

const struct output_writer output_tsv_writer = {
	"tsv", tsv_open, tsv_row, close_lines, NULL
};
const struct output_writer output_csv_writer = {
	"csv", csv_open, csv_row, close_lines, NULL
};
const struct output_writer output_csv_safe_writer = {
	"csv-safe", csv_open, csv_safe_row, close_lines, NULL
};
