#include "shapes_internal.h"

enum {
	QUOTED_WORDS = 6,     /* of a name in quotation marks */
	JOINED_WORDS = 3,     /* between them and what tells their type */
	CUED_WORDS = 4,       /* of a name without marks */
	CITED_WORDS = 3,      /* least of a title before its outlet */
	OUTLET = 1u << MENTION_OUTLET
};

static bool is_capital(const struct scan *scan, size_t token)
{
	return scan_shape(scan, token) & SHAPE_CAPITAL;
}

static bool is_comma(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ",");
}

/* "Kopeev, editor, X": a role between a name's comma and the one before a
 * token. */
static bool is_behind_role(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	size_t start = scan_sentence_start(scan, token), role;

	if (token < start + 4 || !is_comma(scan, token - 1) ||
	    !(f->roles->items[token - 2].ends & ROLE_JOURNALIST))
		return false;
	role = token - 1 - f->roles->items[token - 2].end_len;
	return role > start + 1 && is_comma(scan, role - 1) &&
	       is_capital(scan, role - 2);
}

/* The types that the words before a quotation mark tell: a cue, a head, or a
 * head with words that depend on it or say that the name follows (сайт
 * расследований «…», a website called "…"); a journalist's role, whose outlet
 * it is (корреспондент «…»). */
static unsigned types_before(const struct finder *f, size_t open)
{
	const struct token_mark *marks = f->scan->marks.items;
	size_t start = scan_sentence_start(f->scan, open), t = open;

	for (size_t i = 0; i <= JOINED_WORDS && t > start; i++, t--) {
		const struct token_mark *mark = &marks[t - 1];
		unsigned mask = mark->cue_ends |
				(mark->head_len == 1 ? mark->head_starts : 0u);

		if (mask)
			return mask;
		if (i == 0 && is_behind_role(f, t))
			return 1u << MENTION_OUTLET;
		if (i == 0 && f->roles->items[t - 1].ends & ROLE_JOURNALIST &&
		    !is_capital(f->scan, t - 1))
			return 1u << MENTION_OUTLET;
		if (!chains_joins(f->chains, f->scan, t - 1) &&
		    !chains_names(f->chains, f->scan, t - 1) &&
		    !(t < open && chains_names(f->chains, f->scan, t)))
			break;
	}
	return 0;
}

/* The same of the words behind it. */
static unsigned types_behind(const struct finder *f, size_t close)
{
	const struct token_mark *marks = f->scan->marks.items;
	size_t limit = scan_sentence_end(f->scan, close);
	bool last = chains_end_in_head(f->chains, scan_lang(f->scan, close));

	for (size_t t = close + 1; t < limit && t - close - 1 <= JOINED_WORDS;
	     t++) {
		unsigned mask = marks[t].cue_starts | marks[t].head_ends;

		if (mask)
			return mask;
		if (last && t == close + 1 &&
		    f->roles->items[t].starts & ROLE_JOURNALIST)
			return 1u << MENTION_OUTLET;
		if (!last || !chains_joins(f->chains, f->scan, t))
			break;
	}
	return 0;
}

/* The same of the words in it: «Независимый центр прессы», "Orda TV". */
static unsigned types_inside(const struct finder *f, size_t open, size_t close)
{
	const struct token_mark *marks = f->scan->marks.items;

	if (close - open < 3)
		return 0;
	if (is_capital(f->scan, close - 1) && marks[close - 1].head_ends)
		return marks[close - 1].head_ends;
	for (size_t t = open + 1; t + 1 < close; t++) {
		if (marks[t].head_starts) /* "Союз ТМА-12" is a ship */
			return scan_shape(f->scan, t + 1) & SHAPE_DIGIT ||
			       scan_kind(f->scan, t + 1) == KIND_NUMBER ||
			       scan_shape(f->scan, close - 1) & SHAPE_DIGIT ?
				       0 : marks[t].head_starts;
		if (!is_capital(f->scan, t) || t > open + JOINED_WORDS)
			break;
	}
	return 0;
}

