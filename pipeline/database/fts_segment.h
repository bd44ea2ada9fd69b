/* A segment of an FTS5 table: the rows of a batch, sorted and written at once
 * into the table's own tables, as FTS5 would have written them row by row.
 *
 * source  sqlite.org/fts5.html, "Under the hood"; the head comment of SQLite's
 *         fts5_index.c */
#ifndef ESEP_FTS_SEGMENT_H
#define ESEP_FTS_SEGMENT_H

#include "database.h"

/* FTS5 cuts what is longer. */
enum { FTS_TERM_MAX = 32768 };

/* A term stands in a row. */
struct fts_posting {
	uint32_t term;   /* its number, from 0 */
	uint32_t place;  /* the word of the row, from 0; several may share it */
};

struct fts_row {
	int64_t id;      /* greater than those before, and than all of the table */
	size_t first;    /* its postings begin there */
};

/* Postings in the order of their rows, and in each of their places. */
struct fts_postings {
	LIST(struct fts_posting) list;
	LIST(struct fts_row) rows;
};

/* Add the rows to an FTS5 table of one column and detail=full, which keeps the
 * sizes of its rows. FTS5 remembers what it has read of a table for as long as a
 * connection lives, and is not told: this connection must not have asked the
 * table for anything.
 * terms    each another one, of FTS_TERM_MAX bytes at most; those that have no
 *          posting are left out
 * returns  0; 1 when FTS5's tables are of a form that is not known: nothing is
 *          written, INSERT it is; ERR_DATABASE */
int fts_segment_write(struct database *db, const char *table,
		      const struct str *terms, size_t term_count,
		      const struct fts_postings *postings, struct err *err);

/* How many segments FTS5 has to look into; 0 when that is not known. */
int fts_segment_count(struct database *db, const char *table, int *count,
		      struct err *err);

#endif
