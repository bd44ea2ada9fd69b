#include "store.h"

#include "corrector.h"
#include "document_stages.h"

#include "versions.h"

#define ID_MAX (INT64_C(1) << 48)

/* Those that are not here are made by store_open_made. */
static const char *const sql[PUTS] = {
	[SET_WORDS] = "UPDATE document SET words = ?2, first_paragraph = ?3, "
		      "lengths = ?4, first_mention = ?5 WHERE id = ?1",
	[GET_PRODUCTION] = "SELECT id FROM production WHERE esep = ?1 AND "
			   "lexicons = ?2 AND names IS ?3 AND options IS ?4",
	[PUT_PRODUCTION] = "INSERT INTO production (esep, lexicons, names, "
			   "options) VALUES (?1, ?2, ?3, ?4)",
	[SET_PRODUCTION] = "UPDATE document SET production = ?2 "
			   "WHERE id = ?1 AND production IS NOT ?2",
	[CUT_PRODUCTIONS] = "DELETE FROM production WHERE NOT EXISTS (SELECT 1 "
			    "FROM document WHERE production = production.id)",
	[PUT_META] = "INSERT INTO document_meta VALUES (?1, ?2, ?3)",
	[PUT_PACK] = "INSERT INTO document_pack VALUES (?1, ?2)",
	[PUT_SECTION] = "INSERT INTO section (document, code, position, parent) "
			"VALUES (?1, ?2, ?3, ?4)",
	[PUT_SECTION_TITLE] = "UPDATE section SET title = ?2 "
			      "WHERE id = ?1 AND title IS NULL",
	[PUT_PARAGRAPH] =
		"INSERT INTO paragraph (document, position, name, kind, "
		"section, first_page, last_page, first_line, last_line, text, "
		"country, first_sentence, last_sentence, first_mention, "
		"last_mention) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
		"?10, ?11, ?12, ?13, ?14, ?15)",
	[PUT_SENTENCE] =
		"INSERT INTO sentence (id, paragraph, position, name, lang, "
		"start_char, end_char, page, line) "
		"VALUES (?9, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[PUT_MENTION] =
		"INSERT INTO mention (sentence, type, entity, value, "
		"start_char, end_char, source_start, source_end, page, line, "
		"id, corrected, rule, confidence) VALUES (?1, ?2, ?3, ?4, ?5, "
		"?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
	[GET_TERM] = "SELECT id FROM term WHERE lang = ?1 AND stem = ?2",
	[PUT_TERM] = "INSERT INTO term (lang, stem) VALUES (?1, ?2)",
	[PUT_BLOCK] = "INSERT INTO term_block (document, lang, terms) "
		      "VALUES (?1, ?2, ?3)",
	[PUT_ENTITY] = "INSERT OR IGNORE INTO entity (id, name) "
		       "VALUES (?1, ?1)",
	[PUT_ALIAS] = "INSERT INTO alias VALUES (?1, ?2, ?3, ?4, ?5) "
		      "ON CONFLICT DO UPDATE SET count = count + ?5",
	[GET_OLD_ALIASES] =
		"SELECT mention.entity, substr(paragraph.text, "
		"mention.start_char + 1, mention.end_char - "
		"mention.start_char), sentence.lang, "
		"mention.type, count(*) FROM paragraph "
		"JOIN mention ON mention.id BETWEEN first_mention "
		"AND last_mention "
		"JOIN sentence ON sentence.id = mention.sentence "
		"WHERE paragraph.document = ?1 AND mention.entity IS NOT NULL "
		"GROUP BY 1, 2, 3, 4",
	[GET_TYPE] = "SELECT type FROM alias WHERE entity = ?1 GROUP BY type "
		     "ORDER BY sum(count) DESC, type LIMIT 1",
	/* first those that are said to be in the document's language */
	[GET_TOLD] = "SELECT lang, value, count(*) AS n, key FROM "
		     "document_meta JOIN document ON document.id = document "
		     "WHERE key > '" META_NAME "' || ?1 || '.' "
		     "AND key < '" META_NAME "' || ?1 || '/' "
		     "AND key = '" META_NAME "' || ?1 || '.' || lang "
		     "GROUP BY lang, value, key UNION ALL "
		     "SELECT lang, value, count(*), key FROM "
		     "document_meta JOIN document ON document.id = document "
		     "WHERE key = '" META_NAME "' || ?1 "
		     "GROUP BY lang, value "
		     "ORDER BY key DESC, lang, n DESC, value",
	[GET_FORMS] = "SELECT lang, form, sum(count) AS n FROM alias "
		      "WHERE entity = ?1 GROUP BY lang, form "
		      "ORDER BY lang, n DESC, form",
	[GET_ALL] = "SELECT id FROM entity",
	[SET_ENTITY] = "UPDATE entity SET type = ?2, name = ?3, corrected = ?4 "
		       "WHERE id = ?1",
	[PUT_NAME] = "INSERT INTO entity_name VALUES (?1, ?2, ?3, ?4)",
	[CUT_NAMES] = "DELETE FROM entity_name WHERE entity = ?1",
	[CUT_ENTITY] = "DELETE FROM entity WHERE id = ?1",
	[CUT_ALIASES] = "DELETE FROM alias WHERE entity = ?1 AND count <= 0",
	[GET_OLD_PARAGRAPHS] = "SELECT id, text FROM paragraph "
			       "WHERE document = ?1 ORDER BY position",
};

