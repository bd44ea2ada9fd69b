/* What footnotes cite, and where their marks stand. */
#include "knowledge_case.h"

#include "note_marks.h"
#include "notes.h"


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
	{ "nor with letters behind its day",
	  "“Army,” Kursiv. Accessed on 5th May 2022. https://a.kz/b",
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
	{ "an outlet where the author would stand",
	  "Committee to Protect Journalists, “Army,” May 2022 (in Russian).",
	  "", "Army", "Committee to Protect Journalists", "2022-05", "" },
	{ "a year in a title is no end of it",
	  "Foundation, Annual Report 2022 of the Country, https://a.kz/b",
	  "", "", "Foundation, Annual Report 2022 of the Country", "2022",
	  "https://a.kz/b" },
	{ "an interview", "Interview with an editor in Almaty, March 14, 2023.",
	  "", "Interview with an editor in Almaty", "", "2023-03-14", "" },
	{ "ru: quotes in the outlet alone",
	  "Интервью с редактором // Канал «Гиперборей», 12.06.2022.",
	  "", "Интервью с редактором", "Канал «Гиперборей»", "2022-06-12",
	  "" },
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
	{ "quotes in the name of who wrote it",
	  "Public Foundation “Adil Soz”, “Freedom of Speech”, January 2024",
	  "", "Freedom of Speech", "Public Foundation “Adil Soz”", "2024-01",
	  "" },
	{ "a name for short among the others",
	  "Georgy “Gosha” Govorov, “Slandered?” Nasha Gazeta, 5 Oct. 2022",
	  "Georgy “Gosha” Govorov", "Slandered?", "Nasha Gazeta",
	  "2022-10-05", "" },
	{ "ru: the author without a comma, the outlet in quotes",
	  "Георгий Говоров «Суд», «Наша газета», 5 октября 2022",
	  "Георгий Говоров", "Суд", "Наша газета", "2022-10-05", "" },
	{ "title and outlet in quotes", "“Slandered?” “Gazette,” 5 Oct. 2022",
	  "", "Slandered?", "Gazette", "2022-10-05", "" },
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

static struct series_set set;

static void reads_fields(void **state)
{
	const struct fields_case *one = *state;
	struct strbuf found = STRBUF_INIT, wanted = STRBUF_INIT;
	struct arena arena = ARENA_INIT;
	struct footnote note;

	note_fields(&note, &arena, str_of(one->body), &set);
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
	struct note_marks marks = { NULL, 0, 0 };
	const struct note_mark *mark;

	note_marks_collect(&marks, str_of(one->text), 3);
	note_marks_sort(&marks);
	mark = note_marks_nearest(&marks, one->number, 4);
	assert_int_equal(mark ? (int)mark->at : -1, one->at);
	LIST_RELEASE(&marks);
}

/* Numbers that begin anew: the mark before a note is its own. */
static void nearest_mark_counts(void **state)
{
	struct note_marks marks = { NULL, 0, 0 };

	(void)state;
	note_marks_collect(&marks, STR("A¹"), 1);
	note_marks_collect(&marks, STR("B¹"), 5);
	note_marks_sort(&marks);
	assert_int_equal(note_marks_nearest(&marks, 1, 0)->paragraph, 1);
	assert_int_equal(note_marks_nearest(&marks, 1, 2)->paragraph, 1);
	assert_int_equal(note_marks_nearest(&marks, 1, 6)->paragraph, 5);
	assert_null(note_marks_nearest(&marks, 2, 6));
	LIST_RELEASE(&marks);
}

static int load(void **state)
{
	struct err err = ERR_INIT;

	return open_knowledge(state) < 0 ||
	       series_load(&set, test_knowledge.lexicons, &err) < 0;
}

static int unload(void **state)
{
	series_release(&set);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(fields) + COUNT_OF(mark_cases) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		tests[count++] = CASE(fields[i], reads_fields);
	for (size_t i = 0; i < COUNT_OF(mark_cases); i++)
		tests[count++] = CASE(mark_cases[i], finds_mark);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		nearest_mark_counts);
	return _cmocka_run_group_tests("notes", tests, count, load, unload);
}
