#include "recorrect.h"

#include "versions.h"

#include <stdio.h>

/* What other versions made cannot be written again by this one. */
static const char stale_sql[] =
	"SELECT id FROM document WHERE corrections IS NOT ?1 AND "
	"tokenizer = ?2 AND stemmer = ?3 AND name_key = ?4 ORDER BY name";

static const char one_sql[] =
	"SELECT name, made, corrected, bytes FROM document "
	"JOIN document_pack ON document_pack.document = document.id "
	"WHERE document.id = ?1";

static const char note_sql[] =
	"UPDATE document SET corrections = ?2 WHERE id = ?1";

struct recorrect {
	struct store *store;
	struct corrector *corrector;
	struct batch *batch;
	struct statement *one, *note;
	struct strbuf made, pack, name;
	LIST(int64_t) stale;
	int64_t corrected;     /* changes that were made of it before */
};

static int note_only(struct recorrect *r, int64_t document, struct err *err)
{
	statement_bind_number(r->note, 1, document);
	statement_bind_some(r->note, 2, strbuf_view(&r->corrector->digest));
	return statement_run(r->note, err);
}

static int find(struct recorrect *r, int64_t document, struct err *err)
{
	int rc;

	strbuf_clear(&r->name);
	strbuf_clear(&r->made);
	strbuf_clear(&r->pack);
	statement_bind_number(r->one, 1, document);
	if ((rc = statement_step(r->one, err)) <= 0)
		return rc;
	strbuf_add(&r->name, statement_text(r->one, 0));
	strbuf_add(&r->made, statement_text(r->one, 1));
	r->corrected = statement_number(r->one, 2);
	strbuf_add(&r->pack, statement_text(r->one, 3));
	statement_reset(r->one);
	return 0;
}

/* The text that is taken out of the indexes is that of the same document. */
static int show_again(struct recorrect *r, int64_t document, bool *is_changed,
		      struct err *err)
{
	struct document *doc = &r->store->old.doc;
	int rc = stored_read(&r->store->old, document, err);
	size_t changes;

	*is_changed = false;
	if (rc < 0)
		return rc;
	store_begin(r->store);
	changes = corrections_apply(&r->corrector->set, doc);
	if (changes == 0 && r->corrected == 0) {
		stored_forget(&r->store->old);
		return note_only(r, document, err);
	}
	*is_changed = true;
	doc->made = strbuf_view(&r->made);
	rc = stored_read_production(&r->store->old, document, err);
	if (rc == 0)
		rc = store_remove(r->store, document, err);
	if (rc == 0) {
		r->store->corrected = changes;
		rc = store_document(r->store, doc, strbuf_view(&r->pack), err);
	}
	if (rc < 0)
		store_undo(r->store);
	return rc;
}

static int do_one(struct recorrect *r, int64_t document, struct err *err)
{
	bool is_changed = false;
	int rc = batch_begin(r->batch, 0, err);

	if (rc < 0)
		return rc;
	rc = find(r, document, err);
	r->batch->bytes += 4 * r->pack.len;
	if (rc == 0)
		rc = show_again(r, document, &is_changed, err);
	return batch_end(r->batch, strbuf_view(&r->name),
			 is_changed ? OUTCOME_CORRECTED : OUTCOMES, rc, err);
}

static int list_stale(struct recorrect *r, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, r->store->db, stale_sql, err);

	if (rc < 0)
		return rc;
	statement_bind_some(st, 1, strbuf_view(&r->corrector->digest));
	statement_bind_number(st, 2, TOKENIZER_VERSION);
	statement_bind_number(st, 3, STEMMER_VERSION);
	statement_bind_number(st, 4, KEY_VERSION);
	while ((rc = statement_step(st, err)) > 0)
		*LIST_ADD(&r->stale) = statement_number(st, 0);
	statement_close(st);
	return rc;
}

static int open_statements(struct recorrect *r, struct err *err)
{
	int rc = statement_open(&r->one, r->store->db, one_sql, err);

	return rc < 0 ? rc
		      : statement_open(&r->note, r->store->db, note_sql, err);
}

int recorrect_all(struct store *store, struct corrector *corrector,
		  struct batch *batch,
		  void (*fail)(void *data, const struct err *err), void *data,
		  struct err *err)
{
	struct recorrect r = { .store = store, .corrector = corrector,
			       .batch = batch };
	int rc = list_stale(&r, err);

	if (rc == 0 && r.stale.count > 0)
		rc = open_statements(&r, err);
	for (size_t i = 0; rc == 0 && i < r.stale.count; i++) {
		struct err one = ERR_INIT;

		if (do_one(&r, r.stale.items[i], &one) == 0)
			continue;
		err_wrap(&one, one.code, "'%s' is not corrected",
			 r.name.len > 0 ? r.name.data : "");
		fail(data, &one);
	}
	statement_close(r.one);
	statement_close(r.note);
	LIST_RELEASE(&r.stale);
	strbuf_release(&r.made);
	strbuf_release(&r.pack);
	strbuf_release(&r.name);
	return rc;
}
