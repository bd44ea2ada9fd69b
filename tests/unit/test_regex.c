/* Patterns that are data: Unicode, groups, bounds. */
#include "cases.h"

#include "regex.h"

static struct find_case {
	const char *name, *pattern;
	bool caseless;
	const char *text;
	size_t from;
	const char *found, *group; /* NULL: none */
} finds[] = {
	{ "a group", "^Indicator (\\d+):", false, "Indicator 12: x", 0,
	  "Indicator 12:", "12" },
	{ "a group that took no part", "a(b)?c", false, "ac", 0, "ac", NULL },
	{ "Cyrillic without regard to case", "^индикатор", true, "ИНДИКАТОР",
	  0, "ИНДИКАТОР", NULL },
	{ "Kazakh letters are word characters", "^\\w+$", false, "қоғам", 0,
	  "қоғам", NULL },
	{ "a dot is one character, not one byte", "^.$", false, "қ", 0, "қ",
	  NULL },
	{ "from a place on", "\\d", false, "1a2", 1, "2", NULL },
	{ "a place inside a character", "^$|.", false, "қа", 1, "а", NULL },
	{ "behind the end is nothing", "x*", false, "x", 2, NULL, NULL },
	{ "an empty text", "^$", false, "", 0, "", NULL },
};

static void finds_it(void **state)
{
	const struct find_case *one = *state;
	struct err err = ERR_INIT;
	struct regex_match match;
	struct regex *regex;
	bool found;

	assert_int_equal(regex_compile(&regex, str_of(one->pattern),
				       one->caseless, &err), 0);
	found = regex_find(regex, str_of(one->text), one->from, &match);
	assert_int_equal(found, one->found != NULL);
	if (found) {
		assert_true(str_equal(match.group[0], str_of(one->found)));
		assert_int_equal(match.group[1].data != NULL,
				 one->group != NULL);
	}
	if (one->group)
		assert_true(str_equal(match.group[1], str_of(one->group)));
	regex_free(regex);
}

static void says_what_is_wrong(void **state)
{
	struct err err = ERR_INIT;
	struct regex *regex;

	(void)state;
	assert_int_equal(regex_compile(&regex, STR("ab(c"), false, &err),
			 ERR_FORMAT);
	assert_non_null(strstr(err.text, "'ab(c', byte 4: missing"));
}

/* A pattern that takes exponential time must give up, and a long text that
 * needs more stack than JIT has must still be found. */
static void is_bounded(void **state)
{
	struct err err = ERR_INIT;
	struct strbuf text = STRBUF_INIT;
	struct regex_match match;
	struct regex *runaway, *deep;

	(void)state;
	for (size_t i = 0; i < 40000; i++)
		strbuf_add_char(&text, i % 2 ? 'a' : 'b');
	assert_int_equal(regex_compile(&runaway, STR("^([ab]+)*c"), false,
				       &err), 0);
	assert_false(regex_find(runaway, str_slice(strbuf_view(&text), 0, 60),
				0, &match));
	assert_int_equal(regex_compile(&deep, STR("^(?:(a)|(b))*$"), false,
				       &err), 0);
	assert_true(regex_find(deep, strbuf_view(&text), 0, &match));
	regex_free(runaway);
	regex_free(deep);
	strbuf_release(&text);
}

int main(void)
{
	struct CMUnitTest tests[32];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(finds); i++)
		tests[count++] = CASE(finds[i], finds_it);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		says_what_is_wrong);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(is_bounded);
	return _cmocka_run_group_tests("regex", tests, count, NULL, NULL);
}
