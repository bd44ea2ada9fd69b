#include "read.h"

#include "digest.h"
#include "encoding.h"
#include "metadata.h"
#include "mojibake.h"
#include "paragraphs.h"

#include <stdlib.h>

struct read_settings {
	const char *encoding;
};

struct read_state {
	const struct read_settings *settings;
	struct stage_context context;
	struct languages *languages;
	struct metadata *metadata;
};

static const struct program_option options[] = {
	{ 'e', "encoding", OPT_STRING,
	  offsetof(struct read_settings, encoding), "NAME",
	  "the encoding of the files, by its iconv name (default: found from "
	  "their bytes)" },
	{ .name = NULL }
};

static int read_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	struct read_state *read = memory_get(sizeof *read);
	int rc;

	*read = (struct read_state){ .settings = settings,
				     .context = *context };
	rc = languages_open(&read->languages, context->words,
			    context->lexicons, err);
	if (rc == 0) {
		rc = metadata_open(&read->metadata, context->lexicons, err);
		if (rc < 0)
			languages_close(read->languages);
	}
	if (rc < 0)
		free(read);
	*state = rc < 0 ? NULL : read;
	return rc;
}

static void read_close(void *state)
{
	struct read_state *read = state;

	metadata_close(read->metadata);
	languages_close(read->languages);
	free(read);
}

static void warn_damage(const struct read_state *read, struct str source,
			const char *encoding,
			const struct encoding_damage *damage)
{
	struct err err = ERR_INIT;

	err_set(&err, ERR_ENCODING,
		"%.*s:%zu: not valid %s from byte %zu on (%zu bytes in all); "
		"each such byte became U+FFFD, the rest is read",
		STR_ARGS(source), damage->line, encoding, damage->byte,
		damage->count);
	read->context.warn(read->context.data, &err);
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

static int decode(const struct read_state *read, struct document *doc,
		  struct err *err)
{
	struct str source = document_meta(doc, STR("source"));
	const char *encoding = read->settings->encoding;
	struct encoding_damage damage;
	int rc;

	if (!encoding)
		encoding = encoding_find(doc->raw);
	if (!encoding)
		return err_set(err, ERR_FORMAT,
			       "%.*s: not a text file (it holds binary data)",
			       STR_ARGS(source));
	rc = encoding_decode(&doc->source_text, &doc->arena, doc->raw, encoding,
			     &damage, err);
	if (rc < 0)
		return err_wrap(err, rc, "%.*s", STR_ARGS(source));
	if (damage.count > 0)
		warn_damage(read, source, encoding, &damage);
	warn_mojibake(read, doc);
	return 0;
}

static int read_document(void *state, struct document *doc, struct err *err)
{
	struct read_state *read = state;
	char digest[DIGEST_HEX + 1];
	int rc = decode(read, doc, err);

	if (rc < 0)
		return rc;
	digest_hex(digest, doc->raw);
	document_set_meta(doc, STR("sha256"), str_of(digest));
	paragraphs_find(doc);
	if (doc->paragraphs.count == 0)
		return err_set(err, ERR_FORMAT, "%.*s: there is no text in it",
			       STR_ARGS(document_meta(doc, STR("source"))));
	metadata_find(read->metadata, read->languages, doc);
	return 0;
}

const struct stage read_stage = {
	.program = {
		.name = "read",
		.summary = "read reports into paragraphs as they stand",
		.arguments = "[FILE|FOLDER…]",
		.description =
"Read reports and write them as a stream of paragraphs in CoNLL-U. A FILE is plain text or Markdown; a FOLDER stands for all its .txt, .text, .md and .markdown files, in folders within it too. Without arguments, or for -, read standard input.\n"
"\n"
"The encoding is found from the bytes: UTF-8, UTF-16, Windows-1251 or KOI8-R. Cyrillic that was decoded wrongly before it came here is told in a warning and kept as it is. A paragraph is a line where most lines are followed by a blank one, else the lines between blank ones; Markdown headings, list items and table rows stand alone. Every paragraph keeps the lines it came from.\n"
"\n"
"A folder may hold a manifest.tsv with a header row and the column file, and any of the columns id, title, lang, country (ISO 3166-1), edition (the year on the cover), covers (the period the report is about, EDTF) and series. What it does not say is taken from the text: the title lines, the year in them, the country they name; a report covers the year before its edition unless its text says otherwise.",
		.examples =
"  esep-read report.txt | less\n"
"      look at the paragraphs of one report\n"
"  esep-read reports/ | esep-mend | esep-tokenize > reports.conllu\n"
"      a folder of reports, as far as sentences and words\n",
		.options = options,
		.settings_size = sizeof(struct read_settings),
	},
	.role = STAGE_SOURCE,
	.open = read_open,
	.document = read_document,
	.close = read_close,
};
