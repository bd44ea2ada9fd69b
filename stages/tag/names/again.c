#include "again.h"

#include "abbreviated.h"
#include "name_tree.h"
#include "scopes.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	NAME_LIMIT = 12,      /* words of a name */
	KEY_LEAST = 3,        /* letters of a key that tells a word */
	LABEL_LEAST = 4,      /* letters of an address that is a name */
	STEPS = 2048          /* in the tree for one name, whatever the text */
};

enum { BY_FOLD, BY_STEM, BY_KEY }; /* of name_word.way */

enum known_by { BY_NAME, BY_ADDRESS, BY_SHORT };

struct known {                    /* a name of the document */
	size_t first, count;      /* in again.words */
	struct candidate as;      /* its type, id, entity, country */
	enum known_by by;
	size_t token;             /* BY_SHORT: of the abbreviation */
	uint32_t next;            /* of the same words */
};

struct again {
	LIST(struct known) known; /* [0] is unused */
	LIST(struct name_word) words;
	struct name_tree tree;    /* of a node: the last known name there */
	struct persons *persons;  /* borrowed */
	LIST(uint32_t) source;    /* of each candidate: the known name that it
	                             is, or 0 */
};

struct again *again_new(void)
{
	return memory_get_zeroed(sizeof(struct again));
}

void again_free(struct again *a)
{
	if (!a)
		return;
	LIST_RELEASE(&a->known);
	LIST_RELEASE(&a->words);
	name_tree_release(&a->tree);
	LIST_RELEASE(&a->source);
	free(a);
}

static void begin(struct again *a)
{
	name_tree_clear(&a->tree);
	LIST_CLEAR(&a->known);
	LIST_CLEAR(&a->words);
	LIST_ADD(&a->known);
}

static struct name_word word_of(const struct scan *scan, word_id form,
				word_id stem)
{
	struct name_word w = { { words_fold(scan->words, form), stem,
				 languages_key(scan->languages, form) } };

	if (utf8_chars(words_text(scan->words, w.way[BY_KEY])) < KEY_LEAST)
		w.way[BY_KEY] = 0;
	return w;
}

static struct name_word word_at(const struct scan *scan, size_t token)
{
	const struct token *t = &scan->doc->tokens.items[token];

	return word_of(scan, t->form, t->stem);
}

static void index_known(struct again *a, uint32_t number)
{
	struct known *new = &a->known.items[number];
	uint32_t node = 0;

	for (size_t i = 0; i < new->count; i++)
		node = name_tree_add(&a->tree, node,
				     &a->words.items[new->first + i]);
	new->next = a->tree.nodes.items[node].last;
	a->tree.nodes.items[node].last = number;
}

/* A walk down the tree, along the words of a list or of the text. */
struct walk {
	struct again *a;
	const struct scan *scan;
	const struct role_marks *roles; /* NULL: along a list */
	enum mention_type type;         /* of the name that the list is */
	size_t token;                   /* where the text begins */
	struct name_word words[NAME_LIMIT]; /* the first `read` of `count` */
	size_t read, count;
	unsigned way;                   /* of the first word */
	unsigned steps;
	uint32_t best;                  /* so far, or 0 */
	unsigned best_way;
};

static bool counts(const struct again *a, const struct scan *scan,
		   const struct role_marks *roles, const struct known *k,
		   size_t first, size_t end);

/* Of the same length: by the form rather than by the stem or the key, and the
 * one that was told last. */
static bool is_rather(const struct walk *walk, uint32_t number)
{
	const struct known *known = walk->a->known.items;
	const struct known *k = &known[number], *best = &known[walk->best];

	if (!walk->best || k->count != best->count)
		return !walk->best || k->count > best->count;
	if (walk->way != walk->best_way)
		return walk->way < walk->best_way;
	return number > walk->best;
}

static void look_at(struct walk *walk, uint32_t node)
{
	struct again *a = walk->a;
	uint32_t n = a->tree.nodes.items[node].last;

	for (; n; n = a->known.items[n].next) {
		const struct known *k = &a->known.items[n];

		if (!is_rather(walk, n) ||
		    !(walk->roles ? counts(a, walk->scan, walk->roles, k,
					   walk->token, walk->token + k->count)
				  : k->count == walk->count &&
				    k->as.type == walk->type))
			continue;
		walk->best = n;
		walk->best_way = walk->way;
	}
}

