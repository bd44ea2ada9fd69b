/* A sorted set of words, to ask for a word or for words that begin so. */
#ifndef ESEP_SORTED_WORDS_H
#define ESEP_SORTED_WORDS_H

#include "str.h"

struct sorted_words {
	LIST(struct str) words;   /* borrowed */
};

void sorted_words_add(struct sorted_words *set, struct str word);

/* To be called before the set is asked. cost: n log n, n if it is sorted */
void sorted_words_sort(struct sorted_words *set);

bool sorted_words_has(const struct sorted_words *set, struct str word);
bool sorted_words_has_prefix(const struct sorted_words *set, struct str prefix);
void sorted_words_release(struct sorted_words *set);

#endif
