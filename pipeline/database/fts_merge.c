#include "fts_merge.h"

#include "fts_reader.h"

#include <stdlib.h>

struct merging {
	struct fts_writer writer;
	struct fts_reader *readers;  /* the oldest first */
	bool *has_term;              /* whether each is at one */
	size_t count;
	size_t level;
	struct strbuf term;
};

static int open_readers(struct merging *m, struct err *err)
{
	const struct fts_level *level = &m->writer.structure.levels.items[
		m->level];
	int rc = 0;

	m->readers = memory_get_zeroed(level->parts.count *
				       sizeof *m->readers);
	m->has_term = memory_get_zeroed(level->parts.count);
	for (; rc >= 0 && m->count < level->parts.count; m->count++) {
		rc = fts_reader_open(&m->readers[m->count], &m->writer,
				     &level->parts.items[m->count], err);
		if (rc == 0)
			rc = fts_reader_term(&m->readers[m->count], err);
		m->has_term[m->count] = rc > 0;
	}
	return rc < 0 ? rc : 0;
}

static void close_readers(struct merging *m)
{
	for (size_t i = 0; i < m->count; i++)
		fts_reader_close(&m->readers[i]);
	free(m->readers);
	free(m->has_term);
}

/* The least term of all; false when there is none. */
static bool find_term(struct merging *m)
{
	const struct fts_reader *least = NULL;

	for (size_t i = 0; i < m->count; i++)
		if (m->has_term[i] &&
		    (!least || str_compare(strbuf_view(&m->readers[i].term),
					   strbuf_view(&least->term)) < 0))
			least = &m->readers[i];
	if (!least)
		return false;
	strbuf_clear(&m->term);
	strbuf_add(&m->term, strbuf_view(&least->term));
	return true;
}

/* The rows of the term at hand. returns 1 when they are not just added */
static int copy_rows(struct merging *m, struct fts_reader *reader,
		     int64_t *last, struct err *err)
{
	int rc;

	while ((rc = fts_reader_row(reader, err)) > 0) {
		if (reader->row <= *last || reader->is_cut)
			return 1;
		rc = fts_writer_row(&m->writer, reader->row,
				    strbuf_view(&reader->places), err);
		if (rc < 0)
			return rc;
		*last = reader->row;
	}
	return rc;
}

static int merge_terms(struct merging *m, struct err *err)
{
	int rc = 0;

	while (rc == 0 && find_term(m)) {
		int64_t last = INT64_MIN;

		rc = fts_writer_term(&m->writer, strbuf_view(&m->term), err);
		for (size_t i = 0; rc == 0 && i < m->count; i++) {
			struct fts_reader *reader = &m->readers[i];

			if (!m->has_term[i] ||
			    !str_equal(strbuf_view(&reader->term),
				       strbuf_view(&m->term)))
				continue;
			if ((rc = copy_rows(m, reader, &last, err)) != 0)
				break;
			rc = fts_reader_term(reader, err);
			m->has_term[i] = rc > 0;
			rc = rc < 0 ? rc : 0;
		}
	}
	return rc;
}

static int remove_segment(struct fts_writer *w, uint64_t id, struct err *err)
{
	struct statement *pages, *starts = NULL;
	int rc = fts_writer_statement(&pages, w, "DELETE FROM %s_data "
				      "WHERE id BETWEEN ?1 AND ?2", err);

	if (rc == 0)
		rc = fts_writer_statement(&starts, w, "DELETE FROM %s_idx "
					  "WHERE segid = ?1", err);
	if (rc == 0) {
		statement_bind_number(pages, 1,
				      (int64_t)(id << FTS_SEGMENT_SHIFT));
		statement_bind_number(pages, 2, (int64_t)(
			((id + 1) << FTS_SEGMENT_SHIFT) - 1));
		statement_bind_number(starts, 1, (int64_t)id);
		rc = statement_run(pages, err);
	}
	if (rc == 0)
		rc = statement_run(starts, err);
	statement_close(pages);
	statement_close(starts);
	return rc;
}

static int merge_level(struct merging *m, struct err *err)
{
	struct fts_structure *structure = &m->writer.structure;
	int rc = open_readers(m, err);

	if (rc == 0 && (rc = merge_terms(m, err)) > 0)
		return remove_segment(&m->writer, m->writer.segment, err) < 0
			? ERR_DATABASE : 1;
	for (size_t i = 0; rc == 0 && i < m->count; i++)
		rc = remove_segment(&m->writer, m->readers[i].part.id, err);
	if (rc == 0) {
		LIST_CLEAR(&structure->levels.items[m->level].parts);
		rc = fts_writer_end(&m->writer, m->level, err);
	}
	return rc == 0 ? fts_writer_save(&m->writer, err) : rc;
}

/* FTS5 merges a little at a time, and goes on with the newest segment of a level
 * above. */
static bool is_merging(const struct fts_structure *structure)
{
	for (size_t i = 0; i < structure->levels.count; i++)
		if (structure->levels.items[i].merging > 0)
			return true;
	return false;
}

/* Merge the first level that is full. returns 1 when it cannot be done;
 * *is_full: there was one */
static int merge_one(struct database *db, const char *table, bool *is_full,
		     struct err *err)
{
	struct merging m = { .count = 0 };
	const struct fts_structure *structure = &m.writer.structure;
	int rc = fts_writer_open(&m.writer, db, table, err);

	*is_full = false;
	for (; rc == 0 && m.level < structure->levels.count; m.level++)
		if (structure->levels.items[m.level].parts.count >=
		    FTS_MERGE_WIDTH)
			break;
	if (rc == 0 && m.level < structure->levels.count) {
		*is_full = true;
		rc = is_merging(structure) ? 1 : merge_level(&m, err);
	}
	close_readers(&m);
	strbuf_release(&m.term);
	fts_writer_close(&m.writer);
	return rc;
}

int fts_merge(struct database *db, const char *table, struct err *err)
{
	bool is_full = true;
	int rc = 0;

	while (rc == 0 && is_full)
		rc = merge_one(db, table, &is_full, err);
	return rc;
}
