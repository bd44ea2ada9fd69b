#include "knowledge_case.h"
#include "doc_builder.h"

#include "trace.h"

#include <stdio.h>

/* Each incident as "type date from target", then "@place" that the sentence
 * states, "=outcome", "/law", "#number" and "!status" if it is not asserted;
 * with "; " between. The report covers 2022. */
static struct when_case {
	const char *name, *lang, *text, *found;
} cases[] = {
	{ "a date that begins the sentence holds for all its acts", "en",
	  "On [3 May|date 2022-05-03], [A.|person a] was arrested and fined.",
	  "detention 2022-05-03 stated a; fine 2022-05-03 stated a" },
	{ "until another comes", "en",
	  "[A.|person a] was arrested on [3 May|date 2022-05-03], and in "
	  "[June|date 2022-06] he was fined.",
	  "detention 2022-05-03 stated a; fine 2022-06 stated a" },
	{ "no date of what was published", "en",
	  "[A.|person a] was beaten over an article published on [1 May|date "
	  "2022-05-01].", "attack 2022 report a" },
	{ "kk: the date before the participle is its own", "kk",
	  "[А.|person a] [1 мамырда|date 2022-05-01] жарияланған мақаласы үшін "
	  "[3 мамырда|date 2022-05-03] ұсталды.",
	  "detention 2022-05-03 stated a" },
	{ "no date of a clause put in", "en",
	  "[A.|person a], born in [1980|date 1980], was detained.",
	  "detention 2022 report a" },
	{ "no date of an apposition", "en",
	  "[A.|person a], the editor of the weekly since [2015|date 2015], was "
	  "detained.", "detention 2022 report a" },
	{ "since when it lasts it was done", "en",
	  "[Z.|outlet z] has been blocked since [2019|date 2019/..].",
	  "block 2019 stated z" },
	{ "nothing in place of a date that was not read", "en",
	  "On [the day|date] of the vote, [A.|person a] was detained.",
	  "detention   a" },
	{ "nor of a month that is no mention", "ru",
	  "14.03.22 [Аскара|person a] задержали.", "detention   a" },
	{ "told by what is not known", "en",
	  "[A.|person a] was detained on the day of the election.",
	  "detention   a" },
	{ "the next day, and days later", "en",
	  "[A.|person a] was detained on [3 May|date 2022-05-03]. // The next "
	  "day a court fined him. // Three days later he was released.",
	  "detention 2022-05-03 stated a; fine 2022-05-04 carried a; "
	  "release 2022-05-07 carried a" },
	{ "ru: the same within a sentence", "ru",
	  "[3 мая|date 2022-05-03] [Аскара|person a] задержали, а на "
	  "следующий день [Аскара|person a] освободили.",
	  "detention 2022-05-03 stated a; release 2022-05-04 carried a" },
	{ "kk: the same", "kk",
	  "[3 мамырда|date 2022-05-03] [А.|person a] ұсталды. // Келесі күні "
	  "ол босатылды.",
	  "detention 2022-05-03 stated a; release 2022-05-04 carried a" },
	{ "counted from an act that was told", "en",
	  "[A.|person a] was arrested on [3 May|date 2022-05-03]. // Two days "
	  "after his arrest a court fined him.",
	  "detention 2022-05-03 stated a; fine 2022-05-05 carried a" },
	{ "ru: the same", "ru",
	  "[3 мая|date 2022-05-03] [Аскара|person a] задержали. // Через два "
	  "дня после задержания [Аскара|person a] оштрафовали.",
	  "detention 2022-05-03 stated a; fine 2022-05-05 carried a" },
	{ "from what is not known", "en",
	  "[A.|person a] was arrested on [3 May|date 2022-05-03]. // Two days "
	  "after the premiere a court fined him.",
	  "detention 2022-05-03 stated a; fine   a" },
	{ "kk: the same, where it is named before", "kk",
	  "[3 мамырда|date 2022-05-03] [А.|person a] ұсталды. // Премьерадан "
	  "екі күн бұрын [А.|person a] босатылды.",
	  "detention 2022-05-03 stated a; release   a" },
	{ "ru: of an eve of something, and of one alone", "ru",
	  "[3 мая|date 2022-05-03] [Аскара|person a] задержали. // Накануне "
	  "митинга [Аскара|person a] избили. // Накануне [Аскара|person a] "
	  "оштрафовали.",
	  "detention 2022-05-03 stated a; attack   a; fine 2022-05-02 "
	  "carried a" },
	{ "the same month", "ru",
	  "[3 мая|date 2022-05-03] [Аскара|person a] задержали. // В том же "
	  "месяце [Аскара|person a] оштрафовали.",
	  "detention 2022-05-03 stated a; fine 2022-05 carried a" },
	{ "an act on each day of a list", "en",
	  "[A.|person a] was questioned on [16|date 2022-09-16], [20|date "
	  "2022-09-20] and [23 September|date 2022-09-23].",
	  "summons 2022-09-16 stated a; summons 2022-09-20 stated a; "
	  "summons 2022-09-23 stated a" },
	{ "ru: a comma alone makes no list", "ru",
	  "[Аскара|person a], осуждённого [10 мая|date 2022-05-10], [4 июня|date "
	  "2022-06-04] освободили.",
	  "conviction 2022-05-10 stated a; release 2022-06-04 stated " },
	{ "but one that lasts over them", "en",
	  "The internet was shut down on [August 14|date 2022-08-14] and "
	  "[15|date 2022-08-15].",
	  "shutdown 2022-08-14/2022-08-15 stated " },
	{ "a time with words between", "en",
	  "[Z.|outlet z] was blocked from [30 July|date 2022-07-30], a public "
	  "holiday, until [2 September|date ../2022-09-02].",
	  "block 2022-07-30/2022-09-02 stated z" },
	{ "when it was said is not when it was done", "en",
	  "[A.|person a] said on [May 5|date 2022-05-05] that he had been "
	  "beaten in [March|date 2022-03].", "attack 2022-03 stated a!alleged" },
	{ "earlier is another day", "ru",
	  "[3 мая|date 2022-05-03] [Аскара|person a] задержали. // Ранее "
	  "[Аскара|person a] оштрафовали.",
	  "detention 2022-05-03 stated a; fine 2022 report a" },
	{ "it happened: the date of the sentence before", "en",
	  "[A.|person a] was beaten. // It happened on [3 May|date "
	  "2022-05-03].", "attack 2022-05-03 carried a" },
	{ "two acts of a type on two days", "ru",
	  "Сайт [З.|outlet z] заблокировали [4 апреля|date 2022-04-04], а [30 "
	  "апреля|date 2022-04-30] заблокировали снова.",
	  "block 2022-04-04 stated z; block 2022-04-30 stated z" },
	{ "one told again by a noun is one", "en",
	  "[A.|person a] was beaten on [3 May|date 2022-05-03]. // The beating "
	  "of [A.|person a] took a minute.", "attack 2022-05-03 stated a" },
	{ "a clause without its act", "ru",
	  "Полиция задержала [Аскара|person a] [3 марта|date 2022-03-03], а "
	  "[Беката|person b] — [5 марта|date 2022-03-05].",
	  "detention 2022-03-03 stated a; detention 2022-03-05 stated b" },
	{ "but not one with a verb of its own", "en",
	  "[A.|person a] was detained on [3 May|date 2022-05-03], and on [5 "
	  "May|date 2022-05-05] [B.|person b] wrote a long letter.",
	  "detention 2022-05-03 stated a" },
	{ "the place of the act, not of the person", "en",
	  "[A.|person a] from [Taraz|place taraz] was beaten in [Oral|place "
	  "oral], [West Region|place west].", "attack 2022 report a@oral" },
	{ "kk: the place by its case", "kk",
	  "[Таразда|place taraz] [А.|person a] ұсталды.",
	  "detention 2022 report a@taraz" },
	{ "where somebody is from is no place of it", "en",
	  "[A.|person a], a [Taraz|place taraz] reporter, was detained.",
	  "detention 2022 report a" },
	{ "a country where the act was", "en",
	  "[Z.|outlet z] was blocked in [Russia|place russia].",
	  "block 2022 report z@russia" },
	{ "a country that is only named", "en",
	  "The embassy of [Russia|place russia] says that [A.|person a] was "
	  "detained.", "detention 2022 report a!alleged" },
	{ "terms and their parts", "en",
	  "The court sentenced [A.|person a] to two years and six months in "
	  "prison under [Article 5|law act_5] of the [Act|law act].",
	  "conviction 2022 report a=P2Y6M/act_5" },
	{ "ru: each act has its own outcome", "ru",
	  "Суд приговорил [Аскара|person a] к полутора годам условно и "
	  "штрафу в [500 тенге|money KZT 500].",
	  "conviction 2022 report a=P1Y6M;suspended; "
	  "fine 2022 report a=KZT 500" },
	{ "kk: the term before the verb", "kk",
	  "[Асан|person a] 15 тәулікке қамауға алынды.",
	  "detention 2022 report a=P15D" },
	{ "how long somebody works is no term", "ru",
	  "Редактора [Аскара|person a], 10 лет работавшего в газете, "
	  "арестовали.",
	  "detention 2022 report a" },
	{ "ru: participles of a law, each with its day", "ru",
	  "[Закон о СМИ|law act], принятый депутатами [28 июля|date "
	  "2022-07-28] и подписанный президентом [23 августа|date "
	  "2022-08-23], действует.",
	  "legislation 2022-07-28 stated /act; legislation 2022-08-23 "
	  "stated /act" },
	{ "passed, but no law", "en",
	  "In [May|date 2022-05] the village passed the winter.", "" },
	{ "a share of those who were asked", "en",
	  "[37 percent|percent 37] of journalists were threatened.",
	  "threat 2022 report journalists!general" },
	{ "what is said to be false", "en",
	  "It is not true that [A.|person a] was beaten in [May|date "
	  "2022-05].", "attack 2022-05 stated a!denied" },
	{ "ru: the same, and what was escaped", "ru",
	  "Неправда, что [Аскара|person a] избили. // [Аскар|person a] "
	  "избежал ареста.", "attack 2022 report a!denied" },
	{ "nor how old somebody is", "en",
	  "[A.|person a], a 34-year-old reporter, was sentenced to two years.",
	  "conviction 2022 report a=P2Y" },
	{ "whoever was beaten wrote about the law", "en",
	  "[A.|person a], who wrote about the [Act|law act], was beaten.",
	  "attack 2022 report a" },
	{ "a day without a year is no day, nor are two", "en",
	  "Police arrested [A.|person a] on [3 or 5 May|date "
	  "[XXXX-05-03,XXXX-05-05]].", "detention   a" },
	{ "a name that begins with a number counts nobody", "en",
	  "In [2022|date 2022] the site [24.kg|outlet 24_kg] was blocked.",
	  "block 2022 stated 24_kg" },
	{ "cases are counted", "en",
	  "In [2022|date 2022] there were 19 cases of obstruction.",
	  "obstruction 2022 stated #19!count" },
	{ "and violations of no type", "ru",
	  "Зафиксировано 63 нарушения прав журналистов.",
	  "other 2022 report #63!count" },
	{ "and people over a year", "ru",
	  "За год 24 журналиста были задержаны.",
	  "detention 2022 report 24_journalists#24!count" },
	{ "people on a day are no total", "en",
	  "On [5 May|date 2022-05-05], 24 journalists were detained.",
	  "detention 2022-05-05 stated 24_journalists#24" },
	{ "a time is no number of acts", "en",
	  "[A.|person a] spoke of two months of detention.", "" },
};

