#include "output_table.h"

#include <stdlib.h>

enum { ROWS_HELD = 500, BYTES_HELD = 1024 * 1024 };

/* Of the eight base colours a terminal's theme keeps only red, apart from the
 * text's own, readable on light and on dark grounds; yellow and cyan vanish on
 * white, blue on black. What else is set off is bold or dim. */
static const char *const codes[MARK_END] = {
	[MARK_PLAIN] = "\033[0m", [MARK_HIT] = "\033[1;31m",
	[MARK_DIM] = "\033[2m", [MARK_BOLD] = "\033[1m"
};

struct table {
	struct table_column *columns;
	struct strbuf text, lines;  /* of the rows that are held; reused */
	LIST(size_t) ends;
	struct table_layout layout;
	bool laid_out;
	size_t page, on_page;       /* lines of a page (0: no end), and so far */
	size_t header;              /* of these, those of the last header */
};

static int table_open(struct output_sink *sink, struct err *err)
{
	struct table *table = memory_get_zeroed(sizeof *table);

	(void)err;
	sink->state = table;
	table->columns = memory_get((sink->count + 1) *
				    sizeof *table->columns);
	/* the last line of a terminal is the pager's, or the shell's */
	table->page = sink->look->height > 1 ? sink->look->height - 1 : 0;
	for (size_t i = 0; i < sink->count; i++) {
		struct strbuf label = STRBUF_INIT; /* ours until the end */

		output_add_shown(&label, str_of(output_label(
						 &sink->columns[i])));
		table->columns[i] = (struct table_column){
			strbuf_view(&label), sink->columns[i].column.kind,
			sink->columns[i].column.show };
	}
	return 0;
}

static void paint(struct strbuf *out, struct str lines, bool colour)
{
	for (size_t i = 0; i < lines.len; i++) {
		unsigned char byte = (unsigned char)lines.data[i];

		if (byte == 0 || byte >= MARK_END)
			strbuf_add_char(out, lines.data[i]);
		else if (colour)
			strbuf_add_z(out, codes[byte]);
	}
}

static size_t count_lines(struct str lines)
{
	size_t count = 0;

	for (size_t i = 0; i < lines.len; i++)
		count += lines.data[i] == '\n';
	return count;
}

/* Print what was appended to table->lines. */
static void put_lines(struct output_sink *sink)
{
	struct table *table = sink->state;
	struct str lines = strbuf_view(&table->lines);

	strbuf_clear(&sink->buf);
	paint(&sink->buf, lines, sink->look->colour);
	output_put(sink->file, strbuf_view(&sink->buf));
	table->on_page += count_lines(lines);
	strbuf_clear(&table->lines);
}

static void put_header(struct output_sink *sink, const struct table_rows *rows)
{
	struct table *table = sink->state;

	layout_add_header(&table->layout, &table->lines, rows);
	put_lines(sink);
	table->header = table->on_page;
}

static bool any_told(const struct table_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++)
		if (layout->places[i] == PLACE_TOLD)
			return true;
	return false;
}

static bool tells_the_same(const struct table_layout *a,
			   const struct table_layout *b)
{
	for (size_t i = 0; i < a->count; i++)
		if ((a->places[i] == PLACE_TOLD ||
		     b->places[i] == PLACE_TOLD) &&
		    !(a->places[i] == b->places[i] &&
		      str_equal(strbuf_view(&a->told[i]),
				strbuf_view(&b->told[i]))))
			return false;
	return true;
}

/* A layout that suits the rows: the last one if it does. */
static void lay_out(struct output_sink *sink, const struct table_rows *rows)
{
	struct table *table = sink->state;
	struct table_layout last = table->layout;
	bool go_on;

	if (table->laid_out && layout_suits(&last, rows))
		return;
	layout_make(&table->layout, rows);
	go_on = table->laid_out && !last.is_grid && !table->layout.is_grid &&
		tells_the_same(&last, &table->layout);
	if (table->laid_out)
		layout_release(&last);
	if (!go_on && table->laid_out)
		strbuf_add_char(&table->lines, '\n');
	if (!go_on && any_told(&table->layout)) {
		layout_add_told(&table->layout, &table->lines, rows);
		strbuf_add_char(&table->lines, '\n');
	}
	table->laid_out = true;
	put_lines(sink);
	if (table->layout.is_grid || rows->row_count == 0)
		put_header(sink, rows);
}