int store_open(struct store *store, struct database *db,
	       const struct knowledge *knowledge, size_t max, struct err *err)
{
	bool has_changed;
	int rc;

	*store = (struct store){ .db = db };
	if ((rc = main_names_load(&store->names, knowledge, err)) < 0)
		return rc;
	rc = entity_names_open(&store->entity_names, knowledge->lexicons, err);
	if (rc == 0)
		rc = rules_open(&store->rules, knowledge->lexicons, err);
	interned_init(&store->touched);
	interned_init(&store->referred);
	interned_init(&store->there);
	interned_init(&store->aliases);
	LIST_ADD(&store->alias_counts); /* numbers begin with 1 */
	interned_init(&store->named);
	interned_init(&store->terms);
	for (size_t i = 0; rc == 0 && i < PUTS; i++)
		if (sql[i])
			rc = statement_open(&store->st[i], db, sql[i], err);
	if (rc == 0)
		rc = store_index_open(&store->index, db, err);
	if (rc == 0)
		rc = store_open_made(store, err);
	if (rc == 0)
		rc = stored_open(&store->old, db, max, err);
	if (rc == 0)
		rc = store_find_lang(store, &has_changed, err);
	if (rc < 0)
		store_close(store);
	return rc;
}

void store_close(struct store *store)
{
	for (size_t i = 0; i < PUTS; i++)
		statement_close(store->st[i]);
	for (size_t i = 0; i < RECORDS; i++) {
		statement_close(store->put_record[i]);
		statement_close(store->put_party[i]);
	}
	main_names_release(&store->names);
	entity_names_close(&store->entity_names);
	rules_close(store->rules);
	strbuf_release(&store->lang);
	interned_release(&store->touched);
	interned_release(&store->referred);
	interned_release(&store->there);
	interned_release(&store->aliases);
	LIST_RELEASE(&store->alias_counts);
	LIST_RELEASE(&store->alias_log);
	interned_release(&store->named);
	store_index_close(&store->index);
	LIST_RELEASE(&store->sections);
	LIST_RELEASE(&store->paragraphs);
	LIST_RELEASE(&store->line_ends);
	LIST_RELEASE(&store->page_ends);
	store_terms_close(store);
	index_words_release(&store->list);
	stored_close(&store->old);
	strbuf_release(&store->phrase);
	strbuf_release(&store->lengths);
	*store = (struct store){ .db = NULL };
}

void store_begin(struct store *store)
{
	store_index_begin(&store->index);
	interned_clear(&store->named);
	LIST_CLEAR(&store->alias_log);
}

/* Of the entities' rows some may be gone. */
void store_undo(struct store *store)
{
	store_index_undo(&store->index);
	for (size_t i = 0; i < store->alias_log.count; i++)
		store->alias_counts.items[store->alias_log.items[i].alias] -=
			store->alias_log.items[i].count;
	interned_clear(&store->there);
	store_terms_forget(store);
}

