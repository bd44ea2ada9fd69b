/* Name keys: the spellings of one row share a key. Each row of
 * lexicons/key_endings.tsv is a test too. */
#include "languages_case.h"

#include "table.h"

static struct key_case { const char *name, *spellings; } cases[] = {
	{ "given name", "Гүлнар Гульнар Гульнара Гульнарой Gulnar Gülnar Gulnara" },
	{ "zh and j", "Бажкенова Бажкеновой Bazhkenova Bajkenova Bažkenova" },
	{ "glide before a vowel", "Токаев Тоқаев Tokayev Tokaev Toqayev Tokaiev" },
	{ "feminine and case forms",
	  "Токаев Токаева Токаевой Токаеву Токаевым Тоқаевтың Тоқаевқа Tokayeva" },
	{ "kh and h", "Хасенов Хасенова Khasenov Hasenov" },
	{ "tzh is two sounds", "Айтжанов Aitzhanov Aitjanov Айтжанова" },
	{ "doubled s", "Асанбаева Assanbayeva Асанбаев Asanbaev" },
	{ "Kazakh Latin", "Шыңғыс Şyñğys Shyngys Shynghys" },
	{ "round vowels", "Өтебаев Утебаев Utebayev Otebaev" },
	{ "adjective names", "Достоевский Достоевского Достоевской Dostoevsky Dostoyevskaya" },
	{ "soft sign", "Ильяс Ilyas Іляс Ильяса" },
	{ "yu", "Юлия Yulia Юлией Юлии" },
	{ "io is e", "Королёв Королев Королёва Korolev" },
	{ "stress mark and soft hyphen", "Аже\u0301нова Аже\u00adнова Azhenova" },
	{ "ASCII apostrophe", "Soltan'gazin Солтангазин Soltangazin" },
};

static struct differ_case { const char *name, *one, *other; } differs[] = {
	{ "different surnames", "Токаев", "Тасмагамбетов" },
	{ "sh is not s", "Шарипов", "Сарипов" },
	{ "k is not g", "Какенов", "Гагенов" },
	{ "a name ending in -em keeps it", "Рустем", "Рустам" },
};

static word_id key_of(struct str form)
{
	return languages_key(test_languages, words_add(&test_words, form));
}

static void agree(void **state)
{
	const struct key_case *one = *state;
	struct str rest = str_of(one->spellings), spelling;
	word_id first = 0;

	while (rest.data && str_split(&rest, ' ', &spelling)) {
		word_id key = key_of(spelling);

		first = first ? first : key;
		if (key != first)
			print_error("%.*s: %s\n", STR_ARGS(spelling),
				    words_text(&test_words, key).data);
		assert_int_equal(key, first);
	}
	assert_int_not_equal(first, 0);
}

static void differ(void **state)
{
	const struct differ_case *one = *state;

	assert_int_not_equal(key_of(str_of(one->one)),
			     key_of(str_of(one->other)));
}

static void table_examples(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	size_t wrong = 0;

	(void)state;
	assert_int_equal(table_load(&table, ESEP_SOURCE_DIR
				    "/lexicons/key_endings.tsv",
				    "ending example name", &err), 0);
	for (size_t row = 0; row < table.row_count; row++) {
		struct str form = table_cell(&table, row,
					     table_column(&table, "example"));
		struct str name = table_cell(&table, row,
					     table_column(&table, "name"));

		if (key_of(form) == key_of(name))
			continue;
		wrong++;
		print_error("row %zu: %.*s and %.*s differ\n", row + 2,
			    STR_ARGS(form), STR_ARGS(name));
	}
	table_release(&table);
	assert_int_equal(wrong, 0);
}

static void no_letters(void **state)
{
	(void)state;
	assert_int_equal(key_of(STR("2022")), 0);
	assert_int_equal(key_of(STR("—")), 0);
	assert_int_equal(key_of(STR("")), 0);
}

int main(void)
{
	enum { AGREE = COUNT_OF(cases), DIFFER = COUNT_OF(differs) };
	struct CMUnitTest tests[AGREE + DIFFER + 2];

	for (size_t i = 0; i < AGREE; i++)
		tests[i] = CASE(cases[i], agree);
	for (size_t i = 0; i < DIFFER; i++)
		tests[AGREE + i] = CASE(differs[i], differ);
	tests[AGREE + DIFFER] =
		(struct CMUnitTest)cmocka_unit_test(table_examples);
	tests[AGREE + DIFFER + 1] =
		(struct CMUnitTest)cmocka_unit_test(no_letters);
	return cmocka_run_group_tests(tests, open_languages, close_languages);
}
