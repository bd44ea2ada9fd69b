#include "database.h"

#include "schema.h"
#include "versions.h"
#include "word_fts.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	CACHE_KIB = 10240,
	UNUSED_PART = 16, UNUSED_MOST = 4, /* of the pages: database_shrink */
	IDLE_MAX = 64
};

struct database {
	sqlite3 *handle;
	char *path;  /* as the user wrote it */
	char *plain; /* the same for SQLite */
	struct word_splitter *splitter; /* once it is needed */
	struct seer seer;
	bool keeps_statements;
	LIST(struct statement *) idle;  /* closed, and kept for who opens them
	                                   again: to make one takes long */
};

struct statement {
	sqlite3_stmt *handle;
	struct database *db;
	int bind_rc; /* of the first bind that failed */
};

/* What SQLite says of its last failure, with the system's reason. */
static int failed(const struct database *db, struct err *err)
{
	int code = sqlite3_extended_errcode(db->handle);
	int reason = sqlite3_system_errno(db->handle);

	switch (code & 0xff) {
	case SQLITE_NOTADB:
		return err_set(err, ERR_DATABASE,
			       "%s: not an SQLite database", db->path);
	case SQLITE_CORRUPT:
		return err_set(err, ERR_DATABASE,
			       "%s: the database is damaged", db->path);
	case SQLITE_READONLY:
		return err_set(err, ERR_DATABASE,
			       "%s: the database cannot be written", db->path);
	case SQLITE_CANTOPEN:
	case SQLITE_IOERR:
		if (reason)
			return err_set(err, ERR_DATABASE, "%s: %s: %s",
				       db->path, sqlite3_errmsg(db->handle),
				       strerror(reason));
	}
	return err_set(err, ERR_DATABASE, "%s: %s", db->path,
		       sqlite3_errmsg(db->handle));
}

void database_wait(struct database *db, int ms)
{
	sqlite3_busy_timeout(db->handle, ms);
}

int database_run(struct database *db, const char *sql, struct err *err)
{
	if (sqlite3_exec(db->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
		return failed(db, err);
	return 0;
}

int database_ask(struct database *db, const char *sql, int64_t *number,
		 struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, sql, err);

	if (rc < 0)
		return rc;
	rc = statement_step(st, err);
	*number = rc > 0 ? statement_number(st, 0) : 0;
	statement_close(st);
	return rc < 0 ? rc : 0;
}

static int configure(struct database *db, struct err *err)
{
	char sql[256];

	sqlite3_extended_result_codes(db->handle, 1);
	if (word_fts_register(db->handle) != SQLITE_OK)
		return err_set(err, ERR_DATABASE, "SQLite has no FTS5");
	database_wait(db, DATABASE_WAIT_MS);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 0);
	snprintf(sql, sizeof sql,
		 "PRAGMA cell_size_check = ON; "
		 "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
		 "PRAGMA cache_size = -%d", CACHE_KIB);
	return database_run(db, sql, err);
}

/* SQLite tries a file that it may not write again to read it, and says why that
 * failed. */
static int cannot_open(const struct database *db, int flags, struct err *err)
{
	int file = open(db->plain, O_CLOEXEC |
			(flags & SQLITE_OPEN_CREATE ? O_RDWR | O_CREAT
						    : O_RDONLY), 0644);

	if (file < 0)
		return err_set(err, ERR_DATABASE, "%s: cannot be opened: %s",
			       db->path, strerror(errno));
	close(file);
	return failed(db, err);
}

static void finalize_idle(struct database *db)
{
	for (size_t i = 0; i < db->idle.count; i++) {
		sqlite3_finalize(db->idle.items[i]->handle);
		free(db->idle.items[i]);
	}
	LIST_RELEASE(&db->idle);
}

static int connect(struct database *db, int flags, struct err *err)
{
	finalize_idle(db);
	sqlite3_close(db->handle);
	flags |= SQLITE_OPEN_NOMUTEX; /* who shares it has a lock of its own */
	if (sqlite3_open_v2(db->plain, &db->handle, flags, NULL) != SQLITE_OK)
		return cannot_open(db, flags, err);
	return configure(db, err);
}

/* A load that was killed leaves a journal, which only a writer may play back:
 * open once to write, so that SQLite does so, and then to read. */
static int open_to_read(struct database *db, struct err *err)
{
	static const char look[] = "SELECT count(*) FROM sqlite_schema";
	int64_t count;
	int rc = connect(db, SQLITE_OPEN_READONLY, err);

	if (rc == 0)
		rc = database_ask(db, look, &count, err);
	if (rc < 0 &&
	    ((sqlite3_errcode(db->handle) & 0xff) == SQLITE_READONLY ||
	     (sqlite3_errcode(db->handle) & 0xff) == SQLITE_CANTOPEN)) {
		rc = connect(db, SQLITE_OPEN_READWRITE, err);
		if (rc == 0)
			rc = database_ask(db, look, &count, err);
		if (rc == 0)
			rc = connect(db, SQLITE_OPEN_READONLY, err);
	}
	return rc < 0 ? rc : schema_check(db, err);
}

