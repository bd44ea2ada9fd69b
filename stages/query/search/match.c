#include "match.h"

#include "asked.h"

#include "utf8.h"
#include "word_parts.h"

#include <stdlib.h>

struct compiler {
	struct matcher *matcher;
	const struct match_lore *lore;
	struct languages *languages;
	struct words *words;
	struct articles *articles;   /* or NULL */
	const struct match_language *list;
	size_t count;
	bool is_less;                /* the term takes away from others */
};

static struct str copy(struct compiler *c, struct strbuf *text)
{
	struct str kept = str_copy(&c->matcher->arena, strbuf_view(text));

	strbuf_release(text);
	return kept;
}

static struct str text_of(struct compiler *c, word_id word)
{
	struct strbuf text = STRBUF_INIT;

	word_index_add_text(&text, words_text(c->words, word));
	return copy(c, &text);
}

static struct str stem_of(struct compiler *c, word_id word)
{
	struct strbuf text = STRBUF_INIT;

	word_index_add_stem(&text, words_text(c->words, word));
	return copy(c, &text);
}

/* A function word is no name, although one in capitals may share its key. */
static bool is_stopword(const struct compiler *c, word_id form)
{
	for (size_t i = 0; i < c->count; i++)
		if (languages_is_stopword(c->languages, c->list[i].id, form))
			return true;
	return false;
}

static word_id key_of(struct compiler *c, lang_id lang, word_id form)
{
	return languages_key(c->languages,
			     languages_head(c->languages, lang, form));
}

word_id match_stem(const struct match_lore *lore, lang_id lang, word_id form)
{
	return languages_is_also(lore->languages, lang,
				 words_shape(lore->words, form))
		? languages_stem_also(lore->languages, lang, form)
		: languages_stem(lore->languages, lang, form);
}

/* Whether a word of the question, in capitals, is an acronym in one of the
 * languages that it may be of. */
static bool is_acronym(struct compiler *c, word_id form)
{
	const uint8_t both = SHAPE_LATIN | SHAPE_CYRILLIC;
	uint8_t shape = words_shape(c->words, form);

	if (!(shape & SHAPE_ALL_CAPITAL))
		return false;
	for (size_t i = 0; i < c->count; i++)
		if ((c->list[i].script & shape & both) &&
		    languages_acronym(c->languages, c->list[i].id, form))
			return true;
	return false;
}

/* Whether one of the languages that are usually written so has the word. */
static bool is_known(const struct compiler *c, uint8_t scripts, word_id form)
{
	for (size_t i = 0; i < c->count; i++)
		if ((c->list[i].script & scripts) &&
		    languages_know(c->languages, c->list[i].id, form))
			return true;
	return false;
}

/* A key has no digits: COVID-19 is not COVID-20. A word in small letters may have
 * the key of another word by chance, which match_is_chance sees only where it is
 * a hit. */
static bool may_be_name(struct compiler *c, word_id form)
{
	uint8_t shape = words_shape(c->words, form);

	return words_kind(c->words, form) == KIND_WORD &&
	       !(shape & SHAPE_DIGIT) && !is_stopword(c, form) &&
	       !(c->is_less && !(shape & SHAPE_CAPITAL) &&
		 is_known(c, shape & (SHAPE_LATIN | SHAPE_CYRILLIC), form));
}

static void add_stems(struct compiler *c, const struct match_language *lang,
		      word_id form, struct match_word *word)
{
	struct asked_stems asked;

	if (languages_is_also(c->languages, lang->id,
			      words_shape(c->words, form))) {
		asked.stems[0] = match_stem(c->lore, lang->id, form);
		asked.count = 1;
	} else {
		languages_asked(c->languages, c->words, lang->id, form, &asked);
	}
	word->texts.lang = lang->code;
	word->first_stem = c->matcher->stems.count;
	for (size_t i = 0; i < asked.count; i++) {
		struct str stem = stem_of(c, asked.stems[i]);

		if (i == 0)
			word->texts.stem = stem;
		else
			*LIST_ADD(&c->matcher->stems) = stem;
		word->stem_count += i > 0;
	}
}

