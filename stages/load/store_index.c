#include "store_index.h"

#include "fts_merge.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	TERMS_MAX = 1 << 17, LISTED_MAX = 4 * TERMS_MAX /* with old ones */
};

int store_index_open(struct store_index *index, struct database *db,
		     struct err *err)
{
	const struct { struct statement **st; const char *sql; } list[] = {
		{ &index->put_text, "INSERT INTO paragraph_text (rowid, text) "
		  "SELECT id, text FROM paragraph WHERE id = ?1" },
		{ &index->put_words, "INSERT INTO word_index (rowid, words) "
		  "VALUES (?1, ?2)" },
		{ &index->cut_text, "INSERT INTO paragraph_text "
		  "(paragraph_text, rowid, text) VALUES ('delete', ?1, ?2)" },
		{ &index->cut_words, "INSERT INTO word_index "
		  "(word_index, rowid, words) VALUES ('delete', ?1, ?2)" }
	};
	int rc = 0;

	*index = (struct store_index){ .db = db };
	interned_init(&index->words.terms);
	interned_init(&index->texts.terms);
	for (size_t i = 0; rc == 0 && i < COUNT_OF(list); i++)
		rc = statement_open(list[i].st, db, list[i].sql, err);
	return rc;
}

static void release_side(struct index_side *side)
{
	interned_release(&side->terms);
	fts_postings_release(&side->postings);
}

void store_index_close(struct store_index *index)
{
	statement_close(index->put_text);
	statement_close(index->put_words);
	statement_close(index->cut_text);
	statement_close(index->cut_words);
	release_side(&index->words);
	release_side(&index->texts);
	LIST_RELEASE(&index->cuts);
	arena_release(&index->arena);
	LIST_RELEASE(&index->term_list);
	text_words_release(&index->text_words);
	index_words_release(&index->list);
	strbuf_release(&index->phrase);
}

void store_index_begin(struct store_index *index)
{
	index->mark = (struct index_mark){
		index->cuts.count, index->words.postings.rows.count
	};
}

void store_index_undo(struct store_index *index)
{
	index->cuts.count = index->mark.cuts;
	fts_postings_cut(&index->words.postings, index->mark.rows);
	fts_postings_cut(&index->texts.postings, index->mark.rows);
}

void store_index_forget(struct store_index *index)
{
	LIST_CLEAR(&index->cuts);
	arena_clear(&index->arena);
	fts_postings_release(&index->words.postings);
	fts_postings_release(&index->texts.postings);
}

bool store_index_is_full(const struct store_index *index)
{
	return index->words.terms.list.count > TERMS_MAX ||
	       index->term_list.count > LISTED_MAX;
}

void store_index_forget_terms(struct store_index *index)
{
	interned_clear(&index->words.terms);
	interned_clear(&index->texts.terms);
	LIST_RELEASE(&index->term_list);
	text_words_forget(&index->text_words);
}

int store_index_add(struct store_index *index, int64_t row,
		    const struct document *doc, const struct paragraph *par,
		    struct err *err)
{
	fts_postings_add_row(&index->words.postings, row);
	fts_postings_add_row(&index->texts.postings, row);
	return text_words_add(&index->text_words, index->db, doc, par,
			      &index->texts.terms, &index->texts.postings,
			      err);
}

void store_index_add_kind(struct store_index *index, struct token_kind *kind,
			  struct document *doc, const struct token *token)
{
	struct str rest, term;
	bool first;

	strbuf_clear(&index->phrase);
	index_words_add(&index->list, &index->phrase, doc, token);
	rest = strbuf_view(&index->phrase);
	kind->first_term = index->term_list.count;
	while (word_index_next_term(&rest, &term, &first)) {
		if (term.len > FTS_TERM_MAX)
			term.len = FTS_TERM_MAX;
		*LIST_ADD(&index->term_list) =
			interned_add(&index->words.terms, term) - 1;
		kind->term_count++;
	}
}

void store_index_add_word(struct store_index *index,
			  const struct token_kind *kind)
{
	for (size_t i = 0; i < kind->term_count; i++)
		fts_postings_add(&index->words.postings,
				 index->term_list.items[kind->first_term + i],
				 i == 0);
}

void store_index_cut(struct store_index *index, int64_t paragraph,
		     struct str text, struct str words)
{
	*LIST_ADD(&index->cuts) = (struct index_cut){
		paragraph, str_copy(&index->arena, text),
		str_copy(&index->arena, words),
		index->words.postings.rows.count, false
	};
}

struct row_at {
	int64_t id;
	size_t at;
};

