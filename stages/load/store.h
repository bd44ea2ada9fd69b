/* A document's rows, written and removed. The caller holds the transaction. */
#ifndef ESEP_STORE_H
#define ESEP_STORE_H

#include "database.h"
#include "entity_names.h"
#include "interned.h"
#include "main_names.h"
#include "records.h"
#include "rules.h"
#include "store_index.h"
#include "stored.h"

enum put {
	PUT_DOCUMENT, SET_WORDS, GET_PRODUCTION, PUT_PRODUCTION,
	SET_PRODUCTION, CUT_PRODUCTIONS, PUT_META, PUT_PACK, PUT_SECTION,
	PUT_SECTION_TITLE, PUT_PARAGRAPH, PUT_SENTENCE, PUT_MENTION, GET_TERM,
	PUT_TERM, PUT_BLOCK, PUT_ENTITY, PUT_ALIAS, GET_OLD_ALIASES,
	GET_OLD_ENTITIES, GET_REFERRED, GET_TYPE, GET_TOLD, GET_FORMS, GET_ALL,
	SET_ENTITY, PUT_NAME, CUT_NAMES, CUT_ALIASES, CUT_ENTITY,
	GET_OLD_PARAGRAPHS,
	PUTS
};

/* A spelling: entity, form, language, type. */
enum { ALIAS_PARTS = 4 };

struct alias_change {
	uint32_t alias;
	int64_t count;
};

/* A term whose row is known. */
struct known_term {
	int64_t row;
	/* of the document at hand */
	uint32_t count, paragraphs;
	uint32_t last_paragraph;     /* from 1 */
};

/* The ids of what document ?1 has follow one another: "sentence", "mention". */
#define STORE_IDS(what) \
	"(SELECT min(first_" what ") FROM paragraph WHERE document = ?1) " \
	"AND (SELECT max(last_" what ") FROM paragraph WHERE document = ?1)"

struct store {
	struct database *db;
	struct statement *st[PUTS];
	struct statement *put_record[RECORDS], *put_party[RECORDS];
	struct main_names names;
	struct entity_names entity_names;
	struct rules *rules;
	struct strbuf lang;          /* of most reports: of the names shown */
	struct corrector *corrector; /* NULL: documents are only removed */
	struct corrections *corrections; /* of it; or NULL */
	int64_t version;             /* of what others wrote */
	struct interned terms;       /* "lang:stem", of rows that are known */
	LIST(struct known_term) known; /* each of them, by its number */
	struct token_kinds kinds;    /* of the batch */

	/* of the transaction: what store_settle has yet to do */
	struct interned touched;     /* entities that may have changed */
	struct interned referred;    /* that records refer to */
	bool has_removed;            /* whether some may be gone */
	struct interned there;       /* entities that have a row */
	struct interned aliases;     /* spellings, as alias_key makes them */
	LIST(int64_t) alias_counts;  /* what is to be added to each */
	LIST(struct alias_change) alias_log; /* of the document at hand */
	struct store_index index;

	/* of the document at hand */
	size_t corrected;            /* changes that were made of it */
	struct interned named;       /* entities that it mentions */
	struct document *doc;
	int64_t document;
	LIST(int64_t) sections, paragraphs; /* their rowids */
	int64_t first_sentence;      /* its rowid; the others follow */
	int64_t first_mention;       /* the same */
	size_t next_mention;         /* of the paragraph at hand */
	struct interned codes;       /* of the sections, in their order */
	LIST(size_t) line_ends, page_ends; /* offsets into the source */
	LIST(uint32_t) used;         /* kinds that it has */
	word_id langs[LANG_MAX];     /* that its words are in */
	bool has_block[LANG_MAX];    /* whether their counts are written */
	size_t lang_count;
	size_t word_count;
	struct strbuf lengths;       /* words of each paragraph, as numbers */
	struct chars source;
	struct paragraph_chars text;
	struct index_words list;
	struct strbuf phrase;
	struct stored old;           /* a document that is removed */
};

