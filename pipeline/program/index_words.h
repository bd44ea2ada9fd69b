/* The words of a paragraph as the index has them. What esep-load writes and
 * what esep-search finds again is made here. */
#ifndef ESEP_INDEX_WORDS_H
#define ESEP_INDEX_WORDS_H

#include "document.h"
#include "word_index.h"
#include "word_parts.h"

/* What is used again from word to word. */
struct index_words {
	bool has_stems;    /* the document at hand: one without is no term then */
	struct word_parts parts;
	struct strbuf form, stem, key, lemma;
};

/* Whether the index has a token: words, numbers, addresses and handles. */
bool index_words_has(struct words *words, const struct token *token);

/* Append a token as a word of the index, with all its terms: what it is by
 * itself (one without a stem, unless has_stems, has its form in lower case as
 * one), and at the same place what its parts are, if token->inner tells of them,
 * and an acronym that it may be. */
void index_words_add(struct index_words *list, struct strbuf *out,
		     struct document *doc, const struct token *token);

/* The same for all of a paragraph that the index has. */
void index_words_add_all(struct index_words *list, struct strbuf *out,
			 struct document *doc, size_t paragraph);

void index_words_release(struct index_words *list);

#endif
