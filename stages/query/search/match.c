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
	LIST_RELEASE(&matcher->words);
	arena_release(&matcher->arena);
}

static void add_quoted(struct strbuf *out, const char *column, struct str text,
		       bool prefix, bool *first)
{
	if (text.len == 0)
		return;
	strbuf_addf(out, "%s%s:\"", *first ? "" : " OR ", column);
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, text.data[i]);
	}
	strbuf_add_z(out, prefix ? "\"*" : "\"");
	*first = false;
}

static void add_fts_word(struct strbuf *out, const struct match_word *word)
{
	bool first = true;

	strbuf_add_char(out, '(');
	add_quoted(out, "form", word->form, word->prefix, &first);
	add_quoted(out, "stem", word->stem, false, &first);
	add_quoted(out, "key", word->key, false, &first);
	add_quoted(out, "lemma", word->lemma, word->prefix, &first);
	strbuf_add_char(out, ')');
}

void matcher_add_fts_term(const struct matcher *m, size_t term,
			  struct strbuf *out)
{
	bool first = true;

	strbuf_add_char(out, '(');
	for (size_t i = 0; i < m->readings.count; i++) {
		const struct match_reading *reading = &m->readings.items[i];

		if (reading->term != term)
			continue;
		if (!first)
			strbuf_add_z(out, " OR ");
		first = false;
		strbuf_add_char(out, '(');
		for (size_t k = 0; k < reading->count; k++) {
			if (k > 0)
				strbuf_add_z(out, " AND ");
			add_fts_word(out, &m->words.items[reading->first + k]);
		}
		strbuf_add_char(out, ')');
	}
	strbuf_add_char(out, ')');
}

/* `above` is the operator around the node: a chain of one operator needs no
 * brackets, which keeps FTS5's parser from going deep. */
static void add_fts_node(const struct matcher *m, struct strbuf *out,
			 size_t index, enum ask_kind above)
{
	const struct ask_node *node = &m->ask->nodes.items[index];
	bool brackets = node->kind != above;

	if (node->kind == ASK_TERM) {
		matcher_add_fts_term(m, node->left, out);
		return;
	}
	if (node->kind == ASK_NOT) {
		add_fts_node(m, out, node->left, above);
		return;
	}
	if (brackets)
		strbuf_add_char(out, '(');
	add_fts_node(m, out, node->left, node->kind);
	strbuf_add_z(out, node->kind == ASK_AND ? " AND " : " OR ");
	add_fts_node(m, out, node->right, node->kind);
	if (brackets)
		strbuf_add_char(out, ')');
}

void matcher_add_fts(const struct matcher *matcher, struct strbuf *out)
{
	add_fts_node(matcher, out, matcher->ask->nodes.count - 1, ASK_TERM);
}
