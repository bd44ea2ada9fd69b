#include "store.h"

bool store_is_entity(const struct store *store, struct str id)
{
	if (id.len == 0)
		return false;
	return id.data[0] < '0' || id.data[0] > '9' ||
	       interned_find(&store->named, id) > 0;
}

int store_touch(struct store *store, struct str id, struct err *err)
{
	struct statement *st = store->st[PUT_ENTITY];
	size_t before = store->there.list.count;

	if (id.len == 0)
		return 0;
	interned_add(&store->named, id);
	interned_add(&store->touched, id);
	interned_add(&store->there, id);
	if (store->there.list.count == before)
		return 0;
	statement_bind(st, 1, id);
	return statement_run(st, err);
}

/* Take the mentions of a document off the counts of spellings. */
static int cut_aliases(struct store *store, int64_t document, struct err *err)
{
	struct statement *old = store->st[GET_OLD_ALIASES];
	struct statement *cut = store->st[CUT_ALIAS];
	int rc;

	statement_bind_number(old, 1, document);
	while ((rc = statement_step(old, err)) > 0) {
		interned_add(&store->touched, statement_text(old, 0));
		for (int i = 0; i < 4; i++)
			statement_bind(cut, i + 1, statement_text(old, i));
		statement_bind_number(cut, 5, statement_number(old, 4));
		if ((rc = statement_run(cut, err)) < 0) {
			statement_reset(old);
			return rc;
		}
	}
	return rc;
}

static int run_on(struct store *store, enum put what, int64_t document,
		  struct err *err)
{
	statement_bind_number(store->st[what], 1, document);
	return statement_run(store->st[what], err);
}

int store_remove(struct store *store, int64_t document, struct err *err)
{
	struct statement *old = store->st[GET_OLD_ENTITIES];
	int rc = cut_aliases(store, document, err);

	if (rc < 0)
		return rc;
	statement_bind_number(old, 1, document);
	while ((rc = statement_step(old, err)) > 0)
		interned_add(&store->touched, statement_text(old, 0));
	if (rc == 0 &&
	    (rc = store_cut_paragraphs(store, document, err)) == 0)
		rc = run_on(store, CUT_DOCUMENT, document, err);
	return rc;
}

/* The text that a statement on an entity gives first; empty for no row. */
static int get_text(struct store *store, enum put what, struct str id,
		    struct strbuf *text, struct err *err)
{
	struct statement *st = store->st[what];
	int rc;

	strbuf_clear(text);
	statement_bind(st, 1, id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	strbuf_add(text, statement_text(st, 0));
	statement_reset(st);
	return 0;
}

static int run_on_entity(struct store *store, enum put what, struct str id,
			 struct err *err)
{
	statement_bind(store->st[what], 1, id);
	return statement_run(store->st[what], err);
}

static int refresh(struct store *store, struct str id, struct err *err)
{
	const struct main_name *main_name = main_names_find(&store->names, id);
	struct statement *st = store->st[SET_ENTITY];
	struct strbuf type = STRBUF_INIT, name = STRBUF_INIT;
	int rc = run_on_entity(store, CUT_ALIASES, id, err);

	if (rc == 0 &&
	    (rc = run_on_entity(store, CUT_ENTITY, id, err)) == 0 &&
	    (rc = get_text(store, GET_TYPE, id, &type, err)) == 0)
		rc = get_text(store, GET_LISTED, id, &name, err);
	if (rc == 0 && name.len == 0) {
		statement_bind(store->st[GET_NAME], 2, store->names.main_lang);
		rc = get_text(store, GET_NAME, id, &name, err);
	}
	if (rc == 0) {
		struct str best = strbuf_view(&name);

		if (main_name)
			best = main_name->name;
		else if (best.len == 0)
			best = id;
		statement_bind(st, 1, id);
		statement_bind_some(st, 2, type.len == 0 && main_name
					   ? main_name->type
					   : strbuf_view(&type));
		statement_bind(st, 3, best);
		rc = statement_run(st, err);
	}
	strbuf_release(&type);
	strbuf_release(&name);
	return rc;
}

int store_entities(struct store *store, struct err *err)
{
	int rc = 0;

	for (uint32_t i = 1; rc == 0 && i < store->touched.list.count; i++)
		rc = refresh(store, interned_text(&store->touched, i), err);
	return rc;
}
