/* How far a word that begins with a letter or digit reaches; for tokens.c,
 * tokens_scan.c and token_hyphens.c alone. */
#ifndef ESEP_TOKENS_INTERNAL_H
#define ESEP_TOKENS_INTERNAL_H

#include "tokens.h"

struct token_scan {
	const struct token_splitter *by;
	struct str text;
	size_t apostrophe;  /* of the word scanned last; 0 = it has none */
	bool address;       /* the word scanned last is an address */
};

size_t token_scan_word(struct token_scan *scan, size_t start);

/* What follows is for tokens_scan.c and token_hyphens.c alone. */

static inline uint8_t token_class_at(const struct token_scan *scan, size_t at,
				     size_t *next)
{
	return classes_at(scan->by->classes, scan->text, at, next);
}

static inline bool token_is_word_at(const struct token_scan *scan, size_t at)
{
	size_t next;

	return class_is_word(token_class_at(scan, at, &next));
}

static inline bool token_is_class_at(const struct token_scan *scan, size_t at,
				     enum character_class class)
{
	size_t next;

	return class_is(token_class_at(scan, at, &next), class);
}

static inline char token_byte_at(const struct token_scan *scan, size_t at)
{
	return at < scan->text.len ? scan->text.data[at] : '\0';
}

/* Letters, digits and what clings to them. */
size_t token_run(const struct token_scan *scan, size_t at);

/* The word start..end goes on behind the hyphen at `end`, which itself ends at
 * `behind`: gives where (`behind`), or `end` if it does not, or the end of a
 * telephone number. `before` is the class of what stands before the hyphen. */
size_t token_hyphen(const struct token_scan *scan, size_t start, size_t end,
		    size_t behind, uint8_t before);

#endif
