#include "paragraphs.h"

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

/* Blanks, and control characters, which mean nothing in a report. */
static bool is_blank(uint32_t c)
{
	return c <= 0x20 || (c >= 0x7f && c < 0xa0) ||
	       (c >= 0xa0 && utf8_is_space(c));
}

static bool is_blank_text(struct str text)
{
	size_t at = 0;

	while (at < text.len)
		if (!is_blank(utf8_next(text, &at)))
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

static struct run *last_run(struct document *doc, const struct paragraph *par)
{
	if (doc->runs.count == par->first_run)
		return NULL;
	return &doc->runs.items[doc->runs.count - 1];
}

/* Append source text that stands as it is, in the run before it if it goes on
 * there. */
static void add_equal(struct splitter *splitter, struct paragraph *par,
		      size_t start, size_t end)
{
	struct document *doc = splitter->doc;
	struct run *run = last_run(doc, par);
	size_t len = end - start;

	if (!run || run->source + run->len != start ||
	    run->text + run->len != splitter->text.len) {
		run = LIST_ADD(&doc->runs);
		run->text = (uint32_t)splitter->text.len;
		run->source = start;
	}
	run->len += (uint32_t)len;
	strbuf_add(&splitter->text, str_slice(doc->source_text, start, end));
}

/* One letter with the marks behind it, composed. */
static size_t add_composed(struct splitter *splitter, struct paragraph *par,
			   size_t start, size_t limit)
{
	struct str source = splitter->doc->source_text;
	size_t end = start, before = splitter->text.len;
	struct str piece, composed;

	utf8_next(source, &end);
	while (end < limit) {
		size_t next = end;

		if (!utf8_is_mark(utf8_next(source, &next)))
			break;
		end = next;
	}
	piece = str_slice(source, start, end);
	utf8_add_nfc(&splitter->text, piece);
	composed = str_slice(strbuf_view(&splitter->text), before,
			     splitter->text.len);
	if (str_equal(piece, composed)) {
		strbuf_truncate(&splitter->text, before);
		add_equal(splitter, par, start, end);
	}
	return end;
}

/* The paragraph's text and runs from bytes start..end of the source. */
static void add_text(struct splitter *splitter, struct paragraph *par,
		     size_t start, size_t end)
{
	struct str source = splitter->doc->source_text;
	bool is_nfc = utf8_is_nfc_surely(str_slice(source, start, end));
	bool blank_due = false;
	size_t at = start, blank_at = start, next;

	while (at < end) {
		uint32_t c;

		next = at;
		c = utf8_next(source, &next);
		if (is_blank(c)) {
			if (!blank_due)
				blank_at = at;
			blank_due = splitter->text.len > 0;
			at = next;
			continue;
		}
		if (blank_due && at == blank_at + 1 &&
		    source.data[blank_at] == ' ')
			add_equal(splitter, par, blank_at, at);
		else if (blank_due)
			strbuf_add_char(&splitter->text, ' ');
		blank_due = false;
		if (is_nfc)
			add_equal(splitter, par, at, next);
		else
			next = add_composed(splitter, par, at, end);
		at = next;
	}
}

/* Composition may reach over what add_composed took for a letter (Hangul, some
 * Indic vowels). Then the text is right and its runs are given up. */
static void check_nfc(struct splitter *splitter, struct paragraph *par)
{
	struct strbuf nfc = STRBUF_INIT;

	utf8_add_nfc(&nfc, strbuf_view(&splitter->text));
	if (!str_equal(strbuf_view(&nfc), strbuf_view(&splitter->text))) {
		strbuf_clear(&splitter->text);
		strbuf_add(&splitter->text, strbuf_view(&nfc));
		splitter->doc->runs.count = par->first_run;
	}
	strbuf_release(&nfc);
}

static void add_paragraph(struct splitter *splitter, size_t first, size_t last,
			  uint32_t gap)
{
	struct document *doc = splitter->doc;
	const struct line *lines = splitter->lines.items;
	struct paragraph *par = LIST_ADD(&doc->paragraphs);
	struct strbuf id = STRBUF_INIT;
	size_t mark;

	strbuf_addf(&id, "%.*s-p%zu", STR_ARGS(doc->id),
		    doc->paragraphs.count);
	par->id = str_copy(&doc->arena, strbuf_view(&id));
	strbuf_release(&id);
	par->kind = line_kind(str_slice(doc->source_text, lines[first].start,
					lines[first].end), &mark);
	par->first_line = lines[first].number;
	par->last_line = lines[last].number;
	par->first_page = lines[first].page;
	par->last_page = lines[last].page;
	par->gap = gap;
	par->first_run = doc->runs.count;
	strbuf_clear(&splitter->text);
	add_text(splitter, par, lines[first].start + mark, lines[last].end);
	check_nfc(splitter, par);
	par->run_count = doc->runs.count - par->first_run;
	par->text = str_copy(&doc->arena, strbuf_view(&splitter->text));
	if (par->text.len == 0)
		doc->paragraphs.count--;
}

/* Whether line `next` goes on with the paragraph that line `first` begins. */
static bool continues(const struct splitter *splitter, size_t first,
		      size_t next)
{
	struct str source = splitter->doc->source_text;
	const struct line *a = &splitter->lines.items[first];
	const struct line *b = &splitter->lines.items[next];
	size_t mark;
	enum paragraph_kind begun, kind;

	if (b->blank)
		return false;
	begun = line_kind(str_slice(source, a->start, a->end), &mark);
	kind = line_kind(str_slice(source, b->start, b->end), &mark);
	return kind == PARAGRAPH_TEXT && begun != PARAGRAPH_HEADING &&
	       begun != PARAGRAPH_ROW;
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
		while (!by_line && i + 1 < splitter.lines.count &&
		       continues(&splitter, first, i + 1))
			i++;
		add_paragraph(&splitter, first, i, gap);
		gap = 0;
	}
	LIST_RELEASE(&splitter.lines);
	strbuf_release(&splitter.text);
}
