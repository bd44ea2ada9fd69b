#include "output_table.h"

#include "utf8.h"

#include <stdlib.h>

enum { ROWS_HELD = 500, BETWEEN = 2, NARROWEST = 8 };

#define BOLD "\033[1m"
#define RED "\033[1;31m"
#define PLAIN "\033[0m"

static bool is_mark(uint32_t code_point)
{
	return code_point == TABLE_HIT || code_point == TABLE_HIT_END;
}

/* The columns of the code point at *at, which moves behind it. */
static size_t next_columns(struct str text, size_t *at)
{
	size_t start = *at;

	if (is_mark(utf8_next(text, at)))
		return 0;
	return utf8_columns(str_slice(text, start, *at));
}

static size_t text_columns(struct str text)
{
	size_t columns = 0;

	for (size_t at = 0; at < text.len;)
		columns += next_columns(text, &at);
	return columns;
}

struct str output_table_line(struct str *rest, size_t width)
{
	struct str text = *rest, line;
	size_t at = 0, columns = 0, blank = 0;

	while (at < text.len) {
		size_t start = at;

		columns += next_columns(text, &at);
		if (width > 0 && columns > width && start > 0) {
			at = start;
			break;
		}
		if (text.data[start] == ' ')
			blank = start;
	}
	if (at < text.len && text.data[at] != ' ' && blank > 0)
		at = blank;
	line = str_slice(text, 0, at);
	while (at < text.len && text.data[at] == ' ')
		at++;
	*rest = str_slice(text, at, text.len);
	return line;
}

void output_table_fit(size_t *widths, size_t count, size_t width)
{
	size_t total = count > 0 ? (count - 1) * BETWEEN : 0;

	for (size_t i = 0; i < count; i++) {
		if (widths[i] > width)
			widths[i] = width;
		total += widths[i];
	}
	while (total > width) {
		size_t widest = 0;

		for (size_t i = 1; i < count; i++)
			if (widths[i] > widths[widest])
				widest = i;
		if (widths[widest] <= NARROWEST)
			break;
		widths[widest]--;
		total--;
	}
}

void output_table_init(struct output_table *table, FILE *file, size_t width,
		       bool colour, const struct output_column *columns,
		       size_t count)
{
	*table = (struct output_table){ .file = file, .width = width,
					.colour = colour,
					.column_count = count };
	table->names = memory_get(count * sizeof *table->names);
	table->is_number = memory_get(count * sizeof *table->is_number);
	table->widths = memory_get(count * sizeof *table->widths);
	for (size_t i = 0; i < count; i++) {
		table->names[i] = (struct strbuf)STRBUF_INIT;
		strbuf_add_z(&table->names[i], columns[i].name);
		table->is_number[i] = columns[i].kind == OUTPUT_NUMBER;
		table->widths[i] = 0;
	}
}

static void put_blanks(const struct output_table *table, size_t count)
{
	while (count-- > 0)
		fputc(' ', table->file);
}

/* Text with the marks as colours. *in_hit is kept from line to line. */
static void put_text(const struct output_table *table, struct str text,
		     bool *in_hit)
{
	if (*in_hit)
		fputs(RED, table->file);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (c == TABLE_HIT || c == TABLE_HIT_END) {
			*in_hit = c == TABLE_HIT;
			fputs(*in_hit ? RED : PLAIN, table->file);
		} else {
			fputc(c, table->file);
		}
	}
	if (*in_hit)
		fputs(PLAIN, table->file);
}

/* One line of each cell; false when none has a line left. */
static bool put_lines(const struct output_table *table, struct str *rests,
		      bool *in_hit)
{
	size_t owed = 0; /* blanks that nothing has followed yet */
	bool more = false;

	for (size_t i = 0; i < table->column_count; i++) {
		size_t limit = table->width > 0 ? table->widths[i] : 0;
		struct str line = output_table_line(&rests[i], limit);
		size_t columns = text_columns(line);
		size_t pad = columns < table->widths[i]
				     ? table->widths[i] - columns : 0;

		more = more || rests[i].len > 0;
		if (line.len > 0) {
			put_blanks(table, owed +
				   (table->is_number[i] ? pad : 0));
			put_text(table, line, &in_hit[i]);
			owed = table->is_number[i] ? 0 : pad;
		} else {
			owed += pad;
		}
		owed += BETWEEN;
	}
	fputc('\n', table->file);
	return more;
}

static void put_row(const struct output_table *table, struct str *rests)
{
	bool *in_hit = memory_get(table->column_count * sizeof *in_hit);

	memset(in_hit, 0, table->column_count * sizeof *in_hit);
	while (put_lines(table, rests, in_hit))
		;
	free(in_hit);
}

