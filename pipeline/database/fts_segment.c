#include "fts_segment.h"

#include "fts_writer.h"

#include <stdlib.h>

enum { AVERAGES_ID = 1, MAIN_INDEX = '0' /* stands in front of each term */ };

struct sorted_term {
	uint64_t head;           /* its first eight bytes, as a number */
	uint32_t term;
};

/* Where a term stands, by term. */
struct standing {
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

/* How many there are, after some went. */
static void count_again(struct fts_postings *postings)
{
	postings->count = 0;
	for (size_t at = 0; at < postings->list.len; at++)
		postings->count +=
			(unsigned char)postings->list.data[at] < 0x80;
}

void fts_postings_cut(struct fts_postings *postings, size_t rows)
{
	if (rows >= postings->rows.count)
		return;
	postings->list.len = postings->rows.items[rows].first;
	postings->rows.count = rows;
	count_again(postings);
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
	count_again(postings);
}

void fts_postings_release(struct fts_postings *postings)
{
	strbuf_release(&postings->list);
	LIST_RELEASE(&postings->rows);
	postings->count = 0;
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
	struct standing *sorted = memory_get((postings->count + 1) *
					     sizeof *sorted);
	bool first;

	for (size_t at = 0; at < postings->list.len;)
		starts[fts_postings_next(postings, &at, &first) + 1]++;
	for (size_t i = 0; i < term_count; i++)
		starts[i + 1] += starts[i];
	for (size_t row = 0; row < postings->rows.count; row++) {
		size_t at = postings->rows.items[row].first;
		size_t end = fts_postings_end(postings, row);
		uint32_t words = 0;

		while (at < end) {
			uint32_t term = fts_postings_next(postings, &at,
							  &first);

			words += first;
			sorted[starts[term]++] = (struct standing){
				(uint32_t)row, words - 1
			};
		}
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

static int put_list(struct fts_writer *w, const struct fts_postings *postings,
		    const struct standing *list, size_t count,
		    struct strbuf *places, struct err *err)
{
	int rc = 0;
	size_t end;

	for (size_t i = 0; rc == 0 && i < count; i = end) {
		uint32_t last = 0;

		strbuf_clear(places);
		for (end = i; end < count && list[end].row == list[i].row;
		     end++) {
			fts_add_number(places, list[end].place - last + 2);
			last = list[end].place;
		}
		rc = fts_writer_row(w, postings->rows.items[list[i].row].id,
				    strbuf_view(places), err);
	}
	return rc;
}

static int put_terms(struct fts_writer *w, const struct str *terms,
		     size_t count, const struct fts_postings *postings,
		     struct err *err)
{
	size_t *starts = memory_get_zeroed((count + 2) * sizeof *starts);
	struct standing *lists = sort_postings(postings, starts, count);
	struct sorted_term *sorted = sort_terms(terms, &count, starts);
	struct strbuf term = STRBUF_INIT, places = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < count; i++) {
		uint32_t number = sorted[i].term;

		strbuf_clear(&term);
		strbuf_add_char(&term, MAIN_INDEX);
		strbuf_add(&term, terms[number]);
		rc = fts_writer_term(w, strbuf_view(&term), err);
		if (rc == 0)
			rc = put_list(w, postings, lists + starts[number],
				      starts[number + 1] - starts[number],
				      &places, err);
	}
	strbuf_release(&term);
	strbuf_release(&places);
	free(sorted);
	free(lists);
	free(starts);
	return rc;
}

static int put_sizes(struct fts_writer *w, const struct fts_postings *postings,
		     uint64_t *words, struct err *err)
{
	struct strbuf size = STRBUF_INIT;
	struct statement *st;
	int rc = fts_writer_statement(&st, w, "INSERT INTO %s_docsize "
				      "VALUES (?1, ?2)", err);

	*words = 0;
	for (size_t i = 0; rc == 0 && i < postings->rows.count; i++) {
		uint64_t count = postings->rows.items[i].words;

		strbuf_clear(&size);
		fts_add_number(&size, count);
		statement_bind_number(st, 1, postings->rows.items[i].id);
		statement_bind_blob(st, 2, strbuf_view(&size));
		rc = statement_run(st, err);
		*words += count;
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

int fts_segment_count(struct database *db, const char *table, int *count,
		      struct err *err)
{
	struct fts_writer w;
	int rc = fts_writer_open(&w, db, table, err);

	*count = 0;
	for (size_t i = 0; rc == 0 && i < w.structure.levels.count; i++)
		*count += (int)w.structure.levels.items[i].parts.count;
	fts_writer_close(&w);
	return rc < 0 ? rc : 0;
}