static int compare_rows(const void *left, const void *right)
{
	const struct row_at *a = left, *b = right;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

/* The last row of that id before row `end`; count where there is none. */
static size_t find_row(const struct row_at *rows, size_t count, int64_t id,
		       size_t end)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct row_at asked = { id, end };

		if (compare_rows(&rows[middle], &asked) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && rows[low - 1].id == id ? rows[low - 1].at : count;
}

/* What this very batch has added and then taken out again: FTS5 knows nothing
 * of it. A rowid may come up again when its paragraph is gone. */
static void drop_pending(struct store_index *index)
{
	size_t count = index->words.postings.rows.count;
	struct row_at *rows = memory_get((count + 1) * sizeof *rows);
	bool *is_cut = memory_get_zeroed(count + 1);

	for (size_t i = 0; i < count; i++)
		rows[i] = (struct row_at){
			index->words.postings.rows.items[i].id, i
		};
	qsort(rows, count, sizeof *rows, compare_rows);
	for (size_t i = 0; i < index->cuts.count; i++) {
		struct index_cut *cut = &index->cuts.items[i];
		size_t at = find_row(rows, count, cut->paragraph, cut->rows);

		cut->is_done = at < count;
		is_cut[at] = true;
	}
	fts_postings_keep(&index->words.postings, is_cut);
	fts_postings_keep(&index->texts.postings, is_cut);
	free(is_cut);
	free(rows);
}

static int tell(struct statement *st, int64_t paragraph, struct str text,
		struct err *err)
{
	statement_bind_number(st, 1, paragraph);
	statement_bind(st, 2, text);
	return statement_run(st, err);
}

static int cut_all(struct store_index *index, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < index->cuts.count; i++) {
		const struct index_cut *cut = &index->cuts.items[i];

		if (cut->is_done)
			continue;
		index->is_slow = true;
		rc = tell(index->cut_text, cut->paragraph, cut->text, err);
		if (rc == 0)
			rc = tell(index->cut_words, cut->paragraph, cut->words,
				  err);
	}
	return rc;
}

/* The words of a row, as the tokenizer of word_index takes them. */
static struct str phrase_of(struct store_index *index, size_t row)
{
	const struct fts_postings *postings = &index->words.postings;
	size_t at = postings->rows.items[row].first;
	size_t end = fts_postings_end(postings, row);

	strbuf_clear(&index->phrase);
	while (at < end) {
		bool first;
		uint32_t term = fts_postings_next(postings, &at, &first);

		word_index_add_term(&index->phrase,
				    interned_text(&index->words.terms,
						  term + 1), first);
	}
	return strbuf_view(&index->phrase);
}

static int put_words(struct store_index *index, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < index->words.postings.rows.count; i++)
		rc = tell(index->put_words,
			  index->words.postings.rows.items[i].id,
			  phrase_of(index, i), err);
	return rc;
}

static int put_texts(struct store_index *index, struct err *err)
{
	struct statement *st = index->put_text;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < index->texts.postings.rows.count;
	     i++) {
		statement_bind_number(st, 1,
				      index->texts.postings.rows.items[i].id);
		rc = statement_run(st, err);
	}
	return rc;
}

/* Where rows were removed, FTS5 merges itself, a little at a time. */
static int merge(struct store_index *index, const char *table, struct err *err)
{
	enum { PAGES = 500 };
	char sql[160];
	int rc = fts_merge(index->db, table, err);

	if (rc <= 0)
		return rc;
	index->is_slow = true;
	snprintf(sql, sizeof sql, "INSERT INTO %s (%s, rank) VALUES "
		 "('merge', %d)", table, table, PAGES);
	return database_run(index->db, sql, err);
}

/* returns 1 when FTS5 is to be told of the rows one by one */
static int put_segment(struct store_index *index, const char *table,
		       const struct index_side *side, struct err *err)
{
	size_t count = side->terms.list.count - 1;
	struct str *terms = memory_get((count + 1) * sizeof *terms);
	int rc;

	for (size_t i = 0; i < count; i++)
		terms[i] = interned_text(&side->terms, (uint32_t)i + 1);
	rc = index->is_slow ? 1
		: fts_segment_write(index->db, table, terms, count,
				    &side->postings, err);
	free(terms);
	return rc == 0 ? merge(index, table, err) : rc;
}

int store_index_settle(struct store_index *index, struct err *err)
{
	int rc = 0;

	if (index->cuts.count > 0)
		drop_pending(index);
	if (rc == 0)
		rc = cut_all(index, err);
	if (rc == 0 && (rc = put_segment(index, "word_index", &index->words,
					 err)) > 0) {
		index->is_slow = true;
		rc = put_words(index, err);
	}
	if (rc == 0 && (rc = put_segment(index, "paragraph_text",
					 &index->texts, err)) > 0) {
		index->is_slow = true;
		rc = put_texts(index, err);
	}
	if (rc == 0)
		store_index_forget(index);
	return rc;
}
