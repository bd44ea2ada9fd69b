#include "inlines.h"

#include "emphasis.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	TARGET_MAX = 2048, LABEL_MAX = 200, EMAIL_MAX = 254, TICKS_MAX = 8,
	DEPTH_MAX = 32       /* of brackets in a target; CommonMark's least */
};

struct bracket {
	size_t at, inner;      /* of the mark, of the text behind it */
	size_t delimiters;     /* runs so far */
	bool image;
};

struct inline_walk {
	struct edits *edits;
	struct document *doc;
	const struct paragraph *par;
	size_t index;
	struct str text;
	struct labels *labels;
	struct delimiters delimiters;
	LIST(struct bracket) brackets;
	bool no_ticks[TICKS_MAX + 1];  /* no such run of ` follows */
};

static int compare_labels(const void *a, const void *b)
{
	const struct label *one = a, *other = b;

	return str_compare(one->name, other->name);
}

void labels_sort(struct labels *labels)
{
	if (labels->items.count > 1)
		qsort(labels->items.items, labels->items.count,
		      sizeof *labels->items.items, compare_labels);
}

static struct label *label_named(const struct labels *labels, struct str name)
{
	struct label key = { .name = name };

	if (labels->items.count == 0)
		return NULL;
	return bsearch(&key, labels->items.items, labels->items.count,
		       sizeof key, compare_labels);
}

