#include "name_tree.h"

#include "hash.h"

void name_tree_release(struct name_tree *tree)
{
	LIST_RELEASE(&tree->nodes);
	slots_release(&tree->slots);
}

void name_tree_clear(struct name_tree *tree)
{
	LIST_CLEAR(&tree->nodes);
	LIST_ADD(&tree->nodes);
	slots_clear(&tree->slots);
}

/* A word that has no stem or no key has no such way. */
static bool is_same_by(const struct name_word *a, const struct name_word *b,
		       unsigned way)
{
	return a->way[way] == b->way[way] && a->way[way] != 0;
}

static uint32_t hash_of(uint32_t parent, unsigned way, word_id word)
{
	return (uint32_t)hash_mix(hash_mix(hash_seed, word),
				  (uint64_t)parent * NAME_WAYS + way);
}

static bool is_seen(const struct name_word *a, const struct name_word *b,
		    unsigned way)
{
	while (way-- > 0)
		if (is_same_by(a, b, way))
			return true;
	return false;
}

uint32_t name_tree_next(const struct name_tree *tree, uint32_t parent,
			const struct name_word *word, unsigned way,
			size_t *at)
{
	uint32_t hash = hash_of(parent, way, word->way[way]), node;

	if (*at == 0)
		*at = hash;
	while ((node = slots_next(&tree->slots, hash, at)) != 0) {
		const struct name_node *n = &tree->nodes.items[node];

		if (n->parent == parent && is_same_by(&n->word, word, way) &&
		    !is_seen(&n->word, word, way))
			break;
	}
	return node;
}

uint32_t name_tree_add(struct name_tree *tree, uint32_t parent,
		       const struct name_word *word)
{
	size_t at = 0;
	uint32_t node;

	while ((node = name_tree_next(tree, parent, word, 0, &at)) != 0)
		if (!memcmp(&tree->nodes.items[node].word, word, sizeof *word))
			return node;
	node = (uint32_t)tree->nodes.count;
	*LIST_ADD(&tree->nodes) = (struct name_node){ *word, parent, 0 };
	for (unsigned way = 0; way < NAME_WAYS; way++)
		if (word->way[way])
			slots_add(&tree->slots,
				  hash_of(parent, way, word->way[way]), node);
	return node;
}
