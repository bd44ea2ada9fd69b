#include "read.h"

#include "decoder.h"
#include "digest.h"
#include "docx.h"
#include "epub.h"
#include "format.h"
#include "html.h"
#include "metadata.h"
#include "mojibake.h"
#include "odt.h"
#include "paragraphs.h"
#include "pdf.h"
#include "told.h"

#include <stdlib.h>

struct read_settings {
	const char *encoding;
};

struct read_state {
	struct stage_context context;
	struct metadata *metadata;
	struct told *told;
	struct html_names *names;
	struct decoder decoder;
};

static const struct program_option options[] = {
	{ 'e', "encoding", OPT_STRING,
	  offsetof(struct read_settings, encoding), "NAME",
	  "the encoding of the files, as iconv or lexicons/encodings.tsv names "
	  "it (default: found from their bytes)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

static void read_close(void *state)
{
	struct read_state *read = state;

	encodings_close(read->decoder.encodings);
	html_names_close(read->names);
	metadata_free(read->metadata);
	told_free(read->told);
	free(read);
}

static int read_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	struct read_state *read = memory_get(sizeof *read);
	const struct read_settings *wanted = settings;
	int rc;

	*read = (struct read_state){
		.context = *context,
		.decoder = { .wanted = wanted->encoding, .warn = context->warn,
			     .data = context->data }
	};
	rc = languages_need(context->knowledge->languages, LANGUAGES_GUESS,
			    err);
	read->metadata = metadata_new(context->knowledge);
	read->told = told_new(&read->context);
	if (rc == 0)
		rc = html_names_open(&read->names,
				     context->knowledge->lexicons, err);
	if (rc == 0)
		rc = encodings_open(&read->decoder.encodings,
				    context->knowledge->languages,
				    context->knowledge->lexicons, err);
	if (rc < 0)
		read_close(read);
	*state = rc < 0 ? NULL : read;
	return rc;
}

static int read_load_rest(void *state, struct err *err)
{
	struct read_state *read = state;
	int rc = encodings_load(read->decoder.encodings, err);

	if (rc == 0)
		rc = told_load(read->told, err);
	return rc == 0 ? metadata_load(read->metadata, err) : rc;
}

static void warn_mojibake(const struct read_state *read,
			  const struct document *doc)
{
	struct err err = ERR_INIT;
	struct mojibake found;
	size_t line = 1;

	if (!mojibake_find(doc->source_text, &found))
		return;
	for (size_t i = 0; i < found.at; i++)
		line += doc->source_text.data[i] == '\n';
	err_set(&err, ERR_ENCODING,
		"%.*s:%zu: looks like %s; the text is kept as it is",
		STR_ARGS(document_meta(doc, STR("source"))), line, found.what);
	read->context.warn(read->context.data, &err);
}

/* The document's bytes as UTF-8, into source_text. */
static int decode(const struct read_state *read, struct document *doc,
		  struct str declared, struct err *err)
{
	return decoder_decode(&read->decoder, &doc->source_text, &doc->arena,
			      document_meta(doc, STR("source")), doc->raw,
			      declared, err);
}

static int read_text(const struct read_state *read, struct document *doc,
		     struct err *err)
{
	int rc = decode(read, doc, STR_NONE, err);

	if (rc == 0)
		paragraphs_find(doc);
	return rc;
}

static int read_html(const struct read_state *read, struct document *doc,
		     struct builder *builder, struct err *err)
{
	int rc = decode(read, doc, html_declared(doc->raw), err);

	if (rc == 0)
		rc = html_read(builder, doc->source_text, read->names, err);
	return rc;
}

/* What was damaged is told, and the rest is read. */
static int read_pdf(const struct read_state *read, struct document *doc,
		    struct builder *builder, struct err *err)
{
	struct str source = document_meta(doc, STR("source"));
	struct err damage = ERR_INIT;
	int rc = pdf_read(builder, doc->raw, &damage, err);

	if (rc < 0 || damage.code == 0)
		return rc;
	err_wrap(&damage, damage.code, "%.*s", STR_ARGS(source));
	read->context.warn(read->context.data, &damage);
	return 0;
}

static int read_docx(const struct read_state *read, struct document *doc,
		     struct builder *builder, struct err *err)
{
	(void)read;
	return docx_read(builder, doc->raw, err);
}

static int read_odt(const struct read_state *read, struct document *doc,
		    struct builder *builder, struct err *err)
{
	(void)read;
	return odt_read(builder, doc->raw, err);
}

static int read_epub(const struct read_state *read, struct document *doc,
		     struct builder *builder, struct err *err)
{
	return epub_read(builder, doc->raw, read->names, &read->decoder, err);
}

/* Formats that are read with a builder; what has no row is text. */
static int (*const readers[FORMATS])(const struct read_state *read,
				     struct document *doc,
				     struct builder *builder,
				     struct err *err) = {
	[FORMAT_HTML] = read_html,
	[FORMAT_DOCX] = read_docx,
	[FORMAT_ODT] = read_odt,
	[FORMAT_EPUB] = read_epub,
	[FORMAT_PDF] = read_pdf,
};

static int read_format(const struct read_state *read, struct document *doc,
		       struct err *err)
{
	enum format format = format_find(doc->raw);
	struct builder builder;
	int rc = format_check(format, err);

	if (rc < 0)
		return rc;
	if (!readers[format])
		return read_text(read, doc, err);
	builder_init(&builder, doc, read->context.max_document);
	rc = readers[format](read, doc, &builder, err);
	if (rc == 0)
		return builder_finish(&builder, err);
	builder_release(&builder);
	return rc;
}

static int read_document(void *state, struct document *doc, struct err *err)
{
	struct read_state *read = state;
	struct str source = document_meta(doc, STR("source"));
	char digest[DIGEST_HEX + 1];
	int rc = told_check(read->told, doc, err);

	if (rc < 0)
		return rc;
	if ((rc = read_format(read, doc, err)) < 0)
		return err_wrap(err, rc, "%.*s", STR_ARGS(source));
	digest_hex(digest, doc->raw);
	document_set_meta(doc, STR("sha256"), str_of(digest));
	warn_mojibake(read, doc);
	if (doc->paragraphs.count == 0)
		return err_set(err, ERR_FORMAT, "%.*s: there is no text in it",
			       STR_ARGS(source));
	return metadata_find(read->metadata, doc, err);
}

const struct stage read_stage = {
	.program = {
		.name = "read",
		.summary = "read reports into paragraphs as they stand",
		.group = GROUP_STAGE,
		.arguments = "[FILE|FOLDER…]",
		.description =
"Read reports and write them as a stream of paragraphs in CoNLL-U. A FILE is plain text, Markdown, HTML, XHTML, .docx, .odt, EPUB or PDF, which is found from its content, not from its name; a FOLDER stands for all its .txt, .text, .md, .markdown, .html, .htm, .xhtml, .docx, .odt, .epub and .pdf files (a .doc, .docm or .rtf file is told), in folders within it too. In a folder only regular files are read, each once; links, pipes and devices are told and left out, which is no failure. What is named itself may be any of these. Without arguments, or for -, read standard input.\n"
"\n"
"The id of a document tells its file and not what lies beside it: of a file in a FOLDER the path from there on, with . for /, without the ending .txt; of a FILE its name without ending, and with it where two FILEs differ in it alone. Two with the same id all the same are told and left out; a manifest can give them others.\n"
"\n"
"The encoding of text and HTML is found from the bytes: UTF-8 and UTF-16; else what an HTML page says of itself, unless another encoding reads clearly better, which is told in a warning; else that of lexicons/encodings.tsv (Windows-1251, Windows-1252, KOI8-R, CP866, RK1048 and others) in which the text reads best, by its letters and marks; where two are about as likely a warning names both. Text that was decoded wrongly before it came here is told in a warning and kept as it is. In a text a paragraph is a line where most lines are followed by a blank one and few go on with a small letter in the next, else the lines between blank ones; Markdown headings, list items and table rows stand alone; what a Markdown file says of itself in front, between lines of ---, is no text. Every paragraph keeps the lines it came from; those of other formats are lines of the text that was taken out of them.\n"
"\n"
"Of an HTML page the main text is read; menus, headers and footers of the page, forms, notices and hidden parts are left out (by element, role and the words of lexicons/html_furniture.tsv). Of a .docx and an .odt headers and footers of the page are left out; the pages of an EPUB are read in the order of its spine. In all of them, headings, list items, table rows, captions, pull quotes, links and footnotes are known as such.\n"
"\n"
"A folder may hold a manifest.tsv with a header row and the column file, and any of the columns id, title, lang, country (ISO 3166-1), edition (the year on the cover), covers (the period the report is about, EDTF) and series. Every other column is kept as metadata under its name. A column that is a known one misspelt, a row with too few or too many cells, a country, language, edition or period that cannot be, a series that is nearly a known one, a file or an id in two rows are told with file and line, and the reports that they are about are left out; a series that no table of lexicons/series/ knows is told. What the manifest does not say is taken from the text: the title lines, the year in them, the country they name, or that the text names plainly; a report that names several is about none; it covers the years that its title tells (a range, a quarter, a half) or its text, else the year before its edition, unless the text names the edition's own year more often.",
		.examples =
"  esep-read report.txt | less\n"
"      look at the paragraphs of one report\n"
"  esep-read report.docx page.html | grep '^# link'\n"
"      where a report and a page lead to\n"
"  esep-read reports/ | esep-mend | esep-tokenize > reports.conllu\n"
"      a folder of reports, as far as sentences and words\n",
		.options = options,
		.settings_size = sizeof(struct read_settings),
	},
	.role = STAGE_SOURCE,
	.open = read_open,
	.load_rest = read_load_rest,
	.document = read_document,
	.close = read_close,
};
