#include "phrases_internal.h"

#include "alternatives.h"
#include "stems.h"
#include "utf8.h"

#include <limits.h>
#include <stdlib.h>

struct phrases *phrases_new(const struct knowledge *knowledge)
{
	struct phrases *p = memory_get_zeroed(sizeof *p);

	p->languages = knowledge->languages;
	p->words = knowledge->words;
	LIST_ADD(&p->nodes);
	LIST_ADD(&p->entries);
	LIST_ADD(&p->waiting);
	LIST_ADD(&p->forms);
	LIST_ADD(&p->rests);
	LIST_ADD(&p->starters);
	p->sorted = 1;
	p->generation = UINT_MAX;
	interned_init(&p->strings);
	p->edge_slots = FIRST_SLOTS;
	p->edges = memory_get_zeroed(p->edge_slots * sizeof *p->edges);
	return p;
}

void phrases_free(struct phrases *p)
{
	if (!p)
		return;
	LIST_RELEASE(&p->nodes);
	LIST_RELEASE(&p->entries);
	LIST_RELEASE(&p->forms);
	LIST_RELEASE(&p->rests);
	LIST_RELEASE(&p->starters);
	LIST_RELEASE(&p->states);
	LIST_RELEASE(&p->state_nodes);
	LIST_RELEASE(&p->state_entries);
	LIST_RELEASE(&p->path);
	free(p->steps);
	LIST_RELEASE(&p->waiting);
	LIST_RELEASE(&p->first);
	string_map_release(&p->beginnings);
	word_cache_release(&p->known);
	arena_release(&p->arena);
	interned_release(&p->strings);
	free(p->edges);
	free(p->pieces.items);
	strbuf_release(&p->fold);
	strbuf_release(&p->word);
	free(p);
}

static void grow_edges(struct phrases *p)
{
	size_t slots = p->edge_slots * 2;
	struct edge *edges = memory_get_zeroed(slots * sizeof *edges);

	for (size_t i = 0; i < p->edge_slots; i++)
		if (p->edges[i].next)
			edges[edge_slot(edges, slots, p->edges[i].node,
					p->edges[i].label)] = p->edges[i];
	free(p->edges);
	p->edges = edges;
	p->edge_slots = slots;
}

static uint32_t add_edge(struct phrases *p, uint32_t node, uint32_t string,
			 unsigned kind)
{
	uint32_t label = label_of(string, kind);
	uint32_t next = (uint32_t)p->nodes.count;
	struct edge *edge;

	edge = &p->edges[edge_slot(p->edges, p->edge_slots, node, label)];
	if (edge->next)
		return edge->next;
	*edge = (struct edge){ node, label, next };
	p->nodes.items[node].labels |= 1u << kind;
	LIST_ADD(&p->nodes);
	if (++p->edge_count * 2 > p->edge_slots)
		grow_edges(p);
	return next;
}

/* Stemmers may take an ending off a form that none has ("казахста" of
 * казахстан) and leave it in others (казахстан of казахстане): the form leads
 * to the same node as its stem. */
static void add_whole(struct phrases *p, uint32_t node, uint32_t next,
		      uint32_t string, lang_id lang)
{
	uint32_t label = label_of(string, LABEL_WHOLE + lang);
	struct edge *edge;

	edge = &p->edges[edge_slot(p->edges, p->edge_slots, node, label)];
	if (edge->next)
		return;
	*edge = (struct edge){ node, label, next };
	p->nodes.items[node].labels |= 1u << (LABEL_WHOLE + lang);
	if (++p->edge_count * 2 > p->edge_slots)
		grow_edges(p);
}

/* Where the words of a pattern have led to. */
struct place { uint32_t node, forms; bool open; };

static struct place step_on(struct phrases *p, struct place at,
			    uint32_t string, unsigned kind, uint32_t form)
{
	*LIST_ADD(&p->forms) = (struct spelled){ form, at.forms };
	return (struct place){ add_edge(p, at.node, string, kind),
			       (uint32_t)p->forms.count - 1,
			       at.open || form == NO_FORM };
}

static struct place add_word(struct phrases *p, struct place at, lang_id lang,
			     word_id form)
{
	word_id fold = words_fold(p->words, form), stem;
	uint32_t whole = interned_add(&p->strings, words_text(p->words, fold));
	struct place next;
	struct str text;

	if (lang == LANG_UND)
		return step_on(p, at, whole, LANG_UND, whole);
	stem = languages_stem(p->languages, lang, form);
	text = words_text(p->words, stem);
	/* what is left of a word when a stemmer took all but two letters is
	 * the stem of pronouns and the like too */
	if (stem != fold && utf8_chars(text) < STEM_LEAST)
		return step_on(p, at, whole, LANG_UND, whole);
	next = step_on(p, at, interned_add(&p->strings, text), lang, whole);
	if (stem != fold)
		add_whole(p, at.node, next.node, whole, lang);
	return next;
}

