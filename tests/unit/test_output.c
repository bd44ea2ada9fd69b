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
	{ "Markdown shows its marks, a hit is bold", OUTPUT_MD, 0, false,
	  "a|b\\*_<i>", "[x](y)\nan ox\x1b", 10, 12,
	  "| word | n | text |\n| --- | ---: | --- |\n"
	  "| a\\|b\\\\\\*\\_\\<i\\> | 7 | \\[x\\](y) an **ox**\xef\xbf\xbd"
	  " |\n" },
	{ "a hit that ends in punctuation is bold in Markdown", OUTPUT_MD, 0,
	  false, "w", "ox. an", 0, 3,
	  "| word | n | text |\n| --- | ---: | --- |\n"
	  "| w | 7 | <b>ox.</b> an |\n" },
	{ "a table aligns by columns, not bytes", OUTPUT_TABLE, 0, false,
	  "цензура", "ok", 0, 2,
	  "word     n  text\nцензура  7  **ok**\n" },
	{ "colour on a terminal", OUTPUT_TABLE, 80, true,
	  "w", "an ox", 3, 5,
	  "\033[1mword\033[0m  \033[1mn\033[0m  \033[1mtext\033[0m\n"
	  "w     7  an \033[1;31mox\033[0m\n" },
	{ "long text is broken at blanks", OUTPUT_TABLE, 20, false,
	  "w", "one two three", 0, 0,
	  "word  n  text\nw     7  one two\n         three\n" },
	{ "a hit goes on in the next line", OUTPUT_TABLE, 20, true,
	  "w", "one two three", 4, 13,
	  "\033[1mword\033[0m  \033[1mn\033[0m  \033[1mtext\033[0m\n"
	  "w     7  one \033[1;31mtwo\033[0m\n"
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

static struct output *open_output(FILE *file, const struct output_look *look,
				  const struct output_column *column)
{
	struct output *out = output_new(file, look);
	struct err err = ERR_INIT;

	assert_int_equal(output_columns(out, column, 1, &err), 0);
	return out;
}

/* A page obeys nothing that a report says. */
static void shows_page(void **state)
{
	static const struct output_column column = { "text", OUTPUT_HITS,
						     SHOW_ALWAYS, NULL };
	static const char text[] = "<script>\x1b\xe2\x80\xae\"&";
	struct output_look look = { .format = OUTPUT_HTML, .title = "x<y" };
	struct output_hit hit = { 1, 7 };
	char *found = NULL;
	size_t len = 0;
	FILE *file = open_memstream(&found, &len);
	struct output *out = open_output(file, &look, &column);
	struct err err = ERR_INIT;

	(void)state;
	output_hits(out, STR(text), &hit, 1);
	assert_int_equal(output_close(out, &err), 0);
	fclose(file);
	assert_non_null(strstr(found, "<title>esep x&lt;y</title>"));
	assert_non_null(strstr(found, "<td dir=\"auto\">&lt;"
			       "<mark>script</mark>&gt;\xef\xbf\xbd\xef\xbf\xbd"
			       "&quot;&amp;</td>"));
	free(found);
}

/* What a cell or sheet cannot hold is an error that names its place, and no
 * workbook is written. */
static void fits_no_cell(void **state)
{
	static const struct output_column column = { "word", OUTPUT_TEXT,
						     SHOW_ALWAYS, NULL };
	enum { PLACES = 16384 }; /* a letter of two UTF-16 units in each */
	struct output_look look = { .format = OUTPUT_XLSX };
	struct strbuf text = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i + 1 < PLACES; i++)
		strbuf_add_z(&text, "\xf0\x9f\x98\x80");
	for (int more = 0; more < 2; more++) {
		char *found = NULL;
		size_t len = 0;
		FILE *file = open_memstream(&found, &len);
		struct output *out = open_output(file, &look, &column);
		struct err err = ERR_INIT;

		strbuf_add_z(&text, more ? "\xf0\x9f\x98\x80" : "");
		output_text(out, STR("a"));
		output_text(out, strbuf_view(&text));
		assert_int_equal(output_close(out, &err),
				 more ? ERR_LIMIT : 0);
		fclose(file);
		assert_true(more ? len == 0 : !memcmp(found, "PK", 2));
		assert_true(!more || strstr(err.text, "row 2, column 'word': "
					    "the text has 32768 characters"));
		free(found);
	}
	strbuf_release(&text);
}

