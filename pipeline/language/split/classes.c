#include "classes.h"

#include "utf8.h"

static bool is_raised(uint32_t c)
{
	return c == 0xb2 || c == 0xb3 || c == 0xb9 || c == 0x2070 ||
	       (c >= 0x2074 && c <= 0x2079);
}

/* Quotation marks by what they do in English, Russian and Kazakh texts, where
 * “ opens and closes only behind „; the straight ones are left as PUNCT. */
static uint8_t punct_of(uint32_t c)
{
	static const uint32_t open[] = { '(', '[', '{', 0xab, 0x2018, 0x201a,
					 0x201c, 0x201e, 0x2039, 0x300a };
	static const uint32_t close[] = { ')', ']', '}', 0xbb, 0x2019, 0x201d,
					  0x203a, 0x300b };

	for (size_t i = 0; i < COUNT_OF(open); i++)
		if (c == open[i])
			return CLASS_OPEN;
	for (size_t i = 0; i < COUNT_OF(close); i++)
		if (c == close[i])
			return CLASS_CLOSE;
	if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return CLASS_DASH;
	return CLASS_PUNCT;
}

static uint8_t letter_of(char kind)
{
	if (kind == 'l')
		return CLASS_LETTER | CLASS_LOWER;
	return kind == 'u' || kind == 't' ? CLASS_LETTER | CLASS_UPPER
					  : CLASS_LETTER;
}

uint8_t classes_compute(uint32_t c)
{
	const char *category = utf8_category(c);

	if (category[0] == 'Z' || (c >= '\t' && c <= '\r'))
		return CLASS_BLANK;
	if (is_raised(c))
		return CLASS_RAISED;
	if (category[0] == 'M' || !strcmp(category, "Cf") || c == 0x482)
		return CLASS_GLUE;
	if (category[0] == 'L')
		return letter_of(category[1]);
	if (category[0] == 'N')
		return CLASS_DIGIT;
	if (category[0] == 'P' || c == 0x2212)
		return punct_of(c);
	return !strcmp(category, "Cc") ? CLASS_PUNCT : CLASS_SYMBOL;
}

void classes_build(struct classes *classes)
{
	for (uint32_t i = 0; i < CLASSES_LOW; i++)
		classes->low[i] = classes_compute(i);
	for (uint32_t i = 0; i < CLASSES_MARK_COUNT; i++)
		classes->marks[i] = classes_compute(CLASSES_MARKS + i);
}

uint8_t classes_long_at(const struct classes *classes, struct str text,
			size_t at, size_t *next)
{
	*next = at;
	if (at >= text.len)
		return CLASS_BLANK;
	return classes_of(classes, utf8_next(text, next));
}

/* The place of the first byte of sixteen that is not zero. */
static size_t first_byte(const uint64_t halves[2])
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return halves[0] ? (size_t)__builtin_ctzll(halves[0]) / 8
			 : 8 + (size_t)__builtin_ctzll(halves[1]) / 8;
#else
	return halves[0] ? (size_t)__builtin_clzll(halves[0]) / 8
			 : 8 + (size_t)__builtin_clzll(halves[1]) / 8;
#endif
}

/* A vector of GCC's and clang's, on any machine. */
typedef unsigned char block __attribute__((vector_size(16)));

/* In valid UTF-8 a trailing byte stands behind its lead, so that those behind
 * the leads that are asked for need no look at what they follow. */
size_t classes_skip_plain(struct str text, size_t at)
{
	const size_t from = at;

	for (; text.len - at >= sizeof(block); at += sizeof(block)) {
		uint64_t other[2];
		block bytes, plain;

		memcpy(&bytes, text.data + at, sizeof bytes);
		plain = (block)(((bytes | 32) - 'a' < 26) | (bytes - '0' < 10) |
				(bytes - 0x80 < 0x40) | (bytes - 0xd0 < 4));
		plain = ~plain;
		memcpy(other, &plain, sizeof other);
		if (other[0] | other[1])
			return at + first_byte(other);
	}
	if (at > from && (unsigned char)text.data[at - 1] >= 0xc0)
		at--; /* a lead whose character ends behind the last block */
	return at;
}

uint8_t classes_before(const struct classes *classes, struct str text,
		       size_t at, size_t *start)
{
	*start = 0;
	if (at == 0)
		return CLASS_BLANK;
	return classes_of(classes, utf8_before(text, at, start));
}

struct str classes_trim_end(const struct classes *classes, struct str text)
{
	size_t start;

	while (text.len > 0 &&
	       class_is(classes_before(classes, text, text.len, &start),
			CLASS_BLANK))
		text.len = start;
	return text;
}
