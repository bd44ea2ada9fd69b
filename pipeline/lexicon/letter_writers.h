/* Letters that some of the languages of a script write and others do not:
 * column `letters` of languages.tsv. What they tell of a word is which
 * languages it may be spelled in. A language is the bit of its row. */
#ifndef ESEP_LETTER_WRITERS_H
#define ESEP_LETTER_WRITERS_H

#include "str.h"

enum {
	LETTER_LANGUAGES = 32,
	LETTER_LIMIT = 0x530   /* letters lie below: Cyrillic, and Latin */
};

struct letter_writers {
	uint32_t by[LETTER_LIMIT]; /* languages that write it; 0: no such one */
	uint32_t with_letters;     /* languages that have any */
};

/* What the letters of a word say, all zero before the first. */
struct spelling {
	uint32_t own;         /* languages that write one of them */
	uint32_t lacked;      /* languages that lack one of them */
};

/* The letters of the language of row `row` (< LETTER_LANGUAGES), in lower
 * case; capitals are added. False for a letter beyond LETTER_LIMIT. */
bool letter_writers_add(struct letter_writers *writers, size_t row,
			struct str letters);

/* One more letter of the word. */
static inline void spelling_add(struct spelling *spelling,
				const struct letter_writers *writers,
				uint32_t letter)
{
	uint32_t by = letter < LETTER_LIMIT ? writers->by[letter] : 0;

	if (by) {
		spelling->own |= by;
		spelling->lacked |= ~by;
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
