#include "stem.h"

#include "document_stages.h"
#include "inner_words.h"
#include "utf8.h"

#include <stdlib.h>

enum { AHEAD = 8 }; /* tokens; their words lie anywhere in memory */

struct stem_settings {
	const char *language;
};

struct stem_state {
	struct languages *languages;
	lang_id forced; /* LANG_UND: as tagged */
	struct inner_words inner;
};

static const struct program_option options[] = {
	{ 'l', "language", OPT_STRING, offsetof(struct stem_settings, language),
	  "CODE", "treat all text as CODE (default: as tagged)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

static int stem_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	const struct stem_settings *chosen = settings;
	struct stem_state *stem = memory_get(sizeof *stem);
	int rc;

	*stem = (struct stem_state){ .forced = LANG_UND };
	stem->languages = context->knowledge->languages;
	stem->inner.languages = stem->languages;
	stem->inner.words = context->knowledge->words;
	rc = languages_need(stem->languages,
			    LANGUAGES_STEM | LANGUAGES_KEY, err);
	if (rc == 0 && chosen->language) {
		stem->forced = languages_find(stem->languages,
					      str_of(chosen->language));
		if (stem->forced == LANG_UND)
			rc = err_set(err, ERR_USAGE, "--language: '%s' has no"
				     " row in languages.tsv",
				     chosen->language);
	}
	if (rc < 0)
		free(stem);
	*state = rc < 0 ? NULL : stem;
	return rc;
}

/* A name begins with a capital, or stands in a script that has none; a key has
 * no digits. */
static bool may_be_name(uint8_t shape)
{
	return !(shape & SHAPE_DIGIT) &&
	       ((shape & SHAPE_CAPITAL) ||
		!(shape & (SHAPE_LATIN | SHAPE_CYRILLIC)));
}

/* A lemma that is there stays, though it was the stem that there was. */
static void set_stem(struct document *doc, struct token *token, word_id stem)
{
	if ((token->flags & TOKEN_LEMMA) && token->stem != stem) {
		struct str lemma = token_lemma(doc, token);

		token_extra(doc, token)->lemma = lemma;
		token->flags &= (uint8_t)~TOKEN_LEMMA;
	}
	token->stem = stem;
}

/* A sentence, and whether it has small letters, once that was asked. */
struct stem_sentence {
	const struct token *tokens;
	size_t count;
	enum { SMALL_UNKNOWN, SMALL_NONE, SMALL_SOME } small;
};

/* A word of two letters or more that is not all in capitals has small ones. */
static bool is_small(struct words *words, word_id form)
{
	return words_kind(words, form) == KIND_WORD &&
	       !(words_shape(words, form) & SHAPE_ALL_CAPITAL) &&
	       utf8_chars(words_text(words, form)) > 1;
}

static bool has_small(struct words *words, struct stem_sentence *sentence)
{
	if (sentence->small != SMALL_UNKNOWN)
		return sentence->small == SMALL_SOME;
	sentence->small = SMALL_NONE;
	for (size_t i = 0; i < sentence->count; i++)
		if (is_small(words, sentence->tokens[i].form))
			sentence->small = SMALL_SOME;
	return sentence->small == SMALL_SOME;
}

static bool begins_in_capitals(struct str word)
{
	size_t at = 0;

	utf8_next(word, &at);
	return at < word.len && utf8_is_upper(utf8_next(word, &at));
}

/* The stem of a word with a capital that may be an acronym, or 0. */
static word_id acronym_of(const struct stem_state *stem, struct words *words,
			  lang_id lang, word_id form,
			  struct stem_sentence *sentence)
{
	if (!begins_in_capitals(words_text(words, form)) ||
	    !has_small(words, sentence))
		return 0;
	return languages_acronym(stem->languages, lang, form);
}

/* What a multiword token was parted into (n't) has no parts of its own. Words are
 * added: the token's own may lie elsewhere then. */
static const struct word *set_inner(struct stem_state *stem,
				    struct document *doc, struct token *token,
				    lang_id lang)
{
	token->inner = inner_words_of(&stem->inner, lang, token->form,
				      false);
	return words_get(doc->words, token->form);
}

static lang_id lang_of(const struct stem_state *stem, lang_id lang)
{
	return stem->forced != LANG_UND ? stem->forced : lang;
}

/* Are most words of the sentence in the script that is not the usual one of its
 * language? */
static bool is_also(const struct stem_state *stem, struct document *doc,
		    const struct sentence *sentence)
{
	lang_id lang = lang_of(stem, sentence->lang);
	size_t also = 0, usual = 0;

	if (!languages_may_also(stem->languages, lang))
		return false;
	for (size_t i = 0; i < sentence->token_count; i++) {
		const struct token *token =
			&doc->tokens.items[sentence->first_token + i];
		uint8_t shape = words_shape(doc->words, token->form);

		if (languages_is_also(stem->languages, lang, shape))
			also++;
		else if (shape & (SHAPE_LATIN | SHAPE_CYRILLIC))
			usual++;
	}
	return also > usual;
}

/* A sentence that is_also: its words are spelled as usual, but for names. */
static void stem_also(struct stem_state *stem, struct document *doc,
		      const struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->token_count; i++) {
		struct token *token =
			&doc->tokens.items[sentence->first_token + i];
		lang_id lang = lang_of(stem, token->lang);
		uint8_t shape = words_shape(doc->words, token->form);

		if (languages_is_also(stem->languages, lang, shape) &&
		    words_kind(doc->words, token->form) == KIND_WORD &&
		    (i == 0 || !(shape & SHAPE_CAPITAL)))
			set_stem(doc, token,
				 languages_stem_also(stem->languages, lang,
						     token->form));
		if (token->inner)
			token->inner = inner_words_of(&stem->inner, lang,
						      token->form, true);
	}
}

