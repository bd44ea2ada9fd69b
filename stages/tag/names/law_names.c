#include "law_names.h"

#include "gazetteer_internal.h"
#include "law_read.h"
#include "law_topics.h"
#include "scopes.h"
#include "utf8.h"

#include <stdlib.h>

enum { WHOLE_WORDS = 16 /* of a name that holds another */ };

struct law_names {
	struct law_words *words;
	struct law_topics *topics;
	struct patterns *patterns;
	const struct gazetteer *gazetteer;
	const struct role_marks *roles;
	struct languages *languages;
	const struct romanisation *romanisation;
	struct country_words *countries;
	LIST(struct str) acts;       /* ids, of the document */
	struct interned told;        /* what act_name makes of an act */
	LIST(uint32_t) told_first;   /* of each: the first act, from 1 */
	struct word_cache called;    /* of a fold: `base` + the last act that
	                                has the word, for refer */
	uint32_t base;               /* what earlier documents have left */
	struct strbuf name;          /* reused */
	struct country_hits hits;    /* reused */
	struct strbuf key, id;       /* reused */
};

int law_names_open(struct law_names **out, const struct knowledge *knowledge,
		   const struct gazetteer *gazetteer,
		   struct patterns *patterns,
		   const struct romanisation *romanisation,
		   struct country_words *countries, struct err *err)
{
	struct law_names *n = memory_get_zeroed(sizeof *n);
	int rc = law_words_open(&n->words, knowledge, err);

	n->languages = knowledge->languages;
	n->romanisation = romanisation;
	n->countries = countries;
	n->patterns = patterns;
	n->gazetteer = gazetteer;
	interned_init(&n->told);
	if (rc < 0) {
		law_names_close(n);
		n = NULL;
	} else {
		law_topics_open(&n->topics, knowledge, n->words, gazetteer,
				countries);
	}
	*out = n;
	return rc;
}

void law_names_close(struct law_names *n)
{
	if (!n)
		return;
	law_topics_close(n->topics);
	law_words_close(n->words);
	LIST_RELEASE(&n->acts);
	interned_release(&n->told);
	LIST_RELEASE(&n->told_first);
	word_cache_release(&n->called);
	strbuf_release(&n->name);
	list_free(n->hits.items);
	strbuf_release(&n->key);
	strbuf_release(&n->id);
	free(n);
}

struct law_words *law_names_words(struct law_names *n)
{
	return n->words;
}

static struct law_reader reader_at(struct law_names *n, struct scan *scan,
				   size_t token)
{
	return (struct law_reader){
		n->words, n->patterns, n->languages, n->countries,
		n->romanisation, n->roles, &n->hits, &n->id, scan,
		scan_sentence_start(scan, token), scan_sentence_end(scan, token)
	};
}

static struct str country_of(struct law_names *n, const struct law_reader *r,
			     const struct law_name *name)
{
	if (str_equal(name->kind->id, STR("convention")) ||
	    str_equal(name->kind->id, STR("covenant")) ||
	    str_equal(name->kind->id, STR("declaration")))
		return STR_NONE; /* of several countries */
	n->hits.count = 0;
	country_words_find(n->countries, r->scan->doc, name->first, name->end,
			   false, &n->hits);
	if (n->hits.count > 0)
		return n->hits.items[0].code;
	return scope_of(r->scan, name->first, name->end);
}

/* An act by what it is about ('k') or by its number ('n'), and its country. */
static struct str act_name(struct law_names *n, char by, struct str text,
			   struct str country)
{
	strbuf_clear(&n->name);
	strbuf_add_char(&n->name, by);
	strbuf_add(&n->name, country);
	strbuf_add_char(&n->name, '\n');
	strbuf_add(&n->name, text);
	return strbuf_view(&n->name);
}

/* The number of the first act that was told so, or 0. */
static uint32_t first_told(struct law_names *n, char by, struct str text,
			   struct str country)
{
	uint32_t name = text.len > 0
		? interned_find(&n->told, act_name(n, by, text, country)) : 0;

	return name ? n->told_first.items[name] : 0;
}

static struct str remembered(struct law_names *n, struct str key,
			     struct str number, struct str country)
{
	uint32_t by_key = first_told(n, 'k', key, country);
	uint32_t by_number = first_told(n, 'n', number, country);
	uint32_t first = by_key && (!by_number || by_key < by_number)
		? by_key : by_number;

	return first ? n->acts.items[first - 1] : STR_NONE;
}

/* The last act of the list is told so. */
static void tell(struct law_names *n, char by, struct str text,
		 struct str country)
{
	uint32_t name;

	if (text.len == 0)
		return;
	name = interned_add(&n->told, act_name(n, by, text, country));
	while (n->told_first.count <= name)
		LIST_ADD(&n->told_first);
	if (!n->told_first.items[name])
		n->told_first.items[name] = (uint32_t)n->acts.count;
}

