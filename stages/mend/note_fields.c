#include "notes.h"

#include "shape.h"
#include "utf8.h"

static struct str trim_start(struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);

		if (!utf8_is_space(c) && c != ',' && c != '.' && c != ';' &&
		    c != ':' && c != 0x2013 && c != 0x2014 && c != ')' &&
		    c != ']')
			break;
		at = next;
	}
	return str_slice(text, at, text.len);
}

static struct str trim_end(struct str text)
{
	while (text.len > 0) {
		size_t start;
		uint32_t c = utf8_before(text, text.len, &start);

		if (!utf8_is_space(c) && c != ',' && c != '.' && c != ';' &&
		    c != ':' && c != '<' && c != 0x2013 && c != 0x2014 &&
		    c != '(' && c != '[')
			break;
		text.len = start;
	}
	return text;
}

/* https://a.org/wiki/Press_(law): the bracket belongs to the address. */
static bool closes_own(struct str url)
{
	return str_has_suffix(url, STR(")")) &&
	       str_find(url, STR("("), 0) < url.len;
}

/* Find the first address; `text` is cut in front of it, or, if all the rest
 * stands behind it, to what is there. */
static struct str take_url(struct str *text)
{
	static const struct str schemes[] = { { "https://", 8 },
					      { "http://", 7 },
					      { "www.", 4 } };
	size_t start = text->len, end;
	struct str url, behind;

	for (size_t i = 0; start == text->len && i < COUNT_OF(schemes); i++)
		start = str_find(*text, schemes[i], 0);
	if (start == text->len)
		return STR_NONE;
	end = start;
	while (end < text->len && text->data[end] != ' ' &&
	       text->data[end] != '>' && text->data[end] != '<')
		end++;
	url = str_slice(*text, start, end);
	while (url.len > 0 && strchr(".,;)]", url.data[url.len - 1]) &&
	       !closes_own(url))
		url.len--;
	behind = trim_start(str_slice(*text, end, text->len));
	*text = str_slice(*text, 0, start);
	if (trim_end(*text).len == 0 && behind.len > 1)
		*text = behind;
	return url;
}

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

static bool opens_title(struct str text, size_t at, uint32_t c)
{
	return (c == '"' || c == 0xab || c == 0x201c || c == 0x201e ||
		c == 0x2018) && (at == 0 || text.data[at - 1] == ' ');
}

/* Whether a straight quote can be a closing one here. */
static bool closes_here(struct str text, size_t end)
{
	return end == text.len || strchr(" ,.;:)<", text.data[end]);
}

/* The byte range of the title inside its quotes: titles may hold quotes of the
 * same kind, so depth is counted. *end is behind the closing quote. */
static bool find_title(struct str text, struct str *title, size_t *start,
		       size_t *end)
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

/* Without quotation marks all we can tell apart is where a full stop stands:
 * the last piece names the outlet, what is in front of it is the title. */
static void read_unquoted(struct footnote *note, struct str text)
{
	size_t cut = 0, at = 0;

	text = trim_end(text);
	while ((at = str_find(text, STR(". "), at)) < text.len)
		cut = ++at;
	if (note->url.len == 0 && note->date.len == 0)
		return; /* a remark, no source */
	if (cut > 0)
		note->title = trim_end(str_slice(text, 0, cut));
	note->outlet = trim_start(str_slice(text, cut, text.len));
}

/* «Кыран» is Кыран, while Радио «Дала» keeps its quotes. */
static struct str unquote(struct str name)
{
	struct str inner;
	size_t start, end;

	if (find_title(name, &inner, &start, &end) && start == 0 &&
	    end == name.len)
		return inner;
	return name;
}

static void take_date(struct footnote *note, struct arena *arena,
		      struct str *text, const struct month_words *words)
{
	struct strbuf buf = STRBUF_INIT;
	struct edtf date;
	size_t start;

	if (!month_words_last_date(words, *text, &date, &start))
		return;
	edtf_add(&buf, &date);
	note->date = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	text->len = start;
}

void note_fields(struct footnote *note, struct arena *arena, struct str body,
		 const struct month_words *words)
{
	struct str text = body, title = STR_NONE;
	size_t start = 0, end = 0;
	bool quoted;

	note->author = note->title = note->outlet = STR_NONE;
	note->date = STR_NONE;
	note->url = take_url(&text);
	quoted = find_title(text, &title, &start, &end);
	if (quoted) {
		note->title = trim_end(title);
		note->author = trim_end(str_slice(text, 0, start));
		text = str_slice(text, end, text.len);
	}
	take_date(note, arena, &text, words);
	if (quoted)
		note->outlet = unquote(trim_end(trim_start(text)));
	else
		read_unquoted(note, text);
}

bool note_is_source(struct str body)
{
	struct str title;
	size_t start, end;

	if (str_find(body, STR("://"), 0) < body.len ||
	    str_has_prefix(body, STR("www.")))
		return true;
	return find_title(body, &title, &start, &end) && start == 0 &&
	       end < body.len && trim_start(str_slice(body, end, body.len)).len;
}
