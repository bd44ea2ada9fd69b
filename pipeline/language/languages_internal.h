/* For languages*.c alone. */
#ifndef ESEP_LANGUAGES_INTERNAL_H
#define ESEP_LANGUAGES_INTERNAL_H

#include "guess.h"
#include "known_words.h"
#include "language_runs.h"
#include "languages.h"
#include "names_key.h"
#include "sentences.h"
#include "spellings.h"
#include "stems.h"
#include "word_weights.h"

struct language {
	enum script script;           /* the usual one */
	enum script also;             /* another one, or SCRIPT_OTHER */
	struct token_rules rules;
	struct string_map stopwords;
	struct table *stopword_rows;
	struct stemmer stemmer;
	bool has_stemmer;
	struct spellings spellings;
	bool is_asked;                /* languages_need_asked has been done */
	struct word_cache stems;      /* of folded forms */
	struct word_cache also_stems; /* the same in the other script */
	struct word_cache heads;      /* of forms */
	struct word_cache roots;
	struct word_cache known;      /* of folded forms: 1 no, 2 yes */
	struct word_cache acronyms;   /* of forms: 1 for none */
};

struct languages {
	struct words *words;
	struct lexicons *lexicons;
	const struct lexicon_languages *rows;
	lang_id numbers[LETTER_LANGUAGES]; /* of each row */
	unsigned parts;               /* LANGUAGES_*, loaded */
	struct classes classes;
	struct string_map domains;
	struct token_rules shared;    /* the abbreviations of all languages and
	                                 no more; bit n: language n has it */
	struct string_map names;      /* see proper_names.h */
	int failure;                  /* to load what a sentence asks for */
	struct err reason;
	struct language of[LANG_MAX]; /* by lang_id; [LANG_UND]: none */
	struct guesser guesser;
	struct word_weights weights;
	struct known_words known;
	struct word_weights known_weights; /* with what languages know */
	struct run_finder runs;
	struct names_key *key;
	struct strbuf scratch;
	struct word_cache stopwords;  /* bit 0: known; bit n: of language n */
};

#endif
