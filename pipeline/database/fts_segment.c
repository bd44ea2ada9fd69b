#include "fts_segment.h"

#include "fts_structure.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	PAGE_BYTES = 4050,       /* as FTS5: a page fits one of the database */
	PAGE_HEAD = 4,           /* where its first row and its terms begin */
	SKIPPED_MIN = 4,         /* pages of one list that are worth an index */
	VERSION = 4,             /* of FTS5's tables */
	AVERAGES_ID = 1, STRUCTURE_ID = 10,
	SEGMENT_SHIFT = 37, SKIP_SHIFT = 36,
	MAIN_INDEX = '0'         /* stands in front of each term */
};

struct sorted_term {
	uint64_t head;           /* its first eight bytes, as a number */
	uint32_t term;
};

/* Where a term stands, by term. */
struct standing {
	uint32_t row, place;
};

struct writer {
	struct database *db;
	const char *table;
	struct statement *put_page, *put_start, *put_size;
	uint64_t segment;

	/* the page at hand */
	struct strbuf page, ends;    /* `ends`: where its terms begin */
	uint64_t number;             /* from 1 */
	size_t last_term;            /* where the last of them begins */
	bool has_term, has_row;      /* a row in front of which no term is */

	struct strbuf term;          /* the last one */
	struct strbuf start;         /* what tells the page from those before */
	uint64_t start_page;
	int64_t last_row;            /* of the list at hand, on this page */
	bool is_first_row;           /* of the list, or of the page */

	/* the pages on which a long list goes on */
	struct strbuf skip;
	uint64_t skip_page, skip_last;
	int64_t skip_row;
	size_t without_term;         /* pages */
	struct strbuf places;
};

static int open_statement(struct statement **st, struct writer *w,
			  const char *format, struct err *err)
{
	char sql[160];

	snprintf(sql, sizeof sql, format, w->table);
	return statement_open(st, w->db, sql, err);
}

static int put(struct writer *w, uint64_t id, struct str bytes,
	       struct err *err)
{
	statement_bind_number(w->put_page, 1, (int64_t)id);
	statement_bind_blob(w->put_page, 2, bytes);
	return statement_run(w->put_page, err);
}

static void set_short(struct strbuf *page, size_t at, size_t number)
{
	page->data[at] = (char)(number >> 8);
	page->data[at + 1] = (char)number;
}

static void begin_page(struct writer *w)
{
	strbuf_clear(&w->page);
	strbuf_add(&w->page, (struct str){ "\0\0\0\0", PAGE_HEAD });
	strbuf_clear(&w->ends);
	w->last_term = 0;
	w->has_term = w->has_row = false;
	w->is_first_row = true;
	w->number++;
}

static int end_page(struct writer *w, struct err *err)
{
	int rc;

	set_short(&w->page, 2, w->page.len);
	if (w->has_term) {
		strbuf_add(&w->page, strbuf_view(&w->ends));
	} else {
		/* a page of the list on which no row begins */
		if (!w->has_row && w->skip.len > 0)
			strbuf_add_char(&w->skip, '\0');
		w->without_term++;
	}
	rc = put(w, (w->segment << SEGMENT_SHIFT) + w->number,
		 strbuf_view(&w->page), err);
	begin_page(w);
	return rc;
}

/* Where a group of pages begins that a term is looked for in: the first has a
 * term, the others are of its list. */
static int end_group(struct writer *w, struct err *err)
{
	bool is_long = w->skip.len > 0 && w->without_term >= SKIPPED_MIN;
	int rc = 0;

	if (w->start_page == 0)
		return 0;
	if (is_long)
		rc = put(w, (w->segment << SEGMENT_SHIFT) +
			    (UINT64_C(1) << SKIP_SHIFT) + w->skip_page,
			 strbuf_view(&w->skip), err);
	statement_bind_number(w->put_start, 1, (int64_t)w->segment);
	statement_bind_blob(w->put_start, 2, strbuf_view(&w->start));
	statement_bind_number(w->put_start, 3, (int64_t)(w->start_page << 1) +
					       is_long);
	strbuf_clear(&w->skip);
	w->without_term = 0;
	w->start_page = 0;
	return rc < 0 ? rc : statement_run(w->put_start, err);
}

