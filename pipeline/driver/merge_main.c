#include "merge_main.h"

#include "load.h"
#include "stored.h"
#include "stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct merge_settings {
	const char *output, *lexicons;
	size_t max_document;
};

/* A document of one of the databases. */
struct part {
	struct str name, sha256, made;
	size_t source;
	int64_t document;
};

struct merge {
	struct strings sources;
	LIST(struct database *) databases;
	LIST(struct stored) stored;       /* one a database */
	LIST(struct part) parts;
	struct arena arena;
	struct chain chain;
	int status;
};

static const struct program_option options[] = {
	{ 'o', "output", OPT_STRING, offsetof(struct merge_settings, output),
	  "DATABASE", "the database that they are loaded into, made if it is "
	  "not there",
	  VALUE_DATABASE, NULL },
	{ 0, "lexicons", OPT_STRING, offsetof(struct merge_settings, lexicons),
	  "DIR", "take the lexicons from DIR",
	  VALUE_FOLDER, NULL },
	{ 0, "max-document", OPT_SIZE,
	  offsetof(struct merge_settings, max_document), "SIZE",
	  "refuse larger documents (default: 256M)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

const struct program merge_row = {
	.name = "merge",
	.summary = "load the documents of several databases into one",
	.is_command = true,
	.group = GROUP_CORPUS,
	.arguments = "DATABASE… -o DATABASE",
	.description =
"Load every document of the databases into another one. The documents come by their ids, whatever the order of the databases: the same content gives the same 'esep dump'. What stands in several is one; of two that have the same id and are not the same the first stays, and the other is refused, as esep-load does. The corrections of all of them hold together.",
	.examples =
"  esep merge 2023.db 2024.db -o both.db\n",
	.options = options,
	.settings_size = sizeof(struct merge_settings),
};

static void complain(void *data, const struct err *err)
{
	struct merge *merge = data;

	program_complain(&merge_row, err);
	if (err->code < 0)
		merge->status = EXIT_FAILED;
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 &&
	       one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static int list_documents(struct merge *merge, size_t source, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, merge->databases.items[source],
				"SELECT id, name, sha256, made FROM document",
				err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0)
		*LIST_ADD(&merge->parts) = (struct part){
			.document = statement_number(st, 0),
			.name = str_copy(&merge->arena, statement_text(st, 1)),
			.sha256 = str_copy(&merge->arena,
					   statement_text(st, 2)),
			.made = str_copy(&merge->arena, statement_text(st, 3)),
			.source = source
		};
	statement_close(st);
	return rc;
}

static int open_source(struct merge *merge, const char *path, const char *output,
		       size_t max, struct err *err)
{
	struct database *db;
	int rc;

	if (is_same_file(path, output))
		return err_set(err, ERR_USAGE, "%s is the database that the "
			       "others are loaded into: leave it out", path);
	if ((rc = database_open(&db, path, DATABASE_READ, err)) < 0)
		return rc;
	*LIST_ADD(&merge->databases) = db;
	rc = stored_open(LIST_ADD(&merge->stored), db, max, err);
	if (rc == 0)
		rc = database_check_versions(db, err);
	return rc < 0 ? rc
		: list_documents(merge, merge->databases.count - 1, err);
}

static int by_name(const void *left, const void *right)
{
	const struct part *a = left, *b = right;
	int order = str_compare(a->name, b->name);

	if (order == 0)
		order = str_compare(a->sha256, b->sha256);
	return order ? order
		     : (a->source > b->source) - (a->source < b->source);
}

static int load_part(struct merge *merge, const struct part *part,
		     struct err *err)
{
	struct stored *stored = &merge->stored.items[part->source];
	struct document *doc = &stored->doc;
	int rc = stored_read(stored, part->document, err);

	if (rc < 0)
		return err_wrap(err, rc, "%s: '%.*s'",
				database_path(stored->db),
				STR_ARGS(part->name));
	if ((rc = stored_read_production(stored, part->document, err)) < 0)
		return rc;
	doc->made = part->made;
	rc = merge->chain.stages[0]->document(merge->chain.states[0], doc, err);
	stored_forget(stored); /* its metadata may have changed */
	return rc;
}

static int load_parts(struct merge *merge, struct err *err)
{
	if (merge->parts.count > 0)
		qsort(merge->parts.items, merge->parts.count,
		      sizeof *merge->parts.items, by_name);
	for (size_t i = 0; i < merge->parts.count; i++) {
		struct err one = ERR_INIT;

		if (load_part(merge, &merge->parts.items[i], &one) < 0)
			complain(merge, &one);
	}
	return chain_finish(&merge->chain, err);
}

static int run_with(struct merge *merge, const struct merge_settings *settings,
		    struct err *err)
{
	static const struct stage *const stages[] = { &load_stage };
	struct load_settings load = { .output = settings->output,
				      .is_merge = true };
	void *const load_settings[] = { &load };
	size_t max = settings->max_document ? settings->max_document
					    : DOCUMENT_LIMIT;
	struct stage_context context = { .program = "esep-merge",
					 .max_document = max,
					 .warn = complain, .data = merge };
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < merge->sources.count; i++)
		rc = open_source(merge, merge->sources.items[i],
				 settings->output, stream_limit(max), err);
	load.sources = merge->databases.items;
	load.source_count = merge->databases.count;
	if (rc == 0)
		rc = chain_open(&merge->chain, stages, 1, load_settings,
				settings->lexicons, &context, err);
	if (rc == 0) {
		rc = load_parts(merge, err);
		chain_close(&merge->chain);
	}
	for (size_t i = 0; i < merge->databases.count; i++) {
		stored_close(&merge->stored.items[i]);
		database_close(merge->databases.items[i]);
	}
	LIST_RELEASE(&merge->stored);
	LIST_RELEASE(&merge->databases);
	LIST_RELEASE(&merge->parts);
	arena_release(&merge->arena);
	return rc;
}

int merge_main(int argc, char **argv)
{
	struct merge_settings settings = { NULL, NULL, 0 };
	struct merge merge = { .status = EXIT_DONE };
	struct err err = ERR_INIT;
	int rc = program_parse(&merge_row, argc, argv, &settings,
			       &merge.sources, &err);

	if (rc == 0 && !settings.output)
		rc = err_set(&err, ERR_USAGE,
			     "name the database: --output DATABASE");
	if (rc == 0 && merge.sources.count == 0)
		rc = err_set(&err, ERR_USAGE, "name databases to merge");
	if (rc == 0)
		rc = run_with(&merge, &settings, &err);
	else if (rc == 1)
		rc = program_check_stdout(&err);
	if (rc < 0) {
		program_complain(&merge_row, &err);
		merge.status = program_exit_status(rc);
	}
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep merge --help'\n");
	LIST_RELEASE(&merge.sources);
	return merge.status;
}
