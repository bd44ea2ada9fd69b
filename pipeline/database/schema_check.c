#include "schema.h"

#include "versions.h"

#include <stdio.h>

static int check_object(struct database *db, struct statement *st,
			const struct schema_object *object, struct err *err)
{
	int rc;
	bool same;

	statement_bind(st, 1, str_of(object->name));
	if ((rc = statement_step(st, err)) < 0)
		return rc;
	same = rc > 0 &&
	       str_equal(statement_text(st, 0), str_of(object->type)) &&
	       str_equal(statement_text(st, 1), str_of(object->sql));
	statement_reset(st);
	if (!same)
		return err_set(err, ERR_DATABASE,
			       "%s: '%s' is not as esep makes it",
			       database_path(db), object->name);
	return 0;
}

static int check_objects(struct database *db, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT type, sql FROM sqlite_schema "
					 "WHERE name = ?1", err);

	if (rc < 0)
		return rc;
	for (const struct schema_object *object = schema_objects;
	     rc == 0 && object->name; object++)
		rc = check_object(db, st, object, err);
	statement_close(st);
	return rc;
}

int schema_check(struct database *db, struct err *err)
{
	const char *path = database_path(db);
	int64_t application, version, triggers;
	int rc = database_ask(db, "PRAGMA application_id", &application, err);

	if (rc == 0)
		rc = database_ask(db, "PRAGMA user_version", &version, err);
	if (rc == 0)
		rc = database_ask(db, "SELECT count(*) FROM sqlite_schema "
				      "WHERE type = 'trigger'", &triggers, err);
	if (rc < 0)
		return rc;
	if (application != SCHEMA_APPLICATION)
		return err_set(err, ERR_DATABASE,
			       "%s: not a database of esep", path);
	if (version != SCHEMA_VERSION)
		return err_set(err, ERR_DATABASE,
			       "%s: has schema version %jd, this program %d; "
			       "load the reports into a new database",
			       path, (intmax_t)version, SCHEMA_VERSION);
	if (triggers > 0)
		return err_set(err, ERR_DATABASE,
			       "%s: has triggers, which esep never makes", path);
	return check_objects(db, err);
}

static int make_objects(struct database *db, struct err *err)
{
	char sql[128];
	int rc = 0;

	for (const struct schema_object *object = schema_objects;
	     rc == 0 && object->name; object++)
		rc = database_run(db, object->sql, err);
	snprintf(sql, sizeof sql,
		 "PRAGMA application_id = %d; PRAGMA user_version = %d",
		 SCHEMA_APPLICATION, SCHEMA_VERSION);
	return rc < 0 ? rc : database_run(db, sql, err);
}

int schema_make(struct database *db, struct err *err)
{
	int64_t application, objects = 0;
	int rc = database_ask(db, "SELECT count(*) FROM sqlite_schema",
			      &objects, err);

	/* only before there is a first table, and outside a transaction */
	if (rc == 0 && objects == 0)
		rc = database_run(db, "PRAGMA auto_vacuum = INCREMENTAL", err);
	if (rc < 0 || (rc = database_begin(db, err)) < 0)
		return rc;
	rc = database_ask(db, "PRAGMA application_id", &application, err);
	if (rc == 0)
		rc = database_ask(db, "SELECT count(*) FROM sqlite_schema",
				  &objects, err);
	if (rc == 0)
		rc = application == 0 && objects == 0 ? make_objects(db, err)
						      : schema_check(db, err);
	if (rc == 0)
		rc = database_commit(db, err);
	if (rc < 0)
		database_rollback(db);
	return rc;
}
