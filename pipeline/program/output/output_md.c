/* A table in Markdown.
 * source  github.github.com/gfm, section 4.10 (tables), 2.4 (backslashes) */
#include "output_internal.h"

#include "utf8.h"

/* Also the dollar, between two of which GitHub sees a formula. */
static void add_md(struct strbuf *out, struct str text)
{
	struct strbuf shown = STRBUF_INIT;

	output_add_shown(&shown, text);
	for (size_t i = 0; i < shown.len; i++) {
		if (shown.data[i] && strchr("\\|`*_<>[]&~$", shown.data[i]))
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, shown.data[i]);
	}
	strbuf_release(&shown);
}

/* Whether ** makes a text bold wherever it stands: a blank or punctuation at
 * its ends may keep it from that. */
static bool takes_stars(struct str text)
{
	size_t at = 0, start;
	uint32_t first = utf8_next(text, &at);
	uint32_t last = utf8_before(text, text.len, &start);

	return (utf8_is_letter(first) || utf8_is_number(first)) &&
	       (utf8_is_letter(last) || utf8_is_number(last));
}

static void add_bold(struct strbuf *out, struct str text)
{
	bool stars = takes_stars(text);

	strbuf_add_z(out, stars ? "**" : "<b>");
	add_md(out, text);
	strbuf_add_z(out, stars ? "**" : "</b>");
}

static void add_md_cell(struct output_sink *sink,
			const struct output_cell *cell, enum output_kind kind)
{
	struct output_pieces at = { 0, 0 };
	struct strbuf *buf = &sink->buf;
	struct str piece;
	bool is_hit;

	if (cell->kind == CELL_ITEMS || cell->kind == CELL_RANGES) {
		struct strbuf text = STRBUF_INIT;

		output_add_cell(&text, cell, kind);
		add_md(buf, strbuf_view(&text));
		strbuf_release(&text);
		return;
	}
	while (output_piece(cell, &at, &piece, &is_hit)) {
		if (is_hit)
			add_bold(buf, piece);
		else
			add_md(buf, piece);
	}
}

static int md_open(struct output_sink *sink, struct err *err)
{
	struct strbuf *buf = &sink->buf;

	(void)err;
	strbuf_clear(buf);
	for (size_t i = 0; i < sink->count; i++) {
		strbuf_add_z(buf, i > 0 ? " | " : "| ");
		add_md(buf, str_of(output_label(&sink->columns[i])));
	}
	strbuf_add_z(buf, " |\n");
	for (size_t i = 0; i < sink->count; i++)
		strbuf_add_z(buf, sink->columns[i].column.kind == OUTPUT_NUMBER
				  ? "| ---: " : "| --- ");
	strbuf_add_z(buf, "|\n");
	output_put(sink->file, strbuf_view(buf));
	return 0;
}

static int md_row(struct output_sink *sink, const struct output_cell *cells,
		  struct err *err)
{
	struct strbuf *buf = &sink->buf;

	(void)err;
	strbuf_clear(buf);
	for (size_t i = 0; i < sink->count; i++) {
		strbuf_add_z(buf, i > 0 ? " | " : "| ");
		add_md_cell(sink, &cells[i], sink->columns[i].column.kind);
	}
	strbuf_add_z(buf, " |\n");
	output_put(sink->file, strbuf_view(buf));
	return 0;
}

static int md_close(struct output_sink *sink, struct err *err)
{
	(void)sink, (void)err;
	return 0;
}

const struct output_writer output_md_writer = {
	"md", md_open, md_row, md_close, NULL
};
