/* What SQLite's full text alone costs: bench_fts DATABASE FILE…
 *
 * Each line of text is a paragraph: a row of a table and of an FTS5 index over
 * it (external content, unicode61), all in one transaction. */
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void check(sqlite3 *db, int rc)
{
	if (rc == SQLITE_OK || rc == SQLITE_DONE)
		return;
	fprintf(stderr, "bench_fts: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static void run(sqlite3 *db, const char *sql)
{
	check(db, sqlite3_exec(db, sql, NULL, NULL, NULL));
}

static void put(sqlite3 *db, sqlite3_stmt *st, sqlite3_int64 id,
		const char *text, size_t len)
{
	check(db, sqlite3_bind_int64(st, 1, id));
	check(db, sqlite3_bind_text(st, 2, text, (int)len, SQLITE_STATIC));
	check(db, sqlite3_step(st));
	check(db, sqlite3_reset(st));
}

static void put_file(sqlite3 *db, sqlite3_stmt **statements,
		     const char *path, sqlite3_int64 *id)
{
	FILE *file = fopen(path, "rb");
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	if (!file) {
		perror(path);
		exit(1);
	}
	while ((len = getline(&line, &size, file)) > 0) {
		len -= line[len - 1] == '\n';
		if (len == 0)
			continue;
		++*id;
		put(db, statements[0], *id, line, (size_t)len);
		put(db, statements[1], *id, line, (size_t)len);
	}
	free(line);
	fclose(file);
}

int main(int argc, char **argv)
{
	static const char *const puts_sql[] = {
		"INSERT INTO paragraph VALUES (?1, ?2)",
		"INSERT INTO full (rowid, text) VALUES (?1, ?2)"
	};
	sqlite3 *db;
	sqlite3_stmt *statements[2];
	sqlite3_int64 id = 0;

	if (argc < 3) {
		fputs("usage: bench_fts DATABASE FILE...\n", stderr);
		return 2;
	}
	unlink(argv[1]);
	check(NULL, sqlite3_open(argv[1], &db));
	run(db, "CREATE TABLE paragraph (id INTEGER PRIMARY KEY, text)");
	run(db, "CREATE VIRTUAL TABLE full USING fts5(text, "
		"content='paragraph', content_rowid='id', "
		"tokenize='unicode61')");
	run(db, "BEGIN");
	for (int i = 0; i < 2; i++)
		check(db, sqlite3_prepare_v2(db, puts_sql[i], -1,
					     &statements[i], NULL));
	for (int i = 2; i < argc; i++)
		put_file(db, statements, argv[i], &id);
	run(db, "COMMIT");
	for (int i = 0; i < 2; i++)
		sqlite3_finalize(statements[i]);
	sqlite3_close(db);
	return 0;
}
