#include "ending_rows.h"

static uint32_t first_of(const struct ending_rows *rows, struct str ending)
{
	uint32_t node = 0;

	for (size_t i = ending.len; i-- > 0;)
		node = byte_tree_step(&rows->tree, node, ending.data[i]);
	return ending.len > 0 ? byte_tree_value(&rows->tree, node)
			      : rows->first_empty;
}

void ending_rows_add(struct ending_rows *rows, struct str ending)
{
	uint32_t row = (uint32_t)rows->next.count + 1, at;

	LIST_ADD(&rows->next);
	byte_tree_add_backwards(&rows->tree, ending, row);
	if (ending.len == 0 && !rows->first_empty)
		rows->first_empty = row;
	for (at = first_of(rows, ending); rows->next.items[at - 1];)
		at = rows->next.items[at - 1];
	if (at != row)
		rows->next.items[at - 1] = row;
}

void ending_rows_release(struct ending_rows *rows)
{
	byte_tree_release(&rows->tree);
	LIST_RELEASE(&rows->next);
}
