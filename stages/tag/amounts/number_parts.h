/* Words beside numbers: halves, decimals in words, ranges
 * (lexicons/number_parts.tsv). */
#ifndef ESEP_NUMBER_PARTS_H
#define ESEP_NUMBER_PARTS_H

#include "err.h"
#include "scan.h"

enum number_part {
	PART_NONE,
	PART_HALF,       /* two and a half */
	PART_ONE_HALF,   /* one and a half, as one word */
	PART_HALF_A,     /* half a million */
	PART_ZERO,
	PART_WHOLE,      /* one whole, of ten five: behind it stands a fraction */
	PART_POINT,      /* one point five: the same, without its denominator */
	PART_TENTH,
	PART_HUNDREDTH,
	PART_THOUSANDTH,
	PART_TO,         /* two to three */
	PART_BETWEEN,    /* between two and three */
	PART_AND,        /* the same; one hundred and five */
	PART_TILL        /* behind a range that no word joins */
};

struct number_parts;

int number_parts_open(struct number_parts **parts,
		      const struct knowledge *knowledge, struct err *err);
void number_parts_close(struct number_parts *parts);

/* The longest such word at a token, which must be in the sentence of `limit`,
 * its end; *end is the token behind it. */
enum number_part number_part_at(struct number_parts *parts,
				const struct scan *scan, size_t token,
				size_t limit, size_t *end);

#endif
