/* Which encoding a text is found to be in, and what is told of that. */
#include "knowledge_case.h"

#include "encoding.h"
#include "encodings.h"
#include "utf8.h"

#define RU "Вчера погасили свет в старой башне, и мы сидели у окна."
#define KK "Кеше ескі мұнарада шам сөнді, бірақ біз үйде әңгіме айттық."

/* encoding: which the text is written in first; empty: as it stands
 * found: the encoding, with "!" behind it where what is declared is wrong, "?"
 * and the other where there are two, "~" where it reads like no language; "-"
 * for a binary */
static struct choice_case {
	const char *name, *text, *encoding, *declared, *found;
} cases[] = {
	{ "Windows-1251",
	  RU, "WINDOWS-1251", "",
	  "WINDOWS-1251" },
	{ "KOI8-R",
	  RU, "KOI8-R", "",
	  "KOI8-R" },
	{ "CP866",
	  RU, "CP866", "",
	  "CP866" },
	{ "ISO-8859-5",
	  RU, "ISO-8859-5", "",
	  "ISO-8859-5" },
	{ "Mac Cyrillic",
	  "Вчера погасили свет в старой башне. Я сидела у окна и боялась.",
	  "MAC-CYRILLIC", "",
	  "MAC-CYRILLIC" },
	{ "RK1048",
	  KK, "RK1048", "",
	  "RK1048" },
	{ "PT154",
	  KK, "PT154", "",
	  "PT154" },
	{ "a few Kazakh letters are enough",
	  "Біз үйге қайттық.", "RK1048", "",
	  "RK1048" },
	{ "capitals",
	  "НОВОСТИ ИЗ СТАРОЙ БАШНИ", "KOI8-R", "",
	  "KOI8-R" },
	{ "English with accents",
	  "Our café was naïve about its résumé.", "WINDOWS-1252", "",
	  "WINDOWS-1252" },
	{ "English with money",
	  "It cost £3,000 or €4,000, by § 5 of the act.", "WINDOWS-1252", "",
	  "WINDOWS-1252" },
	{ "English with marks of print",
	  "The lamp’s “light” – or what was left of it – went out…",
	  "WINDOWS-1252", "",
	  "WINDOWS-1252" },
	{ "English with one word of Russian",
	  "The lamp, or лампа as they say, went out last night.",
	  "WINDOWS-1251", "",
	  "WINDOWS-1251" },
	{ "Russian with English in it",
	  "Общество Lamp and Bread закрыло сайт light.example, не объясняя.",
	  "WINDOWS-1251", "",
	  "WINDOWS-1251" },
	{ "Ukrainian is no Kazakh",
	  "Поліція затримала двох людей на площі в місті.",
	  "WINDOWS-1251", "",
	  "WINDOWS-1251" },
	{ "a language of another script",
	  "Η πόλη ήταν σκοτεινή όλη τη νύχτα και κανείς δεν κοιμόταν.",
	  "WINDOWS-1253", "",
	  "KOI8-R ~" },
	{ "two readings",
	  "судя", "WINDOWS-1251", "",
	  "WINDOWS-1251 ? MAC-CYRILLIC" },
	{ "what is declared",
	  "Две лампы.", "KOI8-R", "koi8-r",
	  "KOI8-R" },
	{ "and has another name",
	  KK, "RK1048", "KZ-1048",
	  "RK1048" },
	{ "Latin-1 means Windows-1252",
	  "“Light”", "WINDOWS-1252", "iso-8859-1",
	  "WINDOWS-1252" },
	{ "declared, and not in the table",
	  "Bir kış günü ışık söndü.", "WINDOWS-1254", "windows-1254",
	  "windows-1254" },
	{ "letters of two bytes, declared",
	  "\xb5\xc6\xc3\xf0\xc1\xcb", "", "gb2312",
	  "gb2312" },
	{ "a name that nobody knows",
	  RU, "KOI8-R", "x-mystery",
	  "KOI8-R" },
	{ "declared wrong",
	  RU, "KOI8-R", "windows-1251",
	  "KOI8-R !" },
	{ "declared Latin, and Cyrillic",
	  RU, "WINDOWS-1251", "iso-8859-1",
	  "WINDOWS-1251 !" },
	{ "declared UTF-8, and not so",
	  RU, "WINDOWS-1251", "utf-8",
	  "WINDOWS-1251 !" },
	{ "declared a byte a letter, and UTF-8",
	  "Свет", "", "windows-1251",
	  "UTF-8 !" },
	{ "declared two bytes a letter, and one",
	  RU, "CP866", "gb2312",
	  "CP866 !" },
	{ "a declaration that a mark outranks",
	  "\ufeffСвет", "", "windows-1251",
	  "UTF-8" },
	{ "ASCII whatever is declared",
	  "Light", "", "koi8-r",
	  "UTF-8" },
	{ "one byte tells little",
	  "\xa7", "", "",
	  "MAC-CYRILLIC ? CP866" },
	{ "control characters",
	  "\x7f" "ELF\1\2\3\4", "", "",
	  "-" },
};

