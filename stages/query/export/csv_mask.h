/* Rows of the data package under --mask: texts masked, places in them moved,
 * and rows of one key made one. */
#ifndef ESEP_CSV_MASK_H
#define ESEP_CSV_MASK_H

#include "csv_tables.h"
#include "database.h"
#include "mask.h"

struct csv_mask;

/* `mask` and `db` are borrowed. errors: ERR_DATABASE */
int csv_mask_open(struct csv_mask **masked, struct mask *mask,
		  struct database *db, struct err *err);
void csv_mask_close(struct csv_mask *masked); /* NULL is fine */

/* Before the rows of a table: see which of them have one key when masked, which
 * are one row then, with the sum of their counts; `st` is run to its end.
 * errors: ERR_DATABASE */
int csv_mask_begin(struct csv_mask *masked, const struct csv_table *table,
		   struct statement *st, struct err *err);

/* Whether the row at hand is one with a row that was told. */
bool csv_mask_skips(struct csv_mask *masked, struct statement *st);

/* Append a cell of the row at hand. errors: ERR_DATABASE */
int csv_mask_add(struct csv_mask *masked, struct statement *st, size_t column,
		 struct strbuf *out, struct err *err);

#endif
