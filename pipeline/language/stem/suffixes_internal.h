/* The tables of a suffix stemmer as suffixes_open leaves them; for the files
 * suffixes*.c alone. */
#ifndef ESEP_SUFFIXES_INTERNAL_H
#define ESEP_SUFFIXES_INTERNAL_H

#include "string_map.h"
#include "suffixes.h"
#include "lexicons.h"

enum {
	SUFFIX_CLASSES_MAX = 24,
	SUFFIX_ALPHABETS_MAX = 8,
	SUFFIX_SLOTS_MAX = 64,     /* with the classes of roots; a bit each */
	SUFFIX_LETTERS = 0x530,    /* Cyrillic and what comes before it */
	SUFFIX_LONGEST_WORD = 200, /* bytes */
	SUFFIX_RESTORES_MAX = 8,   /* bytes */
	SUFFIX_COST_MAX = 30
};

/* Classes with a meaning to the code, in the order of its bits. */
enum {
	SOUND_BACK = 1,
	SOUND_FRONT = 2,
	SOUND_FREE = 4,     /* of an ending: it keeps to no harmony */
	SOUND_EITHER = 8,   /* a vowel behind which both can stand */
	SOUND_FIRST = 16    /* of first syllables; elsewhere as `either` */
};

/* Classes of roots; they are the first slots. */
enum { ROOT_NOUN, ROOT_VERB, ROOT_PARTICLE, ROOT_NUMERAL, ROOT_CLASSES };

/* The value of a root in the map: the bits of its classes, and how common it
 * is in each, a digit of so many bits a class. */
enum { ROOT_WEIGHT_BITS = 4, ROOT_WEIGHT_MAX = 9 };

static inline uint32_t root_classes_of(uint32_t root)
{
	return root & ((1U << ROOT_CLASSES) - 1);
}

static inline uint32_t root_weight(uint32_t root, unsigned class)
{
	return root >> (ROOT_CLASSES + class * ROOT_WEIGHT_BITS) &
	       ((1U << ROOT_WEIGHT_BITS) - 1);
}

/* May a word end in this slot? */
enum suffix_ends { ENDS_NO, ENDS_DOUBT, ENDS_SURE };

struct suffix_slot {
	struct str name;
	uint64_t behind;           /* slots and classes of roots */
	enum suffix_ends ends;
	bool guess;                /* comes off unknown words */
	bool kept;                 /* belongs to the stem */
	bool lemma;                /* the stem before it is a lemma */
	uint8_t cost;              /* how rare it is, against other readings */
};

struct suffix_rule {
	struct str suffix;
	struct str restores;       /* what the root lost before the suffix */
	uint32_t after;            /* classes of sounds; 0 = any */
	uint8_t harmony;           /* SOUND_BACK, SOUND_FRONT or 0 */
	uint8_t keep;              /* letters */
	uint8_t slot;
	bool vowel;                /* begins as the class `voicing` */
	bool voices;               /* ends in a letter that `voicing` voices */
};

struct suffix_final {
	struct str from, to;       /* of one length */
};

struct latin_letter {
	struct str latin, cyrillic, after_vowel;
	uint32_t in;               /* the alphabets that have it, a bit each */
};

struct suffixes {
	const struct table *irregular, *root_table;
	int form_column, root_column;
	struct suffix_slot slots[SUFFIX_SLOTS_MAX];
	size_t slot_count;
	LIST(struct suffix_rule) rules;       /* by last letter */
	uint16_t rules_from[SUFFIX_LETTERS + 1]; /* by last letter */
	struct str classes[SUFFIX_CLASSES_MAX];
	size_t class_count;
	uint32_t letters[SUFFIX_LETTERS];     /* classes of each letter */
	bool in_rules[SUFFIX_LETTERS];        /* an ending has the letter */
	uint32_t vowels;                      /* the class `vowel` */
	uint32_t voicing;                     /* … `voicing` */
	uint32_t sign;                        /* … `sign` */
	LIST(struct suffix_final) finals;
	bool is_voiced[SUFFIX_LETTERS];       /* one of them is from it */
	LIST(struct str) restores;            /* those that rules have */
	LIST(struct latin_letter) latin;      /* by first byte */
	uint8_t latin_from[UINT8_MAX + 2];    /* by first byte */
	struct str alphabets[SUFFIX_ALPHABETS_MAX]; /* as their rows come */
	size_t alphabet_count;
	struct string_map roots;      /* a root: its classes, a bit each */
	struct string_map wholes;     /* a form: row of its stem, plus one */
	struct beginnings of_wholes;
	struct string_map variants;   /* of a root: row of the root, plus one */
};

/* The classes of a letter. */
static inline uint32_t suffixes_class(const struct suffixes *suffixes,
				      uint32_t letter)
{
	return letter < SUFFIX_LETTERS ? suffixes->letters[letter] : 0;
}

/* The harmony behind a letter of these classes, where it was `before`. A vowel
 * that stands behind another one is foreign, and both can follow. */
static inline uint8_t suffixes_harmony_after(const struct suffixes *suffixes,
					     uint32_t class, uint32_t previous,
					     uint8_t before)
{
	if ((class & SOUND_EITHER) || ((class & SOUND_FIRST) && before) ||
	    (class & previous & suffixes->vowels))
		return 0;
	return class & (SOUND_BACK | SOUND_FRONT) ?
		       (uint8_t)(class & (SOUND_BACK | SOUND_FRONT)) : before;
}

/* The harmony of the last letter of the text that has one: SOUND_BACK,
 * SOUND_FRONT, or 0 where both may follow. */
uint8_t suffixes_harmony(const struct suffixes *suffixes, struct str text);

/* What a search through all ways to cut a word found. */
struct suffix_cut {
	char stem[SUFFIX_LONGEST_WORD + 32];
	size_t len;
	size_t chars;            /* of a guess */
	int score;               /* how likely it is, if known */
	bool known;              /* it is a root, or made from one */
	bool certain;            /* no other root fits, and it is a lemma */
};

/* The best stem of a word of at most SUFFIX_LONGEST_WORD bytes. False where
 * nothing comes off. */
bool suffixes_search(const struct suffixes *suffixes, struct str word,
		     struct suffix_cut *cut);

/* Turn a voiced last letter back (кітаб, кітап), in place. */
void suffixes_unvoice(const struct suffixes *suffixes, char *text, size_t len);

/* The stem of a lower-case Cyrillic word (stem replaced). Whether its root is
 * known. */
bool suffixes_find_stem(const struct suffixes *suffixes, struct str word,
			struct strbuf *stem);

/* A lower-case word in Latin letters in Cyrillic (out replaced), by the last
 * alphabet that leads to a known root, which it returns; else by the last that
 * has all its letters, and empty where none has. */
bool suffixes_from_latin(const struct suffixes *suffixes, struct str word,
			 struct strbuf *out);

#endif
