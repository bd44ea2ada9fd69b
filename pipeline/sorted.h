/* Tables too large to be read at every start: they are mapped and searched
 * where they lie. The rows are sorted by the bytes of their first cell; the
 * form is that of table.h otherwise. Tests read these tables whole, so that
 * a wrong order is found there. */
#ifndef ESEP_SORTED_H
#define ESEP_SORTED_H

#include "err.h"
#include "str.h"

struct sorted {
	char *bytes;         /* the file, mapped; NULL if it is not open */
	size_t len;
	struct str rows;     /* the file behind its header */
};

/* Open FOLDER/CODE/name, whose header must be `columns` (with tabs between).
 * errors: ERR_MISSING, ERR_SYSTEM, ERR_FORMAT for another header or a last
 *         line without its end.
 * cost: that of a mapping; what is looked at later is read then. */
int sorted_open(struct sorted *table, const char *folder, struct str code,
		const char *name, struct str columns, struct err *err);
void sorted_close(struct sorted *table);

/* Where in `rows` the first row begins whose first cell is not less than
 * `key`; rows.len if all are less. cost: logarithmic. */
size_t sorted_seek(const struct sorted *table, struct str key);

/* The same where the row is known to begin before `end` or there, and most
 * likely not far. cost: logarithmic in the distance. */
size_t sorted_seek_back(const struct sorted *table, struct str key, size_t end);

/* The first cell of the row at `at`, and where the next row begins. */
struct str sorted_cell(const struct sorted *table, size_t at);
size_t sorted_next(const struct sorted *table, size_t at);

/* What stands behind the first cell of the row at `at`, up to its end. */
struct str sorted_rest(const struct sorted *table, size_t at);

/* The beginning of the row that ends before `at`, which is not 0. */
size_t sorted_before(const struct sorted *table, size_t at);

#endif