static void forget(struct store *store)
{
	interned_clear(&store->touched);
	interned_clear(&store->referred);
	store->has_removed = false;
	interned_clear(&store->there);
	interned_clear(&store->aliases);
	store->alias_counts.count = 1;
}

void store_rolled_back(struct store *store)
{
	forget(store);
	strbuf_clear(&store->lang); /* names may be of another one */
	store_index_forget(&store->index);
	store_kinds_forget(store);
	store_terms_forget(store);
}

int store_look_again(struct store *store, struct err *err)
{
	int64_t version = 0;
	int rc = database_ask(store->db, "PRAGMA data_version", &version, err);

	if (rc == 0 && version != store->version)
		store_terms_forget(store);
	store->version = version;
	return rc;
}

int store_settle(struct store *store, struct err *err)
{
	int rc = store_index_settle(&store->index, err);

	if (rc == 0)
		rc = statement_run(store->st[CUT_PRODUCTIONS], err);
	if (rc == 0)
		rc = store_entities(store, err);
	if (rc == 0)
		forget(store);
	if (rc == 0 && store_index_is_full(&store->index))
		store_kinds_forget(store);
	return rc;
}

static void bind_count(struct statement *st, int at, int64_t number)
{
	if (number > 0)
		statement_bind_number(st, at, number);
	else
		statement_bind_null(st, at);
}

/* A column of the document's row that stands among its versions. */
#define META_LEXICONS "lexicons"

static int put_head(struct store *store, struct err *err)
{
	const struct document *doc = store->doc;
	struct statement *st = store->st[PUT_DOCUMENT];
	int64_t production;
	int rc = store_production(store, &doc->production, &production, err);
	int at = 1;

	if (rc < 0)
		return rc;
	statement_bind(st, at++, doc->id);
	statement_bind_number(st, at++, (int64_t)doc->paragraphs.count);
	statement_bind_number(st, at++, 0); /* until they are counted */
	statement_bind_number(st, at++, TOKENIZER_VERSION);
	statement_bind_number(st, at++, STEMMER_VERSION);
	statement_bind_number(st, at++, KEY_VERSION);
	statement_bind_some(st, at++, document_meta(doc, STR(META_LEXICONS)));
	statement_bind_some(st, at++, doc->made);
	bind_count(st, at++, production);
	statement_bind_some(st, at++, store->corrector
			    ? strbuf_view(&store->corrector->digest) : STR_NONE);
	statement_bind_number(st, at++, (int64_t)store->corrected);
	for (size_t i = 0; i < META_KEYS; i++)
		statement_bind_some(st, at++,
				    document_meta(doc, str_of(meta_keys[i])));
	rc = statement_run(st, err);
	store->document = database_last_id(store->db);
	return rc < 0 || !store->corrector ? rc
		: corrector_put_uses(store->corrector, store->document, err);
}

/* The name of an entity counts where the document mentions it: only then is
 * the entity brought up to date with the document. */
static bool is_stored(const struct str key, const struct interned *mentioned)
{
	struct str behind, id = document_named(key, &behind);

	if (meta_is_column(key) || str_equal(key, STR(META_LEXICONS)))
		return false;
	return id.len == 0 || interned_find(mentioned, id) > 0;
}

static int put_meta(struct store *store, struct err *err)
{
	const struct document *doc = store->doc;
	struct statement *st = store->st[PUT_META];
	struct interned mentioned;
	int rc = 0;

	interned_init(&mentioned);
	for (size_t i = 0; i < doc->mentions.count; i++)
		interned_add(&mentioned, doc->mentions.items[i].id);
	for (size_t i = 0; rc == 0 && i < doc->meta.count; i++) {
		if (!is_stored(doc->meta.items[i].key, &mentioned))
			continue;
		statement_bind_number(st, 1, store->document);
		statement_bind(st, 2, doc->meta.items[i].key);
		statement_bind(st, 3, doc->meta.items[i].value);
		rc = statement_run(st, err);
	}
	interned_release(&mentioned);
	return rc;
}

static int put_pack(struct store *store, struct str pack, struct err *err)
{
	struct statement *st = store->st[PUT_PACK];

	statement_bind_number(st, 1, store->document);
	statement_bind_blob(st, 2, pack);
	return statement_run(st, err);
}

