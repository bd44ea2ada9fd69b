/* How many words the paragraphs of a database have. */
#ifndef ESEP_LENGTHS_H
#define ESEP_LENGTHS_H

#include "database.h"

struct lengths {
	struct database *db;
	struct statement *near;    /* the document that a paragraph is in */
	int64_t first, next;       /* its first paragraph; the next to read */
	struct strbuf bytes;       /* as the document has them */
	struct str rest;           /* what is not read */
	size_t asked;
	LIST(uint32_t) all;        /* by id, if many are asked for; [0] unused */
};

/* It is zeroed before, but for the database. */
void lengths_release(struct lengths *lengths);

/* The words of the paragraph of that id; 0 where the database does not tell.
 * Those of a document are read one by one, which is soonest where ids ascend;
 * when many were asked for, all are read into one array. */
uint32_t lengths_of(struct lengths *lengths, int64_t id);

#endif
