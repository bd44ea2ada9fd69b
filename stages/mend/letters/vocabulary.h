/* A sorted set of words, to ask for a word or for words that begin so. */
#ifndef ESEP_VOCABULARY_H
#define ESEP_VOCABULARY_H

#include "str.h"

struct vocabulary {
	LIST(struct str) words;   /* borrowed */
};

void vocabulary_add(struct vocabulary *set, struct str word);

/* To be called before the set is asked. cost: n log n, n if it is sorted */
void vocabulary_sort(struct vocabulary *set);

bool vocabulary_has(const struct vocabulary *set, struct str word);
bool vocabulary_has_prefix(const struct vocabulary *set, struct str prefix);
void vocabulary_release(struct vocabulary *set);

#endif
