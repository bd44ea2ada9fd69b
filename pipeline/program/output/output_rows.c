#include "output_table.h"

#include <stdlib.h>

enum { INDENT = 2 };

static void add_blanks(struct strbuf *out, size_t count)
{
	while (count-- > 0)
		strbuf_add_char(out, ' ');
}

/* One line of each cell of a grid; false when none has a line left. `marks`
 * are kept from line to line. */
static bool add_grid_line(const struct table_layout *layout,
			  struct strbuf *out, const struct table_rows *rows,
			  struct str *rests, char *marks)
{
	size_t owed = 0; /* blanks that nothing has followed yet */
	bool more = false;

	for (size_t i = 0; i < layout->count; i++) {
		bool is_number = rows->columns[i].kind == OUTPUT_NUMBER;
		struct str line;
		size_t columns, pad;

		if (layout->places[i] != PLACE_SHOWN)
			continue;
		line = table_line(&rests[i],
				  rows->width > 0 ? layout->widths[i] : 0);
		columns = table_columns(line);
		pad = columns < layout->widths[i]
			      ? layout->widths[i] - columns : 0;
		more = more || rests[i].len > 0;
		if (line.len > 0) {
			add_blanks(out, owed + (is_number ? pad : 0));
			table_add_line(out, line, &marks[i]);
			owed = is_number ? 0 : pad;
		} else {
			owed += pad;
		}
		owed += TABLE_BETWEEN;
	}
	strbuf_add_char(out, '\n');
	return more;
}

static void add_grid_row(const struct table_layout *layout,
			 struct strbuf *out, const struct table_rows *rows,
			 struct str *rests, char *marks)
{
	while (add_grid_line(layout, out, rows, rests, marks))
		;
}

/* Fields that flow, one behind the other, in lines of a width. */
struct flow {
	struct strbuf *out;
	size_t width, column;
	bool begun;       /* the line has something */
	size_t indent;    /* of the lines behind the first */
	struct strbuf field;
};

static void break_line(struct flow *flow)
{
	strbuf_add_char(flow->out, '\n');
	add_blanks(flow->out, flow->indent);
	flow->column = flow->indent;
	flow->begun = false;
}

static void add_field(struct flow *flow, struct str label, struct str text,
		      bool own_line)
{
	size_t columns;
	struct str rest;
	char mark = 0;

	strbuf_clear(&flow->field);
	strbuf_add_char(&flow->field, MARK_DIM);
	strbuf_add(&flow->field, label);
	strbuf_add_char(&flow->field, ':');
	strbuf_add_char(&flow->field, MARK_PLAIN);
	if (text.len > 0)
		strbuf_add_char(&flow->field, ' ');
	strbuf_add(&flow->field, text);
	rest = strbuf_view(&flow->field);
	columns = table_columns(rest);
	if (flow->begun && (own_line || (flow->width > 0 && flow->column +
			    TABLE_BETWEEN + columns > flow->width)))
		break_line(flow);
	if (flow->begun) {
		add_blanks(flow->out, TABLE_BETWEEN);
		flow->column += TABLE_BETWEEN;
	}
	for (;;) {
		struct str line = table_line(&rest, flow->width > 0 ?
					     flow->width - flow->column : 0);

		table_add_line(flow->out, line, &mark);
		flow->column += table_columns(line);
		flow->begun = true;
		if (rest.len == 0)
			break;
		break_line(flow);
	}
}

static struct flow flow_begin(struct strbuf *out, size_t width)
{
	return (struct flow){ .out = out, .width = width,
			      .indent = width == 0 || width > 4 * INDENT
						? INDENT : 0 };
}

static void flow_end(struct flow *flow)
{
	if (flow->begun)
		strbuf_add_char(flow->out, '\n');
	strbuf_release(&flow->field);
}

static void add_block(const struct table_layout *layout, struct strbuf *out,
		      const struct table_rows *rows, size_t row)
{
	struct flow flow = flow_begin(out, rows->width);

	for (int long_ones = 0; long_ones <= 1; long_ones++)
		for (size_t i = 0; i < layout->count; i++) {
			struct str text = table_cell(rows, row, i);

			if (layout->places[i] != PLACE_SHOWN ||
			    layout->is_long[i] != long_ones ||
			    (text.len == 0 && !rows->asked))
				continue;
			add_field(&flow, rows->columns[i].label, text,
				  long_ones);
		}
	if (!flow.begun) /* a row of which nothing is known is one */
		add_field(&flow, STR("-"), STR_NONE, false);
	flow_end(&flow);
}

void layout_add_row(const struct table_layout *layout, struct strbuf *out,
		    const struct table_rows *rows, size_t row)
{
	struct str *rests;
	char *marks;

	if (!layout->is_grid) {
		add_block(layout, out, rows, row);
		return;
	}
	rests = memory_get((layout->count + 1) * sizeof *rests);
	marks = memory_get_zeroed(layout->count + 1);
	for (size_t i = 0; i < layout->count; i++) {
		rests[i] = table_cell(rows, row, i);
		if (rows->columns[i].kind == OUTPUT_IDS)
			marks[i] = MARK_DIM;
	}
	add_grid_row(layout, out, rows, rests, marks);
	free(marks);
	free(rests);
}

void layout_add_header(const struct table_layout *layout, struct strbuf *out,
		       const struct table_rows *rows)
{
	struct str *rests = memory_get((layout->count + 1) * sizeof *rests);
	char *marks = memory_get((layout->count + 1) * sizeof *marks);

	memset(marks, MARK_BOLD, layout->count);
	for (size_t i = 0; i < layout->count; i++)
		rests[i] = rows->columns[i].label;
	add_grid_row(layout, out, rows, rests, marks);
	free(marks);
	free(rests);
}

void layout_add_told(const struct table_layout *layout, struct strbuf *out,
		     const struct table_rows *rows)
{
	struct flow flow = flow_begin(out, rows->width);

	for (size_t i = 0; i < layout->count; i++)
		if (layout->places[i] == PLACE_TOLD)
			add_field(&flow, rows->columns[i].label,
				  strbuf_view(&layout->told[i]), false);
	flow_end(&flow);
}
