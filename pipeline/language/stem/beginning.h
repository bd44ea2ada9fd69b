/* The first two letters of a word as stems have them: what a word and its stem
 * have in common, but for the words that tables name. A stem has no stress, so
 * letters with a mark are none. */
#ifndef ESEP_BEGINNING_H
#define ESEP_BEGINNING_H

#include "utf8.h"

/* A lower-case letter as stems and lexemes have it: ё is е, as writers leave
 * its dots to choice. */
static inline uint32_t stem_letter(uint32_t letter)
{
	return letter == 0x451 ? 0x435 : letter;
}

struct beginning {
	uint32_t letters[2];   /* the second is 0 in a word of one letter */
};

/* False for a text that does not begin so. What follows one letter, the end or
 * no letter, may not be a `*`, which stands for any letters. */
static inline bool beginning_of(struct str text, struct beginning *beginning)
{
	size_t at = 0;
	uint32_t first = text.len > 0 ? utf8_next(text, &at) : 0, second;

	if (!utf8_is_letter(first) || utf8_is_mark(first))
		return false;
	second = at < text.len ? utf8_next(text, &at) : 0;
	if (second == '*' || utf8_is_mark(second))
		return false;
	beginning->letters[0] = stem_letter(utf8_fold_char(first));
	beginning->letters[1] = utf8_is_letter(second)
		? stem_letter(utf8_fold_char(second)) : 0;
	return true;
}

static inline bool beginning_equal(const struct beginning *a,
				   const struct beginning *b)
{
	return a->letters[0] == b->letters[0] && a->letters[1] == b->letters[1];
}

/* Words by their first four letters: what was put in is there, and a few others
 * may be. Case is no matter. */
struct beginnings {
	uint64_t bits[256];
};

static inline size_t beginnings_place(struct str word)
{
	uint64_t hash = 0;
	size_t at = 0;

	for (int i = 0; i < 4 && at < word.len; i++)
		hash = (hash ^ stem_letter(utf8_fold_char(
				       utf8_next(word, &at)))) *
		       0x9e3779b97f4a7c15u;
	return (size_t)(hash >> 50);
}

static inline void beginnings_add(struct beginnings *set, struct str word)
{
	size_t place = beginnings_place(word);

	set->bits[place / 64] |= UINT64_C(1) << place % 64;
}

static inline bool beginnings_have(const struct beginnings *set,
				   struct str word)
{
	size_t place = beginnings_place(word);

	return set->bits[place / 64] >> place % 64 & 1;
}

#endif
