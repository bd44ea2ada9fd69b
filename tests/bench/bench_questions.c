/* Questions in one process: bench_questions DATABASE [ROUNDS [KIND]]
 *
 * A hundred questions of each kind, made of the words of the database, ten hits
 * each: by SQLite's own FTS5 with bm25() and snippet(), and by esep's search. The
 * first round of each is not counted. */
#include "bench.h"
#include "search.h"
#include "session.h"

#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>

enum { QUESTIONS = 100, ROUNDS_MAX = 99 };

static const char ask_sql[] =
	"SELECT rowid, snippet(paragraph_text, 0, '[', ']', '', 9) "
	"FROM paragraph_text WHERE paragraph_text MATCH ?1 "
	"ORDER BY bm25(paragraph_text) LIMIT 10";

static const char words_sql[] =
	"CREATE VIRTUAL TABLE temp.w USING fts5vocab(main, paragraph_text, "
	"row)";

/* Words without digits: one that holds any is no word to one of the two. */
#define PLAIN "term NOT GLOB '*[0-9]*' AND length(term) > 3 "
static const struct kind {
	const char *name, *sql;
} kinds[] = {
	{ "rare", "SELECT term FROM w WHERE " PLAIN "AND doc BETWEEN 5 AND 50 "
	  "ORDER BY cnt * 2654435761 % 10007, term LIMIT 100" },
	{ "frequent", "SELECT term FROM w WHERE length(term) > 1 "
	  "ORDER BY doc DESC, term LIMIT 100" },
	{ "phrase", "SELECT '\"' || a.term || ' ' || b.term || '\"' FROM "
	  "(SELECT term FROM w ORDER BY doc DESC, term LIMIT 10) AS a, "
	  "(SELECT term FROM w ORDER BY doc DESC, term LIMIT 10) AS b" },
	{ "prefix", "SELECT substr(term, 1, 5) || '*' FROM w WHERE " PLAIN
	  "AND length(term) > 5 AND doc BETWEEN 5 AND 50 "
	  "ORDER BY cnt * 2654435761 % 10007, term LIMIT 100" },
};

struct questions {
	char *items[QUESTIONS];
	int count;
};

static void check(sqlite3 *db, bool is_done)
{
	if (is_done)
		return;
	fprintf(stderr, "bench_questions: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static void choose(sqlite3 *db, const char *sql, struct questions *questions)
{
	sqlite3_stmt *st;

	questions->count = 0;
	check(db, sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK);
	while (questions->count < QUESTIONS && sqlite3_step(st) == SQLITE_ROW)
		questions->items[questions->count++] =
			strdup((const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
}

static void ask_sqlite(sqlite3 *db, sqlite3_stmt *st,
		       const struct questions *questions)
{
	int rc;

	for (int i = 0; i < questions->count; i++) {
		sqlite3_bind_text(st, 1, questions->items[i], -1,
				  SQLITE_STATIC);
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			if (!sqlite3_column_text(st, 1))
				exit(1);
		check(db, rc == SQLITE_DONE);
		sqlite3_reset(st);
	}
}

static void ask_esep(struct session *session, FILE *out,
		     const struct questions *questions)
{
	struct err err = ERR_INIT;

	for (int i = 0; i < questions->count; i++) {
		char *argv[] = { "search", "-n", "10", questions->items[i],
				 NULL };

		rewind(out);
		if (session_ask(session, &search_query, COUNT_OF(argv) - 1,
				argv, OUTPUT_TSV, out, &err) < 0) {
			fprintf(stderr, "bench_questions: %s\n", err.text);
			exit(1);
		}
	}
}

static void compare(sqlite3 *db, sqlite3_stmt *st, struct session *session,
		    const struct kind *kind, size_t rounds)
{
	double plain[ROUNDS_MAX], own[ROUNDS_MAX];
	struct questions questions;
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	choose(db, kind->sql, &questions);
	ask_sqlite(db, st, &questions);
	ask_esep(session, out, &questions);
	for (size_t i = 0; i < rounds; i++) {
		double begun = cpu_seconds(), middle;

		ask_sqlite(db, st, &questions);
		middle = cpu_seconds();
		ask_esep(session, out, &questions);
		plain[i] = (middle - begun) * 1000 / questions.count;
		own[i] = (cpu_seconds() - middle) * 1000 / questions.count;
	}
	printf("%-10s %3d questions: FTS5 %7.3f ms each, esep %7.3f, %.2f times\n",
	       kind->name, questions.count, median(plain, rounds),
	       median(own, rounds),
	       median(own, rounds) / median(plain, rounds));
	fclose(out);
	free(text);
	for (int i = 0; i < questions.count; i++)
		free(questions.items[i]);
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[2]) : 5;
	struct err err = ERR_INIT;
	struct session *session;
	sqlite3_stmt *st;
	sqlite3 *db;

	if (argc < 2 || rounds < 1 || rounds > ROUNDS_MAX) {
		fprintf(stderr, "usage: bench_questions DATABASE [ROUNDS [KIND]]\n");
		return 2;
	}
	if (session_open(&session, argv[1], NULL, &err) < 0) {
		fprintf(stderr, "bench_questions: %s\n", err.text);
		return 1;
	}
	check(NULL, sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY,
				    NULL) == SQLITE_OK);
	check(db, sqlite3_exec(db, "PRAGMA cache_size = -12288; "
			       "PRAGMA temp_store = MEMORY", NULL, NULL,
			       NULL) == SQLITE_OK);
	check(db, sqlite3_exec(db, words_sql, NULL, NULL, NULL) == SQLITE_OK);
	check(db, sqlite3_prepare_v2(db, ask_sql, -1, &st, NULL) == SQLITE_OK);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (argc < 4 || strcmp(argv[3], kinds[i].name) == 0)
			compare(db, st, session, &kinds[i], (size_t)rounds);
	sqlite3_finalize(st);
	sqlite3_close(db);
	session_close(session);
	return 0;
}
