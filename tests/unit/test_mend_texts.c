/* Texts letter by letter: characters, Markdown, scripts, hyphens. */
#include "knowledge_case.h"

#include "mend.h"
#include "paragraphs.h"
#include "utf8.h"

#define ZWSP "\xe2\x80\x8b"
#define ZWNJ "\xe2\x80\x8c"
#define ZWJ "\xe2\x80\x8d"
#define LRM "\xe2\x80\x8e"
#define BOM "\xef\xbb\xbf"
#define SHY "\xc2\xad"
#define HARD "Lines end here because of the width of a page that was set\n"

/* `mended`: the texts with | behind each, then its links as {text>target}. */
static struct text_case { const char *name, *source, *mended; } texts[] = {
	/* characters */
	{ "soft hyphens", "infor" SHY "ma" SHY "tion", "information|" },
	{ "a soft hyphen at a line end", HARD "that infor" SHY "\nmation is",
	  "Lines end here because of the width of a page that was set that "
	  "information is|" },
	{ "a soft hyphen with a blank behind it", "infor" SHY " mation",
	  "information|" },
	{ "zero-width characters", BOM "in" ZWSP "for" ZWNJ "ma" ZWJ "tion",
	  "information|" },
	{ "what is left is no second blank", "one " ZWSP " two " LRM,
	  "one two|" },
	{ "marks of direction", LRM "Orda.kz" LRM " says", "Orda.kz says|" },
	{ "emoji stay whole", "👨" ZWJ "👩" ZWJ "👧 🗣️ 👁️" ZWJ "🗨️",
	  "👨" ZWJ "👩" ZWJ "👧 🗣️ 👁️" ZWJ "🗨️|" },
	{ "Persian keeps its own", "می" ZWNJ "خواهم", "می" ZWNJ "خواهم|" },
	{ "ligatures", "oﬃce ﬁnds ﬂow oﬀ waﬄe ﬆop",
	  "office finds flow off waffle stop|" },
	{ "letters are composed", "Кеи\xcc\x86, е\xcc\x88лка",
	  "Кей, ёлка|" },
	{ "a stress mark stays", "молодёжи\xcc\x81", "молодёжи\xcc\x81|" },
	{ "nothing else is nothing", ZWSP, ZWSP "|" },
	{ "nor with a blank between", ZWSP " " ZWSP, ZWSP " " ZWSP "|" },
	{ "a selector whose sign was lost", "\xef\xb8\x8f" "Kazakhstan",
	  "Kazakhstan|" },
	/* line ends without a hyphen */
	{ "a dash that touches the word before it", HARD "new formats—\n"
	  "Telegram channels", "Lines end here because of the width of a page "
	  "that was set new formats—Telegram channels|" },
	{ "or the one behind it", HARD "protects journalists\n—“obstruction” is",
	  "Lines end here because of the width of a page that was set protects "
	  "journalists—“obstruction” is|" },
	{ "a Russian dash keeps its blanks", HARD "Это закон —\nсказал он",
	  "Lines end here because of the width of a page that was set Это закон "
	  "— сказал он|" },
	{ "an address that was broken", HARD "https://a.kz/news/article.php?\n"
	  "id=4", "Lines end here because of the width of a page that was set "
	  "https://a.kz/news/article.php?id=4|" },
	{ "an address and the next word", HARD "at https://a.kz/ru/\nAccessed",
	  "Lines end here because of the width of a page that was set at "
	  "https://a.kz/ru/ Accessed|" },
	{ "hyphens of an address stay", HARD "https://a.kz/za-\ndiskreditatsiu"
	  "-\narmii now", "Lines end here because of the width of a page that "
	  "was set https://a.kz/za-diskreditatsiu-armii now|" },
	{ "but for a word that the text has", HARD "www.or-\nda.kz and Orda.kz",
	  "Lines end here because of the width of a page that was set www.orda.kz "
	  "and Orda.kz|" },
	{ "names with @ have none", HARD "the channel @fi-\nnancekaz says",
	  "Lines end here because of the width of a page that was set the channel "
	  "@financekaz says|" },
	/* emphasis */
	{ "emphasis", "*akims* **18** _x_ ***y*** __z__ ~~old~~ `code`",
	  "akims 18 x y z old code|" },
	{ "emphasis inside words", "**сөз**дің *Maslikhat*s",
	  "сөздің Maslikhats|" },
	{ "emphasis around punctuation", "(*Ak Zhol*), **\"Ana Tili\"**.",
	  "(Ak Zhol), \"Ana Tili\".|" },
	{ "nested", "**bold and *both* here**, *one **two** three*",
	  "bold and both here, one two three|" },
	{ "a number behind a word", "SCORE**18**", "SCORE 18|" },
	{ "products", "2 * 3 * 4 and 2*3*4", "2 * 3 * 4 and 2*3*4|" },
	{ "names with lines", "snake_case_name @user_name_x _a_b",
	  "snake_case_name @user_name_x _a_b|" },
	{ "lone stars", "a * b, price*, rate* and 5* hotels",
	  "a * b, price*, rate* and 5* hotels|" },
	{ "stars in brackets", "One (*) and two (*).",
	  "One (*) and two (*).|" },
	{ "censored words", "f**k that, s**t and f*ck s*it, f***",
	  "f**k that, s**t and f*ck s*it, f***|" },
	{ "forms to fill in", "Name: ____ Date: ____ ****",
	  "Name: ____ Date: ____ ****|" },
	{ "an apostrophe set as a backquote", "O`zbek va G`afur tili",
	  "O`zbek va G`afur tili|" },
	{ "a pair that opens wrongly", "** bold ** and * x *",
	  "** bold ** and * x *|" },
	{ "a bullet", "* *one* two\n* three", "* one two|* three|" },
	{ "approximately", "~5 and ~6, ~~7", "~5 and ~6, ~~7|" },
	{ "a pair that a page end parted",
	  "The journalists of the oldest newspapers of the city, *Nasha\n\n12"
	  "\n\nGazeta*, were fined.",
	  "The journalists of the oldest newspapers of the city, Nasha Gazeta, "
	  "were fined.|12|" },
	/* escapes */
	{ "escapes", "\\$100, \\*note\\*, a\\_b, \\#1, 5\\~6",
	  "$100, *note*, a_b, #1, 5~6|" },
	{ "what is no escape", "C:\\Users, \\n", "C:\\Users, \\n|" },
	{ "an escaped bracket", "\\[1\\](https://a.kz)",
	  "[1](https://a.kz)|" },
	/* links */
	{ "a link", "See [the *law*](https://a.kz/b) now.",
	  "See the law now.|{the law>https://a.kz/b}" },
	{ "a link with a title", "[A](<https://a.kz> \"t\") [B]( /b 'x' )",
	  "A B|{A>https://a.kz}{B>/b}" },
	{ "a bracket in the target", "[W](https://a.org/W_(x)) on",
	  "W on|{W>https://a.org/W_(x)}" },
	{ "links that lead nowhere", "[A](#) [b](#c)", "A b|" },
	{ "autolinks", "<https://a.kz/b_c_d>, <a@b.kz>.",
	  "https://a.kz/b_c_d, a@b.kz.|{https://a.kz/b_c_d>https://a.kz/"
	  "b_c_d}{a@b.kz>mailto:a@b.kz}" },
	{ "no autolinks", "a <b> 3 < 5 > 4 <tag x>",
	  "a <b> 3 < 5 > 4 <tag x>|" },
	{ "a remark behind a bracket", "the law [1](see below) and [x](he)",
	  "the law [1](see below) and [x](he)|" },
	{ "an address with lines", "https://a.kz/_x_/*y* and *z*",
	  "https://a.kz/_x_/*y* and z|" },
	{ "a link whose hyphen goes at a page end",
	  "The law on [the infor-](https://a.kz)\n\nmation of all the "
	  "people of the country",
	  "The law on the information of all the people of the country|"
	  "{the infor>https://a.kz}" },
	{ "an image gives its text", "![A logo](a.png) B", "A logo B|" },
	{ "an image without text", "a ![](a.png) b", "a b|" },
	{ "an image in a link", "[![A](a.png)](https://a.kz)",
	  "A|{A>https://a.kz}" },
	{ "a link in a link", "[a [b](c.kz) d](e.kz)",
	  "a b d|{a b d>e.kz}{b>c.kz}" },
	{ "references", "A [text][1] here.\n\n[1]: https://a.kz \"t\"",
	  "A text here.|{text>https://a.kz}[1]: https://a.kz \"t\"|" },
	{ "no definition, no reference", "A [text][1] here.",
	  "A [text][1] here.|" },
	{ "marks of a footnote stay", "Law.[1] And [2] more.",
	  "Law.[1] And [2] more.|" },
	/* blocks */
	{ "a table", "| a | *b* |\n|---|:-:|\n| | 2 |",
	  "a | b||---|:-:||| 2|" },
	{ "a quotation of lines", "> Said that 5 > 4\n> and no more.",
	  "Said that 5 > 4 and no more.|" },
	{ "a quotation", "> Said *he*.\n\n> > And she.\n\n5 > 4",
	  "Said he.|And she.|5 > 4|" },
	{ "a closed heading", "## Title ##\n\nText.", "Title|Text.|" },
	/* scripts */
	{ "Latin letters in Russian words", "Kазахстан, Мoсквa, жаcап",
	  "Казахстан, Москва, жасап|" },
	{ "Latin letters in Kazakh words", "тiл ақпaрат Iлияс əлем",
	  "тіл ақпарат Ілияс әлем|" },
	{ "words of look-alikes alone, among Cyrillic ones",
	  "Бұл iс сотта қаралды, oсы iс-шара XХI ғасырда.",
	  "Бұл іс сотта қаралды, осы іс-шара XХI ғасырда.|" },
	{ "and among others", "The word iс here", "The word iс here|" },
	{ "letters that only Kazakh needs",
	  "Бұл қазақ тіліндегі мәтін, мұнда hәм және көп сөз бар: ¥лттық",
	  "Бұл қазақ тіліндегі мәтін, мұнда һәм және көп сөз бар: Ұлттық|" },
	{ "Cyrillic letters in Latin words", "СОVID, Сolumn, ХVI",
	  "COVID, Column, XVI|" },
	{ "names with an ending", "Telegramда WhatsAppқа iPhoneда BBCде PCға",
	  "Telegramда WhatsAppқа iPhoneда BBCде PCға|" },
	{ "parts at a hyphen", "IT-компания Telegram-арна",
	  "IT-компания Telegram-арна|" },
	{ "not certain", "СОР АТО COP XXI 100¥ eBay",
	  "СОР АТО COP XXI 100¥ eBay|" },
	{ "an abbreviation", "CНГ и CМИ", "СНГ и СМИ|" },
	/* line ends */
	{ "cut", HARD "and the infor-\nmation is old",
	  "Lines end here because of the width of a page that was set and the "
	  "information is old|" },
	{ "typed", HARD "and well-\nknown men, онлайн-\nиздания",
	  "Lines end here because of the width of a page that was set and "
	  "well-known men, онлайн-издания|" },
	{ "suspended", HARD "in the pre-\nand post-war years",
	  "Lines end here because of the width of a page that was set in the "
	  "pre- and post-war years|" },
	{ "no line end", "infor- mation", "infor- mation|" },
	{ "two blanks are no line end", "infor-  mation", "infor- mation|" },
	{ "the document knows better",
	  HARD "of the news-\npapers there.\n\nA news-papers law.",
	  "Lines end here because of the width of a page that was set of the "
	  "news-papers there.|A news-papers law.|" },
	{ "an address", HARD "at https://a.kz/b-\nc of May",
	  "Lines end here because of the width of a page that was set at "
	  "https://a.kz/b-c of May|" },
	{ "a dash is none", HARD "the press -\nit is said",
	  "Lines end here because of the width of a page that was set the "
	  "press - it is said|" },
	{ "at a page end",
	  "The law says that the journalists are not inde-\n\npendent now.",
	  "The law says that the journalists are not independent now.|" },
	{ "at a page end, with the hyphen of an old encoding",
	  "The law says that the journalists are inde¬\n\npendent now.",
	  "The law says that the journalists are independent now.|" },
	{ "at a page end, behind a number",
	  "Бұл заң елімізде осыған дейін де болған еді, ол 2022-\n\nжылы "
	  "шықты.",
	  "Бұл заң елімізде осыған дейін де болған еді, ол 2022-жылы "
	  "шықты.|" },
	{ "at a page end, typed",
	  "The law says that the journalists are well-\n\nknown now.",
	  "The law says that the journalists are well-known now.|" },
	{ "at a page end, suspended",
	  "The law covers the press in the pre-\n\nand post-war years.",
	  "The law covers the press in the pre- and post-war years.|" },
};

