#include "fts_segment.h"

#include "fts_writer.h"

#include <stdio.h>
#include <stdlib.h>

enum { AVERAGES_ID = 1, MAIN_INDEX = '0' /* stands in front of each term */ };

struct sorted_term {
	uint64_t head;           /* its first eight bytes, as a number */
	uint32_t term;
};

/* Where a term's list is, and the last posting in it. */
struct term_list {
	size_t end;
	uint32_t row, place;
};

void fts_postings_add_row(struct fts_postings *postings, int64_t id)
{
	*LIST_ADD(&postings->rows) = (struct fts_row){
		id, postings->list.len, 0
	};
}

size_t fts_postings_end(const struct fts_postings *postings, size_t row)
{
	return row + 1 < postings->rows.count
		? postings->rows.items[row + 1].first : postings->list.len;
}

void fts_postings_cut(struct fts_postings *postings, size_t rows)
{
	if (rows >= postings->rows.count)
		return;
	postings->list.len = postings->rows.items[rows].first;
	postings->rows.count = rows;
}

void fts_postings_keep(struct fts_postings *postings, const bool *is_cut)
{
	size_t rows = 0, list = 0;

	for (size_t i = 0; i < postings->rows.count; i++) {
		struct fts_row row = postings->rows.items[i];
		size_t end = fts_postings_end(postings, i);

		if (is_cut[i])
			continue;
		if (end > row.first)
			memmove(postings->list.data + list,
				postings->list.data + row.first,
				end - row.first);
		end = list + (end - row.first);
		row.first = list;
		postings->rows.items[rows++] = row;
		list = end;
	}
	postings->rows.count = rows;
	postings->list.len = list;
}

void fts_postings_release(struct fts_postings *postings)
{
	strbuf_release(&postings->list);
	LIST_RELEASE(&postings->rows);
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

/* Bytes of a number as leb128.h writes it. */
static size_t number_size(uint32_t number)
{
	size_t size = 1;

	for (; number >= 0x80; number >>= 7)
		size++;
	return size;
}

static size_t put_number(char *at, uint32_t number)
{
	size_t size = 0;

	for (; number >= 0x80; number >>= 7)
		at[size++] = (char)(number | 0x80);
	at[size++] = (char)number;
	return size;
}

/* The step to a posting from the one before it in its list: rows, and then
 * words from that one, or from the start of the row. */
static void take_step(struct term_list *list, uint32_t row, uint32_t place,
		      uint32_t *rows, uint32_t *words)
{
	*rows = row - list->row;
	*words = *rows > 0 ? place : place - list->place;
	list->row = row;
	list->place = place;
}

/* Add each step to the end of its list: its size, or where `bytes` are, itself. */
static void walk(const struct fts_postings *postings, struct term_list *lists,
		 char *bytes)
{
	for (size_t row = 0; row < postings->rows.count; row++) {
		size_t at = postings->rows.items[row].first;
		size_t end = fts_postings_end(postings, row);
		uint32_t place = 0, rows, words;
		bool first;

		while (at < end) {
			struct term_list *list = &lists[
				fts_postings_next(postings, &at, &first)];

			place += first;
			take_step(list, (uint32_t)row, place - 1, &rows,
				  &words);
			if (bytes) {
				list->end += put_number(bytes + list->end, rows);
				list->end += put_number(bytes + list->end,
							words);
			} else {
				list->end += number_size(rows) +
					     number_size(words);
			}
		}
	}
}

/* By term what comes by row: the lists lie in the order of the terms. */
static char *sort_postings(const struct fts_postings *postings,
			   struct term_list *lists, size_t term_count)
{
	size_t size = 0;
	char *bytes;

	walk(postings, lists, NULL);
	for (size_t i = 0; i < term_count; i++) {
		size_t start = size;

		size += lists[i].end;
		lists[i] = (struct term_list){ .end = start };
	}
	bytes = memory_get(size + 1);
	walk(postings, lists, bytes);
	return bytes;
}

static size_t start_of(const struct term_list *lists, size_t term)
{
	return term > 0 ? lists[term - 1].end : 0;
}

static struct sorted_term *sort_terms(const struct str *terms, size_t *count,
				      const struct term_list *lists)
{
	struct sorted_term *sorted = memory_get((*count + 1) * sizeof *sorted);
	size_t used = 0;

	for (size_t i = 0; i < *count; i++)
		if (lists[i].end > start_of(lists, i))
			sorted[used++] = (struct sorted_term){
				head_of(terms[i]), (uint32_t)i
			};
	*count = used;
	qsort_r(sorted, used, sizeof *sorted, compare_terms,
		(void *)(uintptr_t)terms);
	return sorted;
}

static uint32_t next_number(struct str *bytes)
{
	uint64_t number = 0;

	leb128_next(bytes, &number);
	return (uint32_t)number;
}

static int put_list(struct fts_writer *w, const struct fts_postings *postings,
		    struct str steps, struct strbuf *places, struct err *err)
{
	size_t row = next_number(&steps);
	int rc = 0;

	while (rc == 0 && steps.len > 0) {
		uint32_t rows = 0;

		strbuf_clear(places);
		do {
			fts_add_number(places,
				       (uint64_t)next_number(&steps) + 2);
		} while (steps.len > 0 && (rows = next_number(&steps)) == 0);
		rc = fts_writer_row(w, postings->rows.items[row].id,
				    strbuf_view(places), err);
		row += rows;
	}
	return rc;
}

static int put_terms(struct fts_writer *w, const struct str *terms,
		     size_t count, const struct fts_postings *postings,
		     struct err *err)
{
	struct term_list *lists = memory_get_zeroed((count + 1) *
						    sizeof *lists);
	char *bytes = sort_postings(postings, lists, count);
	struct sorted_term *sorted = sort_terms(terms, &count, lists);
	struct strbuf term = STRBUF_INIT, places = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < count; i++) {
		uint32_t number = sorted[i].term;
		size_t start = start_of(lists, number);

		strbuf_clear(&term);
		strbuf_add_char(&term, MAIN_INDEX);
		strbuf_add(&term, terms[number]);
		rc = fts_writer_term(w, strbuf_view(&term), err);
		if (rc == 0)
			rc = put_list(w, postings, (struct str){
				bytes + start, lists[number].end - start
			}, &places, err);
	}
	strbuf_release(&term);
	strbuf_release(&places);
	free(sorted);
	free(bytes);
	free(lists);
	return rc;
}

