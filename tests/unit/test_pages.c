/* Documents made to take long: each would take minutes or more if some step
 * took the square of a size, and is ended by the clock then. */
#include "cases.h"

#include "blocks.h"
#include "boxes.h"
#include "bullets.h"
#include "columns.h"
#include "page_furniture.h"
#include "page_margins.h"
#include "paragraphs.h"

#include <stdio.h>

enum { SECONDS_MAX = 20, MAX = 64 << 20, PIECE = 64 << 10 };

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

static struct boxes_case {
	const char *name;
	void (*fill)(struct strbuf *out);
	size_t paragraphs;
} boxes_cases[] = {
	{ "words as large as their page", words_as_large_as_their_page, 1 },
	{ "pages that hold a number alone", pages_that_hold_a_number_alone,
	  200000 },
};

static void read_boxes(struct pages *pages, struct str text)
{
	struct boxes *boxes = boxes_new(pages);
	struct err err = ERR_INIT;

	for (size_t at = 0; at < text.len; at += PIECE) { /* as from a pipe */
		size_t end = at + PIECE < text.len ? at + PIECE : text.len;

		assert_int_equal(boxes_take(boxes, str_slice(text, at, end),
					    &err), 0);
	}
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
	limit_cpu(SECONDS_MAX);
	read_boxes(&pages, strbuf_view(&text));
	pages_measure(&pages);
	page_margins_mark(&pages);
	page_furniture_mark(&pages);
	columns_order(&pages);
	bullets_find(&pages);
	blocks_build(&pages, &builder);
	assert_int_equal(builder_finish(&builder, &err), 0);
	limit_cpu(0);
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
	limit_cpu(SECONDS_MAX);
	paragraphs_find(&doc);
	limit_cpu(0);
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
