/* The stemmer of a language: its lexemes, and for words that these lack the
 * column `stemmer` of languages.tsv: the name of a Snowball algorithm, which a
 * table inflections.tsv of the language's folder puts right, or `suffixes` for
 * the tables of that folder; empty for no stemmer. */
#ifndef ESEP_STEMS_H
#define ESEP_STEMS_H

#include "beginning.h"
#include "err.h"
#include "inflections.h"
#include "lexemes.h"
#include "suffixes.h"

struct stemmer {
	struct sb_stemmer *snowball;
	struct inflections *inflections;
	struct suffixes *suffixes;
	struct lexemes lexemes;
};

/* errors: ERR_FORMAT for an unknown algorithm; those of suffixes_open,
 * inflections_open and lexemes_open. */
int stemmer_open(struct stemmer *stemmer, struct str name,
		 struct lexicons *lexicons, struct str code, struct err *err);
void stemmer_close(struct stemmer *stemmer);

/* The stem of a lower-case word, into `out` (replaced): the lemma where the
 * lexemes have the word; empty where they say that it is no term ('s). Stress
 * marks and soft hyphens are left out and ё is е, since writers leave both to
 * choice; so are the marks of Latin letters, unless the language has an
 * alphabet of these, and letters that stand three times or more (sooo). Returns whether the stem is the
 * word's lemma for certain: lexemes and roots know of no other. */
bool stemmer_stem(struct stemmer *stemmer, struct str word, struct strbuf *out);

/* Whether a form, in lower case, is one of a word that is in use by itself:
 * lexemes that are seldom found but in capitals (UN, СМИ) are none. */
bool stemmer_in_use(struct stemmer *stemmer, struct str form);

/* Whether what stands behind a byte of a lower-case word may be its ending,
 * whatever the sounds before it: letters of an acronym are read by name. */
bool stemmer_ends(struct stemmer *stemmer, struct str word, size_t edge);

/* Whether a lower-case text is an ending that the language puts behind names and
 * numbers as they stand. */
bool stemmer_is_ending(const struct stemmer *stemmer, struct str text);

/* Whether the lexemes, or the roots with one reading alone, have a lower-case
 * word: its lemma into `out` (replaced), which is empty where they have not. */
bool stemmer_find_lemma(struct stemmer *stemmer, struct str word,
			struct strbuf *out);

/* The stem of a word of a text in the script that is not the usual one of the
 * language: `also` in languages.tsv. */
void stemmer_stem_also(struct stemmer *stemmer, struct str word,
		       struct strbuf *out);

/* Whether the tables may name a word, in any case, whose stem begins otherwise:
 * of most words a look tells that they do not. */
bool stemmer_may_shift(struct stemmer *stemmer, struct str word);

/* Whether a word of at most three letters, in any case, begins as its stem
 * does, but for those that stemmer_may_shift tells: it is not cut, nor drawn
 * out (ааа), and no lexeme has only its first letter in all forms. */
bool stemmer_keeps_short(struct stemmer *stemmer, struct str word);

/* Whether the tables name this form, in lower case: its stem may share no
 * letters with it. */
bool stemmer_names(struct stemmer *stemmer, struct str form);

/* Whether the tables have the lower-case word: a form of one of the lexemes, or
 * a root with endings. */
bool stemmer_knows(struct stemmer *stemmer, struct str word);

/* Whether these have most words of a text, so that one they lack tells
 * something. */
static inline bool stemmer_knows_most(const struct stemmer *stemmer)
{
	return stemmer->lexemes.bases.bytes ||
	       (stemmer->suffixes && suffixes_know_most(stemmer->suffixes));
}

/* The stem by the Snowball algorithm alone, which joins a word and those
 * derived from it; where there is none, as stemmer_stem. */
void stemmer_root(struct stemmer *stemmer, struct str word, struct strbuf *out);

#endif