static void no_bom(void **state)
{
	static const struct output_column column = { "n", OUTPUT_NUMBER,
						     SHOW_ALWAYS, NULL };
	struct output_look look = { .format = OUTPUT_JSON, .bom = true };
	struct output *out;
	struct err err = ERR_INIT;
	char *found = NULL;
	size_t len = 0;
	FILE *file = open_memstream(&found, &len);

	(void)state;
	out = output_new(file, &look);
	assert_int_equal(output_columns(out, &column, 1, &err), ERR_USAGE);
	assert_int_equal(output_close(out, &err), ERR_USAGE);
	fclose(file);
	assert_int_equal(len, 0); /* an error is no empty array */
	free(found);
}

enum { TABLE_ROWS = 3 };

static const struct output_column table_columns_of[] = {
	{ "id", OUTPUT_IDS, SHOW_ALWAYS, NULL },
	{ "n", OUTPUT_NUMBER, SHOW_ALWAYS, "number" },
	{ "note", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "text", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "asked", OUTPUT_TEXT, SHOW_ASKED, NULL },
};

static struct table_case {
	const char *name;
	size_t width, height;
	bool colour;
	const char *columns;
	const char *rows[TABLE_ROWS][COUNT_OF(table_columns_of)];
	const char *expected;
} tables[] = {
	{ "numbers stand at the right, wide letters take two columns",
	  30, 0, false, NULL,
	  { { "a", "5", "", "x", "" }, { "中文", "12", "", "y", "" } },
	  "id    number  text\n"
	  "a          5  x\n"
	  "中文      12  y\n" },
	{ "what is the same in all rows is told once, what is empty is not",
	  30, 0, false, NULL,
	  { { "a", "5", "", "", "" }, { "a", "12", "", "", "" } },
	  "id: a\n\nnumber\n     5\n    12\n" },
	{ "one row has nothing in common with others", 30, 0, false, NULL,
	  { { "a", "5", "", "", "" } },
	  "id  number\na        5\n" },
	{ "rows that are all the same are rows", 30, 0, false, NULL,
	  { { "a", "5", "", "", "" }, { "a", "5", "", "", "" } },
	  "id  number\na        5\na        5\n" },
	{ "columns that were asked for are there, in their order",
	  40, 0, false, "asked,n,id,note",
	  { { "a", "5", "", "x", "" }, { "a", "6", "", "y", "" } },
	  "asked  n  id  note\n"
	  "       5  a\n"
	  "       6  a\n" },
	{ "a column that may be left out, where there is room",
	  26, 0, false, NULL,
	  { { "a", "5", "long", "x", "" }, { "b", "6", "short", "y", "" } },
	  "id  number  note   text\n"
	  "a        5  long   x\n"
	  "b        6  short  y\n" },
	{ "and where there is none", 20, 0, false, NULL,
	  { { "a", "5", "long", "x", "" }, { "b", "6", "short", "y", "" } },
	  "id  number  text\n"
	  "a        5  x\n"
	  "b        6  y\n" },
	{ "a block a row where an id would be broken", 24, 0, false, NULL,
	  { { "a_long_id", "5", "", "one two three four five", "" },
	    { "b", "", "", "six", "" } },
	  "id: a_long_id  number: 5\n"
	  "  text: one two three\n"
	  "  four five\n"
	  "id: b  text: six\n" },
	{ "labels are dim, text goes on in its line", 14, 0, true, NULL,
	  { { "long_id", "5", "", "one two three", "" },
	    { "b", "6", "", "six", "" } },
	  "\033[2mid:\033[0m long_id\n"
	  "  \033[2mnumber:\033[0m 5\n"
	  "  \033[2mtext:\033[0m one\n"
	  "  two three\n"
	  "\033[2mid:\033[0m b\n"
	  "  \033[2mnumber:\033[0m 6\n"
	  "  \033[2mtext:\033[0m six\n" },
	{ "ids are dim", 30, 0, true, "id",
	  { { "a", "5", "", "", "" } },
	  "\033[1mid\033[0m\n\033[2ma\033[0m\n" },
	{ "a page ends before a row that does not fit", 12, 4, false, "n,text",
	  { { "a", "5", "", "one two", "" },
	    { "b", "6", "", "one two three", "" } },
	  "n  text\n"
	  "5  one two\n"
	  "\n"
	  "n  text\n"
	  "6  one two\n"
	  "   three\n" },
	{ "no rows: what there would be", 20, 0, false, NULL, { { NULL } },
	  "id  number  text\n" },
};

