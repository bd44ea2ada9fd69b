#include "match.h"

#include <stdlib.h>

static bool is_word(struct words *words, word_id form)
{
	enum word_kind kind = words_kind(words, form);

	return kind == KIND_WORD || kind == KIND_NUMBER ||
	       kind == KIND_ADDRESS || kind == KIND_HANDLE;
}

static struct str term_of(struct arena *arena, struct str front,
			  struct str text)
{
	struct strbuf term = STRBUF_INIT;
	struct str copy;

	if (front.len > 0) {
		word_index_add_term(&term, front);
		strbuf_add_char(&term, ':');
	}
	word_index_add_term(&term, text);
	copy = str_copy(arena, strbuf_view(&term));
	strbuf_release(&term);
	return copy;
}

struct compiler {
	struct matcher *matcher;
	struct languages *languages;
	struct words *words;
	const struct match_language *list;
	size_t count;
};

/* A function word is no name, although one in capitals may share its key. */
static bool is_stopword(const struct compiler *c, word_id form)
{
	for (size_t i = 0; i < c->count; i++)
		if (languages_is_stopword(c->languages, c->list[i].id, form))
			return true;
	return false;
}

static void add_word(struct compiler *c, const struct ask_node *term,
		     const struct match_language *lang, word_id form)
{
	struct matcher *m = c->matcher;
	struct match_word word = { STR_NONE, STR_NONE, STR_NONE, STR_NONE,
				   false };

	if (term->lemma) {
		word.lemma = term_of(&m->arena, STR_NONE,
				     words_text(c->words, form));
	} else {
		word_id fold = words_fold(c->words, form);
		word_id stem = languages_stem(c->languages, lang->id, form);
		word_id key = 0;

		if (words_kind(c->words, form) == KIND_WORD &&
		    !is_stopword(c, form))
			key = languages_key(c->languages, form);
		word.form = term_of(&m->arena, STR_NONE,
				    words_text(c->words, fold));
		word.stem = term_of(&m->arena, lang->code,
				    words_text(c->words, stem));
		if (key)
			word.key = term_of(&m->arena, STR_NONE,
					   words_text(c->words, key));
	}
	*LIST_ADD(&m->words) = word;
}

static bool fits(struct words *words, const struct match_language *lang,
		 struct str text)
{
	uint8_t shape = words_shape(words, words_add(words, text));
	uint8_t scripts = shape & (SHAPE_LATIN | SHAPE_CYRILLIC);

	return lang->script == 0 || scripts == 0 || (scripts & lang->script);
}

static bool is_same(const struct matcher *m, const struct match_reading *a,
		    const struct match_reading *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		const struct match_word *v = &m->words.items[a->first + i];
		const struct match_word *w = &m->words.items[b->first + i];

		if (!str_equal(v->form, w->form) ||
		    !str_equal(v->stem, w->stem) ||
		    !str_equal(v->lemma, w->lemma))
			return false;
	}
	return true;
}

