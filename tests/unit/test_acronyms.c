/* Words in capitals, the stems that a query's word asks for, and words that are
 * spelled in two ways. */
#include "knowledge_case.h"

#include "asked.h"

static struct acronym_case { const char *name, *lang, *word, *stem; }
acronyms[] = {
	{ "letters of a pronoun", "en", "US", "US" },
	{ "letters of a question", "en", "WHO", "WHO" },
	{ "function word for emphasis", "en", "NOT", "NOT" },
	{ "letters of a noun", "en", "PEN", "PEN" },
	{ "letters that look like a plural", "en", "PENS", "PENS" },
	{ "ending behind such letters", "en", "PENs", "PEN" },
	{ "letters that are no word", "en", "BBC", "" },
	{ "rare word that is an acronym", "en", "UN", "" },
	{ "too long", "en", "BLOCKED", "" },
	{ "one capital", "en", "Us", "" },
	{ "one letter", "en", "I", "" },
	{ "small letters", "en", "us", "" },
	{ "capital inside", "en", "USaGE", "" },
	{ "digits", "en", "US2", "" },
	{ "genitive of another word", "ru", "ИГ", "ИГ" },
	{ "form of another word", "ru", "СУДА", "СУДА" },
	{ "Russian letters that are no word", "ru", "СМИ", "" },
	{ "Kazakh noun", "kk", "БАҚ", "БАҚ" },
	{ "Kazakh ending", "kk", "БАҚтардың", "БАҚ" },
	{ "Kazakh ending behind a hyphen", "kk", "БАҚ-тың", "БАҚ" },
	{ "ending behind no word", "kk", "МВДның", "мвд" },
	{ "ending by the name of a letter", "kk", "ҚКМ-ға", "қкм" },
	{ "no ending", "kk", "БАҚылда", "" },
};

static struct asked_case { const char *name, *lang, *word, *stems; } asked[] = {
	{ "word in small letters", "en", "courts", "court COURT" },
	{ "acronym or pronoun", "en", "us", "we WE US" },
	{ "acronym", "en", "US", "US" },
	{ "acronym that is no word", "en", "BBC", "bbc BBC" },
	{ "no term", "en", "'s", "" },
	{ "American spelling", "en", "colors",
	  "color colour COLOR" },
	{ "British spelling", "en", "organising",
	  "organise organize ORGANISE" },
	{ "Russian case", "ru", "судами", "суд СУД" },
	{ "Kazakh case", "kk", "бақтың", "бақ БАҚ" },
};

static struct spelling_case { const char *name, *lang, *word, *shared; }
spellings[] = {
	{ "word", "en", "centre", "center" },
	{ "beginning", "en", "neighbourhood", "neighborhood" },
	{ "ending", "en", "organise", "organize" },
	{ "ending that is none", "en", "rise", "rise" },
	{ "word that stays", "en", "exercise", "exercise" },
	{ "shared spelling", "en", "defense", "defense" },
	{ "language without a table", "ru", "centre", "centre" },
};

static lang_id lang_of(const char *code)
{
	return languages_find(test_knowledge.languages, str_of(code));
}

static void has_acronym(void **state)
{
	const struct acronym_case *one = *state;
	word_id word = words_add(&test_words, str_of(one->word));
	word_id stem = languages_acronym(test_knowledge.languages,
					 lang_of(one->lang), word);

	assert_string_equal(words_text(&test_words, stem).data, one->stem);
	assert_int_equal(languages_acronym(test_knowledge.languages,
					   lang_of(one->lang), word), stem);
}

static bool is_asked(const struct asked_stems *stems, struct str wanted)
{
	for (size_t i = 0; i < stems->count; i++)
		if (str_equal(words_text(&test_words, stems->stems[i]), wanted))
			return true;
	return false;
}

/* The stems of the row are asked for, and the first of them first. */
static void asks(void **state)
{
	const struct asked_case *one = *state;
	struct str rest = str_of(one->stems), wanted;
	struct asked_stems stems;

	languages_asked(test_knowledge.languages, &test_words,
			lang_of(one->lang),
			words_add(&test_words, str_of(one->word)), &stems);
	if (rest.len == 0)
		assert_int_equal(stems.count, 0);
	else
		assert_true(str_has_prefix(rest, words_text(&test_words,
							    stems.stems[0])));
	while (rest.len > 0 && str_split(&rest, ' ', &wanted))
		assert_true(is_asked(&stems, wanted));
}

static void acronym_asks_for_itself(void **state)
{
	struct asked_stems stems;

	(void)state;
	languages_asked(test_knowledge.languages, &test_words, lang_of("en"),
			words_add(&test_words, STR("US")), &stems);
	assert_int_equal(stems.count, 1);
}

static void shares_spelling(void **state)
{
	const struct spelling_case *one = *state;
	word_id word = words_add(&test_words, str_of(one->word));
	word_id shared = languages_shared(test_knowledge.languages,
					  lang_of(one->lang), word);

	assert_string_equal(words_text(&test_words, shared).data, one->shared);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(acronyms) + COUNT_OF(asked) +
				COUNT_OF(spellings) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(acronyms); i++)
		tests[count++] = CASE(acronyms[i], has_acronym);
	for (size_t i = 0; i < COUNT_OF(asked); i++)
		tests[count++] = CASE(asked[i], asks);
	for (size_t i = 0; i < COUNT_OF(spellings); i++)
		tests[count++] = CASE(spellings[i], shares_spelling);
	tests[count] =
		(struct CMUnitTest)cmocka_unit_test(acronym_asks_for_itself);
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
