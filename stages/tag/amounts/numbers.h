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

/* A number that begins at a token: digits, words, digits and words ("12,5
 * млн", "20 000"). *end is the token behind it. *rest, where not NULL, is what
 * the last token has behind its digits ("-го"); if NULL, it may have none. */
bool number_read(struct numbers *numbers, struct scan *scan, size_t token,
		 struct decimal *value, size_t *end, struct str *rest);

/* The number that one word means, 0 if none. */
uint64_t number_of_word(struct numbers *numbers, struct scan *scan,
			size_t token);

#endif