/* SQLite's own words for these say less. */
static int check_file(const char *path, enum database_mode mode,
		      struct err *err)
{
	struct stat info;

	if (stat(path, &info) == 0) {
		if (S_ISREG(info.st_mode))
			return 0;
		return err_set(err, ERR_DATABASE, "%s: %s", path,
			       S_ISDIR(info.st_mode) ? "is a directory"
						     : "is no regular file");
	}
	if (errno == ENOENT && mode == DATABASE_WRITE)
		return 0;
	return err_set(err, errno == ENOENT ? ERR_MISSING : ERR_DATABASE,
		       "%s: %s", path, strerror(errno));
}

static char *copy_path(const char *path, const char *front)
{
	size_t size = strlen(front) + strlen(path) + 1;
	char *copy = memory_get(size);

	snprintf(copy, size, "%s%s", front, path);
	return copy;
}

/* "./" in front keeps names that SQLite takes for something special, such as
 * ":memory:", names of files. */
static char *plain_path(const char *path)
{
	return copy_path(path, path[0] == '/' ? "" : "./");
}

int database_open(struct database **db, const char *path,
		  enum database_mode mode, struct err *err)
{
	int rc = check_file(path, mode, err);
	struct database *new;

	*db = NULL;
	if (rc < 0)
		return rc;
	new = memory_get(sizeof *new);
	*new = (struct database){
		.path = copy_path(path, ""), .plain = plain_path(path)
	};
	if (mode == DATABASE_READ) {
		new->keeps_statements = true;
		rc = open_to_read(new, err);
	} else {
		rc = connect(new, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
			     err);
		if (rc == 0)
			rc = schema_make(new, err);
	}
	if (rc < 0) {
		database_close(new);
		return rc;
	}
	*db = new;
	return 0;
}

void database_close(struct database *db)
{
	if (!db)
		return;
	word_splitter_close(db->splitter);
	finalize_idle(db);
	sqlite3_close(db->handle);
	LIST_RELEASE(&db->seer.hits);
	free(db->path);
	free(db->plain);
	free(db);
}

const char *database_path(const struct database *db)
{
	return db->path;
}

int database_check_versions(struct database *db, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db,
				"SELECT name FROM document WHERE tokenizer <> "
				"?1 OR stemmer <> ?2 OR name_key <> ?3 "
				"ORDER BY name LIMIT 1", err);

	if (rc < 0)
		return rc;
	statement_bind_number(st, 1, TOKENIZER_VERSION);
	statement_bind_number(st, 2, STEMMER_VERSION);
	statement_bind_number(st, 3, KEY_VERSION);
	rc = statement_step(st, err);
	if (rc > 0)
		rc = err_set(err, ERR_DATABASE,
			     "%s: '%.*s' was made by another version of esep; "
			     "run and load the report again", db->path,
			     STR_ARGS(statement_text(st, 0)));
	statement_close(st);
	return rc;
}

int database_begin(struct database *db, struct err *err)
{
	return database_run(db, "BEGIN IMMEDIATE", err);
}

int database_commit(struct database *db, struct err *err)
{
	return database_run(db, "COMMIT", err);
}

int database_add_see(struct database *db, word_see *see, void *data,
		     struct err *err)
{
	bool is_known = db->seer.see != NULL;

	db->seer.see = see;
	db->seer.data = data;
	if (!is_known && word_fts_add_see(db->handle, &db->seer) != SQLITE_OK)
		return failed(db, err);
	return 0;
}

int database_split_text(struct database *db, struct str text,
			fts_word *word, void *data,
			struct err *err)
{
	if (!db->splitter)
		db->splitter = word_splitter_open(db->handle);
	if (!db->splitter ||
	    word_splitter_split(db->splitter, text, word, data) != SQLITE_OK)
		return failed(db, err);
	return 0;
}

void database_let_write_indexes(struct database *db, bool may)
{
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, !may, NULL);
}

bool database_is_in_transaction(const struct database *db)
{
	return !sqlite3_get_autocommit(db->handle);
}

int database_pages(struct database *db, int64_t *pages, struct err *err)
{
	return database_ask(db, "PRAGMA page_count", pages, err);
}

int database_shrink(struct database *db, int64_t before, struct err *err)
{
	int64_t pages = 0, unused = 0;
	int rc = database_pages(db, &pages, err);

	if (rc == 0)
		rc = database_ask(db, "PRAGMA freelist_count", &unused, err);
	if (rc == 0 && (unused > pages / UNUSED_MOST ||
			(unused > pages / UNUSED_PART &&
			 pages - before >= unused)))
		rc = database_run(db, "PRAGMA incremental_vacuum", err);
	return rc;
}

