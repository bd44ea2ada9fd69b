/* A stemmer that is a set of tables in lexicons/CODE.
 *
 * Agglutinating languages put their endings one behind the other, each in a
 * slot of its own. slots.tsv says what a slot may stand behind (other slots,
 * classes of roots), suffixes.tsv the endings of each. A word is cut in every
 * way that the tables allow, where an ending fits when
 *   - the sound before it is of a class that the row names (`after`),
 *   - its vowels are of the same harmony as the last vowel before it,
 *     unless `after` holds `free`,
 *   - at least `keep` letters are left.
 * Of the ways that end in a root of roots.tsv the likeliest is taken: by the
 * letters of the root and its weight, less the cost of each slot; ways whose
 * last slot is a doubtful end of a word (slots.tsv) only where there is no
 * other. A word without a known root loses what its slots
 * let come off by guess.
 * sounds.tsv names the classes of letters; its rows `final` say which final
 * letter is a voiced form of which (кітабы, кітап). irregular.tsv holds
 * forms and variants of roots that follow no rule; latin.tsv the letters of
 * Latin alphabets: a word in these has the stem of its Cyrillic spelling,
 * where a letter of the class `sign` or one beyond ASCII shows that it may be
 * of the language, or the text is known to be.
 * source: the grammar's chapters on vowel harmony, assimilation and the order
 *         of endings; lexicons/kk/WHY.md names it for Kazakh. */
#ifndef ESEP_SUFFIXES_H
#define ESEP_SUFFIXES_H

#include "beginning.h"
#include "err.h"
#include "lexicons.h"

struct suffixes;

/* roots.tsv and latin.tsv may be missing. The lexicons are to outlive the
 * suffixes.
 * errors: those of lexicons_table; ERR_FORMAT for an unknown class, slot or
 *         number, or too many classes or slots. */
int suffixes_open(struct suffixes **suffixes, struct lexicons *lexicons,
		  struct str code, struct err *err);
void suffixes_close(struct suffixes *suffixes);

/* Cut a lower-case word to its stem, in place. Words beyond 200 bytes stay as
 * they are. Returns whether the root is known. cost: bounded by letters times
 * slots. */
bool suffixes_strip(const struct suffixes *suffixes, struct strbuf *word);

/* Whether a lower-case text is what may stand behind a noun or a number of any
 * sound: an ending of slots.tsv, or several (тардың of БАҚ-тардың). */
bool suffixes_is_ending(const struct suffixes *suffixes, struct str text);

/* The same for a word of a text in Latin letters: ASCII letters alone, with a
 * root that is known, are of the language too. */
void suffixes_strip_latin(const struct suffixes *suffixes,
			  struct strbuf *word);

/* Whether a lower-case word, in Cyrillic or Latin letters, has a root of
 * roots.tsv or a row of irregular.tsv. */
bool suffixes_know(const struct suffixes *suffixes, struct str word);

/* Whether there are a thousand roots at least, which most words of a text are
 * made of. */
bool suffixes_know_most(const struct suffixes *suffixes);

/* Whether the stem of the word may begin with two other letters: irregular.tsv
 * has it, or its second letter may be the voiced one of a stem of two. */
bool suffixes_may_shift(const struct suffixes *suffixes, struct str word);

/* Whether it may do so for a word that begins as this one, in any case. */
bool suffixes_begin_shifted(const struct suffixes *suffixes,
			    struct str word);

/* The lemma of a lower-case Cyrillic word, as UD_Kazakh-KTB writes it (a noun
 * without endings, the bare stem of a verb), into `lemma` (replaced). False,
 * with `lemma` as it was, unless the roots and the rules leave one reading. */
bool suffixes_lemma(const struct suffixes *suffixes, struct str word,
		    struct strbuf *lemma);

#endif
