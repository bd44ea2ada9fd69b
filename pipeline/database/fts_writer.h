/* The pages of a segment of an FTS5 table, written term after term: for
 * fts_segment.c and fts_merge.c.
 *
 * source  the head comment of SQLite's fts5_index.c */
#ifndef ESEP_FTS_WRITER_H
#define ESEP_FTS_WRITER_H

#include "database.h"
#include "fts_structure.h"

struct fts_writer {
	struct database *db;
	const char *table;
	struct statement *put_page, *put_start, *get_page;
	uint64_t segment;
	struct fts_structure structure;

	/* the page at hand */
	struct strbuf page, ends;    /* `ends`: where its terms begin */
	uint64_t number;             /* from 1 */
	size_t last_term;            /* where the last of them begins */
	bool has_term, has_row;      /* a row in front of which no term is */

	struct strbuf term;          /* the last one */
	struct strbuf start;         /* what tells the page from those before */
	uint64_t start_page;
	int64_t last_row;            /* of the list at hand, on this page */
	bool is_first_row;           /* of the list, or of the page */

	/* the pages on which a long list goes on */
	struct strbuf skip;
	uint64_t skip_page;
	int64_t skip_row;
	size_t without_term;         /* pages */
};

/* See whether the table has the form that is written here, and open a segment
 * of a number that is free.
 * returns  0; 1 when it has not: nothing is to be closed but the writer;
 *          ERR_DATABASE */
int fts_writer_open(struct fts_writer *writer, struct database *db,
		    const char *table, struct err *err);
void fts_writer_close(struct fts_writer *writer);

/* A term, greater than the one before; a row of it, greater than the one before;
 * its places, as fts_add_number writes their steps, each with 2 added. */
int fts_writer_term(struct fts_writer *writer, struct str term,
		    struct err *err);
int fts_writer_row(struct fts_writer *writer, int64_t row, struct str places,
		   struct err *err);

/* Write the last page and give the segment its place in the structure, newer
 * than level `from` and above, which is written by fts_writer_save. */
int fts_writer_end(struct fts_writer *writer, size_t from, struct err *err);
int fts_writer_save(struct fts_writer *writer, struct err *err);

/* The record of that id, and another one in its place. */
int fts_writer_get(struct fts_writer *writer, int64_t id, struct strbuf *bytes,
		   struct err *err);
int fts_writer_put(struct fts_writer *writer, int64_t id, struct str bytes,
		   struct err *err);

/* A statement with the table's name for %s. */
int fts_writer_statement(struct statement **st, struct fts_writer *writer,
			 const char *format, struct err *err);

/* Where the pages of a segment begin. */
enum { FTS_SEGMENT_SHIFT = 37, FTS_STRUCTURE_ID = 10, FTS_PAGE_HEAD = 4 };

#endif
