/* The tables of records.h against what must agree with them: the structs, the
 * stream, the schema and STREAM.md. */
#include "cases.h"

#include "database.h"
#include "records.h"
#include "stream.h"

#include <stdlib.h>
#include <unistd.h>

#define STREAM_MD ESEP_SOURCE_DIR "/pipeline/stream/STREAM.md"

static const struct kind_case {
	const char *name;    /* in STREAM.md */
	size_t size;         /* of the member */
	const char *types;   /* of the columns */
} kinds[FIELD_KINDS] = {
	[FIELD_TEXT] = { "text", sizeof(struct str), "TEXT" },
	[FIELD_DATE] = { "date", sizeof(struct str), "TEXT" },
	[FIELD_NUMBER] = { "number", sizeof(struct str), "NUMERIC" },
	[FIELD_ENTITY] = { "entity", sizeof(struct str), "TEXT" },
	[FIELD_ENTITIES] = { "entities", sizeof(struct str), "" },
	[FIELD_WORDS] = { "words", sizeof(struct extent), "TEXT" },
	[FIELD_PLACED] = { "words", sizeof(struct extent),
			   "TEXT INTEGER INTEGER INTEGER INTEGER" },
	[FIELD_ANCHOR] = { "anchor", sizeof(struct anchor), "INTEGER INTEGER" },
	[FIELD_RANGE] = { "range", sizeof(struct range), "INTEGER INTEGER" },
};

static void every_member_is_a_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < RECORDS; i++) {
		size_t end = sizeof(size_t);

		for (size_t k = 0; k < records[i].field_count; k++) {
			const struct field *field = &records[i].fields[k];
			size_t behind = field->at + kinds[field->kind].size;

			end += kinds[field->kind].size;
			if (behind > records[i].size)
				fail_msg("%s has no room for %s",
					 records[i].name, field->key);
		}
		if (end != records[i].size)
			fail_msg("the members of %s are not its fields",
				 records[i].name);
	}
}

/* A record with a value in each field. */
static void fill(const struct record *record, struct document *doc)
{
	void *item = record_add(record, doc, 0);

	for (size_t i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		struct strbuf text = STRBUF_INIT;
		void *member = field_member(field, item);

		strbuf_addf(&text, "%s;%%|%zu", field->key, i);
		switch (field->kind) {
		case FIELD_WORDS:
		case FIELD_PLACED:
			*(struct extent *)member = (struct extent){ 0, 1, 3 };
			break;
		case FIELD_ANCHOR:
			*(struct anchor *)member = (struct anchor){ 0, 3 };
			break;
		case FIELD_RANGE:
			*(struct range *)member = (struct range){ 3, 5 };
			break;
		default:
			*(struct str *)member =
				str_copy(&doc->arena, strbuf_view(&text));
		}
		strbuf_release(&text);
	}
}

static void read_stream(struct document *doc, struct str text)
{
	FILE *file = fmemopen((void *)(uintptr_t)text.data, text.len, "rb");
	struct stream_reader *reader = stream_reader_new(file, "in", 1 << 20);
	struct err err = ERR_INIT;
	int rc = stream_read(reader, doc, &err);

	assert_string_equal(err.text, "");
	assert_int_equal(rc, 1);
	stream_reader_free(reader);
	fclose(file);
}

static void check_value(const struct field *field, struct str comment)
{
	static const char *const told[FIELD_KINDS] = {
		[FIELD_WORDS] = "s1:2-3", [FIELD_PLACED] = "s1:2-3",
		[FIELD_ANCHOR] = "p1:3", [FIELD_RANGE] = "3:5"
	};
	struct str piece;

	while (str_split(&comment, '|', &piece)) {
		size_t equal = str_find(piece, STR("="), 0);

		if (!str_equal(str_slice(piece, 0, equal), str_of(field->key)))
			continue;
		if (told[field->kind])
			assert_true(str_equal(str_slice(piece, equal + 1,
							piece.len),
					      str_of(told[field->kind])));
		else
			assert_true(str_has_prefix(str_slice(piece, equal + 1,
							     piece.len),
						   str_of(field->key)));
		return;
	}
	fail_msg("the field %s is not written", field->key);
}

