/* How far a word that begins with a letter or digit reaches. */
#ifndef ESEP_TOKENS_SCAN_H
#define ESEP_TOKENS_SCAN_H

#include "tokens.h"

struct token_scan {
	const struct token_splitter *by;
	struct str text;
	size_t apostrophe;  /* of the word scanned last; 0 = it has none */
	bool address;       /* the word scanned last is an address */
};

size_t token_scan_word(struct token_scan *scan, size_t start);

#endif