static bool is_ascii_punct(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	       (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static bool is_wordlike_before(struct str text, size_t at)
{
	size_t start;
	uint32_t c = at > 0 ? utf8_before(text, at, &start) : ' ';

	return utf8_is_letter(c) || utf8_is_number(c);
}

static bool is_wordlike_behind(struct str text, size_t at)
{
	uint32_t c = at < text.len ? utf8_next(text, &at) : ' ';

	return utf8_is_letter(c) || utf8_is_number(c);
}

/* Byte `at` stands in the source as it is, and not behind a backslash that
 * was taken out before: such a character is text. */
static bool is_source(const struct inline_walk *walk, size_t at)
{
	uint32_t here = (uint32_t)at;
	size_t first, last, before, end;

	if (!paragraph_source(walk->doc, walk->par, here, here + 1, &first,
			      &last) || last - first != 1)
		return false;
	if (first == 0 || walk->doc->source_text.data[first - 1] != '\\')
		return true;
	return at > 0 && paragraph_source(walk->doc, walk->par, here - 1, here,
					  &before, &end) && end == first;
}

static void cut(const struct inline_walk *walk, size_t start, size_t end)
{
	if (end > start)
		edits_add(walk->edits, walk->index, start, end, STR_NONE);
}

/* Take out a mark. Where it alone kept a word and a number apart, a blank
 * does so now. */
static void cut_mark(const struct inline_walk *walk, size_t start, size_t end)
{
	size_t from, to = end;
	uint32_t before = start > 0 ? utf8_before(walk->text, start, &from)
				    : ' ';
	uint32_t behind = end < walk->text.len ? utf8_next(walk->text, &to)
					       : ' ';
	bool apart = (utf8_is_letter(before) && utf8_is_digit(behind)) ||
		     (utf8_is_digit(before) && utf8_is_letter(behind));

	edits_add(walk->edits, walk->index, start, end,
		  apart ? STR(" ") : STR_NONE);
}

static void cut_pair(void *data, size_t open, size_t close, size_t len)
{
	const struct inline_walk *walk = data;

	cut_mark(walk, open, open + len);
	cut_mark(walk, close, close + len);
}

static void add_link(const struct inline_walk *walk, size_t start, size_t end,
		     const char *scheme, struct str target)
{
	struct link *link = LIST_ADD(&walk->doc->links);
	struct strbuf whole = STRBUF_INIT;

	strbuf_add_z(&whole, scheme);
	strbuf_add(&whole, target);
	link->paragraph = walk->index;
	link->at.start = (uint32_t)start;
	link->at.end = (uint32_t)end;
	link->target = str_copy(&walk->doc->arena, strbuf_view(&whole));
	strbuf_release(&whole);
}

/* "\$" is the sign alone. */
static size_t walk_escape(const struct inline_walk *walk, size_t at)
{
	if (at + 1 >= walk->text.len ||
	    !is_ascii_punct(walk->text.data[at + 1]))
		return at + 1;
	cut(walk, at, at + 1);
	return at + 2;
}

static size_t ticks_end(struct str text, size_t at)
{
	while (at < text.len && text.data[at] == '`')
		at++;
	return at;
}

/* Where the code that opened with `count` backquotes closes, or text.len. */
static size_t find_ticks(struct str text, size_t at, size_t count)
{
	while (at < text.len) {
		size_t start = str_find(text, STR("`"), at);

		at = ticks_end(text, start);
		if (at - start == count && !is_wordlike_behind(text, at))
			return start;
	}
	return text.len;
}

static size_t walk_code(struct inline_walk *walk, size_t at)
{
	struct str text = walk->text;
	size_t open = ticks_end(text, at), count = open - at, close, end;

	if (count > TICKS_MAX || walk->no_ticks[count] ||
	    is_wordlike_before(text, at))
		return open;
	close = find_ticks(text, open, count);
	if (close == text.len) {
		walk->no_ticks[count] = true;
		return open;
	}
	end = close + count;
	while (open < close && text.data[open] == ' ')
		open++;
	while (close > open && text.data[close - 1] == ' ')
		close--;
	if (open < close) {
		cut(walk, at, open);
		cut(walk, close, end);
	}
	return end;
}

/* A blank or a bracket ends an address; what marks may follow is none of it. */
static size_t address_end(struct str text, size_t at)
{
	size_t start = at;

	while (at < text.len && !strchr(" <>[]`\\|", text.data[at]))
		at++;
	while (at > start && strchr("*_~.,;:!?)'\"", text.data[at - 1]))
		at--;
	return at;
}

static bool has_scheme(struct str text)
{
	return str_has_prefix(text, STR("https://")) ||
	       str_has_prefix(text, STR("http://")) ||
	       str_has_prefix(text, STR("ftp://")) ||
	       str_has_prefix(text, STR("mailto:"));
}

static bool is_email(struct str text)
{
	size_t sign = str_find(text, STR("@"), 0);

	return sign > 0 && sign + 1 < text.len && text.len <= EMAIL_MAX &&
	       str_find(text, STR("@"), sign + 1) == text.len &&
	       str_find(text, STR("."), sign) + 1 < text.len;
}

/* <https://a.kz>, <a@b.kz> */
static size_t walk_angle(const struct inline_walk *walk, size_t at)
{
	struct str text = walk->text, target;
	size_t end = at + 1;

	while (end < text.len && end - at <= TARGET_MAX &&
	       !strchr(" <>", text.data[end]))
		end++;
	if (end == text.len || text.data[end] != '>')
		return at + 1;
	target = str_slice(text, at + 1, end);
	if (!has_scheme(target) && !is_email(target))
		return at + 1;
	add_link(walk, at + 1, end, has_scheme(target) ? "" : "mailto:",
		 target);
	cut(walk, at, at + 1);
	cut(walk, end, end + 1);
	return end + 1;
}

/* What stands in brackets behind a text may be a remark: only what looks like
 * an address is a target. */
static bool is_target(struct str target)
{
	for (size_t i = 0; i < target.len; i++)
		if (strchr(".:/#@", target.data[i]))
			return true;
	return false;
}

/* The title of a link, in quotes; it is dropped. */
static size_t title_end(struct str text, size_t at)
{
	size_t end;

	if (at >= text.len || (text.data[at] != '"' && text.data[at] != '\''))
		return at;
	end = str_find(text, str_slice(text, at, at + 1), at + 1);
	return end == text.len || end - at > TARGET_MAX
		? at : str_skip_spaces(text, end + 1);
}

/* The target that opens at byte `at`; returns the end of what closes it, or 0
 * if there is none. */
static size_t find_target(struct str text, size_t at, struct str *target)
{
	size_t start = str_skip_spaces(text, at + 1), end, depth = 0;
	bool angle = start < text.len && text.data[start] == '<';

	start += angle;
	for (end = start; end < text.len && end - start <= TARGET_MAX; end++) {
		char c = text.data[end];

		if (c == ' ' || c == '<' || c == '>' ||
		    (!angle && c == ')' && depth-- == 0))
			break;
		depth += c == '(';
		if (!angle && depth > DEPTH_MAX)
			return 0;
	}
	*target = str_slice(text, start, end);
	if (angle && (end >= text.len || text.data[end++] != '>'))
		return 0;
	end = title_end(text, str_skip_spaces(text, end));
	if (end >= text.len || text.data[end] != ')' || !is_target(*target))
		return 0;
	return end + 1;
}

/* The same for a label. */
static size_t find_label(const struct inline_walk *walk, size_t at,
			 struct str *target)
{
	size_t end = str_find(str_slice(walk->text, 0,
					at + LABEL_MAX < walk->text.len
						? at + LABEL_MAX
						: walk->text.len),
			      STR("]"), at);
	struct label *label;

	if (end >= walk->text.len || walk->text.data[end] != ']')
		return 0;
	label = label_named(walk->labels,
			    str_slice(walk->text, at + 1, end));
	if (!label)
		return 0;
	label->used = true;
	*target = label->target;
	return end + 1;
}

static void open_bracket(struct inline_walk *walk, size_t at, bool image)
{
	*LIST_ADD(&walk->brackets) = (struct bracket){
		.at = at, .inner = at + 1 + image,
		.delimiters = walk->delimiters.items.count, .image = image
	};
}

static void make_link(struct inline_walk *walk, const struct bracket *open,
		      size_t at, size_t end, struct str target)
{
	size_t start = str_skip_spaces(walk->text, open->inner), last = at;

	while (last > start && walk->text.data[last - 1] == ' ')
		last--;
	delimiters_pair(&walk->delimiters, open->delimiters, cut_pair, walk);
	cut(walk, open->at, start);
	cut(walk, last, end);
	if (!open->image && last > start && !str_has_prefix(target, STR("#")))
		add_link(walk, start, last, "", target);
}

/* A `]`: the end of a link or image, if a target follows. */
static size_t close_bracket(struct inline_walk *walk, size_t at)
{
	struct str target;
	struct bracket open;
	size_t end = 0;

	if (walk->brackets.count == 0)
		return at + 1;
	open = walk->brackets.items[--walk->brackets.count];
	if (at + 1 >= walk->text.len ||
	    (!open.image && str_skip_spaces(walk->text, open.inner) >= at))
		return at + 1;
	if (walk->text.data[at + 1] == '(')
		end = find_target(walk->text, at + 1, &target);
	else if (walk->text.data[at + 1] == '[')
		end = find_label(walk, at + 1, &target);
	if (end == 0)
		return at + 1;
	make_link(walk, &open, at, end, target);
	return end;
}

static size_t walk_name(struct str text, size_t at)
{
	size_t end = at + 1;

	if (is_wordlike_before(text, at))
		return end;
	while (end < text.len &&
	       (text.data[end] == '_' || is_wordlike_behind(text, end)))
		if (text.data[end] == '_')
			end++;
		else
			utf8_next(text, &end);
	return end;
}

/* Behind what begins at byte `at`. */
static size_t walk_one(struct inline_walk *walk, size_t at)
{
	struct str text = walk->text, rest = str_slice(text, at, text.len);

	switch (text.data[at]) {
	case '\\':
		return walk_escape(walk, at);
	case '`':
		return walk_code(walk, at);
	case '<':
		return walk_angle(walk, at);
	case '!':
		if (at + 1 == text.len || text.data[at + 1] != '[')
			return at + 1;
		open_bracket(walk, at, true);
		return at + 2;
	case '[':
		open_bracket(walk, at, false);
		return at + 1;
	case ']':
		return close_bracket(walk, at);
	case '*':
	case '_':
	case '~':
		return delimiters_add(&walk->delimiters, text, at);
	case '@':
		return walk_name(text, at);
	default:
		if (!is_wordlike_before(text, at) &&
		    (has_scheme(rest) || str_has_prefix(rest, STR("www."))))
			return address_end(text, at);
		return at + 1;
	}
}

static bool is_special(char c)
{
	return c == '*' || c == '_' || c == '`' || c == '[' || c == ']' ||
	       c == '<' || c == '\\' || c == '~' || c == '!' || c == '@';
}

/* An address may begin here. */
static bool is_first(char c)
{
	return c == 'h' || c == 'w' || c == 'f' || c == 'm';
}

/* A pair needs one of these. */
static bool may_hold_marks(struct str text)
{
	static const char marks[] = "*_`[<\\~";

	for (size_t i = 0; i + 1 < sizeof marks; i++)
		if (memchr(text.data, marks[i], text.len))
			return true;
	return false;
}

void inlines_find(struct edits *edits, struct document *doc, size_t paragraph,
		  struct labels *labels)
{
	const struct paragraph *par = &doc->paragraphs.items[paragraph];
	struct inline_walk walk = { .edits = edits, .doc = doc, .par = par,
			     .index = paragraph, .text = par->text,
			     .labels = labels };
	size_t at = 0;

	if (!may_hold_marks(par->text))
		return;
	while (at < walk.text.len)
		if (is_first(walk.text.data[at]) ||
		    (is_special(walk.text.data[at]) && is_source(&walk, at)))
			at = walk_one(&walk, at);
		else
			at++;
	delimiters_pair(&walk.delimiters, 0, cut_pair, &walk);
	LIST_RELEASE(&walk.delimiters.items);
	LIST_RELEASE(&walk.brackets);
}
