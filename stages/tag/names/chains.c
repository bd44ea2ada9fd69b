#include "chains_internal.h"

enum {
	BEFORE_WORDS = 5,     /* adjectives before a head */
	BEHIND_WORDS = 8,     /* what depends on it */
	LONG_WORDS = 7,       /* before a head that stands last */
	NAMED_WORDS = 4,      /* behind "имени" */
	NOUN_WORDS = 3,       /* adjectives before a noun */
	SERIES = 5            /* of what a body is for */
};

struct walk {                     /* over the words behind a head */
	const struct persons *persons;
	size_t end;
	bool place, words;        /* it has a place, words that depend */
	bool about;               /* and what it is for */
	bool called;              /* whom it is named after */
	bool told;                /* adjectives before it tell which it is */
};

/* A place that no table has: a capital in the genitive behind what may have
 * one (суд Темирсу, Союз редакторов Тенгрии), in any form behind "города". */
static bool is_unknown_place(const struct chains *chains,
			     const struct scan *scan, size_t head,
			     const struct walk *walk, size_t limit)
{
	size_t at = walk->end;
	bool led = scan->marks.items[at - 1].cue_ends & 1u << MENTION_PLACE;

	return !walk->place && scan_is_name_word(scan, at) &&
	       !(scan_shape(scan, at) & (SHAPE_ALL_CAPITAL | SHAPE_LATIN)) &&
	       (led || !chains_is_adjective(chains, scan, at)) &&
	       (led || chain_is(chains, scan, at, KIND_BEHIND)) &&
	       (led || walk->words || walk->told ||
		chain_is(chains, scan, head, KIND_CLOSED)) &&
	       !(at + 1 < limit && scan_is_name_word(scan, at + 1) &&
		 !persons_is_given(walk->persons, scan, at + 1)) &&
	       !persons_may_name(walk->persons, scan, at);
}

/* Another head that this one belongs to: Следственного комитета. */
static size_t inner_head(const struct chains *chains, const struct scan *scan,
			 size_t token, size_t limit)
{
	unsigned heads = 1u << MENTION_BODY | 1u << MENTION_ORG;
	size_t t = token;

	while (t < limit && t - token < BEFORE_WORDS &&
	       chains_is_adjective(chains, scan, t))
		t++;
	return t < limit && scan->marks.items[t].head_starts & heads &&
	       chain_is(chains, scan, t, KIND_BEHIND) ? t + 1 : 0;
}

/* Where a noun with the adjectives before it ends; `token` where none begins. */
static size_t noun_end(const struct chains *chains, const struct scan *scan,
		       size_t token, size_t limit)
{
	size_t t = token;

	while (t < limit && t - token < NOUN_WORDS && chain_is_small(scan, t) &&
	       chains_is_adjective(chains, scan, t))
		t++;
	if (t < limit && !scan_is_stopword(scan, t) && !chain_is_verb(scan, t) &&
	    !chain_is_past(chains, scan, t) &&
	    (chain_is_small(scan, t) || chain_is_whole(chains, scan, t, KIND_DATIVE)))
		return t + 1;
	return t;
}

/* Of "по телевидению и радио", "по экономическим и финансовым преступлениям" what
 * stands behind the first noun or adjective. */
static size_t pair_end(const struct chains *chains, const struct scan *scan,
		       size_t end, size_t limit)
{
	if (end + 1 < limit && scan->marks.items[end].flags & MARK_AND &&
	    chain_is(chains, scan, end + 1, KIND_DATIVE) &&
	    !scan->marks.items[end + 1].head_starts)
		return noun_end(chains, scan, end + 1, limit);
	return end;
}

/* "по делам молодёжи", "по борьбе с коррупцией". */
static bool go_about(const struct chains *chains, const struct scan *scan,
		     size_t head, size_t limit, struct walk *walk)
{
	size_t at = walk->end, end;

	if (!(at == head + 1 && chain_is(chains, scan, at, KIND_ABOUT)) &&
	    !(walk->about && chain_is(chains, scan, at, KIND_MORE)))
		return false;
	if (at + 1 >= limit || !chain_is_small(scan, at + 1) ||
	    chain_is_verb(scan, at + 1))
		return false;
	end = noun_end(chains, scan, at + 1, limit);
	if (end == at + 1)
		return false;
	walk->end = pair_end(chains, scan, end, limit);
	return walk->words = walk->about = true;
}

