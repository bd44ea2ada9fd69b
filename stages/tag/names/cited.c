#include "cited.h"

#include "utf8.h"

#include <string.h>

enum {
	SUFFIX_CHARS = 8,   /* an ending behind a hyphen: 106-ншы, 274-бабынан */
	TITLE_WORDS = 24    /* of a title in brackets between two numbers */
};

static enum law_unit look(struct cited_words *words, struct scan *scan,
			  word_id fold, bool *before, bool *behind)
{
	uint32_t *known = word_cache_at(&words->known, scan->words, fold);

	if (*known == 0) {
		enum law_unit unit = articles_unit(
			words->articles, words_text(scan->words, fold), before,
			behind);

		known = word_cache_at(&words->known, scan->words, fold);
		*known = 1u + (*before ? 2u : 0u) + (*behind ? 4u : 0u) +
			 8u * (uint32_t)unit;
	}
	*before = *known & 2u;
	*behind = *known & 4u;
	return (enum law_unit)(*known / 8);
}

static enum law_unit unit_at(struct cited_words *words, struct scan *scan,
			     size_t token, bool *before, bool *behind)
{
	enum word_kind kind = scan_kind(scan, token);

	if (kind != KIND_WORD && kind != KIND_SYMBOL)
		return UNIT_NONE;
	return look(words, scan, scan_fold(scan, token), before, behind);
}

static bool is_digit(struct str text, size_t at)
{
	return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

/* 20.3.3, 456-2: where the digits with what joins them end. */
static size_t digits_end(struct str text, size_t at, struct strbuf *id)
{
	while (is_digit(text, at) ||
	       (at > 0 && at < text.len && is_digit(text, at + 1) &&
		strchr(".-/", text.data[at]))) {
		strbuf_add_char(id, is_digit(text, at) ? text.data[at] : '_');
		at++;
	}
	return at;
}

static bool is_glued(const struct scan *scan, size_t token)
{
	return scan->doc->tokens.items[token].flags & TOKEN_GLUED;
}

/* What stands behind the digits of a word: an ending, a letter of the number
 * itself, a word with a hyphen. False: it is no number of an article. */
static bool read_rest(struct cited_words *words, struct scan *scan,
		      struct str rest, struct strbuf *id,
		      struct cited_number *out)
{
	bool before = false, behind = false;

	if (rest.len == 0)
		return true;
	out->plain = false;
	if (rest.len == 1 && rest.data[0] >= 'A' && rest.data[0] <= 'Z') {
		strbuf_add_char(id, (char)(rest.data[0] - 'A' + 'a'));
		return true;
	}
	if (rest.data[0] != '-')
		return false;
	rest = str_slice(rest, 1, rest.len);
	out->unit = look(words, scan,
			 words_fold(scan->words, words_add(scan->words, rest)),
			 &before, &behind);
	if (out->unit != UNIT_NONE)
		return behind;
	for (size_t at = 0, chars = 0; at < rest.len; chars++) {
		uint32_t c = utf8_next(rest, &at);

		if (!utf8_is_letter(c) || utf8_is_upper(c) ||
		    chars == SUFFIX_CHARS)
			return false;
	}
	return true;
}

/* (4), (a): it tells more than the id does. */
static size_t skip_brackets(const struct scan *scan, size_t token, size_t limit)
{
	while (token + 2 < limit && is_glued(scan, token - 1) &&
	       scan_is_form(scan, token, "(") &&
	       scan->marks.items[token].partner == token + 2 &&
	       (scan_kind(scan, token + 1) == KIND_NUMBER ||
		utf8_chars(scan_form(scan, token + 1)) <= 3))
		token += 3;
	if (token + 1 < limit && scan_is_form(scan, token, "§") &&
	    scan_kind(scan, token + 1) == KIND_NUMBER)
		token += 2;
	return token;
}

static bool is_in_date(const struct scan *scan, size_t token)
{
	const struct candidate *c = scan_find(scan, token, MENTION_DATE);

	return c && c->end > token + 1;
}

static bool is_number_sign(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, "№") ||
	       str_equal_any_case(scan_form(scan, token), "no.");
}

static size_t joined_digits(const struct scan *scan, size_t token, size_t limit)
{
	return token + 2 < limit && is_glued(scan, token) &&
	       is_glued(scan, token + 1) &&
	       (scan_is_form(scan, token + 1, "-") ||
		scan_is_form(scan, token + 1, "–")) &&
	       is_digit(scan_form(scan, token + 2), 0) ? token + 2 : 0;
}

bool cited_number_at(struct cited_words *words, struct scan *scan, size_t token,
		     size_t limit, struct cited_number *out)
{
	struct strbuf *id = &scan->buf;
	struct str text;
	size_t at, next;

	*out = (struct cited_number){ .first = token, .plain = true };
	if (token + 1 < limit && is_number_sign(scan, token))
		token++;
	if (token >= limit || !is_digit(scan_form(scan, token), 0) ||
	    is_in_date(scan, token))
		return false;
	strbuf_clear(id);
	text = scan_form(scan, token);
	at = digits_end(text, 0, id);
	next = at == text.len ? joined_digits(scan, token, limit) : 0;
	if (next > 0) {
		strbuf_add_char(id, '_');
		out->plain = false;
		token = next;
		text = scan_form(scan, token);
		at = digits_end(text, 0, id);
	}
	if (!read_rest(words, scan, str_slice(text, at, text.len), id, out))
		return false;
	out->id = str_copy(&scan->doc->arena, strbuf_view(id));
	out->end = skip_brackets(scan, token + 1, limit);
	return true;
}

