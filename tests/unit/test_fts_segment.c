/* A segment that is written at once is what FTS5 makes of the same rows. */
#include "cases.h"

#include "database.h"
#include "fts_merge.h"
#include "fts_segment.h"
#include "fts_structure.h"
#include "word_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { TERMS = 3000, LONG_TERM = 5000 };

static char folder[] = "/tmp/esep-test-XXXXXX";
static char path[64];
static struct database *db;
static struct err err = ERR_INIT;
static struct str terms[TERMS];
static struct arena arena;
static uint32_t seed = 1;

static uint32_t pick(uint32_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % below;
}

static void run(const char *sql)
{
	assert_int_equal(database_run(db, sql, &err), 0);
}

static int open_tables(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/t.db", folder);
	if (database_open(&db, path, DATABASE_WRITE, &err) < 0)
		return -1;
	run("CREATE VIRTUAL TABLE a USING fts5(words, content='', "
	    "tokenize='esep_words'); CREATE VIRTUAL TABLE b USING fts5(words, "
	    "content='', tokenize='esep_words'); CREATE VIRTUAL TABLE a_words "
	    "USING fts5vocab(a, instance); CREATE VIRTUAL TABLE b_words "
	    "USING fts5vocab(b, instance)");
	for (size_t i = 0; i < TERMS; i++) {
		strbuf_clear(&text);
		strbuf_addf(&text, "%cw%zu", i % 3 ? '1' : '3', i * 7919 % TERMS);
		while (i % 500 == 7 && text.len < LONG_TERM)
			strbuf_add_z(&text, "long");
		terms[i] = str_copy(&arena, strbuf_view(&text));
	}
	strbuf_release(&text);
	return 0;
}

static int close_tables(void **state)
{
	(void)state;
	database_close(db);
	arena_release(&arena);
	unlink(path);
	return rmdir(folder);
}

/* A row of so many words of the first `kinds` terms, one of them in all rows;
 * some words have two terms. */
static void add_row(struct fts_postings *postings, struct statement *put,
		    int64_t id, uint32_t words, uint32_t kinds)
{
	struct strbuf phrase = STRBUF_INIT;

	fts_postings_add_row(postings, id);
	for (uint32_t place = 0; place < words; place++) {
		uint32_t term = pick(2) ? pick(kinds) : pick(5);

		for (uint32_t i = 0; i < 1 + pick(2); i++) {
			fts_postings_add(postings, term, i == 0);
			word_index_add_term(&phrase, terms[term], i == 0);
			term = (term + 1) % TERMS;
		}
	}
	statement_bind_number(put, 1, id);
	statement_bind(put, 2, strbuf_view(&phrase));
	assert_int_equal(statement_run(put, &err), 0);
	strbuf_release(&phrase);
}

static void put_segment(struct fts_postings *postings)
{
	assert_int_equal(fts_segment_write(db, "a", terms, TERMS, postings,
					   &err), 0);
	fts_postings_release(postings);
}

