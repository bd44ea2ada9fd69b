#include "stored.h"

static const char texts_sql[] =
	"SELECT text FROM paragraph WHERE document = ?1 ORDER BY position";

static const char pack_sql[] =
	"SELECT bytes FROM document_pack WHERE document = ?1";

static const char production_sql[] =
	"SELECT esep, production.lexicons, names, options FROM document "
	"JOIN production ON production.id = production WHERE document.id = ?1";

int stored_open(struct stored *stored, struct database *db, size_t max,
		struct err *err)
{
	*stored = (struct stored){ .db = db, .max = max, .arena = ARENA_INIT };
	words_init(&stored->words);
	document_init(&stored->doc, &stored->words);
	return statement_open(&stored->pack, db, pack_sql, err);
}

void stored_close(struct stored *stored)
{
	if (!stored->db)
		return;
	statement_close(stored->texts);
	statement_close(stored->pack);
	statement_close(stored->production);
	document_release(&stored->doc);
	words_release(&stored->words);
	strbuf_release(&stored->bytes);
	LIST_RELEASE(&stored->list);
	squeeze_release(&stored->squeeze);
	arena_release(&stored->arena);
	*stored = (struct stored){ .db = NULL };
}

static int read_texts(struct stored *stored, int64_t document, struct err *err)
{
	int rc;

	LIST_CLEAR(&stored->list);
	arena_clear(&stored->arena);
	if (!stored->texts &&
	    (rc = statement_open(&stored->texts, stored->db, texts_sql,
				 err)) < 0)
		return rc;
	statement_bind_number(stored->texts, 1, document);
	while ((rc = statement_step(stored->texts, err)) > 0)
		*LIST_ADD(&stored->list) =
			str_copy(&stored->arena,
				 statement_text(stored->texts, 0));
	return rc;
}

static int read_bytes(struct stored *stored, int64_t document, bool is_whole,
		      struct err *err)
{
	int rc;

	strbuf_clear(&stored->bytes);
	statement_bind_number(stored->pack, 1, document);
	if ((rc = statement_step(stored->pack, err)) > 0)
		rc = (is_whole ? unsqueeze_add : unsqueeze_add_first)(
			&stored->squeeze, &stored->bytes,
			statement_text(stored->pack, 0), stored->max, err);
	statement_reset(stored->pack);
	return rc;
}

/* The bytes of a document. */
static int open_document(struct stored *stored, int64_t document,
			 bool is_whole, struct err *err)
{
	int rc;

	stored->number = 0;
	if (stored->unpacked == document && stored->is_whole >= is_whole)
		return 0;
	stored->unpacked = 0;
	words_trim(&stored->words);
	if ((rc = read_bytes(stored, document, is_whole, err)) == 0) {
		stored->unpacked = document;
		stored->is_whole = is_whole;
	}
	return rc;
}

int stored_read(struct stored *stored, int64_t document, struct err *err)
{
	int rc;

	if (stored->number == document)
		return 0;
	if ((rc = open_document(stored, document, true, err)) == 0 &&
	    (rc = read_texts(stored, document, err)) == 0)
		rc = pack_read(&stored->doc, strbuf_view(&stored->bytes),
			       stored->list.items, stored->list.count,
			       stored->max, err);
	if (rc == 0)
		stored->number = document;
	return rc;
}

int stored_read_production(struct stored *stored, int64_t document,
			   struct err *err)
{
	struct production *production = &stored->doc.production;
	struct str *const fields[] = { &production->esep,
				       &production->lexicons,
				       &production->names,
				       &production->options };
	int rc = 0;

	*production = (struct production){ .esep = STR_NONE };
	if (!stored->production)
		rc = statement_open(&stored->production, stored->db,
				    production_sql, err);
	if (rc < 0)
		return rc;
	statement_bind_number(stored->production, 1, document);
	if ((rc = statement_step(stored->production, err)) > 0)
		for (size_t i = 0; i < COUNT_OF(fields); i++)
			*fields[i] = str_copy(
				&stored->arena,
				statement_text(stored->production, (int)i));
	statement_reset(stored->production);
	return rc < 0 ? rc : 0;
}

int stored_read_places(struct stored *stored, int64_t document,
		       size_t paragraph, struct str text,
		       struct pack_places *places, struct err *err)
{
	int rc = open_document(stored, document, false, err);

	return rc < 0 ? rc
		: pack_read_places(places, strbuf_view(&stored->bytes),
				   paragraph, text, err);
}

void stored_forget(struct stored *stored)
{
	stored->number = stored->unpacked = 0;
}

void stored_pack(struct squeeze *squeeze, struct strbuf *out,
		 const struct document *doc)
{
	struct strbuf bytes = STRBUF_INIT;
	size_t laid;

	laid = pack_write(&bytes, doc);
	squeeze_add(squeeze, out, str_slice(strbuf_view(&bytes), 0, laid));
	squeeze_add(squeeze, out, str_slice(strbuf_view(&bytes), laid,
					    bytes.len));
	strbuf_release(&bytes);
}