static bool has_room(const struct writer *w, size_t bytes)
{
	return w->page.len + w->ends.len + bytes < PAGE_BYTES;
}

static size_t common_bytes(struct str a, struct str b)
{
	size_t at = 0;

	while (at < a.len && at < b.len && a.data[at] == b.data[at])
		at++;
	return at;
}

/* The first term of a page is whole, the others lack what they share with the
 * one before. */
static int begin_term(struct writer *w, struct str term, struct err *err)
{
	size_t shared = common_bytes(strbuf_view(&w->term), term);
	int rc = 0;

	if (!has_room(w, term.len + 2) && w->page.len > PAGE_HEAD)
		rc = end_page(w, err);
	fts_add_number(&w->ends, w->page.len - w->last_term);
	w->last_term = w->page.len;
	if (!w->has_term) {
		if (rc == 0)
			rc = end_group(w, err);
		strbuf_clear(&w->start);
		if (w->number > 1)
			strbuf_add(&w->start, str_slice(term, 0, shared + 1));
		w->start_page = w->number;
		shared = 0;
	} else {
		fts_add_number(&w->page, shared);
	}
	fts_add_number(&w->page, term.len - shared);
	strbuf_add(&w->page, str_slice(term, shared, term.len));
	strbuf_clear(&w->term);
	strbuf_add(&w->term, term);
	w->has_term = true;
	w->is_first_row = true;
	w->skip_page = w->number;
	strbuf_clear(&w->skip);
	w->without_term = 0;
	return rc;
}

static void note_page(struct writer *w, int64_t row)
{
	set_short(&w->page, 0, w->page.len);
	w->has_row = true;
	if (w->skip.len == 0) {
		strbuf_add_char(&w->skip, '\0');
		fts_add_number(&w->skip, w->number);
		fts_add_number(&w->skip, (uint64_t)row);
	} else {
		fts_add_number(&w->skip, (uint64_t)(row - w->skip_row));
	}
	w->skip_row = row;
}

static int begin_row(struct writer *w, int64_t row, struct err *err)
{
	int rc = 0;

	if (!has_room(w, 1))
		rc = end_page(w, err);
	if (!w->has_term && !w->has_row)
		note_page(w, row);
	fts_add_number(&w->page, (uint64_t)(w->is_first_row ? row
						: row - w->last_row));
	w->last_row = row;
	w->is_first_row = false;
	return rc;
}

/* A number is never parted by the end of a page. */
static int add_places(struct writer *w, struct err *err)
{
	struct str places = strbuf_view(&w->places);
	int rc = 0;

	fts_add_number(&w->page, places.len * 2);
	while (rc == 0 && !has_room(w, places.len)) {
		size_t end = 0;

		while (has_room(w, end))
			while ((unsigned char)places.data[end++] >= 0x80)
				;
		strbuf_add(&w->page, str_slice(places, 0, end));
		places = str_slice(places, end, places.len);
		rc = end_page(w, err);
	}
	strbuf_add(&w->page, places);
	return rc;
}

static int put_list(struct writer *w, const struct fts_postings *postings,
		    const struct standing *list, size_t count, struct err *err)
{
	int rc = 0;
	size_t end;

	for (size_t i = 0; rc == 0 && i < count; i = end) {
		uint32_t last = 0;

		rc = begin_row(w, postings->rows.items[list[i].row].id, err);
		strbuf_clear(&w->places);
		for (end = i; end < count && list[end].row == list[i].row;
		     end++) {
			fts_add_number(&w->places, list[end].place - last + 2);
			last = list[end].place;
		}
		if (rc == 0)
			rc = add_places(w, err);
	}
	return rc;
}

static int compare_terms(const void *left, const void *right, void *data)
{
	const struct sorted_term *a = left, *b = right;
	const struct str *terms = data;

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	return str_compare(terms[a->term], terms[b->term]);
}

static uint64_t head_of(struct str term)
{
	uint64_t head = 0;

	for (size_t i = 0; i < 8; i++)
		head = head << 8 | (i < term.len ? (unsigned char)term.data[i]
						 : 0);
	return head;
}

