/* JSON (RFC 8259): an array of objects, or an object a line. */
#include "output_internal.h"

#include "utf8.h"

#include <math.h>

void output_add_json(struct strbuf *out, struct str text)
{
	static const char plain[] = "\"\\\n\t\r", coded[] = "\"\\ntr";

	strbuf_add_char(out, '"');
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at); /* U+FFFD for a bad byte */
		const char *found = c > 0 && c < 0x80 ? strchr(plain, (int)c)
						      : NULL;

		if (found) {
			strbuf_add_char(out, '\\');
			strbuf_add_char(out, coded[found - plain]);
		} else if (utf8_is_obeyed(c)) { /* reads the same so */
			strbuf_addf(out, "\\u%04x", (unsigned)c);
		} else {
			utf8_add(out, c);
		}
	}
	strbuf_add_char(out, '"');
}

static void add_items(struct strbuf *out, const struct output_cell *cell,
		      enum output_kind kind)
{
	strbuf_add_char(out, '[');
	for (size_t i = 0; i < cell->count; i++) {
		if (i > 0)
			strbuf_add_char(out, ',');
		if (kind == OUTPUT_COUNTS)
			strbuf_add_z(out, "{\"text\":");
		output_add_json(out, cell->items[i].text);
		if (kind == OUTPUT_COUNTS)
			strbuf_addf(out, ",\"count\":%jd}",
				    (intmax_t)cell->items[i].count);
	}
	strbuf_add_char(out, ']');
}

static void add_ranges(struct strbuf *out, const struct output_cell *cell)
{
	strbuf_add_char(out, '[');
	for (size_t i = 0; i < cell->count; i++)
		strbuf_addf(out, "%s[%zu,%zu]", i > 0 ? "," : "",
			    cell->hits[i].start, cell->hits[i].end);
	strbuf_add_char(out, ']');
}

static void add_value(struct strbuf *out, const struct output_cell *cell,
		      enum output_kind kind)
{
	switch (cell->kind) {
	case CELL_NONE:
		strbuf_add_z(out, "null");
		break;
	case CELL_TEXT:
		output_add_json(out, cell->text);
		break;
	case CELL_REAL:
		if (!isfinite(cell->real)) { /* JSON has no such number */
			output_add_json(out, cell->text);
			break;
		}
		/* fallthrough */
	case CELL_NUMBER:
		strbuf_add(out, cell->text);
		break;
	case CELL_ITEMS:
		add_items(out, cell, kind);
		break;
	case CELL_RANGES:
		add_ranges(out, cell);
		break;
	}
}

static void put_object(struct output_sink *sink,
		       const struct output_cell *cells, const char *before,
		       const char *after)
{
	struct strbuf *buf = &sink->buf;

	strbuf_clear(buf);
	strbuf_add_z(buf, before);
	for (size_t i = 0; i < sink->count; i++) {
		const struct output_column *column = &sink->columns[i].column;

		strbuf_add_char(buf, i > 0 ? ',' : '{');
		output_add_json(buf, str_of(column->name));
		strbuf_add_char(buf, ':');
		add_value(buf, &cells[i], column->kind);
	}
	strbuf_add_char(buf, '}');
	strbuf_add_z(buf, after);
	output_put_line(sink, strbuf_view(buf));
}

static int json_open(struct output_sink *sink, struct err *err)
{
	(void)err;
	fputc('[', sink->file);
	return 0;
}

static int json_row(struct output_sink *sink, const struct output_cell *cells,
		    struct err *err)
{
	(void)err;
	put_object(sink, cells, sink->rows > 0 ? ",\n" : "\n", "");
	return 0;
}

static int json_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	fputs("\n]\n", sink->file);
	return 0;
}

static int jsonl_open(struct output_sink *sink, struct err *err)
{
	(void)sink, (void)err;
	return 0;
}

static int jsonl_row(struct output_sink *sink, const struct output_cell *cells,
		     struct err *err)
{
	(void)err;
	put_object(sink, cells, "", "\n");
	return 0;
}

const struct output_writer output_json_writer = {
	"json", json_open, json_row, json_close, NULL
};
const struct output_writer output_jsonl_writer = {
	"jsonl", jsonl_open, jsonl_row, jsonl_open, NULL
};
