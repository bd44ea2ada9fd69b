/* Names as a tree of their words, so that of many names that begin alike only
 * those are looked at that go on as the text does. */
#ifndef ESEP_NAME_TREE_H
#define ESEP_NAME_TREE_H

#include "slots.h"
#include "words.h"

enum { NAME_WAYS = 3 };      /* a word is known by its form, stem and key */

struct name_word {
	word_id way[NAME_WAYS]; /* fold, stem, key; 0: none */
};

struct name_node {
	struct name_word word;
	uint32_t parent;
	uint32_t last;       /* for the user: a number of what ends here */
};

struct name_tree {           /* zeroed at first */
	LIST(struct name_node) nodes; /* [0] is the root */
	struct slots slots;  /* of a parent, a way and its word: the nodes */
};

void name_tree_release(struct name_tree *tree);
void name_tree_clear(struct name_tree *tree); /* before the first name too */

/* The child of a node with exactly that word, added if there is none. */
uint32_t name_tree_add(struct name_tree *tree, uint32_t parent,
		       const struct name_word *word);

/* The next child whose word is the same as `word` by that way and by no earlier
 * one, so that each is seen once; 0: no more. *at is 0 at first. */
uint32_t name_tree_next(const struct name_tree *tree, uint32_t parent,
			const struct name_word *word, unsigned way,
			size_t *at);

#endif