void press_find_quoted(const struct finder *f, size_t open)
{
	size_t close = f->scan->marks.items[open].partner;
	size_t limit = scan_sentence_end(f->scan, open);
	unsigned mask, behind;
	enum mention_type type;
	size_t by;

	if (close <= open + 1 || close - open - 1 > QUOTED_WORDS ||
	    close >= limit || scan_is_form(f->scan, open, "(") ||
	    scan_is_form(f->scan, open, "[") ||
	    scan_kind(f->scan, open) != KIND_PUNCT ||
	    !(is_capital(f->scan, open + 1) ||
	      scan_kind(f->scan, open + 1) == KIND_NUMBER))
		return;
	if (is_comma(f->scan, close - 1) || scan_is_form(f->scan, close - 1, "."))
		return; /* the title of an article, what somebody says */
	mask = types_before(f, open);
	behind = types_behind(f, close);
	by = mask ? open - 1 : behind ? close + 1 : open + 1;
	mask |= behind;
	if (!mask)
		mask = types_inside(f, open, close);
	mask &= ~(1u << MENTION_PLACE);
	if (shapes_type_of(f, mask, &type))
		shapes_add(f, open + 1, close, type, RANK_SHAPE, RULE_QUOTES,
			   by);
}

/* "editor, Temirsu, 3 hours" may tell where: a single word is an outlet's only
 * before a place. */
static bool is_listed(const struct finder *f, size_t token, size_t end)
{
	const struct scan *scan = f->scan;

	return is_behind_role(f, token) &&
	       (end > token + 1 ||
		(end + 1 < scan_sentence_end(scan, token) &&
		 is_comma(scan, end) && scan_is_name_word(scan, end + 1)));
}

/* Capitals that may be a name nobody knows: no person's, place's or country's
 * word, no name of a table. */
static bool is_unknown(const struct finder *f, size_t first, size_t end)
{
	const struct scan *scan = f->scan;

	for (size_t t = first; t < end; t++)
		if (scan->marks.items[t].flags & MARK_COUNTRY ||
		    f->roles->items[t].starts ||
		    persons_is_given(f->persons, scan, t))
			return false;
	return end > first && end - first <= CUED_WORDS &&
	       !(end == first + 1 && persons_may_name(f->persons, scan, first)) &&
	       scan->first_at.items[first] == scan->first_at.items[first + 1];
}

