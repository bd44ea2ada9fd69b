/* Tables too large to be read at every start: they are mapped and searched
 * where they lie. The rows are sorted by the bytes of their first cell; the
 * form is that of table.h otherwise. Tests read these tables whole, so that
 * a wrong order is found there. */
#ifndef ESEP_MAPPED_TABLE_H
#define ESEP_MAPPED_TABLE_H

#include "err.h"
#include "str.h"

struct mapped_table {
	char *bytes;         /* the file, mapped; NULL if it is not open */
	size_t len;
	struct str rows;     /* the file behind its header */
	char cell_end;       /* of the first: a tab, or the row's end */
	unsigned searches;   /* by halving, so far */
	struct mapped_table_slot {
		uint32_t hash; /* of the first cell */
		uint32_t row;  /* the first such row, plus one; 0 is free */
	} *slots;            /* NULL before many were looked for */
	size_t slot_count;   /* a power of two */
};

/* The hash of a text is MAPPED_TABLE_HASH, stepped over its bytes: one pass
 * gives
 * those of all beginnings. source: FNV-1a, 32 bits */
enum { MAPPED_TABLE_HASH = 0x811c9dc5u };
static inline uint32_t mapped_table_hash_step(uint32_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * UINT32_C(0x01000193);
}

/* Open FOLDER/CODE/name, whose header must be `columns` (with tabs between).
 * errors: ERR_MISSING, ERR_SYSTEM, ERR_FORMAT for another header or a last
 *         line without its end, ERR_LIMIT from 2 GB on.
 * cost: that of a mapping; what is looked at later is read then. */
int mapped_table_open(struct mapped_table *table, const char *folder,
		      struct str code, const char *name, struct str columns,
		      struct err *err);
void mapped_table_close(struct mapped_table *table);

/* Where in `rows` the first row begins whose first cell is `key`, of which
 * `hash` is the hash; rows.len if there is none. cost: by halving at first, so
 * that a query of few words need not read the table; then by an index. */
size_t mapped_table_find(struct mapped_table *table, struct str key,
			 uint32_t hash);

/* The first cell of the row at `at`, and where the next row begins. */
struct str mapped_table_cell(const struct mapped_table *table, size_t at);
size_t mapped_table_next(const struct mapped_table *table, size_t at);

/* What stands behind the first cell of the row at `at`, up to its end. */
struct str mapped_table_rest(const struct mapped_table *table, size_t at);

#endif