/* By term what comes by row: starts[t] .. starts[t + 1] are those of term t. */
static struct standing *sort_postings(const struct fts_postings *postings,
				      size_t *starts, size_t term_count)
{
	struct standing *sorted = memory_get((postings->list.count + 1) *
					     sizeof *sorted);
	size_t row = 0;

	for (size_t i = 0; i < postings->list.count; i++)
		starts[postings->list.items[i].term + 1]++;
	for (size_t i = 0; i < term_count; i++)
		starts[i + 1] += starts[i];
	for (size_t i = 0; i < postings->list.count; i++) {
		while (row + 1 < postings->rows.count &&
		       postings->rows.items[row + 1].first <= i)
			row++;
		sorted[starts[postings->list.items[i].term]++] =
			(struct standing){ (uint32_t)row,
					   postings->list.items[i].place };
	}
	memmove(starts + 1, starts, term_count * sizeof *starts);
	starts[0] = 0;
	return sorted;
}

static struct sorted_term *sort_terms(const struct str *terms, size_t *count,
				      const size_t *starts)
{
	struct sorted_term *sorted = memory_get((*count + 1) * sizeof *sorted);
	size_t used = 0;

	for (size_t i = 0; i < *count; i++)
		if (starts[i + 1] > starts[i])
			sorted[used++] = (struct sorted_term){
				head_of(terms[i]), (uint32_t)i
			};
	*count = used;
	qsort_r(sorted, used, sizeof *sorted, compare_terms,
		(void *)(uintptr_t)terms);
	return sorted;
}

static int put_terms(struct writer *w, const struct str *terms, size_t count,
		     const struct fts_postings *postings, struct err *err)
{
	size_t *starts = memory_get_zeroed((count + 2) * sizeof *starts);
	struct standing *lists = sort_postings(postings, starts, count);
	struct sorted_term *sorted = sort_terms(terms, &count, starts);
	struct strbuf term = STRBUF_INIT;
	int rc = 0;

	begin_page(w);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		uint32_t number = sorted[i].term;

		strbuf_clear(&term);
		strbuf_add_char(&term, MAIN_INDEX);
		strbuf_add(&term, terms[number]);
		rc = begin_term(w, strbuf_view(&term), err);
		if (rc == 0)
			rc = put_list(w, postings, lists + starts[number],
				      starts[number + 1] - starts[number], err);
	}
	if (rc == 0 && w->page.len > PAGE_HEAD)
		rc = end_page(w, err);
	if (rc == 0)
		rc = end_group(w, err);
	strbuf_release(&term);
	free(sorted);
	free(lists);
	free(starts);
	return rc;
}

static uint64_t words_of(const struct fts_postings *postings, size_t row)
{
	size_t end = row + 1 < postings->rows.count
			? postings->rows.items[row + 1].first
			: postings->list.count;

	return end > postings->rows.items[row].first
		? (uint64_t)postings->list.items[end - 1].place + 1 : 0;
}

static int put_sizes(struct writer *w, const struct fts_postings *postings,
		     uint64_t *words, struct err *err)
{
	struct strbuf size = STRBUF_INIT;
	int rc = 0;

	*words = 0;
	for (size_t i = 0; rc == 0 && i < postings->rows.count; i++) {
		uint64_t count = words_of(postings, i);

		strbuf_clear(&size);
		fts_add_number(&size, count);
		statement_bind_number(w->put_size, 1,
				      postings->rows.items[i].id);
		statement_bind_blob(w->put_size, 2, strbuf_view(&size));
		rc = statement_run(w->put_size, err);
		*words += count;
	}
	strbuf_release(&size);
	return rc;
}

/* The record of that id, as a copy. */
static int get(struct writer *w, int id, struct strbuf *bytes, struct err *err)
{
	struct statement *st;
	int rc = open_statement(&st, w, "SELECT block FROM %s_data "
				"WHERE id = ?1", err);

	strbuf_clear(bytes);
	if (rc < 0)
		return rc;
	statement_bind_number(st, 1, id);
	if ((rc = statement_step(st, err)) > 0)
		strbuf_add(bytes, statement_text(st, 0));
	statement_close(st);
	return rc < 0 ? rc : 0;
}

