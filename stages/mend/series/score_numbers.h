/* Numbers as the scores of a report are told: "18", "2,5", "three", "семь". */
#ifndef ESEP_SCORE_NUMBERS_H
#define ESEP_SCORE_NUMBERS_H

#include "number_words.h"

enum { NUMBER_ONE = 1000 };   /* numbers are counted in thousandths */

/* Read a number, in thousandths; decimals with a comma or a point. A word
 * stands for at most a hundred; of several words the last may be the number
 * alone. */
bool score_number_read(const struct number_words *words, struct str text,
		       int64_t *thousandths);

/* A number of thousandths: 18, 2.5; `sign` puts a + before it. */
struct str score_number_text(struct arena *arena, int64_t thousandths,
			     bool sign);

#endif
