#include "knowledge_case.h"
#include "doc_builder.h"

#include "statistics_rows.h"
#include "trace.h"

#include <stdio.h>

/* Each incident as "type date target", each quotation as "kind speaker: words",
 * with "; " between. The report is of Kazakhstan and covers 2022. */
static struct trace_case {
	const char *name, *lang, *text, *found;
} cases[] = {
	{ "passive: the subject is the target", "en",
	  "In [July|date 2022-07], journalist [Makhambet Abzhan|journalist "
	  "abzhan] was arrested.", "detention 2022-07 abzhan" },
	{ "active: the object is the target", "en",
	  "The court acquitted [Aleksandra Sergazina|journalist sergazina] "
	  "under this article.", "release 2022 sergazina" },
	{ "a participle behind 'and' is passive too", "en",
	  "[Abzhan|person abzhan] was arrested and charged with extortion.",
	  "detention 2022 abzhan; charge 2022 abzhan" },
	{ "names in a row are one target", "en",
	  "[Dinara E.|journalist e], [Gulnar B.|journalist b], and [Gulzha "
	  "Y.|journalist y] were threatened.", "threat 2022 e;b;y" },
	{ "a person rather than her outlet", "en",
	  "Unknown men beat up [Saule|journalist saule], a photographer of "
	  "[kunbatys.xt|outlet kunbatys].", "attack 2022 saule" },
	{ "a number and a group", "en",
	  "In [January|date 2022-01], 41 journalists were injured.",
	  "attack 2022-01 41_journalists" },
	{ "a number word and two groups", "en",
	  "Six journalists and bloggers were brought to administrative "
	  "courts.", "charge 2022 6_journalists_and_bloggers" },
	{ "the date in the clause, not the nearer one outside", "en",
	  "[Mamai|person mamai] was imprisoned in [March 2022|date 2022-03]; "
	  "he was shifted to house arrest in [November|date 2022-11].",
	  "conviction 2022-03 mamai; release 2022-11 mamai" },
	{ "a prison without a verdict is a detention", "en",
	  "[Mamai|person mamai] was imprisoned in [March 2022|date 2022-03], "
	  "charged with extortion.",
	  "detention 2022-03 mamai; charge 2022-03 mamai" },
	{ "a date carried over from the sentence before", "en",
	  "In [January|date 2022-01] it was quiet. // [Abzhan|person abzhan] "
	  "was arrested.", "detention 2022-01 abzhan" },
	{ "an event dates what happened during it, not after it", "en",
	  "During the [January events|event january_events], [A.|person a] "
	  "was arrested. // After the [January events|event january_events], "
	  "[B.|person b] was arrested.",
	  "detention 2022-01 a; detention 2022 b" },
	{ "another example drops the date", "en",
	  "In [January|date 2022-01] it was quiet. // In another case, "
	  "[Abzhan|person abzhan] was arrested.", "detention 2022 abzhan" },
	{ "a pronoun stands for whom the sentence before is about", "en",
	  "[Kumtasov|person kumtasov] wrote of it. // In [May|date 2022-05], "
	  "the court sentenced him to two years.",
	  "conviction 2022-05 kumtasov" },
	{ "a habit is no act", "en",
	  "Journalists are regularly attacked.",
	  "general: attack 2022 journalists" },
	{ "what was not done is no act", "en",
	  "[Abzhan|person abzhan] was never arrested.", "" },
	{ "what may be done is no act", "en",
	  "[Abzhan|person abzhan] could be arrested.",
	  "planned: detention 2022 abzhan" },
	{ "a present passive is a habit", "en",
	  "Sites are blocked on the orders of the prosecutor.",
	  "general: block 2022 websites" },
	{ "a noun alone proves nothing", "en",
	  "Topics such as the detention of activists are hushed up.", "" },
	{ "a noun with a date does", "en",
	  "In [Astana|place astana], during a rally in [December|date "
	  "2022-12], the internet stopped working.",
	  "protest 2022-12 ; shutdown 2022-12 " },
	{ "nothing that stands in quotation marks", "en",
	  "“[Abzhan|person abzhan] was arrested in [May|date 2022-05]” is a "
	  "rumour.", "" },
	{ "a set phrase names no act", "en",
	  "The police dismissed the case in [May|date 2022-05].", "" },
	{ "ru: impersonal plural, the object before it", "ru",
	  "[Кумтасова|person kumtasov] задержали в [Алтынше|place altynsha] "
	  "[14 июня 2023 года|date 2023-06-14], а в [июле|date 2023-07] ему "
	  "предъявили обвинение.",
	  "detention 2023-06-14 kumtasov; charge 2023-07 kumtasov" },
	{ "ru: the object behind the verb, the doer before it", "ru",
	  "В [декабре|date 2022-12] [радио «Дала»|outlet dala] уволило "
	  "корреспондента [Ольгу Верхотропову|journalist olga].",
	  "dismissal-or-strike 2022-12 olga" },
	{ "ru: a negation that belongs to the act", "ru",
	  "В [ноябре|date 2022-11] охрана не пустила [Тимура|journalist "
	  "timur] на заседание.", "obstruction 2022-11 timur" },
	{ "kk: passive", "kk",
	  "[2022 жылғы 2 сәуірде|date 2022-04-02] [kunbatys.xt|outlet "
	  "kunbatys] сайты бұғатталды.", "block 2022-04-02 kunbatys" },
	{ "kk: the object before the verb, the doer before it", "kk",
	  "[Желтоқсанда|date 2022-12] [«Дала» радиосы|outlet dala] тілші "
	  "[Ольга Верхотропованы|journalist olga] жұмыстан шығарды.",
	  "dismissal-or-strike 2022-12 olga" },
	{ "kk: a negation behind the verb", "kk",
	  "[Ерлан|person yerlan] ұсталған жоқ.", "" },
	{ "a noun in -ing is not the verb", "en",
	  "A listening device was planted in [May|date 2022-05].",
	  "surveillance 2022-05 " },
	{ "a verb that has one form for all", "en",
	  "Police let [Abzhan|person abzhan] go without charge in [May|date "
	  "2022-05].", "release 2022-05 abzhan" },
	{ "shot and killed is one act", "en",
	  "Gunmen shot and killed [Abzhan|person abzhan] in [May|date "
	  "2022-05].", "killing 2022-05 abzhan" },
	{ "ru: who receives threats suffers them", "ru",
	  "[Кумтасов|person kumtasov] в [мае|date 2022-05] получил угрозы.",
	  "threat 2022-05 kumtasov" },
	{ "ru: a trial is over somebody", "ru",
	  "В [мае|date 2022-05] начался суд над [Кумтасовым|person "
	  "kumtasov].", "charge 2022-05 kumtasov" },
	{ "ru: a case over an attack charges no victim", "ru",
	  "В [мае|date 2022-05] полиция возбудила дело о нападении на "
	  "[Кумтасова|person kumtasov].", "attack 2022-05 kumtasov" },
	{ "words between the parts of a trigger", "en",
	  "On [3 May|date 2022-05-03] police took [Abzhan|person abzhan] and "
	  "two friends into custody.", "detention 2022-05-03 abzhan" },
	{ "a participle that is passive alone", "en",
	  "[Abzhan|person abzhan] was beaten in [May|date 2022-05].",
	  "attack 2022-05 abzhan" },
	{ "what is denied", "en",
	  "Police denied that [Abzhan|person abzhan] had been beaten in "
	  "[May|date 2022-05].", "denied: attack 2022-05 abzhan; indirect "
	  "police: Abzhan had been beaten in May" },
	{ "what one does and another denies", "en",
	  "Police detained [Abzhan|person abzhan] in [May|date 2022-05] but "
	  "denied beating him.",
	  "detention 2022-05 abzhan; denied: attack 2022-05 abzhan" },
	{ "what is claimed, and denied by the accused", "en",
	  "The [ministry|body ministry] rejected claims that officers had "
	  "beaten [Abzhan|person abzhan] in [May|date 2022-05].",
	  "alleged: attack 2022-05 abzhan; indirect ministry: officers had "
	  "beaten Abzhan in May" },
	{ "what nearly happened", "en",
	  "[Abzhan|person abzhan] was almost fined in [May|date 2022-05].",
	  "general: fine 2022-05 abzhan" },
	{ "what is undone is no act anew", "en",
	  "A court annulled the arrest of [Abzhan|person abzhan] in "
	  "[May|date 2022-05].", "release 2022-05 abzhan" },
	{ "a set phrase counts against its own type alone", "en",
	  "In [May|date 2022-05] prosecutors dropped the case against "
	  "[Abzhan|person abzhan].", "release 2022-05 abzhan" },
	{ "ru: parts in the other order", "ru",
	  "Виновным в [мае|date 2022-05] признали [Кумтасова|person "
	  "kumtasov].", "conviction 2022-05 kumtasov" },
	{ "ru: the object of a longer phrase is another noun's", "ru",
	  "Корреспондента газеты [Кумтасова|person kumtasov] в [мае|date "
	  "2022-05] похитили.", "abduction 2022-05 kumtasov" },
	{ "ru: a request that was refused", "ru",
	  "Ходатайство о блокировке сайта [«Дала»|outlet dala] суд в "
	  "[мае|date 2022-05] отклонил.", "" },
	{ "ru: what will be", "ru",
	  "В [мае|date 2022-05] [Кумтасова|person kumtasov] оштрафуют.",
	  "planned: fine 2022-05 kumtasov" },
	{ "kk: a helper has the tense", "kk",
	  "[Мамырда|date 2022-05] [Ерланды|person yerlan] ұрып кетті.",
	  "attack 2022-05 yerlan" },
	{ "kk: an act that is a negation", "kk",
	  "[Мамырда|date 2022-05] [Ерлан|person yerlan] залға кіргізілмеді.",
	  "obstruction 2022-05 yerlan" },
	{ "kk: what is denied stands before it", "kk",
	  "Полиция [Ерланның|person yerlan] [мамырда|date 2022-05] соққыға "
	  "жығылғанын жоққа шығарды.", "denied: attack 2022-05 yerlan" },
	{ "kk: who is told of by an old act is no news", "kk",
	  "Ұсталған [Ерлан|person yerlan] [мамырда|date 2022-05] жиынға "
	  "келді.", "" },
	{ "kk: it is where the day stands before", "kk",
	  "[Мамырда|date 2022-05] ұсталған [Ерлан|person yerlan] жиынға "
	  "келді.", "detention 2022-05 yerlan" },
	{ "kk: the dead of whom reporters ask are no reporters", "kk",
	  "[Мамырда|date 2022-05] қаза тапқан дәрігерлер туралы "
	  "журналистерге айтты.", "" },
	{ "kk: a finite participle", "kk",
	  "[Ерлан|person yerlan] [мамырда|date 2022-05] ұсталған болатын.",
	  "detention 2022-05 yerlan" },
	{ "kk: a deed that is demanded was not done", "kk",
	  "[Мамырда|date 2022-05] ұйымдар [Ерланды|person yerlan] босатуды "
	  "талап етті.", "" },
	{ "kk: a deed that is told to be done", "kk",
	  "[Мамырда|date 2022-05] бір топ белгісіз адам көшеде "
	  "[Ерланды|person yerlan] ұрып-соққаны анықталды.",
	  "attack 2022-05 yerlan" },
	{ "kk: an answer is none of the refusals that are counted", "kk",
	  "Енді жеті күнде жауап берілуі тиіс.", "" },
	{ "kk: what can be done", "kk",
	  "[Мамырда|date 2022-05] полиция [Ерланды|person yerlan] тұтқындай "
	  "алады.", "general: detention 2022-05 yerlan" },
	{ "kk: in Latin letters", "kk",
	  "[Mamyrda|date 2022-05] [Erlan|person yerlan] ustaldy.",
	  "detention 2022-05 yerlan" },
	{ "according to X", "en",
	  "According to [Jamilya Maricheva|journalist maricheva], head of "
	  "project [Protenge|outlet protenge], the NGOs train journalists.",
	  "indirect maricheva: the NGOs train journalists" },
	{ "X said that", "en",
	  "[Maricheva|journalist maricheva], however, said that there is no "
	  "institution of reputation.", "indirect maricheva: there is no "
	  "institution of reputation" },
	{ "words in quotation marks before the cue", "en",
	  "“We see a trend,” [Maricheva|journalist maricheva] noted.",
	  "direct maricheva: We see a trend" },
	{ "the speaker behind the cue", "en",
	  "“It is a good law,” said [Gulmira T.|person gulmira], his lawyer.",
	  "direct gulmira: It is a good law" },
	{ "a group speaks", "en",
	  "Experts noted that information is poor.",
	  "indirect experts: information is poor" },
	{ "the title of an outlet is no speech", "en",
	  "[Maricheva|journalist maricheva] reports for “[Orda|outlet orda]”.",
	  "" },
	{ "ru: whose lawyer, and who", "ru",
	  "«Это несправедливо», — сказала адвокат [Кумтасова|person kumtasov] "
	  "[Гульмира Тасбастауова|person gulmira].",
	  "direct gulmira: Это несправедливо" },
	{ "ru: что", "ru",
	  "[Нурлан Керуенбасов|person nurlan] считает, что данные взяли из "
	  "реестра.", "indirect nurlan: данные взяли из реестра" },
	{ "kk: айтуынша", "kk",
	  "Редактор [Ирина Ледоставованың|journalist irina] айтуынша, "
	  "оқырмандар көшкен.", "indirect irina: оқырмандар көшкен" },
	{ "kk: words before the verb", "kk",
	  "[Хелен Маршбрук|person helen] беттерді тапқанын атап өтті.",
	  "indirect helen: беттерді тапқанын" },
	{ "kk: direct speech, the speaker last", "kk",
	  "«Бұл қиын», — деді [Құмтасовтың|person kumtasov] адвокаты "
	  "[Гүлмира Тасбастауова|person gulmira].",
	  "direct gulmira: Бұл қиын" },
};

