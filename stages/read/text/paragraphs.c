#include "paragraphs.h"

#include "line_blocks.h"
#include "paragraph_text.h"
#include "utf8.h"

enum {
	RULE_SIGNS = 3,
	NOTE_LABEL = 40,     /* bytes of "[^label" */
	HEADING_BYTES = 200, /* longer lines are underlined by chance */
	MATTER_LINES = 100,
	NUMBERED_CHARS = 100, /* of a line that is a numbered paragraph */
	ITEM_LINES = 50,     /* of a list that are looked at */
	MATTER_KEY = 40,
	CUT_LEAST = 2,
	CUT_SHARE = 3        /* one line in so many, in a text set narrow */
};

struct line {
	size_t start, end;   /* bytes in the source, without the line end */
	bool blank;
	uint32_t number;     /* from 1 */
	uint32_t page;       /* from 1; 0 where the source has no form feed */
	enum paragraph_kind kind;
	size_t mark;         /* bytes of it that are a mark and no text */
	bool alone;          /* a paragraph of its own */
	bool listed;         /* one of a list of such */
};

struct splitter {
	struct document *doc;
	LIST(struct line) lines;
	LIST(struct str) block;
	size_t width;        /* characters in the longest line */
	struct strbuf text;
};

static bool is_blank_text(struct str text)
{
	size_t at = 0;

	while (at < text.len)
		if (!paragraph_text_is_blank(utf8_next(text, &at)))
			return false;
	return true;
}

static struct str line_text(const struct splitter *splitter, size_t index)
{
	const struct line *line = &splitter->lines.items[index];

	return str_slice(splitter->doc->source_text, line->start, line->end);
}

/* "===", "---", "* * *": a line of one sign, thrice or more. */
static bool is_rule(struct str line, bool spaced)
{
	size_t count = 0;
	char sign = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (line.data[i] == ' ' && spaced)
			continue;
		if (!strchr("=-*_", line.data[i]) ||
		    (count > 0 && line.data[i] != sign))
			return false;
		sign = line.data[i];
		count++;
	}
	return count >= RULE_SIGNS;
}

/* "[^label]: " of Markdown. */
static bool begins_note(struct str line)
{
	size_t end;

	if (!str_has_prefix(line, STR("[^")))
		return false;
	end = str_find(line, STR("]:"), 0);
	return end < line.len && end > 2 && end <= NOTE_LABEL;
}

static const char *const bullets[] = {
	"- ", "* ", "• ", "– ", "▪ ", "◦ ", "● ", "■ ", "‣ ", "· ", "✓ ", "✔ ",
	"→ ", "▶ ", "▸ ", "► ", "○ ", "◆ ", "❖ ", "➢ ", "➤ "
};

/* "(a) ", "б) " */
static bool has_letter_mark(struct str line)
{
	size_t at = line.len > 0 && line.data[0] == '(';

	return at < line.len && utf8_is_lower(utf8_next(line, &at)) &&
	       at + 1 < line.len && line.data[at] == ')' &&
	       line.data[at + 1] == ' ';
}

/* What a line is by its first characters; *mark is how many bytes of it are
 * the mark alone, which is no text. */
static enum paragraph_kind line_kind(struct str line, size_t *mark)
{
	size_t at = 0, digits = 0;

	*mark = 0;
	if (is_rule(line, true))
		return PARAGRAPH_FURNITURE;
	if (begins_note(line))
		return PARAGRAPH_FOOTNOTE;
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
		return line.data[at + digits] == '.' &&
				       utf8_chars(line) >= NUMBERED_CHARS &&
				       line_ends_sentence(line)
			       ? PARAGRAPH_TEXT : PARAGRAPH_ITEM;
	line = str_slice(line, at, line.len);
	if (has_letter_mark(line))
		return PARAGRAPH_ITEM;
	for (size_t i = 0; i < COUNT_OF(bullets); i++)
		if (str_has_prefix(line, str_of(bullets[i])))
			return PARAGRAPH_ITEM;
	return PARAGRAPH_TEXT;
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
		one->alone = one->listed = false;
		one->mark = 0;
		one->kind = one->blank ? PARAGRAPH_TEXT
				       : line_kind(line, &one->mark);
		for (size_t i = 0; i < line.len; i++)
			if (line.data[i] == '\f' && i > 0 &&
			    line.data[i - 1] != '\f')
				page++;
	}
}

/* The line before, over blank ones. */
static struct str line_above(const struct splitter *splitter, size_t index)
{
	while (index > 0 && splitter->lines.items[index - 1].blank)
		index--;
	return index > 0 ? line_text(splitter, index - 1) : STR_NONE;
}