static void put_header(const struct output_table *table, struct str *rests)
{
	for (size_t i = 0; i < table->column_count; i++)
		rests[i] = strbuf_view(&table->names[i]);
	if (table->colour)
		fputs(BOLD, table->file);
	put_row(table, rests);
	if (table->colour)
		fputs(PLAIN, table->file);
}

static struct str cell(const struct output_table *table, size_t index)
{
	size_t start = index > 0 ? table->ends.items[index - 1] : 0;

	return str_slice(strbuf_view(&table->text), start,
			 table->ends.items[index]);
}

static void lay_out(struct output_table *table, struct str *rests)
{
	for (size_t i = 0; i < table->column_count; i++)
		table->widths[i] = text_columns(strbuf_view(&table->names[i]));
	for (size_t i = 0; i < table->ends.count; i++) {
		size_t *width = &table->widths[i % table->column_count];
		size_t columns = text_columns(cell(table, i));

		*width = columns > *width ? columns : *width;
	}
	if (table->width > 0)
		output_table_fit(table->widths, table->column_count,
				 table->width);
	table->laid_out = true;
	put_header(table, rests);
}

/* Write the rows that are held. */
static void flush_rows(struct output_table *table)
{
	struct str *rests = memory_get(table->column_count * sizeof *rests);

	if (!table->laid_out)
		lay_out(table, rests);
	for (size_t i = 0; i < table->ends.count; i += table->column_count) {
		for (size_t k = 0; k < table->column_count; k++)
			rests[k] = cell(table, i + k);
		put_row(table, rests);
	}
	strbuf_clear(&table->text);
	LIST_CLEAR(&table->ends);
	free(rests);
}

void output_table_add(struct output_table *table, struct str text)
{
	strbuf_add(&table->text, text);
	*LIST_ADD(&table->ends) = table->text.len;
	if (table->ends.count % table->column_count == 0 &&
	    (table->laid_out ||
	     table->ends.count == ROWS_HELD * table->column_count))
		flush_rows(table);
}

void output_table_close(struct output_table *table)
{
	flush_rows(table);
	for (size_t i = 0; i < table->column_count; i++)
		strbuf_release(&table->names[i]);
	free(table->names);
	free(table->is_number);
	free(table->widths);
	strbuf_release(&table->text);
	LIST_RELEASE(&table->ends);
}

static int table_open(struct output_sink *sink, struct err *err)
{
	struct output_column *columns =
		memory_get((sink->count + 1) * sizeof *columns);

	(void)err;
	for (size_t i = 0; i < sink->count; i++) {
		columns[i] = sink->columns[i].column;
		columns[i].name = output_label(&sink->columns[i]);
	}
	sink->state = memory_get(sizeof(struct output_table));
	output_table_init(sink->state, sink->file, sink->look->width,
			  sink->look->colour, columns, sink->count);
	free(columns);
	return 0;
}

static void add_hits(struct strbuf *out, const struct output_cell *cell,
		     bool colour)
{
	size_t at = 0;

	for (size_t i = 0; i < cell->count; i++) {
		const struct output_hit *hit = &cell->hits[i];

		output_add_shown(out, str_slice(cell->text, at, hit->start));
		strbuf_add_z(out, colour ? "\001" : "**");
		output_add_shown(out, str_slice(cell->text, hit->start,
						hit->end));
		strbuf_add_z(out, colour ? "\002" : "**");
		at = hit->end;
	}
	output_add_shown(out, str_slice(cell->text, at, cell->text.len));
}

static int table_row(struct output_sink *sink, const struct output_cell *cells,
		     struct err *err)
{
	struct strbuf text = STRBUF_INIT;

	(void)err;
	for (size_t i = 0; i < sink->count; i++) {
		strbuf_clear(&sink->buf);
		strbuf_clear(&text);
		if (cells[i].kind == CELL_TEXT && cells[i].hits) {
			add_hits(&sink->buf, &cells[i], sink->look->colour);
		} else {
			output_add_cell(&text, &cells[i],
					sink->columns[i].column.kind);
			output_add_shown(&sink->buf, strbuf_view(&text));
		}
		output_table_add(sink->state, strbuf_view(&sink->buf));
	}
	strbuf_release(&text);
	return 0;
}

static int table_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	if (sink->state)
		output_table_close(sink->state);
	free(sink->state);
	return 0;
}

const struct output_writer output_table_writer = {
	"table", table_open, table_row, table_close
};
