/* The database: one SQLite file. This folder alone includes sqlite3.h.
 *
 * Every value goes through a parameter of a prepared statement: no text of a
 * report or a user becomes SQL. A file is opened as if an attacker had made
 * it: its tables must be the ones of schema.h to the letter, its triggers are
 * refused and its functions are not trusted. A connection is for one thread at
 * a time. */
#ifndef ESEP_DATABASE_H
#define ESEP_DATABASE_H

#include "err.h"
#include "str.h"

struct database;

enum database_mode {
	DATABASE_READ,   /* nothing is written but an interrupted load undone */
	DATABASE_CHANGE, /* written, but it must be there */
	DATABASE_WRITE   /* made if it is not there or empty */
};

/* Open a database and see that it is one of ours.
 * errors  ERR_MISSING no such file; ERR_DATABASE (with the file's name) what
 *         is no database, not ours, of another schema version, damaged, or
 *         cannot be opened */
int database_open(struct database **db, const char *path,
		  enum database_mode mode, struct err *err);
void database_close(struct database *db); /* NULL is fine */
const char *database_path(const struct database *db);

/* See that every document was made by this program's tokenizer, stemmers and
 * key. errors: ERR_DATABASE, naming the first document that was not. */
int database_check_versions(struct database *db, struct err *err);

/* How long from here on to wait while another program has the database: ms;
 * DATABASE_WAIT_MS when it was opened. */
enum { DATABASE_WAIT_MS = 60000 };
void database_wait(struct database *db, int ms);

/* One transaction: from begin to commit or rollback. */
int database_begin(struct database *db, struct err *err);
int database_commit(struct database *db, struct err *err);
void database_rollback(struct database *db);

/* How many pages it has. */
int database_pages(struct database *db, int64_t *pages, struct err *err);

/* Give pages that nothing stands on back to the file system, if they are more
 * than a quarter of all; or a sixteenth, where it has grown by as many since it
 * had so many pages `before`: others are moved for it. Not within a
 * transaction. */
int database_shrink(struct database *db, int64_t before, struct err *err);

/* Put each index into one piece, and give back all that nothing stands on. Not
 * within a transaction. */
int database_optimize(struct database *db, struct err *err);

/* Some failures (no room, no memory) end a transaction of themselves. */
bool database_is_in_transaction(const struct database *db);

/* Run statements without parameters; the number that the first row of such a
 * statement begins with (0: no row). */
int database_run(struct database *db, const char *sql, struct err *err);
int database_ask(struct database *db, const char *sql, int64_t *number,
		 struct err *err);

/* What a question to word_index found in a row: its phrases, in the order in
 * which they stand there, and the words at which each begins, by word. */
struct word_hit {
	int phrase, word;
};
struct word_row {
	int64_t id;
	const struct word_hit *hits;
	size_t count;
};

/* Make `see` the SQL function esep_see(word_index) of this connection, in the
 * place of another one: it is shown each row that is asked for, and what it
 * returns is the value. */
typedef double word_see(void *data, const struct word_row *row);
int database_add_see(struct database *db, word_see *see, void *data,
		     struct err *err);

/* Split a text into words as paragraph_text does, in lower case, cut at
 * FTS_TERM_MAX; each is told to `word`, with its bytes in the text. */
typedef void fts_word(void *data, struct str word, size_t start, size_t end);
int database_split_text(struct database *db, struct str text,
			fts_word *word, void *data,
			struct err *err);

/* Whether statements that are opened from here on may write to FTS5's own
 * tables; they may not at first. */
void database_let_write_indexes(struct database *db, bool may);

/* The rowid of the last insert. */
int64_t database_last_id(const struct database *db);

/* A prepared statement. Parameters and columns count from 1 and from 0, as in
 * SQLite. A wrong bind is told by the next step. */
struct statement;

int statement_open(struct statement **st, struct database *db,
		   const char *sql, struct err *err);
void statement_close(struct statement *st); /* NULL is fine */

/* The text is copied. Empty text is bound as it is; statement_bind_some binds
 * NULL instead of it. */
void statement_bind(struct statement *st, int at, struct str text);
void statement_bind_some(struct statement *st, int at, struct str text);
void statement_bind_blob(struct statement *st, int at, struct str bytes);
void statement_bind_number(struct statement *st, int at, int64_t number);
void statement_bind_null(struct statement *st, int at);

/* The next row. returns 1 a row, 0 the end (the statement is ready for the
 * next use, its parameters stay), ERR_DATABASE. */
int statement_step(struct statement *st, struct err *err);

/* Step to the end and forget the rows. returns 0 or ERR_DATABASE */
int statement_run(struct statement *st, struct err *err);
void statement_reset(struct statement *st);

/* Columns of the row; a text stays valid until the next step. A text is cut at
 * nothing and may hold any bytes; that of NULL is empty. */
struct str statement_text(struct statement *st, int column);
int64_t statement_number(struct statement *st, int column);
double statement_real(struct statement *st, int column);
bool statement_is_null(struct statement *st, int column);
int statement_columns(const struct statement *st);

#endif
