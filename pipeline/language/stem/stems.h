/* The stemmer of a language: its lexemes, and for words that these lack the
 * column `stemmer` of languages.tsv: the name of a Snowball algorithm, of which
 * inflections.h puts `english` and `russian` right, or `suffixes` for the table
 * of the language's folder; empty for no stemmer. */
#ifndef ESEP_STEMS_H
#define ESEP_STEMS_H

#include "err.h"
#include "lexemes.h"
#include "snowball.h"
#include "suffixes.h"

struct stemmer {
	struct sb_stemmer *snowball;
	enum { STEM_SNOWBALL, STEM_ENGLISH, STEM_RUSSIAN } kind;
	struct suffixes *suffixes;
	struct lexemes lexemes;
};

/* errors: ERR_FORMAT for an unknown algorithm; those of suffixes_open and of
 * lexemes_open. */
int stemmer_open(struct stemmer *stemmer, struct str name,
		 struct lexicons *lexicons, struct str code, struct err *err);
void stemmer_close(struct stemmer *stemmer);

/* The stem of a lower-case word, into `out` (replaced): the lemma where the
 * lexemes have the word. Stress marks and soft hyphens are left out and ё is
 * е, since writers leave both to choice. Returns whether the stem is the
 * word's lemma for certain: lexemes and roots know of no other. */
bool stemmer_stem(struct stemmer *stemmer, struct str word, struct strbuf *out);

/* Whether the tables name this form, in lower case: its stem may share no
 * letters with it. */
bool stemmer_names(struct stemmer *stemmer, struct str form);

/* The stem by the Snowball algorithm alone, which joins a word and those
 * derived from it; where there is none, as stemmer_stem. */
void stemmer_root(struct stemmer *stemmer, struct str word, struct strbuf *out);

#endif
