/* The words of a paragraph as the index has them. What esep-load writes and
 * what esep-search finds again is made here. */
#ifndef ESEP_INDEX_WORDS_H
#define ESEP_INDEX_WORDS_H

#include "document.h"
#include "word_index.h"

struct index_word {
	struct str form, stem;   /* terms; the stem has its language in front */
	struct str key, lemma;   /* empty: there is none */
	struct place place;
	const struct token *token;
};

struct index_words {
	struct index_word *items;
	size_t count, capacity;
	struct arena arena;      /* owns the terms */
};

/* Set `words` to those of a paragraph: words, numbers, addresses and handles.
 * One without a stem has its form in lower case as one. They hold until the
 * next call. */
void index_words_read(struct index_words *words, struct document *doc,
		      size_t paragraph);
void index_words_release(struct index_words *words);

/* Append the words as the tokenizer of word_index takes them. */
void index_words_add_phrase(struct strbuf *out,
			    const struct index_words *words);

#endif
