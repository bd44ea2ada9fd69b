/* Paragraphs as they stand become paragraphs as they were written. */
#include "cases.h"

#include "mend/mend.h"
#include "mend/notes.h"

#define LEXICONS ESEP_SOURCE_DIR "/lexicons"
#define VIBE "Vibrant Information Barometer\n\n"

/* `source`: a line is a paragraph, blank lines are gaps. `mended`: the
 * paragraphs as "kind section lines: text|". */
static struct mend_case { const char *name, *source, *mended; } mends[] = {
	{ "a page end",
	  "They analyze the activities\n\nof heads of government.\n",
	  "paragraph - 1-3: They analyze the activities of heads of "
	  "government.|" },
	{ "a full stop ends a paragraph, whatever closes behind it",
	  "One said “yes.”¹\n\nTwo (said “no!”).\n\nThree.\n",
	  "paragraph - 1-1: One said “yes.”¹|paragraph - 3-3: Two (said "
	  "“no!”).|paragraph - 5-5: Three.|" },
	{ "a footnote between",
	  "Funds were allocated for¹\n\n1 “A,” B, 2022. <http://c.kz>.\n\n"
	  "placing orders.\n",
	  "paragraph - 1-5: Funds were allocated for¹ placing orders.|"
	  "footnote - 3-3: 1 “A,” B, 2022. http://c.kz.|" },
	{ "behind a footnote the rest may begin with a capital",
	  "The deputies listened for an hour to a long report of Senator¹\n\n"
	  "¹ “A,” B, 2022.\n\nJusip about pay.\n",
	  "paragraph - 1-5: The deputies listened for an hour to a long report "
	  "of Senator¹ Jusip about pay.|footnote - 3-3: ¹ “A,” B, 2022.|" },
	{ "several cuts, and an ornament",
	  "The tools protect against\n\n“ Nobody is safe.\n\ncyberbullying "
	  "and\n\n12\n\nalso against fraud.\n",
	  "paragraph - 1-9: The tools protect against cyberbullying and also "
	  "against fraud.|pullquote - 3-3: “ Nobody is safe.|furniture - 7-7: "
	  "12|" },
	{ "a cut word", "The journal-\n\nists left.\n",
	  "paragraph - 1-3: The journalists left.|" },
	{ "a cut compound", "Many non-\n\nNATO states.\n",
	  "paragraph - 1-3: Many non-NATO states.|" },
	{ "a site may begin a paragraph in small letters",
	  "It is closed.\n\nkunbatys.xt is open.\n",
	  "paragraph - 1-1: It is closed.|paragraph - 3-3: kunbatys.xt is "
	  "open.|" },
	{ "lines of a list are not glued",
	  "Anna Adams, editor, Almaty\n\nBoris Brown, lawyer, Astana\n\n"
	  "Clara Cole, teacher, Atyrau\n",
	  "paragraph - 1-1: Anna Adams, editor, Almaty|paragraph - 3-3: Boris "
	  "Brown, lawyer, Astana|paragraph - 5-5: Clara Cole, teacher, "
	  "Atyrau|" },
	{ "a list with semicolons stays a list",
	  "Нужно:\n\nпринять закон;\n\nотменить статью.\n",
	  "paragraph - 1-1: Нужно:|paragraph - 3-3: принять закон;|"
	  "paragraph - 5-5: отменить статью.|" },
	{ "headings without a series",
	  "ОБ АВТОРАХ\n\nОни пишут.\n\nFreedom of speech\n\nThe law says a lot "
	  "about it, and the courts say more about it every year.\n",
	  "heading - 1-1: ОБ АВТОРАХ|paragraph - 3-3: Они пишут.|heading - "
	  "5-5: Freedom of speech|paragraph - 7-7: The law says a lot about "
	  "it, and the courts say more about it every year.|" },
	{ "a sentence that stands in the text is a pull quote",
	  "As we saw, “Press freedom is getting worse every year,” he said.\n\n"
	  "Press freedom is getting worse every year!\n",
	  "paragraph - 1-1: As we saw, “Press freedom is getting worse every "
	  "year,” he said.|pullquote - 3-3: Press freedom is getting worse "
	  "every year!|" },
	{ "even where that sentence is cut",
	  "Свобода прессы с каждым\n\nСвобода прессы с каждым годом меньше.\n\n"
	  "годом меньше. Это факт.\n",
	  "paragraph - 1-5: Свобода прессы с каждым годом меньше. Это факт.|"
	  "pullquote - 3-3: Свобода прессы с каждым годом меньше.|" },
	{ "what is said twice in the same words is no pull quote",
	  "The press is free in this country.\n\nThe press is free in this "
	  "country.\n",
	  "paragraph - 1-1: The press is free in this country.|paragraph - "
	  "3-3: The press is free in this country.|" },
	{ "a number does not make a footnote",
	  "One.¹ Two.²\n\n1 «А», Б, 2022.\n\n2 апреля 2023 года сайт "
	  "www.a.kz закрыли.\n\n2 April 2023 saw www.a.kz closed.\n\n"
	  "15 мың доллар алды.\n",
	  "paragraph - 1-1: One.¹ Two.²|footnote - 3-3: 1 «А», Б, 2022.|"
	  "paragraph - 5-5: 2 апреля 2023 года сайт www.a.kz закрыли.|"
	  "paragraph - 7-7: 2 April 2023 saw www.a.kz closed.|paragraph - "
	  "9-9: 15 мың доллар алды.|" },
	{ "an address below its footnote",
	  "1 “A,” B, 2022.\n<https://c.kz/d>.\n",
	  "footnote - 1-2: 1 “A,” B, 2022. https://c.kz/d.|" },
	{ "the front of a series",
	  VIBE "2 0 2 3\n\nSlightly Vibrant (11-20): Few.\n\nSlightly Vibrant"
	  "\n\nOVERALL\nSCORE**18**\n\nIt fell.\n",
	  "title front 1-1: Vibrant Information Barometer|title front 3-3: "
	  "2 0 2 3|scale front 5-5: Slightly Vibrant (11-20): Few.|scale front "
	  "7-7: Slightly Vibrant|score front 9-9: OVERALL|score "
	  "front 10-10: SCORE 18|paragraph summary 12-12: It fell.|" },
	{ "a gap begins the introduction to a principle",
	  VIBE "It fell.\n\nIndicator 5: A.\n\nOne.\n\n\n\nTwo.\n\nThree.\n\n"
	  "Indicator 6: B.\n\nFour.\n\n\n\nFive.\n\nIndicator 7: C.\n",
	  "title front 1-1: Vibrant Information Barometer|paragraph summary "
	  "3-3: It fell.|heading I5 5-5: Indicator 5: A.|paragraph I5 7-7: "
	  "One.|paragraph P2 11-11: Two.|paragraph P2 13-13: Three.|heading I6 "
	  "15-15: Indicator 6: B.|paragraph I6 17-17: Four.|paragraph I6 "
	  "21-21: Five.|heading I7 23-23: Indicator 7: C.|" },
	{ "the end of a series, in Kazakh",
	  "Теңрия медиа барометрі\n\n1-индикатор: Бар.\n\nБір.\n\nСАРАПШЫЛАР "
	  "ТІЗІМІ\n\nАли Асанов, редактор\n\nЕскерту: еркін.\n\nТағы.\n",
	  "title front 1-1: Теңрия медиа барометрі|heading I1 3-3: "
	  "1-индикатор: Бар.|paragraph I1 5-5: Бір.|heading panel 7-7: "
	  "САРАПШЫЛАР ТІЗІМІ|panelist panel 9-9: Али Асанов, редактор|"
	  "boilerplate back 11-11: Ескерту: еркін.|boilerplate back 13-13: "
	  "Тағы.|" },
};