static bool is_common_start(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	return scan->marks.items[token].flags & MARK_START &&
	       languages_know(scan->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

/* A name in Cyrillic: one that has a place's name stands as it is called. */
static bool is_bare(const struct finder *f, size_t first, size_t end)
{
	const struct scan *scan = f->scan;
	const struct candidate *place = scan_find(scan, first, MENTION_PLACE);

	if (!place)
		return is_unknown(f, first, end);
	return place->end <= end &&
	       scan->marks.items[first].flags & MARK_PLACE_BASE &&
	       (!(scan->marks.items[first].flags & MARK_COUNTRY) ||
		scan_kind(scan, end - 1) == KIND_NUMBER);
}

/* A cue that takes names without marks stands right beside the words; a head
 * of outlets there belongs to the name (Тобыл радиосы). */
static void find_bare(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	const struct token_mark *marks = scan->marks.items;
	size_t start = scan_sentence_start(scan, token), first = token, end, by;
	size_t limit = scan_sentence_end(scan, token);

	if (scan_is_stopword(scan, token) || marks[token].flags & MARK_CUE ||
	    (token > start && scan_is_name_word(scan, token - 1) &&
	     !(marks[token - 1].flags & MARK_CUE) &&
	     !is_common_start(f, token - 1)))
		return;
	end = shapes_capitals_end(f, token, false);
	if (end < limit && scan_kind(scan, end) == KIND_NUMBER &&
	    scan_find(scan, token, MENTION_PLACE))
		end++; /* Беларусь 1 */
	if (!is_bare(f, token, end))
		return;
	by = first;
	if (token > start && marks[token - 1].flags & MARK_BARE &&
	    marks[token - 1].cue_ends & OUTLET) {
		by = token - 1;
		if (marks[token - 1].head_starts & OUTLET)
			first--;
	} else if (end < limit && marks[end].flags & MARK_BARE &&
		   marks[end].cue_starts & OUTLET &&
		   !is_common_start(f, token)) {
		by = end;
		if (marks[end].head_ends & OUTLET)
			end++;
	} else {
		return;
	}
	shapes_add(f, first, end, MENTION_OUTLET, RANK_CUED, RULE_BESIDE, by);
}

/* Behind a cue and a comma, and before another one: "his paper, Der Bote,". */
static bool is_apposition(const struct scan *scan, size_t token, size_t end)
{
	size_t start = scan_sentence_start(scan, token);

	return token > start + 1 && is_comma(scan, token - 1) &&
	       scan->marks.items[token - 2].cue_ends & OUTLET &&
	       end < scan_sentence_end(scan, token) && is_comma(scan, end);
}

static bool is_letter(const struct scan *scan, size_t token)
{
	return scan_kind(scan, token) == KIND_WORD && is_capital(scan, token) &&
	       scan_form(scan, token).len == 1;
}

/* It begins with no person's given name, and no table has what begins there. */
static bool is_unlisted(const struct finder *f, size_t first, size_t end)
{
	const struct scan *scan = f->scan;

	if (end > first + 1 && persons_is_given(f->persons, scan, first))
		return false;
	return scan->first_at.items[first] == scan->first_at.items[first + 1];
}

void press_find_cued(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	const struct token_mark *marks = scan->marks.items;
	size_t start = scan_sentence_start(scan, token), end;
	bool behind, before, listed;

	if (!scan_is_name_word(scan, token) || f->roles->items[token].starts)
		return;
	if (!(scan_shape(scan, token) & SHAPE_LATIN)) {
		find_bare(f, token);
		return;
	}
	if (!shapes_is_name_word(f, token) ||
	    marks[token].flags & (MARK_COUNTRY | MARK_CUE) ||
	    (token > start && is_capital(scan, token - 1)))
		return;
	end = shapes_capitals_end(f, token, false);
	if (end < scan_sentence_end(scan, token) && is_letter(scan, end))
		end++; /* Nova S */
	if (end - token > CUED_WORDS)
		return;
	behind = token > start && marks[token - 1].cue_ends & OUTLET;
	before = end < scan_sentence_end(scan, token) &&
		 marks[end].cue_starts & OUTLET &&
		 !(marks[token].flags & MARK_START);
	listed = (behind && marks[token - 1].flags & MARK_BARE) ||
		 (before && marks[end].flags & MARK_BARE);
	if (listed && !is_unlisted(f, token, end))
		return; /* a table or the persons know it */
	if (behind || before ||
	    (is_apposition(scan, token, end) && is_unknown(f, token, end)))
		shapes_add(f, token, end, MENTION_OUTLET,
			   listed ? RANK_CUED : RANK_SHAPE, RULE_BESIDE,
			   before ? end : behind ? token - 1 : token - 2);
}

/* "correspondent of Steppe Post", "reporter for Daryn". */
static bool is_of_role(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	return token > scan_sentence_start(scan, token) + 1 &&
	       scan->marks.items[token - 1].flags & MARK_LINK &&
	       scan_shape(scan, token - 1) & SHAPE_LATIN &&
	       !chains_leads(f->chains, scan, token - 1) &&
	       f->roles->items[token - 2].ends & ROLE_JOURNALIST;
}

/* "A Town Without a Paper," Steppe Post, May 9, 2022 */
static bool is_cited(const struct scan *scan, size_t token, size_t end)
{
	size_t start = scan_sentence_start(scan, token), close;

	if (token < start + 2 || end + 1 >= scan_sentence_end(scan, token) ||
	    !is_comma(scan, end) || !scan_find(scan, end + 1, MENTION_DATE))
		return false;
	close = is_comma(scan, token - 1) ? token - 2 : token - 1;
	return scan->marks.items[close].partner + CITED_WORDS < close;
}

/* Where the name behind "//" ends, as Russian citations have it. */
static size_t slashed_end(const struct scan *scan, size_t token)
{
	size_t start = scan_sentence_start(scan, token), end = token;
	size_t limit = scan_sentence_end(scan, token);
	bool slashes = token > start && scan_is_form(scan, token - 1, "//");

	if (!slashes && !(token > start + 1 &&
			  scan_is_form(scan, token - 1, "/") &&
			  scan_is_form(scan, token - 2, "/")))
		return 0;
	while (end < limit && scan_kind(scan, end) == KIND_WORD)
		end++;
	return end - token <= CUED_WORDS ? end : 0;
}

void press_find_told(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	size_t end;
	bool told;

	if (!scan_is_name_word(scan, token) ||
	    scan->marks.items[token].flags & MARK_START)
		return;
	end = slashed_end(scan, token);
	told = end > 0;
	if (!told) {
		end = shapes_capitals_end(f, token, false);
		told = is_of_role(f, token) || is_listed(f, token, end) ||
		       is_cited(scan, token, end);
	}
	if (told && is_unknown(f, token, end))
		shapes_add(f, token, end, MENTION_OUTLET, RANK_SHAPE, RULE_TOLD,
			   token - 1);
}
