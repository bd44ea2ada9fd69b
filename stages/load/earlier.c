#include "earlier.h"

#include "stored.h"
#include "versions.h"

#include <sys/stat.h>

#define COLUMNS "id, source, sha256, tokenizer, stemmer, name_key, name"

static const char by_name_sql[] =
	"SELECT document." COLUMNS ", bytes FROM document "
	"LEFT JOIN document_pack "
	"ON document_pack.document = document.id WHERE name = ?1";
static const char by_content_sql[] =
	"SELECT " COLUMNS " FROM document WHERE sha256 = ?1 ORDER BY name";

static const char set_made_sql[] =
	"UPDATE document SET made = ?2 WHERE id = ?1 AND made IS NOT ?2";
static const char made_sql[] =
	"SELECT 1 FROM document WHERE name = ?1 AND made = ?2";

enum { ID, SOURCE, SHA256, TOKENIZER, STEMMER, NAME_KEY, NAME, PACK };

int earlier_open(struct earlier_finder *finder, struct database *db,
		 struct err *err)
{
	int rc;

	*finder = (struct earlier_finder){ .by_name = NULL };
	interned_init(&finder->seen);
	rc = statement_open(&finder->by_name, db, by_name_sql, err);
	if (rc == 0)
		rc = statement_open(&finder->by_content, db, by_content_sql,
				    err);
	if (rc == 0)
		rc = statement_open(&finder->made, db, made_sql, err);
	if (rc == 0)
		rc = statement_open(&finder->set_made, db, set_made_sql, err);
	if (rc < 0)
		earlier_close(finder);
	return rc;
}

void earlier_close(struct earlier_finder *finder)
{
	statement_close(finder->by_name);
	statement_close(finder->by_content);
	statement_close(finder->made);
	statement_close(finder->set_made);
	interned_release(&finder->seen);
	strbuf_release(&finder->packed);
	squeeze_release(&finder->squeeze);
	*finder = (struct earlier_finder){ .by_name = NULL };
}

int earlier_is_made(struct earlier_finder *finder, const struct document *doc,
		    bool *made, struct err *err)
{
	int rc;

	statement_bind(finder->made, 1, doc->id);
	statement_bind(finder->made, 2, doc->made);
	rc = statement_step(finder->made, err);
	*made = rc > 0;
	statement_reset(finder->made);
	if (*made)
		interned_add(&finder->seen, doc->id);
	return rc < 0 ? rc : 0;
}

int earlier_set_made(struct earlier_finder *finder, int64_t document,
		     struct str made, struct err *err)
{
	if (made.len == 0)
		return 0;
	statement_bind_number(finder->set_made, 1, document);
	statement_bind(finder->set_made, 2, made);
	return statement_run(finder->set_made, err);
}

static void pack(struct earlier_finder *finder, const struct document *doc)
{
	strbuf_clear(&finder->packed);
	stored_pack(&finder->squeeze, &finder->packed, doc);
}

/* Another version of the library that compresses may give other bytes of the
 * same. */
static bool is_packed_as(struct earlier_finder *finder, struct str pack)
{
	struct strbuf new = STRBUF_INIT, old = STRBUF_INIT;
	struct err err = ERR_INIT; /* what cannot be read is not the same */
	bool is_same = str_equal(strbuf_view(&finder->packed), pack);

	if (!is_same &&
	    unsqueeze_add(&finder->squeeze, &new, strbuf_view(&finder->packed),
			  SIZE_MAX / 2, &err) == 0 &&
	    unsqueeze_add(&finder->squeeze, &old, pack, new.len, &err) == 0)
		is_same = str_equal(strbuf_view(&new), strbuf_view(&old));
	strbuf_release(&new);
	strbuf_release(&old);
	return is_same;
}

/* The same but for the path: `doc` is left with that of the database. */
static bool is_same_elsewhere(struct earlier_finder *finder,
			      struct document *doc, struct str source,
			      struct str old)
{
	struct str own = document_meta(doc, STR("source"));

	if (own.len == 0 || source.len == 0 || str_equal(own, source))
		return false;
	document_set_meta(doc, STR("source"), source);
	pack(finder, doc);
	if (is_packed_as(finder, old))
		return true;
	document_set_meta(doc, STR("source"), own);
	pack(finder, doc);
	return false;
}

static bool has_our_versions(struct statement *st)
{
	return statement_number(st, TOKENIZER) == TOKENIZER_VERSION &&
	       statement_number(st, STEMMER) == STEMMER_VERSION &&
	       statement_number(st, NAME_KEY) == KEY_VERSION;
}

bool earlier_is_same_path(struct str a, struct str b)
{
	struct arena arena = ARENA_INIT;
	struct stat one, other;
	bool is;

	if (a.len == 0 || str_equal(a, STR("-")))
		return false;
	is = str_equal(a, b) ||
	     (stat(str_copy_z(&arena, a), &one) == 0 &&
	      stat(str_copy_z(&arena, b), &other) == 0 &&
	      one.st_dev == other.st_dev && one.st_ino == other.st_ino);
	arena_release(&arena);
	return is;
}

static void look(struct earlier_finder *finder, struct document *doc,
		 struct earlier *earlier)
{
	struct statement *st = finder->by_name;
	struct str source = statement_text(st, SOURCE);
	struct str old = statement_text(st, PACK);
	struct str sha256 = document_meta(doc, STR("sha256"));
	bool is_same_content = sha256.len > 0 &&
			       str_equal(statement_text(st, SHA256), sha256);

	earlier->id = statement_number(st, ID);
	earlier->is_same_file =
		is_same_content ||
		earlier_is_same_path(source, document_meta(doc, STR("source")));
	strbuf_add(&earlier->source, source);
	earlier->is_same =
		has_our_versions(st) &&
		(is_packed_as(finder, old) ||
		 (is_same_content &&
		  is_same_elsewhere(finder, doc, source, old)));
}

static int find_by_content(struct earlier_finder *finder,
			   const struct document *doc, struct earlier *earlier,
			   struct err *err)
{
	struct statement *st = finder->by_content;
	struct str sha256 = document_meta(doc, STR("sha256"));
	struct str name = str_file_name(document_meta(doc, STR("source")));
	int rc = 0;

	if (sha256.len == 0 || name.len == 0)
		return 0;
	statement_bind(st, 1, sha256);
	while (!earlier->id && (rc = statement_step(st, err)) > 0) {
		if (!str_equal(str_file_name(statement_text(st, SOURCE)), name) ||
		    interned_find(&finder->seen, statement_text(st, NAME)))
			continue;
		earlier->id = statement_number(st, ID);
		earlier->is_same_file = true;
	}
	statement_reset(st);
	return rc < 0 ? rc : 0;
}

int earlier_find(struct earlier_finder *finder, struct document *doc,
		 struct earlier *earlier, struct err *err)
{
	int rc;

	*earlier = (struct earlier){ .source = earlier->source };
	strbuf_clear(&earlier->source);
	interned_add(&finder->seen, doc->id);
	pack(finder, doc);
	statement_bind(finder->by_name, 1, doc->id);
	if ((rc = statement_step(finder->by_name, err)) < 0)
		return rc;
	if (rc == 0)
		return find_by_content(finder, doc, earlier, err);
	look(finder, doc, earlier);
	statement_reset(finder->by_name);
	return 0;
}