/* At the end of a sentence the full stop of a unit behind a number (50 чел.) is
 * the sentence's: the unit with it, where the language knows that, or 0. */
static word_id with_stop(struct stem_state *stem, struct document *doc,
			 const struct token *token,
			 const struct stem_sentence *sentence, lang_id lang)
{
	struct words *words = doc->words;
	size_t at = (size_t)(token - sentence->tokens);
	struct strbuf text = STRBUF_INIT;
	word_id form;

	if (at == 0 || at + 2 != sentence->count ||
	    !(token->flags & TOKEN_GLUED) ||
	    !str_equal(words_text(words, token[1].form), STR(".")) ||
	    !(words_shape(words, token[-1].form) &
	      (SHAPE_DIGIT | SHAPE_COMPOUND)))
		return 0;
	strbuf_add(&text, words_text(words, token->form));
	strbuf_add_char(&text, '.');
	form = words_add(words, strbuf_view(&text));
	strbuf_release(&text);
	return languages_know(stem->languages, lang, form) ? form : 0;
}

static void stem_token(struct stem_state *stem, struct document *doc,
		       struct token *token, struct stem_sentence *sentence,
		       bool is_part)
{
	lang_id lang = lang_of(stem, token->lang);
	word_id unit = with_stop(stem, doc, token, sentence, lang);
	const struct word *word = languages_stemmed(
		stem->languages, doc->words, lang, unit ? unit : token->form);
	enum word_kind kind = words_kind_of(doc->words, word);
	word_id acronym = 0;
	uint8_t shape;

	if (kind == KIND_PUNCT || kind == KIND_SYMBOL || kind == KIND_UNKNOWN)
		return;
	set_stem(doc, token, word->stem);
	if (unit) {
		token->flags |= word->is_lemma ? TOKEN_LEMMA : 0;
		return;
	}
	shape = words_shape_of(doc->words, word);
	if ((shape & SHAPE_COMPOUND) && !is_part)
		word = set_inner(stem, doc, token, lang);
	if (kind != KIND_WORD)
		return;
	if (shape & SHAPE_CAPITAL)
		acronym = acronym_of(stem, doc->words, lang, token->form,
				     sentence);
	word = words_get(doc->words, token->form);
	if (acronym)
		set_stem(doc, token, acronym);
	/* A capital inside a sentence makes a name, whose lemma is not that of
	 * the common word. */
	else if (word->is_lemma && (token == sentence->tokens ||
				    !(shape & SHAPE_CAPITAL)))
		token->flags |= TOKEN_LEMMA;
	if (may_be_name(shape))
		token->key = word->key && !(shape & SHAPE_COMPOUND)
			? word->key
			: languages_key(stem->languages,
					languages_head(stem->languages, lang,
						       token->form));
}

static bool tells_languages(const struct document *doc)
{
	for (size_t i = 0; i < doc->sentences.count; i++)
		if (doc->sentences.items[i].lang != LANG_UND)
			return true;
	for (size_t i = 0; i < doc->tokens.count; i++)
		if (doc->tokens.items[i].lang != LANG_UND)
			return true;
	return false;
}

/* Words that another tool has split come without languages. */
static int find_languages(struct languages *languages, struct document *doc,
			  struct err *err)
{
	lang_id hint = languages_find(languages,
				      document_meta(doc, STR("lang")));
	int rc = languages_need(languages, LANGUAGES_GUESS, err);

