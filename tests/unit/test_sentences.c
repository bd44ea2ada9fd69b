/* Paragraphs into sentences, with `|` between them. */
#include "knowledge_case.h"

static struct sentence_case {
	const char *name, *lang, *sentences;
} cases[] = {
	{ "full stops and marks", "en", "One.| Two!| Three?| Four" },
	{ "two sentences", "en", "It rose.| In March, it fell." },
	{ "question and exclamation", "ru", "Что делать?| Ждать!| Долго." },
	{ "decimal point", "en", "It is 92.7 percent.| Then 5." },
	{ "title", "en", "Dr. Smith met Mr. Brown." },
	{ "closing abbreviation", "en", "Papers, sites, etc.| They closed." },
	{ "abbreviation before a function word", "en",
	  "He works at Acme Inc.| The firm closed." },
	{ "abbreviation before a name", "en", "In the U.S. Congress voted." },
	{ "year", "ru", "В 2022 г. Казахстан изменил закон." },
	{ "year before a function word", "ru", "Это было в 2022 г.| На сайте." },
	{ "and so on", "ru", "Газеты, сайты и т.д.| Журналисты молчат." },
	{ "street", "ru", "Он живёт на ул. Абая." },
	{ "initials", "ru", "Об этом сказал А. Б. Иванов.| Он прав." },
	{ "initial behind the name", "ru", "Об этом сказал Иванов А.| Потом он ушёл." },
	{ "Kazakh abbreviation", "kk", "Бюджет 1 млрд. АҚШ доллары болды." },
	{ "Kazakh sentences", "kk", "Сайт бұғатталды.| Журналист ұсталды." },
	{ "domain inside", "en", "See Orda.kz.| It is new." },
	{ "closing quotation mark", "en",
	  "“We are trying.”| The rest followed." },
	{ "footnote mark behind the quotation", "en",
	  "He was “recalled.”²| (The ambassador left.)" },
	{ "footnote mark in a row", "en", "It was reversed.³| Then it ended." },
	{ "bracket at the end", "en", "(It was recalled.)| Then it ended." },
	{ "quotation goes on", "en", "“Why me?” he asked." },
	{ "reporting clause behind a dash", "ru",
	  "«Когда выборы?» — спросил журналист." },
	{ "reporting clause with a name", "ru",
	  "«Мы готовы!» — Токаев ответил сразу." },
	{ "speech in turns", "ru", "— Вы готовы?| — Да." },
	{ "quotation in low marks", "ru", "„Всё кончено.“| Он ушёл." },
	{ "ellipsis goes on", "ru", "Он ждал... и ушёл." },
	{ "ellipsis ends", "ru", "Он ждал…| Никто не пришёл." },
	{ "number of a list item", "en", "1. Media law.| It passed." },
	{ "letter of a list item", "ru", "II. Законы о СМИ." },
	{ "year at the end", "en", "It began in 2022.| Since then it grew." },
	{ "address of a reference", "en",
	  "1 “Nine days,” Radio, September 1, 2023. https://a.kz/nine." },
	{ "question before a small letter", "en",
	  "Is it tomorrow?| there will be some." },
	{ "quotation mark of HTML", "ru",
	  "``Не по сезону.&#39;&#39;| Тем не менее он ушёл." },
	{ "year behind a quoted title", "ru", "«Как это было...» (1992) вышел." },
	{ "closing abbreviation before a quotation mark", "ru",
	  "Там был Хилл и др.| «12 зрителей» шли." },
	{ "forgotten blank", "en", "It was recalled.|Then it ended." },
	{ "forgotten blank after a bracket", "ru", "Это закон.| (Новый.)" },
};

static void cuts(void **state)
{
	const struct sentence_case *one = *state;
	struct strbuf text = STRBUF_INIT, found = STRBUF_INIT;
	struct offsets ends = { 0 };
	size_t from = 0;

	for (const char *at = one->sentences; *at; at++)
		if (*at != '|')
			strbuf_add_char(&text, *at);
	languages_sentences(test_knowledge.languages,
			    languages_find(test_knowledge.languages, str_of(one->lang)),
			    strbuf_view(&text), &ends);
	for (size_t i = 0; i < ends.count; i++) {
		strbuf_add(&found, str_slice(strbuf_view(&text), from,
					     ends.items[i]));
		if (i + 1 < ends.count)
			strbuf_add_char(&found, '|');
		from = ends.items[i];
	}
	assert_string_equal(found.data, one->sentences);
	strbuf_release(&text);
	strbuf_release(&found);
	LIST_RELEASE(&ends);
}

static void ends_without_blanks(void **state)
{
	struct offsets ends = { 0 };

	(void)state;
	languages_sentences(test_knowledge.languages, LANG_UND, STR("  A b.  C d.  "),
			    &ends);
	assert_int_equal(ends.count, 2);
	assert_int_equal(ends.items[0], 6);
	assert_int_equal(ends.items[1], 12);
	ends.count = 0;
	languages_sentences(test_knowledge.languages, LANG_UND, STR("   "), &ends);
	assert_int_equal(ends.count, 0);
	LIST_RELEASE(&ends);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], cuts);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(ends_without_blanks);
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
