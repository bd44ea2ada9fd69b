#include "stem.h"

#include "languages.h"

#include <stdlib.h>

struct stem_settings {
	const char *language;
};

struct stem_state {
	struct languages *languages;
	lang_id forced; /* LANG_UND: as tagged */
	LIST(word_id) used;       /* lemmas that the document has a row for */
	struct word_cache extras; /* by lemma: the row in document.extras */
};

static const struct program_option options[] = {
	{ 'l', "language", OPT_STRING, offsetof(struct stem_settings, language),
	  "CODE", "treat all text as CODE (default: as tagged)" },
	{ .name = NULL }
};

static int stem_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	const struct stem_settings *chosen = settings;
	struct stem_state *stem = memory_get(sizeof *stem);
	int rc;

	*stem = (struct stem_state){ .forced = LANG_UND };
	rc = languages_open(&stem->languages, context->words,
			    context->lexicons, err);
	if (rc == 0 && chosen->language) {
		stem->forced = languages_find(stem->languages,
					      str_of(chosen->language));
		if (stem->forced == LANG_UND)
			rc = err_set(err, ERR_USAGE, "--language: '%s' has no"
				     " row in languages.tsv",
				     chosen->language);
		if (rc < 0)
			languages_close(stem->languages);
	}
	if (rc < 0)
		free(stem);
	*state = rc < 0 ? NULL : stem;
	return rc;
}

/* A name begins with a capital, or stands in a script that has none. */
static bool may_be_name(uint8_t shape)
{
	return (shape & SHAPE_CAPITAL) ||
	       !(shape & (SHAPE_LATIN | SHAPE_CYRILLIC));
}

/* One row of extras serves all words of a lemma: a document has many words and
 * few lemmas. */
static uint32_t extra_of(struct stem_state *stem, struct document *doc,
			 word_id lemma)
{
	uint32_t *extra = word_cache_at(&stem->extras, doc->words, lemma);

	if (!*extra) {
		*extra = (uint32_t)doc->extras.count;
		*LIST_ADD(&stem->used) = lemma;
		LIST_ADD(&doc->extras)->lemma = words_text(doc->words, lemma);
	}
	return *extra;
}

static void forget_extras(struct stem_state *stem, struct words *words)
{
	for (size_t i = 0; i < stem->used.count; i++)
		*word_cache_at(&stem->extras, words, stem->used.items[i]) = 0;
	stem->used.count = 0;
}

/* A capital inside a sentence makes a name, whose lemma is not that of the
 * common word. */
static void add_lemma(struct stem_state *stem, struct document *doc,
		      struct token *token, lang_id lang, bool is_first)
{
	word_id lemma;

	if (!is_first && (words_shape(doc->words, token->form) & SHAPE_CAPITAL))
		return;
	if (doc->extras.items[token->extra].lemma.len > 0)
		return;
	lemma = languages_lemma(stem->languages, lang, token->form);
	if (!lemma)
		return;
	if (token->extra)
		doc->extras.items[token->extra].lemma =
			words_text(doc->words, lemma);
	else
		token->extra = extra_of(stem, doc, lemma);
}

static void stem_token(struct stem_state *stem, struct document *doc,
		       struct token *token, bool is_first)
{
	enum word_kind kind = words_kind(doc->words, token->form);
	lang_id lang = stem->forced != LANG_UND ? stem->forced : token->lang;

	if (kind == KIND_PUNCT || kind == KIND_SYMBOL || kind == KIND_UNKNOWN)
		return;
	token->stem = languages_stem(stem->languages, lang, token->form);
	if (kind != KIND_WORD)
		return;
	if (may_be_name(words_shape(doc->words, token->form)))
		token->key = languages_key(stem->languages, token->form);
	add_lemma(stem, doc, token, lang, is_first);
}

static int stem_document(void *state, struct document *doc, struct err *err)
{
	struct stem_state *stem = state;

	(void)err;
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];

		for (size_t k = 0; k < s->token_count; k++)
			stem_token(stem, doc,
				   &doc->tokens.items[s->first_token + k],
				   k == 0);
	}
	forget_extras(stem, doc->words);
	return 0;
}

static void stem_close(void *state)
{
	struct stem_state *stem = state;

	languages_close(stem->languages);
	LIST_RELEASE(&stem->used);
	word_cache_release(&stem->extras);
	free(stem);
}

const struct stage stem_stage = {
	.program = {
		.name = "stem",
		.summary = "add a stem to every word and a key to every name",
		.arguments = "[FILE…]",
		.description =
"Read a stream of sentences and write it with a stem for every word (Stem= in MISC): one for all forms of a word, by which esep-search looks words up. English and Russian words that the tables of lexemes have (lexicons/en/lexemes.tsv, lexicons/ru/lexemes.tsv) get their dictionary form, of several the commonest, with ё as е: gave and given have the stem give, шла and идёт have идти, while nation and national stay apart. Other words are cut by the Snowball stemmers, Kazakh ones by the table lexicons/kk/suffixes.tsv; such a stem need not be a word. Numbers, addresses and handles are put in lower case.\n"
"\n"
"Where these tables know a form of one dictionary word alone, that is also written as the lemma (column LEMMA); words with a capital inside a sentence get none, since they may be names. Lemmas that another tool has written stay as they are.\n"
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
	.open = stem_open,
	.document = stem_document,
	.close = stem_close,
};
