/* The columns of a table or view as its SQL tells them, with their comments. */
#ifndef ESEP_SQL_COLUMNS_H
#define ESEP_SQL_COLUMNS_H

#include "str.h"

struct sql_column {
	struct str text;    /* "name TEXT NOT NULL", "par.text AS text", and
	                       what else stands in the list: "UNIQUE (a, b)" */
	struct str comment; /* or empty */
};

struct sql_columns {
	struct arena arena; /* owns the texts, each blank in them one space */
	struct str comment; /* in front of the first */
	LIST(struct sql_column) list;
};

/* Read the list of CREATE TABLE, the one of CREATE VIRTUAL TABLE, or what a
 * CREATE VIEW selects. A comment belongs to what stands in front of it.
 * sql  as in schema.h */
void sql_columns_read(struct sql_columns *columns, struct str sql);
void sql_columns_release(struct sql_columns *columns);

/* The name of a column; empty of what is none: a constraint, an option. */
struct str sql_column_name(const struct sql_column *column);

#endif
