#include "dump.h"

#include "digest.h"
#include "records.h"
#include "stored.h"
#include "stream.h"

#include <stdlib.h>

struct dump_settings {
	size_t max_document;
};

static const struct program_option options[] = {
	{ 0, "max-document", OPT_SIZE,
	  offsetof(struct dump_settings, max_document), "SIZE",
	  "refuse larger documents (default: 256M)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

/* A table by its natural key: what numbers the rows have does not show. */
struct dump_table {
	const char *name, *sql;
};

#define OF_DOCUMENT "JOIN document ON document.id = document "
#define IN_TEXT "document, paragraph_position, " /* the order of sentences */

static const char meta_sql[] = "SELECT name, key, value FROM document_meta "
			       OF_DOCUMENT "ORDER BY 1, 2";

static const struct dump_table tables[] = {
	{ "section", "SELECT name, position, code, section.title FROM section "
	  OF_DOCUMENT "ORDER BY 1, 2" },
	{ "section_parent", "SELECT document, section, parent FROM v_sections "
	  "WHERE parent IS NOT NULL ORDER BY document, position" },
	{ "paragraph_country", "SELECT document, paragraph, chapter_country "
	  "FROM v_paragraphs WHERE chapter_country IS NOT NULL "
	  "ORDER BY document, position" },
	{ "paragraph", "SELECT document, position, paragraph, kind, section, "
	  "first_page, last_page, first_line, last_line, text "
	  "FROM v_paragraphs ORDER BY 1, 2" },
	{ "sentence", "SELECT document, paragraph, position, sentence, lang, "
	  "start_char, end_char, page, line FROM v_sentences "
	  "ORDER BY " IN_TEXT "position" },
	{ "term_count", "SELECT document, lang, stem, count, paragraphs, form "
	  "FROM v_terms ORDER BY 1, 2, 3" },
	{ "entity", "SELECT id, type, name, corrected FROM entity ORDER BY 1" },
	{ "entity_name", "SELECT entity, lang, name, source FROM entity_name "
	  "ORDER BY 1, 2" },
	{ "alias", "SELECT entity, form, lang, type, count FROM alias "
	  "ORDER BY 1, 2, 3, 4" },
	{ "mention", "SELECT home.sentence, mention.start_char, "
	  "mention.end_char, type, entity, value, substr(home.text, "
	  "mention.start_char - home.start_char + 1, mention.end_char - "
	  "mention.start_char) AS form, source_start, "
	  "source_end, mention.page, mention.line, rule, "
	  "confidence, corrected FROM mention "
	  "JOIN v_sentences AS home ON home.id = mention.sentence "
	  "ORDER BY " IN_TEXT "2, 3, 4, 5, 6, position" },
	{ "correction", "SELECT action, document, at, what, value, who, date, "
	  "why, left_out FROM correction ORDER BY 1, 2, 3, 4, 5, 6, 7, 8" },
	{ "correction_use", "SELECT name, action, c.document, at, what, value, "
	  "count FROM correction_use AS use JOIN correction AS c ON c.id = "
	  "correction JOIN document ON document.id = use.document "
	  "ORDER BY 1, 2, 3, 4, 5, 6" },
};

/* Two texts that differ must look different: what would part cells and rows is
 * \t \n \r, a backslash \\. */
static void add_escaped(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		static const char plain[] = "\t\n\r\\", coded[] = "tnr\\";
		char c = text.data[i];
		const char *found = c ? strchr(plain, c) : NULL;

		if (found)
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, found ? coded[found - plain] : c);
	}
}

static void add_cell(const struct query_context *context, struct strbuf *line,
		     struct str cell)
{
	struct strbuf masked = STRBUF_INIT;

	if (context->mask) {
		mask_add(context->mask, &masked, cell, NULL, 0);
		cell = strbuf_view(&masked);
	}
	add_escaped(line, cell);
	strbuf_release(&masked);
}

/* TABLE<TAB>cell…; NULL is \N, as in PostgreSQL's COPY and MySQL. */
static int dump_rows(struct query_context *context, const char *table,
		     const char *sql, struct strbuf *line, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db, sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		strbuf_clear(line);
		strbuf_add_z(line, table);
		for (int i = 0; i < statement_columns(st); i++) {
			strbuf_add_char(line, '\t');
			if (statement_is_null(st, i))
				strbuf_add_z(line, "\\N");
			else
				add_cell(context, line, statement_text(st, i));
		}
		strbuf_add_char(line, '\n');
		query_print_text(context, strbuf_view(line), "");
	}
	statement_close(st);
	return rc;
}

static int dump_documents(struct query_context *context, struct strbuf *line,
			  struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int rc;

	strbuf_add_z(&sql, "SELECT name");
	for (size_t i = 0; i < META_KEYS; i++)
		strbuf_addf(&sql, ", %s", meta_keys[i]);
	strbuf_add_z(&sql, ", paragraphs, words, tokenizer, stemmer, name_key, "
			   "lexicons, corrected FROM document ORDER BY 1");
	rc = dump_rows(context, "document", sql.data, line, err);
	strbuf_release(&sql);
	return rc;
}

/* Append the columns of a record's fields. What is a row's number becomes its
 * name. */
static void add_columns(struct strbuf *sql, const struct record *record)
{
	for (size_t i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		struct str columns = str_of(field->columns), column;

		if (field->kind == FIELD_ANCHOR) {
			str_split(&columns, ' ', &column);
			strbuf_addf(sql, ", (SELECT paragraph FROM v_paragraphs "
				    "WHERE id = %s.%.*s)", record->name,
				    STR_ARGS(column));
		}
		while (str_split(&columns, ' ', &column))
			if (column.len > 0)
				strbuf_addf(sql, ", %s.%.*s", record->name,
					    STR_ARGS(column));
	}
}

