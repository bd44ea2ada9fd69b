#include "query.h"

#include "pager.h"
#include "session.h"
#include "values.h"

#include <stdlib.h>
#include <unistd.h>

#define COMMON(member) offsetof(struct query_common, member)

static const struct program_option common_options[] = {
	{ 0, "lexicons", OPT_STRING, COMMON(lexicons), "DIR",
	  "take the lexicons from DIR", VALUE_FOLDER, NULL },
	{ 0, "mask", OPT_STRING, COMMON(mask), "persons",
	  "letters instead of the names of persons, ‹A› in texts and person_a "
	  "in ids, for what leaves the team: the same in every output of one "
	  "database as it stands; reports that are added may change them. A "
	  "street or a fund that has a person's name loses it too. Not masked "
	  "are handles that are no names, telephone numbers, addresses, and "
	  "names that esep did not find: read what you pass on",
	  VALUE_CHOICE, NULL },
	{ 0, "format", OPT_STRING, COMMON(format), "FORMAT",
	  "print a table (default on a terminal), tsv (default elsewhere: for "
	  "cut, awk, and read.delim with quote=\"\"), csv (RFC 4180: for R, "
	  "pandas, spreadsheets), csv-safe (what a spreadsheet would compute "
	  "gets a ' before it), xlsx (texts stay texts; each date also as "
	  "numbers: NAME_year, NAME_month, NAME_day, of an interval its start, "
	  "empty where not known), json, jsonl (an object a line), html (a "
	  "page), md (Markdown); of what happened when also ics (a calendar), "
	  "timelinejs, timemap, uwazi (for those programs), svg (a chart)",
	  VALUE_FORMAT, "output" },
	{ 0, "columns", OPT_STRING, COMMON(columns), "NAME,…",
	  "print these columns, in this order", VALUE_COLUMNS, NULL },
	{ 0, "sort", OPT_STRING, COMMON(sort), "NAME,…",
	  "sort rows by these columns; -NAME: the largest first",
	  VALUE_COLUMNS, NULL },
	{ 'n', "limit", OPT_LIMIT, COMMON(limit), "N",
	  "print at most N rows, 0: the header alone (default: all)",
	  VALUE_ANY, NULL },
	{ 0, "color", OPT_WHEN, COMMON(colour), "WHEN",
	  "colour in tables: always, never or auto (on a terminal, unless "
	  "NO_COLOR is set)", VALUE_WHEN, NULL },
	{ 0, "no-pager", OPT_FLAG, COMMON(no_pager), NULL,
	  "do not show tables through $PAGER", VALUE_ANY, NULL },
	{ 0, "bom", OPT_FLAG, COMMON(bom), NULL,
	  "a byte order mark before tsv and csv, which Excel wants",
	  VALUE_ANY, NULL },
};

/* So many of them, the first, belong to a query that writes no rows, too. */
enum { COMMON_OF_ALL = 2 };

void query_program(const struct query *query, struct program *extended)
{
	LIST(struct program_option) more = { NULL, 0, 0 };
	size_t count;
	const struct program_option *options =
		filters_options(query->filters, &count);

	for (size_t i = 0; i < COMMON_OF_ALL; i++)
		*LIST_ADD(&more) = common_options[i];
	for (size_t i = 0; i < count; i++) {
		struct program_option *option = LIST_ADD(&more);

		*option = options[i];
		option->offset += COMMON(filters);
	}
	for (size_t i = COMMON_OF_ALL; i < COUNT_OF(common_options) &&
				       !query->writes_text; i++)
		*LIST_ADD(&more) = common_options[i];
	program_extend(extended, &query->program, more.items, more.count,
		       sizeof(struct query_common));
	LIST_RELEASE(&more);
}

const struct query_common *query_common(const struct program *extended,
					const void *settings)
{
	return (const void *)((const char *)settings +
			      extended->settings_size -
			      sizeof(struct query_common));
}

void query_look(const struct query_common *common, struct output_look *look)
{
	look->columns = common->columns;
	look->sort = common->sort;
	look->bom = common->bom;
	look->has_limit = common->limit > 0;
	look->limit = common->limit > 0 ? common->limit - 1 : 0;
}

int query_add_filters(const struct query_context *context,
		      const struct filter_columns *columns, struct strbuf *sql,
		      struct err *err)
{
	return filters_add_sql(context->filters, context->db, columns, sql,
			       err);
}

bool query_wants(const struct strings *list, struct str text)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(str_of(list->items[i]), text))
			return true;
	return list->count == 0;
}

int query_no_arguments(const struct query *query,
		       struct query_context *context, struct err *err)
{
	const char *first;
	struct err none;

