#include "shapes_internal.h"

enum {
	QUOTED_WORDS = 6,     /* of a name in quotation marks */
	JOINED_WORDS = 3,     /* between them and what tells their type */
	CUED_WORDS = 4,       /* of a name without marks */
	FOREIGN_WORDS = 2,    /* small ones at the end of a name */
	CITED_WORDS = 3,      /* least of a title before its outlet */
	OUTLET = 1u << MENTION_OUTLET,
	ORG = 1u << MENTION_ORG
};

static bool is_comma(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ",");
}

static bool is_common(const struct scan *scan, size_t token)
{
	return languages_know(scan->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

/* No table has all of it: "Kaktus Today", where Kaktus is known. */
static bool is_new(const struct scan *scan, size_t first, size_t end)
{
	for (size_t i = scan->first_at.items[first];
	     i < scan->first_at.items[first + 1]; i++)
		if (scan->candidates.items[i].end >= end ||
		    scan->candidates.items[i].type == MENTION_DATE)
			return false;
	return true;
}

/* All that a table has there is a place: газета «Арал». */
static bool is_place_alone(const struct scan *scan, size_t first, size_t end)
{
	bool found = false;

	for (size_t i = scan->first_at.items[first];
	     i < scan->first_at.items[first + 1]; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		if (c->end < end)
			continue;
		if (c->type != MENTION_PLACE)
			return false;
		found = true;
	}
	return found;
}

/* It begins as a person's name does, and does not end in a common word: "Savanna
 * Build" is a company. */
static bool is_personal(const struct finder *f, size_t first, size_t end)
{
	const struct scan *scan = f->scan;

	if (end == first + 1)
		return persons_may_name(f->persons, scan, first);
	return persons_is_given(f->persons, scan, first) &&
	       (!is_common(scan, end - 1) ||
		persons_may_name(f->persons, scan, end - 1));
}

/* Capitals that may be a name nobody knows: no person's, no country's word, no
 * name of a table. */
bool press_is_unknown(const struct finder *f, size_t first, size_t end)
{
	const struct scan *scan = f->scan;

	for (size_t t = first; t < end; t++)
		if ((t == first && scan->marks.items[t].flags & MARK_COUNTRY) ||
		    f->roles->items[t].starts ||
		    (t > first && persons_is_given(f->persons, scan, t)))
			return false;
	return end > first && end - first <= CUED_WORDS &&
	       !is_personal(f, first, end) && is_new(scan, first, end);
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
	       scan_is_capital(scan, role - 2);
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
		    (!scan_is_capital(f->scan, t - 1) ||
		     mark->flags & MARK_START))
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

/* What begins names of local papers: a word that no dictionary has, or one made
 * from a place's or country's name; in languages that write the rest small:
 * «Вятский вестник», «Арал жаршысы». */
static bool is_local(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	return !chains_writes_latin(f->chains, scan_lang(scan, token)) &&
	       scan_is_capital(scan, token) && !f->roles->items[token].starts &&
	       (scan->marks.items[token].flags & (MARK_COUNTRY | MARK_PLACE) ||
		!is_common(scan, token));
}

/* The same of the words in it: «Независимый центр прессы», "Orda TV". */
static unsigned types_inside(const struct finder *f, size_t open, size_t close)
{
	const struct token_mark *marks = f->scan->marks.items;

	if (close - open < 3)
		return 0;
	if (scan_is_capital(f->scan, close - 1) && marks[close - 1].head_ends)
		return marks[close - 1].head_ends;
	if (marks[close - 1].head_ends & OUTLET && is_local(f, open + 1))
		return OUTLET;
	for (size_t t = open + 1; t + 1 < close; t++) {
		if (marks[t].head_starts) /* "Союз ТМА-12" is a ship */
			return scan_shape(f->scan, t + 1) & SHAPE_DIGIT ||
			       scan_kind(f->scan, t + 1) == KIND_NUMBER ||
			       scan_shape(f->scan, close - 1) & SHAPE_DIGIT ?
				       0 : marks[t].head_starts;
		if (!scan_is_capital(f->scan, t) || t > open + JOINED_WORDS)
			break;
	}
	return 0;
}

/* A known outlet's name of several words, and more: «Уральская неделя плюс». */
static bool is_longer(const struct scan *scan, size_t first, size_t end)
{
	const struct candidate *c = scan_find(scan, first, MENTION_OUTLET);

	return c && c->end < end && c->end > first + 1;
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
	    !(scan_is_capital(f->scan, open + 1) ||
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
	if (!mask && is_longer(f->scan, open + 1, close))
		mask = OUTLET;
	mask &= ~(1u << MENTION_PLACE);
	if (shapes_type_of(f, mask, &type))
		shapes_add(f, open + 1, close, type,
			   press_is_unknown(f, open + 1, close) ||
				   (by != open + 1 &&
				    is_place_alone(f->scan, open + 1, close))
				   ? RANK_CUED : RANK_SHAPE,
			   RULE_QUOTES, by);
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
		return press_is_unknown(f, first, end);
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
	    !scan_find(scan, end, MENTION_DATE) &&
	    (scan_find(scan, token, MENTION_PLACE) ||
	     (token > start && marks[token - 1].cue_ends & OUTLET)))
		end++; /* Беларусь 1, Зона 21 */
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

static bool is_number(const struct scan *scan, size_t token)
{
	return token < scan->marks.count &&
	       scan_kind(scan, token) == KIND_NUMBER &&
	       !scan_find(scan, token, MENTION_DATE);
}

static bool is_letter(const struct scan *scan, size_t token)
{
	return scan_kind(scan, token) == KIND_WORD &&
	       scan_is_capital(scan, token) && scan_form(scan, token).len == 1;
}

/* Neither persons nor a table have it. */
static bool is_unlisted(const struct finder *f, size_t first, size_t end)
{
	return !(end > first + 1 && is_personal(f, first, end)) &&
	       is_new(f->scan, first, end);
}

/* "the firm Prut Invest", «компанию Prut Invest», «Prut Invest компаниясы»: a
 * name in Latin letters beside a small word for an organisation. */
static void find_cued_org(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	const struct token_mark *marks = scan->marks.items;
	size_t start = scan_sentence_start(scan, token);
	size_t limit = scan_sentence_end(scan, token);
	size_t end = shapes_capitals_end(f, token, true);
	bool other = !(chains_writes_latin(f->chains, scan_lang(scan, token)));
	bool behind = token > start && !scan_is_stopword(scan, token - 1) &&
		      (!scan_is_capital(scan, token - 1) ||
		       marks[token - 1].flags & MARK_START) &&
		      (marks[token - 1].cue_ends |
		       (other ? marks[token - 1].head_starts : 0)) & ORG;
	bool before = other && end < limit && !scan_is_capital(scan, end) &&
		      (marks[end].cue_starts | marks[end].head_ends) & ORG;

	if ((behind || before) && press_is_unknown(f, token, end) &&
	    (end > token + 1 || !(marks[token].head_starts & ORG)))
		shapes_add(f, token, end, MENTION_ORG, RANK_CUED, RULE_BESIDE,
			   behind ? token - 1 : end);
}

/* "public broadcaster MNB": not what other bodies are called so. */
static bool is_abbreviation(const struct scan *scan, size_t token, size_t end)
{
	return end == token + 1 && scan_shape(scan, token) & SHAPE_ALL_CAPITAL &&
	       !scan_find(scan, token, MENTION_OUTLET);
}

/* "broadcaster Rey Salonga of DXBB": whoever is of a name is no outlet. */
static bool is_of_name(const struct finder *f, size_t end)
{
	const struct scan *scan = f->scan;
	unsigned flags = scan->marks.items[end < scan->marks.count ? end : 0].flags;

	return end + 1 < scan->marks.count && flags & MARK_LINK &&
	       !(flags & MARK_AND) && scan_is_stopword(scan, end) &&
	       !chains_leads(f->chains, scan, end) &&
	       scan_is_capital(scan, end + 1) &&
	       !scan_find(scan, end + 1, MENTION_PLACE) &&
	       !scan_find(scan, end + 1, MENTION_DATE);
}

/* "Temirski glasnik": small words of another language that a name ends in. */
static size_t foreign_end(const struct scan *scan, size_t token, size_t end)
{
	size_t limit = scan_sentence_end(scan, token), t = end;

	if (is_common(scan, end - 1))
		return end;
	while (t < limit && t - end < FOREIGN_WORDS &&
	       scan_kind(scan, t) == KIND_WORD && !scan_is_capital(scan, t) &&
	       !scan_is_stopword(scan, t) &&
	       !(scan_shape(scan, t) &
		 (SHAPE_DIGIT | SHAPE_COMPOUND | SHAPE_CYRILLIC)) &&
	       !is_common(scan, t))
		t++;
	return t;
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
	behind = token > start && marks[token - 1].cue_ends & OUTLET;
	if (!(shapes_is_name_word(f, token) ||
	      (behind && !(marks[token].flags & MARK_START))) ||
	    marks[token].flags & (MARK_COUNTRY | MARK_CUE) ||
	    (token > start && scan_is_capital(scan, token - 1) &&
	     !(marks[token - 1].flags & MARK_START &&
	       marks[token - 1].flags & MARK_CUE)))
		return;
	find_cued_org(f, token);
	end = shapes_capitals_end(f, token, false);
	if (end < scan_sentence_end(scan, token) &&
	    marks[end].flags & MARK_LINK && !(marks[end].flags & MARK_AND) &&
	    !scan_is_stopword(scan, end))
		end = shapes_capitals_end(f, token, behind); /* El Faro del … */
	if (behind)
		end = foreign_end(scan, token, end);
	if (behind && is_number(scan, end))
		end++; /* Moldova 1 */
	if (behind && is_of_name(f, end))
		return;
	if (end < scan_sentence_end(scan, token) && is_letter(scan, end))
		end++; /* Nova S */
	if (end - token > CUED_WORDS)
		return;
	before = end < scan_sentence_end(scan, token) &&
		 marks[end].cue_starts & OUTLET &&
		 !(marks[token].flags & MARK_START);
	listed = (behind && marks[token - 1].flags & MARK_BARE) ||
		 (before && marks[end].flags & MARK_BARE);
	if (listed && !is_unlisted(f, token, end))
		return; /* a table or the persons know it */
	if (behind || before ||
	    (is_apposition(scan, token, end) && press_is_unknown(f, token, end)))
		shapes_add(f, token, end, MENTION_OUTLET,
			   listed || (behind && is_abbreviation(scan, token, end))
				   ? RANK_CUED : RANK_SHAPE,
			   RULE_BESIDE,
			   before ? end : behind ? token - 1 : token - 2);
}

/* "correspondent of Steppe Post", "reporter for Daryn"; among other letters
 * without a word between, «редактор Nor Khosk», «Nor Khosk тілшісі». */
static bool is_of_role(const struct finder *f, size_t token, size_t end)
{
	const struct scan *scan = f->scan;
	lang_id lang = scan_lang(scan, token);

	if (!chains_writes_latin(f->chains, lang)) {
		bool last = chains_end_in_head(f->chains, lang);
		size_t beside = last ? end : token - 1;

		return scan_shape(scan, token) & SHAPE_LATIN &&
		       !(scan_shape(scan, token) & SHAPE_CYRILLIC) &&
		       (last ? end < scan_sentence_end(scan, token) &&
				       f->roles->items[end].starts & ROLE_JOURNALIST
			     : token > scan_sentence_start(scan, token) &&
				       f->roles->items[beside].ends & ROLE_JOURNALIST) &&
		       (!scan_is_capital(scan, beside) ||
			scan->marks.items[beside].flags & MARK_START);
	}
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
		told = is_of_role(f, token, end) || is_listed(f, token, end) ||
		       is_cited(scan, token, end);
	}
	/* "presenter of Tengria-1": not the country */
	if (told && end < scan_sentence_end(scan, token) &&
	    scan_is_form(scan, end, "-") &&
	    scan->doc->tokens.items[end - 1].flags & TOKEN_GLUED)
		return;
	if (told && press_is_unknown(f, token, end))
		shapes_add(f, token, end, MENTION_OUTLET, RANK_SHAPE, RULE_TOLD,
			   token - 1);
}