static void check_comment(const struct record *record, struct str stream)
{
	struct strbuf front = STRBUF_INIT;
	size_t start, end;

	strbuf_addf(&front, "\n# %s = ", record->name);
	start = str_find(stream, strbuf_view(&front), 0) + front.len;
	assert_true(start < stream.len);
	end = str_find(stream, STR("\n"), start);
	for (size_t i = 0; i < record->field_count; i++)
		check_value(&record->fields[i], str_slice(stream, start, end));
	strbuf_release(&front);
}

static void every_field_is_in_the_stream(void **state)
{
	struct strbuf once = STRBUF_INIT, again = STRBUF_INIT;
	struct words words;
	struct document doc;
	uint64_t values = 0;

	(void)state;
	words_init(&words);
	document_init(&doc, &words);
	read_stream(&doc, STR("# newdoc id = d\n# newpar id = p1\n"
			      "# sent_id = s1\n# text = Go on.\n"
			      "1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n"
			      "2\ton\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
			      "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"));
	for (size_t i = 0; i < RECORDS; i++)
		fill(&records[i], &doc);
	stream_write(&once, &doc, &values);
	for (size_t i = 0; i < RECORDS; i++)
		check_comment(&records[i], strbuf_view(&once));
	read_stream(&doc, strbuf_view(&once));
	stream_write(&again, &doc, &values);
	assert_string_equal(once.data, again.data);
	document_release(&doc);
	words_release(&words);
	strbuf_release(&once);
	strbuf_release(&again);
}

/* "name TYPE[ NOT NULL][ -> table]", a line a column, of a table as it is. */
static void add_columns(struct strbuf *out, struct database *db,
			const char *table)
{
	static const char sql[] =
		"SELECT name, type, \"notnull\", f.\"table\" "
		"FROM pragma_table_info(?1) AS c "
		"LEFT JOIN pragma_foreign_key_list(?1) AS f "
		"ON f.\"from\" = c.name ORDER BY cid";
	struct err err = ERR_INIT;
	struct statement *st;

	assert_int_equal(statement_open(&st, db, sql, &err), 0);
	statement_bind(st, 1, str_of(table));
	while (statement_step(st, &err) > 0) {
		strbuf_add(out, statement_text(st, 0));
		strbuf_add_char(out, ' ');
		strbuf_add(out, statement_text(st, 1));
		if (statement_number(st, 2))
			strbuf_add_z(out, " NOT NULL");
		if (!statement_is_null(st, 3)) {
			strbuf_add_z(out, " -> ");
			strbuf_add(out, statement_text(st, 3));
		}
		strbuf_add_char(out, '\n');
	}
	statement_close(st);
}

static void expect_field(struct strbuf *out, const struct field *field)
{
	struct str columns = str_of(field->columns), column;
	struct str types = str_of(kinds[field->kind].types), type;

	while (str_split(&columns, ' ', &column) && column.len > 0) {
		assert_true(str_split(&types, ' ', &type));
		strbuf_addf(out, "%.*s %.*s", STR_ARGS(column), STR_ARGS(type));
		if (field->is_filled)
			strbuf_add_z(out, " NOT NULL");
		if (field->kind == FIELD_ENTITY)
			strbuf_add_z(out, " -> entity");
		if (field->kind == FIELD_ANCHOR && columns.data)
			strbuf_add_z(out, " -> paragraph");
		strbuf_add_char(out, '\n');
	}
	assert_true(!types.data || types.len == 0);
}

static void expect_columns(struct strbuf *out, const struct record *record)
{
	const char *home = record_home_name(record->home);

	strbuf_addf(out, "id INTEGER\n%s INTEGER NOT NULL -> %s\n", home, home);
	for (size_t i = 0; i < record->field_count; i++)
		expect_field(out, &record->fields[i]);
}

