#include "export.h"

#include "deflate.h"
#include "stream.h"

#include <errno.h>
#include <stdlib.h>

struct export_settings {
	const char *format;
	size_t max_document;
};

struct exporter {
	struct query_context *context;
	struct words words;
	struct document doc;
	uint64_t values;
	size_t max;             /* bytes of a stream */
	struct strbuf in, out;
	struct statement *documents, *stream, *source, *mentions;
};

static const struct program_option options[] = {
	{ 0, "format", OPT_STRING, offsetof(struct export_settings, format),
	  "FORMAT", "write conllu (default) or spans" },
	{ 0, "max-document", OPT_SIZE,
	  offsetof(struct export_settings, max_document), "SIZE",
	  "refuse larger documents (default: 256M)" },
	{ .name = NULL }
};

static const char documents_sql[] =
	"SELECT id, name FROM document WHERE ?1 IS NULL OR name = ?1 "
	"ORDER BY name";
static const char stream_sql[] =
	"SELECT conllu FROM document_stream WHERE document = ?1";
static const char source_sql[] =
	"SELECT text FROM document_source WHERE document = ?1";
static const char mentions_sql[] =
	"SELECT source_start, source_end, type, coalesce(entity, value, '') "
	"FROM v_mentions WHERE document = ?1 AND source_start IS NOT NULL "
	"ORDER BY source_start, source_end, id";

/* Read the stream that was kept and write it again, so that dates and amounts
 * are numbered through as in one stream. */
static int rewrite(struct exporter *e, struct str name, struct err *err)
{
	struct stream_reader *reader;
	FILE *file = fmemopen(e->in.data, e->in.len, "rb");
	char label[256];
	int rc;

	if (!file)
		return err_set(err, ERR_SYSTEM, "cannot read the stream: %s",
			       strerror(errno));
	snprintf(label, sizeof label, "stream of '%.*s'", STR_ARGS(name));
	reader = stream_reader_new(file, label, e->max);
	while ((rc = stream_read(reader, &e->doc, err)) > 0)
		stream_write(&e->out, &e->doc, &e->values);
	stream_reader_free(reader);
	fclose(file);
	words_trim(&e->words);
	return rc;
}

static int add_conllu(struct exporter *e, int64_t id, struct str name,
		      struct err *err)
{
	struct statement *st = e->stream;
	int rc;

	statement_bind_number(st, 1, id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	strbuf_clear(&e->in);
	rc = inflate_add(&e->in, statement_text(st, 0), e->max, err);
	statement_reset(st);
	if (rc == 0 && e->in.len > 0)
		rc = rewrite(e, name, err);
	if (rc < 0)
		return err_wrap(err, rc, "%s: '%.*s'",
				database_path(e->context->db), STR_ARGS(name));
	return 0;
}

static int add_spans(struct exporter *e, int64_t id, struct str name,
		     struct err *err)
{
	struct strbuf *out = &e->out;
	bool first = true;
	int rc;

	strbuf_add_z(out, "{\"id\":");
	output_add_json(out, name);
	strbuf_add_z(out, ",\"text\":");
	statement_bind_number(e->source, 1, id);
	if ((rc = statement_step(e->source, err)) < 0)
		return rc;
	output_add_json(out, rc > 0 ? statement_text(e->source, 0) : STR_NONE);
	statement_reset(e->source);
	strbuf_add_z(out, ",\"spans\":[");
	statement_bind(e->mentions, 1, name);
	while ((rc = statement_step(e->mentions, err)) > 0) {
		strbuf_addf(out, "%s[%jd,%jd,", first ? "" : ",",
			    (intmax_t)statement_number(e->mentions, 0),
			    (intmax_t)statement_number(e->mentions, 1));
		output_add_json(out, statement_text(e->mentions, 2));
		strbuf_add_char(out, ',');
		output_add_json(out, statement_text(e->mentions, 3));
		strbuf_add_char(out, ']');
		first = false;
	}
	strbuf_add_z(out, "]}\n");
	return rc;
}

/* The documents of that name, or all; an unknown name is an error. */
static int export_documents(struct exporter *e, const char *name, bool spans,
			    struct err *err)
{
	struct statement *st = e->documents;
	size_t found = 0;
	int rc;

	query_bind(st, 1, name);
	while ((rc = statement_step(st, err)) > 0) {
		struct str id = statement_text(st, 1);

		strbuf_clear(&e->out);
		rc = spans ? add_spans(e, statement_number(st, 0), id, err)
			   : add_conllu(e, statement_number(st, 0), id, err);
		if (rc < 0)
			break;
		fwrite(e->out.data, 1, e->out.len, e->context->text);
		found++;
	}
	statement_reset(st);
	if (rc == 0 && name && found == 0)
		return err_set(err, ERR_MISSING, "%s: has no document '%s'",
			       database_path(e->context->db), name);
	return rc;
}

static int open_statements(struct exporter *e, struct err *err)
{
	struct database *db = e->context->db;
	int rc;

	if ((rc = statement_open(&e->documents, db, documents_sql, err)) == 0 &&
	    (rc = statement_open(&e->stream, db, stream_sql, err)) == 0 &&
	    (rc = statement_open(&e->source, db, source_sql, err)) == 0)
		rc = statement_open(&e->mentions, db, mentions_sql, err);
	return rc;
}

static void release(struct exporter *e)
{
	statement_close(e->documents);
	statement_close(e->stream);
	statement_close(e->source);
	statement_close(e->mentions);
	document_release(&e->doc);
	words_release(&e->words);
	strbuf_release(&e->in);
	strbuf_release(&e->out);
}

static int export_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct export_settings *chosen = settings;
	const char *format = chosen->format ? chosen->format : "conllu";
	bool spans = !strcmp(format, "spans");
	struct exporter e = { .context = context };
	int rc;

	if (!spans && strcmp(format, "conllu"))
		return err_set(err, ERR_USAGE, "--format takes conllu or "
			       "spans, not '%s'", format);
	e.max = stream_limit(chosen->max_document ? chosen->max_document
						  : DOCUMENT_LIMIT);
	words_init(&e.words);
	document_init(&e.doc, &e.words);
	rc = open_statements(&e, err);
	if (rc == 0 && context->arguments.count == 0)
		rc = export_documents(&e, NULL, spans, err);
	for (size_t i = 0; rc == 0 && i < context->arguments.count; i++)
		rc = export_documents(&e, context->arguments.items[i], spans,
				      err);
	release(&e);
	return rc;
}

const struct query export_query = {
	.program = {
		.name = "export",
		.summary = "write documents out of a database again",
		.arguments = "DATABASE [DOCUMENT…]",
		.description =
"Write the documents of a database to standard output: those whose ids are given, in that order, or all by id.\n"
"\n"
"conllu is the stream that was loaded, without any loss: every tool that reads CoNLL-U can go on with it, and esep-load makes the same database from it. spans is one JSON object a line for each document, with its id, the text of the source, and for every mention its place (code points from 0, half-open), type, and canonical id or value.",
		.examples =
"  esep export corpus.db > corpus.conllu\n"
"      the whole corpus as one stream\n"
"  esep export corpus.db tengria-2024-en --format spans\n"
"      the mentions of one report with their places in its text\n",
		.options = options,
		.settings_size = sizeof(struct export_settings),
	},
	.writes_text = true,
	.run = export_run,
};