static struct fields_case {
	const char *name, *body;
	const char *author, *title, *outlet, *date, *url;
} fields[] = {
	{ "title, outlet, date, address",
	  "“Army,” Radio Azattyk, December 8, 2022. <https://a.kz/b-c>.",
	  "", "Army", "Radio Azattyk", "2022-12-08", "https://a.kz/b-c" },
	{ "stops between, and the author first",
	  "Govorov, Georgy. \"A? – B,\" Nasha Gazeta. December 2022.",
	  "Govorov, Georgy", "A? – B", "Nasha Gazeta", "2022-12", "" },
	{ "quotes in the title and in the outlet",
	  "«„Кыран“ и «Дала», год 2020», Радио «Дала», 1 сентября 2023 года.",
	  "", "„Кыран“ и «Дала», год 2020", "Радио «Дала»", "2023-09-01", "" },
	{ "the outlet's own quotes go", "«А», «Қыран», 2024 жылғы 9 ақпан. <h>",
	  "", "А", "Қыран", "2024-02-09", "" },
	{ "an apostrophe in single quotes",
	  "‘The state’s press,’ Kursiv, 5 Oct. 2022",
	  "", "The state’s press", "Kursiv", "2022-10-05", "" },
	{ "a number of an issue is no date",
	  "«А», Газета, № 5, 12.03.2021. https://a.kz, (дата: 01.01.2024)",
	  "", "А", "Газета, № 5", "2021-03-12", "https://a.kz" },
	{ "a bracket in the address", "“A,” B. https://a.org/b_(c).",
	  "", "A", "B", "", "https://a.org/b_(c)" },
	{ "an outlet alone", "Internews: <https://a.org/?b=c>.",
	  "", "", "Internews", "", "https://a.org/?b=c" },
	{ "a remark is no source", "The name was changed.",
	  "", "", "", "", "" },
};