/* How many rows and words the table has. */
static int add_averages(struct writer *w, uint64_t rows, uint64_t words,
			struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	uint64_t rows_before = 0, words_before = 0;
	int rc = get(w, AVERAGES_ID, &bytes, err);
	struct str rest = strbuf_view(&bytes);

	if (rc == 0 && fts_read_number(&rest, &rows_before))
		fts_read_number(&rest, &words_before);
	strbuf_clear(&bytes);
	fts_add_number(&bytes, rows_before + rows);
	fts_add_number(&bytes, words_before + words);
	if (rc == 0)
		rc = put(w, AVERAGES_ID, strbuf_view(&bytes), err);
	strbuf_release(&bytes);
	return rc;
}

static int add_part(struct writer *w, struct fts_structure *structure,
		    struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	uint64_t last = w->number - 1; /* a new one was begun */
	int rc;

	if (structure->levels.count == 0)
		LIST_ADD(&structure->levels);
	*LIST_ADD(&structure->levels.items[0].parts) = (struct fts_part){
		w->segment, 1, last
	};
	structure->writes += last;
	fts_structure_write(structure, &bytes);
	rc = put(w, STRUCTURE_ID, strbuf_view(&bytes), err);
	strbuf_release(&bytes);
	return rc;
}

static int open_statements(struct writer *w, struct err *err)
{
	int rc = open_statement(&w->put_page, w,
				"REPLACE INTO %s_data VALUES (?1, ?2)", err);

	if (rc == 0)
		rc = open_statement(&w->put_start, w, "INSERT INTO %s_idx "
				    "VALUES (?1, ?2, ?3)", err);
	if (rc == 0)
		rc = open_statement(&w->put_size, w, "INSERT INTO %s_docsize "
				    "VALUES (?1, ?2)", err);
	return rc;
}

static void release(struct writer *w)
{
	statement_close(w->put_page);
	statement_close(w->put_start);
	statement_close(w->put_size);
	strbuf_release(&w->page);
	strbuf_release(&w->ends);
	strbuf_release(&w->term);
	strbuf_release(&w->start);
	strbuf_release(&w->skip);
	strbuf_release(&w->places);
}

/* Whether FTS5's tables are of the form that is written here. */
static int read_structure(struct writer *w, struct fts_structure *structure,
			  bool *is_known, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	char sql[160];
	int64_t version;
	int rc = get(w, STRUCTURE_ID, &bytes, err);

	snprintf(sql, sizeof sql, "SELECT v FROM %s_config WHERE k = 'version'",
		 w->table);
	if (rc == 0)
		rc = database_ask(w->db, sql, &version, err);
	*is_known = fts_structure_read(structure, strbuf_view(&bytes)) &&
		    rc == 0 && version == VERSION;
	strbuf_release(&bytes);
	return rc;
}

int fts_segment_write(struct database *db, const char *table,
		      const struct str *terms, size_t term_count,
		      const struct fts_postings *postings, struct err *err)
{
	struct writer w = { .db = db, .table = table };
	struct fts_structure structure;
	uint64_t words;
	bool is_known;
	int rc;

	if (postings->rows.count == 0)
		return 0;
	database_let_write_indexes(db, true);
	if ((rc = read_structure(&w, &structure, &is_known, err)) == 0) {
		w.segment = fts_structure_new_id(&structure);
		if (!is_known || w.segment == 0)
			rc = 1;
	}
	if (rc == 0 && (rc = open_statements(&w, err)) == 0 &&
	    (rc = put_sizes(&w, postings, &words, err)) == 0)
		rc = add_averages(&w, postings->rows.count, words, err);
	if (rc == 0 && postings->list.count > 0 &&
	    (rc = put_terms(&w, terms, term_count, postings, err)) == 0)
		rc = add_part(&w, &structure, err);
	database_let_write_indexes(db, false);
	fts_structure_release(&structure);
	release(&w);
	return rc;
}

int fts_segment_count(struct database *db, const char *table, int *count,
		      struct err *err)
{
	struct writer w = { .db = db, .table = table };
	struct fts_structure structure;
	bool is_known;
	int rc = read_structure(&w, &structure, &is_known, err);

	*count = 0;
	for (size_t i = 0; is_known && i < structure.levels.count; i++)
		*count += (int)structure.levels.items[i].parts.count;
	fts_structure_release(&structure);
	return rc;
}
