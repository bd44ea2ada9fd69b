#include "view.h"

#include "utf8.h"

#include <stdlib.h>

static void add_select(struct strbuf *sql, const struct view *view)
{
	size_t line = 0; /* where it began */

	strbuf_add_z(sql, "SELECT ");
	for (size_t i = 0; i < view->count; i++) {
		const struct view_column *column = &view->columns[i];

		if (i > 0)
			strbuf_add_char(sql, ',');
		if (i > 0 && sql->len - line > 60) {
			line = sql->len;
			strbuf_add_z(sql, "\n ");
		}
		if (i > 0)
			strbuf_add_char(sql, ' ');
		if (column->sql)
			strbuf_addf(sql, "%s AS ", column->sql);
		strbuf_add_z(sql, column->column.name);
	}
}

static int make_sql(struct strbuf *sql, const struct view *view,
		    struct str from, struct str condition,
		    const struct query_context *context, struct err *err)
{
	int rc = 0;

	if (from.len == 0)
		from = str_of(view->from);
	add_select(sql, view);
	strbuf_addf(sql, "\nFROM %.*s\nWHERE true%.*s", STR_ARGS(from),
		    STR_ARGS(condition));
	if (view->filters)
		rc = query_add_filters(context, view->filters, sql, err);
	strbuf_addf(sql, "\nORDER BY %s", view->order);
	return rc;
}

/* As many digits behind the point as the database has. */
static void print_number(struct output *out, struct statement *st, int column)
{
	struct str text = statement_text(st, column);
	size_t point = str_find(text, STR("."), 0);

	if (text.len == 0)
		output_none(out);
	else if (point == text.len)
		output_number(out, statement_number(st, column));
	else
		output_real(out, statement_real(st, column),
			    (int)(text.len - point - 1));
}

/* The byte at which `count` code points from *at on end; both move. */
static size_t move(struct str text, size_t *at, size_t *chars, size_t count)
{
	while (*chars < count && *at < text.len) {
		utf8_next(text, at);
		++*chars;
	}
	return *at;
}

/* What overlaps the one before it is left out: places are apart. */
static void print_hits(struct output *out, struct str text, struct str ranges)
{
	LIST(struct output_hit) hits = { NULL, 0, 0 };
	size_t at = 0, chars = 0;
	struct str range, start;

	while (ranges.len > 0 && str_split(&ranges, ' ', &range)) {
		uint64_t from, to;
		struct output_hit hit;

		str_split(&range, ':', &start);
		if (!str_number(start, SIZE_MAX, &from) ||
		    !str_number(range, SIZE_MAX, &to) || from < chars ||
		    to <= from)
			continue;
		hit.start = move(text, &at, &chars, from);
		hit.end = move(text, &at, &chars, to);
		if (hit.end > hit.start)
			*LIST_ADD(&hits) = hit;
	}
	output_hits(out, text, hits.items, hits.count);
	LIST_RELEASE(&hits);
}

static void print_cell(const struct view_column *column, struct statement *st,
		       int at, struct output *out)
{
	switch (column->column.kind) {
	case OUTPUT_NUMBER:
		print_number(out, st, at);
		break;
	case OUTPUT_HITS:
		print_hits(out, statement_text(st, at),
			   statement_text(st, at + 1));
		break;
	case OUTPUT_RANGES: /* done with its text */
		break;
	case OUTPUT_IDS:
	case OUTPUT_LIST:
		output_split(out, statement_text(st, at), column->between);
		break;
	default:
		output_text(out, statement_text(st, at));
	}
}

int view_columns(const struct view *view, struct query_context *context,
		 struct err *err)
{
	struct output_column *columns =
		memory_get(view->count * sizeof *columns);
	size_t count = 0;
	int rc;

	for (size_t i = 0; i < view->count; i++)
		if (view->columns[i].column.kind != OUTPUT_RANGES)
			columns[count++] = view->columns[i].column;
	rc = output_columns(context->out, columns, count, err);
	free(columns);
	return rc;
}

int view_rows(const struct view *view, struct str sql,
	      struct query_context *context, struct err *err)
{
	struct strbuf text = STRBUF_INIT; /* with a NUL */
	struct statement *st;
	int rc;

	strbuf_add(&text, sql);
	rc = statement_open(&st, context->db, text.data, err);
	strbuf_release(&text);
	while (rc >= 0 && output_left(context->out) > 0 &&
	       (rc = statement_step(st, err)) > 0)
		for (size_t i = 0; i < view->count; i++)
			print_cell(&view->columns[i], st, (int)i,
				   context->out);
	statement_close(st);
	return rc < 0 ? rc : 0;
}

int view_run(const struct view *view, const struct view_settings *settings,
	     struct str from, struct str condition,
	     struct query_context *context, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int rc;

	if (settings->sql && context->mask)
		return err_set(err, ERR_USAGE, "--sql gives rows that are not "
			       "masked: it is not for --mask");
	if (settings->sql && output_is_shaped(context->out))
		return err_set(err, ERR_USAGE, "--sql gives all rows and "
			       "columns as they come: it is not for --columns, "
			       "--sort and --limit");
	rc = make_sql(&sql, view, from, condition, context, err);
	if (rc == 0 && settings->sql)
		query_print_text(context, strbuf_view(&sql), ";\n");
	if (rc == 0 && !settings->sql)
		rc = view_columns(view, context, err);
	if (rc == 0 && !settings->sql)
		rc = view_rows(view, strbuf_view(&sql), context, err);
	strbuf_release(&sql);
	return rc;
}
