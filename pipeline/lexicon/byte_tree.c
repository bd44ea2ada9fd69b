#include "byte_tree.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1 << 10 };

static void grow(struct byte_tree *tree)
{
	struct byte_edge *old = tree->edges;
	size_t old_count = tree->slot_count;

	tree->slot_count = old_count ? old_count * 2 : FIRST_SLOTS;
	tree->edges = memory_get_zeroed(tree->slot_count *
					sizeof *tree->edges);
	for (size_t i = 0; i < old_count; i++)
		if (old[i].node)
			*byte_tree_edge(tree, old[i].from >> 8,
					(char)(old[i].from & 0xff)) = old[i];
	free(old);
}

static uint32_t add_byte(struct byte_tree *tree, uint32_t node, char byte)
{
	struct byte_edge *edge;

	if (tree->values.count == 0)
		LIST_ADD(&tree->values);
	if (tree->values.count * 2 >= tree->slot_count)
		grow(tree);
	edge = byte_tree_edge(tree, node, byte);
	if (!edge->node) {
		*edge = (struct byte_edge){ node << 8 | (unsigned char)byte,
					    (uint32_t)tree->values.count };
		LIST_ADD(&tree->values);
	}
	return edge->node;
}

static void set_value(struct byte_tree *tree, uint32_t node, uint32_t value)
{
	if (node && !tree->values.items[node])
		tree->values.items[node] = value;
}

void byte_tree_add(struct byte_tree *tree, struct str text, uint32_t value)
{
	uint32_t node = 0;

	for (size_t i = 0; i < text.len; i++)
		node = add_byte(tree, node, text.data[i]);
	set_value(tree, node, value);
}

void byte_tree_add_backwards(struct byte_tree *tree, struct str text,
			     uint32_t value)
{
	uint32_t node = 0;

	for (size_t i = text.len; i-- > 0;)
		node = add_byte(tree, node, text.data[i]);
	set_value(tree, node, value);
}

void byte_tree_release(struct byte_tree *tree)
{
	LIST_RELEASE(&tree->values);
	free(tree->edges);
	*tree = (struct byte_tree){ .edges = NULL };
}
