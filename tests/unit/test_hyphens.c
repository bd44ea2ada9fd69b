/* Hyphens at line ends: a list of 300, and every example of the lexicons. */
#include "knowledge_case.h"

#include "hyphens.h"
#include "utf8.h"

#include <stdio.h>

#define LIST_FILE ESEP_SOURCE_DIR "/tests/hyphens/list.tsv"

enum { RIGHT_AT_LEAST = 297, EXAMPLES_AT_LEAST = 100 };

static struct hyphens hyphens;

static struct hyphen_case {
	const char *name, *left, *right, *lang, *words;
	enum hyphen hyphen;
} cases[] = {
	{ "the document's own word", "brow-", "ngate", "en", "browngate",
	  HYPHEN_CUT },
	{ "a form of it", "Браунга-", "тинскому", "ru", "браунгатинский",
	  HYPHEN_CUT },
	{ "the document's own hyphen", "tax-", "payer", "en", "tax-payer",
	  HYPHEN_TYPED },
	{ "it is stronger than the lexicon", "news-", "papers", "en",
	  "news-papers", HYPHEN_TYPED },
	{ "a soft hyphen is never typed", "self\xc2\xad", "censorship", "en",
	  "", HYPHEN_CUT },
	{ "nor is ¬", "self¬", "censorship", "en", "", HYPHEN_CUT },
	{ "a firm hyphen always is", "news\xe2\x80\x91", "papers", "en", "",
	  HYPHEN_TYPED },
	{ "U+2010 is a hyphen as any other", "news\xe2\x80\x90", "papers",
	  "en", "", HYPHEN_CUT },
	{ "digits behind it", "Covid-", "19", "en", "", HYPHEN_TYPED },
	{ "a quote in front of it", "«Хабар»-", "дың", "kk", "",
	  HYPHEN_TYPED },
	{ "another script behind it", "Telegram-", "канал", "ru", "",
	  HYPHEN_TYPED },
	{ "a heading in capitals may be cut", "GOVERN-", "MENT", "en", "",
	  HYPHEN_CUT },
	{ "a capital inside a known name", "You-", "Tube", "en", "",
	  HYPHEN_CUT },
	{ "a word that ends like a conjunction", "pho-", "to of the year",
	  "en", "", HYPHEN_CUT },
	{ "an ending of a name nobody knows", "Бургунд-", "тардың", "kk", "",
	  HYPHEN_CUT },
	{ "a part without a vowel was not cut", "км-", "ге", "kk", "",
	  HYPHEN_TYPED },
	{ "no language", "infor-", "mation", "xx", "", HYPHEN_CUT },
	{ "nothing behind it", "infor-", "", "en", "", HYPHEN_TYPED },
	{ "nothing in front of it", "-", "mation", "en", "", HYPHEN_TYPED },
};

static enum hyphen decide(struct str left, struct str right, struct str lang,
			  struct str words)
{
	struct sorted_words seen = { 0 };
	struct strbuf fold = STRBUF_INIT;
	struct err err = ERR_INIT;
	enum hyphen hyphen;
	struct str rest, word;

	assert_int_equal(hyphens_prepare(&hyphens, lang, &err), 0);
	utf8_add_fold(&fold, words);
	rest = strbuf_view(&fold);
	while (words.len > 0 && str_split(&rest, ' ', &word))
		sorted_words_add(&seen, word);
	sorted_words_sort(&seen);
	hyphen = hyphens_decide(&hyphens, left, right,
				&(struct hyphen_text){ lang, &seen, 0 }, NULL);
	sorted_words_release(&seen);
	strbuf_release(&fold);
	return hyphen;
}

static void decides(void **state)
{
	const struct hyphen_case *one = *state;

	assert_int_equal(decide(str_of(one->left), str_of(one->right),
				str_of(one->lang), str_of(one->words)),
			 one->hyphen);
}

static struct str cell(const struct table *table, size_t row, const char *name)
{
	return table_cell(table, row, table_column(table, name));
}

static void list_is_right(void **state)
{
	static const char *const names[] = { "cut", "typed", "suspended" };
	struct err err = ERR_INIT;
	struct table table;
	size_t right = 0;

	(void)state;
	assert_int_equal(table_load(&table, LIST_FILE,
				    "left right lang context expected", &err),
			 0);
	assert_int_equal(table.row_count, 300);
	for (size_t row = 0; row < table.row_count; row++) {
		struct str expected = cell(&table, row, "expected");
		enum hyphen found = decide(cell(&table, row, "left"),
					   cell(&table, row, "right"),
					   cell(&table, row, "lang"),
					   cell(&table, row, "context"));

		if (str_equal(expected, str_of(names[found])))
			right++;
		else
			printf("%s:%u: found %s\n", LIST_FILE,
			       table.lines.items[row], names[found]);
	}
	table_release(&table);
	assert_true(right >= RIGHT_AT_LEAST);
}

/* "left- right" becomes what the row says. */
static bool example_holds(struct str example, struct str written,
			  const char *lang)
{
	size_t blank = str_find(example, STR("- "), 0) + 1;
	struct str left = str_slice(example, 0, blank);
	struct str right = str_slice(example, blank + 1, example.len);
	struct strbuf out = STRBUF_INIT;
	bool holds;

	switch (decide(left, right, str_of(lang), STR_NONE)) {
	case HYPHEN_CUT:
		left.len--;
		break;
	case HYPHEN_TYPED:
		break;
	case HYPHEN_SUSPENDED:
		left.len++;
		break;
	}
	strbuf_add(&out, left);
	strbuf_add(&out, right);
	holds = str_equal(strbuf_view(&out), written);
	strbuf_release(&out);
	return holds;
}

static void examples_hold(void **state)
{
	const char *lang = *state;
	struct strbuf name = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct table *table;
	size_t wrong = 0;

	strbuf_addf(&name, "%s/hyphens.tsv", lang);
	assert_int_equal(lexicons_table(test_knowledge.lexicons, name.data,
					&table, &err), 0);
	for (size_t row = 0; row < table->row_count; row++)
		if (!example_holds(cell(table, row, "example"),
				   cell(table, row, "written"), lang)) {
			printf("%s:%u: %.*s\n", name.data,
			       table->lines.items[row],
			       STR_ARGS(cell(table, row, "example")));
			wrong++;
		}
	assert_true(table->row_count > EXAMPLES_AT_LEAST);
	assert_int_equal(wrong, 0);
	strbuf_release(&name);
}

static int open_all(void **state)
{
	if (open_knowledge(state) < 0)
		return -1;
	hyphens_init(&hyphens, &test_knowledge);
	return 0;
}

static int close_all(void **state)
{
	hyphens_release(&hyphens);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 4];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], decides);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(list_is_right);
	tests[count++] = (struct CMUnitTest){ .name = "English examples",
		.test_func = examples_hold, .initial_state = "en" };
	tests[count++] = (struct CMUnitTest){ .name = "Russian examples",
		.test_func = examples_hold, .initial_state = "ru" };
	tests[count++] = (struct CMUnitTest){ .name = "Kazakh examples",
		.test_func = examples_hold, .initial_state = "kk" };
	return _cmocka_run_group_tests("hyphens", tests, count, open_all,
				       close_all);
}
