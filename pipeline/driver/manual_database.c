/* esep-database(5), from the SQL that makes a database. */
#include "manual_pages.h"

#include "roff.h"
#include "schema.h"
#include "sql_columns.h"
#include "versions.h"

static const char about[] =
"A database that esep makes is one SQLite file. Any client of SQLite opens it, searches and joins it without an extension: sqlite3(1), DB Browser for SQLite, Datasette, the sqlite3 module of Python, RSQLite. To ask most questions, take the views, whose names begin with v_; they join the tables, which lie below them, into rows that say of which document, section, page and line they tell.\n"
"\n"
"Everything that is counted can be traced: a mention, incident or quotation belongs to a sentence, that to a paragraph, and that to a page and lines of the source. Offsets are characters of a paragraph's text, from 0; the end is the first one behind. Dates are in EDTF (ISO 8601-2): 2022, 2022-12, 2022-12-08, 2022-12-01/2022-12-08. What is not known is NULL. Entities, and the series, editions and sections of documents have the ids that the stream gives them: see esep-stream(5).\n"
"\n"
"A client should only read: esep refuses a database whose tables are not as it makes them or that has triggers; what else a user puts beside the tables does no harm. The pragma user_version tells the version of the schema; programs of another version refuse the database, and the reports are loaded anew. Two databases hold the same when what 'esep dump' prints of them is the same.\n";

static const char texts[] =
"The texts of the paragraphs can be searched in any client, by words as they are written, with paragraph_text; the functions highlight() and snippet() show the hits. The table word_index, by which esep-search(1) finds stems and keys of names, needs a tokenizer that only esep has. Tables that begin with these names are SQLite's own parts of them.\n";

/* Run over the sample corpus by a test. */
static const char examples[] =
"The incidents of a year, with where they are told:\n"
"\n"
"  sqlite3 -box corpus.db \"SELECT date, type, target, document, page, line\n"
"    FROM v_incidents WHERE date LIKE '2024%' ORDER BY date\"\n"
"\n"
"Detentions by edition:\n"
"\n"
"  sqlite3 -box corpus.db \"SELECT edition, count(*) FROM v_incidents\n"
"    WHERE type = 'detention' GROUP BY edition ORDER BY edition\"\n"
"\n"
"Sentences that name an entity:\n"
"\n"
"  sqlite3 -box corpus.db \"SELECT document, page, line, form, text\n"
"    FROM v_mentions WHERE entity = 'qyran' LIMIT 5\"\n"
"\n"
"Who is cited most:\n"
"\n"
"  sqlite3 -box corpus.db \"SELECT name, kind, count(*) AS n FROM v_quotations\n"
"    WHERE speaker IS NOT NULL GROUP BY speaker, kind ORDER BY n DESC, name\"\n"
"\n"
"A word, as it is written, with what stands around it:\n"
"\n"
"  sqlite3 corpus.db \"SELECT snippet(paragraph_text, 0, '[', ']', '…', 12)\n"
"    FROM paragraph_text WHERE paragraph_text MATCH 'censorship' LIMIT 5\"\n"
"\n"
"The commonest words of the reports in a language:\n"
"\n"
"  sqlite3 -box corpus.db \"SELECT stem, sum(count) AS n FROM v_terms\n"
"    WHERE lang = 'en' GROUP BY stem ORDER BY n DESC, stem LIMIT 10\"\n"
"\n"
"A table for a spreadsheet:\n"
"\n"
"  sqlite3 -csv -header corpus.db \"SELECT * FROM v_incidents\" > incidents.csv\n";

static bool is_type(const struct schema_object *object, const char *type)
{
	return !strcmp(object->type, type);
}

static bool is_virtual(const struct schema_object *object)
{
	return str_has_prefix(str_of(object->sql), STR("CREATE VIRTUAL"));
}

