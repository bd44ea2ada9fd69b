/* The index by which esep-search finds words: how a word becomes a term of the
 * FTS5 table word_index, and where the words of a paragraph stand in its text.
 *
 * The places of a paragraph's words are bytes: for each word, the distance of
 * its start from the start of the word before (0 for the first) and its
 * length, as unsigned LEB128 numbers. */
#ifndef ESEP_WORD_INDEX_H
#define ESEP_WORD_INDEX_H

#include "str.h"

struct place {
	uint32_t start, end; /* bytes in the paragraph's text */
};

/* Append a text as the index has it: in lower case, with `_` for blanks and
 * control bytes, which would part it in two. */
void word_index_add_term(struct strbuf *out, struct str text);

/* Append a word's place; `before` is that of the word before it, whose start
 * is at or before this one's ({0, 0} for the first). */
void word_index_add_place(struct strbuf *out, struct place before,
			  struct place place);

/* Take the next word off *bytes; *place holds the word before it and becomes
 * this one. False at the end, for bytes that are no places, and for a place
 * that does not lie in a text of `len` bytes. */
bool word_index_next_place(struct str *bytes, size_t len, struct place *place);

#endif
