#include "shapes_internal.h"

enum {
	PLACE = 1u << MENTION_PLACE,
	HEAD_WORDS = 2,       /* of a name before the word for its kind */
	CUED_WORDS = 2        /* of a name that stands beside one */
};

/* A hyphen inside a name: Кара-Кулжа. */
static bool is_hyphen(const struct scan *scan, size_t token)
{
	return token > 0 && token + 1 < scan->marks.count &&
	       scan_is_form(scan, token, "-") &&
	       scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED &&
	       scan->doc->tokens.items[token].flags & TOKEN_GLUED;
}

static bool is_known(const struct scan *scan, size_t token)
{
	return languages_know(scan->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

/* A word of a place's name before the word for its kind; where adjectives
 * stand there, it is one, and no common word that begins the sentence. Before
 * some words a common one must tell where: Northern State, but "Young State". */
static bool is_part(const struct finder *f, size_t token, size_t head)
{
	const struct scan *scan = f->scan;
	unsigned flags = scan->marks.items[token].flags;

	if (!shapes_is_name_word(f, token) || flags & MARK_LOWER ||
	    chains_is_whose(f->chains, scan, token) ||
	    (token + 1 < head && chains_breaks(f->chains, scan, token)))
		return false;
	if (!chains_has_adjectives(f->chains, scan_lang(scan, token)))
		return !chains_is_weak(f->chains, scan, head) ||
		       !is_known(scan, token) || flags & MARK_PLACE ||
		       chains_is_kind(f->chains, scan, token);
	return chains_is_adjective(f->chains, scan, token) &&
	       !(flags & MARK_START && is_known(scan, token));
}

/* «Асанова Жамбыл облысында», «Қаратайдың Абай көшесіндегі»: a person's name
 * before a place that is known, or one who has something there. */
static bool is_person_before(const struct finder *f, size_t token)
{
	const struct token_mark *marks = f->scan->marks.items;

	return !(marks[token].flags & MARK_PLACE) &&
	       ((marks[token + 1].flags & MARK_PLACE &&
		 persons_may_name(f->persons, f->scan, token)) ||
		persons_is_inflected(f->persons, f->scan, token));
}

/* "Kyzylorda region", «Самухском районе», «Баян-Өлгий аймағында». */
static void find_last(const struct finder *f, size_t head)
{
	const struct scan *scan = f->scan;
	size_t start = scan_sentence_start(scan, head), words = 0;
	size_t begin = head + 1 - scan->marks.items[head].last_len;
	size_t first = begin;

	while (first > start && words < HEAD_WORDS && is_part(f, first - 1, begin) &&
	       !(words > 0 && is_person_before(f, first - 1))) {
		first--;
		words++;
		if (first > start + 1 && is_hyphen(scan, first - 1) &&
		    scan_is_capital(scan, first - 2))
			first -= 2;
	}
	if (first < begin && !scan_is_quoted(scan, first, head + 1))
		shapes_add(f, first, head + 1, MENTION_PLACE, RANK_PATTERN,
			   RULE_HEAD, head);
}

/* "Lake Balykty", "Mount Elgon". */
static void find_first(const struct finder *f, size_t head)
{
	const struct scan *scan = f->scan;
	size_t limit = scan_sentence_end(scan, head), end = head + 1;

	while (end < limit && end - head <= HEAD_WORDS &&
	       scan_is_name_word(scan, end) && !f->roles->items[end].starts)
		end++;
	if (end > head + 1 && !(scan->marks.items[end - 1].head_ends & ~(unsigned)PLACE))
		shapes_add(f, head, end, MENTION_PLACE, RANK_PATTERN, RULE_HEAD,
			   head);
}

/* The end of a name of one word, or two where the first is an adjective or the
 * script is Latin; of words with hyphens. */
static size_t name_end(const struct finder *f, size_t first, size_t limit)
{
	const struct scan *scan = f->scan;
	size_t end = first, words = 0;

	while (end < limit && words < CUED_WORDS &&
	       scan_is_name_word(scan, end) &&
	       !(scan_shape(scan, end) & SHAPE_ALL_CAPITAL) &&
	       !f->roles->items[end].starts) {
		bool more = scan_shape(scan, end) & SHAPE_LATIN ||
			    chains_is_adjective(f->chains, scan, end);

		end++;
		words++;
		while (end + 1 < limit && is_hyphen(scan, end))
			end += 2; /* Ростов-на-Дону */
		if (!more)
			break;
	}
	return end;
}

/* A name of one word that persons have is a place's only where its word is led
 * to: в селе Иваново, but "глава села Иванов". */
static bool may_be_person(const struct finder *f, size_t first, size_t end,
			  size_t cue)
{
	const struct scan *scan = f->scan;

	if (end > first + 1 ? !persons_is_given(f->persons, scan, first)
			    : !persons_may_name(f->persons, scan, first))
		return false;
	return end > first + 1 || cue == scan_sentence_start(scan, cue) ||
	       !scan_is_stopword(scan, cue - 1);
}

/* «в селе Усть-Мая», "the village of Berdavan". */
static void find_cued(const struct finder *f, size_t first)
{
	const struct scan *scan = f->scan;
	size_t start = scan_sentence_start(scan, first), end;

	if (first == start ||
	    !(scan->marks.items[first - 1].cue_ends & PLACE) ||
	    scan_is_capital(scan, first - 1) ||
	    scan_find(scan, first, MENTION_PLACE))
		return;
	end = name_end(f, first, scan_sentence_end(scan, first));
	if (end > first && !may_be_person(f, first, end, first - 1) &&
	    !(scan->marks.items[first].flags & (MARK_LOWER | MARK_COUNTRY)))
		shapes_add(f, first, end, MENTION_PLACE, RANK_SHAPE, RULE_WHERE,
			   first - 1);
}

/* A place that a table has, with the word for its kind: «Төле би ауылында». */
static void add_with_cue(const struct finder *f, const struct candidate *known,
			 size_t cue)
{
	struct candidate as = *known, *c;

	c = scan_add(f->scan, as.first, cue + 1, MENTION_PLACE, as.rank,
		     as.rule);
	c->because = as.because;
	c->id = as.id;
	c->entity = as.entity;
	c->country = as.country;
}

/* «Құлсары қаласында»: the word for a town is no part of its name; one that is a
 * head too stands in the mention, though not in the id: «Темірсу ауылында». */
static void find_cued_behind(const struct finder *f, size_t cue)
{
	struct scan *scan = f->scan;
	size_t start = scan_sentence_start(scan, cue), first = cue, end = cue;
	const struct candidate *known;
	struct str id;

	if (cue == start)
		return;
	if (scan->marks.items[cue].head_ends & PLACE)
		end++;
	known = scan_find_before(scan, cue, MENTION_PLACE);
	if (known && end > cue)
		add_with_cue(f, known, cue);
	if (known || !shapes_is_name_word(f, cue - 1) ||
	    scan->marks.items[cue - 1].flags & (MARK_LOWER | MARK_COUNTRY))
		return;
	first--;
	while (first > start + 1 && is_hyphen(scan, first - 1) &&
	       scan_is_capital(scan, first - 2))
		first -= 2;
	if (first > start && scan_shape(scan, first) & SHAPE_LATIN &&
	    shapes_is_name_word(f, first - 1))
		first--;
	shapes_add(f, first, cue, MENTION_PLACE, RANK_SHAPE, RULE_WHERE, cue);
	if (end == cue)
		return;
	id = scan->candidates.items[scan->candidates.count - 1].id;
	shapes_add(f, first, end, MENTION_PLACE, RANK_SHAPE, RULE_WHERE, cue);
	scan->candidates.items[scan->candidates.count - 1].id = id;
}

void places_find(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;
	const struct token_mark *mark = &scan->marks.items[token];
	bool small = !scan_is_capital(scan, token);

	if (mark->cue_starts & PLACE && small)
		find_cued_behind(f, token);
	else if (mark->head_ends & PLACE)
		find_last(f, token);
	if (mark->head_starts & PLACE && !small &&
	    scan_shape(scan, token) & SHAPE_LATIN)
		find_first(f, token);
	find_cued(f, token);
}
