/* Letters that some of the languages of a script write and others do not:
 * column `letters` of languages.tsv. What they tell of a word is which
 * languages it may be spelled in. A language is the bit of its row. */
#ifndef ESEP_LETTER_WRITERS_H
#define ESEP_LETTER_WRITERS_H

#include "str.h"

enum { LETTER_LANGUAGES = 32 };

struct letter_writer {
	uint32_t letter;      /* in lower case */
	uint32_t languages;   /* that write it */
};
struct letter_writers {
	LIST(struct letter_writer) items;
	uint32_t with_letters; /* languages that have any of them */
};

/* What the letters of a word say, all zero before the first. */
struct spelling {
	uint32_t own;         /* languages that write one of them */
	uint32_t lacked;      /* languages that lack one of them */
};

/* The letters of the language of row `row` (< LETTER_LANGUAGES). */
void letter_writers_add(struct letter_writers *writers, size_t row,
			struct str letters);
void letter_writers_release(struct letter_writers *writers);

/* One more letter of the word, in lower case; others are passed over.
 * cost  linear in the letters of languages.tsv; none for an ASCII letter */
static inline void spelling_add(struct spelling *spelling,
				const struct letter_writers *writers,
				uint32_t letter)
{
	for (size_t i = 0; letter >= 0x80 && i < writers->items.count; i++)
		if (writers->items.items[i].letter == letter) {
			spelling->own |= writers->items.items[i].languages;
			spelling->lacked |= ~writers->items.items[i].languages;
		}
}

/* The same for all letters of a text. */
void spelling_add_text(struct spelling *spelling,
		       const struct letter_writers *writers, struct str text);

/* The languages that such a word is spelled in: which lack none of its letters
 * and, where they have some of their own, write it with one of these. */
static inline uint32_t spelling_languages(const struct spelling *spelling,
					  const struct letter_writers *writers)
{
	return ~spelling->lacked & (spelling->own | ~writers->with_letters);
}

#endif
