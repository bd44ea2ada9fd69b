#include "shape.h"

#include "utf8.h"

enum {
	CLOSERS_MAX = 64,  /* behind a sentence; more are decoration */
	LINE_CHARS = 60
};

int shape_superscript(uint32_t c)
{
	static const struct {
		uint32_t c;
		int digit;
	} latin1[] = { { 0xb9, 1 }, { 0xb2, 2 }, { 0xb3, 3 } };

	for (size_t i = 0; i < COUNT_OF(latin1); i++)
		if (latin1[i].c == c)
			return latin1[i].digit;
	if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
		return (int)(c - 0x2070);
	return -1;
}

bool shape_is_open_quote(uint32_t c)
{
	return c == '"' || c == '\'' || c == 0xab || c == 0x201c ||
	       c == 0x201e || c == 0x2018 || c == 0x201a || c == 0x2039;
}

bool shape_is_close_quote(uint32_t c)
{
	return c == '"' || c == '\'' || c == 0xbb || c == 0x201d ||
	       c == 0x201c || c == 0x2019 || c == 0x203a || c == 0x2018;
}

static bool is_closer(uint32_t c)
{
	return shape_is_close_quote(c) || c == ')' || c == ']' || c == '}' ||
	       c == '>' || c == '*' || c == '_' || utf8_is_space(c) ||
	       utf8_is_format(c) || shape_superscript(c) >= 0 ||
	       c == 0x2020 || c == 0x2021 || (c >= 0x1d43 && c <= 0x1dbf);
}

static bool is_final(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 ||
	       (c >= 0x2047 && c <= 0x2049) || c == 0x203c;
}

/* A footnote mark whose digits were set as plain ones: `rights.7`, but not the
 * decimals of `rose to 3.5`. */
static size_t before_plain_mark(struct str text, size_t end)
{
	size_t at = end, start;
	uint32_t c;

	while (at > 0 && end - at < 3 && text.data[at - 1] >= '0' &&
	       text.data[at - 1] <= '9')
		at--;
	if (at == end || at == 0)
		return end;
	c = utf8_before(text, at, &start);
	if (!is_final(c) && !(shape_is_close_quote(c) && c > 0x7f))
		return end;
	if (is_final(c) && start > 0 &&
	    utf8_is_digit(utf8_before(text, start, &start)))
		return end;
	return at;
}

/* The same in brackets: `rights. [7]`, `rights.[a]`, `rights.[^7]`. */
static size_t before_bracket_mark(struct str text, size_t end)
{
	size_t at = end;

	if (end < 3 || text.data[end - 1] != ']')
		return end;
	for (at = end - 1; at > 0 && end - at < 5; at--)
		if (text.data[at - 1] == '[')
			return at < end - 1 ? at - 1 : end;
		else if (!strchr("0123456789abcdefgh^", text.data[at - 1]))
			break;
	return end;
}

/* The text in front of the footnote marks and closers at its end, in constant
 * time: a text may be asked at every blank. */
static struct str core_of(struct str text)
{
	size_t end = before_bracket_mark(text, text.len), start;

	end = before_plain_mark(text, end);
	for (int i = 0; i < CLOSERS_MAX && end > 0 &&
			is_closer(utf8_before(text, end, &start)); i++)
		end = start;
	return str_slice(text, 0, end);
}

/* -, and what it is in other fonts and encodings; not the soft one. */
static bool is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xac;
}

enum shape_end shape_end(struct str text)
{
	struct str core = core_of(text);
	size_t start;
	uint32_t c;

	if (core.len == 0)
		return END_CLOSED;
	c = utf8_before(core, core.len, &start);
	if (is_final(c))
		return END_CLOSED;
	if (c == ':' || c == ';')
		return END_PAUSE;
	if (is_hyphen(c) && core.len == text.len && start > 0) {
		c = utf8_before(core, start, &start);
		return utf8_is_letter(c) || utf8_is_digit(c) ||
		       (c > 0x7f && shape_is_close_quote(c)) ? END_HYPHEN
							      : END_OPEN;
	}
	/* A soft hyphen counts as a closer and was passed. */
	if (text.len > 2 && str_has_suffix(text, STR("\xc2\xad")))
		return END_HYPHEN;
	return END_OPEN;
}

