#include "abbreviated.h"

#include "utf8.h"

enum {
	BRACKET_WORDS = 7,    /* between brackets behind a name */
	APART_WORDS = 4,      /* from a name to what is outside brackets */
	SHORT_LEAST = 2,      /* letters of an abbreviation */
	SHORT_APART = 3,      /* of one outside brackets */
	SHORT_MOST = 8,
	PARTS_MOST = 3        /* with hyphens between */
};

bool abbreviated_looks(const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);
	size_t at = 0;

	if (form.len == 0)
		return false;
	utf8_next(form, &at);
	while (at < form.len)
		if (utf8_is_upper(utf8_next(form, &at)))
			return true;
	return false;
}

static bool is_acronym(const struct scan *scan, size_t token)
{
	size_t chars = utf8_chars(scan_form(scan, token));

	return scan_kind(scan, token) == KIND_WORD &&
	       (scan_shape(scan, token) & SHAPE_ALL_CAPITAL) &&
	       chars >= SHORT_LEAST && chars <= SHORT_MOST;
}

static bool is_hyphen(const struct scan *scan, size_t token)
{
	const struct token *tokens = scan->doc->tokens.items;

	return scan_is_form(scan, token, "-") &&
	       tokens[token - 1].flags & tokens[token].flags & TOKEN_GLUED;
}

/* A word that an abbreviation may leave out: of, on, the. */
static bool is_small(const struct scan *scan, size_t token)
{
	return !(scan_shape(scan, token) & SHAPE_CAPITAL) &&
	       (scan_is_stopword(scan, token) ||
		scan->marks.items[token].flags & MARK_LINK);
}

/* Whether its letters are those that the words begin with, one by one. */
static bool is_of(const struct scan *scan, size_t first, size_t end,
		  size_t token)
{
	struct str letters = words_text(scan->words, scan_fold(scan, token));
	size_t at = 0;

	for (size_t t = first; t < end; t++) {
		struct str word = words_text(scan->words, scan_fold(scan, t));
		size_t next = at, begin = 0;

		if (scan_kind(scan, t) != KIND_WORD)
			return false;
		if (at < letters.len &&
		    utf8_next(letters, &next) == utf8_next(word, &begin))
			at = next;
		else if (!is_small(scan, t))
			return false;
	}
	return at == letters.len;
}

/* The end of an abbreviation at a token of `limit`, or 0: NTF-ELCAC is three
 * tokens. */
static size_t end_at(const struct scan *scan, size_t first, size_t end,
		     size_t token, size_t limit)
{
	size_t next = token + 1, parts = 1;

	if (!is_acronym(scan, token))
		return abbreviated_looks(scan, token) &&
				       is_of(scan, first, end, token)
			? next : 0;
	while (parts < PARTS_MOST && next + 1 < limit &&
	       is_hyphen(scan, next) && is_acronym(scan, next + 1)) {
		next += 2;
		parts++;
	}
	return next;
}

static size_t in_brackets(const struct scan *scan, size_t first, size_t end,
			  size_t open, size_t *short_end)
{
	size_t close = scan->marks.items[open].partner, found = 0, t = open + 1;

	if (close <= open || close - open - 1 > BRACKET_WORDS)
		return 0;
	while (t < close) {
		size_t next = end_at(scan, first, end, t, close);

		if (next && !found) {
			found = t;
			*short_end = next;
		} else if (!next && scan_shape(scan, t) & SHAPE_CAPITAL) {
			return 0;
		}
		t = next ? next : t + 1;
	}
	return found;
}

/* Behind small words alone. */
static size_t apart(const struct scan *scan, size_t first, size_t end,
		    size_t limit, size_t *short_end)
{
	for (size_t t = end; t < limit && t - end <= APART_WORDS; t++) {
		*short_end = t + 1;
		if (abbreviated_looks(scan, t))
			return utf8_chars(scan_form(scan, t)) >= SHORT_APART &&
			       is_of(scan, first, end, t) ? t : 0;
		if (scan_shape(scan, t) & SHAPE_CAPITAL ||
		    (scan_kind(scan, t) != KIND_WORD &&
		     !scan_is_form(scan, t, ",")))
			return 0;
	}
	return 0;
}

size_t abbreviated_find(const struct scan *scan, size_t first, size_t end,
			size_t *short_end)
{
	size_t limit = scan_sentence_end(scan, end - 1), open = end;

	if (open < limit && scan->marks.items[open].partner < open)
		open++; /* a closing quotation mark */
	if (open < limit && scan_is_form(scan, open, "("))
		return in_brackets(scan, first, end, open, short_end);
	return apart(scan, first, end, limit, short_end);
}
