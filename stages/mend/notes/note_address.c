#include "notes_internal.h"

#include "shape.h"
#include "utf8.h"

static bool is_ascii_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* "kunbatys.xt/news": a dotted word whose last part is of letters, and a
 * slash. A domain alone is rather the name of an outlet. */
static bool is_bare_address(struct str word)
{
	size_t slash = str_find(word, STR("/"), 0), dot = 0;

	if (slash == word.len || slash < 4)
		return false;
	for (size_t i = 0; i < slash; i++) {
		if (word.data[i] == '.')
			dot = i;
		else if (!is_ascii_word(word.data[i]))
			return false;
	}
	if (dot == 0 || slash - dot < 3)
		return false;
	for (size_t i = dot + 1; i < slash; i++)
		if (word.data[i] >= '0' && word.data[i] <= '9')
			return false;
	return true;
}

/* Where the first address begins, or text.len. */
static size_t find_address(struct str text)
{
	static const struct str schemes[] = { { "https://", 8 },
					      { "http://", 7 },
					      { "www.", 4 } };
	size_t start = text.len;

	for (size_t i = 0; i < COUNT_OF(schemes); i++) {
		size_t found = str_find(text, schemes[i], 0);

		if (found < start)
			start = found;
	}
	for (size_t at = 0; at < start;) {
		size_t end = str_find(text, STR(" "), at), from = at;

		while (from < end && strchr("<([", text.data[from]))
			from++;
		if (is_bare_address(str_slice(text, from, end)))
			return from;
		at = end + 1;
	}
	return start;
}

static size_t word_end(struct str text, size_t at)
{
	while (at < text.len && text.data[at] != ' ' && text.data[at] != '>' &&
	       text.data[at] != '<')
		at++;
	return at;
}

/* Whether the address that ends at `end` goes on behind the blank there: what
 * stands there looks like the rest of a path. A hyphen ends no address, so any
 * small word may follow it. */
static bool goes_on(struct str text, size_t start, size_t end)
{
	size_t next = end + 1, stop = word_end(text, next);
	struct str word = str_slice(text, next, stop);
	char last = text.data[end - 1];
	bool path = false;

	if (word.len == 0 || end - start < 8 || !is_ascii_word(word.data[0]) ||
	    (word.data[0] >= 'A' && word.data[0] <= 'Z'))
		return false;
	for (size_t i = 0; i < word.len; i++) {
		if ((unsigned char)word.data[i] > 0x7f)
			return false;
		path = path || (strchr("/-_=%", word.data[i]) != NULL &&
				i + 1 < word.len);
	}
	path = path || str_has_suffix(word, STR(".html")) ||
	       str_find(word, STR(".html"), 0) < word.len;
	return last == '-' || (strchr("/_=&?%", last) && path);
}

/* An address in angle brackets ends with them, whatever stands between. */
static size_t address_end(struct str text, size_t start)
{
	size_t end = word_end(text, start);

	if (start > 0 && text.data[start - 1] == '<') {
		size_t close = str_find(text, STR(">"), start);

		if (close < text.len)
			return close;
	}
	while (end < text.len && text.data[end] == ' ' &&
	       goes_on(text, start, end))
		end = word_end(text, end + 1);
	return end;
}

static struct str without_punctuation(struct str url)
{
	while (url.len > 0) {
		size_t start;
		uint32_t c = utf8_before(url, url.len, &start);
		bool open = str_find(url, STR("("), 0) < url.len;

		if (!(c < 0x80 && strchr(".,;:]}'\"!", (int)c)) &&
		    !(c == ')' && !open) &&
		    !(c > 0x7f && shape_is_close_quote(c)))
			break;
		url.len = start;
	}
	return url;
}

struct str note_address(struct str text, struct arena *arena,
			struct str *before, struct str *behind)
{
	size_t start = find_address(text), end;
	struct strbuf whole = STRBUF_INIT;
	struct str url, piece;

	*before = str_slice(text, 0, start);
	*behind = STR_NONE;
	if (start == text.len)
		return STR_NONE;
	end = address_end(text, start);
	url = without_punctuation(str_slice(text, start, end));
	*behind = str_slice(text, end, text.len);
	if (str_find(url, STR(" "), 0) == url.len)
		return url;
	while (str_split(&url, ' ', &piece))
		strbuf_add(&whole, piece);
	url = str_copy(arena, strbuf_view(&whole));
	strbuf_release(&whole);
	return url;
}
