/* The lexemes of a language: which word of the dictionary a form belongs to,
 * by three tables of its folder (lexicons/README.md): lexemes.tsv has what the
 * forms of a word begin with and a paradigm, paradigms.tsv the endings of
 * each, readings.tsv the forms for which these do not tell enough. */
#ifndef ESEP_LEXEMES_H
#define ESEP_LEXEMES_H

#include "beginning.h"
#include "lexicons.h"
#include "mapped_table.h"

struct lexemes {
	struct mapped_table bases, paradigms, readings;
	LIST(uint32_t) places;     /* where the row of each paradigm begins */
	struct beginnings shifted; /* of readings whose lemma begins otherwise */
	bool knows_shifted;        /* it was filled */
	uint8_t letters[LETTER_LIMIT]; /* a base of one letter: 1 there is none,
	                                  2 there is one, 0 not looked for yet */
};

enum {
	LEXEME_MAX = 128,       /* bytes; no longer form is looked up */
	LEXEME_WEIGHT_MAX = 9
};

struct lexeme {
	char text[LEXEME_MAX];     /* the lemma, ё as е; not NUL-terminated */
	size_t len;
	bool certain;              /* the form belongs to no other lemma */
	unsigned weight;           /* how common it is; of a reading the most */
};

/* A language without lexemes.tsv has none, which is no error.
 * errors: those of mapped_table_open; ERR_FORMAT where the paradigms are not
 * numbered
 *         from 1 on. */
int lexemes_open(struct lexemes *lexemes, const char *folder, struct str code,
		 struct err *err);
void lexemes_close(struct lexemes *lexemes);

/* The lexeme of a form in lower case with ё as е; of several the commonest.
 * False if no row has it. cost: a look-up for every beginning of the form. */
bool lexemes_find(struct lexemes *lexemes, struct str form,
		  struct lexeme *found);

/* Whether a form in lower case with ё as е belongs to a lexeme. cost: mostly a
 * look-up or two. */
bool lexemes_know(struct lexemes *lexemes, struct str form);

/* Read the three tables of a language whole and refuse what lexemes_find would
 * not find: rows out of order, paradigms that are not there.
 * errors: ERR_FORMAT (file:line); those of lexicons_table */
int lexemes_check(struct lexicons *lexicons, struct str code, struct err *err);

/* Whether readings.tsv may have the form, in any case, with a lemma that begins
 * otherwise. cost: a look, but for the first time */
bool lexemes_may_shift(struct lexemes *lexemes, struct str word);

/* Whether a lexeme's forms have but this letter in common: it is one of a word
 * of two or three letters whose lemma may have another second one. */
bool lexemes_has_letter(struct lexemes *lexemes, uint32_t letter);

/* Whether readings.tsv has the form, in lower case. */
bool lexemes_reads(struct lexemes *lexemes, struct str form);

#endif
