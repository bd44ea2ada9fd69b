#include "paragraphs.h"

#include "fold.h"
#include "utf8.h"

struct line {
	size_t start, end;   /* bytes in the source, without the line end */
	bool blank;
	uint32_t number;     /* from 1 */
	uint32_t page;       /* from 1; 0 where the source has no form feed */
};

struct splitter {
	struct document *doc;
	LIST(struct line) lines;
	struct strbuf text;
};

static bool is_blank_text(struct str text)
{
	size_t at = 0;

	while (at < text.len)
		if (!fold_is_blank(utf8_next(text, &at)))
			return false;
	return true;
}

/* Lines end with LF or CR LF; with CR alone where there is no LF at all. */
static void find_lines(struct splitter *splitter)
{
	struct str text = splitter->doc->source_text;
	bool has_lf = memchr(text.data, '\n', text.len) != NULL;
	bool has_pages = memchr(text.data, '\f', text.len) != NULL;
	uint32_t number = 0, page = has_pages;
	struct str rest = text, line;

	while (str_split(&rest, has_lf ? '\n' : '\r', &line)) {
		struct line *one = LIST_ADD(&splitter->lines);

		for (size_t i = 0; i < line.len && line.data[i] == '\f'; i++)
			page++;
		one->start = (size_t)(line.data - text.data);
		one->end = one->start + line.len;
		one->blank = is_blank_text(line);
		one->number = ++number;
		one->page = page;
		for (size_t i = 0; i < line.len; i++)
			if (line.data[i] == '\f' && i > 0 &&
			    line.data[i - 1] != '\f')
				page++;
	}
}

/* What a line is by its first characters; *mark is how many bytes of it are
 * the mark alone, which is no text. */
static enum paragraph_kind line_kind(struct str line, size_t *mark)
{
	size_t at = 0, digits = 0;

	*mark = 0;
	while (at < line.len && line.data[at] == ' ')
		at++;
	while (at + digits < line.len && line.data[at + digits] == '#')
		digits++;
	if (digits >= 1 && digits <= 6 && at + digits < line.len &&
	    line.data[at + digits] == ' ') {
		*mark = at + digits + 1;
		return PARAGRAPH_HEADING;
	}
	if (at < line.len && line.data[at] == '|')
		return PARAGRAPH_ROW;
	for (digits = 0; at + digits < line.len && digits < 3 &&
			 line.data[at + digits] >= '0' &&
			 line.data[at + digits] <= '9';)
		digits++;
	if (digits > 0 && at + digits + 1 < line.len &&
	    (line.data[at + digits] == ')' || line.data[at + digits] == '.') &&
	    line.data[at + digits + 1] == ' ')
		return PARAGRAPH_ITEM;
	line = str_slice(line, at, line.len);
	if (str_has_prefix(line, STR("- ")) || str_has_prefix(line, STR("* ")) ||
	    str_has_prefix(line, STR("• ")) || str_has_prefix(line, STR("– ")) ||
	    str_has_prefix(line, STR("▪ ")) || str_has_prefix(line, STR("◦ ")))
		return PARAGRAPH_ITEM;
	return PARAGRAPH_TEXT;
}

/* Headings, items and rows stand alone in either way, and tell nothing. */
static bool lines_are_paragraphs(const struct splitter *splitter)
{
	struct str source = splitter->doc->source_text;
	size_t filled = 0, followed = 0, mark;

	for (size_t i = 0; i < splitter->lines.count; i++) {
		const struct line *line = &splitter->lines.items[i];

		if (line->blank ||
		    line_kind(str_slice(source, line->start, line->end),
			      &mark) != PARAGRAPH_TEXT)
			continue;
		filled++;
		followed += i + 1 == splitter->lines.count ||
			    splitter->lines.items[i + 1].blank;
	}
	return followed * 2 > filled;
}

static void add_paragraph(struct splitter *splitter, size_t first, size_t last,
			  uint32_t gap)
{
	struct document *doc = splitter->doc;
	const struct line *lines = splitter->lines.items;
	size_t mark;
	enum paragraph_kind kind =
		line_kind(str_slice(doc->source_text, lines[first].start,
				    lines[first].end), &mark);
	struct paragraph *par = fold_paragraph(doc, &splitter->text,
					       lines[first].start + mark,
					       lines[last].end);

	if (!par)
		return;
	par->kind = kind;
	par->first_line = lines[first].number;
	par->last_line = lines[last].number;
	par->first_page = lines[first].page;
	par->last_page = lines[last].page;
	par->gap = gap;
}

/* The last line of the paragraph that line `first` begins. */
static size_t last_line(const struct splitter *splitter, size_t first)
{
	struct str source = splitter->doc->source_text;
	const struct line *lines = splitter->lines.items;
	size_t last = first, mark;
	enum paragraph_kind kind = line_kind(
		str_slice(source, lines[first].start, lines[first].end), &mark);

	if (kind == PARAGRAPH_HEADING || kind == PARAGRAPH_ROW)
		return first;
	while (last + 1 < splitter->lines.count && !lines[last + 1].blank &&
	       line_kind(str_slice(source, lines[last + 1].start,
				   lines[last + 1].end), &mark) ==
		       PARAGRAPH_TEXT)
		last++;
	return last;
}

void paragraphs_find(struct document *doc)
{
	struct splitter splitter = { .doc = doc };
	bool by_line;
	uint32_t gap = 0;

	find_lines(&splitter);
	by_line = lines_are_paragraphs(&splitter);
	for (size_t i = 0; i < splitter.lines.count; i++) {
		size_t first = i;

		if (splitter.lines.items[i].blank) {
			gap++;
			continue;
		}
		if (!by_line)
			i = last_line(&splitter, first);
		add_paragraph(&splitter, first, i, gap);
		gap = 0;
	}
	LIST_RELEASE(&splitter.lines);
	strbuf_release(&splitter.text);
}