static void *state;

static void separate(struct strbuf *out)
{
	if (out->len > 0)
		strbuf_add_z(out, "; ");
}

static void print_found(struct strbuf *out, const struct document *doc)
{
	for (size_t i = 0; i < doc->incidents.count; i++) {
		const struct incident *incident = &doc->incidents.items[i];

		separate(out);
		if (!str_equal(incident->status, STR("asserted")))
			strbuf_addf(out, "%.*s: ", STR_ARGS(incident->status));
		strbuf_addf(out, "%.*s %.*s %.*s", STR_ARGS(incident->type),
			    STR_ARGS(incident->date),
			    STR_ARGS(incident->target));
	}
	for (size_t i = 0; i < doc->quotations.count; i++) {
		const struct quotation *q = &doc->quotations.items[i];

		separate(out);
		strbuf_addf(out, "%.*s %.*s: %.*s", STR_ARGS(q->kind),
			    STR_ARGS(q->speaker),
			    STR_ARGS(extent_text(doc, q->quote)));
	}
}

static void traces(void **row)
{
	const struct trace_case *this = *row;
	struct document doc;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	document_set_meta(&doc, STR("country"), STR("KZ"));
	doc_add(&doc, test_knowledge.languages, this->lang, this->text);
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	strbuf_add(&found, STR_NONE);
	print_found(&found, &doc);
	assert_string_equal(found.data ? found.data : "", this->found);
	strbuf_release(&found);
	document_release(&doc);
}