static struct mark_case {
	const char *name, *text;
	unsigned number;
	int at;      /* of the mark of that number; -1: none */
} mark_cases[] = {
	{ "raised", "A.¹² B", 12, 2 },
	{ "in brackets", "A [12] B", 12, 2 },
	{ "set as plain digits", "Law.12 The", 12, 4 },
	{ "decimals are none", "It is 3.5 now", 5, -1 },
	{ "thousands are none", "It is 3,500 now", 500, -1 },
	{ "a raised one is the clearest", "Law.1 B¹ C", 1, 7 },
};

struct fixture {
	void *mend;
	struct month_words months;
};
static struct fixture fixture;

static void build(struct document *doc, const char *source)
{
	struct str rest = str_of(source), line;
	uint32_t number = 0, gap = 0;

	doc->source_text = str_copy(&doc->arena, rest);
	rest = doc->source_text;
	while (str_split(&rest, '\n', &line)) {
		struct paragraph *par;

		number++;
		gap++;
		if (line.len == 0)
			continue;
		par = LIST_ADD(&doc->paragraphs);
		par->text = line;
		par->first_line = par->last_line = number;
		par->gap = gap - 1;
		par->first_run = doc->runs.count;
		par->run_count = 1;
		*LIST_ADD(&doc->runs) = (struct run){
			.source = (size_t)(line.data - doc->source_text.data),
			.len = (uint32_t)line.len,
			.source_len = (uint32_t)line.len
		};
		gap = 0;
	}
}

static void check_runs(const struct document *doc, const struct paragraph *par)
{
	for (size_t i = 0; i < par->run_count; i++) {
		const struct run *run = &doc->runs.items[par->first_run + i];

		assert_true(run->text + run->len <= par->text.len);
		if (run->changed)
			continue;
		assert_int_equal(run->len, run->source_len);
		assert_memory_equal(par->text.data + run->text,
				    doc->source_text.data + run->source,
				    run->len);
	}
}

static void print(struct strbuf *out, const struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		struct str section = par->section;

		check_runs(doc, par);
		strbuf_addf(out, "%.*s %.*s %u-%u: %.*s|",
			    STR_ARGS(paragraph_kind_name(par->kind)),
			    STR_ARGS(section.len > 0 ? section : STR("-")),
			    par->first_line, par->last_line,
			    STR_ARGS(par->text));
	}
}

static void mend(struct document *doc, struct words *words, const char *source)
{
	struct err err = ERR_INIT;

	words_init(words);
	document_init(doc, words);
	build(doc, source);
	assert_int_equal(mend_stage.document(fixture.mend, doc, &err), 0);
}

