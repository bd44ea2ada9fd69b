#include "dump.h"

#include "deflate.h"
#include "digest.h"
#include "stream.h"

#include <stdlib.h>

struct dump_settings {
	size_t max_document;
};

static const struct program_option options[] = {
	{ 0, "max-document", OPT_SIZE,
	  offsetof(struct dump_settings, max_document), "SIZE",
	  "refuse larger documents (default: 256M)" },
	{ .name = NULL }
};

/* A table by its natural key: what numbers the rows have does not show. */
struct dump_table {
	const char *name, *sql;
};

#define DOCUMENT "JOIN document ON document.id = "
#define IN_PARAGRAPH "JOIN paragraph ON paragraph.id = "
#define OF_PARAGRAPH DOCUMENT "paragraph.document "

static const struct dump_table tables[] = {
	{ "document", "SELECT name, title, lang, country, edition, covers, "
	  "series, source, sha256, paragraphs, words, tokenizer, stemmer, "
	  "name_key, lexicons "
	  "FROM document ORDER BY 1" },
	{ "document_meta", "SELECT name, key, value FROM document_meta "
	  DOCUMENT "document ORDER BY 1, 2" },
	{ "document_source", "SELECT name, text FROM document_source "
	  DOCUMENT "document ORDER BY 1" },
	{ "section", "SELECT name, position, code, section.title FROM section "
	  DOCUMENT "document ORDER BY 1, 2" },
	{ "paragraph", "SELECT document.name, paragraph.position, "
	  "paragraph.name, kind, section.code, first_page, last_page, "
	  "first_line, last_line, text FROM paragraph "
	  DOCUMENT "paragraph.document LEFT JOIN section "
	  "ON section.id = paragraph.section ORDER BY 1, 2" },
	{ "sentence", "SELECT document.name, paragraph.name, "
	  "sentence.position, sentence.name, sentence.lang, start_char, "
	  "end_char, page, line FROM sentence " IN_PARAGRAPH
	  "sentence.paragraph " OF_PARAGRAPH
	  "ORDER BY document.name, paragraph.position, 3" },
	{ "words", "SELECT document.name, paragraph.name, form, stem, key, "
	  "lemma, hex(places) FROM paragraph_words " IN_PARAGRAPH "paragraph "
	  OF_PARAGRAPH "ORDER BY document.name, paragraph.position" },
	{ "term_count", "SELECT document.name, term.lang, stem, count, "
	  "term_count.paragraphs, form FROM term_count " DOCUMENT "document "
	  "JOIN term ON term.id = term ORDER BY 1, 2, 3" },
	{ "entity", "SELECT id, type, name FROM entity ORDER BY 1" },
	{ "alias", "SELECT entity, form, lang, type, count FROM alias "
	  "ORDER BY 1, 2, 3, 4" },
	{ "mention", "SELECT sentence.name, mention.start_char, "
	  "mention.end_char, type, entity, value, form, source_start, "
	  "source_end, mention.page, mention.line FROM mention "
	  "JOIN sentence ON sentence.id = sentence " IN_PARAGRAPH
	  "sentence.paragraph " OF_PARAGRAPH
	  "ORDER BY document.name, paragraph.position, 2, 3, 4, 5, 6, "
	  "sentence.position" },
	{ "incident", "SELECT sentence.name, incident.name, type, date, "
	  "trigger, source_start, source_end, incident.page, incident.line "
	  "FROM incident JOIN sentence ON sentence.id = sentence " IN_PARAGRAPH
	  "sentence.paragraph " OF_PARAGRAPH "ORDER BY document.name, "
	  "paragraph.position, sentence.position, 2" },
	{ "incident_party", "SELECT document.name, incident.name, role, "
	  "incident_party.position, incident_party.name, entity "
	  "FROM incident_party JOIN incident ON incident.id = incident "
	  "JOIN sentence ON sentence.id = incident.sentence " IN_PARAGRAPH
	  "sentence.paragraph " OF_PARAGRAPH "ORDER BY 1, 2, 3, 4" },
	{ "quotation", "SELECT sentence.name, quotation.name, quotation.kind, "
	  "speaker, cue, quote, source_start, source_end, quotation.page, "
	  "quotation.line FROM quotation "
	  "JOIN sentence ON sentence.id = sentence " IN_PARAGRAPH
	  "sentence.paragraph " OF_PARAGRAPH "ORDER BY document.name, "
	  "paragraph.position, sentence.position, 2" },
	{ "footnote", "SELECT document.name, paragraph.name, number, "
	  "anchor.name, anchor_char, author, footnote.title, outlet, date, "
	  "url FROM footnote " IN_PARAGRAPH "footnote.paragraph " OF_PARAGRAPH
	  "LEFT JOIN paragraph AS anchor ON anchor.id = anchor "
	  "ORDER BY 1, paragraph.position, 3, footnote.id" },
	{ "score", "SELECT document.name, paragraph.name, scope, value, "
	  "class, change FROM score " IN_PARAGRAPH "score.paragraph "
	  OF_PARAGRAPH "ORDER BY 1, paragraph.position, score.id" },
	{ "link", "SELECT document.name, paragraph.name, start_char, "
	  "end_char, target FROM link " IN_PARAGRAPH "link.paragraph "
	  OF_PARAGRAPH "ORDER BY 1, paragraph.position, 3, link.id" },
};

