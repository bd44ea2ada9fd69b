/* Segments of an FTS5 table made one, so that a question has few to look into.
 * What FTS5's own `merge` does, sooner, for rows that were only ever added. */
#ifndef ESEP_FTS_MERGE_H
#define ESEP_FTS_MERGE_H

#include "database.h"

/* So many of a level become one. */
enum { FTS_MERGE_WIDTH = 8 };

/* Merge the levels that have FTS_MERGE_WIDTH segments or more. This connection
 * must not have asked the table for anything; see fts_segment_write.
 * returns  0; 1 when a row was removed or came up again, or FTS5's tables are of
 *          a form that is not known: that level stays, FTS5 may do it;
 *          ERR_DATABASE, and the transaction must be undone */
int fts_merge(struct database *db, const char *table, struct err *err);

#endif