static void place_law_actor(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;
	const struct incident *incident;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("country"), STR("KZ"));
	doc_add(&doc, test_knowledge.languages, "en",
		"The [Supreme Court|body kz_supreme_court] fined [Orda.kz|"
		"outlet orda_kz] in [Almaty|place almaty] under the [media "
		"law|law media_law]. // [Abzhan|person abzhan] was fined.");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 2);
	incident = doc.incidents.items;
	assert_string_equal(incident->actor.data, "kz_supreme_court");
	assert_string_equal(incident->law.data, "media_law");
	assert_string_equal(incident->place.data, "almaty");
	assert_string_equal(incident->id.data, "D-i1");
	assert_true(str_equal(extent_text(&doc, incident->trigger),
			      STR("fined")));
	assert_true(str_equal(incident[1].place, STR("almaty")));
	assert_int_equal(incident[1].law.len, 0);
	document_release(&doc);
}

static void month_of_footnote(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;
	struct footnote *note;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	doc_add(&doc, test_knowledge.languages, "en",
		"It began in [May|date 2022-05]. // The ruling was later "
		"reversed.");
	note = LIST_ADD(&doc.footnotes);
	note->anchor.paragraph = 0;
	note->anchor.at = doc.sentences.items[1].end - 1;
	note->date = STR("2022-12-12");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 1);
	assert_true(str_equal(doc.incidents.items[0].date, STR("2022-12")));
	note->date = STR("2023-01-06");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_true(str_equal(doc.incidents.items[0].date, STR("2022-05")));
	document_release(&doc);
}

