/* Numbers in digits and in words, as the scores of a report are told: "18",
 * "2,5", "three", "семь". The words are those of lexicons/numbers.tsv. */
#ifndef ESEP_NUMBER_WORDS_H
#define ESEP_NUMBER_WORDS_H

#include "err.h"
#include "str.h"

struct number_word {
	struct str form;   /* in lower case */
	uint32_t value;
};

struct number_words {
	LIST(struct number_word) words;
	struct arena arena;
};

/* Load the words for numbers up to a hundred; a table that is not there holds
 * none. errors: as lexicons_load. Release the words on an error too. */
int number_words_load(struct number_words *words, const char *lexicons,
		      struct err *err);
void number_words_release(struct number_words *words);

enum { NUMBER_ONE = 1000 };   /* numbers are counted in thousandths */

/* Read a number, in thousandths; decimals with a comma or a point. Of several
 * words the last may be the number alone. */
bool number_words_read(const struct number_words *words, struct str text,
		       int64_t *thousandths);

/* A number of thousandths: 18, 2.5; `sign` puts a + before it. */
struct str number_text(struct arena *arena, int64_t thousandths, bool sign);

#endif