static void *state;

static void add_part(struct strbuf *out, char sign, struct str part)
{
	if (part.len == 0)
		return;
	strbuf_add_char(out, sign);
	strbuf_add(out, part);
}

static void print_incident(struct strbuf *out, const struct incident *one)
{
	if (out->len > 0)
		strbuf_add_z(out, "; ");
	strbuf_addf(out, "%.*s %.*s %.*s %.*s", STR_ARGS(one->type),
		    STR_ARGS(one->date), STR_ARGS(one->date_from),
		    STR_ARGS(one->target));
	if (str_equal(one->place_from, STR("stated")))
		add_part(out, '@', one->place);
	add_part(out, '=', one->outcome);
	add_part(out, '/', one->law);
	add_part(out, '#', one->number);
	if (!str_equal(one->status, STR("asserted")))
		add_part(out, '!', one->status);
}

static void tells(void **row)
{
	const struct when_case *this = *row;
	struct document doc;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	doc_add(&doc, test_knowledge.languages, this->lang, this->text);
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	strbuf_add(&found, STR_NONE);
	for (size_t i = 0; i < doc.incidents.count; i++)
		print_incident(&found, &doc.incidents.items[i]);
	assert_string_equal(found.data ? found.data : "", this->found);
	strbuf_release(&found);
	document_release(&doc);
}