/* Under a date that names the section, the sentence's own date still counts;
 * the heading of the entry tells the place. */
static void date_of_section(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	doc_add(&doc, test_knowledge.languages, "en",
		"[Abzhan|person abzhan] ([Altynsha|place altynsha])");
	doc_add(&doc, test_knowledge.languages, "en",
		"On [30 May|date 2022-05-30] he was detained. // A court "
		"fined him.");
	for (size_t i = 0; i < 2; i++)
		doc.paragraphs.items[i].section = STR("2022-06-01");
	doc.paragraphs.items[0].kind = PARAGRAPH_HEADING;
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 2);
	assert_true(str_equal(doc.incidents.items[0].date,
			      STR("2022-05-30")));
	assert_true(str_equal(doc.incidents.items[1].date,
			      STR("2022-06-01")));
	for (size_t i = 0; i < 2; i++) {
		struct incident *one = &doc.incidents.items[i];

		assert_true(str_equal(one->place, STR("altynsha")));
		assert_true(str_equal(one->target, STR("abzhan")));
	}
	doc.paragraphs.items[1].section = STR("I4");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_true(str_equal(doc.incidents.items[1].date,
			      STR("2022-05-30")));
	document_release(&doc);
}

/* Who is told of in a paragraph of a report is not whom acts of the next one
 * befell; in a short text by itself they may well be. */
