#include "match.h"

#include <stdlib.h>

void matcher_add_lang(struct matcher *matcher, struct str lang)
{
	*LIST_ADD(&matcher->langs) = lang;
}

/* Append what a word may be in the index; it begins at `start`. */
static void add_word_terms(const struct matcher *m, struct strbuf *out,
			   size_t start, const struct match_word *asked)
{
	const struct word_texts *word = &asked->texts;
	const struct { int kind; struct str text; } list[] = {
		{ WORD_FORM, asked->is_acronym ? STR_NONE : word->form },
		{ WORD_STEM, word->stem }, { WORD_LEMMA, word->lemma },
		{ WORD_KEY, word->key }
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
	for (size_t i = 0; i < asked->stem_count; i++)
		word_index_add_asked(out, start, WORD_STEM,
				     m->stems.items[asked->first_stem + i],
				     &word->lang, 1);
}

static void add_quoted(struct strbuf *out, struct str phrase, bool prefix)
{
	strbuf_add_char(out, '"');
	for (size_t i = 0; i < phrase.len; i++) {
		if (phrase.data[i] == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, phrase.data[i]);
	}
	strbuf_add_z(out, prefix ? "\"*" : "\"");
}

/* A phrase of a term, as FTS5 has it. */
struct phrase {
	struct str text;     /* quoted, with a star where it may go on */
	const struct match_reading *reading; /* the first of those that it is */
};
struct phrases { struct phrase *items; size_t count, capacity; };

static void add_phrase(struct matcher *m, struct phrases *phrases,
		       struct str text, bool prefix,
		       const struct match_reading *reading)
{
	struct strbuf quoted = STRBUF_INIT;

	add_quoted(&quoted, text, prefix);
	*LIST_ADD(phrases) = (struct phrase){
		str_copy(&m->arena, strbuf_view(&quoted)), reading
	};
	strbuf_release(&quoted);
}

/* A reading as a phrase, or as several if its last word may go on. */
static void add_phrases(struct matcher *m, struct phrases *phrases,
			const struct match_reading *reading)
{
	const struct match_word *words = &m->words.items[reading->first];
	const struct match_word *last = &words[reading->count - 1];
	struct strbuf phrase = STRBUF_INIT;
	size_t before;

	for (size_t i = 0; i < reading->count - last->prefix; i++)
		add_word_terms(m, &phrase, phrase.len, &words[i]);
	before = phrase.len;
	if (!last->prefix)
		add_phrase(m, phrases, strbuf_view(&phrase), false, reading);
	for (size_t i = 0; last->prefix; i++) {
		bool is_lemma = last->texts.lemma.len > 0;

		phrase.len = before;
		if (!word_index_add_beginning(&phrase, is_lemma ? WORD_LEMMA
								: WORD_FORM,
					      is_lemma ? last->texts.lemma
						       : last->texts.form, i))
			break;
		add_phrase(m, phrases, strbuf_view(&phrase), true, reading);
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
static void find_phrases(struct matcher *m, size_t term,
			 struct phrases *phrases)
{
	const struct match_reading *end = m->readings.items + m->readings.count;
	const struct match_reading *first = NULL, *reading;
	struct strbuf word = STRBUF_INIT;

	for (reading = m->readings.items; reading < end; reading++) {
		if (reading->term != term || !is_one_word(m, reading))
			continue;
		add_word_terms(m, &word, 0,
			       &m->words.items[reading->first]);
		first = first ? first : reading;
	}
	if (first)
		add_phrase(m, phrases, strbuf_view(&word), false, first);
	for (reading = m->readings.items; reading < end; reading++)
		if (reading->term == term && !reading->is_list &&
		    !is_one_word(m, reading))
			add_phrases(m, phrases, reading);
	strbuf_release(&word);
}

/* Append one; FTS5 numbers phrases as they come, and so do we. */
static void put_phrase(struct matcher *m, struct strbuf *out,
		       const struct phrase *phrase)
{
	strbuf_add(out, phrase->text);
	*LIST_ADD(&m->phrases) = (struct match_phrase){
		phrase->reading->term, phrase->reading->count,
		(size_t)(phrase->reading - m->readings.items), false
	};
}

/* The two words of a list: the first is no hit, the number is one, if nothing
 * else is found there. */
static void add_list_term(struct matcher *m, struct strbuf *out,
			  const struct match_reading *reading)
{
	enum { LIST_WORDS = 20 };

	strbuf_add_z(out, " OR NEAR(");
	for (size_t i = 0; i < reading->count; i++) {
		struct strbuf phrase = STRBUF_INIT;

		add_word_terms(m, &phrase, 0,
			       &m->words.items[reading->first + i]);
		add_quoted(out, strbuf_view(&phrase), false);
		strbuf_add_char(out, ' ');
		*LIST_ADD(&m->phrases) = (struct match_phrase){
			reading->term, i,
			m->readings.count +
				(size_t)(reading - m->readings.items),
			true
		};
		strbuf_release(&phrase);
	}
	strbuf_addf(out, ", %d)", LIST_WORDS);
}

static void add_term(struct matcher *m, size_t term, struct strbuf *out)
{
	struct phrases phrases = { NULL, 0, 0 };

	find_phrases(m, term, &phrases);
	strbuf_add_char(out, '(');
	for (size_t i = 0; i < phrases.count; i++) {
		strbuf_add_z(out, i == 0 ? "" : " OR ");
		put_phrase(m, out, &phrases.items[i]);
	}
	for (size_t i = 0; i < m->readings.count; i++)
		if (m->readings.items[i].term == term &&
		    m->readings.items[i].is_list)
			add_list_term(m, out, &m->readings.items[i]);
	strbuf_add_char(out, ')');
	free(phrases.items);
}

/* FTS5 has NEAR of phrases alone: each of one term beside each of the other. */
static void add_near(struct matcher *m, struct strbuf *out,
		     const struct ask_node *node)
{
	const struct ask_node *nodes = m->ask->nodes.items;
	struct phrases left = { NULL, 0, 0 }, right = { NULL, 0, 0 };

	find_phrases(m, nodes[node->left].left, &left);
	find_phrases(m, nodes[node->right].left, &right);
	strbuf_add_char(out, '(');
	for (size_t i = 0; i < left.count; i++)
		for (size_t k = 0; k < right.count; k++) {
			strbuf_add_z(out, i + k == 0 ? "NEAR(" : " OR NEAR(");
			put_phrase(m, out, &left.items[i]);
			strbuf_add_char(out, ' ');
			put_phrase(m, out, &right.items[k]);
			strbuf_addf(out, ", %u)", node->near);
		}
	strbuf_add_char(out, ')');
	free(left.items);
	free(right.items);
}

void matcher_add_fts_term(struct matcher *m, size_t term, struct strbuf *out)
{
	size_t before = m->phrases.count;

	add_term(m, term, out);
	m->phrases.count = before;
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
		add_term(m, node->left, out);
		return;
	}
	if (node->kind == ASK_NEAR) {
		add_near(m, out, node);
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
