/* The language of short texts. */
#include "languages_case.h"

static struct guess_case {
	const char *name, *text, *hint, *lang;
} cases[] = {
	{ "English", "The media law was adopted.", "", "en" },
	{ "Russian", "Закон о СМИ приняли весной.", "", "ru" },
	{ "Kazakh by its letters", "Заң көктемде қабылданды.", "", "kk" },
	{ "Kazakh without letters of its own", "Ол жалпы баспа бойынша айтты.",
	  "", "kk" },
	{ "Kazakh in the guise of Russian words",
	  "Редакция редакторлар мен журналистерден турады.", "", "kk" },
	{ "Russian with a Kazakh name", "Об этом пишет портал Қазақстан.", "",
	  "ru" },
	{ "Russian in small letters", "приняли новый закон", "ru", "ru" },
	{ "the hint does not rule", "Закон приняли весной, сообщает сайт.",
	  "kk", "ru" },
	{ "digits alone follow the hint", "2 0 2 3", "kk", "kk" },
	{ "digits alone", "2022", "", "und" },
	{ "a name in another script follows the hint", "Radio Azattyk", "ru",
	  "ru" },
	{ "a script of no language", "საქართველო", "", "und" },
	{ "nothing", "", "", "und" },
};

static void guesses(void **state)
{
	const struct guess_case *one = *state;
	lang_id lang = languages_guess(test_languages, str_of(one->text),
				       languages_find(test_languages,
						      str_of(one->hint)));

	assert_string_equal(words_lang_code(&test_words, lang).data, one->lang);
}

static void foreign_word(void **state)
{
	lang_id ru = languages_find(test_languages, STR("ru"));

	(void)state;
	assert_int_equal(languages_of_word(test_languages, ru,
					   words_add(&test_words,
						     STR("Қазақстан"))),
			 languages_find(test_languages, STR("kk")));
	assert_int_equal(languages_of_word(test_languages, ru,
					   words_add(&test_words,
						     STR("Казахстан"))), ru);
	assert_int_equal(languages_of_word(test_languages, ru,
					   words_add(&test_words, STR("media"))),
			 languages_find(test_languages, STR("en")));
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], guesses);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(foreign_word);
	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
