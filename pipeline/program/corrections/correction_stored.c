#include "correction_set.h"

static const char read_sql[] =
	"SELECT id, action, document, at, what, value, who, date, why, file, "
	"line FROM correction ORDER BY id";

static const char put_sql[] =
	"INSERT INTO correction (id, action, document, at, what, value, who, "
	"date, why, file, line, left_out) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
	"?8, ?9, ?10, ?11, ?12) ON CONFLICT DO UPDATE SET who = ?7, "
	"date = ?8, why = ?9, file = ?10, line = ?11, left_out = ?12";

const char corrections_put_sql[] =
	"INSERT INTO correction_use (correction, document, count) "
	"VALUES (?1, ?2, ?3)";

enum { ID, ACTION, DOCUMENT, AT, WHAT, VALUE, WHO, DATE, WHY, FILE_NAME,
       LINE };

static int read_row(struct corrections *set, struct database *db,
		    struct statement *st, struct err *err)
{
	struct correction row = {
		.document = statement_text(st, DOCUMENT),
		.at = statement_text(st, AT), .what = statement_text(st, WHAT),
		.value = statement_text(st, VALUE),
		.who = statement_text(st, WHO),
		.when = statement_text(st, DATE),
		.why = statement_text(st, WHY),
		.file = statement_text(st, FILE_NAME),
		.line = (uint32_t)statement_number(st, LINE),
		.row = statement_number(st, ID)
	};
	size_t before = set->list.count;
	int action = 0;

	while (action < CORRECT_ACTIONS &&
	       !str_equal(statement_text(st, ACTION),
			  str_of(correction_action_name(
				  (enum correction_action)action))))
		action++;
	row.action = (enum correction_action)action;
	if (action < CORRECT_ACTIONS)
		corrections_add(set, &row);
	if (set->list.count == before)
		return err_set(err, ERR_DATABASE, "%s: is damaged: its "
			       "correction %jd is none", database_path(db),
			       (intmax_t)row.row);
	return 0;
}

int corrections_read(struct corrections *set, struct database *db,
		     struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, read_sql, err);

	while (rc == 0 && (rc = statement_step(st, err)) > 0)
		rc = read_row(set, db, st, err);
	statement_close(st);
	return rc;
}

static void bind(struct statement *st, const struct correction *row)
{
	statement_bind_number(st, 1, row->row);
	statement_bind(st, 2, str_of(correction_action_name(row->action)));
	statement_bind_some(st, 3, row->document);
	statement_bind_some(st, 4, row->at);
	statement_bind(st, 5, row->what);
	statement_bind_some(st, 6, row->value);
	statement_bind_some(st, 7, row->who);
	statement_bind_some(st, 8, row->when);
	statement_bind_some(st, 9, row->why);
	statement_bind_some(st, 10, row->file);
	statement_bind_number(st, 11, row->line);
	statement_bind_number(st, 12, row->is_left_out);
}

/* Both lists are in order. A row that is there already keeps its number; the
 * numbers of those that are gone are told to be cut. */
static int match_old(struct corrections *set, struct corrections *old,
		     struct statement *cut, struct err *err)
{
	struct correction *rows = set->list.items;
	int64_t greatest = 0;
	int rc = 0;

	for (size_t i = 0; i < set->list.count; i++)
		rows[i].row = 0;
	for (size_t k = 0, i = 0; rc == 0 && k < old->list.count; k++) {
		const struct correction *was = &old->list.items[k];

		greatest = was->row > greatest ? was->row : greatest;
		while (i < set->list.count &&
		       corrections_compare(&rows[i], was) < 0)
			i++;
		if (i < set->list.count &&
		    corrections_compare(&rows[i], was) == 0) {
			rows[i++].row = was->row;
			continue;
		}
		statement_bind_number(cut, 1, was->row);
		rc = statement_run(cut, err);
	}
	for (size_t i = 0; i < set->list.count; i++)
		if (rows[i].row == 0)
			rows[i].row = ++greatest;
	return rc;
}

static int cut_gone(struct corrections *set, struct database *db,
		    struct err *err)
{
	struct statement *cut = NULL;
	struct corrections old;
	int rc;

	corrections_init(&old);
	rc = corrections_read(&old, db, err);
	corrections_settle(&old, NULL, NULL);
	if (rc == 0)
		rc = statement_open(&cut, db, "DELETE FROM correction "
				    "WHERE id = ?1", err);
	if (rc == 0)
		rc = match_old(set, &old, cut, err);
	if (rc == 0)
		rc = database_run(db, "DELETE FROM correction_use WHERE "
				  "correction NOT IN (SELECT id FROM "
				  "correction)", err);
	statement_close(cut);
	corrections_release(&old);
	return rc;
}

int corrections_write(struct corrections *set, struct database *db,
		      struct err *err)
{
	struct statement *put = NULL;
	int rc = cut_gone(set, db, err);

	if (rc == 0)
		rc = statement_open(&put, db, put_sql, err);
	for (size_t i = 0; rc == 0 && i < set->list.count; i++) {
		bind(put, &set->list.items[i]);
		rc = statement_run(put, err);
	}
	statement_close(put);
	return rc;
}

int corrections_put_uses(const struct corrections *set, struct statement *put,
			 int64_t document, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < set->list.count; i++) {
		const struct correction *row = &set->list.items[i];

		if (row->count == 0 || row->is_left_out)
			continue;
		statement_bind_number(put, 1, row->row);
		statement_bind_number(put, 2, document);
		statement_bind_number(put, 3, (int64_t)row->count);
		rc = statement_run(put, err);
	}
	return rc;
}
