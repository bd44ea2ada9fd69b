/* Numbers as bytes, seven bits each, the lowest first: unsigned LEB128.
 * source  DWARF 5, 7.6 */
#ifndef ESEP_LEB128_H
#define ESEP_LEB128_H

#include "str.h"

static inline void leb128_add(struct strbuf *out, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		strbuf_add_char(out, (char)(number | 0x80));
	strbuf_add_char(out, (char)number);
}

/* Take a number off *bytes. False at the end, and for more than 63 bits. */
static inline bool leb128_next(struct str *bytes, uint64_t *number)
{
	*number = 0;
	for (unsigned i = 0; i < bytes->len && i < 9; i++) {
		unsigned char byte = (unsigned char)bytes->data[i];

		*number |= (uint64_t)(byte & 0x7f) << 7 * i;
		if (byte < 0x80) {
			*bytes = str_slice(*bytes, i + 1, bytes->len);
			return true;
		}
	}
	return false;
}

#endif
