/* The database file: ours is opened, all else is refused; values stay values. */
#include "cases.h"

#include "database.h"
#include "squeeze.h"
#include "term_block.h"
#include "word_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/esep-test-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/t.db", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

static void make(void)
{
	struct err err = ERR_INIT;
	struct database *db;

	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	database_close(db);
}

static void run(const char *sql)
{
	struct err err = ERR_INIT;
	struct database *db;

	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	assert_int_equal(database_run(db, sql, &err), 0);
	database_close(db);
}

static struct refused_case {
	const char *name;
	const char *sql;       /* run on one of ours */
	const char *message;   /* holds this */
} refused[] = {
	{ "another program's", "PRAGMA application_id = 1",
	  "not a database of esep" },
	{ "another schema version", "PRAGMA user_version = 99",
	  "has schema version 99" },
	{ "a view that says something else",
	  "DROP VIEW v_terms; CREATE VIEW v_terms AS SELECT 1",
	  "'v_terms' is not as esep makes it" },
	{ "a table in the place of the index",
	  "DROP TABLE word_index; CREATE TABLE word_index(form)",
	  "'word_index' is not as esep makes it" },
	{ "a missing index", "DROP INDEX document_sha256",
	  "'document_sha256' is not as esep makes it" },
	{ "a trigger",
	  "CREATE TRIGGER t AFTER INSERT ON term BEGIN SELECT 1; END",
	  "has triggers" },
};

static void refuses(void **state)
{
	const struct refused_case *row = *state;
	enum database_mode modes[] = { DATABASE_READ, DATABASE_WRITE };

	make();
	run(row->sql);
	for (size_t i = 0; i < COUNT_OF(modes); i++) {
		struct err err = ERR_INIT;
		struct database *db;

		assert_int_equal(database_open(&db, path, modes[i], &err),
				 ERR_DATABASE);
		assert_null(db);
		assert_non_null(strstr(err.text, row->message));
		assert_int_equal(strncmp(err.text, path, strlen(path)), 0);
	}
}

static void keeps_what_users_add(void **state)
{
	struct err err = ERR_INIT;
	struct database *db;

	(void)state;
	make();
	run("CREATE TABLE mine(a); CREATE VIEW v_mine AS SELECT a FROM mine");
	assert_int_equal(database_open(&db, path, DATABASE_READ, &err), 0);
	database_close(db);
}

static void reads_only(void **state)
{
	struct err err = ERR_INIT;
	struct database *db;

	(void)state;
	make();
	assert_int_equal(database_open(&db, path, DATABASE_READ, &err), 0);
	assert_int_equal(database_run(db, "DELETE FROM term", &err),
			 ERR_DATABASE);
	assert_non_null(strstr(err.text, "cannot be written"));
	database_close(db);
}

static struct value_case {
	const char *name;
	struct str text;
} values[] = {
	{ "quotes", { "'; DROP TABLE term; --", 22 } },
	{ "a NUL inside", { "a\0b", 3 } },
	{ "nothing", { "", 0 } },
	{ "bytes that are no UTF-8", { "\xff\xfe", 2 } },
};

static void keeps_value(void **state)
{
	const struct value_case *row = *state;
	struct err err = ERR_INIT;
	struct database *db;
	struct statement *st;

	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	assert_int_equal(statement_open(&st, db, "SELECT ?1, ?1 IS NULL", &err),
			 0);
	statement_bind(st, 1, row->text);
	assert_int_equal(statement_step(st, &err), 1);
	assert_true(str_equal(statement_text(st, 0), row->text));
	assert_int_equal(statement_number(st, 1), 0);
	assert_int_equal(statement_step(st, &err), 0);
	statement_bind_some(st, 1, row->text);
	assert_int_equal(statement_step(st, &err), 1);
	assert_int_equal(statement_number(st, 1), row->text.len == 0);
	statement_reset(st);
	statement_bind(st, 7, row->text); /* there is no such parameter */
	assert_int_equal(statement_step(st, &err), ERR_DATABASE);
	statement_close(st);
	database_close(db);
}

