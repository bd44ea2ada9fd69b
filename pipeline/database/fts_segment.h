/* A segment of an FTS5 table: the rows of a batch, sorted and written at once
 * into the table's own tables, as FTS5 would have written them row by row.
 *
 * source  sqlite.org/fts5.html, "Under the hood"; the head comment of SQLite's
 *         fts5_index.c */
#ifndef ESEP_FTS_SEGMENT_H
#define ESEP_FTS_SEGMENT_H

#include "database.h"
#include "leb128.h"

/* FTS5 cuts what is longer. */
enum { FTS_TERM_MAX = 32768 };

struct fts_row {
	int64_t id;      /* greater than those before, and than all of the table */
	size_t first;    /* byte of the list at which its postings begin */
	uint32_t words;
};

/* Where terms stand, in the order of the rows and in each of their words. Of a
 * posting the list has the number of the term, twice, and 1 if it is the first
 * of its word; see leb128.h. */
struct fts_postings {
	struct strbuf list;
	LIST(struct fts_row) rows;
};

/* Begin a row; add a term, numbered from 0, to its word at hand, or if `first`
 * to a new one. */
void fts_postings_add_row(struct fts_postings *postings, int64_t id);

static inline void fts_postings_add(struct fts_postings *postings,
				    uint32_t term, bool first)
{
	struct fts_row *row = &postings->rows.items[postings->rows.count - 1];

	leb128_add(&postings->list, (uint64_t)term << 1 | first);
	row->words += first;
}

/* The posting at byte *at of the list, which goes on to the next one. */
static inline uint32_t fts_postings_next(const struct fts_postings *postings,
					 size_t *at, bool *first)
{
	struct str rest = str_slice(strbuf_view(&postings->list), *at,
				    postings->list.len);
	uint64_t number = 0;

	leb128_next(&rest, &number);
	*at = postings->list.len - rest.len;
	*first = number & 1;
	return (uint32_t)(number >> 1);
}

/* Where the postings of a row end in the list. */
size_t fts_postings_end(const struct fts_postings *postings, size_t row);

/* Keep the first so many rows; or those that are not marked. */
void fts_postings_cut(struct fts_postings *postings, size_t rows);
void fts_postings_keep(struct fts_postings *postings, const bool *is_cut);
void fts_postings_release(struct fts_postings *postings);

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

#endif