static void descend(struct walk *walk, uint32_t parent, size_t depth)
{
	if (depth == walk->count)
		return;
	if (depth == walk->read)
		walk->words[walk->read++] = word_at(walk->scan,
						    walk->token + depth);
	for (unsigned way = 0; way < NAME_WAYS; way++) {
		size_t at = 0;
		uint32_t node;

		if (!walk->words[depth].way[way])
			continue;
		if (depth == 0)
			walk->way = way;
		while (walk->steps < STEPS &&
		       (node = name_tree_next(&walk->a->tree, parent,
					      &walk->words[depth], way,
					      &at)) != 0) {
			walk->steps++;
			look_at(walk, node);
			descend(walk, node, depth + 1);
		}
	}
}

/* The known name that the words of a list are, or 0. */
static uint32_t find_known(struct again *a, const struct scan *scan,
			   const struct name_word *words, size_t count,
			   enum mention_type type)
{
	struct walk walk = { .a = a, .scan = scan, .type = type,
			     .read = count, .count = count };

	memcpy(walk.words, words, count * sizeof *words);
	descend(&walk, 0, 0);
	return walk.best;
}

static size_t letters_of(const struct again *a, const struct scan *scan,
			 const struct known *k)
{
	size_t letters = 0;

	for (size_t i = 0; i < k->count; i++)
		letters += utf8_chars(words_text(
			scan->words, a->words.items[k->first + i].way[BY_FOLD]));
	return letters;
}

/* The words of first..end, in again.words behind those of the known names. */
static size_t read_words(struct again *a, const struct scan *scan,
			 size_t first, size_t end)
{
	size_t at = a->words.count;

	for (size_t t = first; t < end; t++)
		*LIST_ADD(&a->words) = word_at(scan, t);
	return at;
}

/* Of two spellings the one that shows the name as it is called: a table has it,
 * or its first word is in its base form, or it is the shorter one. */
static bool is_better(const struct again *a, const struct scan *scan,
		      const struct known *new, const struct known *old)
{
	const word_id *n = a->words.items[new->first].way;
	const word_id *o = a->words.items[old->first].way;
	size_t new_letters = letters_of(a, scan, new);
	size_t old_letters = letters_of(a, scan, old);

	if ((new->as.entity != NO_ENTITY) != (old->as.entity != NO_ENTITY))
		return new->as.entity != NO_ENTITY;
	if (new_letters != old_letters)
		return new_letters < old_letters;
	return n[BY_FOLD] == n[BY_STEM] && o[BY_FOLD] != o[BY_STEM];
}

static uint32_t learn(struct again *a, const struct scan *scan, size_t at,
		      const struct candidate *as, enum known_by by)
{
	struct known new = { .first = at, .count = a->words.count - at,
			     .as = *as, .by = by };
	uint32_t number = find_known(a, scan, &a->words.items[at], new.count,
				     as->type);
	struct known *old;

	if (number) {
		old = &a->known.items[number];
		if (is_better(a, scan, &new, old))
			old->as = *as;
		a->words.count = at;
		return number;
	}
	*LIST_ADD(&a->known) = new;
	number = (uint32_t)(a->known.count - 1);
	index_known(a, number);
	return number;
}

static bool is_kind_of_name(enum mention_type type)
{
	return type == MENTION_OUTLET || type == MENTION_ORG ||
	       type == MENTION_BODY || type == MENTION_PLATFORM;
}

/* Another candidate has all the words, and more or rather. */
static bool is_beaten(const struct scan *scan, const struct candidate *c)
{
	size_t start = scan_sentence_start(scan, c->first);
	size_t from = c->first > start + NAME_LIMIT ? c->first - NAME_LIMIT
						    : start;

	for (size_t i = scan->first_at.items[from];
	     i < scan->first_at.items[c->first + 1]; i++) {
		const struct candidate *other = &scan->candidates.items[i];

		if (other->end < c->end || other == c ||
		    (other->first == c->first && other->end == c->end &&
		     other->rank >= c->rank))
			continue;
		return true;
	}
	return false;
}

static bool is_source(const struct scan *scan, const struct candidate *c)
{
	return is_kind_of_name(c->type) && c->end - c->first <= NAME_LIMIT &&
	       (c->rank == RANK_SHAPE || c->rank == RANK_CUED) &&
	       scan_kind(scan, c->first) != KIND_ADDRESS &&
	       !is_beaten(scan, c);
}

static void learn_names(struct again *a, struct scan *scan)
{
	LIST_CLEAR(&a->source);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];
		uint32_t number = 0;

		if (is_source(scan, c))
			number = learn(a, scan,
				       read_words(a, scan, c->first, c->end),
				       c, BY_NAME);
		*LIST_ADD(&a->source) = number;
	}
}

/* The name in an address: what stands before its first full stop, in words. */
static struct str label_of(struct str form)
{
	struct str label = form;

	if (str_has_prefix(label, STR("@")))
		label = str_slice(label, 1, label.len);
	if (str_has_prefix(label, STR("www.")))
		label = str_slice(label, 4, label.len);
	return str_slice(label, 0, str_find(label, STR("."), 0));
}

