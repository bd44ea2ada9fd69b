#include "lexicons_main.h"

#include "catalogue.h"
#include "interned.h"
#include "lexicon_check.h"
#include "loaders.h"
#include "output.h"

struct lexicons_settings {
	bool check;
	const char *format;
};

static const struct program_option options[] = {
	{ 0, "check", OPT_FLAG, offsetof(struct lexicons_settings, check), NULL,
	  "check the tables instead, and tell what is wrong",
	  VALUE_ANY, NULL },
	{ 0, "format", OPT_STRING, offsetof(struct lexicons_settings, format),
	  "FORMAT",
	  "print a table (default on a terminal), tsv (default elsewhere), "
	  "csv, json or another format of queries",
	  VALUE_FORMAT, NULL },
	{ .name = NULL }
};

const struct program lexicons_program = {
	.name = "lexicons",
	.summary = "list the tables of the lexicons, or check them",
	.is_command = true,
	.group = GROUP_ORDER,
	.arguments = "[DIR]",
	.description =
"Print a row for every table that lexicons are made of: its name below their folder, its columns, how many rows it has, and whether it is needed. A table that may be missing and is not there has no number of rows; CODE stands for the code of a language, * for any name. DIR is the folder; without it, the one in use: that of ESEP_LEXICONS, else the one beside the program.\n"
"\n"
"With --check, run every loader of every stage over the tables and print a line, FILE:LINE: FAULT, for all that is wrong: tables that are missing or do not load, rows that a loader refuses, rows and columns and files that nobody reads and so have no effect, rows that stand twice or out of their order, cells that are not in NFC, ids and codes of countries that are none, ids that have a row in one table and lack it in the other. Rows that nobody reads are told once no loader fails. The exit status is then 0 when all is well, 1 when something is wrong, and 2 when the command line was wrong.",
	.examples =
"  esep lexicons --check my-lexicons/\n"
"      see whether tables that were changed are in order\n"
"  esep lexicons --format tsv | grep '^kk/'\n"
"      the tables of one language\n",
	.options = options,
	.settings_size = sizeof(struct lexicons_settings),
};

/* Loaders run more than once, and what one says may be said again. */
static void tell(void *data, const struct err *err)
{
	struct interned *told = data;
	size_t before = told->list.count;

	interned_add(told, str_of(err->text));
	if (told->list.count > before)
		puts(err->text);
}

static int check(struct lexicons *lexicons, const struct lexicon_files *files)
{
	struct interned told;
	struct table_critic critic = { tell, &told };
	size_t before;
	bool ready, any;

	interned_init(&told);
	before = told.list.count;
	lexicons_check(lexicons, &critic);
	ready = loaders_run(lexicons, &critic);
	lexicon_check(lexicons, files, ready, &critic);
	any = told.list.count > before;
	interned_release(&told);
	return any;
}

static void print_row(struct output *out, const struct catalogue_table *row,
		      struct str name, const struct table *table)
{
	output_text(out, name);
	output_text(out, str_of(row->columns));
	if (table)
		output_number(out, (int64_t)table->row_count);
	else
		output_text(out, STR_NONE);
	output_text(out, row->flags & TABLE_OPTIONAL ? STR("no") : STR("yes"));
}

/* The tables of a row of the catalogue, or the row where there are none. */
static int print_tables(struct output *out, const struct catalogue_table *row,
			struct lexicons *lexicons,
			const struct lexicon_files *files, struct err *err)
{
	size_t found = 0;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < files->names.count; i++) {
		struct str name = files->names.items[i];
		struct table *table;

		if (catalogue_find(name) != row)
			continue;
		rc = lexicons_table(lexicons, name.data, &table, err);
		if (rc == 0)
			print_row(out, row, name, table);
		found++;
	}
	if (found == 0)
		print_row(out, row, str_of(row->name), NULL);
	return rc;
}

static int list(struct lexicons *lexicons, const struct lexicon_files *files,
		const char *format, struct err *err)
{
	static const struct output_column columns[] = {
		{ "table", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "columns", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "rows", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, { "needed", OUTPUT_TEXT, SHOW_ALWAYS, NULL }
	};
	struct output_look look = { .format = OUTPUT_TSV };
	struct output *out;
	int rc = output_suit(&look, stdout, format, NULL, err), closed;

	if (rc < 0)
		return rc;
	out = output_new(stdout, &look);
	rc = output_columns(out, columns, COUNT_OF(columns), err);
	for (size_t i = 0; rc == 0 && i < catalogue_count; i++)
		rc = print_tables(out, &catalogue[i], lexicons, files, err);
	closed = output_close(out, rc == 0 ? err : NULL);
	return rc < 0 ? rc : closed;
}

/* Returns 1 where something was told, else an error code or 0. */
static int run_with(const struct lexicons_settings *settings,
		    const struct strings *arguments, struct err *err)
{
	struct lexicon_files files = { .arena = ARENA_INIT };
	struct lexicons *lexicons;
	int rc;

	if (arguments->count > 1)
		return err_set(err, ERR_USAGE, "name one folder");
	rc = lexicons_open(&lexicons,
			   arguments->count > 0 ? arguments->items[0] : NULL,
			   err);
	if (rc < 0)
		return rc;
	rc = lexicon_files_find(&files, lexicons_folder(lexicons), err);
	if (rc == 0)
		rc = settings->check
			? check(lexicons, &files)
			: list(lexicons, &files, settings->format, err);
	lexicon_files_release(&files);
	lexicons_close(lexicons);
	if (rc >= 0 && program_check_stdout(err) < 0)
		return ERR_SYSTEM;
	return rc;
}

int lexicons_main(int argc, char **argv)
{
	struct lexicons_settings settings = { .check = false };
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	int rc = program_parse(&lexicons_program, argc, argv, &settings,
			       &arguments, &err);

	if (rc == 0)
		rc = run_with(&settings, &arguments, &err);
	else if (rc == 1)
		rc = program_check_stdout(&err);
	if (rc < 0)
		program_complain(&lexicons_program, &err);
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep lexicons --help'\n");
	LIST_RELEASE(&arguments);
	return rc > 0 ? EXIT_FAILED : program_exit_status(rc);
}
