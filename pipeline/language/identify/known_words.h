/* What languages know a word: by their stop words, their abbreviations, their
 * dictionary, their roots and endings. Groups of letters tell of a word what it looks like, this
 * what it is; it costs more, and is for texts that those leave in doubt. */
#ifndef ESEP_KNOWN_WORDS_H
#define ESEP_KNOWN_WORDS_H

#include "guess.h"
#include "stems.h"
#include "token_rules.h"

struct known_words {
	const struct guesser *guesser;
	struct stemmer *stemmers[LANG_MAX]; /* NULL: not asked */
	const struct token_rules *rules[LANG_MAX]; /* their abbreviations */
	struct mapped_table common[LANG_MAX]; /* words.tsv */
	struct strbuf fold, stem;           /* reused from word to word */
};

/* The words of a language, where its stemmer knows most of a text.
 * errors: those of mapped_table_open, but for a table that is missing */
int known_words_add(struct known_words *known, lang_id lang,
		    struct stemmer *stemmer, const struct token_rules *rules,
		    const char *folder,
		    struct str code, struct err *err);

/* Change the scores that a word's groups of letters have by which languages know
 * it: for those that do, against those that might and do not. One with a
 * capital may be a name: it speaks against no language, and hardly for one, if
 * none knows it. */
void known_words_vote(struct known_words *known, struct str word,
		      enum script script, bool is_name,
		      int32_t scores[GUESS_PROFILES]);
void known_words_release(struct known_words *known);

#endif