static void put_heading(const struct schema_object *object, struct str comment)
{
	printf(".SS %s\n", object->name);
	if (comment.len > 0) {
		struct strbuf text = STRBUF_INIT;

		strbuf_add(&text, comment);
		strbuf_add_char(&text, '.');
		roff_filled(stdout, strbuf_view(&text));
		strbuf_release(&text);
	}
}

/* "TEXT NOT NULL; its id in the stream" */
static void put_column(const struct sql_column *column)
{
	struct strbuf text = STRBUF_INIT;
	struct str name = sql_column_name(column);

	strbuf_add(&text, str_trim(str_slice(column->text, name.len,
					     column->text.len)));
	if (column->comment.len > 0)
		strbuf_addf(&text, "%s%.*s", text.len ? "; " : "",
			    STR_ARGS(column->comment));
	if (name.len > 0)
		roff_item(stdout, name, strbuf_view(&text));
	strbuf_release(&text);
}

static void put_table(const struct schema_object *object)
{
	struct sql_columns columns;

	sql_columns_read(&columns, str_of(object->sql));
	put_heading(object, columns.comment);
	for (size_t i = 0; i < columns.list.count; i++)
		put_column(&columns.list.items[i]);
	for (size_t i = 0; i < columns.list.count; i++)
		if (sql_column_name(&columns.list.items[i]).len == 0) {
			fputs(".PP\n", stdout);
			roff_filled(stdout, columns.list.items[i].text);
		}
	sql_columns_release(&columns);
}

/* A view's columns are those of tables, most of them. */
static void put_view(const struct schema_object *object)
{
	struct sql_columns columns;
	struct strbuf text = STRBUF_INIT;

	sql_columns_read(&columns, str_of(object->sql));
	put_heading(object, columns.comment);
	for (size_t i = 0; i < columns.list.count; i++) {
		const struct sql_column *column = &columns.list.items[i];

		strbuf_addf(&text, "%s%.*s", i > 0 ? ", " : "Columns: ",
			    STR_ARGS(sql_column_name(column)));
		if (column->comment.len > 0)
			strbuf_addf(&text, " (%.*s)",
				    STR_ARGS(column->comment));
	}
	strbuf_add_char(&text, '.');
	fputs(".PP\n", stdout);
	roff_filled(stdout, strbuf_view(&text));
	strbuf_release(&text);
	sql_columns_release(&columns);
}

static void put_index(const struct schema_object *object)
{
	struct str sql = str_of(object->sql);

	roff_item(stdout, str_of(object->name),
		  str_slice(sql, str_find(sql, STR(" ON "), 0) + 4, sql.len));
}

void manual_print_database(void)
{
	const struct schema_object *object;

	roff_head(stdout, "esep-database", 5, "File Formats");
	fputs(".SH NAME\nesep\\-database \\- what stands in a database of esep\n"
	      ".SH DESCRIPTION\n", stdout);
	roff_paragraphs(stdout, about);
	printf(".PP\nThe version of the schema is %d.\n.SH VIEWS\n",
	       SCHEMA_VERSION);
	for (object = schema_objects; object->name; object++)
		if (is_type(object, "view"))
			put_view(object);
	fputs(".SH TABLES\n", stdout);
	for (object = schema_objects; object->name; object++)
		if (is_type(object, "table") && !is_virtual(object))
			put_table(object);
	fputs(".SH FULL TEXT\n", stdout);
	roff_paragraphs(stdout, texts);
	for (object = schema_objects; object->name; object++)
		if (is_virtual(object))
			put_table(object);
	fputs(".SH INDEXES\n", stdout);
	for (object = schema_objects; object->name; object++)
		if (is_type(object, "index"))
			put_index(object);
	fputs(".SH EXAMPLES\n", stdout);
	roff_paragraphs(stdout, examples);
	fputs(".SH SEE ALSO\n.BR esep (1),\n.BR esep\\-export (1),\n"
	      ".BR esep\\-dump (1),\n.BR esep\\-stream (5),\n"
	      ".BR sqlite3 (1)\n", stdout);
}