/* The form of a word in the text, and what stood in the source for it. */
static struct orig_case { const char *name, *source, *form, *orig; } origs[] = {
	{ "a letter of another script", "Бір тiл бар", "тіл", "тiл" },
	{ "a ligature", "The oﬃce is", "office", "oﬃce" },
	{ "a soft hyphen", "The infor" SHY "mation", "information",
	  "infor" SHY "mation" },
	{ "a cut word", HARD "the infor-\nmation is", "information",
	  "infor-\nmation" },
	{ "emphasis is none of the word", "The *akims* are", "akims", "" },
	{ "nor is an escape", "It is \\$5", "$5", "" },
};

static void *mend_state;

static void open_document(struct document *doc, struct words *words,
			  const char *source)
{
	words_init(words);
	document_init(doc, words);
	doc->source_text = str_copy(&doc->arena, str_of(source));
	paragraphs_find(doc);
}

static void close_document(struct document *doc, struct words *words)
{
	document_release(doc);
	words_release(words);
}

static void mend(struct document *doc)
{
	struct err err = ERR_INIT;

	assert_int_equal(mend_stage.document(mend_state, doc, &err), 0);
}

static void check_runs(const struct document *doc, const struct paragraph *par)
{
	uint32_t at = 0;

	for (size_t i = 0; i < par->run_count; i++) {
		const struct run *run = &doc->runs.items[par->first_run + i];

		assert_true(run->text >= at);
		at = run->text + run->len;
		assert_true(at <= par->text.len);
		assert_true(run->source + run->source_len <=
			    doc->source_text.len);
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

		check_runs(doc, par);
		strbuf_add(out, par->text);
		strbuf_add_char(out, '|');
		for (size_t k = 0; k < doc->links.count; k++) {
			const struct link *link = &doc->links.items[k];
			struct str text = str_slice(par->text, link->at.start,
						    link->at.end);

			if (link->paragraph == i)
				strbuf_addf(out, "{%.*s>%.*s}", STR_ARGS(text),
					    STR_ARGS(link->target));
		}
	}
}

