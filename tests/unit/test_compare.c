/* The statistics of esep-compare, against values worked out by hand. */
#include "cases.h"

#include "statistics.h"
#include "memory.h"

#include <math.h>

enum { PARTS_MAX = 3 };

static struct g2_case {
	const char *name;
	uint64_t counts[PARTS_MAX], sizes[PARTS_MAX];
	size_t parts;
	double g2;
} g2_cases[] = {
	/* E = 10, 10: 2 * (15 ln 1.5 + 5 ln 0.5) */
	{ "parts of one size", { 15, 5 }, { 1000, 1000 }, 2, 5.232481 },
	/* E = 4, 16: 2 * (10 ln 2.5 + 10 ln 0.625) */
	{ "parts of two sizes", { 10, 10 }, { 1000, 4000 }, 2, 8.925742 },
	/* E = 5, 5: 2 * 10 ln 2 */
	{ "a word that one part lacks", { 10, 0 }, { 500, 500 }, 2, 13.862944 },
	{ "equal shares", { 3, 30 }, { 100, 1000 }, 2, 0 },
	/* E = 4, 4, 4: 2 * (8 ln 2 + 2 ln 0.5 + 2 ln 0.5) */
	{ "three parts", { 8, 2, 2 }, { 90, 90, 90 }, 3, 5.545177 },
	{ "a word that no part has", { 0, 0 }, { 10, 10 }, 2, 0 },
	{ "a part without words", { 7, 0 }, { 100, 0 }, 2, 0 },
};

static void gives_g2(void **state)
{
	const struct g2_case *row = *state;
	double g2 = statistics_g2(row->counts, row->sizes, row->parts);

	assert_true(fabs(g2 - row->g2) < 1e-6);
	assert_false(signbit(g2));
}

static struct ratio_case {
	const char *name;
	uint64_t count, size, other_count, other_size;
	double ratio;
} ratio_cases[] = {
	{ "twice as frequent", 20, 1000, 10, 1000, 1 },
	{ "a quarter, in a larger part", 5, 1000, 40, 2000, -2 },
	{ "zero counts as a half", 0, 1000, 8, 1000, -4 },
	{ "zero in the other part", 8, 1000, 0, 500, 3 },
	{ "no words to compare with", 8, 1000, 0, 0, 0 },
};

static void gives_ratio(void **state)
{
	const struct ratio_case *row = *state;

	assert_true(fabs(statistics_log_ratio(row->count, row->size,
					      row->other_count,
					      row->other_size) -
			 row->ratio) < 1e-9);
}

static void gives_per_million(void **state)
{
	(void)state;
	assert_true(fabs(statistics_per_million(3, 1223) - 2452.984464) < 1e-6);
	assert_true(statistics_per_million(3, 0) == 0);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(g2_cases) + COUNT_OF(ratio_cases) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(g2_cases); i++)
		tests[count++] = CASE(g2_cases[i], gives_g2);
	for (size_t i = 0; i < COUNT_OF(ratio_cases); i++)
		tests[count++] = CASE(ratio_cases[i], gives_ratio);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(gives_per_million);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
