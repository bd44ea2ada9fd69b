/* Words that a language spells in two ways (colour, color), by the table
 * CODE/spellings.tsv: each row has a spelling and the one that both share. A
 * row is a word, what words begin with (`colour-`), or what they end with
 * (`-ise`), which holds where the lexemes have the word in the shared spelling
 * (organise, organize; not rise). A row with the same twice is a word that
 * stays. */
#ifndef ESEP_SPELLINGS_H
#define ESEP_SPELLINGS_H

#include "lexemes.h"

struct spellings {
	const struct table *rows; /* NULL: the language has none */
	struct lexemes *lexemes;
};

/* The lexicons and lexemes are to outlive the spellings.
 * errors: those of lexicons_language_table; ERR_FORMAT a row that is of no
 * such kind */
int spellings_open(struct spellings *spellings, struct lexicons *lexicons,
		   struct str code, struct lexemes *lexemes, struct err *err);

/* The shared spelling of a stem, into `out` (replaced): the stem where there is
 * no other. cost: linear in the rows */
void spellings_share(const struct spellings *spellings, struct str stem,
		     struct strbuf *out);

/* The other spellings of a stem that share one with it, one after the other:
 * the one that comes of the row `*row` or a later one, into `out` (replaced);
 * *row moves behind it. False where there is none. Begin with 0. */
bool spellings_other(const struct spellings *spellings, struct str stem,
		     size_t *row, struct strbuf *out);

#endif
