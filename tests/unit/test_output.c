/* Rows as a table, as TSV, as JSON. */
#include "cases.h"

#include "output.h"
#include "output_table.h"

#include <stdio.h>
#include <stdlib.h>

static struct output_case {
	const char *name;
	enum output_format format;
	size_t width;
	bool colour;
	const char *word;         /* the cell `word` */
	const char *text;         /* the cell `text`, with the hit hit_start.. */
	size_t hit_start, hit_end;
	const char *expected;
} cases[] = {
	{ "TSV has blanks for what would part cells and rows", OUTPUT_TSV, 0,
	  false, "a\tb\\\r", "x\ny\"", 0, 0,
	  "word\tn\ttext\thits\na b\\ \t7\tx y\"\t\n" },
	{ "CSV quotes as RFC 4180 has it", OUTPUT_CSV, 0, false,
	  "a,\"b\"", "x\ny", 0, 1,
	  "word,n,text,hits\r\n\"a,\"\"b\"\"\",7,\"x\ny\",0:1\r\n" },
	{ "safe CSV marks formulas, not numbers", OUTPUT_CSV_SAFE, 0, false,
	  "=cmd", " -1", 0, 0,
	  "word,n,text,hits\r\n'=cmd,7,' -1,\r\n" },
	{ "TSV places hits in code points", OUTPUT_TSV, 0, false,
	  "а", "о цензуре", 3, 17,
	  "word\tn\ttext\thits\nа\t7\tо цензуре\t2:9\n" },
	{ "JSON escapes quotes, controls and bad bytes", OUTPUT_JSON, 0, false,
	  "a\"\\\x01", "\xff", 0, 0,
	  "[\n{\"word\":\"a\\\"\\\\\\u0001\",\"n\":7,\"text\":\"\xef\xbf\xbd\","
	  "\"hits\":[]}\n]\n" },
	{ "a table aligns by columns, not bytes", OUTPUT_TABLE, 0, false,
	  "цензура", "ok", 0, 2,
	  "word     n  text\nцензура  7  **ok**\n" },
	{ "colour on a terminal", OUTPUT_TABLE, 80, true,
	  "w", "an ox", 3, 5,
	  "\033[1mword  n  text\n\033[0mw     7  an \033[1;31mox\033[0m\n" },
	{ "long text is broken at blanks", OUTPUT_TABLE, 20, false,
	  "w", "one two three", 0, 0,
	  "word  n  text\nw     7  one two\n         three\n" },
	{ "a hit goes on in the next line", OUTPUT_TABLE, 20, true,
	  "w", "one two three", 4, 13,
	  "\033[1mword  n  text\n\033[0mw     7  one \033[1;31mtwo\033[0m\n"
	  "         \033[1;31mthree\033[0m\n" },
	{ "a terminal is not told to do anything", OUTPUT_TABLE, 80, false,
	  "\033[2J\xc2\x9b", "\xe2\x80\xae\x01", 0, 0,
	  "word   n  text\n\xef\xbf\xbd[2J\xef\xbf\xbd  7  "
	  "\xef\xbf\xbd\xef\xbf\xbd\n" },
};

static void prints(void **state)
{
	static const struct output_column columns[] = {
		{ "word", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "n", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "text", OUTPUT_HITS, SHOW_ALWAYS, NULL }
	};
	const struct output_case *row = *state;
	struct output_hit hit = { row->hit_start, row->hit_end };
	char *found = NULL;
	size_t len = 0;
	FILE *file = open_memstream(&found, &len);
	struct output_look look = { .format = row->format,
				    .width = row->width,
				    .colour = row->colour };
	struct output *out = output_new(file, &look);
	struct err err = ERR_INIT;

	assert_int_equal(output_columns(out, columns, COUNT_OF(columns), &err),
			 0);
	output_text(out, str_of(row->word));
	output_number(out, 7);
	output_hits(out, str_of(row->text), &hit, hit.end > hit.start);
	assert_int_equal(output_close(out, &err), 0);
	fclose(file);
	assert_string_equal(found, row->expected);
	free(found);
}

/* A table that goes on behind the rows it was laid out by is not lost. */
static void goes_on(void **state)
{
	static const struct output_column columns[] = { { "n", OUTPUT_NUMBER, SHOW_ALWAYS, NULL } };
	char *found = NULL;
	size_t len = 0, lines = 0;
	FILE *file = open_memstream(&found, &len);
	struct output_look look = { .format = OUTPUT_TABLE };
	struct output *out = output_new(file, &look);
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(output_columns(out, columns, COUNT_OF(columns), &err),
			 0);
	for (int64_t i = 0; i < 1234; i++)
		output_number(out, i);
	assert_int_equal(output_close(out, &err), 0);
	fclose(file);
	for (size_t i = 0; i < len; i++)
		lines += found[i] == '\n';
	assert_int_equal(lines, 1235);
	assert_string_equal(found + len - 6, "\n1233\n");
	free(found);
}

static void no_rows(void **state)
{
	static const struct output_column columns[] = { { "n", OUTPUT_NUMBER, SHOW_ALWAYS, NULL } };
	static const struct {
		enum output_format format;
		const char *expected;
	} rows[] = {
		{ OUTPUT_TABLE, "n\n" }, { OUTPUT_TSV, "n\n" },
		{ OUTPUT_CSV, "n\r\n" }, { OUTPUT_JSON, "[\n]\n" },
		{ OUTPUT_JSONL, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char *found = NULL;
		size_t len = 0;
		FILE *file = open_memstream(&found, &len);
		struct output_look look = { .format = rows[i].format };
		struct output *out = output_new(file, &look);
		struct err err = ERR_INIT;

		assert_int_equal(output_columns(out, columns,
						COUNT_OF(columns), &err), 0);
		assert_int_equal(output_close(out, &err), 0);
		fclose(file);
		assert_string_equal(found, rows[i].expected);
		free(found);
	}
}

static struct line_case {
	const char *name, *text;
	size_t width;
	const char *line, *rest;
} lines[] = {
	{ "fits", "one two", 7, "one two", "" },
	{ "breaks at a blank", "one two", 6, "one", "two" },
	{ "breaks behind a word that fits just", "one two", 3, "one", "two" },
	{ "breaks a word that is too long", "абвгд", 3, "абв", "гд" },
	{ "takes a mark with its letter", "abe\xcc\x81z", 3,
	  "abe\xcc\x81", "z" },
	{ "a wide letter in a narrow column", "中文", 1, "中", "文" },
	{ "no limit", "one two", 0, "one two", "" },
};

static void breaks(void **state)
{
	const struct line_case *row = *state;
	struct str rest = str_of(row->text);
	struct str line = output_table_line(&rest, row->width);

	assert_true(str_equal(line, str_of(row->line)));
	assert_true(str_equal(rest, str_of(row->rest)));
}

static void fits_width(void **state)
{
	size_t widths[] = { 4, 100, 30 }, narrow[] = { 9, 9, 9 };

	(void)state;
	output_table_fit(widths, COUNT_OF(widths), 60);
	assert_int_equal(widths[0], 4);
	assert_int_equal(widths[0] + widths[1] + widths[2] + 4, 60);
	assert_true(widths[1] <= widths[2] + 1 && widths[2] <= widths[1] + 1);
	output_table_fit(narrow, COUNT_OF(narrow), 10);
	assert_int_equal(narrow[2], 8);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(lines) + 3];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], prints);
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		tests[count++] = CASE(lines[i], breaks);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(goes_on);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(no_rows);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(fits_width);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
