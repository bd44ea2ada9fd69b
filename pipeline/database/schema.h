/* The tables and views of the database. Their SQL is what `.schema` of any
 * SQLite client shows, with a comment on each. */
#ifndef ESEP_SCHEMA_H
#define ESEP_SCHEMA_H

#include "database.h"

enum {
	SCHEMA_APPLICATION = 0x65736570 /* "esep", SQLite's application_id */
};

struct schema_object {
	const char *type, *name; /* as in sqlite_schema */
	const char *sql;         /* to the letter as sqlite_schema keeps it */
};

/* In the order of making; a row with name NULL ends it. */
extern const struct schema_object schema_objects[];

/* See that the database is one of ours: its application_id and user_version,
 * every object as it stands above, no triggers. What else a user has put
 * beside these does no harm. errors: ERR_DATABASE */
int schema_check(struct database *db, struct err *err);

/* Make the tables in an empty file, else check them: in one transaction, so
 * that of two programs only one makes them. */
int schema_make(struct database *db, struct err *err);

#endif
