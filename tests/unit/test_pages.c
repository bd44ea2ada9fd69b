/* Documents made to take long, or to break a limit: each would take minutes or
 * more if some step took the square of a size, and is ended by the clock
 * then. */
#include "cases.h"

#include "read/blocks.h"
#include "read/paragraphs.h"

#include <stdio.h>
#include <unistd.h>

enum { SECONDS_MAX = 20, MAX = 64 << 20 };

static void add_page(struct strbuf *out, int width, int height)
{
	strbuf_addf(out, "<page width=\"%d\" height=\"%d\">", width, height);
}

static void add_word(struct strbuf *out, int x, int y, int width, int height,
		     const char *text)
{
	strbuf_addf(out, "<line><word xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" "
			 "yMax=\"%d\">%s</word></line>",
		    x, y, x + width, y + height, text);
}

static void words_as_large_as_their_page(struct strbuf *out)
{
	add_page(out, 4096, 4096);
	for (int i = 0; i < 16000; i++)
		add_word(out, i % 7, i % 5, 4080, 4080, "word");
	strbuf_add_z(out, "</page>");
}

static void pages_that_hold_a_number_alone(struct strbuf *out)
{
	for (int i = 0; i < 200000; i++) {
		char number[16];

		snprintf(number, sizeof number, "%d", i);
		add_page(out, 600, 800);
		add_word(out, 300, 780, 10, 10, number);
		strbuf_add_z(out, "</page>");
	}
}

/* A line that spans the columns, of small letters and a tall one, so that its
 * base line lies above its middle. */
static void a_line_with_a_base_above_its_middle(struct strbuf *out)
{
	add_page(out, 600, 800);
	for (int i = 0; i < 20; i++) {
		add_word(out, 20, 300 + 14 * i, 250, 10, "leftleftleftleft");
		add_word(out, 320, 300 + 14 * i, 250, 10, "rightrightright");
	}
	strbuf_add_z(out, "<line><word xMin=\"20\" yMin=\"100\" xMax=\"400\" "
			  "yMax=\"110\">span</word><word xMin=\"402\" "
			  "yMin=\"100\" xMax=\"570\" yMax=\"290\">A</word>"
			  "</line></page>");
}

/* Behind which the rest must not be lost. */
static void a_word_of_eleven_million_letters(struct strbuf *out)
{
	struct strbuf word = STRBUF_INIT;

	for (int i = 0; i < 11000000; i++)
		strbuf_add_char(&word, 'x');
	add_page(out, 600, 800);
	add_word(out, 10, 10, 40, 10, word.data);
	add_word(out, 10, 90, 40, 30, "last");
	strbuf_add_z(out, "</page>");
	strbuf_release(&word);
}

static struct boxes_case {
	const char *name;
	void (*fill)(struct strbuf *out);
	size_t paragraphs;
} boxes_cases[] = {
	{ "words as large as their page", words_as_large_as_their_page, 1 },
	{ "pages that hold a number alone", pages_that_hold_a_number_alone,
	  200000 },
	{ "a line with a base above its middle",
	  a_line_with_a_base_above_its_middle, 1 },
	{ "a word of eleven million letters", a_word_of_eleven_million_letters,
	  2 },
};

static void read_boxes(struct pages *pages, struct str text)
{
	struct boxes *boxes = boxes_new(pages);
	struct err err = ERR_INIT;

	assert_int_equal(boxes_take(boxes, text, &err), 0);
	assert_int_equal(boxes_end(boxes, &err), 0);
	boxes_free(boxes);
}

static void ends_soon(void **state)
{
	const struct boxes_case *one = *state;
	struct pages pages = { .size = 0 };
	struct strbuf text = STRBUF_INIT;
	struct words words;
	struct document doc;
	struct builder builder;
	struct err err = ERR_INIT;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	builder_init(&builder, &doc, MAX);
	strbuf_add_z(&text, "<doc>");
	one->fill(&text);
	strbuf_add_z(&text, "</doc>");
	alarm(SECONDS_MAX);
	read_boxes(&pages, strbuf_view(&text));
	pages_measure(&pages);
	pages_furniture(&pages);
	pages_order(&pages);
	blocks_build(&pages, &builder);
	assert_int_equal(builder_finish(&builder, &err), 0);
	alarm(0);
	assert_true(doc.paragraphs.count >= one->paragraphs);
	pages_release(&pages);
	document_release(&doc);
	words_release(&words);
	strbuf_release(&text);
}

static void reads_a_line_of_blanks_once(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct words words;
	struct document doc;

	(void)state;
	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	for (int i = 0; i < 4 << 20; i++)
		strbuf_add_char(&text, ' ');
	for (int i = 0; i < 1 << 20; i++)
		strbuf_add_z(&text, "a\n");
	doc.source_text = strbuf_view(&text);
	alarm(SECONDS_MAX);
	paragraphs_find(&doc);
	alarm(0);
	assert_int_equal(doc.paragraphs.count, 1);
	document_release(&doc);
	words_release(&words);
	strbuf_release(&text);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(boxes_cases) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(boxes_cases); i++)
		tests[count++] = CASE(boxes_cases[i], ends_soon);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		reads_a_line_of_blanks_once);
	return _cmocka_run_group_tests("pages", tests, count, NULL, NULL);
}
