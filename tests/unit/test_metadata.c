/* What a report says of itself: title, country, edition, years covered. */
#include "cases.h"

#include "knowledge_case.h"
#include "metadata.h"

static struct metadata *metadata;

static struct metadata_case {
	const char *name, *text; /* paragraphs, parted by '|' */
	const char *key, *value;
} cases[] = {
	{ "a country in the locative", "Печать в Чехии, обзор|Суд молчит.",
	  "country", "CZ" },
	{ "a name that a stemmer leaves apart", "Радио Китая|Суд молчит.",
	  "country", "CN" },
	{ "a Kazakh ending", "Ресейдегі радио|Сот үнсіз.", "country", "RU" },
	{ "an adjective", "Estonian radio in winter|It was quiet.", "country",
	  "EE" },
	{ "a title without capitals", "radio in estonia|It was quiet.",
	  "country", "EE" },
	{ "a line with several countries tells none",
	  "Radio in Estonia and Latvia|The Estonian law is new.", "country",
	  "" },
	{ "a word with a country's stem is none",
	  "Малый театр|Малый театр открыт, и Малый театр полон.", "country",
	  "" },
	{ "a sentence on the report itself", "Quiet air|This study asks how "
	  "radio works in Estonia. Its authors live in Latvia and Finland.",
	  "country", "EE" },
	{ "a country that the text names throughout",
	  "Quiet air|We saw Estonia.|Then Estonia again.|Latvia is near.|"
	  "Estonia is far.|Estonia it was.", "country", "EE" },
	{ "countries that a text names by the way",
	  "Quiet air|Estonia is near.|Latvia is near.|Finland is far.",
	  "country", "" },
	{ "a name counts before an adjective",
	  "The Danish mission in Estonia|It was quiet.", "country", "EE" },
	{ "a name that may be a person's tells nothing where the text tells",
	  "The Georgia Tidwell Fund|It was quiet in Estonia.", "country",
	  "EE" },
	{ "it does where nothing else tells",
	  "The Georgia Media Fund|It was quiet.", "country", "GE" },
	{ "the title ends before a table, and tells nothing twice",
	  "ESTONIA|ESTONIA|Head: Jan Brenn|Court: none|It was quiet.",
	  "title", "ESTONIA" },
	{ "a country and its towns",
	  "Quiet air|We met them in Tallinn.|Estonia is far.", "country",
	  "EE" },
	{ "a country beside others by the way", "Quiet air|Estonia is near.|"
	  "It is in Tallinn, like Latvia, Norway and Finland.", "country",
	  "EE" },
	{ "towns alone make none plain",
	  "Quiet air|We met in Tallinn.|Tallinn is far.|And Tartu.|Tallinn.",
	  "country", "" },
	{ "headings of many countries are chapters",
	  "ESTONIA|It was quiet.|LATVIA|So.|FINLAND|So.|NORWAY|So.|SWEDEN|So.",
	  "country", "" },
	{ "a range of years", "Radio, 2008–2011|So.", "covers", "2008/2011" },
	{ "a range is no edition", "Radio, 2008–2011|So.", "edition", "" },
	{ "a year of two digits behind a stroke", "Radio 2008/09|So.", "covers",
	  "2008/2009" },
	{ "years in words", "Радио с 2008 по 2011 год|Так.", "covers",
	  "2008/2011" },
	{ "a quarter", "Радио во втором квартале 2008 года|Так.", "covers",
	  "2008-34" },
	{ "a quarter in short", "Radio, 2008 Q4|So.", "covers", "2008-36" },
	{ "a half", "2008 жылдың екінші жартысындағы радио|Иә.", "covers",
	  "2008-07/2008-12" },
	{ "months", "Радио, март — май 2008|Так.", "covers",
	  "2008-03/2008-05" },
	{ "months of two years", "Radio, March 2008 – May 2009|So.", "covers",
	  "2008-03/2009-05" },
	{ "months from the first on", "Суды за 9 месяцев 2008 года|Так.",
	  "covers", "2008-01/2008-09" },
	{ "a quarter with a Cyrillic letter",
	  "Радио, 2008 жылғы ІІІ тоқсан|Иә.", "covers", "2008-35" },
	{ "years before a short word", "Радио за 2008-2009 гг.|Так.",
	  "covers", "2008/2009" },
	{ "the year of a law is no edition",
	  "How the 1998 media law works in 2008|So.", "edition", "2008" },
	{ "a review of laws is of its year", "Обзор законодательства 2008 года|"
	  "Так.", "edition", "2008" },
	{ "months by number", "Суды за восемь месяцев 2008 года|Так.",
	  "covers", "2008-01/2008-08" },
	{ "a year that the text tells of a law is not covered",
	  "Отчёт 2009|В докладе рассматривается закон, принятый в 2005 году.",
	  "covers", "2008" },
	{ "a law of a year", "Закон 1998 года|Так.", "edition", "" },
	{ "years in a row", "Radio in 2007, 2008 and 2009|So.", "covers",
	  "2007/2009" },
	{ "a period that the text names",
	  "Radio|Coverage period: June 2008 – May 2009", "covers",
	  "2008-06/2009-05" },
	{ "a fiscal year", "Radio 2009|This report covers the fiscal year from "
	  "October 2008 to September 2009.", "covers", "2008-10/2009-09" },
	{ "a Russian one", "Радио|Отчёт охватывает период с октября 2008 года "
	  "по сентябрь 2009 года.", "covers", "2008-10/2009-09" },
	{ "a Kazakh one", "Радио|Есеп 2008 жылғы қазаннан 2009 жылғы "
	  "қыркүйекке дейінгі кезеңді қамтиды.", "covers",
	  "2008-10/2009-09" },
	{ "a year that began and ended",
	  "Radio|The financial year began on 1 July 2008 and ended on 30 June "
	  "2009.", "covers", "2008-07/2009-06" },
	{ "in Russian", "Радио|Финансовый год начался 1 июля 2008 года и "
	  "закончился 30 июня 2009 года.", "covers", "2008-07/2009-06" },
	{ "in Kazakh", "Радио|Есепті кезең 2008 жылдың 1 шілдесінен 2009 жылдың "
	  "30 маусымына дейін.", "covers", "2008-07/2009-06" },
	{ "a whole year", "Radio|It covers 1 January to 31 December 2008.",
	  "covers", "2008" },
	{ "dates in numbers", "Радио, 01.07.2008–30.06.2009|Так.", "covers",
	  "2008-07/2009-06" },
	{ "dates in numbers, year first", "Radio|Monitoring began: 2008-07-15. "
	  "Monitoring ended: 2009-06-30.", "covers", "2008-07/2009-06" },
	{ "a half in the text", "Радио|Шолу 2008 жылдың бірінші "
	  "жартыжылдығын қамтиды.", "covers", "2008-01/2008-06" },
	{ "a month in the text", "Радио|В этом выпуске собраны события мая 2008 "
	  "года.", "covers", "2008-05" },
	{ "a year in the text", "Radio|The report describes what was asked of "
	  "us in the course of 2008.", "covers", "2008" },
	{ "months below the title", "Radio|April – June 2008|So.", "covers",
	  "2008-04/2008-06" },
	{ "a month below the title of a bulletin", "Сводка о радио|Май 2008 "
	  "года|Так.", "covers", "2008-05" },
	{ "a year that ended", "Radio|Report for the fiscal year ended 30 June "
	  "2009.", "covers", "2008-07/2009-06" },
	{ "with December", "Радио|Отчёт за год, закончившийся в декабре 2009 "
	  "года.", "covers", "2009" },
	{ "a year that opens and closes", "Radio 2008/09|Our financial year opens "
	  "in July 2008 and closes in June 2009.", "covers",
	  "2008-07/2009-06" },
	{ "what is gathered below", "Радио|Ниже собраны все жалобы, которые "
	  "поступили к нам за четвёртый квартал 2008 года.", "covers",
	  "2008-36" },
	{ "months from to, in Kazakh", "Радио, 2008 жылғы қаңтардан маусымға "
	  "дейін|Иә.", "covers", "2008-01/2008-06" },
	{ "but not a month and a day", "Радио|2008 жылғы маусым|1 маусым|Иә.",
	  "covers", "2007" },
	{ "two years without a word for them", "Радио: 2008 и 2009|Так.",
	  "covers", "2008/2009" },
	{ "only cases of a year", "Радио|В обзор вошли только дела, решённые в "
	  "2008 году.", "covers", "2008" },
	{ "a list of countries", "Radio|Lamps were lit in Norway, Finland and "
	  "Estonia.|In Tallinn it rained.|So.", "country", "" },
	{ "chapters on two countries", "Radio|Norway|It rained in Oslo, in "
	  "Norway.|Finland|It rained.", "country", "" },
	{ "a comma near by", "Радио|Доклад охватывает события, случившиеся с "
	  "июля 2008 по июнь 2009 года.", "covers", "2008-07/2009-06" },
	{ "words between, and a sentence before",
	  "Radio|Coverage of the courts is poor, as all of us know and nobody "
	  "says aloud in the newsrooms of the capital. The reporting period, "
	  "of which more is said below, is July 2008 to June 2009.", "covers",
	  "2008-07/2009-06" },
	{ "months of coverage by the media", "Radio in 2009|Media coverage of "
	  "the floods in January 2008 was poor.", "covers", "2009" },
	{ "months of a case", "Radio in 2009|This report documents the case of "
	  "Ole Mo, who was in prison from May 2007 to June 2008.", "covers",
	  "2009" },
	{ "months of a term", "Radio in 2009|He spent thirteen months in "
	  "prison, from May 2007 to June 2008.", "covers", "2009" },
	{ "a half of the title's year", "Radio in 2009|In the first half of "
	  "2009 we recorded 12 attacks, in the second 20.", "covers", "2009" },
	{ "a place and a month are when it came out",
	  "Media Monitoring Report 2008|Astana, February 2009|So.", "covers",
	  "2008" },
	{ "as is a line that says so",
	  "Monthly alert, May 2008|Released in Oral on 9 June 2008|So.",
	  "covers", "2008-05" },
	{ "what nothing says is the report's",
	  "Radio|He sat in prison from July 2008 to June 2009.", "covers", "" },
	{ "nor what stands far from it",
	  "Radio|This report covers the press of the Northern Towns, where the "
	  "mayor closed every paper that printed his name, and sat in prison "
	  "himself from July 2008 to June 2009.", "covers", "" },
	{ "in a year, in Kazakh", "Радио бостандығы 2008 жылы|Иә.", "covers",
	  "2008" },
	{ "of a year, in Kazakh", "Радио туралы 2008 жылғы кітап|Иә.",
	  "covers", "2007" },
	{ "a bulletin of a month", "Бюллетень о радио, май 2008|Так.",
	  "covers", "2008-05" },
	{ "a first line that is long",
	  "Concluding observations on the combined second and third periodic "
	  "reports of Estonia|It was quiet.", "title",
	  "Concluding observations on the combined second and third periodic "
	  "reports of Estonia" },
	{ "a chronicle is of its year", "Хроника радио 2008|Так.", "covers",
	  "2008" },
	{ "words that are no months", "Radio and law 2008|So.", "covers",
	  "2007" },
	{ "a text that says it", "Radio|This report covers events of 2008.",
	  "covers", "2008" },
	{ "a publisher's number is no year", "Radio|ISSN 2008-2011|So.",
	  "covers", "" },
	{ "an address is no year", "Radio|ул. Мира, 2008, тел. 2011-12|So.",
	  "edition", "" },
	{ "a title ends at a heading", "Radio|of the north|Introduction|So.",
	  "title", "Radio of the north" },
	{ "a date does not end it", "Radio|of the north|3 March 2021|So.",
	  "title", "Radio of the north 3 March 2021" },
	{ "letters drawn apart", "R A D I O 2 0 0 8|So.", "title",
	  "RADIO 2008" },
	{ "a name in front", "«Толқын» радиосы|Иә.", "title",
	  "«Толқын» радиосы" },
	{ "a quotation in front", "«Тыныш болды»|Солтүстік радиосы|Иә.",
	  "title", "Солтүстік радиосы" },
	{ "what a letter is marked with is no title",
	  "To: the editor|Radio of the north|So.", "title",
	  "Radio of the north" },
};

static void tells(void **state)
{
	const struct metadata_case *one = *state;
	struct str rest = str_of(one->text), text;
	struct err err = ERR_INIT;
	struct document doc;

	document_init(&doc, &test_words);
	doc.source_text = rest;
	while (rest.len > 0 && str_split(&rest, '|', &text))
		LIST_ADD(&doc.paragraphs)->text = text;
	assert_int_equal(metadata_find(metadata, &doc, &err), 0);
	assert_string_equal(str_copy_z(&doc.arena,
				       document_meta(&doc, str_of(one->key))),
			    one->value);
	document_release(&doc);
}

static int open_metadata(void **state)
{
	struct err err = ERR_INIT;

	if (open_knowledge(state) < 0 ||
	    languages_need(test_knowledge.languages, LANGUAGES_GUESS, &err) < 0)
		return -1;
	metadata = metadata_new(&test_knowledge);
	return metadata_load(metadata, &err);
}

static int close_metadata(void **state)
{
	metadata_free(metadata);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = (struct CMUnitTest){ .name = cases[i].name,
						.test_func = tells,
						.initial_state = &cases[i] };
	return cmocka_run_group_tests(tests, open_metadata, close_metadata);
}