static void nobody_of_another_paragraph(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	document_set_meta(&doc, STR("covers"), STR("2022"));
	for (size_t i = 0; i < 2; i++) {
		doc_add(&doc, test_knowledge.languages, "en", "Heading");
		doc.paragraphs.items[i].kind = PARAGRAPH_HEADING;
	}
	doc_add(&doc, test_knowledge.languages, "en",
		"[Abzhan|person abzhan] came home.");
	doc_add(&doc, test_knowledge.languages, "en", "Then was arrested.");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 1);
	assert_int_equal(doc.incidents.items[0].target.len, 0);
	doc.paragraphs.items[0].kind = PARAGRAPH_TEXT;
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_true(str_equal(doc.incidents.items[0].target, STR("abzhan")));
	document_release(&doc);
}

/* In a report a death is an incident where media are spoken of. */
static void deaths_of_others(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	for (size_t i = 0; i < 2; i++) {
		doc_add(&doc, test_knowledge.languages, "en", "Heading");
		doc.paragraphs.items[i].kind = PARAGRAPH_HEADING;
	}
	doc_add(&doc, test_knowledge.languages, "en",
		"In [May|date 2022-05] 36 citizens were killed. // A flood "
		"killed [Ann|person ann].");
	doc_add(&doc, test_knowledge.languages, "en",
		"The blogger came. // In [May|date 2022-05] 36 citizens were "
		"killed. // Police killed [Ann|person ann].");
	doc_add(&doc, test_knowledge.languages, "en",
		"In [May|date 2022-05] three journalists were killed.");
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 2);
	assert_true(str_equal(doc.incidents.items[0].target, STR("ann")));
	assert_true(str_equal(doc.incidents.items[1].target,
			      STR("3_journalists")));
	document_release(&doc);
}