static void rolls_back(void **state)
{
	struct err err = ERR_INIT;
	struct database *db;
	int64_t count;

	(void)state;
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	assert_int_equal(database_begin(db, &err), 0);
	assert_int_equal(database_run(db, "INSERT INTO term VALUES "
				      "(1, 'en', 'a')", &err), 0);
	database_rollback(db);
	database_rollback(db); /* twice does no harm */
	assert_int_equal(database_ask(db, "SELECT count(*) FROM term", &count,
				      &err), 0);
	assert_int_equal(count, 0);
	database_close(db);
}

static void inflates(void **state)
{
	struct strbuf text = STRBUF_INIT, packed = STRBUF_INIT;
	struct strbuf back = STRBUF_INIT;
	struct squeeze squeeze = { NULL, NULL };
	struct err err = ERR_INIT;
	struct str cut;

	(void)state;
	for (int i = 0; i < 100000; i++)
		strbuf_addf(&text, "%d\n", i);
	squeeze_add(&squeeze, &packed, strbuf_view(&text));
	assert_int_equal(unsqueeze_add(&squeeze, &back, strbuf_view(&packed),
				       text.len, &err), 0);
	assert_true(str_equal(strbuf_view(&back), strbuf_view(&text)));
	strbuf_clear(&back);
	assert_int_equal(unsqueeze_add(&squeeze, &back, strbuf_view(&packed),
				       text.len - 1, &err), ERR_LIMIT);
	cut = str_slice(strbuf_view(&packed), 0, packed.len / 2);
	assert_int_equal(unsqueeze_add(&squeeze, &back, cut, text.len, &err),
			 ERR_FORMAT);
	assert_int_equal(unsqueeze_add(&squeeze, &back, STR_NONE, 1, &err),
			 ERR_FORMAT);
	squeeze_release(&squeeze);
	strbuf_release(&text);
	strbuf_release(&packed);
	strbuf_release(&back);
}

/* What is put together is taken apart again; what is one text is one term. */
static void terms_come_back(void **state)
{
	static const struct word_texts words[] = {
		{ STR("pressed"), STR("press"), STR("press"), STR("p"),
		  STR("en") },
		{ STR("on=~"), STR("on=~"), STR_NONE, STR_NONE, STR("kk") },
		{ STR("is"), STR("is"), STR("be"), STR_NONE, STR("en") }
	};
	static const struct { const char *term; bool first; } expected[] = {
		{ "1pressed", true }, { "6press\x1d" "en", false },
		{ "8p", false }, { "3on=~\x1d" "kk", true },
		{ "3is\x1d" "en", true }, { "4be", false }
	};
	struct strbuf phrase = STRBUF_INIT;
	struct str rest, term;
	bool first;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		word_index_add_word(&phrase, &words[i]);
	rest = strbuf_view(&phrase);
	for (size_t i = 0; i < COUNT_OF(expected); i++) {
		assert_true(word_index_next_term(&rest, &term, &first));
		assert_true(str_equal(term, str_of(expected[i].term)));
		assert_int_equal(first, expected[i].first);
	}
	assert_false(word_index_next_term(&rest, &term, &first));
	strbuf_release(&phrase);
}

static const struct term_count counts[] = {
	{ 1, 1, 1, 4, { "", 0 } }, { 200, 300, 130, 0, { "ЖУРНАЛ", 12 } },
	{ 20001, 70000, 1, 3, { "\xd0\xb0", 2 } }
};

/* Numbers of one, two and three bytes, spellings of the stem and others. */
static void add_counts(struct strbuf *block)
{
	for (size_t i = 0; i < COUNT_OF(counts); i++)
		term_block_add(block, i > 0 ? counts[i - 1].term : 0,
			       &counts[i]);
}