static void add_home(struct strbuf *sql, const struct record *record)
{
	const char *home = record_home_name(record->home);

	strbuf_addf(sql, "JOIN v_%ss AS home ON home.id = %s.%s", home,
		    record->name, home);
}

/* By place, and of one place by their first column. */
static void add_record(struct strbuf *sql, const struct record *record)
{
	bool in_sentence = record->home == HOME_SENTENCE;

	strbuf_add_z(sql, in_sentence ? "SELECT home.sentence"
				      : "SELECT home.document, home.paragraph");
	add_columns(sql, record);
	strbuf_addf(sql, " FROM %s ", record->name);
	add_home(sql, record);
	strbuf_addf(sql, " ORDER BY home.document, %s, %s.id",
		    in_sentence ? "home.paragraph_position, home.position, 2"
				: "home.position, 3", record->name);
}

/* Who had a part in what: FIELD_ENTITIES. */
static void add_parties(struct strbuf *sql, const struct record *record)
{
	struct str columns = str_of(record->fields[0].columns), name;

	str_split(&columns, ' ', &name);
	strbuf_addf(sql, "SELECT home.document, %s.%.*s, role, party.position, "
		    "party.name, party.entity FROM %s_party AS party "
		    "JOIN %s ON %s.id = party.%s ", record->name,
		    STR_ARGS(name), record->name, record->name, record->name,
		    record->name);
	add_home(sql, record);
	strbuf_add_z(sql, " ORDER BY 1, 2, 3, 4");
}

static int dump_record(struct query_context *context,
		       const struct record *record, struct strbuf *line,
		       struct err *err)
{
	struct strbuf sql = STRBUF_INIT, table = STRBUF_INIT;
	int rc;

	add_record(&sql, record);
	rc = dump_rows(context, record->name, sql.data, line, err);
	if (rc == 0 && record_has(record, FIELD_ENTITIES)) {
		strbuf_clear(&sql);
		add_parties(&sql, record);
		strbuf_addf(&table, "%s_party", record->name);
		rc = dump_rows(context, table.data, sql.data, line, err);
	}
	strbuf_release(&sql);
	strbuf_release(&table);
	return rc;
}

static void dump_source(struct query_context *context,
			const struct document *doc, struct strbuf *line)
{
	strbuf_clear(line);
	strbuf_add_z(line, "document_source\t");
	add_escaped(line, doc->id);
	strbuf_add_char(line, '\t');
	add_escaped(line, doc->source_text);
	strbuf_add_char(line, '\n');
	query_print_text(context, strbuf_view(line), "");
}

/* Streams are told by their digest: they repeat what the tables hold. */
static void dump_stream(struct query_context *context,
			const struct document *doc, struct strbuf *line)
{
	char hex[DIGEST_HEX + 1];
	uint64_t values = 0;

	strbuf_clear(line);
	stream_write(line, doc, &values);
	digest_hex(hex, strbuf_view(line));
	strbuf_clear(line);
	add_escaped(line, doc->id);
	fprintf(context->text, "document_stream\t%s\t%s\n", line->data, hex);
}

/* What is kept of each document beside the tables, by name, as `print` has
 * it. */
static int dump_stored(struct query_context *context, size_t max,
		       void (*print)(struct query_context *context,
				     const struct document *doc,
				     struct strbuf *line),
		       struct strbuf *line, struct err *err)
{
	struct statement *documents = NULL;
	struct stored stored;
	int rc = stored_open(&stored, context->db, max, err);

	if (rc == 0)
		rc = statement_open(&documents, context->db,
				    "SELECT id, name FROM document ORDER BY 2",
				    err);
	while (rc == 0 && (rc = statement_step(documents, err)) > 0) {
		rc = stored_read(&stored, statement_number(documents, 0), err);
		if (rc < 0) {
			err_wrap(err, rc, "%s: '%.*s'",
				 database_path(context->db),
				 STR_ARGS(statement_text(documents, 1)));
			break;
		}
		if (context->mask) {
			mask_document(context->mask, &stored.doc);
			stored_forget(&stored);
		}
		print(context, &stored.doc, line);
	}
	statement_close(documents);
	stored_close(&stored);
	return rc;
}

static int dump_run(const void *settings, struct query_context *context,
		    struct err *err)
{
	const struct dump_settings *chosen = settings;
	size_t max = stream_limit(chosen->max_document ? chosen->max_document
						       : DOCUMENT_LIMIT);
	struct strbuf line = STRBUF_INIT;
	int rc = query_no_arguments(&dump_query, context, err);

	if (rc == 0)
		rc = dump_documents(context, &line, err);
	if (rc == 0)
		rc = dump_rows(context, "document_meta", meta_sql, &line, err);
	if (rc == 0)
		rc = dump_stored(context, max, dump_source, &line, err);
	for (size_t i = 0; rc == 0 && i < COUNT_OF(tables); i++)
		rc = dump_rows(context, tables[i].name, tables[i].sql, &line,
			       err);
	for (size_t i = 0; rc == 0 && i < RECORDS; i++)
		rc = dump_record(context, &records[i], &line, err);
	if (rc == 0)
		rc = dump_stored(context, max, dump_stream, &line, err);
	strbuf_release(&line);
	return rc;
}

const struct query dump_query = {
	.program = {
		.name = "dump",
		.summary = "print a database as text, to compare two of them",
		.group = GROUP_OUT,
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
	.filters = FILTERS_NONE,
	.run = dump_run,
};