	if (context->arguments.count == 0)
		return 0;
	first = context->arguments.items[0];
	if (query->filters != FILTERS_NONE &&
	    values_check(context, VALUE_DOCUMENT, NULL, &first, &none) == 0)
		return err_set(err, ERR_USAGE, "nothing is asked for by '%s': "
			       "choose a document with --document %s", first,
			       first);
	return err_set(err, ERR_USAGE, "nothing is asked for by '%s': nothing "
		       "is taken behind the database", first);
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

void query_print_text(struct query_context *context, struct str text,
		      const char *end)
{
	struct strbuf shown = STRBUF_INIT;
	int descriptor = fileno(context->text); /* -1: it is in memory */

	if (descriptor >= 0 && isatty(descriptor)) {
		output_add_lines(&shown, text);
		text = strbuf_view(&shown);
	}
	fwrite(text.data, 1, text.len, context->text);
	fputs(end, context->text);
	strbuf_release(&shown);
}

void query_bind(struct statement *st, int at, const char *value)
{
	if (value)
		statement_bind(st, at, str_of(value));
	else
		statement_bind_null(st, at);
}

/* On stderr: rows go elsewhere. */
static void print_notes(const struct query *query, struct mask *mask,
			struct str notes)
{
	struct strbuf masked = STRBUF_INIT;
	struct str line;

	while (notes.len > 0 && str_split(&notes, '\n', &line)) {
		struct err note; /* what it quotes of a report is made printable */

		if (line.len == 0)
			continue;
		if (mask) {
			strbuf_clear(&masked);
			mask_add(mask, &masked, line, NULL, 0);
			line = strbuf_view(&masked);
		}
		err_set(&note, 0, "%.*s", STR_ARGS(line));
		fprintf(stderr, "esep-%s: %s\n", query->program.name,
			note.text);
	}
	strbuf_release(&masked);
}

/* The answer, all of it written. */
static int answer(const struct query *query, const struct program *program,
		  void *settings, struct session *session,
		  struct query_context *context, struct output_look *look,
		  struct err *err)
{
	bool pages = look->format == OUTPUT_TABLE &&
		     !query_common(program, settings)->no_pager;
	struct pager *pager = pages ? pager_open() : NULL;
	int rc, closed;

	rc = session_mask(session, query_common(program, settings)->mask,
			  context, look, err);
	context->out = output_new(pager ? pager_file(pager) : stdout, look);
	if (rc == 0)
		rc = session_run(session, query, program, settings, context,
				 err);
	closed = output_close(context->out, rc == 0 ? err : NULL);
	pager_close(pager); /* what is told comes behind it */
	fflush(stdout);     /* and behind what stands in its buffer */
	rc = rc < 0 ? rc : closed;
	if (rc == 0)
		print_notes(query, context->mask,
			    strbuf_view(&context->notes));
	return rc;
}

/* A question before its database is a file that is not there. */
static int open_session(struct session **session, const struct query *query,
			const struct strings *arguments, const char *lexicons,
			struct err *err)
{
	int rc = session_open(session, arguments->items[0], lexicons, err);

	for (size_t i = 1; rc == ERR_MISSING && i < arguments->count; i++) {
		const char *path = arguments->items[i];
		struct database *db;
		struct err none;

		if (database_open(&db, path, DATABASE_READ, &none) < 0)
			continue;
		database_close(db);
		return err_set(err, ERR_USAGE, "'%s' is no file; the database "
			       "comes first: esep %s %s …",
			       arguments->items[0], query->program.name, path);
	}
	return rc;
}

static int run_query(const struct query *query, const struct program *program,
		     void *settings, struct strings *arguments,
		     struct err *err)
{
	const struct query_common *common = query_common(program, settings);
	struct query_context context = { .text = stdout };
	struct output_look look = { .title = query->program.name };
	struct session *session = NULL;
	int rc;

	if (arguments->count == 0)
		return err_set(err, ERR_USAGE, "name the database");
	context.arguments = (struct strings){ arguments->items + 1,
					      arguments->count - 1, 0 };
	query_look(common, &look);
	look.notes = &context.notes;
	rc = output_suit(&look, stdout, common->format, common->colour, err);
	if (rc == 0)
		rc = open_session(&session, query, arguments, common->lexicons,
				  err);
	if (rc == 0)
		rc = answer(query, program, settings, session, &context, &look,
			    err);
	strbuf_release(&context.notes);
	arena_release(&context.arena);
	session_close(session);
	return rc < 0 ? rc : program_check_stdout(err);
}

int query_main(const struct query *query, int argc, char **argv)
{
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	struct program program;
	void *settings;
	int rc;

	program_start();
	query_program(query, &program);
	settings = memory_get_zeroed(program.settings_size);
	rc = program_parse(&program, argc, argv, settings, &arguments, &err);
	if (rc == 0)
		rc = run_query(query, &program, settings, &arguments, &err);
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