int database_optimize(struct database *db, struct err *err)
{
	return database_run(db, "INSERT INTO word_index (word_index) "
			    "VALUES ('optimize'); "
			    "INSERT INTO paragraph_text (paragraph_text) "
			    "VALUES ('optimize'); "
			    "PRAGMA incremental_vacuum", err);
}

void database_rollback(struct database *db)
{
	if (database_is_in_transaction(db))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

int64_t database_last_id(const struct database *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}

/* A statement of that text that nobody uses. */
static struct statement *take_idle(struct database *db, const char *sql)
{
	for (size_t i = db->idle.count; i-- > 0;) {
		struct statement *st = db->idle.items[i];

		if (strcmp(sqlite3_sql(st->handle), sql) != 0)
			continue;
		db->idle.items[i] = db->idle.items[--db->idle.count];
		return st;
	}
	return NULL;
}

int statement_open(struct statement **st, struct database *db,
		   const char *sql, struct err *err)
{
	sqlite3_stmt *handle;

	*st = take_idle(db, sql);
	if (*st)
		return 0;
	if (sqlite3_prepare_v2(db->handle, sql, -1, &handle, NULL) != SQLITE_OK)
		return failed(db, err);
	*st = memory_get(sizeof **st);
	**st = (struct statement){ handle, db, SQLITE_OK };
	return 0;
}

void statement_close(struct statement *st)
{
	if (!st)
		return;
	if (st->db->keeps_statements && st->db->idle.count < IDLE_MAX) {
		statement_reset(st);
		sqlite3_clear_bindings(st->handle);
		*LIST_ADD(&st->db->idle) = st;
		return;
	}
	sqlite3_finalize(st->handle);
	free(st);
}

static void note(struct statement *st, int rc)
{
	if (st->bind_rc == SQLITE_OK)
		st->bind_rc = rc;
}

void statement_bind(struct statement *st, int at, struct str text)
{
	note(st, sqlite3_bind_text64(st->handle, at, text.len ? text.data : "",
				     text.len, SQLITE_TRANSIENT, SQLITE_UTF8));
}

void statement_bind_some(struct statement *st, int at, struct str text)
{
	if (text.len > 0)
		statement_bind(st, at, text);
	else
		statement_bind_null(st, at);
}

void statement_bind_blob(struct statement *st, int at, struct str bytes)
{
	note(st, sqlite3_bind_blob64(st->handle, at,
				     bytes.len ? bytes.data : "", bytes.len,
				     SQLITE_TRANSIENT));
}

void statement_bind_number(struct statement *st, int at, int64_t number)
{
	note(st, sqlite3_bind_int64(st->handle, at, number));
}

void statement_bind_null(struct statement *st, int at)
{
	note(st, sqlite3_bind_null(st->handle, at));
}

int statement_step(struct statement *st, struct err *err)
{
	int rc = st->bind_rc;

	if (rc == SQLITE_OK) {
		rc = sqlite3_step(st->handle);
		if (rc == SQLITE_ROW)
			return 1;
		if (rc == SQLITE_DONE) {
			sqlite3_reset(st->handle);
			return 0;
		}
		rc = failed(st->db, err);
	} else {
		rc = err_set(err, ERR_DATABASE, "%s: %s", st->db->path,
			     sqlite3_errstr(rc));
	}
	statement_reset(st);
	return rc;
}

int statement_run(struct statement *st, struct err *err)
{
	int rc;

	while ((rc = statement_step(st, err)) > 0)
		;
	return rc;
}

void statement_reset(struct statement *st)
{
	sqlite3_reset(st->handle);
	st->bind_rc = SQLITE_OK;
}

struct str statement_text(struct statement *st, int column)
{
	/* column_text makes UTF-8 of a database in UTF-16 */
	const void *data =
		sqlite3_column_type(st->handle, column) == SQLITE_BLOB
			? sqlite3_column_blob(st->handle, column)
			: sqlite3_column_text(st->handle, column);
	int len = sqlite3_column_bytes(st->handle, column);

	return data ? (struct str){ data, (size_t)len } : STR_NONE;
}

int64_t statement_number(struct statement *st, int column)
{
	return sqlite3_column_int64(st->handle, column);
}

double statement_real(struct statement *st, int column)
{
	return sqlite3_column_double(st->handle, column);
}

bool statement_is_null(struct statement *st, int column)
{
	return sqlite3_column_type(st->handle, column) == SQLITE_NULL;
}

int statement_columns(const struct statement *st)
{
	return sqlite3_column_count(st->handle);
}