static void add_word(struct compiler *c, enum ask_how how,
		     const struct match_language *lang, word_id form)
{
	struct match_word word = { .prefix = false };
	struct word_texts *texts = &word.texts;

	if (how == ASK_LEMMA)
		texts->lemma = text_of(c, form);
	if (how == ASK_ANY || how == ASK_EXACT)
		texts->form = text_of(c, words_fold(c->words, form));
	if (how == ASK_ANY || how == ASK_STEM)
		add_stems(c, lang, form, &word);
	word.is_acronym = how == ASK_ANY && is_acronym(c, form);
	if (how == ASK_NAME ||
	    (how == ASK_ANY && may_be_name(c, form) && !word.is_acronym))
		texts->key = text_of(c, key_of(c, lang->id, form));
	*LIST_ADD(&c->matcher->words) = word;
}

/* Whether the term has a word that is in none of these. */
static bool has_unknown(const struct compiler *c, uint8_t scripts,
			struct str text)
{
	struct pieces pieces = { NULL, 0, 0 };
	bool found = false;

	languages_split(c->languages, LANG_UND, text, &pieces);
	for (size_t i = 0; i < pieces.count && !found; i++)
		found = words_kind(c->words, pieces.items[i].form) ==
				KIND_WORD &&
			!is_known(c, scripts, pieces.items[i].form);
	free(pieces.items);
	return found;
}

static uint8_t scripts_of(const struct compiler *c, struct str text)
{
	return words_shape(c->words, words_add(c->words, text)) &
	       (SHAPE_LATIN | SHAPE_CYRILLIC);
}

/* May a term be in the language by its script? */
static bool is_usual(const struct compiler *c, const struct match_language *lang,
		     struct str text)
{
	uint8_t scripts = scripts_of(c, text);

	return lang->script == 0 || scripts == 0 || (scripts & lang->script);
}

/* In a script that it is seldom written in only where no language that usually
 * is has its words. */
static bool may_fit(const struct compiler *c, const struct match_language *lang,
		    struct str text)
{
	uint8_t scripts = scripts_of(c, text);

	return scripts == lang->also && has_unknown(c, scripts, text);
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
		    !str_equal(v->texts.lemma, w->texts.lemma) ||
		    !str_equal(v->texts.key, w->texts.key))
			return false;
	}
	return true;
}

struct forms { word_id *items; size_t count, capacity; };

/* Words that follow one another are a reading of the term, unless it has the
 * same already. Returns whether it is new. */
static bool add_reading(struct compiler *c, const struct ask_node *term,
			const struct match_language *lang, const word_id *forms,
			size_t count)
{
	struct matcher *m = c->matcher;
	struct match_reading reading = {
		term->left, m->words.count, count, false
	};

	for (size_t i = 0; i < count; i++)
		add_word(c, term->how, lang, forms[i]);
	if (term->prefix) {
		struct match_word *last = &m->words.items[m->words.count - 1];

		last->prefix = true;
		if (term->how != ASK_LEMMA)
			last->texts.form = text_of(c, words_fold(
						c->words, forms[count - 1]));
		last->texts.stem = last->texts.lang = STR_NONE;
		last->stem_count = 0;
		last->is_acronym = false;
		last->texts.key = STR_NONE;
	}
	for (size_t i = 0; i < m->readings.count; i++)
		if (m->readings.items[i].term == term->left &&
		    !m->readings.items[i].is_list &&
		    is_same(m, &m->readings.items[i], &reading)) {
			m->words.count = reading.first;
			return false;
		}
	*LIST_ADD(&m->readings) = reading;
	return true;
}

static bool is_compound(struct compiler *c, word_id form)
{
	return (words_shape(c->words, form) & SHAPE_COMPOUND) != 0;
}

/* And as one what is several here: dala.xt where .xt is no domain. */
static void add_whole(struct compiler *c, const struct ask_node *term,
		      const struct match_language *lang, struct str text,
		      const struct forms *forms)
{
	word_id whole;

	if (forms->count == 1 || term->is_quoted ||
	    str_find(text, STR(" "), 0) < text.len)
		return;
	whole = words_add(c->words, text);
	if (words_is_word(c->words, whole))
		add_reading(c, term, lang, &whole, 1);
}

/* A text may have as several words what was asked for as one. */
static void add_apart(struct compiler *c, const struct ask_node *term,
		      const struct match_language *lang,
		      const struct forms *forms)
{
	struct forms apart = { NULL, 0, 0 };
	bool any = false;

	for (size_t i = 0; i < forms->count; i++) {
		struct str text = words_text(c->words, forms->items[i]), run;
		size_t at = 0;

		any |= is_compound(c, forms->items[i]);
		while (word_parts_next(text, &at, &run))
			*LIST_ADD(&apart) = words_add(c->words, run);
	}
	if (any)
		add_reading(c, term, lang, apart.items, apart.count);
	free(apart.items);
}

