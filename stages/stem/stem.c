#include "stem.h"

#include "languages.h"

#include <stdlib.h>

enum { AHEAD = 8 }; /* tokens; their words lie anywhere in memory */

struct stem_settings {
	const char *language;
};

struct stem_state {
	struct languages *languages;
	lang_id forced; /* LANG_UND: as tagged */
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

static void stem_token(const struct stem_state *stem, struct words *words,
		       struct token *token)
{
	enum word_kind kind = words_kind(words, token->form);
	lang_id lang = stem->forced != LANG_UND ? stem->forced : token->lang;

	if (kind == KIND_PUNCT || kind == KIND_SYMBOL || kind == KIND_UNKNOWN)
		return;
	token->stem = languages_stem(stem->languages, lang, token->form);
	if (kind == KIND_WORD &&
	    may_be_name(words_shape(words, token->form)))
		token->key = languages_key(stem->languages, token->form);
}

static int stem_document(void *state, struct document *doc, struct err *err)
{
	struct token *tokens = doc->tokens.items;

	(void)err;
	for (size_t i = 0; i < doc->tokens.count; i++) {
		if (i + AHEAD < doc->tokens.count)
			__builtin_prefetch(words_get(doc->words,
						     tokens[i + AHEAD].form));
		stem_token(state, doc->words, &tokens[i]);
	}
	return 0;
}

static void stem_close(void *state)
{
	struct stem_state *stem = state;

	languages_close(stem->languages);
	free(stem);
}

const struct stage stem_stage = {
	.program = {
		.name = "stem",
		.summary = "add a stem to every word and a key to every name",
		.arguments = "[FILE…]",
		.description =
"Read a stream of sentences and write it with a stem for every word (Stem= in MISC): what the forms of a word have in common, by which esep-search looks words up. A stem need not be a word, and words derived from each other (person, personality) have each their own. English words lose their inflection, Russian ones are cut by the Snowball stemmer, with reflexive verbs and nouns of verbs apart; forms that follow no rule are in lexicons/CODE/lemmas.tsv. Kazakh words are cut to a known root by the tables of lexicons/kk (slots.tsv, suffixes.tsv, roots.tsv); numbers, addresses and handles are put in lower case.\n"
"\n"
"A word with a capital letter also gets a name key (Key=): a coarse spelling in Latin letters that a name shares across scripts, romanisations, case forms and genders. Гүлнар Бажкенова, Гульнар Бажкеновой, Gulnar Bazhkenova and Gülnar Bajkenova have the same two keys.\n"
"\n"
"Lemmas that another tool has written stay as they are.",
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
