/* Short texts through all stages and into a database: whatever the script, at
 * every length and with every alignment. */
#include "cases.h"

#include "whole_chain.h"

enum { LENGTHS = 64, ALIGNMENTS = 16 };

static struct whole whole;

/* Scripts that meet inside words and at the end, letters of one to four
 * bytes; each is longer than LENGTHS. */
static struct text_case { const char *name, *text; } texts[] = {
	{ "Kazakh behind digits and Latin",
	  "100жылдықтың Qазақстандық Ол суретті көрдім Instagramдағы." },
	{ "Russian with addresses",
	  "Сайт Orda.kzға кірді, см. https://қазақ.рф/бет?а=б и №5." },
	{ "English with marks",
	  "“Café” in Zürich’s naïve e\u0301lite — cost €1 234.5m… (Łódź)." },
	{ "Chinese", "人民日报指出，《新闻》记者被捕。Газета 人民日报 и ББ 报报 сообщили." },
	{ "Arabic and Hebrew",
	  "قال الصحفي «محمد» في 2024: حرية الصحافة. שלום עולם ды." },
	{ "pictures and joiners",
	  "да 🤷‍♀️🔥! Ол👨‍👩‍👧‍👦дің үйі 🇰🇿🇰🇿 ок😀😀ой 𝒜𝒷𝒸 𐐷𐐷 конец." },
	{ "combining marks",
	  "за\u0301мок И\u0306о\u0301д қ\u0327 z\u0335\u0336\u0337algo "
	  "\u1112\u1161\u11ab\u1100\u1173\u11af а\u0483\u0488 ый." },
	{ "names and dates",
	  "12 қаңтарда Гүлнар Бажкенова «Orda.kz»-ке 350 000 тг төледі, 15%." },
};

/* The file's own memory, so that a look behind it is seen. */
static void check(struct str text)
{
	struct strbuf exact = STRBUF_INIT;
	const char *fault;

	exact.data = memory_get(text.len);
	memcpy(exact.data, text.data, text.len);
	fault = whole_check(&whole, (struct str){ exact.data, text.len });
	if (fault)
		fail_msg("%s: %s\n%.*s", fault, whole.err.text,
			 STR_ARGS(text));
	free(exact.data);
}

static void holds(void **state)
{
	const struct text_case *one = *state;
	struct str text = str_of(one->text);
	struct strbuf buf = STRBUF_INIT;
	size_t end = 0;

	for (size_t chars = 1; chars <= LENGTHS && end < text.len; chars++) {
		utf8_next(text, &end);
		check(str_slice(text, 0, end));
	}
	for (size_t i = 0; i < ALIGNMENTS; i++) {
		strbuf_clear(&buf);
		for (size_t k = 0; k < i; k++)
			strbuf_add_char(&buf, 'a');
		strbuf_add(&buf, text);
		check(strbuf_view(&buf));
	}
	strbuf_release(&buf);
}

static int open_whole(void **state)
{
	(void)state;
	if (whole_open(&whole) == 0)
		return 0;
	print_error("%s\n", whole.err.text);
	return -1;
}

static int close_whole(void **state)
{
	(void)state;
	whole_close(&whole);
	return 0;
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(texts)];

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		tests[i] = CASE(texts[i], holds);
	return cmocka_run_group_tests(tests, open_whole, close_whole);
}