/* NULL where it is the usual one. */
static void bind_id(struct store *store, struct statement *st, int at,
		    struct str home, char kind, size_t number, struct str id)
{
	document_own_id(&store->phrase, home, kind, number);
	if (str_equal(strbuf_view(&store->phrase), id))
		statement_bind_null(st, at);
	else
		statement_bind(st, at, id);
}

/* The rowid of a section, made when it is new; 0 for none. */
static int put_code(struct store *store, struct str section, int64_t parent,
		    int64_t *id, struct err *err)
{
	struct statement *st = store->st[PUT_SECTION];
	size_t code;
	int rc = 0;

	*id = 0;
	if (section.len == 0)
		return 0;
	code = interned_add(&store->codes, section);
	if (code > store->sections.count) {
		statement_bind_number(st, 1, store->document);
		statement_bind(st, 2, section);
		statement_bind_number(st, 3, (int64_t)code);
		bind_count(st, 4, parent);
		rc = statement_run(st, err);
		*LIST_ADD(&store->sections) = database_last_id(store->db);
	}
	*id = store->sections.items[code - 1];
	return rc;
}

/* The rowid of a paragraph's section, and its heading; 0 for none. */
static int put_section(struct store *store, const struct paragraph *par,
		       int64_t *id, struct err *err)
{
	int64_t parent;
	int rc = put_code(store, par->parent, 0, &parent, err);

	if (rc == 0)
		rc = put_code(store, par->section, parent, id, err);
	if (rc < 0 || *id == 0)
		return rc;
	if (par->kind == PARAGRAPH_HEADING) {
		statement_bind_number(store->st[PUT_SECTION_TITLE], 1, *id);
		statement_bind(store->st[PUT_SECTION_TITLE], 2, par->text);
		rc = statement_run(store->st[PUT_SECTION_TITLE], err);
	}
	return rc;
}

static int put_sentences(struct store *store, const struct paragraph *par,
			 struct err *err)
{
	struct statement *st = store->st[PUT_SENTENCE];
	const struct document *doc = store->doc;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < par->sentence_count; i++) {
		const struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];
		struct location where;

		store_locate(store, s->paragraph, s->start, s->end, &where);
		statement_bind_number(st, 1,
			store->paragraphs.items[s->paragraph]);
		statement_bind_number(st, 2, (int64_t)i + 1);
		bind_id(store, st, 3, par->id, 's', i + 1, s->id);
		statement_bind(st, 4, words_lang_code(doc->words, s->lang));
		statement_bind_number(st, 5, where.start);
		statement_bind_number(st, 6, where.end);
		bind_count(st, 7, where.page);
		bind_count(st, 8, where.line);
		statement_bind_number(st, 9, store->first_sentence +
				      (int64_t)(par->first_sentence + i));
		rc = statement_run(st, err);
	}
	return rc;
}

/* Rows that follow one another. */
static void bind_rows(struct statement *st, int at, int64_t first, size_t count)
{
	statement_bind_null(st, at);
	statement_bind_null(st, at + 1);
	if (count == 0)
		return;
	statement_bind_number(st, at, first);
	statement_bind_number(st, at + 1, first + (int64_t)count - 1);
}

/* Paragraphs come in their order, and mentions are kept in that of the text. */
static size_t count_mentions(struct store *store, const struct paragraph *par)
{
	const struct document *doc = store->doc;
	size_t end = par->first_sentence + par->sentence_count, count = 0;

	while (store->next_mention + count < doc->mentions.count &&
	       doc->mentions.items[store->next_mention + count].where.sentence
		       < end)
		count++;
	return count;
}

