/* The catalogue of tables and the table of them in lexicons/README.md name the
 * same tables and columns. */
#include "cases.h"

#include "catalogue.h"
#include "table.h"

#include <stdio.h>

enum { ROWS_MAX = 128 };

static struct readme_row {
	char name[64], columns[128];
} readme[ROWS_MAX];
static size_t readme_count;

/* What stands between the next two backticks of *rest; false without any. */
static bool next_code(struct str *rest, struct str *code)
{
	struct str before;

	return str_split(rest, '`', &before) && rest->data &&
	       str_split(rest, '`', code) && rest->data;
}

/* "| `a.tsv`, `b.tsv` | `columns` | … |" */
static void read_line(struct str line)
{
	struct str names, columns, code, list = STR_NONE;

	if (!str_has_prefix(line, STR("| `")))
		return;
	str_split(&line, '|', &names);
	str_split(&line, '|', &names);
	str_split(&line, '|', &columns);
	if (str_find(names, STR(".tsv`"), 0) == names.len ||
	    !next_code(&columns, &list))
		return;
	while (next_code(&names, &code)) {
		struct readme_row *row = &readme[readme_count++];

		assert_true(readme_count < ROWS_MAX);
		snprintf(row->name, sizeof row->name, "%.*s", STR_ARGS(code));
		snprintf(row->columns, sizeof row->columns, "%.*s",
			 STR_ARGS(list));
	}
}

static int read_readme(void **state)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str text, line;

	(void)state;
	assert_int_equal(file_read(&text, &arena,
				   ESEP_SOURCE_DIR "/lexicons/README.md",
				   1 << 20, &err), 0);
	while (str_split(&text, '\n', &line))
		read_line(line);
	arena_release(&arena);
	return 0;
}

static void every_table_is_in_the_readme(void **state)
{
	(void)state;
	for (size_t i = 0; i < catalogue_count; i++) {
		size_t at = 0;

		while (at < readme_count &&
		       strcmp(readme[at].name, catalogue[i].name))
			at++;
		if (at == readme_count)
			fail_msg("lexicons/README.md lacks %s",
				 catalogue[i].name);
		assert_string_equal(readme[at].columns, catalogue[i].columns);
	}
}

static void every_table_of_the_readme_is_there(void **state)
{
	(void)state;
	assert_true(readme_count > 0);
	for (size_t at = 0; at < readme_count; at++) {
		size_t i = 0;

		while (i < catalogue_count &&
		       strcmp(readme[at].name, catalogue[i].name))
			i++;
		if (i == catalogue_count)
			fail_msg("the catalogue lacks %s", readme[at].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_is_in_the_readme),
		cmocka_unit_test(every_table_of_the_readme_is_there),
	};

	return cmocka_run_group_tests(tests, read_readme, NULL);
}
