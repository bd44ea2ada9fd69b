#include "load.h"

#include "correction_set.h"
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

/* The rows of terms, in their order, and which of them some document has. */
struct terms {
	LIST(int64_t) ids;
	bool *is_used;
};

static int load_ids(struct database *db, struct terms *terms, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT id FROM term ORDER BY id",
				err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0)
		*LIST_ADD(&terms->ids) = statement_number(st, 0);
	statement_close(st);
	terms->is_used = memory_get_zeroed(terms->ids.count + 1);
	return rc;
}

static void mark(struct terms *terms, uint64_t term)
{
	size_t low = 0, high = terms->ids.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if ((uint64_t)terms->ids.items[middle] < term)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < terms->ids.count &&
	    (uint64_t)terms->ids.items[low] == term)
		terms->is_used[low] = true;
}

static int mark_all(struct database *db, struct terms *terms, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT terms FROM term_block", err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		struct str block = statement_text(st, 0);
		struct term_count entry = { .term = 0 };

		while (term_block_next(&block, &entry))
			mark(terms, entry.term);
	}
	statement_close(st);
	return rc;
}

static int cut_others(struct database *db, const struct terms *terms,
		      struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "DELETE FROM term WHERE id = ?1", err);

	for (size_t i = 0; rc == 0 && i < terms->ids.count; i++) {
		if (terms->is_used[i])
			continue;
		statement_bind_number(st, 1, terms->ids.items[i]);
		rc = statement_run(st, err);
	}
	statement_close(st);
	return rc;
}

static int cut_terms(struct database *db, struct err *err)
{
	struct terms terms = { .is_used = NULL };
	int rc = load_ids(db, &terms, err);

	if (rc == 0 && (rc = mark_all(db, &terms, err)) == 0)
		rc = cut_others(db, &terms, err);
	LIST_RELEASE(&terms.ids);
	free(terms.is_used);
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
	if (rc == 0 && removed > 0)
		rc = cut_terms(store->db, err);
	return rc < 0 ? rc : removed;
}

int load_remove(struct database *db, const struct knowledge *knowledge,
		const struct strings *ids,
		void (*complain)(void *data, const struct err *err),
		void *data, struct err *err)
{
	struct store store;
	struct corrections set; /* names are by these */
	int rc = store_open(&store, db, knowledge, DOCUMENT_LIMIT, err), done;

	if (rc < 0)
		return rc;
	corrections_init(&set);
	rc = corrections_read(&set, db, err);
	corrections_settle(&set, NULL, NULL);
	store.corrections = &set;
	if (rc == 0 && (rc = database_begin(db, err)) == 0)
		rc = remove_all(&store, ids, complain, data, err);
	if (rc >= 0 && (done = database_commit(db, err)) < 0)
		rc = done;
	if (rc < 0)
		database_rollback(db);
	store_close(&store);
	corrections_release(&set);
	return rc;
}
