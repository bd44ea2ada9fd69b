#include "utf8_scan.h"

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

enum { BLOCK = 32 };

static uint64_t eight_at(const unsigned char *bytes)
{
	uint64_t eight;

	memcpy(&eight, bytes, sizeof eight);
	return eight;
}

/* The states of a reader of UTF-8: how many bytes are missing, and between
 * which bounds. Each is the place of six bits in a byte's row, which hold the
 * state that the byte leads to. So a step is a shift, which neither branches
 * nor waits for memory; words of a few letters between blanks would have a
 * branch guessed wrong twice a word. INVALID is 0, and a row has nothing else
 * in its lowest bits: it leads to itself.
 * source  RFC 3629, section 4 */
enum {
	INVALID = 0, BETWEEN = 6, ONE = 12, TWO = 18, THREE = 24,
	BEHIND_E0 = 30, BEHIND_ED = 36, BEHIND_F0 = 42, BEHIND_F4 = 48
};

#define TO(from, to) ((uint64_t)(to) << (from))
#define ANY_TRAIL (TO(ONE, BETWEEN) | TO(TWO, ONE) | TO(THREE, TWO))
#define ASCII TO(BETWEEN, BETWEEN)
#define TRAIL_80 (ANY_TRAIL | TO(BEHIND_ED, ONE) | TO(BEHIND_F4, TWO))
#define TRAIL_90 (ANY_TRAIL | TO(BEHIND_ED, ONE) | TO(BEHIND_F0, TWO))
#define TRAIL_A0 (ANY_TRAIL | TO(BEHIND_E0, ONE) | TO(BEHIND_F0, TWO))
#define LEAD(state) TO(BETWEEN, state)

#define X4(row) row, row, row, row
#define X16(row) X4(row), X4(row), X4(row), X4(row)
#define X32(row) X16(row), X16(row)

static const uint64_t steps[256] = {
	X32(ASCII), X32(ASCII), X32(ASCII), X32(ASCII),
	X16(TRAIL_80), X16(TRAIL_90), X32(TRAIL_A0),
	INVALID, INVALID, LEAD(ONE), LEAD(ONE), X4(LEAD(ONE)),
	X4(LEAD(ONE)), X4(LEAD(ONE)), X16(LEAD(ONE)),
	LEAD(BEHIND_E0), X4(LEAD(TWO)), X4(LEAD(TWO)), X4(LEAD(TWO)),
	LEAD(BEHIND_ED), LEAD(TWO), LEAD(TWO),
	LEAD(BEHIND_F0), LEAD(THREE), LEAD(THREE), LEAD(THREE),
	LEAD(BEHIND_F4), /* and the rest is INVALID */
};

static bool is_ascii_block(const unsigned char *bytes)
{
	return !((eight_at(bytes) | eight_at(bytes + 8) |
		  eight_at(bytes + 16) | eight_at(bytes + 24)) & EACH(0x80));
}

size_t utf8_scan_valid(struct str text)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	uint64_t state = BETWEEN;
	size_t at = 0;

	while (text.len - at >= BLOCK) {
		uint64_t before = state;

		if (state == BETWEEN && is_ascii_block(bytes + at)) {
			at += BLOCK;
			continue;
		}
		for (size_t i = 0; i < BLOCK; i++)
			state = steps[bytes[at + i]] >> (state & 63);
		state &= 63;
		if (state == INVALID) {
			state = before;
			break;
		}
		at += BLOCK;
	}
	if (state != BETWEEN) /* back to where the last character begins */
		while (bytes[--at] < 0xc0)
			;
	return at;
}

/* What makes one doubt is told by two bytes next to each other: the first
 * says what may not follow it, and the second what it may not follow. So a
 * byte costs two look-ups and no branch. */
enum {
	ALONE = 1,      /* behind anything: the first byte of a character of
			   a block that holds marks or is seldom used here */
	CONTROL = 2,    /* behind anything, but not a matter of NFC */
	PAIR = 4,       /* a blank behind a blank */
	AFTER_C2 = 8,   /* U+0080 to U+00A0: controls and a blank */
	AFTER_D2 = 16,  /* U+0483 to U+0489: marks */
	AFTER_E2 = 32,  /* but for U+2000 to 203F, 2080 to 20BF, 2100 to 213F */
	AFTER_80 = 64,   /* of these U+2000 to 200F, 2028, 2029, 202F: blanks */
	AFTER_84 = 128, /* and U+2126, 212A, 212B, which NFC replaces */
	NFC_DOUBTS = ALONE | AFTER_D2 | AFTER_E2 | AFTER_80 | AFTER_84,
	ALL_DOUBTS = NFC_DOUBTS | CONTROL | PAIR | AFTER_C2
};

#define ANY (ALONE | CONTROL)
#define ANY_12 X4(ANY), X4(ANY), X4(ANY)