static void remember(struct law_names *n, struct str key, struct str number,
		     struct str country, struct str id)
{
	*LIST_ADD(&n->acts) = id;
	tell(n, 'k', key, country);
	tell(n, 'n', number, country);
}

static void forget(struct law_names *n)
{
	if (n->base > UINT32_MAX / 2) {
		word_cache_release(&n->called);
		n->base = 0;
	}
	LIST_CLEAR(&n->acts);
	interned_clear(&n->told);
	LIST_CLEAR(&n->told_first);
}

static void make_id(struct law_names *n, const struct law_reader *r,
		    const struct law_name *name, struct str key,
		    struct str country)
{
	struct strbuf *id = &n->id;

	strbuf_clear(id);
	if (country.len == 2) {
		utf8_add_fold(id, country);
		strbuf_add_char(id, '_');
	}
	strbuf_add(id, name->kind->id);
	strbuf_add_char(id, '_');
	if (name->word) { /* Лесного кодекса and Лесной кодекс are one */
		romanisation_slug(n->romanisation, id,
				  words_text(r->scan->words, name->word));
	} else if (key.len > 0) {
		strbuf_add(id, STR("on_"));
		romanisation_slug(n->romanisation, id,
				  extent_text(r->scan->doc, (struct extent){
					  r->scan->marks.items[name->subject]
						  .sentence, name->subject,
					  name->subject_end }));
	} else if (name->number.len > 0) {
		strbuf_add(id, name->number);
	} else {
		romanisation_slug(n->romanisation, id,
				  extent_text(r->scan->doc, (struct extent){
					  r->scan->marks.items[name->first]
						  .sentence, name->first,
					  name->end }));
	}
}

static void add_text(const struct law_reader *r, struct strbuf *out,
		     size_t first, size_t end)
{
	if (first >= end)
		return;
	if (out->len > 0)
		strbuf_add_char(out, ' ');
	strbuf_add(out, extent_text(r->scan->doc, (struct extent){
		r->scan->marks.items[first].sentence, first, end }));
}

/* What is inflected is shown with its kind as the table has it: «законом о
 * птицах» is закон о птицах. */
static void tell_name(struct law_names *n, const struct law_reader *r,
		      const struct law_name *name, struct str id)
{
	struct str word = name->kind->text;
	struct strbuf key = STRBUF_INIT, *text = &n->id;

	if (!name->kind->any_form || name->word ||
	    str_find(word, STR("*"), 0) < word.len)
		return;
	strbuf_add_z(&key, META_NAME);
	strbuf_add(&key, id);
	strbuf_clear(text);
	if (name->behind)
		add_text(r, text, name->first, name->kind_first);
	if (text->len > 0)
		strbuf_add_char(text, ' ');
	strbuf_add(text, word);
	add_text(r, text, name->kind_end, name->end);
	document_set_meta(r->scan->doc, strbuf_view(&key), strbuf_view(text));
	strbuf_release(&key);
}

static struct str id_of(struct law_names *n, const struct law_reader *r,
			const struct law_name *name)
{
	struct str country = country_of(n, r, name), key, id;

	key = law_topics_key(n->topics, r->scan, name->subject,
			     name->subject_end, &n->key);
	id = remembered(n, key, name->number, country);
	if (id.len == 0 && key.len > 0)
		id = law_topics_find(n->topics, r->scan, key,
				     name->kind->id, country);
	if (id.len == 0) {
		make_id(n, r, name, key, country);
		id = str_copy(&r->scan->doc->arena, strbuf_view(&n->id));
		tell_name(n, r, name, id);
	}
	remember(n, key, name->number, country, id);
	return id;
}

static bool is_usual(const struct law_names *n, const struct candidate *law)
{
	return law && law->entity != NO_ENTITY &&
	       n->gazetteer->entities.list.items[law->entity].is_usual;
}

static void add_name(struct law_names *n, const struct law_reader *r,
		     const struct law_name *name)
{
	const struct candidate *usual = scan_find_before(r->scan, name->end,
							  MENTION_LAW);
	struct candidate *c;
	struct str id;

	if (is_usual(n, usual) ||
	    is_usual(n, scan_find_before(r->scan, name->kind_end, MENTION_LAW)))
		return; /* the Turkish Penal Code */
	id = id_of(n, r, name);
	c = scan_add(r->scan, name->first, name->end, MENTION_LAW, RANK_PATTERN,
		     RULE_ACT);
	c->id = id;
	scan_because(r->scan, c, "%.*s",
		     STR_ARGS(scan_form(r->scan, name->kind_first)));
}

static void read_kind(struct law_names *n, struct scan *scan, size_t token,
		      enum law_role role)
{
	size_t end;
	const struct law_word *kind = law_words_at(n->words, scan, token, role,
						   &end);
	struct law_reader r;
	struct law_name name;

