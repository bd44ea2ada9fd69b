/* The tables of the Kazakh stemmer and what it makes of them: lemmas where
 * they are certain, words in Latin letters, words that are long or strange. */
#include "cases.h"

#include "suffixes.h"
#include "table.h"

static struct suffixes *kazakh;

static struct lemma_case { const char *name, *word, *lemma; } lemmas[] = {
	{ "noun in a case", "қалаларымыздан", "қала" },
	{ "verb in the past", "көрсетті", "көрсет" },
	{ "verb that ends in a vowel", "қарайды", "қара" },
	{ "verb that lost its vowel", "оқиды", "оқы" },
	{ "verb in й", "қояды", "қой" },
	{ "voiced final letter", "кітабымыздың", "кітап" },
	{ "lost vowel", "халқының", "халық" },
	{ "п that is у", "тауып", "тап" },
	{ "pronoun", "маған", "мен" },
	{ "word made from a root", "бостандығы", "бостандық" },
	{ "noun and verb look the same", "алды", NULL },
	{ "name that no table knows", "аззахидовтың", NULL },
	{ "adjective or accusative", "заңсыздықты", NULL },
};

static struct root_case { const char *name, *word, *stem; } roots[] = {
	{ "noun in a case, not a rare noun", "елді", "ел" },
	{ "participle, not a rare noun", "болатын", "бол" },
	{ "converb, not a rare noun", "қалып", "қал" },
	{ "bare converb, not a rare noun", "таба", "тап" },
	{ "noun, not a bare converb", "қала", "қала" },
	{ "noun in the plural, not a future", "бастар", "бас" },
	{ "adjective, not a noun in a case", "қысқа", "қысқа" },
	{ "noun, not a possessive", "қалам", "қалам" },
	{ "verb of its own, not a passive", "қолданды", "қолдан" },
	{ "future that is negative", "көрмес", "көр" },
	{ "future that is negative, in a case", "айтпастан", "айт" },
	{ "future with a person", "барармын", "бар" },
	{ "softened imperative", "айтшы", "айт" },
	{ "noun of a doer", "қорғаушылары", "қорғаушы" },
	{ "polite imperative", "айтыңыздар", "айт" },
	{ "evidential of many", "барыпсыңдар", "бар" },
	{ "contracted present", "келем", "кел" },
	{ "verb of position with a person", "отырмын", "отыр" },
	{ "belonging to", "мектептікі", "мектеп" },
	{ "made word with a possessive", "мектептігі", "мектептік" },
};

static struct latin_case { const char *name, *word, *cyrillic; } latin[] = {
	{ "alphabet of 2018", "qazaqstandaǵy", "қазақстандағы" },
	{ "alphabet of 2021", "qazaqstandağy", "қазақстандағы" },
	{ "letters of both", "qazaqstandy", "қазақстанды" },
	{ "2018 u with an acute", "úkimettiń", "үкіметтің" },
	{ "2018 digraph", "aqshasy", "ақшасы" },
	{ "2018 y with an acute", "jýrnalısterdiń", "журналистердің" },
	{ "2021 i with a dot is и", "jurnalisterdıñ", "журналистердің" },
	{ "2021 cedilla", "aqşasy", "ақшасы" },
	{ "й behind a vowel", "qoǵamdaı", "қоғамдай" },
	{ "unknown root", "ǵabbasovtyń", "ғаббасовтың" },
	{ "alphabet of 2017", "gazetterdin'", "газеттердің" },
	{ "2017 digraph with an apostrophe", "ko's'elerde", "көшелерде" },
	{ "letters of Turkish", "gazetterdiñ", "газеттердің" },
	{ "i without a dot is ы", "bakılauşı", "бақылаушы" },
};

/* Of a text that is known to be in Latin letters. */
static struct latin_case ascii[] = {
	{ "ASCII letters alone", "gazetterdin", "газеттердің" },
	{ "u is ү", "bugin", "бүгін" },
	{ "zh and sh", "zhazushylar", "жазушылар" },
	{ "gh and kh", "khabarlaghan", "хабарлаған" },
	{ "k is қ", "bostandykka", "бостандыққа" },
	{ "a root that changes", "kitabynda", "кітабында" },
	{ "a root that loses a vowel", "tanidy", "таниды" },
	{ "an irregular form", "maghan", "маған" },
};

static struct str stem_of(struct strbuf *word, struct str text)
{
	strbuf_clear(word);
	strbuf_add(word, text);
	suffixes_strip(kazakh, word);
	return strbuf_view(word);
}

static void gives_lemma(void **state)
{
	const struct lemma_case *one = *state;
	struct strbuf lemma = STRBUF_INIT;
	bool given;

	strbuf_add_z(&lemma, "before");
	given = suffixes_lemma(kazakh, str_of(one->word), &lemma);
	assert_int_equal(given, one->lemma != NULL);
	assert_string_equal(lemma.data, given ? one->lemma : "before");
	strbuf_release(&lemma);
}

static void takes_likelier_root(void **state)
{
	const struct root_case *one = *state;
	struct strbuf word = STRBUF_INIT;

	stem_of(&word, str_of(one->word));
	assert_string_equal(word.data, one->stem);
	strbuf_release(&word);
}

static void same_stem(void **state)
{
	const struct latin_case *one = *state;
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	stem_of(&a, str_of(one->word));
	stem_of(&b, str_of(one->cyrillic));
	assert_string_equal(a.data, b.data);
	strbuf_release(&a);
	strbuf_release(&b);
}

