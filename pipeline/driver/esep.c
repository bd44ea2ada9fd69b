/* The driver: every stage and query under one name, and help. */
#include "commands.h"
#include "complete.h"
#include "help.h"
#include "manual_pages.h"
#include "suggest.h"

const struct program driver_row = {
	.name = "",
	.summary = "read reports as data",
	.arguments = "COMMAND [ARGUMENT…]",
	.description =
"esep turns a folder of reports in English, Russian and Kazakh into one SQLite database that answers: what was said, about whom, under which law, when, and how that changed from year to year. Stages and questions are programs of their own too: 'esep tag' is esep-tag.",
	.examples =
"  esep run -o corpus.db reports/\n"
"  esep search corpus.db censorship\n"
"  esep timeline corpus.db --type detention\n"
"  esep help timeline\n",
};

static int refuse(const char *name)
{
	struct suggestion suggestion;
	struct strbuf more = STRBUF_INIT;
	const struct program *program;
	struct err err;

	suggest_begin(&suggestion, str_of(name));
	for (size_t i = 0; (program = program_at(i)); i++)
		suggest_try(&suggestion, str_of(program->name));
	suggest_try(&suggestion, STR("help"));
	suggest_add(&more, &suggestion, "");
	err_set(&err, ERR_USAGE, "there is no command '%s'%s", name,
		more.len ? more.data : "");
	program_complain(&driver_row, &err);
	fputs("try 'esep help'\n", stderr);
	strbuf_release(&more);
	return EXIT_USAGE;
}

static int run_named(const char *name, int argc, char **argv)
{
	return program_named(name) ? program_run(name, argc, argv)
				   : refuse(name);
}

static int help(int argc, char **argv)
{
	char *arguments[] = { NULL, "--help", NULL };

	if (argc > 1 && !strcmp(argv[1], "--markdown")) {
		help_print_markdown();
		return EXIT_DONE;
	}
	if (argc > 1 && strcmp(argv[1], "help") != 0) {
		arguments[0] = argv[1];
		return run_named(argv[1], 2, arguments);
	}
	help_print();
	return EXIT_DONE;
}

static int print_version(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	printf("esep %s\n", ESEP_VERSION);
	return EXIT_DONE;
}

/* What is no program. */
static const struct call {
	const char *name;
	int (*main)(int argc, char **argv); /* from the word on */
} calls[] = {
	{ "help", help }, { "--help", help }, { "-h", help },
	{ "--version", print_version },
	{ "--man", manual_print },
	{ "--complete", complete_words },
	{ "--complete-line", complete_line },
};

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
	program_start();
	if (argc < 2) {
		fputs("usage: esep COMMAND [ARGUMENT…]\ntry 'esep help'\n",
		      stderr);
		return EXIT_USAGE;
	}
	for (size_t i = 0; i < COUNT_OF(calls); i++)
		if (!strcmp(calls[i].name, argv[1]))
			return finish(calls[i].main(argc - 1, argv + 1));
	return run_named(argv[1], argc - 1, argv + 1);
}