/* What it belongs to: служба при Министерстве юстиции. */
static bool go_under(const struct chains *chains, const struct scan *scan,
		     size_t limit, struct walk *walk)
{
	size_t at = walk->end + 1, inner;
	const struct candidate *c;

	if (at >= limit || !chain_is(chains, scan, walk->end, KIND_UNDER))
		return false;
	c = scan_find(scan, at, MENTION_BODY);
	inner = inner_head(chains, scan, at, limit);
	if (c)
		walk->end = c->end;
	else if (inner)
		walk->end = inner;
	else
		return false;
	return walk->words = walk->about = true;
}

/* Of "культуры, информации и молодёжной политики" what stands behind the first
 * word, where all of it depends and "and" closes it. */
static size_t series_end(const struct chains *chains, const struct scan *scan,
			 size_t end, size_t limit)
{
	size_t t = end;

	for (int i = 0; i < SERIES && t + 1 < limit; i++) {
		bool last = scan->marks.items[t].flags & MARK_AND;
		size_t next;

		if (!last && !scan_is_form(scan, t, ","))
			return end;
		next = t + 1;
		while (next < limit && next - t <= NOUN_WORDS &&
		       chain_is_depending(chains, scan, next) &&
		       chains_is_adjective(chains, scan, next))
			next++;
		if (next >= limit || !chain_is_depending(chains, scan, next))
			return end;
		t = next + 1;
		if (last)
			return t;
	}
	return end;
}

/* What it is for is a place: управление МВД по городу Чите. */
static bool go_over(const struct chains *chains, const struct scan *scan,
		    size_t limit, struct walk *walk)
{
	size_t at = walk->end + 1;
	const struct candidate *c;

	if (!(walk->words ||
	      scan_shape(scan, at - 2) & SHAPE_ALL_CAPITAL) || at >= limit ||
	    !chain_is(chains, scan, walk->end, KIND_ABOUT))
		return false;
	if (scan->marks.items[at].cue_ends & 1u << MENTION_PLACE &&
	    at + 1 < limit)
		at++;
	c = scan_find(scan, at, MENTION_PLACE);
	if (!c || !chain_is_capital(scan, c->first))
		return false;
	walk->end = c->end;
	return walk->place = true;
}

/* A body that a table has, whose part the head is: управление МВД. */
static bool go_into(const struct scan *scan, size_t head, struct walk *walk)
{
	const struct candidate *c = scan_find(scan, walk->end, MENTION_BODY);

	if (walk->end != head + 1 || !c || c->entity == NO_ENTITY ||
	    !(scan->marks.items[head].head_starts & 1u << MENTION_BODY))
		return false;
	walk->end = c->end;
	return walk->words = true;
}

/* Capitals behind "имени": Л. Н. Гумилёва. */
static size_t called_end(const struct scan *scan, size_t token, size_t limit)
{
	size_t end = token;

	while (end < limit && end - token < NAMED_WORDS &&
	       scan_kind(scan, end) == KIND_WORD &&
	       (chain_is_capital(scan, end) ||
		(end == token && scan_shape(scan, end) & SHAPE_COMPOUND)))
		end++;
	return end;
}

