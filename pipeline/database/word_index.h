/* The index by which esep-search finds words: how a word becomes terms of the
 * FTS5 table word_index, and what finds them again.
 *
 * A word has several terms at one place: its form, its stem, its name key and
 * its lemma. The table's tokenizer takes apart what was put together here, so
 * that words are split once, by the stage that does so. It is made known to
 * every connection that database_open opens; another SQLite client can read
 * all tables but this one. */
#ifndef ESEP_WORD_INDEX_H
#define ESEP_WORD_INDEX_H

#include "str.h"

struct place {
	uint32_t start, end; /* bytes in the paragraph's text */
};

enum word_term { WORD_FORM, WORD_STEM /* lang:stem */, WORD_KEY, WORD_LEMMA };

/* Append a text as the index has it: in lower case, with `_` for blanks and
 * control bytes, which would part it in two. */
void word_index_add_term(struct strbuf *out, struct str text);

/* Append one term of a word, made by word_index_add_term, as the tokenizer
 * takes it; `first`: no term of this word is there yet. Words that follow one
 * another, each with the terms that may stand at its place, are a phrase; so
 * is a paragraph. */
void word_index_add_part(struct strbuf *out, enum word_term kind,
			 struct str term, bool first);

/* The next part of such a phrase; *first: it begins a word. The part has its
 * kind's sign in front. False at the end. */
bool word_index_next_part(struct str *phrase, struct str *part, bool *first);

#endif
