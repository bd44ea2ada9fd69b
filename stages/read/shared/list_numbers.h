#ifndef ESEP_LIST_NUMBERS_H
#define ESEP_LIST_NUMBERS_H

#include "str.h"

/* The number of a list's item in letters, from `first` ('a' or 'A') on: a … z,
 * aa, ab, …; nothing for 0. */
void list_numbers_letters(struct strbuf *out, uint64_t number, char first);

/* In Roman numerals; nothing for 0 and for what is above 3999, which has
 * none. */
void list_numbers_roman(struct strbuf *out, uint64_t number, bool upper);

#endif
