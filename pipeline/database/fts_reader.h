/* A segment of an FTS5 table, read term after term. Its bytes may be anything:
 * what does not fit is damage. */
#ifndef ESEP_FTS_READER_H
#define ESEP_FTS_READER_H

#include "fts_writer.h"

struct fts_reader {
	struct fts_writer *writer;   /* it gets the pages */
	struct fts_part part;
	uint64_t page;               /* the one at hand */
	struct strbuf bytes;         /* it */
	size_t at, end;              /* in its terms and rows */
	struct str ends;             /* where its further terms begin */
	size_t next_term;            /* where the next one begins; 0: none */
	bool is_done;                /* there are no more pages */
	bool has_term;               /* one was read of this page */
	bool is_page_start;          /* neither term nor row was */

	struct strbuf term;          /* the one at hand */
	int64_t row;
	bool is_first_row, is_cut;   /* the row is a mark that it was removed */
	struct strbuf places;
};

/* errors: of the database. Each of these returns 1 when it has read one, 0 at the
 * end of them, ERR_DATABASE also when the segment is damaged. */
int fts_reader_open(struct fts_reader *reader, struct fts_writer *writer,
		    const struct fts_part *part, struct err *err);
int fts_reader_term(struct fts_reader *reader, struct err *err);
int fts_reader_row(struct fts_reader *reader, struct err *err);
void fts_reader_close(struct fts_reader *reader);

#endif
