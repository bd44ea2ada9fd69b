#include "output_table.h"

#include "utf8.h"

static bool is_mark(char byte)
{
	return byte >= MARK_PLAIN && byte < MARK_END;
}

/* The columns of the character at *at, which moves behind it. */
static size_t next_columns(struct str text, size_t *at)
{
	size_t start = *at;

	if (is_mark(text.data[start])) {
		++*at;
		return 0;
	}
	*at = utf8_cluster_end(text, start);
	if (*at == start + 1) /* most are ASCII, and shown */
		return 1;
	return utf8_columns(str_slice(text, start, *at));
}

size_t table_columns(struct str text)
{
	size_t columns = 0;

	for (size_t at = 0; at < text.len;)
		columns += next_columns(text, &at);
	return columns;
}

size_t table_widest_word(struct str text)
{
	size_t widest = 0, columns = 0;

	for (size_t at = 0; at < text.len;) {
		bool is_blank = text.data[at] == ' ';
		size_t more = next_columns(text, &at);

		columns = is_blank ? 0 : columns + more;
		widest = columns > widest ? columns : widest;
	}
	return widest;
}

struct str table_line(struct str *rest, size_t width)
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

size_t table_lines(struct str text, size_t width)
{
	size_t lines = 0;

	while (text.len > 0) {
		table_line(&text, width);
		lines++;
	}
	return lines;
}

void table_add_line(struct strbuf *out, struct str line, char *mark)
{
	if (*mark)
		strbuf_add_char(out, *mark);
	strbuf_add(out, line);
	for (size_t i = 0; i < line.len; i++)
		if (is_mark(line.data[i]))
			*mark = line.data[i] == MARK_PLAIN ? 0 : line.data[i];
	if (*mark)
		strbuf_add_char(out, MARK_PLAIN);
}
