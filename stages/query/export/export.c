#include "export.h"

#include "correction_set.h"
#include "export_formats.h"
#include "stream.h"

struct export_settings {
	const char *format;
	bool corrected;
	size_t confidence, max_document;
};

static const struct program_option options[] = {
	{ 0, "format", OPT_STRING, offsetof(struct export_settings, format),
	  "FORMAT", "write conllu (default) or spans",
	  VALUE_ANY, NULL },
	{ 0, "corrected", OPT_FLAG, offsetof(struct export_settings, corrected),
	  NULL, "write conllu as corrections.tsv corrected it, not as it was "
	  "found",
	  VALUE_ANY, NULL },
	{ 'c', "confidence", OPT_NUMBER,
	  offsetof(struct export_settings, confidence), "PERCENT",
	  "write only spans that are at least so sure",
	  VALUE_PERCENT, NULL },
	{ 0, "max-document", OPT_SIZE,
	  offsetof(struct export_settings, max_document), "SIZE",
	  "refuse larger documents (default: 256M)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

static const struct export_format *const formats[] = {
	&export_conllu, /* unless another is asked for */
	&export_spans,
};

static const char documents_sql[] =
	"SELECT id, name FROM document WHERE (?1 IS NULL OR name = ?1)";

/* "conllu or spans" */
static int refuse_format(const char *name, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	int rc;

	for (size_t i = 0; i < COUNT_OF(formats); i++)
		strbuf_addf(&names, "%s%s", i == 0 ? "" : i + 1 <
			    COUNT_OF(formats) ? ", " : " or ",
			    formats[i]->name);
	rc = err_set(err, ERR_USAGE, "--format takes %s, not '%s'", names.data,
		     name);
	strbuf_release(&names);
	return rc;
}

static int find_format(const struct export_format **format, const char *name,
		       struct err *err)
{
	*format = formats[0];
	for (size_t i = 0; name && i < COUNT_OF(formats); i++) {
		*format = formats[i];
		if (!strcmp(formats[i]->name, name))
			return 0;
	}
	return name ? refuse_format(name, err) : 0;
}

/* Those of the database, if that is asked for; else none. */
static int read_corrections(struct corrections *set, bool are_wanted,
			    struct database *db, struct err *err)
{
	int rc = are_wanted ? corrections_read(set, db, err) : 0;

	corrections_settle(set, NULL, NULL);
	return rc;
}

static int add_document(struct exporter *e, const struct export_format *format,
			struct statement *documents, struct err *err)
{
	int rc = stored_read(&e->stored, statement_number(documents, 0), err);

	if (rc < 0)
		return err_wrap(err, rc, "%s: '%.*s'", database_path(e->db),
				STR_ARGS(statement_text(documents, 1)));
	if (corrections_apply(e->corrections, &e->stored.doc) > 0)
		stored_forget(&e->stored);
	return format->add(e, err);
}

/* The documents of that name, or all; one that filters leave out is told. */
static int export_documents(struct exporter *e,
			    const struct export_format *format,
			    struct statement *documents, const char *name,
			    struct query_context *context,
			    struct err *err)
{
	size_t found = 0;
	int rc;

	query_bind(documents, 1, name);
	while ((rc = statement_step(documents, err)) > 0) {
		strbuf_clear(&e->out);
		rc = add_document(e, format, documents, err);
		if (rc < 0)
			break;
		fwrite(e->out.data, 1, e->out.len, context->text);
		found++;
	}
	statement_reset(documents);
	if (rc == 0 && name && found == 0)
		strbuf_addf(&context->notes, "'%s' does not pass the filters\n",
			    name);
	return rc;
}

static int open_exporter(struct exporter *e, const struct export_format *format,
			 size_t max, struct err *err)
{
	int rc = stored_open(&e->stored, e->db, max, err);

	for (size_t i = 0; rc == 0 && i < EXPORT_STATEMENTS && format->sql[i];
	     i++)
		rc = statement_open(&e->statements[i], e->db, format->sql[i],
				    err);
	return rc;
}

static void close_exporter(struct exporter *e)
{
	for (size_t i = 0; i < EXPORT_STATEMENTS; i++)
		statement_close(e->statements[i]);
	stored_close(&e->stored);
	strbuf_release(&e->out);
}

static int open_documents(struct statement **documents,
			  const struct query_context *context, struct err *err)
{
	const struct filter_columns columns = { .document = "id" };
	struct strbuf sql = STRBUF_INIT;
	int rc;

	strbuf_add_z(&sql, documents_sql);
	rc = query_add_filters(context, &columns, &sql, err);
	strbuf_add_z(&sql, " ORDER BY name");
	if (rc == 0)
		rc = statement_open(documents, context->db, sql.data, err);
	strbuf_release(&sql);
	return rc;
}

static int export_all(struct exporter *e, const struct export_format *format,
		      struct query_context *context, struct err *err)
{
	const struct strings *names = &context->arguments;
	struct statement *documents = NULL;
	int rc = open_documents(&documents, context, err);

	if (rc == 0 && names->count == 0)
		rc = export_documents(e, format, documents, NULL, context, err);
	for (size_t i = 0; rc == 0 && i < names->count; i++)
		rc = export_documents(e, format, documents, names->items[i],
				      context, err);
	statement_close(documents);
	return rc;
}

static int export_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct export_settings *chosen = settings;
	const struct export_format *format = formats[0];
	struct corrections set;
	struct exporter e = { .db = context->db, .corrections = &set,
			      .confidence = (int64_t)chosen->confidence };
	int rc = find_format(&format, chosen->format, err);

	if (rc == 0 && chosen->confidence && format != &export_spans)
		rc = err_set(err, ERR_USAGE, "--confidence is for --format %s",
			     export_spans.name);
	if (rc < 0)
		return rc;
	corrections_init(&set);
	rc = read_corrections(&set, chosen->corrected, context->db, err);
	if (rc == 0)
		rc = open_exporter(&e, format,
				   stream_limit(chosen->max_document
							? chosen->max_document
							: DOCUMENT_LIMIT), err);
	if (rc == 0)
		rc = export_all(&e, format, context, err);
	close_exporter(&e);
	corrections_release(&set);
	return rc;
}

const struct query export_query = {
	.program = {
		.name = "export",
		.summary = "write documents out of a database again",
		.arguments = "DATABASE [DOCUMENT…]",
		.description =
"Write the documents of a database to standard output: those whose ids are given, in that order, or all by id; with filters those of them that pass, whole: with --country what is on the country or has a chapter on it.\n"
"\n"
"conllu is the stream that was loaded, without any loss: every tool that reads CoNLL-U can go on with it, and esep-load makes the same database from it; with --corrected people's corrections are in it, as the database shows them. spans is one JSON object a line for each document, with its id, the text of the source, and for every mention its place (code points from 0, half-open), type, and canonical id or value.",
		.examples =
"  esep export corpus.db > corpus.conllu\n"
"      the whole corpus as one stream\n"
"  esep export corpus.db tengria-2024-en --format spans\n"
"      the mentions of one report with their places in its text\n",
		.options = options,
		.settings_size = sizeof(struct export_settings),
		.argument_values = VALUE_DOCUMENT,
	},
	.filters = FILTERS_DOCUMENTS,
	.writes_text = true,
	.run = export_run,
};
