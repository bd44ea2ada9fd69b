/* Numbers in digits and words (lexicons/numbers.tsv). */
#ifndef ESEP_NUMBERS_H
#define ESEP_NUMBERS_H

#include "err.h"
#include "scan.h"

struct decimal {          /* digits / 10^decimals */
	uint64_t digits;
	unsigned decimals;
};

struct numbers;

int numbers_open(struct numbers **numbers, const struct knowledge *knowledge,
		 struct err *err);
void numbers_close(struct numbers *numbers);

void decimal_add(struct strbuf *out, struct decimal value); /* 1500000, 92.7 */

struct number {
	struct decimal value;
	uint64_t scale;   /* the last word that multiplied it, or 1 */
	size_t end;       /* the token behind it */
};

/* A number that begins at a token: digits, words, digits and words ("12,5
 * млн", "20 000", "two and a half million", "бес бүтін оннан тоғыз"). */
bool number_read(struct numbers *numbers, struct scan *scan, size_t token,
		 struct number *number);

/* Two of them, the first the smaller one, with a dash or a word for "to"
 * between ("60–70", "two to three million", "екі-үш мың"). */
bool number_read_range(struct numbers *numbers, struct scan *scan, size_t token,
		       struct number *low, struct number *high);

/* The number that one word means, 0 if none. */
uint64_t number_of_word(struct numbers *numbers, struct scan *scan,
			size_t token);

#endif
