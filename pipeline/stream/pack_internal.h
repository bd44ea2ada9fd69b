/* What the two directions of pack.h agree on. */
#ifndef ESEP_PACK_INTERNAL_H
#define ESEP_PACK_INTERNAL_H

#include "pack.h"

enum pack_part {
	PART_NUMBERS, PART_TEXTS, PART_TYPES, PART_TOKENS, PART_MARKS,
	PACK_PARTS
};

enum {
	PACK_DIGEST = 16,      /* hexadecimal digits of the texts' SHA-256 */

	/* a kind of token, by its first number */
	TYPE_OWN_FORM = 1,     /* its form follows; else its length */
	TYPE_STEM = 2,
	TYPE_STEM_IS_FOLD = 4,
	TYPE_KEY = 8,
	TYPE_LEMMA = 16,

	/* how a token lies */
	MARK_GAP = 3,          /* bytes from the end of the one before; 3: told */
	MARK_GLUED = 4,
	MARK_EXTRA = 8,
	MARK_PARTS = 16,
	MARK_EXTENT = 32,      /* its length is told, its form is its own */

	RUN_CHANGED = 1, RUN_SAME = 2 /* as long as its source */
};

/* The texts of paragraphs, as the pack knows them by. */
void pack_digest(char hex[PACK_DIGEST + 1], const struct str *texts,
		 size_t count);

/* The members of what other tools wrote on a row. */
enum { EXTRA_TEXTS = 11 };
extern const size_t pack_extra_texts[EXTRA_TEXTS];

#endif
