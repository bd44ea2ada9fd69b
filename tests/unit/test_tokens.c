/* Sentences into words: a blank between the words of `words`, `+` between those
 * of one multiword token, `_` for a blank in a word. */
#include "knowledge_case.h"

#include "classes.h"
#include "utf8.h"

#include <ctype.h>
#include <stdlib.h>

static struct token_case {
	const char *name, *lang, *text, *words;
} cases[] = {
	{ "punctuation apart", "en", "“Yes,” he said.", "“ Yes , ” he said ." },
	{ "negation is a word", "en", "don't, couldn’t",
	  "do+n't , could+n’t" },
	{ "possessive is a word", "en", "Kazakhstan's media’s",
	  "Kazakhstan+'s media+’s" },
	{ "possessive of a plural", "en", "soldiers' rights",
	  "soldiers+' rights" },
	{ "closing quotation mark is no possessive", "en", "'the cats' slept",
	  "' the cats ' slept" },
	{ "cannot", "en", "I cannot.", "I can+not ." },
	{ "names with an apostrophe", "en", "O'Neal", "O'Neal" },
	{ "compounds split in English", "en", "state-owned 3-year",
	  "state - owned 3 - year" },
	{ "prefixes keep their hyphen", "en", "non-profit e-mail",
	  "non-profit e-mail" },
	{ "telephone numbers", "en", "713-664-7478", "713-664-7478" },
	{ "compounds stay in Russian", "ru", "из-за пресс-службы",
	  "из-за пресс-службы" },
	{ "first part of two", "ru", "одно- и двухэтажный",
	  "одно- и двухэтажный" },
	{ "numbers with a suffix", "ru", "14-го в 60-х", "14-го в 60-х" },
	{ "years with a suffix", "kk", "2022-жылы", "2022-жылы" },
	{ "ranges split", "ru", "2021-2022", "2021 - 2022" },
	{ "dash apart", "en", "media—and 2021–2022", "media — and 2021 – 2022" },
	{ "decimals and thousands", "en", "1,234.5 1,5 10:30",
	  "1,234.5 1,5 10:30" },
	{ "thousands with a blank", "ru", "стоил 1 234,5 и 20 000 р",
	  "стоил 1_234,5 и 20_000 р" },
	{ "no thousands", "ru", "в 2022 100 человек, +7 701 123-45-67",
	  "в 2022 100 человек , + 7 701 123 - 45 - 67" },
	{ "no thousands in English", "en", "page 12 345", "page 12 345" },
	{ "names of two parts split in Russian", "ru",
	  "Буркина-Фасо, Бук-М1, Формула-1", "Буркина - Фасо , Бук - М1 , "
	  "Формула - 1" },
	{ "names with a small word", "ru", "в Ростов-на-Дону",
	  "в Ростов - на - Дону" },
	{ "names with a part that is no word", "ru", "Санкт-Петербург",
	  "Санкт-Петербург" },
	{ "adjectives of two names", "ru", "Южно-Китайского моря",
	  "Южно-Китайского моря" },
	{ "names of two parts split in Kazakh", "kk", "Гвинея-Бисау, Бук-1",
	  "Гвинея - Бисау , Бук-1" },
	{ "Kazakh names with a part that is no word", "kk", "Нұр-Сұлтан",
	  "Нұр-Сұлтан" },
	{ "capitals alone tell no name", "ru", "ПРЕСС-СЛУЖБА", "ПРЕСС-СЛУЖБА" },
	{ "note in figures behind the stop", "en", "It closed.12",
	  "It closed . 12" },
	{ "units apart", "en", "5mm 39K 4th 1990s", "5 mm 39 K 4th 1990s" },
	{ "abbreviated year apart", "kk", "2022ж. келді", "2022 ж. келді" },
	{ "decades whole", "en", "the 1990's and 70's", "the 1990's and 70's" },
	{ "decade with a round apostrophe", "en", "the 1990’s, 2004’s law",
	  "the 1990’s , 2004+’s law" },
	{ "possessive of a year", "en", "2004's law", "2004+'s law" },
	{ "short words with a slash", "en", "b/c it, and/or w/ us",
	  "b/c it , and / or w/ us" },
	{ "marks that are repeated", "ru", "так::: вот,, да, нет", "так ::: вот ,, да , нет" },
	{ "drawn lines", "en", "----== *** --", "----== *** --" },
	{ "faces with a letter", "en", "great :P ha", "great :P ha" },
	{ "dotted names", "en", "see alt.news.groups there",
	  "see alt.news.groups there" },
	{ "no dotted name", "en", "i.e.the end", "i.e. the end" },
	{ "files", "en", "my_letter.doc", "my_letter.doc" },
	{ "abbreviation in capitals", "en", "ACME LTD. in", "ACME LTD. in" },
	{ "number before a number only", "en", "no. 7 and hell no. It",
	  "no. 7 and hell no . It" },
	{ "abbreviation and the end in English", "en", "at Acme Inc..",
	  "at Acme Inc. ." },
	{ "abbreviation at the end in Russian", "ru", "длиной 80 км.",
	  "длиной 80 км ." },
	{ "abbreviation in brackets in Russian", "ru", "(2008 г.), но",
	  "( 2008 г . ) , но" },
	{ "marks apart in Kazakh", "kk", "не?! ия... па?..",
	  "не ? ! ия ... па ? . ." },
	{ "money and percent", "en", "$350 37% US$5", "$ 350 37 % US$ 5" },
	{ "bare domains", "en", "Orda.kz, www.ng.kz.", "Orda.kz , www.ng.kz ." },
	{ "no domain without a top level", "ru", "конец.Начало",
	  "конец . Начало" },
	{ "URL and the full stop behind it", "en",
	  "(https://a.kz/b_(c)?d=1).", "( https://a.kz/b_(c)?d=1 ) ." },
	{ "URL in angle brackets", "en", "<https://orda.kz/a-b.html>.",
	  "< https://orda.kz/a-b.html > ." },
	{ "e-mail address", "ru", "на press.office@mail.ru.",
	  "на press.office@mail.ru ." },
	{ "handles and tags", "ru", "@tengenomika, #тег!", "@tengenomika , #тег !" },
	{ "number sign before a number", "en", "#1", "# 1" },
	{ "initials", "ru", "А. Б. Токаев", "А. Б. Токаев" },
	{ "glued initials in Russian", "ru", "А.Б.Токаев", "А. Б. Токаев" },
	{ "glued initials in English", "en", "J.K. Rowling, U.S.",
	  "J.K. Rowling , U.S." },
	{ "a letter at the end is no initial", "en", "Plan B.", "Plan B ." },
	{ "abbreviations", "ru", "в 2022 г. и т.д.", "в 2022 г. и т. д." },
	{ "Kazakh abbreviations", "kk", "5 млн. теңге", "5 млн. теңге" },
	{ "abbreviation with inner stops", "en", "a Ph.D. at 5 p.m. sharp",
	  "a Ph.D. at 5 p.m. sharp" },
	{ "a word that is an abbreviation elsewhere", "en", "He said no.",
	  "He said no ." },
	{ "footnote mark", "en", "periods,”¹² an", "periods , ” ¹² an" },
	{ "footnote mark on a word", "en", "study¹¹ showed", "study ¹¹ showed" },
	{ "Markdown", "en", "*akims* **18**", "* akims * ** 18 **" },
	{ "ellipsis and marks", "ru", "Да?! Нет...", "Да ?! Нет ..." },
	{ "stress mark inside a word", "ru", "за\u0301мок", "за\u0301мок" },
	{ "plus at the end", "en", "LGBTQ+ people", "LGBTQ+ people" },
	{ "pictures and their joiners", "ru", "да 🤷‍♀️🔥!", "да 🤷‍♀️🔥 !" },
	{ "letters of Kazakh Latin", "und", "Qazaqstanda ǵylym ş",
	  "Qazaqstanda ǵylym ş" },
};

