#include "load.h"

#include "store.h"
#include "term_block.h"

#include <stdlib.h>

static int find_document(struct database *db, struct str id, int64_t *document,
			 struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT id FROM document "
				"WHERE name = ?1", err);

	*document = 0;
	if (rc < 0)
		return rc;
	statement_bind(st, 1, id);
	if ((rc = statement_step(st, err)) > 0)
		*document = statement_number(st, 0);
	statement_close(st);
	return rc < 0 ? rc : 0;
}

/* The terms that some document has, as bits by their row. */
struct used {
	unsigned char *bits;
	size_t count;
};

static void mark(struct used *used, uint64_t term)
{
	if (term < used->count)
		used->bits[term / 8] |= (unsigned char)(1u << term % 8);
}

static int mark_all(struct database *db, struct used *used, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT terms FROM term_block", err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		struct str terms = statement_text(st, 0);
		struct term_count entry = { .term = 0 };

		while (term_block_next(&terms, &entry))
			mark(used, entry.term);
	}
	statement_close(st);
	return rc;
}

static int cut_others(struct database *db, const struct used *used,
		      struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "DELETE FROM term WHERE id = ?1", err);

	for (size_t i = 1; rc == 0 && i < used->count; i++) {
		if (used->bits[i / 8] & 1u << i % 8)
			continue;
		statement_bind_number(st, 1, (int64_t)i);
		rc = statement_run(st, err);
	}
	statement_close(st);
	return rc;
}

/* Rows of terms are numbered from 1 on. */
static int cut_terms(struct database *db, struct err *err)
{
	struct used used = { NULL, 0 };
	int64_t last = 0;
	int rc = database_ask(db, "SELECT max(id) FROM term", &last, err);

	if (rc < 0 || last <= 0)
		return rc;
	used.count = (size_t)last + 1;
	used.bits = memory_get_zeroed(used.count / 8 + 1);
	if ((rc = mark_all(db, &used, err)) == 0)
		rc = cut_others(db, &used, err);
	free(used.bits);
	return rc;
}

static int remove_all(struct store *store, const struct strings *ids,
		      void (*complain)(void *data, const struct err *err),
		      void *data, struct err *err)
{
	int removed = 0, rc = 0;

	for (size_t i = 0; rc == 0 && i < ids->count; i++) {
		struct err missing = ERR_INIT;
		int64_t document;

		rc = find_document(store->db, str_of(ids->items[i]), &document,
				   err);
		if (rc == 0 && document == 0) {
			err_set(&missing, ERR_MISSING, "%s: has no document "
				"'%s'", database_path(store->db),
				ids->items[i]);
			complain(data, &missing);
		} else if (rc == 0) {
			store_begin(store);
			rc = store_remove(store, document, err);
			removed++;
		}
	}
	if (rc == 0)
		rc = store_settle(store, err);
	if (rc == 0 && removed > 0 && (rc = cut_terms(store->db, err)) == 0)
		rc = database_run(store->db, "DELETE FROM meta WHERE NOT EXISTS "
				  "(SELECT 1 FROM document)", err);
	return rc < 0 ? rc : removed;
}

int load_remove(struct database *db, const struct knowledge *knowledge,
		const struct strings *ids,
		void (*complain)(void *data, const struct err *err),
		void *data, struct err *err)
{
	struct store store;
	int rc = store_open(&store, db, knowledge, err), done;

	if (rc < 0)
		return rc;
	if ((rc = database_begin(db, err)) == 0)
		rc = remove_all(&store, ids, complain, data, err);
	if (rc >= 0 && (done = database_commit(db, err)) < 0)
		rc = done;
	if (rc < 0)
		database_rollback(db);
	store_close(&store);
	return rc;
}
