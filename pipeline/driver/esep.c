/* The driver: `esep run`, every stage and query under one name, and help. */
#include "lexicons_main.h"
#include "merge_main.h"
#include "optimize_main.h"
#include "programs.h"
#include "remove_main.h"
#include "run.h"

static const struct program driver_row = {
	.name = "",
	.summary = "read reports as data",
	.arguments = "COMMAND [ARGUMENT…]",
	.description =
"esep turns a folder of reports in English, Russian and Kazakh into one SQLite database that answers: what was said, about whom, under which law, when, and how that changed from year to year. Every command is a program of its own too: 'esep tag' is esep-tag.",
	.examples =
"  esep run -o corpus.db reports/\n"
"  esep search corpus.db censorship\n"
"  esep timeline corpus.db --type detention\n"
"  esep help timeline\n",
};

/* The commands that are neither a stage nor a query, but for `run`. */
static const struct command {
	const struct program *program;
	int (*main)(int argc, char **argv);
} commands[] = {
	{ &merge_row, merge_main },
	{ &remove_row, remove_main },
	{ &optimize_row, optimize_main },
	{ &lexicons_program, lexicons_main },
};

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		if (!strcmp(commands[i].program->name, name))
			return &commands[i];
	return NULL;
}

static void print_row(const struct program *program, bool markdown)
{
	if (markdown)
		printf("| `esep %s` | %s |\n", program->name,
		       program->summary);
	else
		printf("  %-10s %s\n", program->name, program->summary);
}

static void print_commands(bool markdown)
{
	struct program run;

	run_program(&run);
	if (markdown)
		puts("| command | what it does |\n|---|---|");
	print_row(&run, markdown);
	program_release(&run);
	for (size_t i = 0; all_stages[i]; i++)
		print_row(&all_stages[i]->program, markdown);
	for (size_t i = 0; all_queries[i]; i++)
		print_row(&all_queries[i]->program, markdown);
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		print_row(commands[i].program, markdown);
}

static void print_help(void)
{
	program_print_help(&driver_row, stdout);
	puts("\ncommands:");
	print_commands(false);
}

static int run_named(const char *name, int argc, char **argv)
{
	const struct stage *stage = find_stage(name);
	const struct query *query = find_query(name);
	const struct command *command = find_command(name);

	if (!strcmp(name, "run"))
		return run_main(argc, argv);
	if (command)
		return command->main(argc, argv);
	if (stage)
		return stage_main(stage, argc, argv);
	if (query)
		return query_main(query, argc, argv);
	fprintf(stderr, "esep: there is no command '%s'\ntry 'esep help'\n",
		name);
	return EXIT_USAGE;
}

static int help(int argc, char **argv)
{
	char *arguments[] = { NULL, "--help", NULL };

	if (argc > 1 && !strcmp(argv[1], "--markdown")) {
		print_commands(true);
		return EXIT_DONE;
	}
	if (argc > 1) {
		arguments[0] = argv[1];
		return run_named(argv[1], 2, arguments);
	}
	print_help();
	return EXIT_DONE;
}

static int finish(int status)
{
	struct err err = ERR_INIT;

	if (program_check_stdout(&err) == 0)
		return status;
	program_complain(&driver_row, &err);
	return EXIT_FAILED;
}

int main(int argc, char **argv)
{
	const char *command = argc > 1 ? argv[1] : "";

	program_start();
	if (!strcmp(command, "--version")) {
		printf("esep %s\n", ESEP_VERSION);
		return finish(EXIT_DONE);
	}
	if (!strcmp(command, "--man")) {
		program_print_man(&driver_row, stdout);
		return finish(EXIT_DONE);
	}
	if (!strcmp(command, "help") || !strcmp(command, "--help") ||
	    !strcmp(command, "-h"))
		return finish(help(argc - 1, argv + 1));
	if (argc < 2) {
		fputs("usage: esep COMMAND [ARGUMENT…]\ntry 'esep help'\n",
		      stderr);
		return EXIT_USAGE;
	}
	return run_named(command, argc - 1, argv + 1);
}