static void print_table_row(struct output *out, const char *const *row)
{
	for (size_t i = 0; i < COUNT_OF(table_columns_of); i++) {
		uint64_t number;

		if (i == 1 && str_number(str_of(row[i]), 1000, &number))
			output_number(out, (int64_t)number);
		else if (i == 0)
			output_split(out, str_of(row[i]), ';');
		else
			output_text(out, str_of(row[i]));
	}
}

static void lays_out(void **state)
{
	const struct table_case *table = *state;
	char *found = NULL;
	size_t len = 0;
	FILE *file = open_memstream(&found, &len);
	struct output_look look = { .format = OUTPUT_TABLE,
				    .width = table->width,
				    .height = table->height,
				    .colour = table->colour,
				    .columns = table->columns };
	struct output *out = output_new(file, &look);
	struct err err = ERR_INIT;

	assert_int_equal(output_columns(out, table_columns_of,
					COUNT_OF(table_columns_of), &err), 0);
	for (size_t i = 0; i < TABLE_ROWS && table->rows[i][0]; i++)
		print_table_row(out, table->rows[i]);
	assert_int_equal(output_close(out, &err), 0);
	fclose(file);
	assert_string_equal(found, table->expected);
	free(found);
}

/* A table that goes on behind the rows it was laid out by loses nothing: rows
 * that do not suit it are laid out anew. */
static void goes_on(void **state)
{
	static const struct output_column columns[] = {
		{ "n", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "late", OUTPUT_TEXT, SHOW_ALWAYS, NULL }
	};
	char *found = NULL;
	size_t len = 0, lines = 0;
	FILE *file = open_memstream(&found, &len);
	struct output_look look = { .format = OUTPUT_TABLE, .width = 20 };
	struct output *out = output_new(file, &look);
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(output_columns(out, columns, COUNT_OF(columns), &err),
			 0);
	for (int64_t i = 0; i < 1700; i++) {
		output_number(out, 1000 + i);
		output_text(out, i == 1200 ? STR("x") : STR_NONE);
	}
	assert_int_equal(output_close(out, &err), 0);
	fclose(file);
	for (size_t i = 0; i < len; i++)
		lines += found[i] == '\n';
	assert_int_equal(lines, 1700 + 1 + 2);
	assert_non_null(strstr(found, "1999\n\n   n  late\n2000\n"));
	assert_non_null(strstr(found, "\n2200  x\n2201\n"));
	assert_string_equal(found + len - 6, "\n2699\n");
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

/* A message that quotes a report or a user does not steer a terminal either. */
static void messages_are_shown(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	err_set(&err, ERR_FORMAT, "a\033[2J\tқ\xc2\x9b\xe2\x80\xae|\xe2\x81\xa6"
		"|\xff|\xef\xbf\xbd");
	assert_string_equal(err.text, "a?[2J?қ??|?|?|\xef\xbf\xbd");
	err_set(&err, ERR_FORMAT, "%*s%s", ERR_TEXT_SIZE - 3, "", "x中");
	assert_int_equal(strlen(err.text), ERR_TEXT_SIZE - 2);
	assert_int_equal(err.text[ERR_TEXT_SIZE - 3], 'x');
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
	{ "an emoji of several is one", "a👩\u200d🔬b", 3, "a", "👩\u200d🔬b" },
	{ "a letter and its marks are one", "abқ\u0301\u0323z", 3,
	  "abқ\u0301\u0323", "z" },
	{ "a blank of no width takes none", "ab\u200bc d", 3, "ab\u200bc",
	  "d" },
	{ "takes a mark with its letter", "abe\xcc\x81z", 3,
	  "abe\xcc\x81", "z" },
	{ "a wide letter in a narrow column", "中文", 1, "中", "文" },
	{ "no limit", "one two", 0, "one two", "" },
};

static void breaks(void **state)
{
	const struct line_case *row = *state;
	struct str rest = str_of(row->text);
	struct str line = table_line(&rest, row->width);

	assert_true(str_equal(line, str_of(row->line)));
	assert_true(str_equal(rest, str_of(row->rest)));
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(lines) +
				COUNT_OF(tables) + 6];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], prints);
	for (size_t i = 0; i < COUNT_OF(tables); i++)
		tests[count++] = CASE(tables[i], lays_out);
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		tests[count++] = CASE(lines[i], breaks);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(goes_on);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(no_rows);
	tests[count++] =
		(struct CMUnitTest)cmocka_unit_test(messages_are_shown);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(shows_page);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(fits_no_cell);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(no_bom);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
