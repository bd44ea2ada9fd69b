#include "knowledge_case.h"
#include "doc_builder.h"

#include "trace.h"

/* Each quotation as "kind speaker how: words"; how: n by name, p by pronoun,
 * c carried. */
static struct quotation_case {
	const char *name, *lang, *text, *found;
} cases[] = {
	{ "several sentences stand at the first", "en",
	  "“We asked in May. // Nobody came. // We wait,” said [Asel|person "
	  "asel].", "direct asel n: We asked in May." },
	{ "a sentence of its own tells the speaker", "en",
	  "“It is a muzzle!” // [Asel|person asel] exclaimed.",
	  "direct asel n: It is a muzzle!" },
	{ "no speaker, no quotation", "en",
	  "“It is a muzzle. // It is.” // The sun shone on [Asel|person "
	  "asel].", "" },
	{ "the narrator breaks in", "ru",
	  "«Газеты закрываются, — отметил [Ерлан|person erlan], — и никто не "
	  "видит».", "direct erlan n: Газеты закрываются" },
	{ "and goes on in another sentence", "ru",
	  "«Нужен закон, — сказал [Ерлан|person erlan]. // — Он поможет».",
	  "direct erlan n: Нужен закон" },
	{ "a dash opens", "ru",
	  "— Нам не ответили, — сказала [Асель|person asel].",
	  "direct asel n: Нам не ответили" },
	{ "a name and a colon", "kk",
	  "[Ерлан|person erlan]: «Ешкім жауап бермеді».",
	  "direct erlan n: Ешкім жауап бермеді" },
	{ "a pronoun, any verb and a colon", "en",
	  "[Asel|person asel] runs the desk. // She shrugs: “Half of it is "
	  "false.”", "direct asel p: Half of it is false." },
	{ "any verb between speech and somebody", "en",
	  "“Nobody slept,” confides [Asel|person asel].",
	  "direct asel n: Nobody slept" },
	{ "single marks, but no apostrophe", "en",
	  "'They took the editors' files,' [Asel|person asel] recalled.",
	  "direct asel n: They took the editors" },
	{ "says without that", "en",
	  "[Asel|person asel] says the law is bad.",
	  "indirect asel n: the law is bad" },
	{ "told whom", "en",
	  "[Asel|person asel] told [Radio X|outlet radio_x] the law is bad.",
	  "indirect asel n: the law is bad" },
	{ "the end of the sentence", "en",
	  "The law is bad, [Asel|person asel] said on [Monday|date XXXX].",
	  "indirect asel n: The law is bad" },
	{ "a parenthesis keeps the sentence whole", "ru",
	  "Закон, считает [Асель|person asel], совсем плох.",
	  "indirect asel n: Закон, считает Асель, совсем плох" },
	{ "and so does a frame", "kk",
	  "Заң, [Асельдің|person asel] пікірінше, нашар.",
	  "indirect asel n: Заң, Асельдің пікірінше, нашар" },
	{ "a colon behind the verb", "ru",
	  "[Асель|person asel] считает: закон плох.",
	  "indirect asel n: закон плох" },
	{ "what is asked", "en",
	  "[Asel|person asel] asked why the trial was closed.",
	  "indirect asel n: why the trial was closed" },
	{ "kk: сұрады", "kk",
	  "«Неге?» — деп сұрады [Асель|person asel].",
	  "direct asel n: Неге?" },
	{ "her view", "en",
	  "[Asel|person asel] spoke. // In her view, the law is bad.",
	  "indirect asel p: the law is bad" },
	{ "X's view", "en",
	  "In [Asel|person asel]'s view, the law is bad.",
	  "indirect asel n: the law is bad" },
	{ "an apposition belongs to the speaker", "en",
	  "According to [Asel|person asel], president of the bar, the courts "
	  "are slow.", "indirect asel n: the courts are slow" },
	{ "however is the narrator's", "en",
	  "However, the courts are slow, according to [Asel|person asel].",
	  "indirect asel n: the courts are slow" },
	{ "who spoke last goes on", "kk",
	  "[Асель|person asel] заң нашар екенін айтты. // «Біз күттік», — деп "
	  "қосты.", "indirect asel n: заң нашар екенін; direct asel c: Біз "
	  "күттік" },
	{ "and adds in the same sentence", "en",
	  "“It is bad,” [Asel|person asel] said, adding that she will appeal.",
	  "direct asel n: It is bad; indirect asel n: she will appeal" },
	{ "he who hears does not speak", "en",
	  "In an interview with [Radio X|outlet radio_x] she said that it is "
	  "bad.", "" },
	{ "ru: nor here", "ru",
	  "В интервью [Радио Х|outlet radio_x] [Асель|person asel] сказала, "
	  "что закон плох.", "indirect asel n: закон плох" },
	{ "kk: nor here", "kk",
	  "[Х радиосына|outlet radio_x] берген сұхбатында [Асель|person asel] "
	  "заң нашар деді.", "indirect asel n: заң нашар" },
	{ "another subject stands beside the verb", "en",
	  "In the case of [Asel|person asel], the judge said it was late.",
	  "" },
	{ "whose lawyer", "en",
	  "[Asel|person asel]'s lawyer said that it was late.",
	  "indirect lawyer n: it was late" },
	{ "kk: whose lawyer", "kk",
	  "[Асельдің|person asel] адвокаты заң нашар деп мәлімдеді.",
	  "indirect lawyer n: заң нашар" },
	{ "a noun is one or several", "ru",
	  "Жители уверяли, что света нет.",
	  "indirect residents n: света нет" },
	{ "most of them", "en",
	  "Most of the editors said the law is bad.",
	  "indirect editors n: the law is bad" },
	{ "kk: most of them", "kk",
	  "Редакторлардың көпшілігі заң нашар деп есептейді.",
	  "indirect editors n: заң нашар" },
	{ "a share of them", "en",
	  "[64 percent|percent 64] of respondents said they had seen it.",
	  "indirect respondents n: they had seen it" },
	{ "a noun means whom the paragraph called so", "en",
	  "[Asel|person asel], the editor, left. // [Dana|person dana] came. "
	  "// The editor said that it was late.",
	  "indirect asel n: it was late" },
	{ "but not a new one", "en",
	  "[Asel|person asel], the editor, left. // An editor said that it "
	  "was late.", "indirect editor n: it was late" },
	{ "the expert is who spoke last", "kk",
	  "[Асель|person asel] заң нашар екенін айтты. // «Біз күттік», — "
	  "дейді сарапшы.",
	  "indirect asel n: заң нашар екенін; direct asel n: Біз күттік" },
	{ "ru: where it was said", "ru",
	  "В [Минюсте|body min] заявили, что дело закрыто.",
	  "indirect min n: дело закрыто" },
	{ "ru: where something else is", "ru",
	  "В [Минюсте|body min], сообщил [Ерлан|person erlan], дело закрыто.",
	  "indirect erlan n: дело закрыто" },
	{ "whom a relative clause belongs to", "en",
	  "They met a caller who promised him “a walk in a coffin”.",
	  "direct caller n: a walk in a coffin" },
	{ "a label", "en", "The regulator blamed “congestion”.",
	  "direct regulator n: congestion" },
	{ "ru: a label", "ru", "Чиновник назвал их «предателями».",
	  "direct official n: предателями" },
	{ "kk: a label", "kk", "Шенеунік оларды «сатқындар» деп атады.",
	  "direct official n: сатқындар" },
	{ "no label: a title", "ru",
	  "Режиссёр назвал фильм «Ночь».", "" },
	{ "told ends with what was said", "en",
	  "[Asel|person asel] warned that he “would not see the rains”.",
	  "direct asel n: would not see the rains" },
	{ "what is urged", "ru",
	  "[Асель|person asel] призвала суд отменить закон.",
	  "indirect asel n: суд отменить закон" },
	{ "a clause behind a colon", "en",
	  "The picture is uneven: the city is watched, the panelists said.",
	  "indirect panelists n: the city is watched" },
	{ "behind where it happens", "ru",
	  "На других участках, по оценке [Асель|person asel], было тихо.",
	  "indirect asel n: было тихо" },
	{ "asked, she said nothing", "en",
	  "Asked about the plan, [Asel|person asel] said nothing.", "" },
	{ "a thing that", "en",
	  "A guard told the crew to cut parts that were to come.", "" },
	{ "a subject of any verb, a colon and speech", "ru",
	  "[Асель|person asel] устала ждать: «Мы просто стоим на месте».",
	  "direct asel n: Мы просто стоим на месте" },
	{ "kk: a name behind the verb", "kk",
	  "Заң нашар деп ескертеді [Асель|person asel].",
	  "indirect asel n: Заң нашар" },
	{ "a survey is its maker's", "en",
	  "A survey by [Radio X|outlet radio_x] found that few people "
	  "listen.",
	  "indirect radio_x n: few people listen" },
	{ "what is foreseen", "en", "Analysts predict a further decline.",
	  "indirect analysts n: a further decline" },
	{ "kk: no object, nothing said", "kk",
	  "Министрлік ахуал күніне екі рет қана хабарлады.", "" },
	{ "who was asked", "en",
	  "[Asel|person asel] was asked why she left.", "" },
	{ "ru: a plural verb has no single subject", "ru",
	  "[Асель|person asel] сообщили, что дело закрыто.", "" },
	{ "en: a noun is no verb of several", "en",
	  "[Asel|person asel] wrote a report that the law is bad.", "" },
	{ "not said", "en",
	  "[Asel|person asel] did not say that the law is bad.", "" },
	{ "kk: not said", "kk",
	  "[Асель|person asel] заң нашар деп айтқан жоқ.", "" },
	{ "only perhaps said", "ru",
	  "[Асель|person asel] может сказать, что закон плох.", "" },
	{ "denied by nobody", "en",
	  "This was not denied by any media.", "" },
	{ "the title of a book", "en",
	  "[Asel|person asel] reads the story “The Long Silence”.", "" },
	{ "a word that is only distanced from", "ru",
	  "[Асель|person asel] признала его «иноагентом».", "" },
	{ "kk: деген is no saying", "kk",
	  "[Асель|person asel] деген журналист ұсталды.", "" },
	{ "that which points", "en",
	  "[Asel|person asel] denied that request.", "" },
	{ "speech within what is told is another's", "en",
	  "After a guard told her that “we can make you get out,” "
	  "[Asel|person asel] said she took the camera and was led out.",
	  "indirect asel n: she took the camera and was led out" },
};