static size_t read_label(struct again *a, struct scan *scan, struct str label)
{
	size_t at = a->words.count, from = 0;

	for (size_t i = 0; i <= label.len; i++) {
		if (i < label.len && label.data[i] != '-' &&
		    label.data[i] != '_')
			continue;
		if (i > from)
			*LIST_ADD(&a->words) = word_of(
				scan, words_add(scan->words,
						str_slice(label, from, i)), 0);
		from = i + 1;
	}
	return at;
}

/* "vector.kg" is Vector's where the document names it. */
static void learn_address(struct again *a, struct scan *scan, size_t number)
{
	const struct candidate *c = &scan->candidates.items[number];
	struct str label = label_of(scan_form(scan, c->first));
	size_t at;

	if (utf8_chars(label) < LABEL_LEAST)
		return;
	at = read_label(a, scan, label);
	if (a->words.count > at && a->words.count - at <= NAME_LIMIT)
		a->source.items[number] = learn(a, scan, at, c, BY_ADDRESS);
	else
		a->words.count = at;
}

static void learn_addresses(struct again *a, struct scan *scan)
{
	for (size_t i = 0; i < scan->candidates.count; i++)
		if (scan->candidates.items[i].rank == RANK_ADDRESS)
			learn_address(a, scan, i);
}

static const struct candidate *listed_at(const struct scan *scan, size_t token,
					 size_t end)
{
	for (size_t i = scan->first_at.items[token];
	     i < scan->first_at.items[token + 1]; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		if (c->end == end && c->entity != NO_ENTITY)
			return c;
	}
	return NULL;
}

/* A name that a table has only by its abbreviation is known by it. */
static void learn_short(struct again *a, struct scan *scan, size_t number,
			size_t token, size_t end)
{
	struct candidate as = scan->candidates.items[number];
	const struct candidate *listed = listed_at(scan, token, end);

	if (listed) {
		if (listed->type != as.type || !a->source.items[number] ||
		    as.entity != NO_ENTITY)
			return;
		a->known.items[a->source.items[number]].as = *listed;
		return;
	}
	if (a->source.items[number])
		as = a->known.items[a->source.items[number]].as;
	number = learn(a, scan, read_words(a, scan, token, end), &as, BY_SHORT);
	a->known.items[number].token = token;
}

static void learn_shorts(struct again *a, struct scan *scan)
{
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];
		size_t token, end;

		if (!is_kind_of_name(c->type) || c->rank == RANK_ADDRESS ||
		    c->end - c->first < 2)
			continue;
		token = abbreviated_find(scan, c->first, c->end, &end);
		if (token && !is_beaten(scan, c))
			learn_short(a, scan, i, token, end);
	}
}

/* "Arna Foundation" is Arna where the document knows an organisation so. */
static void join_core(struct again *a, struct scan *scan, size_t number)
{
	const struct candidate *c = &scan->candidates.items[number];
	const struct token_mark *marks = scan->marks.items;
	unsigned bit = 1u << c->type;
	size_t first = c->first, end = c->end, at;
	uint32_t core;

	if (end - first < 2 || c->entity != NO_ENTITY)
		return;
	if (marks[end - 1].head_ends & bit)
		end--;
	else if (marks[first].head_starts & bit)
		first++;
	else
		return;
	at = read_words(a, scan, first, end);
	core = find_known(a, scan, &a->words.items[at], end - first, c->type);
	a->words.count = at;
	if (core && core != a->source.items[number])
		a->known.items[a->source.items[number]].as =
			a->known.items[core].as;
}

/* A body of a chapter's own country (af_supreme_court) is not that of another
 * chapter, though it is called the same. */
static bool is_elsewhere(const struct scan *scan, const struct candidate *as,
			 size_t token)
{
	struct str here = scope_of_chapter(scan, token), id = as->id;

	return as->type == MENTION_BODY && here.len == 2 && id.len > 3 &&
	       id.data[2] == '_' &&
	       (id.data[0] != here.data[0] - 'A' + 'a' ||
		id.data[1] != here.data[1] - 'A' + 'a');
}

static void tell_ids(struct again *a, struct scan *scan)
{
	for (size_t i = 0; i < a->source.count; i++) {
		struct candidate *c = &scan->candidates.items[i];
		const struct known *k;

		if (!a->source.items[i])
			continue;
		if (c->rank == RANK_SHAPE)
			join_core(a, scan, i);
		k = &a->known.items[a->source.items[i]];
		if (c->entity != NO_ENTITY || c->type != k->as.type ||
		    is_elsewhere(scan, &k->as, c->first))
			continue;
		c->id = k->as.id;
		c->entity = k->as.entity;
		c->country = k->as.country;
	}
}

