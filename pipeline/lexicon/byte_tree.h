/* Texts as a tree of their bytes: of a run of letters, all texts that it begins
 * with (or ends with, when they are put in backwards) are found in one pass,
 * which stops where none goes on. */
#ifndef ESEP_BYTE_TREE_H
#define ESEP_BYTE_TREE_H

#include "str.h"

#include <stdint.h>

struct byte_edge {
	uint32_t from;        /* a node and the byte that leads on from it */
	uint32_t node;        /* 0: a free slot, as none leads to the root */
};

struct byte_tree {
	LIST(uint32_t) values;       /* of each node; [0] is the root */
	struct byte_edge *edges;     /* open addressing */
	size_t slot_count;           /* a power of two, or 0 */
};

/* Add a text; the value that it has already stays. Empty ones are left out. */
void byte_tree_add(struct byte_tree *tree, struct str text, uint32_t value);

/* The same for the bytes from the last to the first. */
void byte_tree_add_backwards(struct byte_tree *tree, struct str text,
			     uint32_t value);
void byte_tree_release(struct byte_tree *tree);

static inline struct byte_edge *byte_tree_edge(const struct byte_tree *tree,
					       uint32_t node, char byte)
{
	uint32_t from = node << 8 | (unsigned char)byte;
	size_t mask = tree->slot_count - 1;
	size_t slot = (from * 2654435761u >> 12) & mask;

	while (tree->edges[slot].node && tree->edges[slot].from != from)
		slot = (slot + 1) & mask;
	return &tree->edges[slot];
}

/* The node behind another one (0 is the root), or 0 where no text goes on. */
static inline uint32_t byte_tree_step(const struct byte_tree *tree,
				      uint32_t node, char byte)
{
	return tree->slot_count ? byte_tree_edge(tree, node, byte)->node : 0;
}

/* The value of the text that ends at a node; 0: none does. */
static inline uint32_t byte_tree_value(const struct byte_tree *tree,
				       uint32_t node)
{
	return tree->values.items[node];
}

#endif
