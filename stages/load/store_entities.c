#include "store.h"

#include "fts_structure.h"

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

void store_add_alias(struct store *store, const struct str parts[ALIAS_PARTS],
		     int64_t count)
{
	uint32_t alias;

	strbuf_clear(&store->phrase);
	for (int i = 0; i < ALIAS_PARTS; i++) {
		fts_add_number(&store->phrase, parts[i].len);
		strbuf_add(&store->phrase, parts[i]);
	}
	alias = interned_add(&store->aliases, strbuf_view(&store->phrase));
	if (alias == store->alias_counts.count)
		*LIST_ADD(&store->alias_counts) = 0;
	store->alias_counts.items[alias] += count;
	*LIST_ADD(&store->alias_log) = (struct alias_change){ alias, count };
}

static int put_alias(struct store *store, uint32_t alias, struct err *err)
{
	struct statement *st = store->st[PUT_ALIAS];
	struct str rest = interned_text(&store->aliases, alias);
	uint64_t len = 0;

	for (int i = 0; i < ALIAS_PARTS; i++) {
		fts_read_number(&rest, &len);
		statement_bind(st, i + 1, str_slice(rest, 0, (size_t)len));
		rest = str_slice(rest, (size_t)len, rest.len);
	}
	statement_bind_number(st, ALIAS_PARTS + 1,
			      store->alias_counts.items[alias]);
	return statement_run(st, err);
}

static int put_aliases(struct store *store, struct err *err)
{
	int rc = 0;

	for (uint32_t i = 1; rc == 0 && i < store->alias_counts.count; i++)
		if (store->alias_counts.items[i] != 0)
			rc = put_alias(store, i, err);
	return rc;
}

/* Take the mentions of a document off the counts of spellings. */
static int cut_aliases(struct store *store, int64_t document, struct err *err)
{
	struct statement *old = store->st[GET_OLD_ALIASES];
	int rc;

	statement_bind_number(old, 1, document);
	while ((rc = statement_step(old, err)) > 0) {
		struct str parts[ALIAS_PARTS];

		for (int i = 0; i < ALIAS_PARTS; i++)
			parts[i] = statement_text(old, i);
		interned_add(&store->touched, parts[0]);
		store_add_alias(store, parts, -statement_number(old, 4));
	}
	return rc;
}

/* What hangs on a document, from the leaves on, but for records. Foreign keys
 * would do it too, but they are looked up at each insert. */
static const char *const cuts[] = {
	"DELETE FROM mention WHERE id BETWEEN " STORE_IDS("mention"),
	"DELETE FROM sentence WHERE id BETWEEN " STORE_IDS("sentence"),
	"DELETE FROM paragraph WHERE document = ?1",
	"DELETE FROM section WHERE document = ?1",
	"DELETE FROM term_block WHERE document = ?1",
	"DELETE FROM document_pack WHERE document = ?1",
	"DELETE FROM correction_use WHERE document = ?1",
	"DELETE FROM document_meta WHERE document = ?1",
	"DELETE FROM document WHERE id = ?1"
};

static int cut_document(struct store *store, int64_t document, struct err *err)
{
	int rc = store_cut_records(store, document, err);

	for (size_t i = 0; rc == 0 && i < COUNT_OF(cuts); i++) {
		struct statement *st;

		if ((rc = statement_open(&st, store->db, cuts[i], err)) < 0)
			break;
		statement_bind_number(st, 1, document);
		rc = statement_run(st, err);
		statement_close(st);
	}
	return rc;
}

int store_remove(struct store *store, int64_t document, struct err *err)
{
	struct statement *old = store->st[GET_OLD_ENTITIES];
	int rc = cut_aliases(store, document, err);

	if (rc < 0)
		return rc;
	store->has_removed = true;
	statement_bind_number(old, 1, document);
	while ((rc = statement_step(old, err)) > 0)
		interned_add(&store->touched, statement_text(old, 0));
	if (rc == 0 &&
	    (rc = store_cut_paragraphs(store, document, err)) == 0)
		rc = cut_document(store, document, err);
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

/* Does anything refer to the entity, which has no spelling? */
static int is_referred(struct store *store, struct str id, bool *is_it,
		       struct err *err)
{
	struct statement *st = store->st[GET_REFERRED];
	int rc = 0;

	if (store->referred.list.count <= 1)
		while ((rc = statement_step(st, err)) > 0)
			interned_add(&store->referred, statement_text(st, 0));
	*is_it = interned_find(&store->referred, id) > 0;
	return rc;
}

static int set_entity(struct store *store, struct str id, struct str type,
		      struct err *err)
{
	struct statement *st = store->st[SET_ENTITY];
	struct strbuf name = STRBUF_INIT;
	bool is_corrected;
	int rc = store_names(store, id, type, &name, &is_corrected, err);

	if (rc == 0) {
		statement_bind(st, 1, id);
		statement_bind_some(st, 2, type);
		statement_bind(st, 3, strbuf_view(&name));
		statement_bind_some(st, 4, is_corrected ? STR("name")
							: STR_NONE);
		rc = statement_run(st, err);
	}
	strbuf_release(&name);
	return rc;
}

static int refresh(struct store *store, struct str id, struct err *err)
{
	const struct main_name *main_name = main_names_find(&store->names, id);
	struct strbuf type = STRBUF_INIT;
	bool is_there = true;
	int rc = 0;

	if (store->has_removed)
		rc = run_on_entity(store, CUT_ALIASES, id, err);
	if (rc == 0)
		rc = run_on_entity(store, CUT_NAMES, id, err);
	if (rc == 0)
		rc = get_text(store, GET_TYPE, id, &type, err);
	if (rc == 0 && store->has_removed && type.len == 0)
		rc = is_referred(store, id, &is_there, err);
	if (rc == 0 && !is_there)
		rc = run_on_entity(store, CUT_ENTITY, id, err);
	else if (rc == 0)
		rc = set_entity(store, id, type.len == 0 && main_name
					   ? main_name->type
					   : strbuf_view(&type), err);
	strbuf_release(&type);
	return rc;
}

/* Where most reports are in another language than before, entities show names
 * in that. */
static int look_at_lang(struct store *store, struct err *err)
{
	struct statement *st = store->st[GET_ALL];
	bool has_changed;
	int rc = store_find_lang(store, &has_changed, err);

	if (rc < 0 || !has_changed)
		return rc;
	while ((rc = statement_step(st, err)) > 0)
		interned_add(&store->touched, statement_text(st, 0));
	return rc;
}

int store_entities(struct store *store, struct err *err)
{
	int rc = put_aliases(store, err);

	if (rc == 0)
		rc = look_at_lang(store, err);
	for (uint32_t i = 1; rc == 0 && i < store->touched.list.count; i++)
		rc = refresh(store, interned_text(&store->touched, i), err);
	return rc;
}