/* Between the numbers of a list: a comma, and, or, both. */
static size_t join_end(struct cited_words *words, struct scan *scan,
		       size_t token, size_t limit, bool *comma)
{
	bool before = false, behind = false;

	*comma = token < limit && scan_is_form(scan, token, ",");
	if (*comma)
		token++;
	if (token < limit &&
	    unit_at(words, scan, token, &before, &behind) == UNIT_JOIN)
		return token + 1;
	if (!*comma && token < limit && (scan_is_form(scan, token, "–") ||
					 scan_is_form(scan, token, "/")))
		return token + 1;
	return *comma ? token : 0;
}

/* 130 (defamation) and 131 (insult) */
static size_t skip_title(const struct scan *scan, size_t token, size_t limit)
{
	size_t partner;

	if (token >= limit || !scan_is_form(scan, token, "("))
		return token;
	partner = scan->marks.items[token].partner;
	return partner > token && partner < limit &&
	       partner - token <= TITLE_WORDS ? partner + 1 : token;
}

static void take_numbers(struct cited_words *words, struct scan *scan,
			 size_t limit, struct cited_item *item)
{
	struct cited_number number;

	while (item->count < CITED_NUMBERS &&
	       item->numbers[item->count - 1].unit == UNIT_NONE) {
		bool comma;
		size_t next = join_end(words, scan,
				       skip_title(scan, item->end, limit),
				       limit, &comma);

		if (next == 0 ||
		    !cited_number_at(words, scan, next, limit, &number))
			return;
		item->listed = item->listed || comma;
		item->numbers[item->count++] = number;
		item->end = number.end;
	}
}

/* пункт «б», point (a), пункт д */
static bool letter_at(const struct scan *scan, size_t token, size_t limit,
		      struct cited_number *out)
{
	size_t inside = token + (scan_has_partner(scan, token) ? 1 : 0);
	struct str form;

	if (inside >= limit)
		return false;
	form = scan_form(scan, inside);
	*out = (struct cited_number){ token,
		inside > token ? scan->marks.items[token].partner + 1
			       : token + 1, form, UNIT_NONE, false };
	return utf8_chars(form) == 1 && scan_kind(scan, inside) == KIND_WORD &&
	       (inside == token || out->end == token + 3);
}

static bool before_at(struct cited_words *words, struct scan *scan,
		      size_t token, size_t limit, struct cited_item *out)
{
	size_t next = token + 1;
	bool before = false, behind = false;
	enum law_unit unit = unit_at(words, scan, token, &before, &behind);

	if (unit == UNIT_NONE || unit == UNIT_JOIN || !before || next >= limit)
		return false;
	if (is_glued(scan, token) && scan_is_form(scan, next, "."))
		next++;
	*out = (struct cited_item){ .unit = unit, .first = token, .count = 1 };
	if (next >= limit ||
	    (!cited_number_at(words, scan, next, limit, &out->numbers[0]) &&
	     (unit != UNIT_PART ||
	      !letter_at(scan, next, limit, &out->numbers[0]))) ||
	    out->numbers[0].unit != UNIT_NONE)
		return false;
	out->end = out->numbers[0].end;
	take_numbers(words, scan, limit, out);
	if (out->numbers[out->count - 1].unit != UNIT_NONE)
		return false;
	return true;
}

static bool behind_at(struct cited_words *words, struct scan *scan,
		      size_t token, size_t limit, struct cited_item *out)
{
	const struct cited_number *last;
	bool before = false, behind = false;

	*out = (struct cited_item){ .first = token, .behind = true,
				    .count = 1 };
	if (!cited_number_at(words, scan, token, limit, &out->numbers[0]))
		return false;
	out->end = out->numbers[0].end;
	take_numbers(words, scan, limit, out);
	last = &out->numbers[out->count - 1];
	out->unit = last->unit;
	if (out->unit == UNIT_NONE && last->end < limit) {
		out->unit = unit_at(words, scan, last->end, &before, &behind);
		out->end = last->end + 1;
		/* 42-й статьи: it is told by its ending that it is one */
		if (!behind && (last->plain ||
				scan_shape(scan, last->end) & SHAPE_LATIN))
			return false;
	}
	return out->unit != UNIT_NONE && out->unit != UNIT_JOIN;
}

bool cited_item_at(struct cited_words *words, struct scan *scan, size_t token,
		   size_t limit, struct cited_item *out)
{
	enum word_kind kind = scan_kind(scan, token);

	if (kind == KIND_NUMBER || is_number_sign(scan, token))
		return behind_at(words, scan, token, limit, out);
	return before_at(words, scan, token, limit, out);
}