/* Another capital makes it a part of another name, of which nothing is known
 * but for a role: "Mayak Street". In Cyrillic a person may stand behind it. */
static bool is_apart(const struct scan *scan, const struct role_marks *roles,
		     size_t first, size_t end)
{
	size_t start = scan_sentence_start(scan, first);

	if (first > start && scan_is_name_word(scan, first - 1) &&
	    !(scan->marks.items[first - 1].flags & MARK_START) &&
	    !roles->items[first - 1].ends)
		return false;
	return end >= scan_sentence_end(scan, first) ||
	       !scan_is_name_word(scan, end) || roles->items[end].starts ||
	       scan_shape(scan, end) & SHAPE_CYRILLIC;
}

/* A word at the beginning of a sentence may be any: it is the name only where
 * it is no common word, or is written just as the name is. */
static bool begins_sentence(const struct again *a, const struct scan *scan,
			    const struct known *k, size_t token)
{
	word_id fold = scan_fold(scan, token);

	if (scan->marks.items[token].flags & MARK_LOWER)
		return false;
	if (!languages_know(scan->languages, scan_lang(scan, token), fold))
		return true;
	return k->by == BY_NAME && a->words.items[k->first].way[BY_FOLD] == fold &&
	       utf8_chars(words_text(scan->words, fold)) >= LABEL_LEAST;
}

/* Whether a word stands for the name, and not for itself. */
static bool word_counts(const struct again *a, const struct scan *scan,
			const struct role_marks *roles, const struct known *k,
			size_t token)
{
	const struct token_mark *mark = &scan->marks.items[token];

	if (k->by == BY_SHORT)
		return scan_shape(scan, token) & SHAPE_ALL_CAPITAL ||
		       str_equal(scan_form(scan, token),
				 scan_form(scan, k->token)); /* no MPs */
	if (mark->flags & (MARK_PLACE | MARK_COUNTRY) ||
	    (scan_find(scan, token, MENTION_PLACE) &&
	     scan_shape(scan, token) & SHAPE_CYRILLIC) ||
	    roles->items[token].starts || scan_is_stopword(scan, token))
		return false;
	if (mark->flags & MARK_START && !begins_sentence(a, scan, k, token))
		return false;
	return is_apart(scan, roles, token, token + 1);
}

static bool counts(const struct again *a, const struct scan *scan,
		   const struct role_marks *roles, const struct known *k,
		   size_t first, size_t end)
{
	if (k->by == BY_ADDRESS && persons_may_name(a->persons, scan, first))
		return false; /* "@ivan_petrov" is his own */
	if (scan_is_quoted(scan, first, end))
		return true;
	if (end == first + 1)
		return word_counts(a, scan, roles, k, first);
	for (size_t t = first + 1; t < end; t++)
		if (scan_shape(scan, t) & (SHAPE_CAPITAL | SHAPE_CYRILLIC |
					   SHAPE_DIGIT))
			return true;
	return false;
}

/* The longest known name at a token that counts there, or NULL. */
static const struct known *find_at(struct again *a, const struct scan *scan,
				   const struct role_marks *roles,
				   size_t token)
{
	size_t left = scan_sentence_end(scan, token) - token;
	struct walk walk = { .a = a, .scan = scan, .roles = roles,
			     .token = token,
			     .count = left < NAME_LIMIT ? left : NAME_LIMIT };

	descend(&walk, 0, 0);
	return walk.best ? &a->known.items[walk.best] : NULL;
}

static void propose(struct scan *scan, const struct known *k, size_t token)
{
	struct candidate *c = scan_add(scan, token, token + k->count,
				       k->as.type, RANK_AGAIN, RULE_AGAIN);

	c->id = k->as.id;
	c->entity = k->as.entity;
	c->country = k->as.country;
	c->tie = k->as.tie;
	if (k->as.first != token) {
		scan_because_of(scan, c, &k->as);
		return;
	}
	c->rule = k->as.rule; /* here it is made known */
	c->because = k->as.because;
}

void again_find(struct again *a, struct scan *scan, struct persons *persons,
		const struct role_marks *roles)
{
	begin(a);
	a->persons = persons;
	learn_names(a, scan);
	learn_addresses(a, scan);
	learn_shorts(a, scan);
	if (a->known.count == 1)
		return;
	tell_ids(a, scan);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		const struct known *k = NULL;
		enum word_kind kind = scan_kind(scan, t);

		if (kind == KIND_NUMBER ||
		    (kind == KIND_WORD &&
		     scan_shape(scan, t) & SHAPE_CAPITAL))
			k = find_at(a, scan, roles, t);
		if (k && !is_elsewhere(scan, &k->as, t))
			propose(scan, k, t);
	}
}