static void add_form(struct strbuf *out, struct str form)
{
	for (size_t i = 0; i < form.len; i++)
		strbuf_add_char(out, form.data[i] == ' ' ? '_' : form.data[i]);
}

static void splits(void **state)
{
	const struct token_case *one = *state;
	struct pieces pieces = { 0 };
	struct strbuf found = STRBUF_INIT;
	size_t parts = 0;

	languages_split_sentence(test_knowledge.languages,
				 languages_find(test_knowledge.languages,
						str_of(one->lang)),
				 str_of(one->text), &pieces);
	for (size_t i = 0; i < pieces.count; i++) {
		if (i > 0)
			strbuf_add_char(&found, parts > 0 ? '+' : ' ');
		add_form(&found, words_text(&test_words,
					    pieces.items[i].form));
		parts = pieces.items[i].parts ? pieces.items[i].parts : parts;
		parts -= parts > 0;
	}
	assert_string_equal(found.data, one->words);
	strbuf_release(&found);
	LIST_RELEASE(&pieces);
}

/* A form on its own, as in a lexicon or a question, ends no sentence. */
static void is_no_sentence(void **state)
{
	struct pieces pieces = { 0 };

	(void)state;
	languages_split(test_knowledge.languages,
			languages_find(test_knowledge.languages, STR("ru")),
			STR("гг."), &pieces);
	assert_int_equal(pieces.count, 1);
	LIST_RELEASE(&pieces);
}