	for (size_t i = 0; rc == 0 && i < doc->sentences.count; i++) {
		struct sentence *s = &doc->sentences.items[i];
		struct token *token = &doc->tokens.items[s->first_token];

		s->lang = languages_guess(languages, sentence_text(doc, s),
					  hint);
		if (s->lang != LANG_UND)
			hint = s->lang;
		for (size_t k = 0; k < s->token_count; k++, token++)
			token->lang = languages_of_word(languages, s->lang,
							token->form);
	}
	return rc;
}

static int stem_document(void *state, struct document *doc, struct err *err)
{
	struct stem_state *stem = state;
	struct token *tokens = doc->tokens.items;
	size_t count = doc->tokens.count;

	if (stem->forced == LANG_UND && !tells_languages(doc) &&
	    find_languages(stem->languages, doc, err) < 0)
		return err->code;
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];
		size_t end = s->first_token + s->token_count, part_end = 0;
		struct stem_sentence sentence = {
			.tokens = &tokens[s->first_token],
			.count = s->token_count
		};

		for (size_t k = s->first_token; k < end; k++) {
			size_t ahead = k + AHEAD < count ? k + AHEAD : k;

			__builtin_prefetch(words_get(doc->words,
						     tokens[ahead].form));
			if (tokens[k].parts > 1)
				part_end = k + tokens[k].parts;
			stem_token(stem, doc, &tokens[k], &sentence,
				   k < part_end);
		}
		if (is_also(stem, doc, s))
			stem_also(stem, doc, s);
	}
	return 0;
}

static int stem_load_rest(void *state, struct err *err)
{
	struct stem_state *stem = state;

	return languages_need(stem->languages, LANGUAGES_GUESS, err);
}

static void stem_close(void *state)
{
	struct stem_state *stem = state;

	inner_words_release(&stem->inner);
	free(stem);
}

static const struct stage_need needs[] = {
	{ "tokenize", "words", document_has_words },
	{ .stage = NULL }
};

const struct stage stem_stage = {
	.program = {
		.name = "stem",
		.summary = "add a stem to every word and a key to every name",
		.group = GROUP_STAGE,
		.arguments = "[FILE…]",
		.description =
"Read a stream of sentences and write it with a stem for every word (Stem= in MISC): one for all forms of a word, by which esep-search looks words up; words derived from each other (person, personality) have each their own. English and Russian words that the tables of lexemes have (lexicons/en/lexemes.tsv, lexicons/ru/lexemes.tsv) get their dictionary form, of several the commonest, with ё as е: given has the stem give, шла and идёт have идти. Other English words lose their inflection, other Russian ones are cut by the Snowball stemmer, with reflexive verbs and nouns of verbs apart, and Kazakh words are cut to a known root, the likeliest of those that fit, by the tables of lexicons/kk (slots.tsv, suffixes.tsv, roots.tsv), those in Latin letters by their Cyrillic spelling (latin.tsv); such a stem need not be a word. Numbers, addresses and handles are put in lower case. Accents of English and Russian words fold (café, cafe); the possessive 's gets no stem, and is no term for esep-load.\n"
"\n"
"A word of two to four capitals in a sentence that has small letters too, which in small letters is another word, is taken for an acronym, and its stem is in capitals: US is not us. Other acronyms (NATO) have the stem of their small letters, as has every word of a sentence that is wholly in capitals. An ending behind the capitals comes off: БАҚ-тардың has the stem БАҚ.\n"
"\n"
"Where the tables know a word as a form of one dictionary word alone, that is its lemma too (column LEMMA); words with a capital inside a sentence get none, since they may be names. Lemmas that are there already, of another tool, stay as they are. Where no sentence of a document says its language (# lang), as those of other tools, each gets the one that its words speak for.\n"
"\n"
"A word with a capital letter also gets a name key (Key=): a coarse spelling in Latin letters that a name shares across scripts, romanisations, case forms and genders. Гүлнар Бажкенова, Гульнар Бажкеновой, Gulnar Bazhkenova and Gülnar Bajkenova have the same two keys.",
		.examples =
"  esep-tokenize < paragraphs.conllu | esep-stem > stems.conllu\n"
"      add stems and name keys\n"
"  esep-stem < sentences.conllu | grep -o 'Stem=[^|]*' | sort | uniq -c | sort -rn | head\n"
"      the ten most frequent stems\n",
		.options = options,
		.settings_size = sizeof(struct stem_settings),
	},
	.role = STAGE_FILTER,
	.needs = needs,
	.open = stem_open,
	.load_rest = stem_load_rest,
	.document = stem_document,
	.close = stem_close,
};
