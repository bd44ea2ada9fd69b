#include "lists.h"

#include "shape.h"

enum {
	ENTRY_BYTES = 250,  /* of a line of a table of contents */
	PAGE_DIGITS = 4,
	LEADER_DOTS = 4,
	BETWEEN = 2,        /* lines without a page in front of one that has */
	LEADERS_LEAST = 3,  /* of them without a heading */
	NAME_WORDS = 12     /* a sentence of more is no line of a panel */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "Legal framework ..... 12" */
static bool ends_with_page(struct str text)
{
	size_t at = text.len;

	while (at > 0 && is_digit(text.data[at - 1]))
		at--;
	return text.len <= ENTRY_BYTES && at > 1 && at < text.len &&
	       text.len - at <= PAGE_DIGITS &&
	       strchr(" .\t|", text.data[at - 1]) != NULL;
}

/* Four dots, with or without blanks between, and a number; the lines of
 * contents may have run together. */
static bool has_leader(struct str text)
{
	size_t dots = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (is_digit(text.data[i]) && dots >= LEADER_DOTS)
			return true;
		if (text.data[i] == '.')
			dots++;
		else if (i + 2 < text.len &&
			 str_has_prefix(str_slice(text, i, text.len),
					STR("…"))) {
			dots += 3;
			i += 2;
		} else if (text.data[i] != ' ') {
			dots = 0;
		}
	}
	return false;
}

static bool has_page(struct str text)
{
	return ends_with_page(text) || has_leader(text);
}

static bool is_between(const struct paragraph *par)
{
	return par->text.len <= ENTRY_BYTES &&
	       shape_end(par->text) != END_CLOSED;
}

static size_t entries_end(const struct document *doc, size_t first,
			  bool (*is_entry)(struct str text))
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end = first;

	for (size_t i = first; i < doc->paragraphs.count &&
			       i <= end + BETWEEN; i++) {
		if (is_entry(all[i].text))
			end = i + 1;
		else if (!is_between(&all[i]))
			break;
	}
	return end;
}

bool lists_is_contents(const struct series *any, struct str text)
{
	struct regex_match match;

	return series_match(any, SERIES_CONTENTS, text, &match) != NULL;
}

size_t lists_contents_end(const struct document *doc, const struct series *any,
			  size_t index)
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end, leaders = 0;

	if (lists_is_contents(any, all[index].text)) {
		end = entries_end(doc, index + 1, has_page);
		return end > index + 2 ? end : index;
	}
	if (!has_leader(all[index].text))
		return index;
	end = entries_end(doc, index, has_leader);
	for (size_t i = index; i < end; i++)
		leaders += has_leader(all[i].text);
	return leaders >= LEADERS_LEAST ? end : index;
}

static bool is_body(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT &&
	       shape_words(par->text) > NAME_WORDS &&
	       (shape_end(par->text) == END_CLOSED ||
		shape_sentence_end(par->text, 0) < par->text.len);
}

/* A name with what tells who it is. */
static bool has_parts(struct str text)
{
	return memchr(text.data, ',', text.len) ||
	       memchr(text.data, '|', text.len) ||
	       memchr(text.data, '(', text.len) ||
	       str_find(text, STR("–"), 0) < text.len ||
	       str_find(text, STR("—"), 0) < text.len;
}

static bool is_of_panel(const struct paragraph *par,
			const struct paragraph *end, const struct series *any)
{
	struct regex_match match;

	if ((par->kind != PARAGRAPH_TEXT && par->kind != PARAGRAPH_ITEM &&
	     par->kind != PARAGRAPH_ROW) ||
	    par->text.len > ENTRY_BYTES ||
	    shape_begin(par->text) == BEGIN_LOWER || is_body(par))
		return false;
	if (has_parts(par->text) || par->kind != PARAGRAPH_TEXT)
		return true;
	return (par + 1 == end || !is_body(par + 1)) &&
	       !series_match(any, SERIES_HEADING, par->text, &match) &&
	       !series_match(any, SERIES_PANEL, par->text, &match);
}

/* Behind the heading at `par`. */
static struct paragraph *panel_end(struct paragraph *par,
				   const struct paragraph *end,
				   const struct series *any)
{
	struct paragraph *line = par + 1;
	bool tight = end - par > 2 && par[2].gap == 0;

	while (line < end && is_of_panel(line, end, any) &&
	       (line == par + 1 || !tight || line->gap == 0))
		line++;
	return line;
}

void lists_panels(struct document *doc, const struct series *any)
{
	struct paragraph *par = doc->paragraphs.items, *last;
	struct paragraph *end = par + doc->paragraphs.count;
	struct regex_match match;

	for (; par < end; par++) {
		if ((par->kind != PARAGRAPH_TEXT &&
		     par->kind != PARAGRAPH_HEADING) ||
		    !series_match(any, SERIES_PANEL, par->text, &match))
			continue;
		last = panel_end(par, end, any);
		if (last - par <= 2)
			continue;
		par->kind = PARAGRAPH_HEADING;
		while (par + 1 < last)
			(++par)->kind = PARAGRAPH_PANELIST;
	}
}

bool lists_begin_at(const struct paragraph *par, const struct paragraph *end)
{
	return end - par > 1 && par->kind == par[1].kind &&
	       (par->kind == PARAGRAPH_ITEM || par->kind == PARAGRAPH_ROW ||
		par->kind == PARAGRAPH_PANELIST);
}
