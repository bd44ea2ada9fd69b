/* Names of a document as a tree of their words. */
#include "cases.h"
#include "name_tree.h"

enum { MANY = 3000 };

static struct name_tree tree;

static int open_tree(void **unused)
{
	(void)unused;
	name_tree_clear(&tree);
	return 0;
}

static int close_tree(void **unused)
{
	(void)unused;
	name_tree_release(&tree);
	return 0;
}

static size_t children(uint32_t parent, struct name_word word)
{
	size_t count = 0;

	for (unsigned way = 0; way < NAME_WAYS; way++) {
		size_t at = 0;

		while (word.way[way] &&
		       name_tree_next(&tree, parent, &word, way, &at))
			count++;
	}
	return count;
}

static void tells_words_apart(void **unused)
{
	struct name_word word = { { 1, 2, 3 } }, form = { { 4, 2, 3 } };
	struct name_word spelling = { { 5, 6, 3 } }, bare = { { 7, 0, 0 } };
	struct name_word other = { { 8, 0, 0 } };
	uint32_t node = name_tree_add(&tree, 0, &word);

	(void)unused;
	assert_int_equal(name_tree_add(&tree, 0, &word), node);
	assert_int_not_equal(name_tree_add(&tree, 0, &form), node);
	name_tree_add(&tree, 0, &bare);
	assert_int_equal(children(0, word), 2);     /* form, stem: each once */
	assert_int_equal(children(0, spelling), 2); /* by the key */
	assert_int_equal(children(0, bare), 1);
	assert_int_equal(children(0, other), 0);    /* no stem is no stem */
	assert_int_equal(children(node, word), 0);
}

/* Names that begin alike do not have to be walked to find one of them. */
static void looks_at_one_of_many(void **unused)
{
	struct name_word first = { { 1, 1, 1 } };
	uint32_t parent = name_tree_add(&tree, 0, &first);

	(void)unused;
	for (word_id i = 2; i < MANY; i++)
		name_tree_add(&tree, parent, &(struct name_word){ { i, i, i } });
	for (word_id i = 2; i < MANY; i++)
		assert_int_equal(children(parent, (struct name_word){
			{ i, i, i } }), 1);
	assert_int_equal(children(0, first), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(tells_words_apart, open_tree,
						close_tree),
		cmocka_unit_test_setup_teardown(looks_at_one_of_many,
						open_tree, close_tree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
