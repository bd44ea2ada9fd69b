/* Tables: the rows come out, and a fault names its file and line. */
#include "cases.h"

#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct table_case {
	const char *name, *bytes, *needed, *message; /* message without path */
} faults[] = {
	{ "too few columns", "a\tb\n1\t2\n1\n", "a",
	  ":3: expected 2 columns, found 1" },
	{ "a column is missing", "a\tb\n1\t2\n", "a c",
	  ":1: the column 'c' is missing (needed: a c)" },
	{ "a column stands twice", "a\ta\n", "a", ":1: column 'a' stands twice" },
	{ "invalid UTF-8", "a\n\xff\n", "a",
	  ":2: byte 2 of the file is not valid UTF-8" },
	{ "commas", "a,b\n1,2\n", "a",
	  ":1: the column 'a' is missing (needed: a); columns are parted by "
	  "tabs, not by commas" },
	{ "semicolons", "a;b, c\n", "a",
	  ":1: the column 'a' is missing (needed: a); columns are parted by "
	  "tabs, not by semicolons" },
	{ "an empty file", "", "a",
	  ":1: the column 'a' is missing (needed: a)" },
};

static void make_file(char *path, const char *bytes)
{
	int file;

	strcpy(path, "/tmp/esep-table-XXXXXX");
	file = mkstemp(path);
	assert_true(file >= 0);
	assert_int_equal(write(file, bytes, strlen(bytes)),
			 (ssize_t)strlen(bytes));
	close(file);
}

static void fault_is_named(void **state)
{
	const struct table_case *one = *state;
	struct err err = ERR_INIT;
	struct table table;
	char path[64];

	make_file(path, one->bytes);
	assert_true(table_load(&table, path, one->needed, &err) < 0);
	assert_string_equal(err.text + strlen(path), one->message);
	unlink(path);
}

static void rows_come_out(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	char path[64];

	(void)state;
	make_file(path, "\xef\xbb\xbfid\tname\r\na\t\r\n\r\nb\tБ");
	assert_int_equal(table_load(&table, path, "name id", &err), 0);
	assert_int_equal(table.row_count, 2);
	assert_true(str_equal(table_cell(&table, 0, 0), STR("a")));
	assert_int_equal(table_cell(&table, 0, 1).len, 0);
	assert_true(str_equal(table_cell(&table, 1,
					 table_column(&table, "name")),
			      STR("Б")));
	assert_int_equal(table.lines.items[1], 4);
	assert_int_equal(table_column(&table, "none"), -1);
	assert_int_equal(table_cell(&table, 1, -1).len, 0);
	table_release(&table);
	unlink(path);
}

static void missing_file_is_missing(void **state)
{
	struct err err = ERR_INIT;
	struct table table;

	(void)state;
	assert_int_equal(table_load(&table, "/nowhere/x.tsv", "a", &err),
			 ERR_MISSING);
	assert_string_equal(err.text,
			    "/nowhere/x.tsv: No such file or directory");
}

static void tell_odd(void *data, const struct table *table, struct str line,
		      const struct err *err)
{
	(void)table;
	strbuf_addf(data, "%.*s %s;", STR_ARGS(line), strchr(err->text, ':'));
}

static void odd_rows_are_told(void **state)
{
	struct strbuf told = STRBUF_INIT;
	struct table_odd odd = { tell_odd, &told };
	struct err err = ERR_INIT;
	struct table table;
	char path[64];

	(void)state;
	make_file(path, "a\tb\n1\n2\t3\n4\t5\t6\n7\t8\n");
	assert_int_equal(table_load_told(&table, path, "a", &odd, &err), 0);
	unlink(path);
	assert_string_equal(told.data,
			    "1 :2: expected 2 columns, found 1;"
			    "4\t5\t6 :4: expected 2 columns, found 3;");
	assert_int_equal(table.row_count, 2);
	assert_true(str_equal(table_named_cell(&table, 1, "b"), STR("8")));
	assert_int_equal(table.lines.items[1], 5);
	table_release(&table);
	strbuf_release(&told);
}

int main(void)
{
	struct CMUnitTest tests[16];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(faults); i++)
		tests[count++] = CASE(faults[i], fault_is_named);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(rows_come_out);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		missing_file_is_missing);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(odd_rows_are_told);
	return _cmocka_run_group_tests("table", tests, count, NULL, NULL);
}
