/* Terms: strings with numbers of their own, which stay when the word table is
 * trimmed between two documents. What is compiled from lexicons (phrases,
 * name lists) refers to words by these. */
#ifndef ESEP_TERMS_H
#define ESEP_TERMS_H

#include "words.h"

struct term {
	struct str text;
	uint32_t hash;
};

struct terms {
	LIST(struct term) list;  /* [0] is unused: 0 is no term */
	uint32_t *slots;         /* open addressing; 0 = free */
	size_t slot_count;       /* a power of two */
	struct word_cache known; /* of each word: its term */
	bool looked_up;          /* the cache holds words that are no terms */
	struct arena arena;
};

void terms_init(struct terms *terms);
void terms_release(struct terms *terms);

/* The number of a string, from 1 on; copies `text` when it is new. */
uint32_t terms_add(struct terms *terms, struct str text);

/* The number of a string, or 0. */
uint32_t terms_find(const struct terms *terms, struct str text);

/* The same for a word of the table, looked up once a word. All calls with one
 * `terms` must name the same table. */
uint32_t terms_of_word(struct terms *terms, const struct words *words,
		       word_id word);

struct str terms_text(const struct terms *terms, uint32_t term);

#endif