static struct place add_prefix(struct phrases *p, struct place at,
			       struct str prefix)
{
	strbuf_clear(&p->fold);
	utf8_add_fold(&p->fold, prefix);
	p->prefix_letters |= letter_bit(strbuf_view(&p->fold));
	if (p->longest_prefix < p->fold.len)
		p->longest_prefix = p->fold.len;
	return step_on(p, at,
		       interned_add(&p->strings, strbuf_view(&p->fold)),
		       LABEL_PREFIX, NO_FORM);
}

/* The words of a stretch of pattern without star; the last one is a prefix if
 * `open`. */
static struct place add_words(struct phrases *p, struct place at,
			      struct reading reading, struct str text,
			      bool open)
{
	p->pieces.count = 0;
	languages_split(p->languages, reading.split, text, &p->pieces);
	for (size_t i = 0; i < p->pieces.count; i++) {
		word_id form = p->pieces.items[i].form;

		if (open && i + 1 == p->pieces.count)
			at = add_prefix(p, at, words_text(p->words, form));
		else
			at = add_word(p, at,
				      i + 1 < p->pieces.count ?
					      reading.stems :
					      reading.last,
				      form);
	}
	return at;
}

/* What stands between two blanks. */
static struct place add_stretch(struct phrases *p, struct place at,
				struct reading reading, struct str text)
{
	bool open = str_has_suffix(text, STR("*"));

	if (open && text.len == 1)
		return step_on(p, at, NO_FORM, LABEL_ANY, NO_FORM);
	if (text.len == 0)
		return at;
	return add_words(p, at, reading, str_slice(text, 0, text.len - open),
			 open);
}

static struct place add_starred(struct phrases *p, struct reading reading,
				struct str rest)
{
	struct place at = { 0 };
	struct str piece;

	while (str_split(&rest, ' ', &piece))
		at = add_stretch(p, at, reading, piece);
	return at;
}

static struct str pattern_of(const struct waiting *waiting)
{
	return (struct str){ waiting->pattern, waiting->len };
}

/* A pattern ends here. */
static void add_entry(struct phrases *p, uint32_t order, struct place at)
{
	uint32_t number = (uint32_t)p->entries.count;
	struct node *node;

	if (at.node == 0)
		return;
	*LIST_ADD(&p->entries) = (struct entry){
		p->waiting.items[order].value, 0, order, at.forms, at.open
	};
	node = &p->nodes.items[at.node];
	if (node->last_entry)
		p->entries.items[node->last_entry].next = number;
	else
		node->first_entry = number;
	node->last_entry = number;
}

static void compile(struct phrases *p, uint32_t order)
{
	const struct waiting waiting = p->waiting.items[order];
	struct str pattern = pattern_of(&waiting);

	if (str_find(pattern, STR("*"), 0) < pattern.len)
		add_entry(p, order, add_starred(p, waiting.reading, pattern));
	else
		add_entry(p, order, add_words(p, (struct place){ 0 },
					      waiting.reading, pattern,
					      false));
}

/* One of the words that a pattern with alternatives may go on with. */
static void add_choice(struct phrases *p, struct place at, uint32_t order,
		       struct str word, size_t behind)
{
	const struct waiting waiting = p->waiting.items[order];
	struct node *node;

	at = add_stretch(p, at, waiting.reading, word);
	if (behind == waiting.len) {
		add_entry(p, order, at);
		return;
	}
	node = &p->nodes.items[at.node];
	*LIST_ADD(&p->rests) = (struct rest){
		order, (uint32_t)behind, at.forms, node->rests, at.open
	};
	node->rests = (uint32_t)p->rests.count - 1;
}

struct going {                   /* on, behind a node */
	struct phrases *p;
	uint32_t node;
	struct rest rest;
};

static void go_on_with(void *data, struct str word, size_t behind)
{
	struct going *going = data;
	const struct rest *rest = &going->rest;

	add_choice(going->p,
		   (struct place){ going->node, rest->forms, rest->open },
		   rest->pattern, word, behind);
}

void phrases_go_on(struct phrases *p, uint32_t node)
{
	struct going going = { p, node, { 0 } };
	uint32_t at = p->nodes.items[node].rests;

	p->nodes.items[node].rests = 0;
	for (; at; at = going.rest.next) {
		going.rest = p->rests.items[at];
		alternatives_words(
			pattern_of(&p->waiting.items[going.rest.pattern]),
			going.rest.at, &p->word, go_on_with, &going);
	}
}

static struct str as_text(const struct beginning *beginning)
{
	return (struct str){ (const char *)beginning->letters,
			     sizeof beginning->letters };
}