static void mends_it(void **state)
{
	const struct mend_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct document doc;
	struct words words;

	mend(&doc, &words, one->source);
	print(&out, &doc);
	assert_string_equal(out.data, one->mended);
	strbuf_release(&out);
	document_release(&doc);
	words_release(&words);
}

static void reads_fields(void **state)
{
	const struct fields_case *one = *state;
	struct arena arena = ARENA_INIT;
	struct footnote note;

	note_fields(&note, &arena, str_of(one->body), &fixture.months);
	assert_true(str_equal(note.author, str_of(one->author)));
	assert_true(str_equal(note.title, str_of(one->title)));
	assert_true(str_equal(note.outlet, str_of(one->outlet)));
	assert_true(str_equal(note.date, str_of(one->date)));
	assert_true(str_equal(note.url, str_of(one->url)));
	arena_release(&arena);
}

static void finds_mark(void **state)
{
	const struct mark_case *one = *state;
	struct marks marks = { NULL, 0, 0 };
	const struct mark *mark;

	marks_collect(&marks, str_of(one->text), 3);
	marks_sort(&marks);
	mark = marks_nearest(&marks, one->number, 4);
	assert_int_equal(mark ? (int)mark->at : -1, one->at);
	LIST_RELEASE(&marks);
}

/* Numbers that begin anew: the mark before a note is its own. */
static void nearest_mark_counts(void **state)
{
	struct marks marks = { NULL, 0, 0 };

	(void)state;
	marks_collect(&marks, STR("A¹"), 1);
	marks_collect(&marks, STR("B¹"), 5);
	marks_sort(&marks);
	assert_int_equal(marks_nearest(&marks, 1, 0)->paragraph, 1);
	assert_int_equal(marks_nearest(&marks, 1, 2)->paragraph, 1);
	assert_int_equal(marks_nearest(&marks, 1, 6)->paragraph, 5);
	assert_null(marks_nearest(&marks, 2, 6));
	LIST_RELEASE(&marks);
}

static void ties_note_and_score(void **state)
{
	struct document doc;
	struct words words;

	(void)state;
	mend(&doc, &words,
	     VIBE "Slightly Vibrant (11-20): A.\n\nHighly Vibrant (31-40): B."
	     "\n\nOVERALL\n\nSCORE**18**\n\nIt fell for\n\n1 “A,” B, 2022.\n\n"
	     "three years.¹ So.\n");
	assert_int_equal(doc.scores.count, 1);
	assert_int_equal(doc.scores.items[0].paragraph, 4);
	assert_true(str_equal(doc.scores.items[0].value, STR("18")));
	assert_true(str_equal(doc.scores.items[0].label,
			      STR("Slightly Vibrant")));
	assert_int_equal(doc.footnotes.count, 1);
	assert_int_equal(doc.footnotes.items[0].paragraph, 6);
	assert_int_equal(doc.footnotes.items[0].anchor, 5);
	assert_int_equal(doc.footnotes.items[0].anchor_at,
			 strlen("It fell for three years."));
	assert_true(str_equal(document_meta(&doc, STR("series")),
			      STR("vibe")));
	document_release(&doc);
	words_release(&words);
}

static int open_mend(void **state)
{
	struct stage_context context = { .program = "test",
					 .lexicons = LEXICONS };
	struct err err = ERR_INIT;

	(void)state;
	return mend_stage.open(&fixture.mend, NULL, &context, &err) < 0 ||
	       month_words_load(&fixture.months, LEXICONS, &err) < 0;
}

static int close_mend(void **state)
{
	(void)state;
	mend_stage.close(fixture.mend);
	month_words_release(&fixture.months);
	return 0;
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(mends); i++)
		tests[count++] = CASE(mends[i], mends_it);
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		tests[count++] = CASE(fields[i], reads_fields);
	for (size_t i = 0; i < COUNT_OF(mark_cases); i++)
		tests[count++] = CASE(mark_cases[i], finds_mark);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		nearest_mark_counts);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		ties_note_and_score);
	return _cmocka_run_group_tests("mend", tests, count, open_mend,
				       close_mend);
}