static struct encodings *encodings;

static void encode(struct strbuf *out, struct str text, const char *encoding)
{
	uint32_t letters[ENCODING_BYTES];

	assert_true(encoding_letters(encoding, letters));
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		size_t byte = 0;

		while (letters[byte] != c)
			assert_true(++byte < ENCODING_BYTES);
		strbuf_add_char(out, (char)byte);
	}
}

static void print_choice(struct strbuf *out, const struct encoding_choice *choice)
{
	strbuf_add_z(out, choice->encoding ? choice->encoding : "-");
	if (choice->is_declared_wrong)
		strbuf_add_z(out, " !");
	if (choice->rival)
		strbuf_addf(out, " ? %s", choice->rival);
	if (choice->is_strange)
		strbuf_add_z(out, " ~");
}

static void chooses(void **state)
{
	const struct choice_case *one = *state;
	struct strbuf out = STRBUF_INIT, bytes = STRBUF_INIT;
	struct arena arena = ARENA_INIT;
	struct encoding_choice choice;

	if (*one->encoding)
		encode(&bytes, str_of(one->text), one->encoding);
	else
		strbuf_add_z(&bytes, one->text);
	choice = encodings_choose(encodings, &arena, strbuf_view(&bytes),
				  str_of(one->declared));
	print_choice(&out, &choice);
	assert_string_equal(out.data, one->found);
	arena_release(&arena);
	strbuf_release(&bytes);
	strbuf_release(&out);
}

/* The few Kazakh words of a long Russian text tell its encoding. */
static void finds_what_is_rare(void **state)
{
	struct strbuf text = STRBUF_INIT, word = STRBUF_INIT;
	struct arena arena = ARENA_INIT;

	(void)state;
	encode(&word, STR("свет "), "RK1048");
	for (size_t i = 0; i < 30000; i++)
		strbuf_add(&text, strbuf_view(&word));
	encode(&text, STR("қаланың "), "RK1048");
	for (size_t i = 0; i < 30000; i++)
		strbuf_add(&text, strbuf_view(&word));
	assert_string_equal(encodings_choose(encodings, &arena,
					     strbuf_view(&text),
					     STR_NONE).encoding, "RK1048");
	strbuf_release(&word);
	strbuf_release(&text);
	arena_release(&arena);
}

/* A text of many megabytes without a blank, or with one letter beyond ASCII at
 * its end, is looked through once. */
static void is_linear(void **state)
{
	enum { LONG = 32 << 20 };
	struct arena arena = ARENA_INIT;
	char *bytes = memory_get(LONG);
	struct str text = { bytes, LONG };

	(void)state;
	limit_cpu(20);
	memset(bytes, 'a', LONG);
	bytes[LONG - 1] = '\xe9';
	assert_string_equal(encodings_choose(encodings, &arena, text,
					     STR_NONE).encoding,
			    "WINDOWS-1252");
	memset(bytes, '\xe9', LONG);
	assert_non_null(encodings_choose(encodings, &arena, text,
					 STR_NONE).encoding);
	limit_cpu(0);
	list_free(bytes);
	arena_release(&arena);
}

static int open_encodings(void **state)
{
	struct err err = ERR_INIT;

	if (open_knowledge(state) == 0 &&
	    encodings_open(&encodings, test_knowledge.languages,
			   test_knowledge.lexicons, &err) == 0 &&
	    encodings_load(encodings, &err) == 0)
		return 0;
	print_error("%s\n", err.text);
	return -1;
}

static int close_encodings(void **state)
{
	encodings_close(encodings);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 2];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], chooses);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(finds_what_is_rare);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(is_linear);
	return _cmocka_run_group_tests("encodings", tests, count,
				       open_encodings, close_encodings);
}