static const uint8_t first_says[256] = {
	X32(ANY), ANY | PAIR, ANY, ANY, ANY, ANY_12, X16(ANY), X32(ANY),
	X32(ANY), ANY | AFTER_80, ANY, ANY, ANY, ANY | AFTER_84, ANY, ANY, ANY,
	X4(ANY), X4(ANY), X16(ANY), X32(ANY),
	ANY, ANY, ANY | AFTER_C2, ANY, ANY_12,
	ANY, ANY, ANY | AFTER_D2, ANY, ANY_12,
	ANY, ANY, ANY | AFTER_E2, ANY, ANY_12, X16(ANY)
};

#define IN_80 (AFTER_80 | AFTER_C2)
#define IN_83 (IN_80 | AFTER_D2 | AFTER_E2)

static const uint8_t second_says[256] = {
	X32(CONTROL), [' '] = PAIR, [0x7f] = CONTROL,
	[0x80] = IN_80, IN_80 | AFTER_E2, IN_80, IN_83,
	IN_80 | AFTER_D2, IN_83, IN_83, IN_83, IN_83, IN_83,
	[0x8a] = IN_80 | AFTER_E2, IN_80 | AFTER_E2, X4(IN_80 | AFTER_E2),
	[0x90] = X16(AFTER_C2 | AFTER_E2),
	[0xa0] = AFTER_C2 | AFTER_E2, X4(AFTER_E2), AFTER_E2,
	[0xa6] = AFTER_E2 | AFTER_84, AFTER_E2,
	[0xa8] = AFTER_E2 | AFTER_80, AFTER_E2 | AFTER_80,
	[0xaa] = AFTER_E2 | AFTER_84, AFTER_E2 | AFTER_84,
	[0xac] = AFTER_E2, AFTER_E2, AFTER_E2, AFTER_E2 | AFTER_80,
	[0xb0] = X16(AFTER_E2),
	[0xc0] = ALONE, ALONE,
	[0xcc] = X4(ALONE),
	[0xd4] = X4(ALONE), X4(ALONE), X4(ALONE), ALONE, ALONE,
	[0xe3] = ALONE, X4(ALONE), X4(ALONE), X4(ALONE), X16(ALONE)
};

/* Where the character begins that byte `at` belongs to, if that is not before
 * `from`. */
static size_t character_of(const unsigned char *bytes, size_t from, size_t at)
{
	size_t start = at;

	while (start > from && at - start < 3 && (bytes[start] & 0xc0) == 0x80)
		start--;
	return start;
}

/* Whether eight bytes of ASCII hold neither controls nor two blanks in a row.
 * No sum carries from one byte into the next. */
static bool is_plain_eight(uint64_t eight)
{
	uint64_t controls = ~(eight + EACH(0x60)) | (eight + EACH(1));
	uint64_t blanks = ~((eight ^ EACH(' ')) + EACH(0x7f)) & EACH(0x80);

	return !((controls & EACH(0x80)) | (blanks & blanks << 8));
}

/* A block of ASCII alone that makes no one doubt, behind the byte `last`; may
 * say no. */
static bool is_plain_ascii(const unsigned char *bytes, unsigned last)
{
	if (!is_ascii_block(bytes))
		return false;
	for (size_t i = 0; i < BLOCK; last = bytes[i + 7], i += 8)
		if (!is_plain_eight(eight_at(bytes + i)) ||
		    (last == ' ' && bytes[i] == ' '))
			return false;
	return true;
}

size_t utf8_scan_doubt(struct str text, size_t from, enum utf8_doubt doubt)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	const unsigned mask = doubt == DOUBT_NFC ? NFC_DOUBTS : ALL_DOUBTS;
	unsigned last = 0;
	size_t at = from;

	for (; text.len - at >= BLOCK; at += BLOCK) {
		unsigned found = 0, before = last;

		last = bytes[at + BLOCK - 1];
		if (is_plain_ascii(bytes + at, before))
			continue;
		for (size_t i = 0; i < BLOCK; i++) {
			found |=
				first_says[before] & second_says[bytes[at + i]];
			before = bytes[at + i];
		}
		if (found & mask)
			break;
	}
	last = at > from ? bytes[at - 1] : 0;
	for (; at < text.len; last = bytes[at++])
		if (first_says[last] & second_says[bytes[at]] & mask)
			return character_of(bytes, from, at);
	return text.len;
}

/* A byte that goes on with a character is 10xxxxxx. Up to 255 blocks of eight
 * are counted side by side before the counts are added up. */
size_t utf8_scan_chars(struct str text)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	size_t trails = 0, at = 0;

	while (text.len - at >= 8) {
		size_t blocks = (text.len - at) / 8;
		uint64_t counts = 0;

		for (blocks = blocks < 255 ? blocks : 255; blocks > 0;
		     blocks--, at += 8) {
			uint64_t eight = eight_at(bytes + at);

			counts += eight >> 7 & ~(eight >> 6) & EACH(1);
		}
		for (; counts > 0; counts >>= 8)
			trails += counts & 0xff;
	}
	for (; at < text.len; at++)
		trails += (bytes[at] & 0xc0) == 0x80;
	return text.len - trails;
}