/* And as one what is two in a phrase: "Telegram канал". */
static void add_joined(struct compiler *c, const struct ask_node *term,
		       const struct match_language *lang,
		       const struct forms *forms)
{
	struct forms joined = { NULL, 0, 0 };

	for (size_t i = 0; i + 1 < forms->count; i++) {
		struct strbuf both = STRBUF_INIT;

		if (words_kind(c->words, forms->items[i]) != KIND_WORD ||
		    words_kind(c->words, forms->items[i + 1]) != KIND_WORD)
			continue;
		LIST_CLEAR(&joined);
		strbuf_add(&both, words_text(c->words, forms->items[i]));
		strbuf_add_char(&both, '-');
		strbuf_add(&both, words_text(c->words, forms->items[i + 1]));
		for (size_t k = 0; k < forms->count; k++)
			if (k != i + 1)
				*LIST_ADD(&joined) = k == i
					? words_add(c->words, strbuf_view(&both))
					: forms->items[k];
		add_reading(c, term, lang, joined.items, joined.count);
		strbuf_release(&both);
	}
	free(joined.items);
}

/* Read a text in one language as the term. */
static void read_text(struct compiler *c, const struct ask_node *term,
		      const struct match_language *lang, struct str text)
{
	enum { LONGEST_JOINED = 4 };
	struct pieces pieces = { NULL, 0, 0 };
	struct forms forms = { NULL, 0, 0 };

	languages_split(c->languages, lang->id, text, &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		if (words_is_word(c->words, pieces.items[i].form))
			*LIST_ADD(&forms) = pieces.items[i].form;
	if (forms.count > 0) {
		add_reading(c, term, lang, forms.items, forms.count);
		add_whole(c, term, lang, text, &forms);
		add_apart(c, term, lang, &forms);
		if (term->is_quoted && forms.count <= LONGEST_JOINED)
			add_joined(c, term, lang, &forms);
	}
	free(pieces.items);
	free(forms.items);
}

/* Append the text with a capital at the beginning of each run. */
static void add_title(struct strbuf *out, struct str text)
{
	size_t at = 0, end = 0;
	struct str run;

	while (word_parts_next(text, &at, &run)) {
		size_t start = (size_t)(run.data - text.data), next = 0;

		strbuf_add(out, str_slice(text, end, start));
		utf8_add(out, utf8_upper_char(utf8_next(run, &next)));
		strbuf_add(out, str_slice(run, next, run.len));
		end = start + run.len;
	}
	strbuf_add(out, str_slice(text, end, text.len));
}

/* How a word with a hyphen is cut goes by its capitals, which a question does
 * not have to have: алма-ата is read as Алма-Ата too, and the reverse. */
static void read_term(struct compiler *c, const struct ask_node *term,
		      const struct match_language *lang)
{
	const struct str www = STR("www.");
	word_id whole = words_add(c->words, term->text);
	struct strbuf small = STRBUF_INIT, title = STRBUF_INIT;

	read_text(c, term, lang, term->text);
	if (is_compound(c, whole)) {
		utf8_add_fold(&small, term->text);
		add_title(&title, strbuf_view(&small));
		read_text(c, term, lang, strbuf_view(&small));
		if (words_kind(c->words, whole) == KIND_WORD)
			read_text(c, term, lang, strbuf_view(&title));
		if (str_has_prefix(strbuf_view(&small), www))
			read_text(c, term, lang,
				  str_slice(strbuf_view(&small), www.len,
					    small.len));
	}
	strbuf_release(&small);
	strbuf_release(&title);
}

static const struct match_language *language_of(const struct compiler *c,
						lang_id lang)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->list[i].id == lang)
			return &c->list[i];
	return NULL;
}

/* The word for an article, and a number not far from it. */
static void add_list(struct compiler *c, const struct ask_node *term,
		     const struct match_language *lang, const word_id forms[2])
{
	struct match_reading list = {
		term->left, c->matcher->words.count, 2, true
	};

	add_word(c, ASK_ANY, lang, forms[0]);
	add_word(c, ASK_EXACT, lang, forms[1]);
	*LIST_ADD(&c->matcher->readings) = list;
}

/* 212-бап, 212 бап */
static void add_behind(struct compiler *c, const struct ask_node *term,
		       const struct match_language *lang, word_id digits,
		       word_id name)
{
	struct strbuf text = STRBUF_INIT;
	word_id both;

	strbuf_add(&text, words_text(c->words, digits));
	strbuf_add_char(&text, '-');
	strbuf_add(&text, words_text(c->words, name));
	both = words_add(c->words, strbuf_view(&text));
	add_reading(c, term, lang, &both, 1);
	add_reading(c, term, lang, (word_id[]){ digits, name }, 2);
	strbuf_release(&text);
}

