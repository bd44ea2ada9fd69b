/* Which encoding a text is found to be in, and what is told of that. */
#include "knowledge_case.h"

#include "encodings.h"

#define BYTES(literal) { (literal), sizeof(literal) - 1 }

/* found: the encoding, with "!" behind it where what is declared is wrong, "?"
 * and the other where there are two, "~" where it reads like no language; "-"
 * for a binary */
static struct choice_case {
	const char *name;
	struct str bytes;
	const char *declared, *found;
} cases[] = {
	{ "Windows-1251",
	  BYTES("\xc2\xf7\xe5\xf0\xe0 \xef\xee\xe3\xe0\xf1\xe8\xeb\xe8 "
	  "\xf1\xe2\xe5\xf2 \xe2 \xf1\xf2\xe0\xf0\xee\xe9 "
	  "\xe1\xe0\xf8\xed\xe5, \xe8 \xec\xfb \xf1\xe8\xe4\xe5\xeb\xe8 "
	  "\xf3 \xee\xea\xed\xe0."),
	  "", "WINDOWS-1251" },
	{ "KOI8-R",
	  BYTES("\xf7\xde\xc5\xd2\xc1 \xd0\xcf\xc7\xc1\xd3\xc9\xcc\xc9 "
	  "\xd3\xd7\xc5\xd4 \xd7 \xd3\xd4\xc1\xd2\xcf\xca "
	  "\xc2\xc1\xdb\xce\xc5, \xc9 \xcd\xd9 \xd3\xc9\xc4\xc5\xcc\xc9 "
	  "\xd5 \xcf\xcb\xce\xc1."),
	  "", "KOI8-R" },
	{ "CP866",
	  BYTES("\x82\xe7\xa5\xe0\xa0 \xaf\xae\xa3\xa0\xe1\xa8\xab\xa8 "
	  "\xe1\xa2\xa5\xe2 \xa2 \xe1\xe2\xa0\xe0\xae\xa9 "
	  "\xa1\xa0\xe8\xad\xa5, \xa8 \xac\xeb \xe1\xa8\xa4\xa5\xab\xa8 "
	  "\xe3 \xae\xaa\xad\xa0."),
	  "", "CP866" },
	{ "ISO-8859-5",
	  BYTES("\xb2\xe7\xd5\xe0\xd0 \xdf\xde\xd3\xd0\xe1\xd8\xdb\xd8 "
	  "\xe1\xd2\xd5\xe2 \xd2 \xe1\xe2\xd0\xe0\xde\xd9 "
	  "\xd1\xd0\xe8\xdd\xd5, \xd8 \xdc\xeb \xe1\xd8\xd4\xd5\xdb\xd8 "
	  "\xe3 \xde\xda\xdd\xd0."),
	  "", "ISO-8859-5" },
	{ "Mac Cyrillic",
	  BYTES("\x82\xf7\xe5\xf0\xe0 \xef\xee\xe3\xe0\xf1\xe8\xeb\xe8 "
	  "\xf1\xe2\xe5\xf2 \xe2 \xf1\xf2\xe0\xf0\xee\xe9 "
	  "\xe1\xe0\xf8\xed\xe5. \x9f \xf1\xe8\xe4\xe5\xeb\xe0 \xf3 "
	  "\xee\xea\xed\xe0 \xe8 \xe1\xee\xdf\xeb\xe0\xf1\xfc."),
	  "", "MAC-CYRILLIC" },
	{ "RK1048",
	  BYTES("\xca\xe5\xf8\xe5 \xe5\xf1\xea\xb3 "
	  "\xec\xa2\xed\xe0\xf0\xe0\xe4\xe0 \xf8\xe0\xec "
	  "\xf1\xb4\xed\xe4\xb3, \xe1\xb3\xf0\xe0\x9d \xe1\xb3\xe7 "
	  "\xbf\xe9\xe4\xe5 \xbc\xbe\xe3\xb3\xec\xe5 "
	  "\xe0\xe9\xf2\xf2\xfb\x9d."),
	  "", "RK1048" },
	{ "PT154",
	  BYTES("\xca\xe5\xf8\xe5 \xe5\xf1\xea\xb3 "
	  "\xec\xb1\xed\xe0\xf0\xe0\xe4\xe0 \xf8\xe0\xec "
	  "\xf1\xb5\xed\xe4\xb3, \xe1\xb3\xf0\xe0\x9d \xe1\xb3\xe7 "
	  "\x89\xe9\xe4\xe5 \xba\x9c\xe3\xb3\xec\xe5 "
	  "\xe0\xe9\xf2\xf2\xfb\x9d."),
	  "", "PT154" },
	{ "a few Kazakh letters are enough",
	  BYTES("\xc1\xb3\xe7 \xbf\xe9\xe3\xe5 \x9d\xe0\xe9\xf2\xf2\xfb\x9d."),
	  "", "RK1048" },
	{ "capitals",
	  BYTES("\xee\xef\xf7\xef\xf3\xf4\xe9 \xe9\xfa "
	  "\xf3\xf4\xe1\xf2\xef\xea \xe2\xe1\xfb\xee\xe9"),
	  "", "KOI8-R" },
	{ "English with an accent",
	  BYTES("Our caf\xe9 was na\xefve about its r\xe9sum\xe9."),
	  "", "WINDOWS-1252" },
	{ "English with money",
	  BYTES("It cost \xa3" "3,000 or \x80" "4,000, by \xa7 5 of the act."),
	  "", "WINDOWS-1252" },
	{ "English with marks of print",
	  BYTES("The lamp\x92s \x93light\x94 \x96 or what was left of it \x96 "
	  "went out\x85"),
	  "", "WINDOWS-1252" },
	{ "English with one word of Russian",
	  BYTES("The lamp, or \xeb\xe0\xec\xef\xe0 as they say, went out last "
	  "night."),
	  "", "WINDOWS-1251" },
	{ "Russian with English in it",
	  BYTES("\xce\xe1\xf9\xe5\xf1\xf2\xe2\xee Lamp and Bread "
	  "\xe7\xe0\xea\xf0\xfb\xeb\xee \xf1\xe0\xe9\xf2 light.example, "
	  "\xed\xe5 \xee\xe1\xfa\xff\xf1\xed\xff\xff."),
	  "", "WINDOWS-1251" },
	{ "Ukrainian is no Kazakh",
	  BYTES("\xcf\xee\xeb\xb3\xf6\xb3\xff "
	  "\xe7\xe0\xf2\xf0\xe8\xec\xe0\xeb\xe0 \xe4\xe2\xee\xf5 "
	  "\xeb\xfe\xe4\xe5\xe9 \xed\xe0 \xef\xeb\xee\xf9\xb3 \xe2 "
	  "\xec\xb3\xf1\xf2\xb3."),
	  "", "WINDOWS-1251" },
	{ "what is declared",
	  BYTES("\xe4\xd7\xc5 \xcc\xc1\xcd\xd0\xd9."),
	  "koi8-r", "KOI8-R" },
	{ "and has another name",
	  BYTES("\xca\xe5\xf8\xe5 \xe5\xf1\xea\xb3 "
	  "\xec\xa2\xed\xe0\xf0\xe0\xe4\xe0 \xf8\xe0\xec "
	  "\xf1\xb4\xed\xe4\xb3, \xe1\xb3\xf0\xe0\x9d \xe1\xb3\xe7 "
	  "\xbf\xe9\xe4\xe5 \xbc\xbe\xe3\xb3\xec\xe5 "
	  "\xe0\xe9\xf2\xf2\xfb\x9d."),
	  "KZ-1048", "RK1048" },
	{ "Latin-1 means Windows-1252",
	  BYTES("\x93Light\x94"),
	  "iso-8859-1", "WINDOWS-1252" },
	{ "what is declared and not in the table",
	  BYTES("Bir k\xfd\xfe g\xfcn\xfc \xfd\xfe\xfdk s\xf6nd\xfc."),
	  "windows-1254", "windows-1254" },
	{ "letters of two bytes, declared",
	  BYTES("\xb5\xc6\xc3\xf0\xc1\xcb"),
	  "gb2312", "gb2312" },
	{ "a name that nobody knows",
	  BYTES("\xf7\xde\xc5\xd2\xc1 \xd0\xcf\xc7\xc1\xd3\xc9\xcc\xc9 "
	  "\xd3\xd7\xc5\xd4 \xd7 \xd3\xd4\xc1\xd2\xcf\xca "
	  "\xc2\xc1\xdb\xce\xc5, \xc9 \xcd\xd9 \xd3\xc9\xc4\xc5\xcc\xc9 "
	  "\xd5 \xcf\xcb\xce\xc1."),
	  "x-mystery", "KOI8-R" },
	{ "declared wrong",
	  BYTES("\xf7\xde\xc5\xd2\xc1 \xd0\xcf\xc7\xc1\xd3\xc9\xcc\xc9 "
	  "\xd3\xd7\xc5\xd4 \xd7 \xd3\xd4\xc1\xd2\xcf\xca "
	  "\xc2\xc1\xdb\xce\xc5, \xc9 \xcd\xd9 \xd3\xc9\xc4\xc5\xcc\xc9 "
	  "\xd5 \xcf\xcb\xce\xc1."),
	  "windows-1251", "KOI8-R !" },
	{ "declared Latin, and Cyrillic",
	  BYTES("\xc2\xf7\xe5\xf0\xe0 \xef\xee\xe3\xe0\xf1\xe8\xeb\xe8 "
	  "\xf1\xe2\xe5\xf2 \xe2 \xf1\xf2\xe0\xf0\xee\xe9 "
	  "\xe1\xe0\xf8\xed\xe5, \xe8 \xec\xfb \xf1\xe8\xe4\xe5\xeb\xe8 "
	  "\xf3 \xee\xea\xed\xe0."),
	  "iso-8859-1", "WINDOWS-1251 !" },
	{ "declared UTF-8, and not so",
	  BYTES("\xc2\xf7\xe5\xf0\xe0 \xef\xee\xe3\xe0\xf1\xe8\xeb\xe8 "
	  "\xf1\xe2\xe5\xf2 \xe2 \xf1\xf2\xe0\xf0\xee\xe9 "
	  "\xe1\xe0\xf8\xed\xe5, \xe8 \xec\xfb \xf1\xe8\xe4\xe5\xeb\xe8 "
	  "\xf3 \xee\xea\xed\xe0."),
	  "utf-8", "WINDOWS-1251 !" },
	{ "declared a byte a letter, and UTF-8",
	  BYTES("\xd0\xa1\xd0\xb2\xd0\xb5\xd1\x82"),
	  "windows-1251", "UTF-8 !" },
	{ "declared two bytes a letter, and one",
	  BYTES("\x82\xe7\xa5\xe0\xa0 \xaf\xae\xa3\xa0\xe1\xa8\xab\xa8 "
	  "\xe1\xa2\xa5\xe2 \xa2 \xe1\xe2\xa0\xe0\xae\xa9 "
	  "\xa1\xa0\xe8\xad\xa5, \xa8 \xac\xeb \xe1\xa8\xa4\xa5\xab\xa8 "
	  "\xe3 \xae\xaa\xad\xa0."),
	  "gb2312", "CP866 !" },
	{ "a declaration that a mark outranks",
	  BYTES("\xef\xbb\xbf\xd0\xa1\xd0\xb2\xd0\xb5\xd1\x82"),
	  "windows-1251", "UTF-8" },
	{ "ASCII whatever is declared",
	  BYTES("Light"),
	  "koi8-r", "UTF-8" },
	{ "two readings",
	  BYTES("\xf1\xf3\xe4\xff"),
	  "", "WINDOWS-1251 ? MAC-CYRILLIC" },
	{ "a language of another script",
	  BYTES("\xc7 \xf0\xfc\xeb\xe7 \xde\xf4\xe1\xed "
	  "\xf3\xea\xef\xf4\xe5\xe9\xed\xde \xfc\xeb\xe7 \xf4\xe7 "
	  "\xed\xfd\xf7\xf4\xe1 \xea\xe1\xe9 \xea\xe1\xed\xe5\xdf\xf2 "
	  "\xe4\xe5\xed \xea\xef\xe9\xec\xfc\xf4\xe1\xed."),
	  "", "KOI8-R ~" },
	{ "a binary",
	  BYTES("\x7f" "ELF\0\0\0\1\2\0"),
	  "", "-" },
};

static struct encodings *encodings;

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
	struct strbuf out = STRBUF_INIT;
	struct arena arena = ARENA_INIT;
	struct encoding_choice choice =
		encodings_choose(encodings, &arena, one->bytes,
				 str_of(one->declared));

	print_choice(&out, &choice);
	assert_string_equal(out.data, one->found);
	arena_release(&arena);
	strbuf_release(&out);
}

/* The few Kazakh words of a long Russian text tell its encoding. */
static void finds_what_is_rare(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < 30000; i++)
		strbuf_add_z(&text, i == 12345 ? "\x9d\xe0\xeb\xe0\xed\xfb\xbe "
					       : "\xf1\xe2\xe5\xf2 ");
	assert_string_equal(encodings_choose(encodings, &arena,
					     strbuf_view(&text),
					     STR_NONE).encoding, "RK1048");
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