/* A row that does not fit on a page goes to the next one, below a header. */
static void turn_page(struct output_sink *sink, const struct table_rows *rows)
{
	struct table *table = sink->state;
	size_t lines = count_lines(strbuf_view(&table->lines));
	struct strbuf row;

	/* what is taller than a page goes on from page to page */
	while (table->page > 0 && table->on_page > table->page)
		table->on_page -= table->page;
	if (table->page == 0 || !table->layout.is_grid ||
	    table->on_page + lines <= table->page ||
	    table->on_page <= table->header)
		return;
	row = table->lines;
	table->lines = (struct strbuf)STRBUF_INIT;
	for (; table->on_page < table->page; table->on_page++)
		fputc('\n', sink->file);
	table->on_page = 0;
	put_header(sink, rows);
	strbuf_release(&table->lines);
	table->lines = row;
}

/* Write the rows that are held. */
static void flush_rows(struct output_sink *sink)
{
	struct table *table = sink->state;
	struct table_rows rows = {
		.columns = table->columns, .column_count = sink->count,
		.row_count = sink->count > 0 ? table->ends.count / sink->count
					     : 0,
		.text = strbuf_view(&table->text), .ends = table->ends.items,
		.width = sink->look->width,
		.asked = sink->look->columns != NULL
	};

	lay_out(sink, &rows);
	for (size_t i = 0; i < rows.row_count; i++) {
		layout_add_row(&table->layout, &table->lines, &rows, i);
		turn_page(sink, &rows);
		put_lines(sink);
	}
	strbuf_clear(&table->text);
	LIST_CLEAR(&table->ends);
}

static void add_hits(struct strbuf *out, const struct output_cell *cell,
		     bool colour)
{
	static const char begin[] = { MARK_HIT, 0 }, end[] = { MARK_PLAIN, 0 };
	size_t at = 0;

	for (size_t i = 0; i < cell->count; i++) {
		const struct output_hit *hit = &cell->hits[i];

		output_add_shown(out, str_slice(cell->text, at, hit->start));
		strbuf_add_z(out, colour ? begin : "**");
		output_add_shown(out, str_slice(cell->text, hit->start,
						hit->end));
		strbuf_add_z(out, colour ? end : "**");
		at = hit->end;
	}
	output_add_shown(out, str_slice(cell->text, at, cell->text.len));
}

static int table_row(struct output_sink *sink, const struct output_cell *cells,
		     struct err *err)
{
	struct table *table = sink->state;

	(void)err;
	for (size_t i = 0; i < sink->count; i++) {
		if (cells[i].kind == CELL_TEXT && cells[i].hits) {
			add_hits(&table->text, &cells[i], sink->look->colour);
		} else {
			strbuf_clear(&sink->buf);
			output_add_cell(&sink->buf, &cells[i],
					sink->columns[i].column.kind);
			output_add_shown(&table->text,
					 strbuf_view(&sink->buf));
		}
		*LIST_ADD(&table->ends) = table->text.len;
	}
	if (table->ends.count >= ROWS_HELD * sink->count ||
	    table->text.len >= BYTES_HELD)
		flush_rows(sink);
	return 0;
}

static int table_close(struct output_sink *sink, struct err *err)
{
	struct table *table = sink->state;

	(void)err;
	if (!table)
		return 0;
	if (table->ends.count > 0 || !table->laid_out)
		flush_rows(sink);
	for (size_t i = 0; i < sink->count; i++)
		free((void *)table->columns[i].label.data);
	free(table->columns);
	if (table->laid_out)
		layout_release(&table->layout);
	strbuf_release(&table->text);
	strbuf_release(&table->lines);
	LIST_RELEASE(&table->ends);
	free(table);
	return 0;
}

const struct output_writer output_table_writer = {
	"table", table_open, table_row, table_close, NULL
};
