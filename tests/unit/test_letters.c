/* What the letters of a word tell of the languages it may be spelled in. */
#include "lexicon_folder.h"

#define HEADER "code\tname\tscript\talso\tletters\tstemmer\n"

static const char languages[] = HEADER
	"ru\tRussian\tcyrillic\t\t\t\n"
	"kk\tKazakh\tcyrillic\tlatin\tәғқңөұүһі\t\n"
	"ky\tKyrgyz\tcyrillic\t\tңөү\t\n";

enum { RU = 1, KK = 2, KY = 4 };

static struct spelling_case {
	const char *name, *word;
	uint32_t languages, lacked;
} cases[] = {
	{ "letters that all have", "слова", RU, 0 },
	{ "letters of two languages", "өмүр", KK | KY, RU },
	{ "capitals", "ӨҢ", KK | KY, RU },
	{ "a letter of one language", "қол", KK, RU | KY },
	{ "letters of one and of two", "көңіл", KK, RU | KY },
	{ "another script", "word", RU, 0 },
	{ "a letter beyond the scripts", "人", RU, 0 },
};

static void is_spelled(void **state)
{
	const struct spelling_case *one = *state;
	const struct lexicon_languages *all;
	struct spelling spelling = { 0 };
	struct lexicon_folder folder;
	struct err err = ERR_INIT;
	uint32_t rows = RU | KK | KY;

	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "languages.tsv", languages);
	assert_int_equal(lexicons_languages(folder.lexicons, &all, &err), 0);
	spelling_add_text(&spelling, &all->letters, str_of(one->word));
	assert_int_equal(spelling_languages(&spelling, &all->letters) & rows,
			 one->languages);
	assert_int_equal(spelling.lacked & rows, one->lacked);
	lexicon_folder_close(&folder);
}

static void letter_is_refused(void **state)
{
	const struct lexicon_languages *all;
	struct lexicon_folder folder;
	struct err err = ERR_INIT;

	(void)state;
	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "languages.tsv",
			     HEADER "xx\tTest\tlatin\t\tab人\t\n");
	assert_int_equal(lexicons_languages(folder.lexicons, &all, &err),
			 ERR_FORMAT);
	assert_non_null(strstr(err.text, "languages.tsv:2: letters 'ab人':"));
	lexicon_folder_close(&folder);
}

static void main_language(void **state)
{
	struct lexicon_folder folder;
	struct err err = ERR_INIT;
	struct str code;

	(void)state;
	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "languages.tsv", languages);
	assert_int_equal(lexicons_main_lang(folder.lexicons, &code, &err), 0);
	assert_true(str_equal(code, STR("ru")));
	lexicon_folder_close(&folder);
}

int main(void)
{
	enum { CASES = COUNT_OF(cases) };
	struct CMUnitTest tests[CASES + 2] = {
		cmocka_unit_test(letter_is_refused),
		cmocka_unit_test(main_language)
	};

	for (size_t i = 0; i < CASES; i++)
		tests[2 + i] = CASE(cases[i], is_spelled);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