/* TABLE<TAB>cell…; NULL is \N, as in PostgreSQL's COPY and MySQL. */
static int dump_table(struct query_context *context,
		      const struct dump_table *table, struct strbuf *line,
		      struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db, table->sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		strbuf_clear(line);
		strbuf_add_z(line, table->name);
		for (int i = 0; i < statement_columns(st); i++) {
			strbuf_add_char(line, '\t');
			if (statement_is_null(st, i))
				strbuf_add_z(line, "\\N");
			else
				output_add_tsv(line, statement_text(st, i));
		}
		strbuf_add_char(line, '\n');
		fwrite(line->data, 1, line->len, context->text);
	}
	statement_close(st);
	return rc;
}

/* Streams are told by their digest: they repeat what the tables hold. */
static int dump_streams(struct query_context *context, size_t max,
			struct strbuf *stream, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db,
				"SELECT name, conllu FROM document_stream "
				DOCUMENT "document ORDER BY 1", err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		struct str name = statement_text(st, 0);
		char hex[DIGEST_HEX + 1];

		strbuf_clear(stream);
		rc = inflate_add(stream, statement_text(st, 1), max, err);
		if (rc < 0) {
			err_wrap(err, rc, "%s: stream of '%.*s'",
				 database_path(context->db), STR_ARGS(name));
			break;
		}
		digest_hex(hex, strbuf_view(stream));
		strbuf_clear(stream);
		output_add_tsv(stream, name);
		fprintf(context->text, "document_stream\t%s\t%s\n",
			stream->data, hex);
	}
	statement_close(st);
	return rc;
}

static int dump_run(const void *settings, struct query_context *context,
		    struct err *err)
{
	const struct dump_settings *chosen = settings;
	size_t max = chosen->max_document ? chosen->max_document
					  : DOCUMENT_LIMIT;
	struct strbuf line = STRBUF_INIT;
	int rc = query_no_arguments(context, err);

	for (size_t i = 0; rc == 0 && i < COUNT_OF(tables); i++)
		rc = dump_table(context, &tables[i], &line, err);
	if (rc == 0)
		rc = dump_streams(context, stream_limit(max), &line, err);
	strbuf_release(&line);
	return rc;
}

const struct query dump_query = {
	.program = {
		.name = "dump",
		.summary = "print a database as text, to compare two of them",
		.arguments = "DATABASE",
		.description =
"Print every row of a database, one a line: the table, then the cells with tabs between (\\t \\n \\r \\\\ for these characters in a cell, \\N for NULL). Rows are named and sorted by what they are about, not by their numbers in the file: two databases hold the same exactly when their dumps are the same, in whatever order and however often the documents were loaded. Streams are printed as their SHA-256.",
		.examples =
"  diff <(esep dump a.db) <(esep dump b.db)\n"
"      what two databases do not have in common\n",
		.options = options,
		.settings_size = sizeof(struct dump_settings),
	},
	.writes_text = true,
	.run = dump_run,
};