static void same_stem_in_latin_text(void **state)
{
	const struct latin_case *one = *state;
	struct strbuf word = STRBUF_INIT, latin_word = STRBUF_INIT;

	stem_of(&word, str_of(one->cyrillic));
	strbuf_add_z(&latin_word, one->word);
	assert_true(suffixes_know(kazakh, strbuf_view(&latin_word)));
	suffixes_strip_latin(kazakh, &latin_word);
	assert_string_equal(latin_word.data, word.data);
	stem_of(&word, str_of(one->word));
	assert_string_equal(word.data, one->word);
	strbuf_release(&word);
	strbuf_release(&latin_word);
}

/* Each letter may be read in two ways, and the last in none. */
static void long_latin_word_ends_soon(void **state)
{
	struct strbuf word = STRBUF_INIT;

	(void)state;
	strbuf_add_z(&word, "gazet");
	for (int i = 0; i < 90; i++)
		strbuf_add_z(&word, "ni");
	strbuf_add_z(&word, "\u00df");
	assert_false(suffixes_know(kazakh, strbuf_view(&word)));
	strbuf_release(&word);
}

static void foreign_word_stays(void **state)
{
	struct strbuf word = STRBUF_INIT;

	(void)state;
	stem_of(&word, STR("facebook"));
	assert_string_equal(word.data, "facebook");
	stem_of(&word, STR("ministry")); /* министрі, if it were Kazakh */
	assert_string_equal(word.data, "ministry");
	stem_of(&word, STR("quality"));
	assert_string_equal(word.data, "quality");
	stem_of(&word, STR("écrivain"));
	assert_string_equal(word.data, "écrivain");
	strbuf_release(&word);
}

/* 200 letters are bounded by states, more are left alone. */
static void strange_words(void **state)
{
	static const char *const parts[] = { "ының", "мала", "лық", "а\u0301",
					     "ң", "\xd0" };
	struct strbuf word = STRBUF_INIT, text = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		strbuf_clear(&text);
		while (text.len + strlen(parts[i]) <= 200)
			strbuf_add_z(&text, parts[i]);
		assert_true(stem_of(&word, strbuf_view(&text)).len > 0);
		while (text.len < 10000000)
			strbuf_add_z(&text, parts[i]);
		assert_int_equal(stem_of(&word, strbuf_view(&text)).len,
				 text.len);
	}
	stem_of(&word, STR_NONE);
	assert_int_equal(word.len, 0);
	strbuf_release(&word);
	strbuf_release(&text);
}

/* Counts the rows of a table of Kazakh whose stem is not what the row says, of
 * those with a class. */
static size_t wrong_rows(const char *path, const char *form, const char *stem,
			 const char *only)
{
	struct strbuf word = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct table table;
	size_t wrong = 0;

	assert_int_equal(table_load(&table, path, form, &err), 0);
	for (size_t row = 0; row < table.row_count; row++) {
		struct str text = table_named_cell(&table, row, form);
		struct str want = table_named_cell(&table, row, stem);

		if (!str_equal(table_named_cell(&table, row, "class"),
			       str_of(only)) && *only)
			continue;
		if (str_equal(stem_of(&word, text), want))
			continue;
		wrong++;
		print_error("%s: %.*s has the stem %s, not %.*s\n", path,
			    STR_ARGS(text), word.data, STR_ARGS(want));
	}
	table_release(&table);
	strbuf_release(&word);
	return wrong;
}

static void irregular_forms(void **state)
{
	(void)state;
	assert_int_equal(wrong_rows(ESEP_SOURCE_DIR
				    "/lexicons/kk/irregular.tsv",
				    "form", "stem", "whole"), 0);
}

/* All but a few that look like a form of a much commoner root. */
static void nouns_stay_whole(void **state)
{
	enum { FEW = 8 };

	(void)state;
	assert_in_range(wrong_rows(ESEP_SOURCE_DIR "/lexicons/kk/roots.tsv",
				   "root", "root", "n"), 0, FEW);
}

static struct lexicons *lexicons;

static int open_kazakh(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	if (lexicons_open(&lexicons, ESEP_SOURCE_DIR "/lexicons", &err) == 0 &&
	    suffixes_open(&kazakh, lexicons, STR("kk"), &err) == 0)
		return 0;
	print_error("%s\n", err.text);
	return -1;
}

static int close_kazakh(void **state)
{
	(void)state;
	suffixes_close(kazakh);
	lexicons_close(lexicons);
	return 0;
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(lemmas) + COUNT_OF(roots) +
				COUNT_OF(latin) + COUNT_OF(ascii) + 5];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(lemmas); i++)
		tests[count++] = CASE(lemmas[i], gives_lemma);
	for (size_t i = 0; i < COUNT_OF(roots); i++)
		tests[count++] = CASE(roots[i], takes_likelier_root);
	for (size_t i = 0; i < COUNT_OF(latin); i++)
		tests[count++] = CASE(latin[i], same_stem);
	for (size_t i = 0; i < COUNT_OF(ascii); i++)
		tests[count++] = CASE(ascii[i], same_stem_in_latin_text);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(foreign_word_stays);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		long_latin_word_ends_soon);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(strange_words);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(irregular_forms);
	tests[count] = (struct CMUnitTest)cmocka_unit_test(nouns_stay_whole);
	return cmocka_run_group_tests(tests, open_kazakh, close_kazakh);
}