static void mends(void **state)
{
	const struct text_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct document doc;
	struct words words;

	open_document(&doc, &words, one->source);
	for (int times = 0; times < 2; times++) {
		mend(&doc);
		strbuf_clear(&out);
		print(&out, &doc);
		assert_string_equal(out.data, one->mended);
	}
	strbuf_release(&out);
	close_document(&doc, &words);
}

static void keeps_source(void **state)
{
	const struct orig_case *one = *state;
	struct strbuf orig = STRBUF_INIT;
	struct document doc;
	struct words words;
	struct paragraph *par;
	struct str form = str_of(one->form);
	size_t at;

	open_document(&doc, &words, one->source);
	mend(&doc);
	par = &doc.paragraphs.items[0];
	at = str_find(par->text, form, 0);
	assert_true(at < par->text.len);
	paragraph_original(&doc, par, (uint32_t)at,
			   (uint32_t)(at + form.len), &orig);
	assert_true(str_equal(strbuf_view(&orig), str_of(one->orig)));
	strbuf_release(&orig);
	close_document(&doc, &words);
}

static void kinds_are_set(void **state)
{
	struct document doc;
	struct words words;

	(void)state;
	open_document(&doc, &words,
		      "**All in bold**\n\n[a][b] is here.\n\n"
		      "[b]: https://a.kz\n\n| a |\n\n|---|\n");
	mend(&doc);
	assert_int_equal(doc.paragraphs.count, 5);
	assert_int_equal(doc.paragraphs.items[0].kind, PARAGRAPH_HEADING);
	assert_int_equal(doc.paragraphs.items[1].kind, PARAGRAPH_TEXT);
	assert_int_equal(doc.paragraphs.items[2].kind, PARAGRAPH_FURNITURE);
	assert_int_equal(doc.paragraphs.items[3].kind, PARAGRAPH_ROW);
	assert_int_equal(doc.paragraphs.items[4].kind, PARAGRAPH_FURNITURE);
	close_document(&doc, &words);
}