/* Read a term in one language; false if it holds no word. */
static bool read_term(struct compiler *c, const struct ask_node *term,
		      const struct match_language *lang)
{
	struct matcher *m = c->matcher;
	struct match_reading reading = { term->left, m->words.count, 0 };
	struct pieces pieces = { NULL, 0, 0 };

	languages_split(c->languages, lang->id, term->text, &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		if (is_word(c->words, pieces.items[i].form))
			add_word(c, term, lang, pieces.items[i].form);
	free(pieces.items);
	reading.count = m->words.count - reading.first;
	if (reading.count == 0)
		return false;
	if (term->prefix) {
		struct match_word *last = &m->words.items[m->words.count - 1];

		last->prefix = true;
		last->stem = last->key = STR_NONE;
	}
	for (size_t i = 0; i < m->readings.count; i++)
		if (m->readings.items[i].term == term->left &&
		    is_same(m, &m->readings.items[i], &reading)) {
			m->words.count = reading.first;
			return true;
		}
	*LIST_ADD(&m->readings) = reading;
	return true;
}

int matcher_load(struct matcher *matcher, const struct ask *ask,
		 struct languages *languages, struct words *words,
		 const struct match_language *list, size_t count,
		 struct err *err)
{
	struct compiler c = { matcher, languages, words, list, count };

	*matcher = (struct matcher){ .ask = ask, .arena = ARENA_INIT };
	for (size_t i = 0; i < ask->nodes.count; i++) {
		const struct ask_node *term = &ask->nodes.items[i];
		bool found = false;

		if (term->kind != ASK_TERM)
			continue;
		for (size_t k = 0; k < count; k++)
			if (fits(words, &list[k], term->text))
				found |= read_term(&c, term, &list[k]);
		if (found)
			continue;
		err_set(err, ERR_USAGE, "the question, character %zu: "
			"'%.*s' holds no word", term->position,
			STR_ARGS(term->text));
		matcher_release(matcher);
		return ERR_USAGE;
	}
	return 0;
}

void matcher_release(struct matcher *matcher)
{
	LIST_RELEASE(&matcher->readings);
	LIST_RELEASE(&matcher->phrases);
	LIST_RELEASE(&matcher->words);
	arena_release(&matcher->arena);
}

/* Append a part of the word that begins at `start`, unless it is there. */
static void add_part(struct strbuf *out, size_t start, enum word_term kind,
		     struct str term)
{
	struct strbuf one = STRBUF_INIT;
	struct str word = str_slice(strbuf_view(out), start, out->len), part;
	bool first = word.len == 0, is_there = false, begins;

	if (term.len == 0)
		return;
	word_index_add_part(&one, kind, term, true);
	while (!is_there && word_index_next_part(&word, &part, &begins))
		is_there = str_equal(part, strbuf_view(&one));
	strbuf_release(&one);
	if (!is_there)
		word_index_add_part(out, kind, term, first);
}

static void add_word_parts(struct strbuf *out, size_t start,
			   const struct match_word *word)
{
	add_part(out, start, WORD_FORM, word->form);
	add_part(out, start, WORD_STEM, word->stem);
	add_part(out, start, WORD_KEY, word->key);
	add_part(out, start, WORD_LEMMA, word->lemma);
}

static void add_quoted(struct strbuf *out, struct str phrase, bool prefix,
		       bool *first)
{
	strbuf_add_z(out, *first ? "\"" : " OR \"");
	for (size_t i = 0; i < phrase.len; i++) {
		if (phrase.data[i] == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, phrase.data[i]);
	}
	strbuf_add_z(out, prefix ? "\"*" : "\"");
	*first = false;
}

static bool is_prefix(const struct matcher *m,
		      const struct match_reading *reading)
{
	return m->words.items[reading->first + reading->count - 1].prefix;
}

/* The readings that are one word are one phrase: what stands at one place is
 * found once, whatever finds it. Returns how many phrases there are. */
static size_t add_term(const struct matcher *m, size_t term, struct strbuf *out)
{
	struct strbuf phrase = STRBUF_INIT;
	bool first = true, prefix = false;
	size_t phrases = 0;

	strbuf_add_char(out, '(');
	for (size_t i = 0; i < m->readings.count; i++) {
		const struct match_reading *reading = &m->readings.items[i];

		if (reading->term != term || reading->count > 1)
			continue;
		add_word_parts(&phrase, 0, &m->words.items[reading->first]);
		prefix = is_prefix(m, reading);
	}
	if (phrase.len > 0) {
		add_quoted(out, strbuf_view(&phrase), prefix, &first);
		phrases++;
	}
	for (size_t i = 0; i < m->readings.count; i++) {
		const struct match_reading *reading = &m->readings.items[i];

		if (reading->term != term || reading->count == 1)
			continue;
		strbuf_clear(&phrase);
		for (size_t k = 0; k < reading->count; k++)
			add_word_parts(&phrase, k == 0 ? 0 : phrase.len,
				       &m->words.items[reading->first + k]);
		add_quoted(out, strbuf_view(&phrase), is_prefix(m, reading),
			   &first);
		phrases++;
	}
	strbuf_add_char(out, ')');
	strbuf_release(&phrase);
	return phrases;
}

void matcher_add_fts_term(const struct matcher *m, size_t term,
			  struct strbuf *out)
{
	add_term(m, term, out);
}

/* `above` is the operator around the node: a chain of one operator needs no
 * brackets, which keeps FTS5's parser from going deep. */
static void add_fts_node(struct matcher *m, struct strbuf *out, size_t index,
			 enum ask_kind above)
{
	static const char *const operators[] = {
		[ASK_AND] = " AND ", [ASK_OR] = " OR ", [ASK_NOT] = " NOT "
	};
	const struct ask_node *node = &m->ask->nodes.items[index];
	bool brackets = node->kind != above || node->kind == ASK_NOT;

	if (node->kind == ASK_TERM) {
		for (size_t left = add_term(m, node->left, out); left > 0;
		     left--)
			*LIST_ADD(&m->phrases) = node->left;
		return;
	}
	if (brackets)
		strbuf_add_char(out, '(');
	add_fts_node(m, out, node->left, node->kind);
	strbuf_add_z(out, operators[node->kind]);
	add_fts_node(m, out, node->right, node->kind);
	if (brackets)
		strbuf_add_char(out, ')');
}

void matcher_add_fts(struct matcher *matcher, struct strbuf *out)
{
	LIST_CLEAR(&matcher->phrases);
	add_fts_node(matcher, out, matcher->ask->nodes.count - 1, ASK_TERM);
}
