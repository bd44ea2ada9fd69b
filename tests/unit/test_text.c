/* Strings, UTF-8 and words. */
#include "cases.h"

#include "document.h"
#include "utf8.h"

static struct nfc_case { const char *name, *text, *nfc; } nfcs[] = {
	{ "short i from и and breve", "и\u0306", "й" },
	{ "io from е and diaeresis", "е\u0308", "ё" },
	{ "Latin s with cedilla", "s\u0327", "ş" },
	{ "marks in canonical order", "a\u0323\u0301", "ạ\u0301" },
	{ "already composed", "қоғам й ё", "қоғам й ё" },
};

static struct fold_case { const char *name, *text, *fold; } folds[] = {
	{ "Kazakh letters", "ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі" },
	{ "Russian letters", "ЁЖЪ", "ёжъ" },
	{ "ASCII and digits", "Orda.KZ 2022", "orda.kz 2022" },
};

static struct valid_case { const char *name, *text; size_t until; } valids[] = {
	{ "plain", "abc", 3 },
	{ "overlong slash", "a\xc0\xaf", 1 },
	{ "surrogate", "ab\xed\xa0\x80", 2 },
	{ "above U+10FFFF", "\xf4\x90\x80\x80", 0 },
	{ "cut off", "ab\xd0", 2 },
	{ "four bytes", "\xf0\x9f\x97\xa3", 4 },
};

static struct kind_case { const char *name, *form; enum word_kind kind; } kinds[] = {
	{ "a word", "редакция", KIND_WORD },
	{ "a year with a suffix", "2022-жылы", KIND_NUMBER },
	{ "a number", "1,234.5", KIND_NUMBER },
	{ "a bare domain", "Orda.kz", KIND_ADDRESS },
	{ "a URL", "https://orda.kz/a?b", KIND_ADDRESS },
	{ "an e-mail address", "a@b.kz", KIND_ADDRESS },
	{ "an abbreviation is a word", "e.g.", KIND_WORD },
	{ "a handle", "@qztrd", KIND_HANDLE },
	{ "a quotation mark", "«", KIND_PUNCT },
	{ "a currency sign", "₸", KIND_SYMBOL },
};

static struct shape_case { const char *name, *form; int shape; } shapes[] = {
	{ "capitalised Kazakh", "Қазақ",
	  SHAPE_CAPITAL | SHAPE_CYRILLIC | SHAPE_LETTER },
	{ "an abbreviation", "БАҚ", SHAPE_CAPITAL | SHAPE_ALL_CAPITAL |
	  SHAPE_CYRILLIC | SHAPE_LETTER },
	{ "lower case with a digit", "covid19",
	  SHAPE_LATIN | SHAPE_DIGIT | SHAPE_LETTER },
	{ "a hyphen", "а-б", SHAPE_CYRILLIC | SHAPE_LETTER | SHAPE_COMPOUND },
	{ "two scripts", "aб",
	  SHAPE_LATIN | SHAPE_CYRILLIC | SHAPE_LETTER | SHAPE_COMPOUND },
	{ "a number", "1.5", SHAPE_DIGIT | SHAPE_COMPOUND },
};

static void composes(void **state)
{
	const struct nfc_case *one = *state;
	struct strbuf out = STRBUF_INIT;

	utf8_add_nfc(&out, str_of(one->text));
	assert_string_equal(out.data, one->nfc);
	strbuf_release(&out);
}

static void folds_case(void **state)
{
	const struct fold_case *one = *state;
	struct strbuf out = STRBUF_INIT;

	utf8_add_fold(&out, str_of(one->text));
	assert_string_equal(out.data, one->fold);
	strbuf_release(&out);
}

static void finds_invalid(void **state)
{
	const struct valid_case *one = *state;

	assert_int_equal(utf8_valid_until(str_of(one->text)), one->until);
}

static void knows_kind(void **state)
{
	const struct kind_case *one = *state;
	struct words words;

	words_init(&words);
	assert_int_equal(words_kind(&words, words_add(&words,
						      str_of(one->form))),
			 one->kind);
	words_release(&words);
}

static void knows_shape(void **state)
{
	const struct shape_case *one = *state;
	struct words words;

	words_init(&words);
	assert_int_equal(words_shape(&words, words_add(&words,
						       str_of(one->form))),
			 one->shape | SHAPE_KNOWN);
	words_release(&words);
}

static void words_are_kept_once(void **state)
{
	struct words words;
	struct strbuf form = STRBUF_INIT;
	word_id first;

	(void)state;
	words_init(&words);
	first = words_add(&words, STR("сөз"));
	for (int i = 0; i < 20000; i++) {
		strbuf_clear(&form);
		strbuf_addf(&form, "w%d", i);
		words_add(&words, strbuf_view(&form));
	}
	assert_int_equal(words_add(&words, STR("сөз")), first);
	assert_int_equal(words.count, 20003);
	assert_int_equal(words_fold(&words, words_add(&words, STR("СӨЗ"))),
			 first);
	strbuf_release(&form);
	words_release(&words);
}

static void chars_and_bytes_meet(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct chars chars;
	size_t count = 0;

	(void)state;
	for (int i = 0; i < 500; i++)
		strbuf_add_z(&text, i % 3 ? "ә" : "a😀");
	chars_init(&chars, strbuf_view(&text));
	for (size_t at = 0; at < text.len;) {
		assert_int_equal(chars_before(&chars, at), count);
		assert_int_equal(chars_byte(&chars, count), at);
		utf8_next(strbuf_view(&text), &at);
		count++;
	}
	assert_int_equal(chars_before(&chars, text.len), count);
	chars_release(&chars);
	strbuf_release(&text);
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(nfcs); i++)
		tests[count++] = CASE(nfcs[i], composes);
	for (size_t i = 0; i < COUNT_OF(folds); i++)
		tests[count++] = CASE(folds[i], folds_case);
	for (size_t i = 0; i < COUNT_OF(valids); i++)
		tests[count++] = CASE(valids[i], finds_invalid);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		tests[count++] = CASE(kinds[i], knows_kind);
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		tests[count++] = CASE(shapes[i], knows_shape);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		words_are_kept_once);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		chars_and_bytes_meet);
	return _cmocka_run_group_tests("text", tests, count, NULL, NULL);
}
