#include "match.h"

#include <stdlib.h>

struct compiler {
	struct matcher *matcher;
	struct languages *languages;
	struct words *words;
	const struct match_language *list;
	size_t count;
};

static struct str text_of(struct compiler *c, word_id word)
{
	struct strbuf text = STRBUF_INIT;
	struct str copy;

	word_index_add_text(&text, words_text(c->words, word));
	copy = str_copy(&c->matcher->arena, strbuf_view(&text));
	strbuf_release(&text);
	return copy;
}

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
	struct match_word word = { .prefix = false };
	struct word_texts *texts = &word.texts;

	if (term->lemma) {
		texts->lemma = text_of(c, form);
	} else {
		word_id key = 0;

		if (words_kind(c->words, form) == KIND_WORD &&
		    !is_stopword(c, form))
			key = languages_key(c->languages, form);
		texts->form = text_of(c, words_fold(c->words, form));
		texts->stem = text_of(c, languages_stem(c->languages, lang->id,
							form));
		texts->lang = lang->code;
		if (key)
			texts->key = text_of(c, key);
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

		if (!str_equal(v->texts.form, w->texts.form) ||
		    !str_equal(v->texts.stem, w->texts.stem) ||
		    !str_equal(v->texts.lang, w->texts.lang) ||
		    !str_equal(v->texts.lemma, w->texts.lemma))
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
		if (words_is_word(c->words, pieces.items[i].form))
			add_word(c, term, lang, pieces.items[i].form);
	free(pieces.items);
	reading.count = m->words.count - reading.first;
	if (reading.count == 0)
		return false;
	if (term->prefix) {
		struct match_word *last = &m->words.items[m->words.count - 1];

		last->prefix = true;
		last->texts.stem = last->texts.lang = STR_NONE;
		last->texts.key = STR_NONE;
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
	int rc = 0;

	*matcher = (struct matcher){ .ask = ask, .arena = ARENA_INIT };
	for (size_t i = 0; i < ask->nodes.count; i++) {
		const struct ask_node *term = &ask->nodes.items[i];
		bool found = false;

		if (term->kind != ASK_TERM)
			continue;
		for (size_t k = 0; rc == 0 && k < count; k++) {
			if (!fits(words, &list[k], term->text))
				continue;
			rc = languages_need_stem(languages, list[k].id, err);
			if (rc == 0)
				found |= read_term(&c, term, &list[k]);
		}
		if (rc < 0) {
			matcher_release(matcher);
			return rc;
		}
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
	LIST_RELEASE(&matcher->langs);
	arena_release(&matcher->arena);
}

void matcher_add_lang(struct matcher *matcher, struct str lang)
{
	*LIST_ADD(&matcher->langs) = lang;
}

/* Append what a word may be in the index; it begins at `start`. */
static void add_word_terms(const struct matcher *m, struct strbuf *out,
			   size_t start, const struct word_texts *word)
{
	const struct { int kind; struct str text; } list[] = {
		{ WORD_FORM, word->form }, { WORD_STEM, word->stem },
		{ WORD_LEMMA, word->lemma }, { WORD_KEY, word->key }
	};

	for (size_t i = 0; i < COUNT_OF(list); i++) {
		bool is_stem = list[i].kind == WORD_STEM;

		if (list[i].text.len > 0)
			word_index_add_asked(out, start, list[i].kind,
					     list[i].text,
					     is_stem ? &word->lang
						     : m->langs.items,
					     is_stem ? 1 : m->langs.count);
	}
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

struct phrases {
	const struct matcher *m;
	struct strbuf *out;
	struct match_phrases *list; /* they are told to, or NULL */
	bool first;
};

/* `reading`: the first of those that are this phrase. */
static void add_phrase(struct phrases *phrases, struct str phrase, bool prefix,
		       const struct match_reading *reading)
{
	add_quoted(phrases->out, phrase, prefix, &phrases->first);
	if (phrases->list)
		*LIST_ADD(phrases->list) = (struct match_phrase){
			reading->term, reading->count,
			(size_t)(reading - phrases->m->readings.items)
		};
}

/* A reading as a phrase, or as several if its last word may go on. */
static void add_reading(struct phrases *phrases,
			const struct match_reading *reading)
{
	const struct match_word *words = &phrases->m->words.items[
		reading->first];
	const struct match_word *last = &words[reading->count - 1];
	struct strbuf phrase = STRBUF_INIT;
	size_t before;

	for (size_t i = 0; i < reading->count - last->prefix; i++)
		add_word_terms(phrases->m, &phrase, phrase.len,
			       &words[i].texts);
	before = phrase.len;
	if (!last->prefix)
		add_phrase(phrases, strbuf_view(&phrase), false, reading);
	for (size_t i = 0; last->prefix; i++) {
		bool is_lemma = last->texts.lemma.len > 0;

		phrase.len = before;
		if (!word_index_add_beginning(&phrase, is_lemma ? WORD_LEMMA
								: WORD_FORM,
					      is_lemma ? last->texts.lemma
						       : last->texts.form, i))
			break;
		add_phrase(phrases, strbuf_view(&phrase), true, reading);
	}
	strbuf_release(&phrase);
}

static bool is_one_word(const struct matcher *m,
			const struct match_reading *reading)
{
	return reading->count == 1 && !m->words.items[reading->first].prefix;
}

/* The readings that are one word are one phrase: what stands at one place is
 * found once, whatever finds it. */
static void add_term(const struct matcher *m, size_t term, struct strbuf *out,
		     struct match_phrases *list)
{
	struct phrases phrases = { m, out, list, true };
	const struct match_reading *end = m->readings.items + m->readings.count;
	const struct match_reading *first = NULL, *reading;
	struct strbuf word = STRBUF_INIT;

	strbuf_add_char(out, '(');
	for (reading = m->readings.items; reading < end; reading++) {
		if (reading->term != term || !is_one_word(m, reading))
			continue;
		add_word_terms(m, &word, 0,
			       &m->words.items[reading->first].texts);
		first = first ? first : reading;
	}
	if (first)
		add_phrase(&phrases, strbuf_view(&word), false, first);
	for (reading = m->readings.items; reading < end; reading++)
		if (reading->term == term && !is_one_word(m, reading))
			add_reading(&phrases, reading);
	strbuf_add_char(out, ')');
	strbuf_release(&word);
}

void matcher_add_fts_term(const struct matcher *m, size_t term,
			  struct strbuf *out)
{
	add_term(m, term, out, NULL);
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
		add_term(m, node->left, out, &m->phrases);
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
