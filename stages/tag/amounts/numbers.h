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

/* Go on with smaller units: "1 million 200 thousand", "5 тысяч 250". False, and
 * the number as it was, if none follows. */
bool number_read_on(struct numbers *numbers, struct scan *scan,
		    struct number *number);

/* Two numbers in one word ("екі-үш мың"). */
bool number_read_pair(struct numbers *numbers, struct scan *scan, size_t token,
		      struct number *low, struct number *high);

/* What joins two numbers to a range at a token; *end is set to the token behind
 * it. */
enum number_link {
	LINK_NONE,
	LINK_DASH,
	LINK_TO,
	LINK_AND      /* "and", which needs a "between" before the first */
};
enum number_link number_link_at(struct numbers *numbers,
				const struct scan *scan, size_t token,
				size_t limit, size_t *end);

/* Whether "between" stands before a token; "till" stands at it. */
bool number_is_between(struct numbers *numbers, const struct scan *scan,
		       size_t token);
bool number_is_till(struct numbers *numbers, const struct scan *scan,
		    size_t token, size_t limit);

/* Make a range of the numbers: in "two to three million" both are millions.
 * False if the first is not the smaller one. */
bool number_make_range(struct number *low, const struct number *high);

/* The number that one word means, 0 if none. */
uint64_t number_of_word(struct numbers *numbers, struct scan *scan,
			size_t token);

#endif
