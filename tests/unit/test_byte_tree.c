/* Texts as a tree of their bytes. */
#include "byte_tree.h"
#include "cases.h"

static struct byte_tree tree;

static int close_tree(void **unused)
{
	(void)unused;
	byte_tree_release(&tree);
	return 0;
}

/* The value of the longest text that another one begins with. */
static uint32_t longest(struct str text)
{
	uint32_t node = 0, value = 0;

	for (size_t i = 0; i < text.len; i++) {
		node = byte_tree_step(&tree, node, text.data[i]);
		if (!node)
			break;
		if (byte_tree_value(&tree, node))
			value = byte_tree_value(&tree, node);
	}
	return value;
}

static void finds_all_beginnings(void **unused)
{
	(void)unused;
	assert_int_equal(longest(STR("шы")), 0); /* nothing is in it yet */
	byte_tree_add(&tree, STR("ш"), 1);
	byte_tree_add(&tree, STR("шың"), 2);
	byte_tree_add(&tree, STR("шың"), 3); /* the first stays */
	byte_tree_add(&tree, STR_NONE, 4);
	assert_int_equal(longest(STR("шыңғыс")), 2);
	assert_int_equal(longest(STR("шығыс")), 1);
	assert_int_equal(longest(STR("ыш")), 0);
}

static void finds_endings(void **unused)
{
	(void)unused;
	byte_tree_add_backwards(&tree, STR("ab"), 5);
	assert_int_equal(longest(STR("ba")), 5);
	assert_int_equal(longest(STR("ab")), 0);
}

/* More edges than there were slots at first. */
static void keeps_what_it_grows_by(void **unused)
{
	enum { MANY = 2000 };

	(void)unused;
	for (uint32_t i = 0; i < MANY; i++) {
		char text[] = { (char)(i & 63), (char)(i >> 6), 'x' };

		byte_tree_add(&tree, (struct str){ text, 3 }, i + 1);
	}
	for (uint32_t i = 0; i < MANY; i++) {
		char text[] = { (char)(i & 63), (char)(i >> 6), 'x' };

		assert_int_equal(longest((struct str){ text, 3 }), i + 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(finds_all_beginnings, close_tree),
		cmocka_unit_test_teardown(finds_endings, close_tree),
		cmocka_unit_test_teardown(keeps_what_it_grows_by, close_tree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