/* The next words of the name at walk->end; false where it ends there. */
static bool go_on(const struct chains *chains, const struct scan *scan,
		  size_t head, struct walk *walk)
{
	size_t at = walk->end, limit = scan_sentence_end(scan, head), inner;
	const struct candidate *c;

	if (at >= limit)
		return false;
	c = scan_find(scan, at, MENTION_PLACE);
	if (c && chain_is_capital(scan, c->first)) {
		walk->end = c->end;
		walk->place = true;
		return true;
	}
	if (chain_is(chains, scan, at, KIND_CALLED)) {
		walk->end = called_end(scan, at + 1, limit);
		walk->called = walk->end > at + 1;
		walk->words = walk->words || walk->called;
		if (!walk->called)
			walk->end = at;
		return walk->called;
	}
	if (go_into(scan, head, walk))
		return true;
	if (is_unknown_place(chains, scan, head, walk, limit)) {
		walk->end++;
		return walk->place = true;
	}
	if (walk->place)
		return false;
	if (go_over(chains, scan, limit, walk))
		return true;
	if (at == head + 1 && scan_is_form(scan, at, "№") && at + 1 < limit &&
	    scan_kind(scan, at + 1) == KIND_NUMBER) {
		walk->end = at + 2;
		return true;
	}
	if (scan_shape(scan, head) & SHAPE_ALL_CAPITAL)
		return false; /* УМВД сотрудников */
	if (go_about(chains, scan, head, limit, walk))
		return true;
	inner = inner_head(chains, scan, at, limit);
	if (inner) {
		walk->end = inner;
		return walk->words = true;
	}
	if (go_under(chains, scan, limit, walk))
		return true;
	if (walk->words && scan_is_form(scan, at, ",") &&
	    scan->marks.items[head].head_starts & 1u << MENTION_BODY) {
		walk->end = series_end(chains, scan, at, limit);
		return walk->end > at;
	}
	if (walk->words && scan->marks.items[at].flags & MARK_LINK &&
	    !chain_is(chains, scan, at, KIND_ABOUT) && at + 1 < limit)
		at++;
	if (!chain_is_depending(chains, scan, at))
		return false;
	walk->end = at + 1;
	walk->words = true;
	return true;
}

/* Where the adjectives before a head begin: with the first of those that have a
 * capital, else with those of its kind (районный суд). */
static size_t find_begin(const struct chains *chains, const struct scan *scan,
			 size_t head, bool *named)
{
	size_t start = scan_sentence_start(scan, head), begin = head, t = head;

	*named = false;
	while (t > start && head - t < BEFORE_WORDS &&
	       chains_is_adjective(chains, scan, t - 1)) {
		t--;
		if (chain_is_capital(scan, t)) {
			if (t >= start + 2 && scan_is_form(scan, t - 1, "-") &&
			    chain_is_capital(scan, t - 2) &&
			    scan->doc->tokens.items[t - 2].flags & TOKEN_GLUED &&
			    scan->doc->tokens.items[t - 1].flags & TOKEN_GLUED)
				t -= 2; /* Усть-Майский районный суд */
			begin = t;
			*named = *named || !chain_is_accident(chains, scan, t);
		} else if (*named) {
			break;
		} else if (begin == t + 1 &&
			   chain_is(chains, scan, t, KIND_KIND)) {
			begin = t;
		}
	}
	return begin;
}

/* Whether a word tells of which kind it is: "Асановтың соты" is his trial. */
static bool has_kind(const struct chains *chains, const struct scan *scan,
		     size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (chain_is(chains, scan, t, KIND_KIND))
			return true;
	return false;
}

/* A capital adjective at the beginning of a sentence is a name's where no
 * dictionary has it, or where it tells which of a kind it is (Московский
 * городской суд). */
static bool is_named(const struct chains *chains, const struct scan *scan,
		     size_t begin, size_t head, const struct walk *walk)
{
	if (!(scan->marks.items[begin].flags & MARK_START) || walk->place ||
	    walk->words ||
	    !languages_know(scan->languages, scan_lang(scan, begin),
			    scan->doc->tokens.items[begin].form))
		return true;
	return has_kind(chains, scan, begin + 1, head) ||
	       (scan->marks.items[begin].flags & MARK_COUNTRY &&
		head - begin > 1);
}

/* An adjective made of a country's name that begins the sentence, with more than
 * the head behind it: Нигерийский союз журналистов, Монгольская народная партия. */
static bool is_of_country(const struct chains *chains, const struct scan *scan,
			  size_t begin, size_t head, const struct walk *walk)
{
	unsigned flags = scan->marks.items[begin].flags;

	return begin < head && flags & MARK_COUNTRY && !(flags & MARK_LOWER) &&
	       (head - begin > 1 ||
		(walk->words && !chain_is(chains, scan, head, KIND_WEAK)));
}

