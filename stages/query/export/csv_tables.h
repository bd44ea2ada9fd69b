/* The tables of the data package: what each holds, where it comes from, how
 * they hang together. The CSV files, their headers and datapackage.json are
 * loops over these rows. */
#ifndef ESEP_CSV_TABLES_H
#define ESEP_CSV_TABLES_H

#include <stddef.h>

struct csv_column {
	const char *name;
	char type;             /* 's' string, 'i' integer, 'n' number */
	const char *meaning;   /* or NULL: the name says it */
};

/* Names have blanks between. */
struct csv_key {
	const char *columns;
	const char *table;     /* that has them */
	const char *theirs;    /* its names for them */
};

enum { CSV_KEYS = 2 };

struct csv_table {
	const char *name;      /* of the file too, behind it .csv */
	const char *title;
	const char *sql;       /* ?1: rows of documents as a JSON array. A
	                          column behind the others is the row of the
	                          paragraph that places in a text are of */
	const struct csv_column *columns;
	size_t column_count;
	const char *primary;   /* columns; all are filled */
	struct csv_key foreign[CSV_KEYS];
};

extern const struct csv_table csv_tables[];
extern const size_t csv_table_count;

#endif
