/* Ids made from text. */
#include "knowledge_case.h"

#include "slug.h"

static struct slug_case { const char *name, *text, *slug; } slugs[] = {
	{ "letters and blanks", "Orda Media", "orda_media" },
	{ "Russian letters", "Новая газета", "novaya_gazeta" },
	{ "nothing that Latin has: the SHA-256 of the text", "漢字",
	  "xc6d29771" },
};

static struct romanisation *romanisation;

static int open_table(void **state)
{
	struct err err = ERR_INIT;

	return open_knowledge(state) < 0 ||
	       romanisation_open(&romanisation, test_knowledge.lexicons,
				 &err) < 0;
}

static int close_table(void **state)
{
	romanisation_close(romanisation);
	return close_knowledge(state);
}

static void makes_slug(void **state)
{
	const struct slug_case *one = *state;
	struct strbuf out = STRBUF_INIT;

	romanisation_slug(romanisation, &out, str_of(one->text));
	assert_string_equal(out.data, one->slug);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(slugs)];

	for (size_t i = 0; i < COUNT_OF(slugs); i++)
		tests[i] = CASE(slugs[i], makes_slug);
	return cmocka_run_group_tests(tests, open_table, close_table);
}
