/* Letters of the wrong script inside a word. */
#ifndef ESEP_SCRIPTS_H
#define ESEP_SCRIPTS_H

#include "document.h"
#include "knowledge.h"

enum { SCRIPTS_LETTERS = 0x530 }; /* Latin and Cyrillic lie below */

/* lookalikes.tsv, by letter. 0: the letter has no look-alike. */
struct scripts {
	uint16_t cyrillic[SCRIPTS_LETTERS]; /* for a Latin letter */
	uint16_t latin[SCRIPTS_LETTERS];    /* for a Cyrillic one */
	struct str lang[SCRIPTS_LETTERS];   /* the row's, by Latin letter;
	                                       `mul`: of every language */
};

/* errors: as lexicons_table; ERR_FORMAT a cell that is no such letter */
int scripts_load(struct scripts *scripts, struct lexicons *lexicons,
		 struct err *err);

/* Replace Latin letters in Cyrillic words, and the reverse, where the word
 * makes it certain: every letter of the one script has a look-alike in the
 * other, and one of the other has none in the first; or all have one, but the
 * paragraph is Cyrillic and the word has small letters. A Latin name with an
 * ending in small Cyrillic letters (BBCде) stays as it is.
 * errors  those of languages_need
 * cost    linear in the document */
int scripts_repair(const struct scripts *scripts,
		   const struct knowledge *knowledge, struct document *doc,
		   struct err *err);

#endif