/* A row of what makes a naive reader of Markdown slow. */
static void hostile_text_is_read_in_time(void **state)
{
	static const char *const pieces[] = { "*a ", "a* ", "_a_b", "[", "]",
		"[a](", "![", "`", "``a", "\\", "<a@", "~~a", "a- ", "[a][",
		"*_a**", "](a.b)" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		struct strbuf text = STRBUF_INIT;
		struct document doc;
		struct words words;

		for (size_t k = 0; k < 20000; k++)
			strbuf_add_z(&text, pieces[i]);
		open_document(&doc, &words, text.data);
		mend(&doc);
		check_runs(&doc, &doc.paragraphs.items[0]);
		close_document(&doc, &words);
		strbuf_release(&text);
	}
}

static int open_mend(void **state)
{
	struct stage_context context = { .program = "test",
					 .knowledge = &test_knowledge };
	struct err err = ERR_INIT;

	return open_knowledge(state) < 0 ||
	       mend_stage.open(&mend_state, NULL, &context, &err) < 0;
}

static int close_mend(void **state)
{
	mend_stage.close(mend_state);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(texts) + COUNT_OF(origs) + 2];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[count++] = CASE(texts[i], mends);
	for (size_t i = 0; i < COUNT_OF(origs); i++)
		tests[count++] = CASE(origs[i], keeps_source);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(kinds_are_set);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		hostile_text_is_read_in_time);
	return _cmocka_run_group_tests("mend_texts", tests, count, open_mend,
				       close_mend);
}
