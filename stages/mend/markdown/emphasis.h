/* Pairs among runs of `*`, `_` and `~~`. */
#ifndef ESEP_EMPHASIS_H
#define ESEP_EMPHASIS_H

#include "str.h"

struct delimiter {
	size_t at;             /* of the run's first byte that is left */
	size_t count, length;  /* bytes left, at first */
	size_t previous;       /* that may open; DELIMITER_NONE: none */
	char mark;
	bool opens, closes;
	bool in_word;          /* a letter or digit stands on both sides */
	size_t reach;          /* where what it opens in a word must close */
};

#define DELIMITER_NONE SIZE_MAX

struct delimiters {
	LIST(struct delimiter) items;
};

/* Add the run of marks that begins at byte `at`; returns its end. */
size_t delimiters_add(struct delimiters *delimiters, struct str text,
		      size_t at);

/* Pair the runs from number `first` on and forget them; `pair` is told of both
 * stretches of marks, of `len` bytes each.
 * source  CommonMark 0.31, appendix "process emphasis"
 * cost    linear in the runs */
void delimiters_pair(struct delimiters *delimiters, size_t first,
		     void (*pair)(void *data, size_t open, size_t close,
				  size_t len),
		     void *data);

#endif
