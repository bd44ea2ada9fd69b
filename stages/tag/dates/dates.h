/* Dates in words and digits, resolved against the years that the document
 * covers and was published in. Prepositions stand outside, the word for year
 * inside; durations and dates relative to other events are none. */
#ifndef ESEP_DATES_H
#define ESEP_DATES_H

#include "err.h"
#include "numbers.h"
#include "scan.h"

struct dates;

/* `numbers` is borrowed. errors: of date_words_open */
int dates_open(struct dates **dates, const struct knowledge *knowledge,
	       struct numbers *numbers, struct err *err);
void dates_close(struct dates *dates);

void dates_find(struct dates *dates, struct scan *scan);

#endif
