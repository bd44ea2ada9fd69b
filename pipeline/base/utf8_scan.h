/* Looks over the bytes of a text that need no decoding: as fast as a few
 * instructions a byte, for texts of many megabytes. What they cannot answer
 * byte by byte they leave to the exact functions of utf8.h. */
#ifndef ESEP_UTF8_SCAN_H
#define ESEP_UTF8_SCAN_H

#include "str.h"

/* Up to where the text is valid UTF-8 (as utf8_valid_until), always between
 * two characters: text.len where all of it is, else less than 40 bytes before
 * the first invalid one. */
size_t utf8_scan_valid(struct str text);

enum utf8_doubt {
	DOUBT_NFC,    /* a character that may compose, or has a normal form */
	DOUBT_PLAIN   /* that too, blanks other than one U+0020 at a time, and
	                 control characters */
};

/* Where the first character begins, from `from` on (between two characters),
 * that makes one doubt; text.len if none does. No doubt is right in any text,
 * valid or not; doubt may be wrong, outside ASCII, Cyrillic and the usual
 * punctuation. */
size_t utf8_scan_doubt(struct str text, size_t from, enum utf8_doubt doubt);

size_t utf8_scan_chars(struct str text);   /* as utf8_chars */

/* Whether one of the eight bytes at `at` is below 0x20. */
static inline bool utf8_scan_has_control(const char *at)
{
	uint64_t eight;

	memcpy(&eight, at, sizeof eight);
	return (eight - 0x2020202020202020u) & ~eight & 0x8080808080808080u;
}

#endif
