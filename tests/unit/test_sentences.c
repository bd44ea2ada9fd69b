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
	{ "forgotten blank before I", "en", "It was before.|I saw it." },
	{ "forgotten blank behind a question", "en", "Is it so?|they ask." },
	{ "year before a common word", "ru",
	  "Журнал закрыли в 2018 г.| Читатели протестовали." },
	{ "year glued to its unit", "ru",
	  "Журнал закрыли в 2018г.| Читатели протестовали." },
	{ "year before the name of a place", "ru",
	  "По данным на 1 мая 2018 г. Франция была первой." },
	{ "year before a name in another case", "ru",
	  "По данным на 1 мая 2018 г. Франции не хватило газет." },
	{ "year before an unknown word", "ru",
	  "По данным на 1 мая 2018 г. Зурбаган был первым." },
	{ "year before anything is said", "ru",
	  "В 2018 г. Читатели «Маяка» протестовали." },
	{ "year behind a noun", "ru",
	  "К концу 2018 г. Правление журнала сменилось." },
	{ "year of an act", "ru",
	  "По решению суда от 7 мая 2018 г. Журнал закрылся." },
	{ "year behind a short adjective", "ru",
	  "Журнал доступен с 2018 г.| Читатели довольны." },
	{ "year behind a participle", "ru",
	  "Журнал, закрытый до 2018 г. Министерством культуры, сгорел." },
	{ "year at the beginning of a clause", "ru",
	  "Она ждала, а в 2018 г. Правление журнала сменилось." },
	{ "year behind a comma", "ru",
	  "Очерки истории, 2012–2013 гг.| Формы и методы" },
	{ "years of a century", "ru",
	  "Цензуры не было до 20-х гг. XX в. и позже." },
	{ "day of a month", "ru", "Журнал закрыли 7 сент.| Читатели довольны." },
	{ "day of a month before the year", "ru", "Закрыли 7 сент. 2018 г." },
	{ "century", "ru", "Дом построен в XIX в.| Архив сгорел." },
	{ "town", "ru", "Он родился в г. Читатели помнят." },
	{ "sum", "ru", "Пеня составила 7 тыс. руб.| Суд её отменил." },
	{ "sum before an unknown name", "ru",
	  "Пеня составила 7 тыс. руб.| Зурбаган её отменил." },
	{ "currency of a country", "ru", "Пеня — 7 долл. США за номер." },
	{ "code of a currency", "ru", "Пеня — 7 тыс. USD за номер." },
	{ "avenue", "ru", "Редакция на пр. Зурбагана сгорела." },
	{ "and others", "ru", "Сгорели книги, карты и пр.| Архив цел." },
	{ "year before a Kazakh verb", "kk",
	  "Бұл журнал 2018 ж. Францияда шықты." },
	{ "year behind a dash", "kk",
	  "Журнал шыққан уақыт – 2018 ж.| Редакция көшті." },
	{ "hour", "en", "The train left at 7 a.m.| Readers waited." },
	{ "hour before a day", "en", "The train left at 7 p.m. Monday." },
	{ "hour before a people", "en",
	  "The train left at 7 p.m. Belgian readers waited." },
	{ "unit of two words", "ru", "Дом занял 90 кв. м.| Архив сгорел." },
	{ "flat and underground station", "ru", "Он живёт в кв. м. Арбатская." },
	{ "hour before a name", "en", "At 7 a.m. Zurbagan slept." },
	{ "hyphened initials", "ru", "Книгу написал Ж.-П. Моруа.| Он умер." },
	{ "hyphened Kazakh initials", "kk", "Кітапты Қ.-Ж. Зұрбаған жазды." },
	{ "initial of two letters", "en", "It was Zh.-B. Ilyin and Yu. Orlan." },
	{ "note in figures", "en", "The paper closed.12| Readers left." },
	{ "note behind a year", "en", "It closed in 2018.4| Readers left." },
	{ "note behind a decade", "en", "It closed in the 1980s.4| Readers left." },
	{ "note by a dagger", "en", "The paper closed.†| Readers left." },
	{ "figures with a stop", "en", "It cost 2,018.4 Kudos or 201.8 Kudos." },
	{ "notes in figures", "en", "“It closed.”1,2| Readers left." },
	{ "note in brackets", "ru", "Газета закрыта.[2][^b]| Читатели ушли." },
	{ "figure that is no note", "en",
	  "Art.5 Rights and v2.1 Rules cost 3.5 Kudos in file.v.2 Form." },
	{ "figure before a small letter", "en", "It was draft.2 of the law." },
	{ "Russian in an English paragraph", "en",
	  "It was cited.| Ср. п. 7 ст. 12 УПК.| The court rose." },
	{ "English in a Russian paragraph", "ru",
	  "Суд цитирует.| Cf. Art. 12 of the Act.| Он прав." },
	{ "Russian in a Kazakh paragraph", "kk",
	  "Сот шешімін оқыды.| Ср. п. 7 ст. 12 УПК.| Ол кетіп қалды." },
	{ "Kazakh in an English paragraph", "en",
	  "It was cited.| ҚР ӘҚБтК 12-б. 7-т. қараңыз.| The court rose." },
	{ "addresses in a row", "en",
	  "See https://a.kz/b?c=1| https://d.kz/e.| It is old." },
	{ "drawn line", "en", "It rose| ********| and fell| ___________" },
	{ "star that is no line", "ru", "Это * было.| * Потом ушло." },
	{ "tags", "en", "It was fine.| Then #late #night. #media" },
	{ "remark in brackets", "ru", "Номера были.(*) до новых." },
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
