#include "fts_writer.h"

#include <stdio.h>

enum {
	PAGE_BYTES = 4050,       /* as FTS5: a page fits one of the database */
	SKIPPED_MIN = 4,         /* pages of one list that are worth an index */
	VERSION = 4,             /* of FTS5's tables */
	SKIP_SHIFT = 36
};

int fts_writer_statement(struct statement **st, struct fts_writer *w,
			 const char *format, struct err *err)
{
	char sql[160];

	snprintf(sql, sizeof sql, format, w->table);
	return statement_open(st, w->db, sql, err);
}

int fts_writer_put(struct fts_writer *w, int64_t id, struct str bytes,
		   struct err *err)
{
	statement_bind_number(w->put_page, 1, id);
	statement_bind_blob(w->put_page, 2, bytes);
	return statement_run(w->put_page, err);
}

/* `skip`: 1 for the index of a long list. */
static int64_t page_id(const struct fts_writer *w, uint64_t page, uint64_t skip)
{
	return (int64_t)((w->segment << FTS_SEGMENT_SHIFT) +
			 (skip << SKIP_SHIFT) + page);
}

static void set_short(struct strbuf *page, size_t at, size_t number)
{
	page->data[at] = (char)(number >> 8);
	page->data[at + 1] = (char)number;
}

static void begin_page(struct fts_writer *w)
{
	strbuf_clear(&w->page);
	strbuf_add(&w->page, (struct str){ "\0\0\0\0", FTS_PAGE_HEAD });
	strbuf_clear(&w->ends);
	w->last_term = 0;
	w->has_term = w->has_row = false;
	w->is_first_row = true;
	w->number++;
}

static int end_page(struct fts_writer *w, struct err *err)
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
	rc = fts_writer_put(w, page_id(w, w->number, 0), strbuf_view(&w->page),
			    err);
	begin_page(w);
	return rc;
}

/* Where a group of pages begins that a term is looked for in: the first has a
 * term, the others are of its list. */
static int end_group(struct fts_writer *w, struct err *err)
{
	bool is_long = w->skip.len > 0 && w->without_term >= SKIPPED_MIN;
	int rc = 0;

	if (w->start_page == 0)
		return 0;
	if (is_long)
		rc = fts_writer_put(w, page_id(w, w->skip_page, 1),
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

static bool has_room(const struct fts_writer *w, size_t bytes)
{
	return w->page.len + w->ends.len + bytes < PAGE_BYTES;
}

/* The first term of a page is whole, the others lack what they share with the
 * one before. */
int fts_writer_term(struct fts_writer *w, struct str term, struct err *err)
{
	size_t shared = str_common(strbuf_view(&w->term), term);
	int rc = 0;

	if (!has_room(w, term.len + 2) && w->page.len > FTS_PAGE_HEAD)
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

static void note_page(struct fts_writer *w, int64_t row)
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

static int begin_row(struct fts_writer *w, int64_t row, struct err *err)
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
static int add_places(struct fts_writer *w, struct str places, struct err *err)
{
	int rc = 0;

	fts_add_number(&w->page, places.len * 2);
	while (rc == 0 && !has_room(w, places.len)) {
		size_t end = 0;

		while (end < places.len && has_room(w, end))
			while (end < places.len &&
			       (unsigned char)places.data[end++] >= 0x80)
				;
		strbuf_add(&w->page, str_slice(places, 0, end));
		places = str_slice(places, end, places.len);
		rc = end_page(w, err);
	}
	strbuf_add(&w->page, places);
	return rc;
}

int fts_writer_row(struct fts_writer *w, int64_t row, struct str places,
		   struct err *err)
{
	int rc = begin_row(w, row, err);

	return rc == 0 ? add_places(w, places, err) : rc;
}

int fts_writer_get(struct fts_writer *w, int64_t id, struct strbuf *bytes,
		   struct err *err)
{
	int rc;

	strbuf_clear(bytes);
	statement_bind_number(w->get_page, 1, id);
	if ((rc = statement_step(w->get_page, err)) > 0)
		strbuf_add(bytes, statement_text(w->get_page, 0));
	statement_reset(w->get_page);
	return rc < 0 ? rc : 0;
}

static int open_statements(struct fts_writer *w, struct err *err)
{
	int rc = fts_writer_statement(&w->get_page, w, "SELECT block FROM "
				      "%s_data WHERE id = ?1", err);

	if (rc == 0)
		rc = fts_writer_statement(&w->put_page, w, "REPLACE INTO "
					  "%s_data VALUES (?1, ?2)", err);
	if (rc == 0)
		rc = fts_writer_statement(&w->put_start, w, "INSERT INTO "
					  "%s_idx VALUES (?1, ?2, ?3)", err);
	return rc;
}

/* Whether FTS5's tables are of the form that is written here. */
static int read_structure(struct fts_writer *w, bool *is_known,
			  struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	char sql[160];
	int64_t version = 0;
	int rc = fts_writer_get(w, FTS_STRUCTURE_ID, &bytes, err);

	snprintf(sql, sizeof sql, "SELECT v FROM %s_config WHERE k = 'version'",
		 w->table);
	if (rc == 0)
		rc = database_ask(w->db, sql, &version, err);
	*is_known = fts_structure_read(&w->structure, strbuf_view(&bytes)) &&
		    rc == 0 && version == VERSION;
	strbuf_release(&bytes);
	return rc;
}

int fts_writer_open(struct fts_writer *w, struct database *db,
		    const char *table, struct err *err)
{
	bool is_known;
	int rc;

	*w = (struct fts_writer){ .db = db, .table = table };
	database_let_write_indexes(db, true);
	rc = open_statements(w, err);
	if (rc == 0)
		rc = read_structure(w, &is_known, err);
	if (rc < 0)
		return rc;
	w->segment = fts_structure_new_id(&w->structure);
	if (!is_known || w->segment == 0)
		return 1;
	begin_page(w);
	return 0;
}

void fts_writer_close(struct fts_writer *w)
{
	database_let_write_indexes(w->db, false);
	fts_structure_release(&w->structure);
	statement_close(w->get_page);
	statement_close(w->put_page);
	statement_close(w->put_start);
	strbuf_release(&w->page);
	strbuf_release(&w->ends);
	strbuf_release(&w->term);
	strbuf_release(&w->start);
	strbuf_release(&w->skip);
}

int fts_writer_end(struct fts_writer *w, size_t from, struct err *err)
{
	uint64_t last;
	size_t level;
	int rc = 0;

	if (w->page.len > FTS_PAGE_HEAD)
		rc = end_page(w, err);
	if (rc == 0)
		rc = end_group(w, err);
	last = w->number - 1; /* a new one was begun */
	if (rc < 0 || last == 0)
		return rc;
	level = fts_structure_level(&w->structure, from, last);
	while (w->structure.levels.count <= level)
		LIST_ADD(&w->structure.levels);
	*LIST_ADD(&w->structure.levels.items[level].parts) = (struct fts_part){
		w->segment, 1, last
	};
	w->structure.writes += last;
	return 0;
}

int fts_writer_save(struct fts_writer *w, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	int rc;

	fts_structure_write(&w->structure, &bytes);
	rc = fts_writer_put(w, FTS_STRUCTURE_ID, strbuf_view(&bytes), err);
	strbuf_release(&bytes);
	return rc;
}
