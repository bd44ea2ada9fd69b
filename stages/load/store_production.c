/* What documents were made by: a row for all that were made alike. Those that
 * no document has any more go when a batch is settled. */
#include "store.h"

static void bind_production(struct statement *st,
			    const struct production *production)
{
	statement_bind(st, 1, production->esep);
	statement_bind(st, 2, production->lexicons);
	statement_bind_some(st, 3, production->names);
	statement_bind_some(st, 4, production->options);
}

int store_production(struct store *store, const struct production *production,
		     int64_t *id, struct err *err)
{
	struct statement *get = store->st[GET_PRODUCTION];
	struct statement *put = store->st[PUT_PRODUCTION];
	int rc;

	*id = 0;
	if (production->esep.len == 0)
		return 0;
	bind_production(get, production);
	if ((rc = statement_step(get, err)) > 0)
		*id = statement_number(get, 0);
	statement_reset(get);
	if (rc != 0)
		return rc < 0 ? rc : 0;
	bind_production(put, production);
	rc = statement_run(put, err);
	*id = database_last_id(store->db);
	return rc;
}

int store_set_production(struct store *store, int64_t document,
			 const struct production *production, struct err *err)
{
	struct statement *st = store->st[SET_PRODUCTION];
	int64_t id;
	int rc = store_production(store, production, &id, err);

	if (rc < 0 || id == 0)
		return rc;
	statement_bind_number(st, 1, document);
	statement_bind_number(st, 2, id);
	return statement_run(st, err);
}
