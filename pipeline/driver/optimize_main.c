#include "optimize_main.h"

#include "database.h"

#include <stdio.h>

const struct program optimize_row = {
	.name = "optimize",
	.summary = "make a database smaller and its searches quicker",
	.is_command = true,
	.group = GROUP_ORDER,
	.arguments = "DATABASE…",
	.description =
"Put each index of full text into one piece, however many runs have added to it, and give room that nothing stands on back to the file system. Loading does a part of that by itself as it goes on, and all of it when it has made a database twice as large as it was: else this is worth the while once, when a corpus is complete. The content stays what it is.",
	.examples =
"  esep optimize corpus.db\n",
};

static int optimize(const char *path, struct err *err)
{
	struct database *db;
	int rc = database_open(&db, path, DATABASE_CHANGE, err);

	if (rc == 0)
		rc = database_optimize(db, err);
	database_close(db);
	return rc;
}

int optimize_main(int argc, char **argv)
{
	char none; /* it has no options of its own */
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	int rc = program_parse(&optimize_row, argc, argv, &none, &arguments,
			       &err);
	int status = EXIT_DONE;

	if (rc == 0 && arguments.count == 0)
		rc = err_set(&err, ERR_USAGE, "name a database");
	else if (rc == 1)
		rc = program_check_stdout(&err);
	if (rc < 0) {
		program_complain(&optimize_row, &err);
		status = program_exit_status(rc);
	}
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep optimize --help'\n");
	for (size_t i = 0; rc == 0 && i < arguments.count; i++) {
		err = (struct err)ERR_INIT;
		if (optimize(arguments.items[i], &err) < 0) {
			program_complain(&optimize_row, &err);
			status = EXIT_FAILED;
		}
	}
	LIST_RELEASE(&arguments);
	return status;
}
