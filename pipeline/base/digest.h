/* SHA-256 (FIPS 180-4), from Nettle. */
#ifndef ESEP_DIGEST_H
#define ESEP_DIGEST_H

#include "str.h"

enum { DIGEST_HEX = 64 };

/* The digest in lower-case hexadecimal digits, NUL-terminated. */
void digest_hex(char hex[DIGEST_HEX + 1], struct str bytes);

/* The same of a file that is open for reading, from where it stands to its end.
 * False where it cannot be read (errno). */
bool digest_file(char hex[DIGEST_HEX + 1], int file);

#endif