/* What the lines from `first` on are, of which `block` is the text. */
static void set_block(struct splitter *splitter, size_t first,
		      const struct str *block, size_t count)
{
	struct str above = line_above(splitter, first);
	enum line_block kind = line_block_find(block, count, splitter->width,
					       above);

	for (size_t i = 0; i < count; i++) {
		struct line *line = &splitter->lines.items[first + i];

		if (kind == BLOCK_ROWS)
			line->kind = PARAGRAPH_ROW;
		else if (kind == BLOCK_DASHES && line_has_dash(block[i]))
			line->kind = PARAGRAPH_ITEM;
		line->listed = kind == BLOCK_LIST && above.len > 0;
		line->alone = kind == BLOCK_LINES || kind == BLOCK_LIST ||
			      kind == BLOCK_ROWS ||
			      line_is_paragraph(block[i]) ||
			      (i + 1 < count && line_is_capitals(block[i]) &&
			       !line_is_capitals(block[i + 1]));
	}
}

/* The lines of text from `first` on, up to a blank one or one of another
 * kind, and what they are together. */
static size_t find_block(struct splitter *splitter, size_t first)
{
	const struct line *lines = splitter->lines.items;
	size_t end = first;

	LIST_CLEAR(&splitter->block);
	for (; end < splitter->lines.count && !lines[end].blank &&
	       lines[end].kind == PARAGRAPH_TEXT; end++)
		*LIST_ADD(&splitter->block) = line_text(splitter, end);
	for (size_t at = first, count; at < end; at += count) {
		const struct str *block = splitter->block.items + (at - first);

		count = line_block_count(block, end - at);
		set_block(splitter, at, block, count);
	}
	return end;
}

/* Whether another item stands below, before a blank line. */
static bool has_item_below(const struct splitter *splitter, size_t index)
{
	const struct line *lines = splitter->lines.items;
	size_t end = index + ITEM_LINES;

	for (; index < splitter->lines.count && index < end &&
	       !lines[index].blank; index++)
		if (lines[index].kind == PARAGRAPH_ITEM)
			return true;
	return false;
}

/* Whether text that begins at line `index` is behind the list whose last item
 * ends in front of it: it is set in no deeper, and begins a sentence behind
 * one. */
static bool is_behind_item(const struct splitter *splitter, size_t index)
{
	const struct line *lines = splitter->lines.items;
	struct str text = line_text(splitter, index);
	struct str last = line_text(splitter, index - 1);

	return lines[index].kind == PARAGRAPH_TEXT && text.len > 0 &&
	       !strchr(" \t", text.data[0]) && !line_goes_on(text) &&
	       line_ends_sentence(last) && !line_ends_with_initial(last) &&
	       !has_item_below(splitter, index);
}

/* A line behind an item belongs to it, unless it begins a text of its own. */
static void find_blocks(struct splitter *splitter)
{
	const struct line *lines = splitter->lines.items;
	bool in_item = false;

	for (size_t i = 0; i < splitter->lines.count; i++) {
		size_t chars = utf8_chars(line_text(splitter, i));

		if (chars > splitter->width)
			splitter->width = chars;
	}
	for (size_t i = 0; i < splitter->lines.count;) {
		if (lines[i].blank || lines[i].kind != PARAGRAPH_TEXT)
			in_item = !lines[i].blank &&
				  (lines[i].kind == PARAGRAPH_ITEM ||
				   lines[i].kind == PARAGRAPH_FOOTNOTE);
		else if (in_item && is_behind_item(splitter, i))
			in_item = false;
		if (lines[i].blank || lines[i].kind != PARAGRAPH_TEXT ||
		    in_item)
			i++;
		else
			i = find_block(splitter, i);
	}
}

static bool is_running(const struct splitter *splitter, size_t index)
{
	const struct line *line = &splitter->lines.items[index];

	return index < splitter->lines.count && !line->blank && !line->alone &&
	       line->kind == PARAGRAPH_TEXT;
}

/* Lines that end before a blank one are whole paragraphs where most do; but not
 * where lines go on with a small letter in the next one. Headings, items and
 * rows stand alone in either way, and tell nothing. */
static bool lines_are_paragraphs(const struct splitter *splitter)
{
	size_t filled = 0, followed = 0, pairs = 0, cut = 0;

	for (size_t i = 0; i < splitter->lines.count; i++) {
		if (!is_running(splitter, i))
			continue;
		filled++;
		followed += i + 1 == splitter->lines.count ||
			    splitter->lines.items[i + 1].blank;
		if (!is_running(splitter, i + 1))
			continue;
		pairs++;
		cut += line_goes_on(line_text(splitter, i + 1));
	}
	return followed * 2 > filled &&
	       (cut < CUT_LEAST || cut * CUT_SHARE < pairs);
}