static int put_paragraph(struct store *store, size_t index, struct err *err)
{
	const struct paragraph *par = &store->doc->paragraphs.items[index];
	struct statement *st = store->st[PUT_PARAGRAPH];
	size_t mentions = count_mentions(store, par);
	int64_t section;
	int rc = put_section(store, par, &section, err);

	if (rc < 0)
		return rc;
	statement_bind_number(st, 1, store->document);
	statement_bind_number(st, 2, (int64_t)index + 1);
	bind_id(store, st, 3, store->doc->id, 'p', index + 1, par->id);
	statement_bind(st, 4, paragraph_kind_name(par->kind));
	bind_count(st, 5, section);
	bind_count(st, 6, par->first_page);
	bind_count(st, 7, par->last_page);
	bind_count(st, 8, par->first_line);
	bind_count(st, 9, par->last_line);
	statement_bind(st, 10, par->text);
	statement_bind_some(st, 11, par->country);
	bind_rows(st, 12, store->first_sentence + (int64_t)par->first_sentence,
		  par->sentence_count);
	bind_rows(st, 14, store->first_mention + (int64_t)store->next_mention,
		  mentions);
	store->next_mention += mentions;
	if ((rc = statement_run(st, err)) < 0)
		return rc;
	*LIST_ADD(&store->paragraphs) = database_last_id(store->db);
	rc = put_sentences(store, par, err);
	return rc == 0 ? store_words(store, index, err) : rc;
}

static int set_words(struct store *store, struct err *err)
{
	struct statement *st = store->st[SET_WORDS];

	statement_bind_number(st, 1, store->document);
	statement_bind_number(st, 2, (int64_t)store->word_count);
	if (store->paragraphs.count > 0)
		statement_bind_number(st, 3, store->paragraphs.items[0]);
	else
		statement_bind_null(st, 3);
	statement_bind_blob(st, 4, strbuf_view(&store->lengths));
	if (store->doc->mentions.count > 0)
		statement_bind_number(st, 5, store->first_mention);
	else
		statement_bind_null(st, 5);
	return statement_run(st, err);
}

static void find_ends(struct store *store)
{
	struct str source = store->doc->source_text;

	LIST_CLEAR(&store->line_ends);
	LIST_CLEAR(&store->page_ends);
	for (size_t i = 0; i < source.len; i++) {
		if (source.data[i] == '\n')
			*LIST_ADD(&store->line_ends) = i;
		if (source.data[i] == '\f')
			*LIST_ADD(&store->page_ends) = i;
	}
}

/* The id behind the greatest. One that no load can have made leaves no room for
 * those that are to follow it. */
static int next_id(struct store *store, const char *greatest, int64_t *id,
		   struct err *err)
{
	int rc = database_ask(store->db, greatest, id, err);

	if (rc == 0 && (*id < 0 || *id > ID_MAX))
		return err_set(err, ERR_DATABASE, "%s: is damaged: has a row %jd",
			       database_path(store->db), (intmax_t)*id);
	++*id;
	return rc;
}

int store_document(struct store *store, struct document *doc, struct str pack,
		   struct err *err)
{
	int64_t paragraph;
	int rc;

	store->doc = doc;
	store->kinds.has_stems = store->index.list.has_stems =
		document_has_stems(doc);
	LIST_CLEAR(&store->sections);
	LIST_CLEAR(&store->paragraphs);
	interned_init(&store->codes);
	store->word_count = store->lang_count = 0;
	strbuf_clear(&store->lengths);
	chars_init(&store->source, doc->source_text);
	store->text = (struct paragraph_chars){ .paragraph = 0 };
	find_ends(store);
	store->next_mention = 0;
	rc = next_id(store, "SELECT max(id) FROM sentence",
		     &store->first_sentence, err);
	if (rc == 0)
		rc = next_id(store, "SELECT max(id) FROM mention",
			     &store->first_mention, err);
	if (rc == 0)
		rc = next_id(store, "SELECT max(id) FROM paragraph", &paragraph,
			     err);
	if (rc == 0 && (rc = put_head(store, err)) == 0 &&
	    (rc = put_meta(store, err)) == 0)
		rc = put_pack(store, pack, err);
	for (size_t i = 0; rc == 0 && i < doc->paragraphs.count; i++)
		rc = put_paragraph(store, i, err);
	if (rc == 0 && (rc = set_words(store, err)) == 0 &&
	    (rc = store_terms(store, err)) == 0 &&
	    (rc = store_mentions(store, err)) == 0)
		rc = store_records(store, err);
	interned_release(&store->codes);
	chars_release(&store->source);
	chars_release(&store->text.chars);
	return rc;
}
