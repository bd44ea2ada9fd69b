/* Stems: forms of a word share one. Each row of lexicons/kk/suffixes.tsv is a
 * test too. */
#include "languages_case.h"

#include "table.h"

static struct stem_case { const char *name, *lang, *word, *stem; } cases[] = {
	{ "English plural", "en", "Journalists", "journalist" },
	{ "English in capitals", "en", "BLOCKED", "block" },
	{ "Russian case", "ru", "журналистов", "журналист" },
	{ "Russian io is e", "ru", "репортёром", "репортер" },
	{ "stress mark", "ru", "за\u0301мками", "замок" },
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

/* Words with one stem; `but` has another. */
static struct same_case { const char *name, *lang, *words, *but; } sames[] = {
	{ "English verb", "en", "close closes closed closing", "closely" },
	{ "English short verb", "en", "hop hops hopped hopping", "hope" },
	{ "English verb with a silent e", "en", "hope hopes hoped hoping",
	  "hop" },
	{ "English two letters and one", "en", "add adds added adding", "ad" },
	{ "English -y", "en", "party parties", "part" },
	{ "English derivations stay apart", "en", "person persons",
	  "personality" },
	{ "English irregular verb", "en", "write wrote written writing writes",
	  "writer" },
	{ "English verb to be", "en", "be am is are was were been being",
	  "bee" },
	{ "English irregular noun", "en", "crisis crises", "cry" },
	{ "English comparison", "en", "happy happier happiest", "happily" },
	{ "English -ing that is no ending", "en", "building buildings",
	  "build" },
	{ "English pronoun", "en", "I me", "my" },
	{ "Russian verb in -овать", "ru",
	  "существовать существует существовали", "сущность" },
	{ "Russian reflexive verb", "ru", "использоваться используется",
	  "использовать" },
	{ "Russian noun in -сь is not reflexive", "ru", "рукопись рукописи",
	  "рукоп" },
	{ "Russian quality", "ru", "возможность возможности", "возможный" },
	{ "Russian act", "ru", "освобождение освобождения освобождением",
	  "освободить" },
	{ "Russian country in -ания", "ru", "компания компанией компаний",
	  "комп" },
	{ "Russian superlative", "ru", "новейший новейшего", "новый" },
	{ "Russian lost vowel", "ru", "день дня дней днём", "дно" },
	{ "Russian to go", "ru", "выйти вышел вышла выйдет", "вышивка" },
	{ "Russian people", "ru", "человек люди людей", "людный" },
	{ "Russian and its io", "ru", "взлёт взлета взлётом", "взять" },
	{ "Russian -й of a noun", "ru", "музей музея музеем музее", "муза" },
};

static void one_stem(void **state)
{
	const struct same_case *one = *state;
	struct str words = str_of(one->words), word, first;

	str_split(&words, ' ', &word);
	first = stem_of(one->lang, word);
	while (words.data && str_split(&words, ' ', &word))
		assert_string_equal(stem_of(one->lang, word).data, first.data);
	assert_string_not_equal(stem_of(one->lang, str_of(one->but)).data,
				first.data);
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
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(sames) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], stems);
	for (size_t i = 0; i < COUNT_OF(sames); i++)
		tests[count++] = CASE(sames[i], one_stem);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(table_examples);
	return _cmocka_run_group_tests("stems", tests, count, open_languages,
				       close_languages);
}
