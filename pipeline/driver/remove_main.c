#include "remove_main.h"

#include "load.h"
#include "values.h"

#include <stdio.h>

struct remove_settings {
	const char *lexicons;
};

static const struct program_option options[] = {
	{ 0, "lexicons", OPT_STRING, offsetof(struct remove_settings, lexicons),
	  "DIR", "take the lexicons from DIR",
	  VALUE_FOLDER, NULL },
	{ .name = NULL }
};

const struct program remove_row = {
	.name = "remove",
	.summary = "take documents out of a database",
	.is_command = true,
	.group = GROUP_ORDER,
	.arguments = "DATABASE DOCUMENT…",
	.argument_values = VALUE_DOCUMENT,
	.description =
"Take the documents of these ids out of a database, and all that hangs on them: their paragraphs, what was found in them, entities and words that no other document has. The database is then as if they had never been loaded. An id that is not there is told on standard error, and the others are removed; the exit status is then 1.",
	.examples =
"  esep remove corpus.db tengria-2024-en\n",
	.options = options,
	.settings_size = sizeof(struct remove_settings),
};

struct removing {
	int status;
};

static void complain(void *data, const struct err *err)
{
	struct removing *removing = data;

	program_complain(&remove_row, err);
	removing->status = EXIT_FAILED;
}

/* Take those that are there out of the arguments; others are told. */
static int choose_ids(struct database *db, const struct strings *arguments,
		      struct strings *ids, struct removing *removing,
		      struct err *err)
{
	struct query_context context = { .db = db };
	int rc = 0;

	for (size_t i = 1; rc == 0 && i < arguments->count; i++) {
		rc = values_check(&context, VALUE_DOCUMENT, NULL,
				  &arguments->items[i], err);
		if (rc == 0)
			strings_add(ids, arguments->items[i]);
		else if (rc == ERR_USAGE)
			complain(removing, err);
		rc = rc == ERR_USAGE ? 0 : rc;
	}
	return rc;
}

static int run_with(const struct remove_settings *settings,
		    const struct strings *arguments, struct removing *removing,
		    struct err *err)
{
	struct strings ids = { NULL, 0, 0 };
	struct knowledge knowledge;
	struct words words;
	struct database *db = NULL;
	int rc;

	words_init(&words);
	rc = knowledge_open(&knowledge, &words, settings->lexicons, err);
	if (rc == 0)
		rc = database_open(&db, arguments->items[0], DATABASE_CHANGE,
				   err);
	if (rc == 0)
		rc = choose_ids(db, arguments, &ids, removing, err);
	if (rc == 0)
		rc = load_remove(db, &knowledge, &ids, complain, removing, err);
	if (rc >= 0)
		fprintf(stderr, "esep-remove: %s: %d removed\n",
			arguments->items[0], rc);
	LIST_RELEASE(&ids);
	database_close(db);
	knowledge_close(&knowledge);
	words_release(&words);
	return rc < 0 ? rc : 0;
}

int remove_main(int argc, char **argv)
{
	struct remove_settings settings = { NULL };
	struct removing removing = { EXIT_DONE };
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	int rc = program_parse(&remove_row, argc, argv, &settings, &arguments,
			       &err);

	if (rc == 0 && arguments.count < 2)
		rc = err_set(&err, ERR_USAGE, "name a database and documents "
			     "of it");
	if (rc == 0)
		rc = run_with(&settings, &arguments, &removing, &err);
	else if (rc == 1)
		rc = program_check_stdout(&err);
	if (rc < 0) {
		program_complain(&remove_row, &err);
		removing.status = program_exit_status(rc);
	}
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep remove --help'\n");
	LIST_RELEASE(&arguments);
	return removing.status;
}