static void *state;

static void quotes(void **row)
{
	const struct quotation_case *this = *row;
	struct document doc;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	document_init(&doc, &test_words);
	doc.id = STR("D");
	doc_add(&doc, test_knowledge.languages, this->lang, this->text);
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	strbuf_add(&found, STR_NONE);
	for (size_t i = 0; i < doc.quotations.count; i++) {
		const struct quotation *q = &doc.quotations.items[i];

		strbuf_addf(&found, "%s%.*s %.*s %c: %.*s", i > 0 ? "; " : "",
			    STR_ARGS(q->kind), STR_ARGS(q->speaker),
			    q->speaker_from.data[0],
			    STR_ARGS(extent_text(&doc, q->quote)));
	}
	assert_string_equal(found.data ? found.data : "", this->found);
	strbuf_release(&found);
	document_release(&doc);
}

/* A hostile sentence costs no more than others. */
static void many_marks(void **row)
{
	struct document doc;
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)row;
	for (size_t i = 0; i < 120; i++)
		strbuf_add_z(&text, "“a, — he said: ");
	document_init(&doc, &test_words);
	doc.id = STR("D");
	doc_add(&doc, test_knowledge.languages, "en", text.data);
	assert_int_equal(trace_stage.document(state, &doc, &err), 0);
	assert_int_equal(doc.quotations.count, 0);
	strbuf_release(&text);
	document_release(&doc);
}

static int open_all(void **unused)
{
	struct err err = ERR_INIT;
	struct stage_context context = {
		.program = "esep-trace", .knowledge = &test_knowledge
	};

	return open_knowledge(unused) == 0
		? trace_stage.open(&state, NULL, &context, &err) : -1;
}

static int close_all(void **unused)
{
	trace_stage.close(state);
	return close_knowledge(unused);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], quotes);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(many_marks);
	return cmocka_run_group_tests(tests, open_all, close_all);
}