/* One sentence of far too many words is passed over, the next one is not. */
static void long_sentence(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;
	struct strbuf text = STRBUF_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	for (size_t i = 0; i < 3000; i++)
		strbuf_add_z(&text, "he was arrested, ");
	strbuf_add_z(&text, " // [Abzhan|person abzhan] was arrested.");
	doc_add(&doc, test_knowledge.languages, "en", text.data);
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.incidents.count, 1);
	assert_int_equal(doc.incidents.items[0].sentence, 1);
	strbuf_release(&text);
	document_release(&doc);
}

static void only_running_text(void **row)
{
	struct document doc;
	struct err err = ERR_INIT;

	(void)row;
	document_init(&doc, &test_words);
	doc.id = STR("D");
	doc_add(&doc, test_knowledge.languages, "en",
		"[Abzhan|person abzhan] was arrested. // [Abzhan|person "
		"abzhan] said that it is so.");
	for (int kind = 0; kind < PARAGRAPH_KINDS; kind++) {
		bool running = kind == PARAGRAPH_TEXT ||
			       kind == PARAGRAPH_ITEM || kind == PARAGRAPH_ROW;

		doc.paragraphs.items[0].kind = (enum paragraph_kind)kind;
		assert_int_equal(trace_stage.document(state, &doc, &err), 0);
		assert_int_equal(doc.incidents.count, running);
		assert_int_equal(doc.quotations.count, running);
	}
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

static struct row_case { const char *name, *text; bool counts; } rows[] = {
	{ "words and numbers", "Reporters detained | 41 | 17", true },
	{ "shares and signs", "Sites blocked | +12 % | –", true },
	{ "years among numbers", "Reporters detained | 2020 | 17", true },
	{ "a year alone", "A reporter was detained | 2021", false },
	{ "a date", "A reporter was detained | 12.05.2021", false },
	{ "a number in front", "7 | A reporter was detained", false },
	{ "words behind", "Lowport | 3 | A reporter was detained", false },
	{ "no cells", "A reporter was detained", false },
	{ "nothing", "", false },
};

static void counts_rows(void **row)
{
	const struct row_case *one = *row;

	assert_int_equal(row_is_statistics(str_of(one->text)), one->counts);
}

int main(void)
{
	static const struct CMUnitTest others[] = {
		cmocka_unit_test(place_law_actor),
		cmocka_unit_test(month_of_footnote),
		cmocka_unit_test(date_of_section),
		cmocka_unit_test(nobody_of_another_paragraph),
		cmocka_unit_test(deaths_of_others),
		cmocka_unit_test(long_sentence),
		cmocka_unit_test(only_running_text),
	};
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(rows) +
				COUNT_OF(others)];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], traces);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		tests[count++] = CASE(rows[i], counts_rows);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		tests[count++] = others[i];
	return cmocka_run_group_tests(tests, open_all, close_all);
}