/* Offsets and `glued` as the stream needs them. */
static void places(void **state)
{
	struct pieces pieces = { 0 };

	(void)state;
	languages_split(test_knowledge.languages,
			languages_find(test_knowledge.languages, STR("en")),
			STR(" He can't."), &pieces);
	assert_int_equal(pieces.count, 4);
	assert_int_equal(pieces.items[0].start, 1);
	assert_int_equal(pieces.items[0].glued, 0);
	assert_int_equal(pieces.items[1].start, 4);
	assert_int_equal(pieces.items[1].end, 6);
	assert_int_equal(pieces.items[1].parts, 2);
	assert_int_equal(pieces.items[1].glued, 1);
	assert_int_equal(pieces.items[2].end, 9);
	assert_int_equal(pieces.items[2].parts, 0);
	assert_int_equal(pieces.items[2].glued, 1);
	assert_int_equal(pieces.items[3].glued, 0);
	LIST_RELEASE(&pieces);
}

/* Broken UTF-8 and NUL bytes: every byte that is no blank lies in a word. */
static void covers(void **state)
{
	static const char text[] = "a\0b \xff\xe2\x80 c.\xd0";
	struct pieces pieces = { 0 };
	size_t bytes = 0;

	(void)state;
	languages_split(test_knowledge.languages, LANG_UND,
			(struct str){ text, sizeof text - 1 }, &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		bytes += pieces.items[i].end - pieces.items[i].start;
	assert_int_equal(bytes, sizeof text - 1 - 2);
	LIST_RELEASE(&pieces);
}

static bool is_edge(struct str text, size_t at)
{
	return at == text.len || (text.data[at] & 0xc0) != 0x80;
}

static bool is_plain(uint32_t c)
{
	return (c < 0x80 && isalnum((int)c)) || (c >= 0x400 && c < 0x500);
}

/* Letters of one to four bytes after and before plain ones, at all lengths and
 * all places in a vector. */
static struct tail_case { const char *name, *text; } tails[] = {
	{ "plain letters of two bytes",
	  "ҚазақстандықтаржурналистеркездестіЖурналистларасындаҚазақстан" },
	{ "plain letters of one and two bytes",
	  "100жылдықтыңInstagramдағыQазақстандық2024жылғыOrdaкелді5a6б7в" },
	{ "Chinese among them", "Газета人民日报и新华社сообщилиобэтом王小明задержанв2024году" },
	{ "Latin with marks", "Zürichтегіéditionдыңаñжәнеéééыыыßßыööбқabcéпрқçабвгдеñ" },
	{ "pictures", "да😀😀ойabcdefghijклмноп🔥рстуфхцчш🤷ыэюяabcdefghijklmnopqr" },
	{ "marks", "а́бв҃гд҉еabcdefghij́клмно́п҈рст" },
};

/* In memory of its own, so that a look behind the text is seen. */
static struct str own_copy(struct str text)
{
	char *data = memory_get(text.len);

	memcpy(data, text.data, text.len);
	return (struct str){ data, text.len };
}

static void skips(struct str text, size_t from)
{
	size_t end = classes_skip_plain(text, from);

	assert_true(end >= from && end <= text.len && is_edge(text, end));
	for (size_t at = from; at < end;)
		assert_true(is_plain(utf8_next(text, &at)));
	if (text.len - end > 16)
		assert_false(is_plain(utf8_next(text, &end)));
}

static void splits_between(struct str text, struct str code)
{
	struct languages *languages = test_knowledge.languages;
	lang_id lang = languages_find(languages, code);
	struct pieces pieces = { 0 };
	struct offsets ends = { 0 };

	languages_split_sentence(languages, lang, text, &pieces);
	for (size_t i = 0; i < pieces.count; i++) {
		assert_true(is_edge(text, pieces.items[i].start));
		assert_true(is_edge(text, pieces.items[i].end));
	}
	languages_sentences(languages, lang, text, &ends);
	for (size_t i = 0; i < ends.count; i++)
		assert_true(is_edge(text, ends.items[i]));
	LIST_RELEASE(&pieces);
	LIST_RELEASE(&ends);
}

static void ends_between_characters(void **state)
{
	const struct tail_case *one = *state;
	static const char *const codes[] = { "und", "en", "ru", "kk" };
	struct str whole = str_of(one->text);

	for (size_t end = 0; end < whole.len;) {
		struct str text;

		utf8_next(whole, &end);
		text = own_copy(str_slice(whole, 0, end));
		for (size_t from = 0; from < text.len; utf8_next(text, &from))
			skips(text, from);
		for (size_t i = 0; i < COUNT_OF(codes); i++)
			splits_between(text, str_of(codes[i]));
		free((void *)(uintptr_t)text.data);
	}
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 3 + COUNT_OF(tails)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], splits);
	tests[COUNT_OF(cases)] = (struct CMUnitTest)cmocka_unit_test(places);
	tests[COUNT_OF(cases) + 1] = (struct CMUnitTest)cmocka_unit_test(covers);
	tests[COUNT_OF(cases) + 2] =
		(struct CMUnitTest)cmocka_unit_test(is_no_sentence);
	for (size_t i = 0; i < COUNT_OF(tails); i++)
		tests[COUNT_OF(cases) + 3 + i] =
			CASE(tails[i], ends_between_characters);
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