static void counts_come_back(void **state)
{
	struct strbuf block = STRBUF_INIT;
	struct term_count entry = { .term = 0 };
	struct str rest;

	(void)state;
	add_counts(&block);
	rest = strbuf_view(&block);
	for (size_t i = 0; i < COUNT_OF(counts); i++) {
		assert_true(term_block_next(&rest, &entry));
		assert_int_equal(entry.term, counts[i].term);
		assert_int_equal(entry.count, counts[i].count);
		assert_int_equal(entry.paragraphs, counts[i].paragraphs);
		assert_int_equal(entry.kept, counts[i].kept);
		assert_true(str_equal(entry.rest, counts[i].rest));
	}
	assert_false(term_block_next(&rest, &entry));
	rest = (struct str){ "\x01\x01\x02\x03", 4 };
	assert_false(term_block_next(&rest, &entry)); /* more often than it is */
	rest = (struct str){ "\x01\x02\x09x", 4 };
	assert_false(term_block_next(&rest, &entry)); /* a spelling cut off */
	strbuf_release(&block);
}

/* The view reads the same in SQL. */
static void view_reads_counts(void **state)
{
	struct strbuf block = STRBUF_INIT, found = STRBUF_INIT;
	struct database *db;
	struct statement *st;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	add_counts(&block);
	assert_int_equal(database_run(db,
		"INSERT INTO document (id, name, lang, country, edition, "
		"paragraphs, words, tokenizer, stemmer, name_key) VALUES "
		"(1, 'd', 'ru', 'KZ', '2023', 1, 1, 1, 1, 1); "
		"INSERT INTO term "
		"VALUES (1, 'ru', 'суда'), (200, 'ru', 'журнал'), "
		"(20001, 'ru', 'сын')", &err), 0);
	assert_int_equal(statement_open(&st, db, "INSERT INTO term_block "
					"VALUES (7, 1, 'ru', ?1)", &err), 0);
	statement_bind_blob(st, 1, strbuf_view(&block));
	assert_int_equal(statement_run(st, &err), 0);
	statement_close(st);
	assert_int_equal(statement_open(&st, db, "SELECT stem, form, count, "
					"paragraphs FROM v_terms ORDER BY count",
					&err), 0);
	while (statement_step(st, &err) > 0)
		strbuf_addf(&found, "%.*s %.*s %jd %jd; ",
			    STR_ARGS(statement_text(st, 0)),
			    STR_ARGS(statement_text(st, 1)),
			    (intmax_t)statement_number(st, 2),
			    (intmax_t)statement_number(st, 3));
	statement_close(st);
	assert_string_equal(found.data, "суда суда 1 1; журнал ЖУРНАЛ 300 130; "
			    "сын сына 70000 1; ");
	database_close(db);
	strbuf_release(&block);
	strbuf_release(&found);
}

static void makes_terms(void **state)
{
	struct strbuf term = STRBUF_INIT;

	(void)state;
	word_index_add_text(&term, STR("10 000"));
	word_index_add_text(&term, STR("\tӘЛЕМ\"'"));
	assert_string_equal(term.data, "10_000_әлем\"'");
	strbuf_release(&term);
}

#define WITH_FILE(name, function)                                             \
	((struct CMUnitTest){ name, function, NULL, remove_file, NULL })

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(refused) + COUNT_OF(values) + 8];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		tests[count] = WITH_FILE(refused[i].name, refuses);
		tests[count++].initial_state = &refused[i];
	}
	for (size_t i = 0; i < COUNT_OF(values); i++) {
		tests[count] = WITH_FILE(values[i].name, keeps_value);
		tests[count++].initial_state = &values[i];
	}
	tests[count++] = WITH_FILE("what users add stays",
				   keeps_what_users_add);
	tests[count++] = WITH_FILE("reading does not write", reads_only);
	tests[count++] = WITH_FILE("rollback", rolls_back);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(inflates);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(terms_come_back);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(makes_terms);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(counts_come_back);
	tests[count++] = WITH_FILE("the view of counts", view_reads_counts);
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
