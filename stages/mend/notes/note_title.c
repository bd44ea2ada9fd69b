#include "notes_internal.h"

#include "utf8.h"

/* What closes a title that opens with `open`. */
static uint32_t closer_of(uint32_t open)
{
	switch (open) {
	case 0xab:
		return 0xbb;
	case 0x201c:
		return 0x201d;
	case 0x2018:
		return 0x2019;
	case 0x201e:
		return 0x201c;
	default:
		return open;
	}
}

static bool is_opener(uint32_t c)
{
	return c == '"' || c == 0xab || c == 0x201c || c == 0x201e ||
	       c == 0x2018;
}

static bool opens_title(struct str text, size_t at, uint32_t c)
{
	return is_opener(c) &&
	       (at == 0 || strchr(" *(_", text.data[at - 1]) != NULL);
}

/* Whether a straight quote or an apostrophe can be a closing one here. */
static bool closes_here(struct str text, size_t end)
{
	return end == text.len || strchr(" ,.;:)<*", text.data[end]);
}

bool note_title(struct str text, struct str *title, size_t *start, size_t *end)
{
	uint32_t open = 0, close = 0;
	size_t depth = 0, inner = 0;

	for (size_t at = 0; at < text.len;) {
		size_t here = at;
		uint32_t c = utf8_next(text, &at);

		if (depth == 0 && opens_title(text, here, c)) {
			open = c;
			close = closer_of(c);
			*start = here;
			inner = at;
			depth = 1;
		} else if (depth > 0 && open != close && c == open) {
			depth++;
		} else if (depth > 0 && c == close &&
			   (open != close || closes_here(text, at)) &&
			   (c != 0x2019 || closes_here(text, at)) &&
			   --depth == 0) {
			*title = str_slice(text, inner, here);
			*end = at;
			return true;
		}
	}
	return false;
}

size_t note_semicolon(struct str text)
{
	struct str title, rest = text;
	size_t start, end, from = 0;

	while (note_title(rest, &title, &start, &end)) {
		size_t at = str_find(str_slice(rest, 0, start), STR("; "), 0);

		if (at < start)
			return from + at;
		from += end;
		rest = str_slice(rest, end, rest.len);
	}
	return from + str_find(rest, STR("; "), 0);
}

static bool is_margin(uint32_t c)
{
	return utf8_is_space(c) || c == ',' || c == '.' || c == ';' ||
	       c == ':' || c == '*' || c == '_' || c == '/' || c == '<' ||
	       c == '>' || c == '|' || c == 0x2013 || c == 0x2014 || c == '-';
}

static struct str trim_start(struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);

		if (!is_margin(c) && c != ')' && c != ']')
			break;
		at = next;
	}
	return str_slice(text, at, text.len);
}

/* The capital of "Иванов А. А." */
static bool ends_with_initial(struct str text)
{
	size_t start;

	if (text.len < 2 || !utf8_is_upper(utf8_before(text, text.len, &start)))
		return false;
	return start > 0 && (text.data[start - 1] == ' ' ||
			     text.data[start - 1] == '.');
}

struct str note_trim(struct str text)
{
	text = trim_start(text);
	while (text.len > 0) {
		size_t start;
		uint32_t c = utf8_before(text, text.len, &start);

		if ((!is_margin(c) && c != '(' && c != '[') ||
		    (c == '.' && ends_with_initial(str_slice(text, 0, start))))
			break;
		text.len = start;
	}
	return text;
}

struct str note_unquote(struct str name)
{
	struct str inner;
	size_t start, end;

	if (note_title(name, &inner, &start, &end) && start == 0 &&
	    end == name.len)
		return inner;
	return name;
}
