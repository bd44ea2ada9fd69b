/* Tests of what writes and what reads databases: a database in a folder of
 * its own, loaded from streams, asked as by a command line. */
#ifndef ESEP_TEST_REPORTS_CASE_H
#define ESEP_TEST_REPORTS_CASE_H

#include "cases.h"

#include "load.h"
#include "session.h"
#include "stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define LEXICONS ESEP_SOURCE_DIR "/lexicons"

enum { ARGUMENTS_MAX = 8 };

/* Four reports: two of 2023 (English, Russian), two of 2024 (English, Kazakh),
 * written by hand, with what the stages find in them. */
#define REPORTS ESEP_SOURCE_DIR "/tests/unit/reports.conllu"

static char reports_folder[] = "/tmp/esep-test-XXXXXX";
static char reports_path[64];      /* of the database */

static inline int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(reports_folder))
		return -1;
	snprintf(reports_path, sizeof reports_path, "%s/t.db", reports_folder);
	return 0;
}

static inline int remove_file(void **state)
{
	(void)state;
	return unlink(reports_path);
}

static inline int remove_folder(void **state)
{
	(void)state;
	return rmdir(reports_folder);
}

/* All documents of a stream through the chain; the last error, if any. */
static inline int reports_run(struct chain *chain, FILE *file, struct err *err)
{
	struct stream_reader *reader =
		stream_reader_new(file, "stream", DOCUMENT_LIMIT);
	int rc, failed = 0;

	while ((rc = stream_read(reader, &chain->doc, err)) != 0) {
		if (rc > 0)
			rc = chain_run(chain, err);
		failed = rc < 0 ? rc : failed;
	}
	rc = chain_finish(chain, err);
	stream_reader_free(reader);
	return failed < 0 ? failed : rc;
}

/* `esep load -o DATABASE [option]` */
static inline int reports_load(FILE *file, const char *option, struct err *err)
{
	const char *argv[] = { "esep-load", "-o", reports_path, option, NULL };
	const struct stage *stage = &load_stage;
	const struct stage_context context = {
		.program = "test", .max_document = DOCUMENT_LIMIT
	};
	struct strings arguments = { NULL, 0, 0 };
	char room[256] = { 0 };
	void *settings = room;
	struct chain chain;
	int rc = program_parse(&stage->program, option ? 4 : 3,
			       (char **)(uintptr_t)argv, settings, &arguments,
			       err);

	assert_true(stage->program.settings_size <= sizeof room);
	if (rc == 0)
		rc = chain_open(&chain, &stage, 1, &settings, LEXICONS,
				&context, err);
	if (rc == 0) {
		struct err late = ERR_INIT;

		rc = reports_run(&chain, file, err);
		assert_int_equal(chain_finish(&chain, &late), 0);
		chain_close(&chain);
	}
	LIST_RELEASE(&arguments);
	return rc;
}

static inline int reports_load_text(const char *stream, const char *option,
				    struct err *err)
{
	FILE *file = fmemopen((void *)(uintptr_t)stream, strlen(stream), "rb");
	int rc;

	assert_non_null(file);
	rc = reports_load(file, option, err);
	fclose(file);
	return rc;
}

/* The database of REPORTS, for a group of tests. */
static inline int make_reports(void **state)
{
	struct err err = ERR_INIT;
	FILE *file = fopen(REPORTS, "rb");
	int rc = file ? make_folder(state) : -1;

	if (rc == 0)
		rc = reports_load(file, NULL, &err);
	if (rc < 0)
		print_error("%s: %s\n", REPORTS, err.text);
	if (file)
		fclose(file);
	return rc;
}

static inline int remove_reports(void **state)
{
	return remove_file(state) < 0 ? -1 : remove_folder(state);
}

/* Run SQL on the database; with `out`, append its rows: cells with | between,
 * NULL as -, a line a row. */
static inline void reports_sql(const char *sql, struct strbuf *out)
{
	struct err err = ERR_INIT;
	struct database *db;
	struct statement *st;

	assert_int_equal(database_open(&db, reports_path, DATABASE_WRITE,
				       &err), 0);
	if (!out)
		assert_int_equal(database_run(db, sql, &err), 0);
	else
		assert_int_equal(statement_open(&st, db, sql, &err), 0);
	while (out && statement_step(st, &err) > 0)
		for (int i = 0; i < statement_columns(st); i++) {
			strbuf_add(out, statement_is_null(st, i)
					? STR("-") : statement_text(st, i));
			strbuf_add_char(out, i + 1 < statement_columns(st)
						     ? '|' : '\n');
		}
	if (out)
		statement_close(st);
	assert_string_equal(err.text, "");
	database_close(db);
}

/* What a query prints, as TSV where it has rows; `arguments` are those behind
 * the database, a NULL ends them. */
static inline int reports_ask(const struct query *query,
			      const char *const *arguments,
			      struct strbuf *out, struct err *err)
{
	const char *argv[ARGUMENTS_MAX + 2] = { "esep-query" };
	char *text = NULL;
	size_t size = 0;
	FILE *file = open_memstream(&text, &size);
	struct session *session;
	int argc = 1, rc;

	while (argc <= ARGUMENTS_MAX && arguments[argc - 1]) {
		argv[argc] = arguments[argc - 1];
		argc++;
	}
	rc = session_open(&session, reports_path, LEXICONS, err);
	if (rc == 0)
		rc = session_ask(session, query, argc,
				 (char **)(uintptr_t)argv, OUTPUT_TSV, file,
				 err);
	session_close(session);
	fclose(file);
	strbuf_add(out, (struct str){ text, size });
	free(text);
	return rc;
}

/* A question and its answer; tests of queries are tables of these. */
struct ask_case {
	const char *name;
	const char *arguments[ARGUMENTS_MAX]; /* behind the database */
	const char *columns; /* those that `rows` has, with blanks between */
	const char *rows;    /* cells with | between, a line a row; if the
	                        query fails, a part of its message */
	int rc;
};

/* The cell of a TSV row that stands where the header has `column`. */
static inline struct str cell_of(struct str header, struct str row,
				 struct str column)
{
	struct str name, cell;

	while (str_split(&header, '\t', &name) && str_split(&row, '\t', &cell))
		if (str_equal(name, column))
			return cell;
	fail_msg("there is no column %.*s", STR_ARGS(column));
	return STR_NONE;
}

static inline void choose_columns(struct strbuf *out, struct str tsv,
				  const char *columns)
{
	struct str header, row, column;

	strbuf_add(out, STR(""));
	if (!str_split(&tsv, '\n', &header))
		return;
	while (tsv.len > 0 && str_split(&tsv, '\n', &row)) {
		struct str rest = str_of(columns);

		while (str_split(&rest, ' ', &column)) {
			strbuf_add(out, cell_of(header, row, column));
			strbuf_add_char(out, rest.len > 0 ? '|' : '\n');
		}
	}
}

static inline void answers_with(const struct query *query,
				const struct ask_case *row)
{
	struct strbuf out = STRBUF_INIT, chosen = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_int_equal(reports_ask(query, row->arguments, &out, &err),
			 row->rc);
	if (row->rc < 0) {
		assert_non_null(strstr(err.text, row->rows));
	} else {
		choose_columns(&chosen, strbuf_view(&out), row->columns);
		assert_string_equal(chosen.data, row->rows);
	}
	strbuf_release(&out);
	strbuf_release(&chosen);
}

#endif