/* A table may be without them: columnsize=0. */
static int open_sizes(struct statement **st, struct fts_writer *w,
		      struct err *err)
{
	char sql[128];
	int64_t has_sizes = 0;
	int rc;

	snprintf(sql, sizeof sql, "SELECT count(*) FROM sqlite_schema WHERE "
		 "name = '%s_docsize'", w->table);
	rc = database_ask(w->db, sql, &has_sizes, err);
	return rc < 0 || has_sizes == 0 ? rc
		: fts_writer_statement(st, w, "INSERT INTO %s_docsize "
				       "VALUES (?1, ?2)", err);
}

static int put_sizes(struct fts_writer *w, const struct fts_postings *postings,
		     uint64_t *words, struct err *err)
{
	struct strbuf size = STRBUF_INIT;
	struct statement *st = NULL;
	int rc = open_sizes(&st, w, err);

	*words = 0;
	for (size_t i = 0; rc == 0 && i < postings->rows.count; i++) {
		uint64_t count = postings->rows.items[i].words;

		*words += count;
		if (!st)
			continue;
		strbuf_clear(&size);
		fts_add_number(&size, count);
		statement_bind_number(st, 1, postings->rows.items[i].id);
		statement_bind_blob(st, 2, strbuf_view(&size));
		rc = statement_run(st, err);
	}
	strbuf_release(&size);
	statement_close(st);
	return rc;
}

/* How many rows and words the table has. */
static int add_averages(struct fts_writer *w, uint64_t rows, uint64_t words,
			struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	uint64_t rows_before = 0, words_before = 0;
	int rc = fts_writer_get(w, AVERAGES_ID, &bytes, err);
	struct str rest = strbuf_view(&bytes);

	if (rc == 0 && fts_read_number(&rest, &rows_before))
		fts_read_number(&rest, &words_before);
	strbuf_clear(&bytes);
	fts_add_number(&bytes, rows_before + rows);
	fts_add_number(&bytes, words_before + words);
	if (rc == 0)
		rc = fts_writer_put(w, AVERAGES_ID, strbuf_view(&bytes), err);
	strbuf_release(&bytes);
	return rc;
}

int fts_segment_write(struct database *db, const char *table,
		      const struct str *terms, size_t term_count,
		      const struct fts_postings *postings, struct err *err)
{
	struct fts_writer w;
	uint64_t words;
	int rc;

	if (postings->rows.count == 0)
		return 0;
	if ((rc = fts_writer_open(&w, db, table, err)) == 0 &&
	    (rc = put_sizes(&w, postings, &words, err)) == 0)
		rc = add_averages(&w, postings->rows.count, words, err);
	if (rc == 0 &&
	    (rc = put_terms(&w, terms, term_count, postings, err)) == 0 &&
	    (rc = fts_writer_end(&w, 0, err)) == 0)
		rc = fts_writer_save(&w, err);
	fts_writer_close(&w);
	return rc;
}
