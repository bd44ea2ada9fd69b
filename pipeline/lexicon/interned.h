/* Strings with numbers of their own, which stay when the word table is
 * trimmed between two documents. What is compiled from lexicons (phrases,
 * name lists) refers to words by these. */
#ifndef ESEP_INTERNED_H
#define ESEP_INTERNED_H

#include "words.h"

struct interned_string {
	struct str text;
	uint32_t hash;
};

struct interned {
	LIST(struct interned_string) list;  /* [0] is unused: 0 is none */
	uint32_t *slots;         /* open addressing; 0 = free */
	size_t slot_count;       /* a power of two */
	struct word_cache known; /* of each word: its number */
	struct arena arena;
};

void interned_init(struct interned *strings);
void interned_release(struct interned *strings);
void interned_reserve(struct interned *strings, size_t more);
void interned_clear(struct interned *strings); /* all strings and their memory */

/* The number of a string, from 1 on; copies `text` when it is new. */
uint32_t interned_add(struct interned *strings, struct str text);

/* The number of a string, or 0. */
uint32_t interned_find(const struct interned *strings, struct str text);

/* The same for a word of the table, looked up once a word. All calls with one
 * `strings` must name the same table. */
uint32_t interned_of_word(struct interned *strings, const struct words *words,
			  word_id word);

struct str interned_text(const struct interned *strings, uint32_t number);

#endif
