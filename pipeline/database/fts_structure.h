/* The record in which FTS5 keeps which segments a table has. */
#ifndef ESEP_FTS_STRUCTURE_H
#define ESEP_FTS_STRUCTURE_H

#include "err.h"
#include "str.h"

struct fts_part {            /* a segment */
	uint64_t id, first, last; /* its pages */
};

struct fts_level {
	uint64_t merging;        /* of its segments, these are being merged */
	LIST(struct fts_part) parts; /* the oldest first */
};

struct fts_structure {
	char cookie[4];
	uint64_t writes;         /* pages that were written so far */
	LIST(struct fts_level) levels;
};

/* SQLite's numbers: seven bits a byte, the highest first.
 * source  sqlite.org/fileformat2.html#varint; the nine bytes of the largest
 *         are not needed here */
void fts_add_number(struct strbuf *out, uint64_t number);
bool fts_read_number(struct str *bytes, uint64_t *number);

/* False when the bytes are of no form that is known. Released by the caller
 * either way. */
bool fts_structure_read(struct fts_structure *structure, struct str bytes);
void fts_structure_write(const struct fts_structure *structure,
			 struct strbuf *out);
void fts_structure_release(struct fts_structure *structure);

/* Where a new segment of so many pages belongs that is newer than those of level
 * `from` and above: what is large stands high, with its like, and never above
 * what is older. */
size_t fts_structure_level(const struct fts_structure *structure, size_t from,
			   uint64_t pages);

/* A number that no segment has; 0: none is free. */
uint64_t fts_structure_new_id(const struct fts_structure *structure);

#endif
