/* The tables that lexicons are made of: what each is called, which columns it
 * has, and whether it may be missing. A table that lacks one of its columns is
 * refused; a new one needs a row here, else nothing tells its columns. Who asks
 * for a table checks its cells. lexicons/README.md tells what the columns mean:
 * a new table is a row there too. */
#ifndef ESEP_CATALOGUE_H
#define ESEP_CATALOGUE_H

#include "str.h"

enum {
	TABLE_OPTIONAL = 1,    /* what it lacks is not found, the rest works */
	TABLE_MAPPED = 2,      /* read where it lies: mapped_table.h */
	TABLE_FREE = 4         /* other columns may stand beside its own */
};

struct catalogue_table {
	const char *name;      /* below the folder; CODE stands for the code of
	                          a language, * for any name: *.tsv, the last
	                          row, for the things that a type of mention
	                          beside ours names */
	const char *columns;   /* with blanks between, in their order */
	unsigned flags;        /* TABLE_* */
};

extern const struct catalogue_table catalogue[];
extern const size_t catalogue_count;

/* The row for a table's name ("ru/dates.tsv"), or NULL. */
const struct catalogue_table *catalogue_find(struct str name);

#endif
