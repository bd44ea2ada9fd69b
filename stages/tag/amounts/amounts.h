/* Amounts of money and percentages. */
#ifndef ESEP_AMOUNTS_H
#define ESEP_AMOUNTS_H

#include "numbers.h"

struct amounts;

/* currencies.tsv and percent.tsv */
int amounts_open(struct amounts **amounts, const struct knowledge *knowledge,
		 struct numbers *numbers, struct err *err);
void amounts_close(struct amounts *amounts);

void amounts_find(struct amounts *amounts, struct scan *scan);

#endif
