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
	  "footnote - 3-3: 1 “A,” B, 2022. <http://c.kz>.|" },
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
	{ "numbered headings",
	  "1. Introduction\n\nThe law says a lot about it, and the "
	  "courts say more about it every year.\n\n2. Legal "
	  "framework\n\n2.1 The constitution\n\nThe law says a lot "
	  "about it, and the courts say more about it every year.\n",
	  "heading - 1-1: 1. Introduction|paragraph - 3-3: The law "
	  "says a lot about it, and the courts say more about it "
	  "every year.|heading - 5-5: 2. Legal framework|heading - "
	  "7-7: 2.1 The constitution|paragraph - 9-9: The law says "
	  "a lot about it, and the courts say more about it every "
	  "year.|" },
	{ "a numbered list is none",
	  "They ask for three things.\n\n1. A law on access\n\n2. "
	  "A court of its own\n\n3. A public broadcaster\n",
	  "paragraph - 1-1: They ask for three things.|paragraph - "
	  "3-3: 1. A law on access|paragraph - 5-5: 2. A court of "
	  "its own|paragraph - 7-7: 3. A public broadcaster|" },
	{ "chapters, in Russian",
	  "Глава 1\n\nСвобода слова\n\nЗакон говорит об этом "
	  "много, а суды из года в год говорят об этом ещё "
	  "больше.\n\nII. Суды\n\nИх два.\n\nЗаключение\n\nВсё.\n",
	  "heading - 1-1: Глава 1|heading - 3-3: Свобода "
	  "слова|paragraph - 5-5: Закон говорит об этом много, а "
	  "суды из года в год говорят об этом ещё больше.|heading "
	  "- 7-7: II. Суды|paragraph - 9-9: Их два.|heading - "
	  "11-11: Заключение|paragraph - 13-13: Всё.|" },
	{ "chapters, in Kazakh",
	  "1-тарау\n\nБұл туралы заңда көп айтылған, ал соттар жыл "
	  "сайын бұдан да көп айтып келеді екен.\n\nСөз "
	  "бостандығы\n\nБұл туралы заңда көп айтылған, ал соттар "
	  "жыл сайын бұдан да көп айтып келеді "
	  "екен.\n\nҚорытынды\n\nБолды.\n",
	  "heading - 1-1: 1-тарау|paragraph - 3-3: Бұл туралы "
	  "заңда көп айтылған, ал соттар жыл сайын бұдан да көп "
	  "айтып келеді екен.|heading - 5-5: Сөз "
	  "бостандығы|paragraph - 7-7: Бұл туралы заңда көп "
	  "айтылған, ал соттар жыл сайын бұдан да көп айтып келеді "
	  "екен.|heading - 9-9: Қорытынды|paragraph - 11-11: "
	  "Болды.|" },
	{ "names, cells, dates and addresses are no headings",
	  "The panel met.\n\nAnna Adams, editor, Almaty\n\nBoris "
	  "Brown, lawyer, Astana\n\nThe law says a lot about it, "
	  "and the courts say more about it every year.\n\n5 May "
	  "2022\n\nThe law says a lot about it, and the courts say "
	  "more about it every year.\n\npress@qyran.xt\n\nThe law "
	  "says a lot about it, and the courts say more about it "
	  "every year.\n\n12 Harbour Street, Altynsha\n\nThe law "
	  "says a lot about it, and the courts say more about it "
	  "every year.\n\nYear\n\nCases\n\nFines\n\nThe law says a "
	  "lot about it, and the courts say more about it every "
	  "year.\n",
	  "paragraph - 1-1: The panel met.|paragraph - 3-3: Anna "
	  "Adams, editor, Almaty|paragraph - 5-5: Boris Brown, "
	  "lawyer, Astana|paragraph - 7-7: The law says a lot "
	  "about it, and the courts say more about it every "
	  "year.|paragraph - 9-9: 5 May 2022|paragraph - 11-11: "
	  "The law says a lot about it, and the courts say more "
	  "about it every year.|paragraph - 13-13: "
	  "press@qyran.xt|paragraph - 15-15: The law says a lot "
	  "about it, and the courts say more about it every "
	  "year.|paragraph - 17-17: 12 Harbour Street, "
	  "Altynsha|paragraph - 19-19: The law says a lot about "
	  "it, and the courts say more about it every "
	  "year.|paragraph - 21-21: Year|paragraph - 23-23: "
	  "Cases|paragraph - 25-25: Fines|paragraph - 27-27: The "
	  "law says a lot about it, and the courts say more about "
	  "it every year.|" },
	{ "a table of contents names headings and is none",
	  "Contents\n\n1. Introduction ..... 3\n\n2. Legal "
	  "framework 12\n\nIt is told here.\n",
	  "heading - 1-1: Contents|furniture - 3-3: 1. "
	  "Introduction ..... 3|furniture - 5-5: 2. Legal "
	  "framework 12|paragraph - 7-7: It is told here.|" },
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
	  "footnote - 1-2: 1 “A,” B, 2022. <https://c.kz/d>.|" },
	{ "the front of a series",
	  VIBE "2 0 2 3\n\nSlightly Vibrant (11-20): Few.\n\nSlightly Vibrant"
	  "\n\nOVERALL\nSCORE**18**\n\nIt fell.\n",
	  "title front 1-1: Vibrant Information Barometer|title front 3-3: "
	  "2 0 2 3|scale front 5-5: Slightly Vibrant (11-20): Few.|scale front "
	  "7-7: Slightly Vibrant|score front 9-9: OVERALL|score "
	  "front 10-10: SCORE**18**|paragraph summary 12-12: It fell.|" },
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
	  "Govorov, Georgy. \"A? – B,\" *Nasha Gazeta*. December 2022.",
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
	{ "an outlet alone", "Internews: <https://a.org/?b=c>.",
	  "", "", "Internews", "", "https://a.org/?b=c" },
	{ "Chicago, the author first",
	  "Govorov, Georgy. “Slandered?” Nasha Gazeta, Oct. 5, 2022. "
	  "https://ng.kz/a.",
	  "Govorov, Georgy", "Slandered?", "Nasha Gazeta", "2022-10-05",
	  "https://ng.kz/a" },
	{ "behind See",
	  "See: “A law,” Kursiv, 5 Oct 2022, www.kursiv.kz/a.",
	  "", "A law", "Kursiv", "2022-10-05", "www.kursiv.kz/a" },
	{ "the outlet first",
	  "Radio Azattyk: “Army”, May 2022. https://a.kz/b",
	  "", "Army", "Radio Azattyk", "2022-05", "https://a.kz/b" },
	{ "the date of access is none",
	  "“Army,” Kursiv. Accessed on 5 May 2022. https://a.kz/b",
	  "", "Army", "Kursiv", "", "https://a.kz/b" },
	{ "nor behind the address",
	  "“Army,” Kursiv, 2022-10-05, https://a.kz/b (accessed May "
	  "5, 2023).",
	  "", "Army", "Kursiv", "2022-10-05", "https://a.kz/b" },
	{ "the date behind the address",
	  "“Army,” Kursiv, https://a.kz/b, October 5, 2022.",
	  "", "Army", "Kursiv", "2022-10-05", "https://a.kz/b" },
	{ "the date before the outlet",
	  "“Army,” October 5, 2022, Kursiv.",
	  "", "Army", "Kursiv", "2022-10-05", "" },
	{ "several sources",
	  "“Army,” Kursiv, May 2022, https://a.kz/b; “Navy,” Orda, "
	  "2021, https://c.kz/d.",
	  "", "Army", "Kursiv", "2022-05", "https://a.kz/b" },
	{ "APA",
	  "Govorov, G. (2022, December 6). Slandered or mistaken. "
	  "Nasha Gazeta. https://ng.kz/a",
	  "Govorov, G.", "Slandered or mistaken", "Nasha Gazeta",
	  "2022-12-06", "https://ng.kz/a" },
	{ "a title without quotation marks",
	  "Govorov, Georgy. State of the Media in Tengria. Free Word "
	  "Foundation, 2021.",
	  "Govorov, Georgy", "State of the Media in Tengria",
	  "Free Word Foundation", "2021", "" },
	{ "pages",
	  "“Army,” Kursiv, 5 May 2022, p. 5.",
	  "", "Army", "Kursiv", "2022-05-05", "" },
	{ "a law",
	  "Law of the Republic of Kazakhstan “On Mass Media” of 23 "
	  "July 1999 No. 451-I",
	  "", "Law of the Republic of Kazakhstan “On Mass Media”", "",
	  "1999-07-23", "" },
	{ "a law with its address",
	  "Criminal Code of the Republic of Kazakhstan, Article 174, "
	  "https://adilet.zan.kz/eng/docs/K1400000226.",
	  "", "Criminal Code of the Republic of Kazakhstan", "", "",
	  "https://adilet.zan.kz/eng/docs/K1400000226" },
	{ "an address over a line's end",
	  "“Army,” Kursiv, May 2022. <https://a.kz/b- c/d.html>.",
	  "", "Army", "Kursiv", "2022-05", "https://a.kz/b-c/d.html" },
	{ "the same without brackets",
	  "“Army,” Kursiv, May 2022. https://a.kz/army- and-navy. "
	  "Accessed 5 May 2023.",
	  "", "Army", "Kursiv", "2022-05", "https://a.kz/army-and-navy" },
	{ "an address without a scheme",
	  "“Army,” Kursiv, May 2022, kursiv.media/army.",
	  "", "Army", "Kursiv", "2022-05", "kursiv.media/army" },
	{ "a sentence that quotes is no source",
	  "The article is called “slander” in the code.",
	  "", "", "", "", "" },
	{ "ru: title and outlet with slashes",
	  "Говоров Г. А. «Клевета?» // Наша газета. 8 декабря 2022. "
	  "URL: https://ng.kz/a (дата обращения: 05.05.2023).",
	  "Говоров Г. А.", "Клевета?", "Наша газета", "2022-12-08",
	  "https://ng.kz/a" },
	{ "ru: GOST, without quotation marks",
	  "Говоров Г.А. Клевета или ошибка // Наша газета. 2022. 8 "
	  "декабря. С. 5.",
	  "Говоров Г.А.", "Клевета или ошибка", "Наша газета", "2022-12-08",
	  "" },
	{ "ru: an electronic resource",
	  "Клевета или ошибка [Электронный ресурс] // Tengrinews.kz. "
	  "08.12.2022. Режим доступа: https://t.kz/a",
	  "", "Клевета или ошибка", "Tengrinews.kz", "2022-12-08",
	  "https://t.kz/a" },
	{ "ru: See, and the day of the outlet",
	  "См.: «Клевета», «Время» от 8 декабря 2022 г. "
	  "https://t.kz/a",
	  "", "Клевета", "Время", "2022-12-08", "https://t.kz/a" },
	{ "ru: a law",
	  "Закон Республики Казахстан от 23 июля 1999 года № 451-I "
	  "«О средствах массовой информации»",
	  "", "Закон Республики Казахстан «О средствах массовой информации»",
	  "", "1999-07-23", "" },
	{ "kk: a law",
	  "Қазақстан Республикасының «Бұқаралық ақпарат құралдары "
	  "туралы» 1999 жылғы 23 шілдедегі № 451-I Заңы",
	  "", "Қазақстан Республикасының «Бұқаралық ақпарат құралдары "
	  "туралы» Заңы", "", "1999-07-23", "" },
	{ "kk: title, outlet, date",
	  "«Жала ма?», Қазақ үні, 2023 жылғы 19 қазан. "
	  "https://q.kz/a (қаралған күні: 2024 жылғы 5 мамыр)",
	  "", "Жала ма?", "Қазақ үні", "2023-10-19", "https://q.kz/a" },
	{ "kk: author and numbers",
	  "Говоров Г. «Жала ма?» // Қазақ үні. 19.10.2023. Сілтеме: "
	  "https://q.kz/a",
	  "Говоров Г.", "Жала ма?", "Қазақ үні", "2023-10-19",
	  "https://q.kz/a" },
	{ "kk: see, month and year",
	  "Қараңыз: «Жала ма?», Қазақ үні, 2023 жылғы қазан.",
	  "", "Жала ма?", "Қазақ үні", "2023-10", "" },
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
	struct series_set set;
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
	struct strbuf found = STRBUF_INIT, wanted = STRBUF_INIT;
	struct arena arena = ARENA_INIT;
	struct footnote note;

	note_fields(&note, &arena, str_of(one->body), &fixture.set);
	strbuf_addf(&found, "%.*s|%.*s|%.*s|%.*s|%.*s",
		    STR_ARGS(note.author), STR_ARGS(note.title),
		    STR_ARGS(note.outlet), STR_ARGS(note.date),
		    STR_ARGS(note.url));
	strbuf_addf(&wanted, "%s|%s|%s|%s|%s", one->author, one->title,
		    one->outlet, one->date, one->url);
	assert_string_equal(found.data, wanted.data);
	strbuf_release(&found);
	strbuf_release(&wanted);
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
	       series_load(&fixture.set, LEXICONS, &err) < 0;
}

static int close_mend(void **state)
{
	(void)state;
	mend_stage.close(fixture.mend);
	series_release(&fixture.set);
	return 0;
}

int main(void)
{
	struct CMUnitTest tests[128];
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