/* Of a short text without parts the day that it begins with holds on; of a
 * longer one, and behind a second heading, it does not. */
static void day_of_a_story(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	doc_add(&doc, test_knowledge.languages, "en",
		"On [3 May|date 2022-05-03], [A.|person a] was detained.");
	doc_add(&doc, test_knowledge.languages, "en", "Notes");
	doc_add(&doc, test_knowledge.languages, "en", "More");
	doc_add(&doc, test_knowledge.languages, "en",
		"[B.|person b] was detained.");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 2);
	assert_true(str_equal(doc.incidents.items[1].date, STR("2022-05-03")));
	doc.paragraphs.items[1].kind = PARAGRAPH_HEADING;
	doc.paragraphs.items[2].kind = PARAGRAPH_HEADING;
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_true(str_equal(doc.incidents.items[1].date, STR("2022")));
	document_release(&doc);
}

/* Cells are totals of the years over their columns, without these of the
 * period; what is no number is none, nor is a row of an act. */
static void cells_of_tables(void **row)
{
	static const char *const texts[] = {
		"Attacks on reporters | 7", "Kind | 2020 | 2021",
		"Attacks on reporters | 12 | –", "Detentions | 3 | 4"
	};
	struct document doc;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		doc_add(&doc, test_knowledge.languages, "en", texts[i]);
		doc.paragraphs.items[i].kind = PARAGRAPH_ROW;
	}
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	for (size_t i = 0; i < doc.incidents.count; i++)
		print_incident(&found, &doc.incidents.items[i]);
	assert_string_equal(found.data, "attack 2022 report #7!count; "
			    "attack 2020 heading #12!count; "
			    "detention 2020 heading #3!count; "
			    "detention 2021 heading #4!count");
	strbuf_release(&found);
	document_release(&doc);
}

static int open_all(void **unused)
{
	struct err err = ERR_INIT;
	struct stage_context context = {
		.program = "esep-trace", .knowledge = &test_knowledge
	};

	if (open_knowledge(unused) == 0 &&
	    trace_stage.open(&state, NULL, &context, &err) == 0)
		return 0;
	fprintf(stderr, "%s\n", err.text);
	return -1;
}

static int close_all(void **unused)
{
	trace_stage.close(state);
	return close_knowledge(unused);
}

int main(void)
{
	static const struct CMUnitTest others[] = {
		cmocka_unit_test(day_of_a_story),
		cmocka_unit_test(cells_of_tables),
	};
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(others)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], tells);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		tests[COUNT_OF(cases) + i] = others[i];
	return cmocka_run_group_tests(tests, open_all, close_all);
}