static bool find_first(const struct chains *chains, const struct scan *scan,
		       const struct persons *persons, size_t head,
		       enum mention_type type, struct extent *name)
{
	struct walk walk = { .end = head + 1, .persons = persons };
	unsigned flags = scan->marks.items[head].flags;
	bool named, own;
	size_t begin = find_begin(chains, scan, head, &named);

	walk.told = begin < head;
	for (size_t i = 0; i < BEHIND_WORDS &&
			   go_on(chains, scan, head, &walk); i++)
		;
	if (chain_is(chains, scan, head, KIND_CLOSED) && !walk.place &&
	    !walk.about && !walk.called) {
		walk.end = head + 1;
		walk.words = false;
	}
	named = (named || is_of_country(chains, scan, begin, head, &walk)) &&
		is_named(chains, scan, begin, head, &walk);
	own = begin == head && chain_is_capital(scan, head) && walk.words &&
	      !(flags & MARK_START && scan->marks.items[head].first_len < 2 &&
		!walk.about &&
		(flags & MARK_LOWER || chain_is(chains, scan, head, KIND_WEAK)));
	if (!named && !own && !walk.called &&
	    !(walk.place && type == MENTION_BODY))
		return false;
	*name = (struct extent){ scan->marks.items[head].sentence, begin,
				 walk.end };
	return walk.end - begin > 1;
}

/* Whom a name is named after, before "атындағы": a surname, with given names and
 * initials before it (Л. Н. Гумилёв), or one name (әл-Фараби). */
static size_t called_begin(const struct chains *chains,
			   const struct scan *scan,
			   const struct persons *persons, size_t first)
{
	size_t start = scan_sentence_start(scan, first), t;

	if (first <= start + 1 || !chain_is(chains, scan, first - 1, KIND_CALLED))
		return first;
	t = first - 2;
	if (scan_kind(scan, t) != KIND_WORD ||
	    !(chain_is_capital(scan, t) ||
	      scan_shape(scan, t) & SHAPE_COMPOUND))
		return first;
	while (t > start && first - t < NAMED_WORDS && chain_is_capital(scan, t - 1) &&
	       (persons_is_given(persons, scan, t - 1) ||
		!scan_is_name_word(scan, t - 1)))
		t--;
	return t;
}

/* A common word that begins the sentence is none: Облыс орталығы. */
static bool is_common_start(const struct chains *chains,
			    const struct scan *scan, size_t first, size_t head)
{
	return scan->marks.items[first].flags & MARK_START &&
	       head == first + 1 && chain_is(chains, scan, head, KIND_WEAK) &&
	       languages_know(scan->languages, scan_lang(scan, first),
			      scan->doc->tokens.items[first].form);
}

/* Мемлекеттік Ұлы Хурал: which of a kind it is, before another capital. */
static size_t kind_begin(const struct chains *chains, const struct scan *scan,
			 size_t first)
{
	size_t start = scan_sentence_start(scan, first);

	while (first > start && chain_is_capital(scan, first - 1) &&
	       chain_is(chains, scan, first - 1, KIND_KIND))
		first--;
	return first;
}

/* Where a name begins whose head stands last: with the nearest capital, or
 * behind whom it is named after (`called`). False where there is none. */
static bool find_capital(const struct chains *chains, const struct scan *scan,
			 size_t head, size_t *first, bool *called)
{
	size_t start = scan_sentence_start(scan, head);

	*called = false;
	for (size_t t = head; t > start && head - t < LONG_WORDS; t--) {
		bool link = scan->marks.items[t - 1].flags & MARK_LINK;

		*first = t;
		*called = chain_is(chains, scan, t - 1, KIND_CALLED);
		if (*called)
			return true;
		if (!link && (scan_kind(scan, t - 1) != KIND_WORD ||
			      scan_is_stopword(scan, t - 1)))
			return false;
		if (!link && chain_is(chains, scan, t - 1, KIND_BREAKS) &&
		    !(t < head && chain_is(chains, scan, t, KIND_ACTION)) &&
		    !chain_is(chains, scan, t - 1, KIND_KIND) &&
		    !(scan->marks.items[t - 1].flags & MARK_PLACE_BASE))
			return false;
		*first = t - 1;
		if (chain_is_capital(scan, t - 1) && !link) {
			*first = kind_begin(chains, scan, t - 1);
			return true;
		}
	}
	return false;
}

