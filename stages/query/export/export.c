#include "export.h"

#include "correction_set.h"
#include "export_formats.h"
#include "stream.h"

#include <unistd.h>

struct export_settings {
	const char *format, *output;
	bool corrected, glue;
	size_t confidence, max_document;
};

static const struct program_option options[] = {
	{ 0, "format", OPT_STRING, offsetof(struct export_settings, format),
	  "conllu|spans|vrt|jsonl|csv|ftm", "what to write (default: conllu)",
	  VALUE_CHOICE, NULL },
	{ 'o', "output", OPT_STRING, offsetof(struct export_settings, output),
	  "DIR", "write the files of csv into DIR, which is new or empty",
	  VALUE_FOLDER, NULL },
	{ 0, "corrected", OPT_FLAG, offsetof(struct export_settings, corrected),
	  NULL, "write conllu as corrections.tsv corrected it, not as it was "
	  "found",
	  VALUE_ANY, NULL },
	{ 0, "glue", OPT_FLAG, offsetof(struct export_settings, glue), NULL,
	  "write <g/> into vrt where no blank is between two tokens, as Sketch "
	  "Engine has it",
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
	&export_vrt,
	&export_jsonl,
	&export_csv,
	&export_ftm,
};

static const char documents_sql[] =
	"SELECT id, name FROM document WHERE (?1 IS NULL OR name = ?1)";

static const struct export_format *format_of(const char *name)
{
	size_t i = COUNT_OF(formats) - 1;

	while (i > 0 && (!name || strcmp(formats[i]->name, name) != 0))
		i--;
	return formats[i];
}

/* Those of the database, if that is asked for; else none. */
static int read_corrections(struct corrections *set, bool are_wanted,
			    struct database *db, struct err *err)
{
	int rc = are_wanted ? corrections_read(set, db, err) : 0;

	corrections_settle(set, NULL, NULL);
	return rc;
}

/* Two documents whose ids are one when masked would be one to who reads. */
static int check_id(struct exporter *e, struct statement *documents,
		    struct err *err)
{
	struct str id = statement_text(documents, 1), masked;

	if (interned_find(&e->ids, id))
		return 0;
	interned_add(&e->ids, id);
	masked = export_read(e, documents, 1);
	if (interned_find(&e->masked_ids, masked))
		return err_set(err, ERR_DATABASE, "%s: with --mask two "
			       "documents are '%.*s', one of them '%.*s': "
			       "load it with another id",
			       database_path(e->db), STR_ARGS(masked),
			       STR_ARGS(id));
	interned_add(&e->masked_ids, masked);
	return 0;
}

static int add_document(struct exporter *e, const struct export_format *format,
			struct statement *documents, struct err *err)
{
	int rc = e->mask ? check_id(e, documents, err) : 0;

	if (rc < 0)
		return rc;
	e->number = statement_number(documents, 0);
	strbuf_addf(&e->chosen, "%c%jd", e->chosen.len == 0 ? '[' : ',',
		    (intmax_t)e->number);
	if (format->needs_rows)
		return 0;
	rc = stored_read(&e->stored, e->number, err);
	if (rc < 0)
		return err_wrap(err, rc, "%s: '%.*s'", database_path(e->db),
				STR_ARGS(statement_text(documents, 1)));
	e->name = statement_text(documents, 1);
	if (corrections_apply(e->corrections, &e->stored.doc) > 0)
		stored_forget(&e->stored);
	if (e->mask) {
		mask_document(e->mask, &e->stored.doc);
		stored_forget(&e->stored);
	}
	return format->add(e, err);
}

/* The documents of that name, or all; one that filters leave out is told. */
static int export_documents(struct exporter *e,
			    const struct export_format *format,
			    struct statement *documents, const char *name,
			    struct err *err)
{
	size_t found = 0;
	int rc;

	query_bind(documents, 1, name);
	while ((rc = statement_step(documents, err)) > 0) {
		rc = add_document(e, format, documents, err);
		if (rc < 0)
			break;
		export_flush(e);
		found++;
	}
	statement_reset(documents);
	if (rc == 0 && name && found == 0)
		strbuf_addf(e->notes, "'%s' does not pass the filters\n",
			    name);
	return rc;
}

static int open_exporter(struct exporter *e, const struct export_format *format,
			 size_t max, struct err *err)
{
	int rc = stored_open(&e->stored, e->db, max, err);

	interned_init(&e->ids);
	interned_init(&e->masked_ids);
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
	strbuf_release(&e->chosen);
	strbuf_release(&e->out);
	strbuf_release(&e->shown);
	strbuf_release(&e->masked);
	interned_release(&e->ids);
	interned_release(&e->masked_ids);
	LIST_RELEASE(&e->keys);
	LIST_RELEASE(&e->names);
	arena_release(&e->arena);
}

static int export_part(struct exporter *e,
		       int (*part)(struct exporter *e, struct err *err),
		       struct err *err)
{
	int rc = part ? part(e, err) : 0;

	if (rc == 0)
		export_flush(e);
	return rc;
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
	bool begun = !database_is_in_transaction(e->db);
	int rc = begun ? database_run(e->db, "BEGIN", err) : 0;

	if (rc == 0)
		rc = open_documents(&documents, context, err);
	if (rc == 0)
		rc = export_part(e, format->begin, err);
	if (rc == 0 && names->count == 0)
		rc = export_documents(e, format, documents, NULL, err);
	for (size_t i = 0; rc == 0 && i < names->count; i++)
		rc = export_documents(e, format, documents, names->items[i],
				      err);
	strbuf_add_z(&e->chosen, e->chosen.len == 0 ? "[]" : "]");
	if (rc == 0)
		rc = export_part(e, format->end, err);
	statement_close(documents);
	if (begun) /* all was of one state of the database */
		database_rollback(e->db);
	return rc;
}

/* See that each option is one of the format. */
static int check_options(const struct export_settings *chosen,
			 const struct export_format *format, struct err *err)
{
	if (chosen->confidence && format != &export_spans)
		return err_set(err, ERR_USAGE, "--confidence is for --format "
			       "%s", export_spans.name);
	if (chosen->glue && format != &export_vrt)
		return err_set(err, ERR_USAGE, "--glue is for --format %s",
			       export_vrt.name);
	if (format->is_folder && !chosen->output)
		return err_set(err, ERR_USAGE, "--format %s writes several "
			       "files: name a folder for them with --output "
			       "DIR", format->name);
	if (!format->is_folder && chosen->output)
		return err_set(err, ERR_USAGE, "--output is for --format %s; "
			       "send the others to a file with >",
			       export_csv.name);
	return 0;
}

static int export_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct export_settings *chosen = settings;
	const struct export_format *format = format_of(chosen->format);
	struct corrections set;
	struct exporter e = { .session = context->session, .db = context->db,
			      .corrections = &set, .mask = context->mask,
			      .confidence = (int64_t)chosen->confidence,
			      .glue = chosen->glue, .folder = chosen->output,
			      .notes = &context->notes, .arena = ARENA_INIT,
			      .file = context->text,
			      .is_terminal = isatty(fileno(context->text)) };
	int rc = check_options(chosen, format, err);

	if (rc < 0)
		return rc;
	corrections_init(&set);
	rc = read_corrections(&set, chosen->corrected ||
			      format->is_corrected || e.mask,
			      context->db, err);
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
		.group = GROUP_OUT,
		.arguments = "DATABASE [DOCUMENT…]",
		.description =
"Write the documents of a database to standard output: those whose ids are given, in that order, or all by id; with filters those of them that pass, whole: with --country what is on the country or has a chapter on it.\n"
"\n"
"conllu is the stream that was loaded, without any loss: for UDPipe, Stanza and all that reads CoNLL-U, and for esep-load, which makes the same database from it. With --corrected people's corrections are in it; all other formats show documents corrected, as the database does.\n"
"\n"
"spans, for those who annotate: one JSON object a line for each document, with its id, the text of the source, and for every mention its place (code points from 0, half-open), type, and canonical id or value.\n"
"\n"
"vrt, for CQP, CQPweb and Sketch Engine: vertical text, a token a line with word, lemma, stem, lang, kind, pos; what is not known is __UNDEF__. Regions are text (with all columns of the manifest), section, p, s, entity; none stands within another of its name. Its first line is a comment with the cwb-encode command that belongs to it. With --glue, for Sketch Engine, <g/> stands where no blank is between two tokens, and there is no comment.\n"
"\n"
"jsonl, for Python, jq and search engines: one JSON object a line for each sentence, with its document, section, page, line, text, tokens, mentions, incidents and quotations (footnotes, scores and links with the first sentence of their paragraph); null is what is not known, start and end are code points of the text from 0, half-open.\n"
"\n"
"csv, for R, pandas and spreadsheets: a folder of tables (RFC 4180: UTF-8, CR LF) and datapackage.json, a Frictionless data package that tells types and keys. An empty cell is what is not known. DIR must be new or empty; if datapackage.json is not there, the export was not finished.\n"
"\n"
"ftm, for Aleph: entities of FollowTheMoney as lines of JSON: a document for each report, whom and what reports name, an Event for each incident, an UnknownLink with a role for each that had a part in it, and who is mentioned where. Parties that no entity stands for, and dates that are no year, month or day, are in the notes of an event. Quotations are not in it.\n"
"\n"
"With --mask persons documents are written as corrected, and masked as a whole. Each word of a name is a letter by itself, so that words, and what stands on them, keep their numbers; in csv a name of several words is one letter. The text of the source is left out, since names lie broken across its lines: in conllu and spans what stands for it, and places in it, are of the masked paragraphs; in csv and jsonl source_start and source_end are empty, in jsonl the places of links and footnotes too. All other places are those in the masked texts. Spellings that are one when masked are one row of aliases, with the sum of their counts; two documents that are one by their ids are an error.",
		.examples =
"  esep export corpus.db > corpus.conllu\n"
"      the whole corpus as one stream\n"
"  esep export corpus.db tengria-2024-en --format spans\n"
"      the mentions of one report with their places in its text\n"
"  esep export corpus.db --format csv --output tables\n"
"      tables/documents.csv, tables/incidents.csv and so on\n"
"  esep export corpus.db --format ftm | alephclient write-entities -f reports\n"
"      into the collection `reports` of Aleph\n",
		.options = options,
		.settings_size = sizeof(struct export_settings),
		.argument_values = VALUE_DOCUMENT,
	},
	.filters = FILTERS_DOCUMENTS,
	.writes_text = true,
	.run = export_run,
};
