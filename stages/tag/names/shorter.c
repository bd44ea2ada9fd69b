#include "shorter.h"

#include "scopes.h"

#include <stdlib.h>

enum {
	NAMED = 1u << MENTION_BODY | 1u << MENTION_ORG | 1u << MENTION_OUTLET,
	SHORTER = 3,          /* words of a name without its head */
	LOOK_BACK = 64,       /* names */
	BEGUN_LEAST = 2       /* words of a name before its "of" */
};

struct long_name {            /* a name with a word for what it is */
	size_t candidate;
	size_t head;          /* that word's token */
	size_t first, end;    /* the name without it, or empty */
};

struct begun {                /* a name with "of", "on" … inside it */
	size_t candidate, count; /* words before that */
};

struct shorter {
	const struct chains *chains;   /* borrowed, of this document */
	LIST(struct long_name) names;  /* in text order */
	size_t past;                   /* so many of them end before the token
	                                  that is looked at */
	LIST(uint8_t) taken;           /* of each token */
	LIST(struct begun) begun;      /* in text order */
};

struct shorter *shorter_new(void)
{
	return memory_get_zeroed(sizeof(struct shorter));
}

void shorter_free(struct shorter *s)
{
	if (!s)
		return;
	LIST_RELEASE(&s->names);
	LIST_RELEASE(&s->taken);
	LIST_RELEASE(&s->begun);
	free(s);
}

/* What is left of a name without the words that end it must stand for itself:
 * Fana of Fana Broadcasting Corporate, nothing of Kampala City Council. Several
 * words before "Foundation" are rather a person's name. */
static bool stands_alone(const struct persons *persons,
			 const struct scan *scan, enum mention_type type,
			 size_t first, size_t end)
{
	bool known = true;

	if (end == first || end - first > (type == MENTION_OUTLET ? SHORTER : 1) ||
	    scan_find(scan, first, MENTION_PLACE))
		return false;
	for (size_t t = first; t < end; t++) {
		if (scan->marks.items[t].flags & (MARK_COUNTRY | MARK_PLACE) ||
		    !scan_is_name_word(scan, t))
			return false;
		known = known &&
			languages_know(scan->languages, scan_lang(scan, t),
				       scan->doc->tokens.items[t].form);
	}
	return !known &&
	       !(end == first + 1 && persons_may_name(persons, scan, first));
}

static void learn(struct shorter *s, const struct persons *persons,
		  const struct scan *scan, size_t number)
{
	const struct candidate *c = &scan->candidates.items[number];
	const struct token_mark *marks = scan->marks.items;
	struct long_name new = { number, c->end - 1, c->first, c->end };
	unsigned bit = 1u << c->type;

	if (!(bit & NAMED) || c->end - c->first < 2 ||
	    !(scan_shape(scan, c->first) & SHAPE_LATIN))
		return;
	if (marks[c->first].head_starts & bit && !(marks[c->end - 1].head_ends & bit))
		new.head = c->first;
	else if (!(marks[c->end - 1].head_ends & bit))
		return;
	while (new.end > new.first &&
	       languages_know(scan->languages, scan_lang(scan, c->first),
			      scan->doc->tokens.items[new.end - 1].form))
		new.end--;
	if (new.head == c->first || new.end == c->end ||
	    !stands_alone(persons, scan, c->type, new.first, new.end))
		new.end = new.first;
	*LIST_ADD(&s->names) = new;
}

static bool is_same(const struct scan *scan, size_t a, size_t b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (scan_fold(scan, a + i) != scan_fold(scan, b + i))
			return false;
	return true;
}

/* The words at a token are no part of more capitals. */
static bool is_apart(const struct shorter *s, const struct scan *scan,
		     size_t first, size_t end)
{
	size_t start = scan_sentence_start(scan, first);
	size_t limit = scan_sentence_end(scan, first);

	if (end > limit || (first > start &&
			    chains_leads(s->chains, scan, first - 1)) ||
	    (first > start && scan_is_capital(scan, first - 1) &&
	     !(scan->marks.items[first - 1].flags & MARK_START)))
		return false;
	for (size_t t = first; t < end; t++)
		if (s->taken.items[t])
			return false;
	if (end < limit && scan_is_name_word(scan, end))
		return false;
	return !(end + 1 < limit && scan->marks.items[end].flags & MARK_LINK &&
		 !(scan->marks.items[end].flags & MARK_AND) &&
		 scan_is_capital(scan, end + 1) && first + 1 == end);
}

/* "the Guild": the word for it, with an article; not one that means what every
 * country has: the Government. */
static bool is_head_alone(const struct shorter *s, const struct scan *scan,
			  const struct long_name *name, size_t token)
{
	return !chains_is_weak(s->chains, scan, token) && token > scan_sentence_start(scan, token) &&
	       scan->marks.items[token - 1].flags & MARK_ARTICLE &&
	       scan_is_capital(scan, token) &&
	       scan_fold(scan, token) == scan_fold(scan, name->head);
}