static void expect_parties(struct strbuf *out, const struct record *record)
{
	strbuf_addf(out, "%s INTEGER NOT NULL -> %s\nrole TEXT NOT NULL\n"
		    "position INTEGER NOT NULL\nname TEXT NOT NULL\n"
		    "entity TEXT -> entity\n", record->name, record->name);
}

static void check_table(struct database *db, const struct record *record)
{
	struct strbuf wanted = STRBUF_INIT, found = STRBUF_INIT;
	char parties[64];

	expect_columns(&wanted, record);
	add_columns(&found, db, record->name);
	assert_string_equal(found.data, wanted.data);
	if (record_has(record, FIELD_ENTITIES)) {
		strbuf_clear(&wanted);
		strbuf_clear(&found);
		expect_parties(&wanted, record);
		snprintf(parties, sizeof parties, "%s_party", record->name);
		add_columns(&found, db, parties);
		assert_string_equal(found.data, wanted.data);
	}
	strbuf_release(&wanted);
	strbuf_release(&found);
}

static void the_schema_has_the_columns(void **state)
{
	char path[] = "/tmp/esep-test-XXXXXX";
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct database *db;
	int file = mkstemp(path);

	(void)state;
	assert_true(file >= 0);
	close(file);
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	for (size_t i = 0; i < RECORDS; i++)
		check_table(db, &records[i]);
	add_columns(&found, db, "document");
	for (size_t i = 0; i < META_KEYS; i++) {
		char line[64];

		snprintf(line, sizeof line, "\n%s TEXT\n", meta_keys[i]);
		assert_non_null(strstr(found.data, line));
	}
	database_close(db);
	unlink(path);
	strbuf_release(&found);
}

static void read_all(struct strbuf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t count;

	assert_non_null(file);
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		strbuf_add(out, (struct str){ bytes, count });
	fclose(file);
}

/* What follows `line`: anywhere behind `from`, or there if it must be next. */
static const char *behind(const char *from, const char *line, bool next)
{
	const char *found = strstr(from, line);

	if (!found || (next && found != from))
		fail_msg("STREAM.md should have here: %s", line);
	return found + strlen(line);
}

static void stream_md_has_the_fields(void **state)
{
	struct strbuf text = STRBUF_INIT, line = STRBUF_INIT;
	const char *at;

	(void)state;
	read_all(&text, STREAM_MD);
	at = behind(text.data, "| record | field | value | |\n"
			       "|---|---|---|---|\n", false);
	for (size_t i = 0; i < RECORDS; i++)
		for (size_t k = 0; k < records[i].field_count; k++) {
			const struct field *field = &records[i].fields[k];

			strbuf_clear(&line);
			strbuf_addf(&line, "| `%s` | `%s` | %s | %s |\n",
				    records[i].name, field->key,
				    kinds[field->kind].name, field->meaning);
			at = behind(at, line.data, true);
		}
	behind(at, "\n", true);
	strbuf_release(&text);
	strbuf_release(&line);
}

static void stream_md_has_the_keys(void **state)
{
	struct strbuf text = STRBUF_INIT, keys = STRBUF_INIT;

	(void)state;
	read_all(&text, STREAM_MD);
	for (size_t i = 0; i < META_KEYS; i++)
		strbuf_addf(&keys, "%s%s", i ? " " : "`", meta_keys[i]);
	strbuf_add_z(&keys, "`, and whatever");
	behind(text.data, keys.data, false);
	strbuf_release(&text);
	strbuf_release(&keys);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_member_is_a_field),
		cmocka_unit_test(every_field_is_in_the_stream),
		cmocka_unit_test(the_schema_has_the_columns),
		cmocka_unit_test(stream_md_has_the_fields),
		cmocka_unit_test(stream_md_has_the_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
