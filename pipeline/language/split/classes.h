/* Classes of characters for splitting text, by a table built once: a look-up
 * a character instead of a search in the Unicode data.
 * source: UnicodeData's general categories; the grouping follows the word
 *         boundary property of UAX #29 (ALetter, Numeric, Extend, Format). */
#ifndef ESEP_CLASSES_H
#define ESEP_CLASSES_H

#include "str.h"

enum character_class {
	CLASS_BLANK,  /* Z* and the ASCII blanks; also what lies past the end */
	CLASS_LETTER, /* L*, Nl */
	CLASS_DIGIT,  /* Nd, and No that is no superscript (½) */
	CLASS_GLUE,   /* M*, Cf, ҂: belongs to what stands before it */
	CLASS_RAISED, /* superscript digits: footnote marks */
	CLASS_OPEN,   /* Ps, Pi and the low quotation marks */
	CLASS_CLOSE,  /* Pe, Pf, the double high quotation mark “ behind „ */
	CLASS_DASH,   /* Pd */
	CLASS_PUNCT,  /* any other punctuation, control characters */
	CLASS_SYMBOL, /* S*, and what has no category */
	CLASS_MASK = 15,
	CLASS_UPPER = 16, /* flag: Lu, Lt */
	CLASS_LOWER = 32  /* flag: Ll */
};

/* What reports are written with: the characters of two bytes at most, and the
 * General Punctuation. To compute the entries of all others at every start
 * would take longer than to read a report. */
enum { CLASSES_LOW = 0x800, CLASSES_MARKS = 0x2000, CLASSES_MARK_COUNT = 0x70 };

struct classes {
	uint8_t low[CLASSES_LOW];
	uint8_t marks[CLASSES_MARK_COUNT];
};

void classes_build(struct classes *classes);

/* The entry of a code point that the tables do not have. */
uint8_t classes_compute(uint32_t code_point);

/* The entry of a character, flags included. */
static inline uint8_t classes_of(const struct classes *classes, uint32_t c)
{
	if (c < CLASSES_LOW)
		return classes->low[c];
	if (c - CLASSES_MARKS < CLASSES_MARK_COUNT)
		return classes->marks[c - CLASSES_MARKS];
	return classes_compute(c);
}

/* The character at byte `at`, which may be text.len or more (CLASS_BLANK).
 * *next is where the next one begins. Broken UTF-8 gives single bytes. */
uint8_t classes_long_at(const struct classes *classes, struct str text,
			size_t at, size_t *next);

static inline uint8_t classes_at(const struct classes *classes, struct str text,
				 size_t at, size_t *next)
{
	unsigned char first = at < text.len ? (unsigned char)text.data[at] : 0;

	if (at < text.len && first < 0x80) {
		*next = at + 1;
		return classes->low[first];
	}
	if (at + 1 < text.len && first >= 0xc2 && first < 0xe0) {
		*next = at + 2;
		return classes->low[(first & 0x1fu) << 6 |
				    ((unsigned char)text.data[at + 1] & 0x3fu)];
	}
	return classes_long_at(classes, text, at, next);
}

/* Where the letters and digits of ASCII and the characters of U+0400 to U+04FF
 * that stand at byte `at` end, or up to 16 bytes before the end of the text:
 * many at a time. Of a valid text always between two characters. */
size_t classes_skip_plain(struct str text, size_t at);

/* The character that ends before byte `at`; CLASS_BLANK at the beginning. */
uint8_t classes_before(const struct classes *classes, struct str text,
		       size_t at, size_t *start);

/* The text without the blanks at its end. */
struct str classes_trim_end(const struct classes *classes, struct str text);

static inline bool class_is(uint8_t entry, enum character_class class)
{
	return (entry & CLASS_MASK) == class;
}

static inline bool class_is_word(uint8_t entry)
{
	unsigned class = entry & CLASS_MASK;

	return class == CLASS_LETTER || class == CLASS_DIGIT;
}

#endif