/* The first word of a pattern, as far as its letters go. */
static struct str first_word(struct str pattern)
{
	size_t end = 0, next = 0;

	while (next < pattern.len && utf8_is_letter(utf8_next(pattern, &next)))
		end = next;
	return str_slice(pattern, 0, end);
}

/* Whether words with the beginning of the pattern's first one, or with a stem
 * that has it, are all that may match it. */
static bool may_wait(struct phrases *p, struct reading reading,
		     struct str pattern, struct beginning *beginning)
{
	lang_id lang = reading.stems != LANG_UND ? reading.stems
						 : reading.last;
	struct beginning of_stem;
	struct str word;
	word_id form;

	if (!beginning_of(pattern, beginning))
		return false;
	if (lang == LANG_UND)
		return true;
	word = first_word(pattern);
	if (!languages_may_shift(p->languages, lang, word))
		return true;
	form = languages_stem(p->languages, lang, words_add(p->words, word));
	return beginning_of(words_text(p->words, form), &of_stem) &&
	       beginning_equal(beginning, &of_stem);
}

static struct bucket *bucket_of(struct phrases *p,
				const struct beginning *beginning)
{
	uint32_t bucket = string_map_find(&p->beginnings, as_text(beginning));

	if (!bucket) {
		LIST_ADD(&p->first);
		bucket = (uint32_t)p->first.count;
		string_map_add(&p->beginnings, as_text(beginning), bucket);
	}
	return &p->first.items[bucket - 1];
}

/* What a pattern waits for is found out when a text comes: most programs that
 * add patterns are asked for few. */
static void add_pattern(struct phrases *p, struct reading reading,
			struct str pattern, uint32_t value, bool choices)
{
	p->langs |= 1u << reading.stems | 1u << reading.last;
	*LIST_ADD(&p->waiting) = (struct waiting){
		pattern.data, (uint32_t)pattern.len, value, 0, reading,
		choices
	};
	/* what was ready is so no more */
	p->known.generation = p->generation = UINT_MAX;
}

static void start(struct phrases *p, const struct starter *starter)
{
	add_choice(p, (struct place){ 0 }, starter->pattern,
		   (struct str){ starter->word, starter->len },
		   starter->behind);
}

/* What does not wait is found by words that begin as it does, or its stem. */
static void note_beginnings(struct phrases *p, struct reading reading,
			    struct str pattern)
{
	lang_id lang = reading.stems != LANG_UND ? reading.stems
						 : reading.last;
	struct beginning beginning;
	word_id form;

	if (lang == LANG_UND)
		return;
	form = words_add(p->words, first_word(pattern));
	if (!beginning_of(pattern, &beginning)) {
		p->begins_anyhow |= form != 0;
		return;
	}
	bucket_of(p, &beginning);
	form = languages_stem(p->languages, lang, form);
	if (beginning_of(words_text(p->words, form), &beginning))
		bucket_of(p, &beginning);
	else
		p->begins_anyhow = true;
}

struct sorting { struct phrases *p; uint32_t pattern; };

static void sort_starter(void *data, struct str word, size_t behind)
{
	const struct sorting *sorting = data;
	struct phrases *p = sorting->p;
	const struct waiting *waiting = &p->waiting.items[sorting->pattern];
	struct beginning beginning;
	struct starter starter = { word.data, (uint32_t)word.len,
				   (uint32_t)behind, sorting->pattern, 0 };
	struct bucket *bucket;

	if (!may_wait(p, waiting->reading, word, &beginning)) {
		note_beginnings(p, waiting->reading, word);
		start(p, &starter);
		return;
	}
	bucket = bucket_of(p, &beginning);
	starter.word = str_copy(&p->arena, word).data;
	starter.next = bucket->starters;
	bucket->starters = (uint32_t)p->starters.count;
	*LIST_ADD(&p->starters) = starter;
}

static void sort_in(struct phrases *p, uint32_t at)
{
	struct waiting *waiting = &p->waiting.items[at];
	struct sorting sorting = { p, at };
	struct beginning beginning;
	struct bucket *bucket;

	if (waiting->choices) {
		alternatives_words(pattern_of(waiting), 0, &p->word,
				   sort_starter, &sorting);
	} else if (may_wait(p, waiting->reading, pattern_of(waiting),
			    &beginning)) {
		bucket = bucket_of(p, &beginning);
		waiting->next = bucket->waiting;
		bucket->waiting = at;
	} else {
		note_beginnings(p, waiting->reading, pattern_of(waiting));
		compile(p, at);
	}
}

