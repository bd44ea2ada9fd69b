#include "lengths.h"

#include "leb128.h"

static const char all_sql[] =
	"SELECT first_paragraph, lengths FROM document "
	"WHERE first_paragraph > 0 ORDER BY first_paragraph";

static const char near_sql[] =
	"SELECT first_paragraph, lengths FROM document "
	"WHERE first_paragraph <= ?1 ORDER BY first_paragraph DESC LIMIT 1";

enum {
	ASKED_ONE_BY_ONE = 128,
	IDS_MAX = 1 << 25  /* a false id must not cost memory */
};

void lengths_release(struct lengths *lengths)
{
	statement_close(lengths->near);
	strbuf_release(&lengths->bytes);
	LIST_RELEASE(&lengths->all);
	*lengths = (struct lengths){ .db = lengths->db };
}

static void add_document(struct lengths *lengths, int64_t first,
			 struct str bytes)
{
	uint64_t words;

	if (first < (int64_t)lengths->all.count || first >= IDS_MAX)
		return;
	while ((int64_t)lengths->all.count < first)
		*LIST_ADD(&lengths->all) = 0;
	while (lengths->all.count < IDS_MAX && leb128_next(&bytes, &words))
		*LIST_ADD(&lengths->all) = (uint32_t)words;
}

static void read_all(struct lengths *lengths)
{
	struct err err = ERR_INIT; /* they are asked for one by one then */
	struct statement *st;

	*LIST_ADD(&lengths->all) = 0;
	if (statement_open(&st, lengths->db, all_sql, &err) < 0)
		return;
	while (statement_step(st, &err) > 0)
		add_document(lengths, statement_number(st, 0),
			     statement_text(st, 1));
	statement_close(st);
}

static void read_document(struct lengths *lengths, int64_t id)
{
	struct err err = ERR_INIT;
	struct statement *st = lengths->near;

	strbuf_clear(&lengths->bytes);
	lengths->first = lengths->next = id;
	if (!st && statement_open(&lengths->near, lengths->db, near_sql,
				  &err) < 0)
		return;
	st = lengths->near;
	statement_bind_number(st, 1, id);
	if (statement_step(st, &err) > 0) {
		lengths->first = lengths->next = statement_number(st, 0);
		strbuf_add(&lengths->bytes, statement_text(st, 1));
	}
	statement_reset(st);
	lengths->rest = strbuf_view(&lengths->bytes);
}

/* The length of a paragraph that comes in the document at hand; false when it
 * has none such. */
static bool read_on(struct lengths *lengths, int64_t id, uint64_t *words)
{
	while (lengths->next <= id && leb128_next(&lengths->rest, words))
		if (lengths->next++ == id)
			return true;
	return false;
}

uint32_t lengths_of(struct lengths *lengths, int64_t id)
{
	uint64_t words = 0;

	if (++lengths->asked > ASKED_ONE_BY_ONE && lengths->all.count == 0)
		read_all(lengths);
	if (id > 0 && id < (int64_t)lengths->all.count)
		return lengths->all.items[id];
	if (id >= lengths->next && read_on(lengths, id, &words))
		return (uint32_t)words;
	read_document(lengths, id);
	return read_on(lengths, id, &words) ? (uint32_t)words : 0;
}
