/* Which of an entity's forms readers of a language are shown. */
#include "cases.h"

#include "entity_names.h"

#define LEXICONS ESEP_SOURCE_DIR "/lexicons"

static struct name_case {
	const char *name, *id, *lang;
	bool is_person;
	const char *forms;    /* "form count|…", the commonest first */
	const char *best;
} cases[] = {
	{ "a full name before a surname", "dina_tobolova", "en", true,
	  "Tobolova 9|Dina Tobolova 1", "Dina Tobolova" },
	{ "a full name before one with initials", "dina_tobolova", "ru", true,
	  "Д. Тоболова 5|Дина Тоболова 1", "Дина Тоболова" },
	{ "initials before a bare surname", "d_tobolova", "ru", true,
	  "Тоболова 5|Д. Тоболова 1", "Д. Тоболова" },
	{ "the nominative of a man, though it is rarer", "erlan_kumtasov",
	  "ru", true, "Ерлана Кумтасова 7|Ерлану Кумтасову 3|"
	  "Ерлан Кумтасов 1", "Ерлан Кумтасов" },
	{ "the nominative of a woman", "asel_kumtasova", "ru", true,
	  "Асели Кумтасовой 7|Асель Кумтасова 1", "Асель Кумтасова" },
	{ "the nominative in Kazakh", "erlan_kumtasov", "kk", true,
	  "Ерлан Құмтасовтың 4|Ерлан Құмтасов 1", "Ерлан Құмтасов" },
	{ "what adds an ending, where the id is of another language",
	  "free_word_foundation", "kk", false,
	  "Еркін сөз қорының 3|Еркін сөз қоры 1", "Еркін сөз қоры" },
	{ "of two spellings the commoner", "erlan_kumtasov", "en", true,
	  "Yerlan Kumtasov 4|Erlan Kumtasov 1", "Yerlan Kumtasov" },
	{ "not in capitals", "erlan_kumtasov", "en", true,
	  "ERLAN KUMTASOV 4|Erlan Kumtasov 1", "Erlan Kumtasov" },
	{ "letters of the language", "freedom_house", "ru", false,
	  "Freedom House 4|Фридом Хаус 1", "Фридом Хаус" },
	{ "other letters where there are none else", "freedom_house", "ru",
	  false, "Freedom House 4", "Freedom House" },
	{ "a name of several words before its short form", "harbour_zoom",
	  "en", false, "HZ 9|Harbour Zoom 2", "Harbour Zoom" },
	{ "the commonest of full names", "harbour_zoom", "en", false,
	  "Harbour Zoom 9|The newspaper Harbour Zoom 2", "Harbour Zoom" },
	{ "an oblique form alone", "erlan_kumtasov", "ru", true,
	  "Ерлана Кумтасова 7", "Ерлана Кумтасова" },
	{ "nothing", "erlan_kumtasov", "ru", true, "", "" },
};

static struct lexicons *lexicons;
static struct entity_names names;

static size_t read_forms(const char *text, struct entity_form *forms)
{
	struct str rest = str_of(text), one;
	size_t count = 0;

	while (rest.len > 0 && str_split(&rest, '|', &one)) {
		size_t at = one.len;
		uint64_t number;

		while (one.data[at - 1] != ' ')
			at--;
		assert_true(str_number(str_slice(one, at, one.len), 1000,
				       &number));
		forms[count++] = (struct entity_form){
			str_slice(one, 0, at - 1), (int64_t)number
		};
	}
	return count;
}

static void chooses(void **state)
{
	const struct name_case *row = *state;
	struct entity_form forms[8];
	size_t count = read_forms(row->forms, forms);
	struct str best = entity_names_choose(&names, str_of(row->id),
					      str_of(row->lang),
					      row->is_person, forms, count);

	if (!str_equal(best, str_of(row->best)))
		fail_msg("'%.*s' instead of '%s'", STR_ARGS(best), row->best);
}

static int open_names(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	if (lexicons_open(&lexicons, LEXICONS, &err) < 0)
		return -1;
	return entity_names_open(&names, lexicons, &err);
}

static int close_names(void **state)
{
	(void)state;
	entity_names_close(&names);
	lexicons_close(lexicons);
	return 0;
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], chooses);
	return cmocka_run_group_tests(tests, open_names, close_names);
}