/* A heading as Markdown underlines it. */
static bool is_underlined(const struct splitter *splitter, size_t index)
{
	struct str text = line_text(splitter, index), rule;

	if (index + 1 == splitter->lines.count || text.len > HEADING_BYTES)
		return false;
	rule = line_text(splitter, index + 1);
	return is_rule(rule, false) && strchr("=-", rule.data[0]);
}

/* 2 of "## Courts", and of a line over "---"; 0 of what is no heading. */
static unsigned heading_level(const struct splitter *splitter, size_t index,
			      enum paragraph_kind kind)
{
	const struct line *line = &splitter->lines.items[index];
	struct str text = line_text(splitter, index);
	unsigned level = 0;

	if (kind != PARAGRAPH_HEADING)
		return 0;
	for (size_t i = 0; i < line->mark; i++)
		level += text.data[i] == '#';
	if (line->mark == 0)
		level = line_text(splitter, index + 1).data[0] == '=' ? 1 : 2;
	return level;
}

static bool has_bar(struct str line)
{
	return memchr(line.data, '|', line.len) != NULL;
}

static void add_paragraph(struct splitter *splitter, size_t first, size_t last,
			  uint32_t gap)
{
	struct document *doc = splitter->doc;
	const struct line *lines = splitter->lines.items;
	enum paragraph_kind kind = lines[first].kind;
	struct paragraph *par = paragraph_text_add(
		doc, &splitter->text, lines[first].start + lines[first].mark,
		lines[last].end, kind == PARAGRAPH_ROW && !has_bar(
			line_text(splitter, first)));

	if (!par)
		return;
	par->kind = kind == PARAGRAPH_TEXT && first == last &&
				    is_underlined(splitter, first)
			    ? PARAGRAPH_HEADING : kind;
	par->level = heading_level(splitter, first, par->kind);
	par->first_line = lines[first].number;
	par->last_line = lines[last].number;
	par->first_page = lines[first].page;
	par->last_page = lines[last].page;
	par->gap = gap;
	if (lines[first].listed)
		par->edges = EDGE_LISTED;
}

/* The last line of the paragraph that line `first` begins. */
static size_t last_line(const struct splitter *splitter, size_t first)
{
	const struct line *lines = splitter->lines.items;
	size_t last = first;

	if (lines[first].kind == PARAGRAPH_HEADING ||
	    lines[first].kind == PARAGRAPH_ROW ||
	    lines[first].kind == PARAGRAPH_FURNITURE)
		return first;
	while (!lines[last].alone && last + 1 < splitter->lines.count &&
	       !lines[last + 1].blank &&
	       lines[last + 1].kind == PARAGRAPH_TEXT &&
	       !(lines[first].kind == PARAGRAPH_ITEM &&
		 is_behind_item(splitter, last + 1)))
		last++;
	return last;
}

/* Whether a line can stand among the facts in front of a text, in YAML. */
static bool is_matter(struct str line)
{
	size_t colon = str_find(line, STR(":"), 0);

	return line.len == 0 || strchr(" \t-#\r", line.data[0]) ||
	       (colon > 0 && colon < line.len && colon <= MATTER_KEY &&
		str_find(line, STR(" "), 0) > colon);
}

static void take_title(struct document *doc, struct str line)
{
	struct str title;

	if (!str_has_prefix(line, STR("title:")) ||
	    document_meta(doc, STR("title")).len > 0)
		return;
	title = str_trim(str_slice(line, 6, line.len));
	if (title.len > 2 && strchr("\"'", title.data[0]) &&
	    title.data[title.len - 1] == title.data[0])
		title = str_slice(title, 1, title.len - 1);
	document_set_meta(doc, STR("title"), title);
}

/* Facts between "---" and "---" in front of a text are no part of it.
 * returns how many lines they take */
static size_t skip_matter(struct splitter *splitter)
{
	size_t count = splitter->lines.count < MATTER_LINES
			       ? splitter->lines.count : MATTER_LINES, end = 1;

	if (count == 0 || !str_equal(line_text(splitter, 0), STR("---")))
		return 0;
	while (end < count &&
	       !str_equal(line_text(splitter, end), STR("---"))) {
		if (!is_matter(line_text(splitter, end)))
			return 0;
		end++;
	}
	if (end == count || end == 1)
		return 0;
	for (size_t i = 1; i < end; i++)
		take_title(splitter->doc, line_text(splitter, i));
	add_paragraph(splitter, 0, end, 0);
	return end + 1;
}

void paragraphs_find(struct document *doc)
{
	struct splitter splitter = { .doc = doc };
	bool by_line;
	uint32_t gap = 0;

	find_lines(&splitter);
	find_blocks(&splitter);
	by_line = lines_are_paragraphs(&splitter);
	for (size_t i = skip_matter(&splitter); i < splitter.lines.count; i++) {
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
	LIST_RELEASE(&splitter.block);
	LIST_RELEASE(&splitter.lines);
	strbuf_release(&splitter.text);
}