/* False where nothing begins so. */
static bool compile_beginning(struct phrases *p, struct str word)
{
	struct beginning beginning;
	struct bucket *bucket, was;
	uint32_t number, at;

	if (!beginning_of(word, &beginning))
		return true;
	number = string_map_find(&p->beginnings, as_text(&beginning));
	if (!number)
		return p->begins_anyhow;
	bucket = &p->first.items[number - 1];
	was = *bucket;
	*bucket = (struct bucket){ 0 };
	for (at = was.waiting; at; at = p->waiting.items[at].next)
		compile(p, at);
	for (at = was.starters; at; at = p->starters.items[at].next)
		start(p, &p->starters.items[at]);
	return true;
}

/* In a text that a language is written in its other script the stem is that of
 * the usual one's spelling (gazetiniń: газет). */
static bool is_other_script(struct phrases *p, lang_id lang, word_id form)
{
	return lang != LANG_UND &&
	       languages_is_also(p->languages, lang,
				 words_shape(p->words, form));
}

word_id phrases_stem(struct phrases *p, const struct token *token, lang_id lang,
		     word_id form)
{
	if (lang == token->lang && is_other_script(p, lang, form))
		return languages_stem_also(p->languages, lang, form);
	return languages_stem(p->languages, lang, form);
}

/* A letter with a mark may have none in the stem. */
static bool may_have_marks(struct str word)
{
	size_t at = 0;

	for (int i = 0; i < 2 && at < word.len; i++) {
		uint32_t letter = utf8_next(word, &at);

		if (letter >= 0x80 && (letter < 0x400 || letter > 0x52f))
			return true;
	}
	return false;
}

/* Whether the stem of a word may begin otherwise than the word. One that a
 * stemmer wrote in other letters counts in a text of its language alone. */
static bool may_shift(struct phrases *p, const struct token *token,
		      word_id form, lang_id lang)
{
	struct str word = words_text(p->words, form);
	bool writes = lang == token->lang ||
		      languages_may_write(p->languages, lang,
					  words_shape(p->words, form));

	return may_have_marks(word) ||
	       (writes && languages_may_shift(p->languages, lang, word));
}

static void compile_stem(struct phrases *p, word_id form, lang_id lang)
{
	compile_beginning(p, words_text(p->words,
					languages_stem(p->languages, lang,
						       form)));
}

static unsigned compile_stems(struct phrases *p, const struct token *token,
			      word_id form)
{
	bool begins = compile_beginning(p, words_text(p->words, form));
	unsigned asked = 0;

	for (lang_id lang = 1; lang < LANG_MAX; lang++) {
		if (!(p->langs & 1u << lang) ||
		    (!begins && !may_shift(p, token, form, lang)))
			continue;
		asked |= 1u << lang;
		compile_stem(p, form, lang);
	}
	return asked;
}

unsigned phrases_get_ready(struct phrases *p, const struct token *token,
			   word_id form)
{
	lang_id of = token->lang;
	unsigned asked = UINT_MAX;

	while (p->sorted < p->waiting.count)
		sort_in(p, p->sorted++);
	if (!*word_cache_at(&p->known, p->words, form))
		asked = compile_stems(p, token, form);
	else if (p->langs & 1u << of)
		compile_stem(p, form, of);
	if (is_other_script(p, of, form)) {
		asked |= 1u << of;
		compile_beginning(p, words_text(
			p->words, languages_stem_also(p->languages, of,
						      form)));
	}
	*word_cache_at(&p->known, p->words, form) |= is_ready(of);
	return asked;
}

static struct reading reading_of(lang_id lang, bool is_foreign)
{
	return (struct reading){ lang, is_foreign ? LANG_UND : lang, lang };
}

void phrases_reserve(struct phrases *p, size_t more)
{
	LIST_RESERVE(&p->waiting, more);
}

void phrases_add_lasting(struct phrases *p, lang_id lang, struct str pattern,
			 uint32_t value, bool is_foreign)
{
	add_pattern(p, reading_of(lang, is_foreign), pattern, value, false);
}

void phrases_add_choices(struct phrases *p, lang_id lang, struct str pattern,
			 uint32_t value)
{
	add_pattern(p, reading_of(lang, false), pattern, value,
		    str_find(pattern, STR("{"), 0) < pattern.len);
}

void phrases_add(struct phrases *p, lang_id lang, struct str pattern,
		 uint32_t value)
{
	add_pattern(p, reading_of(lang, false), str_copy(&p->arena, pattern),
		    value, false);
}

void phrases_add_forms(struct phrases *p, lang_id lang, struct str pattern,
		       uint32_t value)
{
	add_pattern(p, (struct reading){ lang, LANG_UND, LANG_UND },
		    str_copy(&p->arena, pattern), value, false);
}

void phrases_add_foreign(struct phrases *p, lang_id lang, struct str pattern,
			 uint32_t value)
{
	add_pattern(p, reading_of(lang, true), str_copy(&p->arena, pattern),
		    value, false);
}
