#include "query.h"

#include "session.h"

#include <stdlib.h>

/* What every query can be told, behind its own settings. */
struct common {
	const char *lexicons;
	const char *format;
};

/* The last one is left out of a query that writes no rows. */
static const struct program_option common_options[] = {
	{ 0, "lexicons", OPT_STRING, offsetof(struct common, lexicons), "DIR",
	  "take the lexicons from DIR" },
	{ 0, "format", OPT_STRING, offsetof(struct common, format), "FORMAT",
	  "print a table, tsv or json (default: table on a terminal, else tsv)" },
};

bool query_wants(const struct strings *list, struct str text)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(str_of(list->items[i]), text))
			return true;
	return list->count == 0;
}

int query_check_confidence(size_t percent, struct err *err)
{
	if (percent <= 100)
		return 0;
	return err_set(err, ERR_USAGE, "--confidence takes a percentage, 0 to "
		       "100, not %zu", percent);
}

int query_no_arguments(const struct query_context *context, struct err *err)
{
	if (context->arguments.count == 0)
		return 0;
	return err_set(err, ERR_USAGE, "nothing is asked for by '%s'",
		       context->arguments.items[0]);
}

int query_check_lang(const struct query_context *context, const char *lang,
		     struct err *err)
{
	struct strbuf there = STRBUF_INIT;
	struct statement *st;
	bool is_there = lang == NULL;
	int rc = statement_open(&st, context->db, "SELECT DISTINCT lang FROM "
				"entity_name ORDER BY lang", err);

	while (rc == 0 && (rc = statement_step(st, err)) > 0) {
		struct str one = statement_text(st, 0);

		rc = 0;
		is_there = is_there || str_equal(one, str_of(lang));
		strbuf_addf(&there, " %.*s", STR_ARGS(one));
	}
	if (rc == 0 && !is_there && there.len > 0)
		rc = err_set(err, ERR_USAGE, "--lang: there are no names in "
			     "'%s' (there are:%s)", lang, there.data);
	statement_close(st);
	strbuf_release(&there);
	return rc;
}

int query_merged(struct query_context *context, const char *id,
		 struct strbuf *merged, struct err *err)
{
	enum { STEPS_MAX = 64 };
	struct statement *st;
	int rc = statement_open(&st, context->db, "SELECT value FROM correction "
				"WHERE action = 'merge' AND document IS NULL "
				"AND at IS NULL AND NOT left_out AND what = ?1",
				err);

	strbuf_clear(merged);
	if (rc < 0 || !id) {
		statement_close(st);
		return rc;
	}
	strbuf_add_z(merged, id);
	for (int i = 0; i < STEPS_MAX; i++) {
		statement_bind(st, 1, strbuf_view(merged));
		if ((rc = statement_step(st, err)) <= 0)
			break;
		strbuf_clear(merged);
		strbuf_add(merged, statement_text(st, 0));
		statement_reset(st);
	}
	if (rc >= 0 && !str_equal(strbuf_view(merged), str_of(id)))
		strbuf_addf(&context->notes, "'%s' was merged into '%s' by a "
			    "correction\n", id, merged->data);
	statement_close(st);
	return rc < 0 ? rc : 0;
}

void query_bind(struct statement *st, int at, const char *value)
{
	if (value)
		statement_bind(st, at, str_of(value));
	else
		statement_bind_null(st, at);
}

/* On stderr: rows go elsewhere. */
static void print_notes(const struct query *query, struct str notes)
{
	struct str line;

	while (notes.len > 0 && str_split(&notes, '\n', &line)) {
		struct err note; /* what it quotes of a report is made printable */

		if (line.len == 0)
			continue;
		err_set(&note, 0, "%.*s", STR_ARGS(line));
		fprintf(stderr, "esep-%s: %s\n", query->program.name,
			note.text);
	}
}

static int run_query(const struct query *query, const void *settings,
		     const struct common *common, struct strings *arguments,
		     struct err *err)
{
	struct query_context context = { .text = stdout };
	struct session *session = NULL;
	int rc;

	if (arguments->count == 0)
		return err_set(err, ERR_USAGE, "name the database");
	context.arguments = (struct strings){ arguments->items + 1,
					      arguments->count - 1, 0 };
	context.out = output_open(stdout, common->format);
	if (!context.out)
		return err_set(err, ERR_USAGE,
			       "--format takes table, tsv or json, not '%s'",
			       common->format);
	rc = session_open(&session, arguments->items[0], common->lexicons,
			  err);
	if (rc == 0)
		rc = session_run(session, query, settings, &context, err);
	output_close(context.out);
	if (rc == 0)
		print_notes(query, strbuf_view(&context.notes));
	strbuf_release(&context.notes);
	session_close(session);
	return rc < 0 ? rc : program_check_stdout(err);
}

void query_program(struct program *extended, const struct query *query)
{
	program_extend(extended, &query->program, common_options,
		       COUNT_OF(common_options) - query->writes_text,
		       sizeof(struct common));
}

int query_main(const struct query *query, int argc, char **argv)
{
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	struct common *common;
	struct program program;
	void *settings;
	int rc;

	program_start();
	query_program(&program, query);
	settings = memory_get(program.settings_size);
	memset(settings, 0, program.settings_size);
	common = (void *)((char *)settings + program.settings_size -
			  sizeof *common);
	rc = program_parse(&program, argc, argv, settings, &arguments, &err);
	if (rc == 0)
		rc = run_query(query, settings, common, &arguments, &err);
	else if (rc == 1)
		rc = program_check_stdout(&err);
	if (rc < 0)
		program_complain(&program, &err);
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep-%s --help'\n", program.name);
	LIST_RELEASE(&arguments);
	program_free_settings(&program, settings);
	free(settings);
	program_release(&program);
	return program_exit_status(rc);
}
