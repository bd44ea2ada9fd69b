/* What the two directions of pack.h agree on. */
#ifndef ESEP_PACK_INTERNAL_H
#define ESEP_PACK_INTERNAL_H

#include "pack.h"
#include "pack_kinds.h"

enum pack_part {
	PART_LAID,             /* the marks of each paragraph, their length in
	                          front */
	PART_NUMBERS, PART_TEXTS, PART_KINDS, PART_KIND_TEXTS, PART_FORMS,
	PACK_PARTS,
	PART_MARKS = PACK_PARTS, /* of the paragraph at hand */
	PACK_OPEN
};

enum {
	PACK_DIGEST = 16,      /* hexadecimal digits of the texts' SHA-256 */

	/* a kind of token, by its first number */
	KIND_STEM = 1,
	KIND_STEM_IS_FOLD = 2,
	KIND_KEY = 4,
	KIND_LEMMA = 8,
	KIND_INNER = 16,

	/* how a token lies */
	MARK_GAP = 3,          /* bytes from the end of the one before; 3: told */
	MARK_GLUED = 4,
	MARK_EXTRA = 8,
	MARK_PARTS = 16,
	MARK_OWN = 32,         /* its form is not what the text has there */
	MARK_END = 64,         /* its end is told: not the usual one */
	MARK_KIND = 128,       /* its kind is told: not the form's last one */

	RUN_CHANGED = 1, RUN_SAME = 2 /* as long as its source */
};

/* The texts of paragraphs, as the pack knows them by. */
void pack_digest(char hex[PACK_DIGEST + 1], const struct str *texts,
		 size_t count);

/* Where a token of a text usually ends that begins at `start`: with the letters
 * and digits, or behind the one other character. */
size_t pack_usual_end(struct str text, size_t start);

/* The members of what other tools wrote on a row. */
enum { EXTRA_TEXTS = 11 };
extern const size_t pack_extra_texts[EXTRA_TEXTS];

#endif
