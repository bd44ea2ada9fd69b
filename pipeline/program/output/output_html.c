/* A table as a page of HTML that needs nothing else: no script, no font, no
 * other file. */
#include "output_internal.h"

#include "escaped.h"

static const char head[] =
"<!DOCTYPE html>\n"
"<html lang=\"en\">\n"
"<head>\n"
"<meta charset=\"utf-8\">\n"
"<meta http-equiv=\"Content-Security-Policy\" "
"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
"<title>esep ";

static const char style[] = "</title>\n"
"<style>\n"
":root { color-scheme: light dark; --page: #fff; --text: #1a1a1a; "
"--line: #ccc; --mark: #ffe08a; }\n"
"@media (prefers-color-scheme: dark) { :root { --page: #16181c; "
"--text: #e4e4e4; --line: #444; --mark: #6b5300; } }\n"
"body { margin: 1rem; background: var(--page); color: var(--text); "
"font: 0.9rem/1.4 system-ui, sans-serif; }\n"
"table { border-collapse: separate; border-spacing: 0; }\n"
"th, td { padding: 0.3em 0.7em; border-bottom: 1px solid var(--line); "
"text-align: start; vertical-align: top; max-width: 45em; "
"overflow-wrap: break-word; }\n"
"th { position: sticky; top: 0; background: var(--page); }\n"
".n { text-align: right; font-variant-numeric: tabular-nums; }\n"
"ul { margin: 0; padding: 0; list-style: none; }\n"
"mark { background: var(--mark); color: inherit; font-weight: bold; }\n"
"</style>\n"
"</head>\n"
"<body>\n"
"<table>\n"
"<thead>\n"
"<tr>";

static int html_open(struct output_sink *sink, struct err *err)
{
	struct strbuf *buf = &sink->buf;

	(void)err;
	strbuf_clear(buf);
	strbuf_add_z(buf, head);
	escaped_add(buf, str_of(sink->look->title));
	strbuf_add_z(buf, style);
	for (size_t i = 0; i < sink->count; i++) {
		bool number = sink->columns[i].column.kind == OUTPUT_NUMBER;

		strbuf_addf(buf, "<th scope=\"col\"%s>",
			    number ? " class=\"n\"" : "");
		escaped_add(buf, str_of(output_label(&sink->columns[i])));
		strbuf_add_z(buf, "</th>");
	}
	/* what the texts are written in is not known of a whole table */
	strbuf_add_z(buf, "</tr>\n</thead>\n<tbody lang=\"\">\n");
	output_put(sink->file, strbuf_view(buf));
	return 0;
}

static void add_marked(struct strbuf *out, const struct output_cell *cell)
{
	struct output_pieces at = { 0, 0 };
	struct str piece;
	bool is_hit;

	while (output_piece(cell, &at, &piece, &is_hit)) {
		strbuf_add_z(out, is_hit ? "<mark>" : "");
		escaped_add(out, piece);
		strbuf_add_z(out, is_hit ? "</mark>" : "");
	}
}

/* Each on a line of its own: items may be of different directions. */
static void add_list(struct strbuf *out, const struct output_cell *cell,
		     enum output_kind kind)
{
	strbuf_add_z(out, cell->count > 0 ? "<ul>" : "");
	for (size_t i = 0; i < cell->count; i++) {
		const struct output_item *item = &cell->items[i];

		strbuf_add_z(out, "<li><bdi>");
		escaped_add(out, item->text);
		strbuf_add_z(out, "</bdi>");
		if (kind == OUTPUT_COUNTS)
			strbuf_addf(out, " (%jd)", (intmax_t)item->count);
		strbuf_add_z(out, "</li>");
	}
	strbuf_add_z(out, cell->count > 0 ? "</ul>" : "");
}

static void add_html_cell(struct strbuf *out, const struct output_cell *cell,
			  enum output_kind kind)
{
	strbuf_add_z(out, kind == OUTPUT_NUMBER ? "<td class=\"n\">"
						: "<td dir=\"auto\">");
	if (cell->kind == CELL_ITEMS)
		add_list(out, cell, kind);
	else if (cell->kind == CELL_RANGES)
		output_add_cell(out, cell, kind);
	else
		add_marked(out, cell);
	strbuf_add_z(out, "</td>");
}

static int html_row(struct output_sink *sink, const struct output_cell *cells,
		    struct err *err)
{
	struct strbuf *buf = &sink->buf;

	(void)err;
	strbuf_clear(buf);
	strbuf_add_z(buf, "<tr>");
	for (size_t i = 0; i < sink->count; i++)
		add_html_cell(buf, &cells[i], sink->columns[i].column.kind);
	strbuf_add_z(buf, "</tr>\n");
	output_put(sink->file, strbuf_view(buf));
	return 0;
}

static int html_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	fputs("</tbody>\n</table>\n</body>\n</html>\n", sink->file);
	return 0;
}

const struct output_writer output_html_writer = {
	"html", html_open, html_row, html_close, NULL
};