/* A place that no table has: Тенгрия Журналистер одағы. */
static bool is_place_before(const struct scan *scan,
			    const struct persons *persons, size_t first)
{
	size_t start = scan_sentence_start(scan, first);

	return first > start && scan_is_name_word(scan, first - 1) &&
	       !(scan_shape(scan, first - 1) & SHAPE_LATIN) &&
	       !(first - 1 > start && scan_is_name_word(scan, first - 2)) &&
	       !scan_is_stopword(scan, first - 1) &&
	       !languages_know(scan->languages, scan_lang(scan, first),
			       scan->doc->tokens.items[first - 1].form) &&
	       !persons_may_name(persons, scan, first - 1);
}

static size_t with_place(const struct chains *chains, const struct scan *scan,
			 const struct persons *persons, size_t first,
			 bool *placed)
{
	const struct candidate *c = scan_find_before(scan, first + 1,
						     MENTION_PLACE);

	if (!c && first > scan_sentence_start(scan, first)) {
		c = scan_find_before(scan, first, MENTION_PLACE);
		if (c && chains_breaks(chains, scan, first - 1) &&
		    !(scan->marks.items[first - 1].flags & MARK_PLACE_BASE))
			c = NULL; /* where it happens: Бішкекте … соты */
	}
	*placed = c && chain_is_capital(scan, c->first);
	if (*placed)
		return c->first;
	return is_place_before(scan, persons, first) ? first - 1 : first;
}

/* More than one word stands before the head, and the first is no accident but
 * for what it tells: Моңғол халық партиясы, Ұлттық қауіпсіздік комитеті. */
static bool is_long(const struct chains *chains, const struct scan *scan,
		    size_t first, size_t head)
{
	unsigned flags = scan->marks.items[first].flags;

	return head - first > 1 && !(flags & MARK_LOWER) &&
	       !scan_is_stopword(scan, first) &&
	       (chain_is_capital(scan, first + 1) ||
		!chain_is(chains, scan, first, KIND_LOCAL));
}

static bool find_last(const struct chains *chains, const struct scan *scan,
		      const struct persons *persons, size_t head,
		      struct extent *name)
{
	bool called, placed = false;
	size_t first, begin;

	if (!find_capital(chains, scan, head, &first, &called))
		return false;
	begin = called ? first : with_place(chains, scan, persons, first,
						    &placed);
	if (!called && (chain_is(chains, scan, head, KIND_PLAIN) ||
			(chain_is(chains, scan, head, KIND_CLOSED) && !placed &&
			 !has_kind(chains, scan, first, head))))
		return false;
	if (scan_shape(scan, head - 1) & SHAPE_LATIN)
		return false; /* Internews қоры: a word beside the name */
	if (!called && !placed &&
	    ((chain_is_accident(chains, scan, first) &&
	      !is_long(chains, scan, first, head)) ||
	     is_common_start(chains, scan, first, head)))
		return false;
	first = called_begin(chains, scan, persons, begin);
	if (called && first == begin)
		return false;
	*name = (struct extent){ scan->marks.items[head].sentence, first,
				 head + 1 };
	return true;
}

bool chains_find(const struct chains *chains, const struct scan *scan,
		 const struct persons *persons, size_t head,
		 enum mention_type type, struct extent *name)
{
	lang_id lang = scan_lang(scan, head);

	if (!(scan_shape(scan, head) & SHAPE_CYRILLIC))
		return false;
	if (chains_end_in_head(chains, lang))
		return scan->marks.items[head].head_ends & 1u << type &&
		       find_last(chains, scan, persons, head, name);
	return chains->kinds[lang] & 1u << KIND_BEHIND &&
	       find_first(chains, scan, persons, head, type, name);
}
