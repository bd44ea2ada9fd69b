/* How often a document has each word, as one block of bytes a language:
 * term_block of schema.c, which the view v_terms takes apart in SQL.
 *
 * An entry is numbers, unsigned LEB128: the step from the number of the term
 * before; how many characters of the stem its commonest spelling begins with,
 * times four, and 1 if it came up more than once, and 2 if the spelling goes on.
 * If so, there follow the count and by how much it is greater than the number of
 * paragraphs; the number of bytes of the rest, and those. */
#ifndef ESEP_TERM_BLOCK_H
#define ESEP_TERM_BLOCK_H

#include "str.h"

struct term_count {
	uint64_t term;       /* its row */
	uint64_t count, paragraphs;
	uint64_t kept;       /* characters of the stem */
	struct str rest;     /* of the spelling */
};

/* Append an entry; `before` is the term of the one before, or 0. */
void term_block_add(struct strbuf *out, uint64_t before,
		    const struct term_count *entry);

/* Take the next entry off *bytes; *entry holds the one before it, at first all
 * zero, and becomes this one. False at the end and for bytes that are none. */
bool term_block_next(struct str *bytes, struct term_count *entry);

#endif
