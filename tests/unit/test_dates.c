#include "tag_builder.h"

/* The report is of edition 2023 and covers 2022. */
static struct date_case {
	const char *name, *lang, *text, *found;
} cases[] = {
	{ "day, month and year in English", "en",
	  "On December 8, 2022, it closed.", "December 8, 2022 2022-12-08" },
	{ "a month alone is of the covered year", "en",
	  "It closed in March.", "March 2022-03" },
	{ "a month follows the year of its sentence", "en",
	  "It opened in May 2019 and closed in June.",
	  "May 2019 2019-05; June 2019-06" },
	{ "may is no month", "en", "May he come? He may.", "" },
	{ "the end of a year is that year", "en",
	  "By the end of the year it closed.", "end of the year 2022" },
	{ "the beginning of a month is that month", "en",
	  "It closed in early January 2021.", "early January 2021 2021-01" },
	{ "last year is before the covered one", "en",
	  "Last year it closed.", "Last year 2021" },
	{ "last year's study is the edition before", "en",
	  "It rose from last year's study.", "last year 2022" },
	{ "the past year is the covered one", "en",
	  "It rose over the past year.", "past year 2022" },
	{ "a month later moves the date before", "en",
	  "In April 2022, they left. // A month later, he spoke.",
	  "April 2022 2022-04; month later 2022-05" },
	{ "a month later than nothing is no date", "en",
	  "A month later, he spoke.", "" },
	{ "letter-spaced", "en", "2 0 2 3", "2 0 2 3 2023" },
	{ "a decade", "en", "Since the 1990s it grew.", "1990s 199X/.." },
	{ "a decade with an apostrophe", "en", "Since the 1990's it grew.",
	  "1990's 199X/.." },
	{ "a season with its year", "en", "It closed in the summer of 2021.",
	  "summer of 2021 2021-22" },
	{ "days of one month", "en", "It met on March 8–10, 2022.",
	  "March 8–10, 2022 2022-03-08/2022-03-10" },
	{ "years with a dash", "en", "It grew in 2019–2021.",
	  "2019–2021 2019/2021" },
	{ "about a year", "en", "It opened about 1995.", "1995 1995~" },
	{ "half a year", "en",
	  "It grew in the first half of 2022.",
	  "first half of 2022 2022-40" },
	{ "a number of things is no year", "en",
	  "There were 2022 cases and Article 2020.", "" },
	{ "a duration is no date", "en",
	  "It took five years and a month.", "" },
	{ "a day that no month has is none", "en", "On 31.02.2022 it closed.",
	  "" },
	{ "digits with full stops", "ru", "Закрыто 12.03.2022.",
	  "12.03.2022 2022-03-12" },
	{ "day, month and year in Russian", "ru",
	  "Это было 8-го декабря 2022 года.",
	  "8-го декабря 2022 года 2022-12-08" },
	{ "a month of the year before", "ru",
	  "Это было в декабре прошлого года.",
	  "декабре прошлого года 2021-12" },
	{ "the end of a Russian year", "ru", "К концу 2021 года их закрыли.",
	  "концу 2021 года ../2021" },
	{ "seasons without year", "ru", "Летом их закрыли.", "Летом 2022-22" },
	{ "years with an abbreviation", "ru", "В 2020–2022 гг. их закрыли.",
	  "2020–2022 гг. 2020/2022" },
	{ "years ago", "ru", "Два года назад их закрыли.",
	  "Два года назад 2020" },
	{ "a quarter", "ru", "В I квартале 2022 года их закрыли.",
	  "I квартале 2022 года 2022-33" },
	{ "the year first in Kazakh", "kk",
	  "2022 жылғы 8 желтоқсанда жабылды.",
	  "2022 жылғы 8 желтоқсанда 2022-12-08" },
	{ "a month of a Kazakh year", "kk", "2022 жылдың қаңтарында жабылды.",
	  "2022 жылдың қаңтарында 2022-01" },
	{ "the part behind the year", "kk", "2021 жылдың соңында жабылды.",
	  "2021 жылдың соңында 2021" },
	{ "a relative year before the month", "kk",
	  "Өткен жылдың шілде айында жабылды.",
	  "Өткен жылдың шілде айында 2021-07" },
	{ "the day behind the month", "kk", "Тамыздың 19-ы күні жабылды.",
	  "Тамыздың 19-ы 2022-08-19" },
	{ "a Kazakh decade", "kk", "1990-жылдары ашылды.",
	  "1990-жылдары 199X" },
	{ "a range is one mention and shares the year", "en",
	  "It was closed from 26 July to 22 August 2019.",
	  "26 July to 22 August 2019 2019-07-26/2019-08-22" },
	{ "over the end of a year", "en",
	  "He was held from December to February 2023.",
	  "December to February 2023 2022-12/2023-02" },
	{ "a list is a mention each", "ru", "Это было 1, 3 и 5 мая 2021 года.",
	  "1 2021-05-01; 3 2021-05-03; 5 мая 2021 года 2021-05-05" },
	{ "what opens a date stands outside", "ru",
	  "С 2019 года и до мая 2021 года он ждал.",
	  "2019 года 2019/..; мая 2021 года ../2021-05" },
	{ "before a noun it opens nothing", "en",
	  "He left after the 2019 reforms.", "2019 2019" },
	{ "compared with a year", "ru", "Это больше по сравнению с 2019 годом.",
	  "2019 годом 2019" },
	{ "one or the other", "kk", "Ол 2015 немесе 2016 жылы ашылды.",
	  "2015 немесе 2016 жылы [2015,2016]" },
	{ "a range by its endings", "kk",
	  "Сайт 2019 жылғы 26 шілдеден 22 тамызға дейін жабық болды.",
	  "2019 жылғы 26 шілдеден 22 тамызға 2019-07-26/2019-08-22" },
	{ "a day with its weekday", "en", "On Tuesday, 12 May, he left.",
	  "Tuesday, 12 May 2022-05-12" },
	{ "a weekday alone cannot be known", "en", "On Tuesday he left.", "" },
	{ "nobody knows which is the day", "en", "He left on 02/08/2019.",
	  "02/08/2019 2019" },
	{ "the part above 12 is the day", "en", "He left on 02/18/2019.",
	  "02/18/2019 2019-02-18" },
	{ "a day of the 19th century", "en", "It opened on 3 May 1895.",
	  "3 May 1895 1895-05-03" },
	{ "a night is the two days", "ru", "В ночь с 5 на 6 мая их закрыли.",
	  "5 на 6 мая 2022-05-05/2022-05-06" },
	{ "a day that was moved to another", "ru",
	  "Суд перенесли с 5 на 20 мая.",
	  "5 2022-05-05; 20 мая 2022-05-20" },
	{ "a street is no date", "ru", "Дом на улице 8 Марта сгорел.", "" },
	{ "a telephone is none", "en", "Call 2018-44-19 today.", "" },
	{ "an age is none", "en", "He died in his 90s.", "" },
	{ "days counted from nothing", "en", "He left two weeks ago.", "" },
	{ "of the same year", "en",
	  "He left in May 2019 and came back in July of that year.",
	  "May 2019 2019-05; July of that year 2019-07" },
};

static void finds_dates(void **row)
{
	const struct date_case *c = *row;
	struct strbuf found = STRBUF_INIT;

	tag_state_run(&state, c->lang, "KZ", c->text);
	strbuf_add_z(&found, "");
	tag_state_found(&state, &found, MENTION_DATE);
	assert_string_equal(found.data ? found.data : "", c->found);
	strbuf_release(&found);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], finds_dates);
	return cmocka_run_group_tests(tests, open_state, close_state);
}
