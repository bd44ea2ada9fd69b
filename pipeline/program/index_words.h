/* The words of a paragraph as the index has them. What esep-load writes and
 * what esep-search finds again is made here. */
#ifndef ESEP_INDEX_WORDS_H
#define ESEP_INDEX_WORDS_H

#include "document.h"
#include "word_index.h"

struct index_word {
	struct word_texts texts; /* form and stem are never empty */
	struct place place;
	const struct token *token;
};

struct index_words {
	struct index_word *items;
	size_t count, capacity;
	struct arena arena;      /* owns the texts */
};

/* Set `words` to those of a paragraph that the index has. One without a stem has
 * its form in lower case as one. They hold until the next call. */
void index_words_read(struct index_words *words, struct document *doc,
		      size_t paragraph);

/* Whether the index has a token: words, numbers, addresses and handles. */
bool index_words_has(struct words *words, const struct token *token);

/* Append a token; it holds until `words` is read again. */
void index_words_add(struct index_words *words, struct document *doc,
		     const struct token *token);
void index_words_clear(struct index_words *words);
void index_words_release(struct index_words *words);

#endif