/* The nearest name before the token that it may be short for. */
static size_t find_at(struct shorter *s, const struct scan *scan, size_t token,
		      size_t *end)
{
	size_t last;

	while (s->past < s->names.count &&
	       scan->candidates.items[s->names.items[s->past].candidate].end <=
		       token)
		s->past++;
	last = s->past > LOOK_BACK ? s->past - LOOK_BACK : 0;
	for (size_t i = s->past; i-- > last;) {
		const struct long_name *n = &s->names.items[i];
		size_t count = n->end - n->first;

		*end = token + count;
		if (count > 0 && *end <= scan->marks.count &&
		    is_same(scan, token, n->first, count) &&
		    is_apart(s, scan, token, *end))
			return n->candidate + 1;
		*end = token + 1;
		if (is_head_alone(s, scan, n, token) &&
		    is_apart(s, scan, token, *end))
			return n->candidate + 1;
	}
	return 0;
}

static void learn_begun(struct shorter *s, const struct scan *scan,
			size_t number)
{
	const struct candidate *c = &scan->candidates.items[number];
	size_t t = c->first;

	if (!(1u << c->type & NAMED) || c->rank == RANK_MINOR)
		return;
	while (t < c->end && !(scan->marks.items[t].flags & MARK_LINK))
		t++;
	if (t < c->end && t - c->first >= BEGUN_LEAST &&
	    !(scan->marks.items[t].flags & MARK_AND))
		*LIST_ADD(&s->begun) = (struct begun){ number, t - c->first };
}

/* A body of another country's chapter is another one, unless it is of all. */
static bool is_near(const struct scan *scan, const struct candidate *as,
		    const struct candidate *c)
{
	struct str here = scope_of_chapter(scan, c->first);

	if (as->country.len == 2 && here.len == 2)
		return str_equal(as->country, here);
	return as->entity != NO_ENTITY ||
	       str_equal(scope_of_chapter(scan, as->first), here);
}

/* The first of those that begin at a token or behind it; they stand in text
 * order. */
static size_t begun_behind(const struct shorter *s, const struct scan *scan,
			   size_t token)
{
	size_t low = 0, high = s->begun.count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		size_t number = s->begun.items[middle].candidate;

		if (scan->candidates.items[number].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The nearest before a name that begins with its words, and of several there
 * the one that a table has. */
static const struct candidate *find_begun(const struct shorter *s,
					  const struct scan *scan,
					  const struct candidate *c)
{
	size_t count = c->end - c->first, seen = 0;
	const struct candidate *best = NULL;

	for (size_t i = begun_behind(s, scan, c->first);
	     i-- > 0 && seen < LOOK_BACK; seen++) {
		const struct begun *b = &s->begun.items[i];
		const struct candidate *as =
			&scan->candidates.items[b->candidate];

		if (best && as->first < best->first)
			break;
		if (b->count == count &&
		    is_same(scan, c->first, as->first, count) &&
		    (!best || as->entity != NO_ENTITY) &&
		    is_near(scan, as, c))
			best = as;
	}
	return best;
}

/* "the Working Group", behind "Working Group on …". */
static void take_begun(const struct shorter *s, struct scan *scan,
		       size_t number)
{
	struct candidate *c = &scan->candidates.items[number];
	const struct candidate *as;

	if (c->end - c->first < BEGUN_LEAST || c->entity != NO_ENTITY ||
	    !(1u << c->type & NAMED) ||
	    c->first == scan_sentence_start(scan, c->first) ||
	    !(scan->marks.items[c->first - 1].flags & MARK_ARTICLE))
		return;
	as = find_begun(s, scan, c);
	if (!as)
		return;
	c->type = as->type;
	c->id = as->id;
	c->entity = as->entity;
	c->country = as->country;
	c->tie = as->tie;
}

void shorter_find(struct shorter *s, struct scan *scan,
		  const struct chains *chains, const struct persons *persons)
{
	size_t count = scan->doc->tokens.count, before = scan->candidates.count;

	s->past = 0;
	s->chains = chains;
	LIST_CLEAR(&s->names);
	LIST_CLEAR(&s->taken);
	LIST_CLEAR(&s->begun);
	for (size_t t = 0; t < count; t++)
		*LIST_ADD(&s->taken) = 0;
	for (size_t i = 0; i < before; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		for (size_t t = c->first; t < c->end; t++)
			s->taken.items[t] = 1;
		learn(s, persons, scan, i);
		learn_begun(s, scan, i);
	}
	for (size_t i = 0; s->begun.count > 0 && i < before; i++)
		take_begun(s, scan, i);
	for (size_t t = 0; s->names.count > 0 && t < count; t++) {
		size_t end, number;
		struct candidate as, *c;

		if (s->taken.items[t] || !scan_is_capital(scan, t))
			continue;
		number = find_at(s, scan, t, &end);
		if (!number)
			continue;
		as = scan->candidates.items[number - 1];
		c = scan_add(scan, t, end, as.type, RANK_SHAPE, RULE_AGAIN);
		c->id = as.id;
		c->entity = as.entity;
		c->country = as.country;
		c->tie = as.tie;
		scan_because_of(scan, c, &as);
	}
}
