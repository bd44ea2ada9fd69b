/* UTF-8 text: decoding, counting, folding, normal forms, classes of letters.
 * The one place that includes utf8proc (Unicode 15). Offsets and lengths are
 * bytes unless a name says `chars` (code points). */
#ifndef ESEP_UTF8_H
#define ESEP_UTF8_H

#include "str.h"

/* The code point at byte `*at`, which moves behind it. An invalid byte gives
 * U+FFFD and moves one byte. text.len > *at is required. */
uint32_t utf8_next_long(struct str text, size_t *at); /* where it is long */

static inline uint32_t utf8_next(struct str text, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + *at;

	if (bytes[0] < 0x80) {
		++*at;
		return bytes[0];
	}
	if (bytes[0] >= 0xc2 && bytes[0] < 0xe0 && text.len - *at > 1 &&
	    (bytes[1] & 0xc0) == 0x80) {
		*at += 2;
		return (uint32_t)(bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);
	}
	return utf8_next_long(text, at);
}

/* The code point that ends before byte `at` (> 0); it begins at *start. */
uint32_t utf8_before(struct str text, size_t at, size_t *start);

void utf8_add(struct strbuf *buf, uint32_t code_point);
size_t utf8_chars(struct str text);          /* code points in the text */

/* The byte offset of the first invalid byte, or text.len if the text is valid
 * (RFC 3629: shortest forms, no surrogates, at most U+10FFFF). */
size_t utf8_valid_until(struct str text);

bool utf8_is_nfc_surely(struct str text); /* quick check, may say no in doubt */

/* Append the text in NFC. Text that is not valid UTF-8 is appended as it is.
 * cost  linear, however many marks stand in a row */
void utf8_add_nfc(struct strbuf *buf, struct str text);

/* Append the simple case folding (CaseFolding.txt, C and S), which keeps the
 * number of code points. */
void utf8_add_fold(struct strbuf *buf, struct str text);
uint32_t utf8_fold_other(uint32_t code_point); /* any, by search */

/* In ASCII and among the letters that Russian and Kazakh write with, capitals
 * and small letters lie in steps. */
static inline uint32_t utf8_fold_char(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0x410 && c < 0x460)
		return c < 0x430 ? c + 32 : c;
	if ((c >= 0x48a && c < 0x4c0) || (c >= 0x4d0 && c < 0x530))
		return c | 1;
	return utf8_fold_other(c);
}
uint32_t utf8_upper_char(uint32_t code_point);

/* A Latin letter without its accents (é: e); anything else as it is.
 * source: the canonical decompositions of UnicodeData.txt */
uint32_t utf8_plain_char(uint32_t code_point);

/* How many characters two texts have in common from the first on, without
 * regard to case. */
size_t utf8_common(struct str a, struct str b);

/* UnicodeData's general category: "Lu", "Zs", "Cn" … */
const char *utf8_category(uint32_t code_point);

/* Classes from it. */
static inline bool utf8_is_letter(uint32_t c); /* L* and M* */
bool utf8_is_upper(uint32_t code_point);     /* Lu and Lt */
bool utf8_is_lower(uint32_t code_point);     /* Ll */
bool utf8_has_upper(struct str text);        /* anywhere in it */
bool utf8_is_digit(uint32_t code_point);     /* Nd */
bool utf8_is_number(uint32_t code_point);    /* N* */
bool utf8_is_space(uint32_t code_point);     /* Z* and the ASCII blanks */
bool utf8_is_punct(uint32_t code_point);     /* P* */
bool utf8_is_symbol(uint32_t code_point);    /* S* */
static inline bool utf8_is_mark(uint32_t c); /* M* */
bool utf8_is_format(uint32_t code_point);    /* Cf: soft hyphen, zero-width … */
bool utf8_is_cyrillic(uint32_t code_point);  /* U+0400–U+052F */
bool utf8_is_latin(uint32_t code_point);     /* up to U+024F, U+1E00–1EFF */

/* The same by search. In ASCII, Latin-1 and among Cyrillic letters it takes a
 * comparison or two. */
bool utf8_is_other_letter(uint32_t code_point);
bool utf8_is_other_mark(uint32_t code_point);

static inline bool utf8_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	if (c >= 0x400 && c < 0x530)
		return c != 0x482;
	return utf8_is_other_letter(c);
}

static inline bool utf8_is_mark(uint32_t c)
{
	if (c < 0x300)
		return false;
	if (c >= 0x400 && c < 0x530)
		return c >= 0x483 && c <= 0x489;
	return utf8_is_other_mark(c);
}

/* How many columns the text takes on a terminal (wcwidth's idea). */
size_t utf8_columns(struct str text);

/* The end of what a reader takes for one character: a letter with its marks,
 * an emoji of several code points. `at` is where one begins.
 * source: UAX #29, extended grapheme clusters */
size_t utf8_cluster_end(struct str text, size_t at);

/* What a terminal would obey: controls, line and paragraph separators, marks
 * that turn the direction of text around. */
bool utf8_is_obeyed(uint32_t code_point);

#endif
