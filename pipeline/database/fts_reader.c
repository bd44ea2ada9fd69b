#include "fts_reader.h"

static int damaged(const struct fts_reader *r, struct err *err)
{
	return err_set(err, ERR_DATABASE, "%s: the index %s is damaged",
		       database_path(r->writer->db), r->writer->table);
}

static size_t get_short(const struct strbuf *bytes, size_t at)
{
	return (size_t)(unsigned char)bytes->data[at] << 8 |
	       (unsigned char)bytes->data[at + 1];
}

/* Where the next term of the page begins. */
static int find_next_term(struct fts_reader *r, struct err *err)
{
	uint64_t step;

	if (r->ends.len == 0) {
		r->next_term = 0;
		return 0;
	}
	if (!fts_read_number(&r->ends, &step) || step == 0 ||
	    step > r->end - r->next_term)
		return damaged(r, err);
	r->next_term += (size_t)step;
	return r->next_term >= r->at ? 0 : damaged(r, err);
}

static int load_page(struct fts_reader *r, uint64_t page, struct err *err)
{
	int64_t id = (int64_t)((r->part.id << FTS_SEGMENT_SHIFT) + page);
	int rc;

	r->page = page;
	r->is_done = page > r->part.last;
	if (r->is_done)
		return 0;
	if ((rc = fts_writer_get(r->writer, id, &r->bytes, err)) < 0)
		return rc;
	if (r->bytes.len < FTS_PAGE_HEAD)
		return damaged(r, err);
	r->end = get_short(&r->bytes, 2);
	if (r->end < FTS_PAGE_HEAD || r->end > r->bytes.len)
		return damaged(r, err);
	r->at = FTS_PAGE_HEAD;
	r->is_page_start = true;
	r->has_term = false;
	r->ends = str_slice(strbuf_view(&r->bytes), r->end, r->bytes.len);
	r->next_term = 0;
	return find_next_term(r, err);
}

int fts_reader_open(struct fts_reader *r, struct fts_writer *writer,
		    const struct fts_part *part, struct err *err)
{
	*r = (struct fts_reader){ .writer = writer, .part = *part };
	return load_page(r, part->first, err);
}

void fts_reader_close(struct fts_reader *r)
{
	strbuf_release(&r->bytes);
	strbuf_release(&r->term);
	strbuf_release(&r->places);
}

/* A number that ends before byte `end` of the page. */
static bool get_number(struct fts_reader *r, size_t end, uint64_t *number)
{
	struct str rest = str_slice(strbuf_view(&r->bytes), r->at, end);
	size_t before = rest.len;

	if (!fts_read_number(&rest, number))
		return false;
	r->at += before - rest.len;
	return true;
}

/* Where what belongs to the term at hand ends on this page. */
static size_t end_of_term(const struct fts_reader *r)
{
	return r->next_term ? r->next_term : r->end;
}

int fts_reader_term(struct fts_reader *r, struct err *err)
{
	uint64_t shared = 0, len;
	int rc = 0;

	while (rc == 0 && !r->is_done && r->next_term == 0)
		rc = load_page(r, r->page + 1, err);
	if (rc < 0 || r->is_done)
		return rc;
	r->at = r->next_term;
	/* the first of a page is whole */
	if (r->has_term && !get_number(r, r->end, &shared))
		return damaged(r, err);
	if (!get_number(r, r->end, &len) || shared > r->term.len ||
	    len > r->end - r->at)
		return damaged(r, err);
	r->term.len = (size_t)shared;
	strbuf_add(&r->term, str_slice(strbuf_view(&r->bytes), r->at,
				       r->at + (size_t)len));
	r->at += (size_t)len;
	r->is_first_row = true;
	r->is_page_start = false;
	r->has_term = true;
	rc = find_next_term(r, err);
	return rc < 0 ? rc : 1;
}

/* The places of a row may go on on the next pages. */
static int get_places(struct fts_reader *r, struct err *err)
{
	uint64_t size;
	int rc = 0;

	if (!get_number(r, end_of_term(r), &size))
		return damaged(r, err);
	r->is_cut = size & 1;
	strbuf_clear(&r->places);
	for (size >>= 1; rc == 0 && size > 0;) {
		size_t left = end_of_term(r) - r->at;

		if (left > size)
			left = (size_t)size;
		strbuf_add(&r->places, str_slice(strbuf_view(&r->bytes), r->at,
						 r->at + left));
		r->at += left;
		size -= left;
		if (size == 0)
			break;
		if (r->next_term || r->page >= r->part.last)
			return damaged(r, err);
		rc = load_page(r, r->page + 1, err);
	}
	/* they end with the end of a number */
	if (rc == 0 && r->places.len > 0 &&
	    (unsigned char)r->places.data[r->places.len - 1] >= 0x80)
		return damaged(r, err);
	return rc;
}

int fts_reader_row(struct fts_reader *r, struct err *err)
{
	uint64_t number;
	int rc = 0;

	while (rc == 0 && !r->is_done && r->at >= end_of_term(r)) {
		if (r->next_term)
			return 0;
		rc = load_page(r, r->page + 1, err);
	}
	if (rc < 0 || r->is_done)
		return rc;
	if (!get_number(r, end_of_term(r), &number))
		return damaged(r, err);
	/* the first of a list and of a page is told whole */
	r->row = r->is_first_row || r->is_page_start
			? (int64_t)number : r->row + (int64_t)number;
	r->is_first_row = r->is_page_start = false;
	rc = get_places(r, err);
	return rc < 0 ? rc : 1;
}
