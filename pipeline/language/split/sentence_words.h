/* The words beside a place where a sentence may end. */
#ifndef ESEP_SENTENCE_WORDS_H
#define ESEP_SENTENCE_WORDS_H

#include "sentence_stops.h"
#include "sentences.h"

/* Where the word that begins at `at` ends. */
size_t sentence_word_end(const struct classes *classes, struct str text,
			 size_t at);

/* Where the word that ends at `stop` begins, in text from `start` on; inner
 * full stops and hyphens are its own. */
size_t sentence_word_start(const struct classes *classes, struct str text,
			   size_t start, size_t stop);

/* Of text[word..stop], what may be an abbreviation of its own: what stands
 * behind the last full stop in it (Ж of К.-Ж), or behind a number (б of
 * 274-б, г of 2020г). */
size_t sentence_word_inner(struct str text, size_t word, size_t stop);

/* The kinds of the abbreviation text[word..stop] with the full stop behind it,
 * or of the inner part of it; 0 if neither is one. */
uint32_t sentence_abbreviation(const struct token_rules *rules,
			       struct str text, size_t word, size_t stop,
			       struct strbuf *scratch);

/* Is text[start..end] a function word? */
bool sentence_is_stopword(const struct sentence_splitter *splitter,
			  struct str text, size_t start, size_t end);

/* A function word with a capital begins a sentence. An initial is none. */
bool sentence_is_opening(const struct sentence_splitter *splitter,
			 struct str text, const struct sentence_follow *follow);

/* Does the word at `at` begin a number: digits, or a Roman one? */
bool sentence_is_number(const struct classes *classes, struct str text,
			size_t at);

#endif