static void compare(void)
{
	static const char differ[] =
		"SELECT count(*) FROM (SELECT * FROM a_words EXCEPT "
		"SELECT * FROM b_words)";
	static const char sizes_differ[] =
		"SELECT count(*) FROM (SELECT * FROM a_docsize EXCEPT "
		"SELECT * FROM b_docsize)";
	int64_t count, other;

	run("INSERT INTO a(a) VALUES ('integrity-check')");
	assert_int_equal(database_ask(db, "SELECT count(*) FROM a_words",
				      &count, &err), 0);
	assert_int_equal(database_ask(db, "SELECT count(*) FROM b_words",
				      &other, &err), 0);
	assert_true(count == other && count > 100000);
	assert_int_equal(database_ask(db, differ, &count, &err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(database_ask(db, sizes_differ, &count, &err), 0);
	assert_int_equal(count, 0);
	/* an AND goes from row to row by the index of a long list */
	assert_int_equal(database_ask(db, "SELECT count(*) FROM a WHERE a MATCH "
		"'\"1w2759\" AND \"1w2\"'", &count, &err), 0);
	assert_int_equal(database_ask(db, "SELECT count(*) FROM b WHERE b MATCH "
		"'\"1w2759\" AND \"1w2\"'", &other, &err), 0);
	assert_int_equal(count, other);
}

static int count_segments(void)
{
	int64_t count;

	assert_int_equal(database_ask(db, "SELECT count(DISTINCT segid) FROM "
				      "a_idx", &count, &err), 0);
	return (int)count;
}

/* Many small segments become few, and stay what they were. */
static void merged_are_the_same(struct statement *put, int64_t *id)
{
	struct fts_postings postings = { .list = STRBUF_INIT };
	int count;

	for (int i = 0; i < 30; i++) {
		for (int k = 0; k < 40; k++)
			add_row(&postings, put, ++*id, pick(300), TERMS);
		put_segment(&postings);
		assert_int_equal(fts_merge(db, "a", &err), 0);
		count = count_segments();
		assert_true(count < 2 * FTS_MERGE_WIDTH);
	}
}

/* One byte is another one, or comes in between, on some page. */
static void damage(void)
{
	static const unsigned bytes[] = { 0xff, 0x80, 0, 1, 0x7f };
	unsigned byte = pick(2) ? bytes[pick(COUNT_OF(bytes))] : pick(256);
	unsigned at = pick(2) ? pick(40) : pick(4000);
	char sql[240];

	database_let_write_indexes(db, true);
	snprintf(sql, sizeof sql, "UPDATE a_data SET block = "
		 "CAST(substr(block, 1, %u) AS BLOB) || x'%02x' || "
		 "substr(block, %u) WHERE id = (SELECT id FROM a_data "
		 "WHERE id > 100 ORDER BY id DESC LIMIT 1 OFFSET %u)", at, byte,
		 at + 1 + pick(2), pick(60));
	run(sql);
	database_let_write_indexes(db, false);
}

/* What is no segment is told; where it is left to FTS5 nothing is changed. */
static void damage_is_told(void)
{
	static const char sum[] =
		"SELECT sum(id * length(block)) FROM a_data";
	int64_t before = 0, after = 0;
	int told = 0;

	for (int i = 0; i < 400; i++) {
		int rc;

		run("SAVEPOINT damage");
		for (unsigned times = 1 + pick(3); times > 0; times--)
			damage();
		database_ask(db, sum, &before, &err);
		rc = fts_merge(db, "a", &err);
		database_ask(db, sum, &after, &err);
		assert_true(rc <= 0 || before == after);
		told += rc < 0;
		run("ROLLBACK TO damage; RELEASE damage");
	}
	assert_true(told > 100);
}

/* A row that was removed, and came up again: FTS5 alone knows how to merge that. */
static void removed_rows_are_left(void **state)
{
	struct fts_postings postings = { .list = STRBUF_INIT };
	struct statement *put;
	int64_t id = 1 << 30, count = 0;

	(void)state;
	database_close(db);
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	run("INSERT INTO a(a) VALUES ('delete-all'); "
	    "INSERT INTO b(b) VALUES ('delete-all')");
	database_close(db);
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	assert_int_equal(statement_open(&put, db, "INSERT INTO b (rowid, words) "
					"VALUES (?1, ?2)", &err), 0);
	add_row(&postings, put, ++id, 50, TERMS);
	fts_postings_add_row(&postings, ++id);
	fts_postings_add(&postings, 0, true);
	put_segment(&postings);
	statement_close(put);
	database_close(db);
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	run("INSERT INTO a(a, rowid, words) VALUES ('delete', 1073741826, "
	    "'3w0')");
	database_close(db);
	assert_int_equal(database_open(&db, path, DATABASE_WRITE, &err), 0);
	assert_int_equal(statement_open(&put, db, "INSERT INTO b (rowid, words) "
					"VALUES (?1, ?2)", &err), 0);
	for (int i = 0; i < FTS_MERGE_WIDTH; i++) {
		add_row(&postings, put, i ? ++id : id, 5, TERMS);
		put_segment(&postings);
	}
	assert_int_equal(fts_merge(db, "a", &err), 1);
	statement_close(put);
	run("INSERT INTO a(a) VALUES ('optimize')");
	run("INSERT INTO a(a) VALUES ('integrity-check')");
	assert_int_equal(database_ask(db, "SELECT count(*) FROM (SELECT * FROM "
		"a_words EXCEPT SELECT * FROM b_words)", &count, &err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(database_ask(db, "SELECT count(*) FROM (SELECT * FROM "
		"b_words EXCEPT SELECT * FROM a_words)", &count, &err), 0);
	assert_int_equal(count, 0);
}

static void segments_are_the_same(void **state)
{
	struct fts_postings postings = { .list = STRBUF_INIT };
	struct statement *put;
	int64_t id = 0;
	int count;

	(void)state;
	assert_int_equal(statement_open(&put, db, "INSERT INTO b (rowid, words) "
					"VALUES (?1, ?2)", &err), 0);
	run("BEGIN");
	for (int i = 0; i < 8000; i++)
		add_row(&postings, put, id += 1 + pick(300), pick(12), TERMS);
	put_segment(&postings);
	add_row(&postings, put, ++id, 30000, 40); /* long lists of places */
	add_row(&postings, put, id += 1 << 30, 0, 1);
	add_row(&postings, put, ++id, 20000, TERMS);
	put_segment(&postings);
	add_row(&postings, put, ++id, 1, 1);
	put_segment(&postings);
	put_segment(&postings); /* nothing at all */
	count = count_segments();
	assert_int_equal(count, 3);
	merged_are_the_same(put, &id);
	for (int i = 0; i <= FTS_MERGE_WIDTH; i++) {
		add_row(&postings, put, ++id, 9, TERMS);
		put_segment(&postings);
	}
	count = count_segments();
	assert_true(count > FTS_MERGE_WIDTH); /* there is something to do */
	damage_is_told();
	assert_int_equal(fts_merge(db, "a", &err), 0);
	run("COMMIT");
	statement_close(put);
	compare();
	run("INSERT INTO a(a) VALUES ('optimize')");
	count = count_segments();
	assert_int_equal(count, 1);
	compare();
}

/* What FTS5 writes is read, and written again to the byte; what is cut or of
 * another form is refused. */
static void reads_structures(void **state)
{
	static const char bytes[] = "\0\0\0\1" "\2\3\x81\5" "\0\2\1\1\2\3\1\x7f"
				    "\1\1\2\1\x90\1";
	const struct str whole = { bytes, sizeof bytes - 1 };
	struct strbuf again = STRBUF_INIT;
	struct fts_structure structure;

	(void)state;
	assert_true(fts_structure_read(&structure, whole));
	assert_int_equal(structure.writes, 133);
	assert_int_equal(fts_structure_new_id(&structure), 4);
	/* level 0 has two segments, level 1 one: none goes above them */
	assert_int_equal(fts_structure_level(&structure, 0, 1 << 20), 0);
	assert_int_equal(fts_structure_level(&structure, 1, 1), 1);
	assert_int_equal(fts_structure_level(&structure, 2, 64), 2);
	assert_int_equal(fts_structure_level(&structure, 2, 64 * 64), 3);
	fts_structure_write(&structure, &again);
	assert_true(str_equal(strbuf_view(&again), whole));
	fts_structure_release(&structure);
	for (size_t i = 0; i < whole.len; i++) {
		assert_false(fts_structure_read(&structure,
						str_slice(whole, 0, i)));
		fts_structure_release(&structure);
	}
	strbuf_add_char(&again, '\0');
	assert_false(fts_structure_read(&structure, strbuf_view(&again)));
	fts_structure_release(&structure);
	strbuf_release(&again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(segments_are_the_same),
		cmocka_unit_test(removed_rows_are_left),
		cmocka_unit_test(reads_structures)
	};

	return cmocka_run_group_tests(tests, open_tables, close_tables);
}
