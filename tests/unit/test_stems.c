/* Stems: forms of a word share one. Each row of lexicons/kk/suffixes.tsv is a
 * test too. */
#include "languages_case.h"

#include "table.h"

static struct stem_case { const char *name, *lang, *word, *stem; } cases[] = {
	{ "English plural", "en", "Journalists", "journalist" },
	{ "English in capitals", "en", "BLOCKED", "block" },
	{ "Russian case", "ru", "журналистов", "журналист" },
	{ "Russian io is e", "ru", "репортёром", "репортер" },
	{ "stress mark", "ru", "за\u0301мками", "замк" },
	{ "soft hyphen", "ru", "жур\u00adналисты", "журналист" },
	{ "voiced final letter", "kk", "кітабымыздың", "кітап" },
	{ "endings behind -дегі", "kk", "мектебіндегілер", "мектеп" },
	{ "root of a verb that looks like one more ending", "kk", "төледі",
	  "төле" },
	{ "passive", "kk", "бұғатталды", "бұғатта" },
	{ "unknown word keeps what makes words", "kk", "азаббаттыққа",
	  "азаббаттық" },
	{ "surname in a case", "kk", "Тұңғышбаевтың", "тұңғышбаев" },
	{ "pronoun is not a plural", "kk", "олар", "олар" },
	{ "pronoun in a case", "kk", "оның", "ол" },
	{ "lost vowel", "kk", "халқының", "халық" },
	{ "endings of four slots", "kk", "журналистеріміздің", "журналист" },
	{ "harmony keeps a word whole", "kk", "алмада", "алма" },
	{ "name of a country", "kk", "Қазақстанда", "қазақстан" },
	{ "number with an ending", "kk", "2022", "2022" },
	{ "no stemmer for und", "und", "Слова", "слова" },
};

static struct str stem_of(const char *lang, struct str word)
{
	word_id stem = languages_stem(test_languages,
				      languages_find(test_languages,
						     str_of(lang)),
				      words_add(&test_words, word));

	return words_text(&test_words, stem);
}

static void stems(void **state)
{
	const struct stem_case *one = *state;

	assert_string_equal(stem_of(one->lang, str_of(one->word)).data,
			    one->stem);
}

static void table_examples(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	size_t wrong = 0;

	(void)state;
	assert_int_equal(table_load(&table, ESEP_SOURCE_DIR
				    "/lexicons/kk/suffixes.tsv",
				    "suffix example stem", &err), 0);
	for (size_t row = 0; row < table.row_count; row++) {
		struct str word = table_cell(&table, row,
					     table_column(&table, "example"));
		struct str stem = table_cell(&table, row,
					     table_column(&table, "stem"));

		if (str_equal(stem_of("kk", word), stem))
			continue;
		wrong++;
		print_error("row %zu: %.*s has the stem %.*s, not %.*s\n",
			    row + 2, STR_ARGS(word),
			    STR_ARGS(stem_of("kk", word)), STR_ARGS(stem));
	}
	table_release(&table);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], stems);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(table_examples);
	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