static void read_article(struct compiler *c, const struct ask_node *term,
			 const struct article_word *word, struct str number)
{
	const struct match_language *lang = language_of(c, word->lang);
	word_id name = words_add(c->words, word->word);
	word_id digits = words_add(c->words, number);
	struct ask_node exact = *term;

	if (!lang)
		return;
	exact.how = ASK_EXACT;
	if (word->by_form) {
		add_reading(c, &exact, lang, (word_id[]){ digits, name }, 2);
		return;
	}
	add_list(c, term, lang, (word_id[]){ name, digits });
	if (word->before)
		add_reading(c, term, lang, (word_id[]){ name, digits }, 2);
	if (word->behind)
		add_behind(c, term, lang, digits, name);
}

/* An article of a law is called otherwise in each language. */
static int read_articles(struct compiler *c, const struct ask_node *term,
			 struct err *err)
{
	struct str number = STR_NONE;
	int rc = 0;

	if (c->articles && term->how == ASK_ANY && !term->prefix)
		number = articles_number(c->articles, term->text);
	if (number.len == 0)
		return 0;
	for (size_t i = 0; rc == 0 && i < articles_count(c->articles); i++) {
		const struct article_word *word = articles_word(c->articles, i);

		rc = languages_need_asked(c->languages, word->lang, err);
		if (rc == 0)
			read_article(c, term, word, number);
	}
	return rc;
}

static int load_term(struct compiler *c, const struct ask_node *term,
		     struct err *err)
{
	size_t before = c->matcher->readings.count;
	bool is_read[LANG_MAX + 1];
	int rc = 0;

	/* of languages that are seldom written so what the others know decides */
	for (size_t k = 0; rc == 0 && k < c->count; k++) {
		is_read[k] = is_usual(c, &c->list[k], term->text);
		if (is_read[k])
			rc = languages_need_asked(c->languages, c->list[k].id,
						  err);
	}
	for (size_t k = 0; rc == 0 && k < c->count; k++) {
		if (is_read[k] || !may_fit(c, &c->list[k], term->text))
			continue;
		is_read[k] = true;
		rc = languages_need_asked(c->languages, c->list[k].id, err);
	}
	if (rc < 0)
		return rc;
	for (size_t k = 0; k < c->count; k++)
		if (is_read[k])
			read_term(c, term, &c->list[k]);
	if (c->matcher->readings.count > before)
		return read_articles(c, term, err);
	return err_set(err, ERR_USAGE, "the question, character %zu: "
		       "'%.*s' holds no word", term->position,
		       STR_ARGS(term->text));
}

/* Whether a node stands in what NOT takes away, `is_less` of the node at hand. */
static bool is_taken_away(const struct ask *ask, size_t index, size_t wanted,
			  bool is_less)
{
	const struct ask_node *node = &ask->nodes.items[index];

	if (index == wanted)
		return is_less;
	if (node->kind == ASK_TERM)
		return false;
	return is_taken_away(ask, node->left, wanted, is_less) ||
	       is_taken_away(ask, node->right, wanted,
			     is_less || node->kind == ASK_NOT);
}

int matcher_load(struct matcher *matcher, const struct ask *ask,
		 const struct match_lore *lore, struct err *err)
{
	struct compiler c = {
		matcher, lore, lore->languages, lore->words, lore->articles,
		lore->list, lore->count, false
	};
	int rc = 0;

	*matcher = (struct matcher){ .ask = ask, .arena = ARENA_INIT };
	for (size_t i = 0; rc == 0 && i < ask->nodes.count; i++) {
		const struct ask_node *node = &ask->nodes.items[i];

		c.is_less = node->kind == ASK_TERM &&
			    is_taken_away(ask, ask->nodes.count - 1, i, false);
		if (node->kind == ASK_TERM)
			rc = load_term(&c, node, err);
	}
	if (rc < 0)
		matcher_release(matcher);
	return rc;
}

void matcher_release(struct matcher *matcher)
{
	LIST_RELEASE(&matcher->readings);
	LIST_RELEASE(&matcher->phrases);
	LIST_RELEASE(&matcher->words);
	LIST_RELEASE(&matcher->stems);
	LIST_RELEASE(&matcher->langs);
	arena_release(&matcher->arena);
}