	if (!kind)
		return;
	r = reader_at(n, scan, token);
	name = (struct law_name){ .first = token, .end = end, .kind = kind,
				  .kind_first = token, .kind_end = end,
				  .behind = role == LAW_BEHIND };
	if (law_read(&r, &name))
		add_name(n, &r, &name);
}

/* A country beside an act that the gazetteer found belongs to its name. */
static void extend(struct law_names *n, struct scan *scan, size_t number)
{
	struct candidate act = scan->candidates.items[number];
	struct law_reader r = reader_at(n, scan, act.first);
	struct candidate *c;
	size_t first, end;

	if (act.type != MENTION_LAW || act.is_article || act.country.len != 2)
		return;
	end = law_country_end(&r, act.end);
	first = law_country_first(&r, act.first);
	if (end == act.end && first == act.first)
		return;
	c = scan_add(scan, first, end, MENTION_LAW, act.rank, act.rule);
	c->because = act.because;
	c->id = act.id;
	c->entity = act.entity;
	c->country = act.country;
}

/* The act whose name holds a shorter one: European Convention on … */
static const struct candidate *whole_of(const struct scan *scan, size_t number)
{
	const struct candidate *act = &scan->candidates.items[number];

	for (size_t i = number; i-- > 0;) {
		const struct candidate *other = &scan->candidates.items[i];

		if (other->first + WHOLE_WORDS < act->first)
			break;
		if (other->type == MENTION_LAW && !other->is_article &&
		    other->end >= act->end)
			act = other;
	}
	return act;
}

/* Of each word the last act that has it, before a token. */
static void call_acts(struct law_names *n, const struct scan *scan,
		      size_t *next, size_t token)
{
	for (; *next < scan->first_at.items[token]; ++*next) {
		const struct candidate *act = &scan->candidates.items[*next];

		if (act->type != MENTION_LAW || act->is_article)
			continue;
		act = whole_of(scan, *next);
		for (size_t t = act->first; t < act->end; t++)
			*word_cache_at(&n->called, scan->words,
				       scan_fold(scan, t)) =
				n->base + (uint32_t)*next + 1;
	}
}

/* "the Bill": the last act before it that is called so. */
static void refer(struct law_names *n, struct scan *scan, size_t token,
		  size_t *next)
{
	size_t end;
	struct candidate *c;
	uint32_t called;
	struct candidate act;

	if (!(scan_shape(scan, token) & SHAPE_CAPITAL) ||
	    token == scan_sentence_start(scan, token) ||
	    !n->roles->items[token - 1].points ||
	    !law_words_at(n->words, scan, token, LAW_BEHIND, &end) ||
	    !(scan_shape(scan, token) & SHAPE_LATIN))
		return;
	call_acts(n, scan, next, token);
	called = *word_cache_at(&n->called, scan->words,
				scan_fold(scan, token));
	if (called <= n->base)
		return;
	act = *whole_of(scan, called - n->base - 1);
	c = scan_add(scan, token, token + 1, MENTION_LAW, RANK_SHAPE,
		     RULE_AGAIN);
	c->id = act.id;
	scan_because_of(scan, c, &act);
}

/* Before the candidates are sorted again, which moves them. */
static void refer_all(struct law_names *n, struct scan *scan)
{
	size_t next = 0, sorted = scan->candidates.count;

	for (size_t t = 0; t < scan->doc->tokens.count; t++)
		refer(n, scan, t, &next);
	n->base += (uint32_t)sorted;
}

/* What the gazetteer found is remembered too: a bill on the same is the same. */
static void remember_found(struct law_names *n, struct scan *scan)
{
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];
		const struct entity *entity = c->entity == NO_ENTITY ? NULL
			: &n->gazetteer->entities.list.items[c->entity];
		struct str key;

		if (c->type != MENTION_LAW || c->is_article || !entity ||
		    !str_equal(entity->kind, STR("law")))
			continue;
		key = law_topics_key(n->topics, scan, c->first, c->end,
				     &n->key);
		remember(n, key, STR_NONE, c->country, c->id);
	}
}

void law_names_find(struct law_names *n, struct scan *scan,
		    const struct role_marks *roles)
{
	size_t count = scan->candidates.count;

	n->roles = roles;
	forget(n);
	remember_found(n, scan);
	for (size_t i = 0; i < count; i++)
		extend(n, scan, i);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		if (scan_kind(scan, t) != KIND_WORD)
			continue;
		read_kind(n, scan, t, LAW_BEFORE);
		read_kind(n, scan, t, LAW_BEHIND);
	}
	if (scan->candidates.count == count)
		return;
	scan_sort(scan);
	refer_all(n, scan);
	scan_sort(scan);
}