/* kunbatys.xt, iPhone, e-government: written so wherever they stand. */
static bool is_written_small(struct str word)
{
	uint32_t last = 0;

	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);

		if (utf8_is_upper(c) || utf8_is_digit(c) || c == '@' ||
		    c == '/' || (last == '.' && utf8_is_letter(c)))
			return true;
		last = c;
	}
	return false;
}

enum shape_begin shape_begin(struct str text)
{
	size_t at = 0, start = 0, end;
	uint32_t c = 0;

	while (at < text.len) {
		start = at;
		c = utf8_next(text, &at);
		if (!shape_is_open_quote(c) && c != '(' && c != '[' &&
		    c != '*' && c != '_')
			break;
	}
	if (!utf8_is_letter(c))
		return BEGIN_OTHER;
	if (!utf8_is_lower(c))
		return BEGIN_UPPER;
	end = str_find(text, STR(" "), at);
	return is_written_small(str_slice(text, start, end)) ? BEGIN_OTHER
							     : BEGIN_LOWER;
}

struct str shape_beginning(struct str text, size_t max)
{
	if (text.len <= max)
		return text;
	while (max > 0 && ((unsigned char)text.data[max] & 0xc0) == 0x80)
		max--;
	return str_slice(text, 0, max);
}

size_t shape_sentence_end(struct str text, size_t start)
{
	size_t at = start;

	while ((at = str_find(text, STR(" "), at)) < text.len) {
		struct str rest = str_slice(text, at + 1, text.len);

		if (shape_end(str_slice(text, start, at)) == END_CLOSED &&
		    shape_begin(rest) != BEGIN_LOWER)
			break;
		at++;
	}
	return at;
}

bool shape_fills_line(struct str text)
{
	return text.len >= LINE_CHARS &&
	       (text.len >= 4 * LINE_CHARS || utf8_chars(text) >= LINE_CHARS);
}

size_t shape_words(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] != ' ' && (i == 0 || text.data[i - 1] == ' '))
			count++;
	return count;
}

bool shape_has_letter(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_letter(utf8_next(text, &at)))
			return true;
	return false;
}

bool shape_is_capitals(struct str text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_lower(c))
			return false;
		count += utf8_is_upper(c);
	}
	return count >= 2;
}

bool shape_may_head(struct str text)
{
	return shape_end(text) == END_OPEN || str_has_suffix(text, STR("?"));
}

bool shape_has_year(struct str text)
{
	size_t digits = 0;

	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && text.data[i] >= '0' && text.data[i] <= '9')
			digits++;
		else if (digits == 4)
			return true;
		else
			digits = 0;
	}
	return false;
}

bool shape_is_item(struct str text)
{
	static const uint32_t bullets[] = { '-', '*', 0x2022, 0x25aa, 0x25cf,
					    0x25e6, 0x2023, 0xb7, 0x2219,
					    0x2043, 0x25a0, 0x2713, 0x2714,
					    0x2192, 0x25b6, 0x25b8, 0x25ba,
					    0x25cb, 0x25c6, 0x2756, 0x27a2,
					    0x27a4 };
	size_t at = 0, length = 0;
	uint32_t c;

	if (text.len == 0)
		return false;
	c = utf8_next(text, &at);
	for (size_t i = 0; i < COUNT_OF(bullets); i++)
		if (bullets[i] == c)
			return at < text.len && text.data[at] == ' ';
	if (c == '(' && at < text.len)
		c = utf8_next(text, &at);
	while (at < text.len && length < 3 &&
	       (utf8_is_digit(c) || (length == 0 && utf8_is_lower(c)))) {
		c = utf8_next(text, &at);
		length++;
	}
	return length > 0 && c == ')' && at < text.len && text.data[at] == ' ';
}
