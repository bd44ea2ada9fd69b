/* Rows that came before: what a row holds between its ID and its TokenRange is
 * nearly always what some row held not long ago, and is then not read again.
 * For stream_read*.c alone. */
#ifndef ESEP_STREAM_READ_KNOWN_H
#define ESEP_STREAM_READ_KNOWN_H

#include "document.h"

enum { KNOWN_BYTES = 109 };
struct known_row {
	word_id form, stem, key, inner; /* `form` 0: nothing is here */
	bool is_lemma, no_space;
	uint8_t len;
	char bytes[KNOWN_BYTES];
};

_Static_assert(sizeof(struct known_row) == 2 * MEMORY_LINE,
	       "a row that is known is two lines of the cache");

struct known_rows {
	struct known_row *list;     /* by hash; the last of them stays */
	unsigned generation;        /* of the words */
};

/* Take ID, and TokenRange, off a row that is of this form; false: it is not.
 * `first` is the ID; `rest` is what stands between them. */
bool known_rows_cut(struct str line, uint64_t *first, struct str *rest);

/* Where such a row is kept; its `form` is 0 when it is another one. NULL when it
 * is too long. Valid until the words are trimmed. */
struct known_row *known_rows_at(struct known_rows *rows,
				const struct words *words, struct str rest);

/* Keep what follows from a row at its place. */
void known_row_set(struct known_row *row, struct str rest);

void known_rows_release(struct known_rows *rows);

#endif