/* `max`: bytes of a document that may be removed, at most.
 * errors: ERR_DATABASE; those of main_names_load */
int store_open(struct store *store, struct database *db,
	       const struct knowledge *knowledge, size_t max, struct err *err);
void store_close(struct store *store);

/* Write a document; `pack` is it as document_pack keeps it. */
int store_document(struct store *store, struct document *doc, struct str pack,
		   struct err *err);

/* The row of what made a document, put where it is new; 0 where nothing is
 * known of that. errors: ERR_DATABASE */
int store_production(struct store *store, const struct production *production,
		     int64_t *id, struct err *err);
/* What has made a document that is there already the same once more, if that
 * is known. */
int store_set_production(struct store *store, int64_t document,
			 const struct production *production, struct err *err);

/* Remove the document of that rowid and all that hangs on it. Its entities
 * are marked as touched. */
int store_remove(struct store *store, int64_t document, struct err *err);

/* Before a document is removed or written; and when what was done since is
 * undone. */
void store_begin(struct store *store);
void store_undo(struct store *store);

/* When a transaction has begun: what others have written since may have taken
 * rows away that were known. errors: ERR_DATABASE */
int store_look_again(struct store *store, struct err *err);

/* Before a transaction is committed: write to the indexes, and bring the
 * entities that were touched up to date: name, type, existence. That is done
 * once for all documents, since FTS5 writes out what it has at each
 * savepoint. */
int store_settle(struct store *store, struct err *err);

/* After the rollback of a transaction: there is nothing to settle, and rows that
 * were known may be gone. */
void store_rolled_back(struct store *store);

/* The part of store_open that follows from the tables of records.h. */
int store_open_made(struct store *store, struct err *err);

/* Remove the rows of all records of a document. */
int store_cut_records(struct store *store, int64_t document, struct err *err);

/* The parts of store_document. */
int store_words(struct store *store, size_t paragraph, struct err *err);
int store_terms(struct store *store, struct err *err);
void store_terms_forget(struct store *store); /* rows that were known */
void store_kinds_forget(struct store *store); /* terms of the index */
void store_terms_close(struct store *store);
int store_mentions(struct store *store, struct err *err);
int store_records(struct store *store, struct err *err);

/* Note that the paragraphs of the document of that rowid are to be taken out of
 * the indexes. */
int store_cut_paragraphs(struct store *store, int64_t document,
			 struct err *err);

/* Note that a spelling of an entity came up so many times more, or less. */
void store_add_alias(struct store *store, const struct str parts[ALIAS_PARTS],
		     int64_t count);

/* Bring the touched entities up to date. */
int store_entities(struct store *store, struct err *err);

/* Write what readers of each language call an entity of that type; *name: what
 * its row shows, and whether people gave it. */
int store_names(struct store *store, struct str id, struct str type,
		struct strbuf *name, bool *is_corrected, struct err *err);

/* See which language most reports are in, and whether that is another one than
 * when it was last asked. */
int store_find_lang(struct store *store, bool *has_changed, struct err *err);

/* Make sure of a row for an entity and mark it as touched; an empty id is
 * none. */
int store_touch(struct store *store, struct str id, struct err *err);

/* Is what had a part in an incident, or was cited, an entity? What begins with
 * a digit is (24_kg) where it is named too, and else a number and a noun
 * (41_journalists). */
bool store_is_entity(const struct store *store, struct str id);

/* Where bytes start..end of a paragraph's text stand: in code points of the
 * text and of the source, on which line and page of it. 0 or -1 where the
 * source does not tell. */
struct location {
	int64_t start, end;
	int64_t source_start, source_end;
	int64_t line, page;
};
void store_locate(struct store *store, size_t paragraph, uint32_t start,
		  uint32_t end, struct location *where);

/* The same of the words of an extent, which are one or more. */
void store_locate_extent(struct store *store, struct extent extent,
		       struct location *where);

/* Bind from parameter `at` on: source_start, source_end, page, line. */
void store_bind_location(struct statement *st, int at,
			 const struct location *where);

#endif
