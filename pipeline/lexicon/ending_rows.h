/* Rows of a table that are about words with an ending: of a word all rows whose
 * ending it has, in one pass over its last letters. */
#ifndef ESEP_ENDING_ROWS_H
#define ESEP_ENDING_ROWS_H

#include "byte_tree.h"

struct ending_rows {
	struct byte_tree tree;   /* value: the first row of an ending, plus 1 */
	LIST(uint32_t) next;     /* of each row: the next of its ending + 1 */
	uint32_t first_empty;    /* the first row without an ending, plus 1 */
};

/* Add the ending of the next row, which may be empty. */
void ending_rows_add(struct ending_rows *rows, struct str ending);
void ending_rows_release(struct ending_rows *rows);

struct ending_search {
	const struct ending_rows *rows;
	struct str word;
	uint32_t node, row;
};

static inline struct ending_search ending_rows_of(const struct ending_rows *rows,
						  struct str word)
{
	return (struct ending_search){ rows, word, 0, rows->first_empty };
}

/* The next row whose ending the word has, plus 1; 0 behind the last. Shorter
 * endings come first, equal ones in the order of the table. */
static inline uint32_t ending_rows_next(struct ending_search *search)
{
	const struct ending_rows *rows = search->rows;
	uint32_t row;

	while (!search->row) {
		if (search->word.len == 0)
			return 0;
		search->node = byte_tree_step(&rows->tree, search->node,
			search->word.data[--search->word.len]);
		if (search->node)
			search->row = byte_tree_value(&rows->tree,
						      search->node);
		else
			search->word.len = 0;
	}
	row = search->row;
	search->row = rows->next.items[row - 1];
	return row;
}

#endif
