#include "counts.h"

/* What documents can be parted by. The SQL is ours, not the user's. */
static const struct { const char *name, *all, *counts; } fields[] = {
#define FIELD(name, column) { name, \
	"SELECT DISTINCT " column " FROM document WHERE " column \
	" IS NOT NULL ORDER BY 1", \
	"SELECT lang, stem, form, count FROM v_terms WHERE " name " = ?1 " \
	"AND (?2 IS NULL OR lang = ?2)" }
	FIELD("edition", "edition"),
	FIELD("series", "series"),
	FIELD("country", "country"),
	FIELD("document", "name"),
#undef FIELD
};

static int find_field(struct counts *c, const char *by, struct err *err)
{
	if (!by)
		by = "edition";
	for (c->field = 0; c->field < COUNT_OF(fields); c->field++)
		if (!strcmp(by, fields[c->field].name))
			return 0;
	return err_set(err, ERR_USAGE, "--by takes edition, series, country "
		       "or document, not '%s'", by);
}

/* The parts to compare: as named, or all that the database has. */
static int find_parts(struct counts *c, const struct query_context *context,
		      struct err *err)
{
	const struct strings *named = &context->arguments;
	struct statement *st;
	int rc;

	for (size_t i = 0; i < named->count; i++)
		*LIST_ADD(&c->parts) = str_of(named->items[i]);
	if (named->count == 0) {
		rc = statement_open(&st, context->db, fields[c->field].all,
				    err);
		if (rc < 0)
			return rc;
		while ((rc = statement_step(st, err)) > 0)
			*LIST_ADD(&c->parts) = str_copy(&c->arena,
							statement_text(st, 0));
		statement_close(st);
		if (rc < 0)
			return rc;
	}
	if (c->parts.count < 2)
		return err_set(err, ERR_USAGE, "there is one %s only; two are "
			       "needed to compare", fields[c->field].name);
	return 0;
}

/* Room for one number more of each part; the new ones are zero. */
#define ADD_PARTS(list, parts)                        \
	do {                                          \
		for (size_t i_ = 0; i_ < (parts); i_++) \
			*LIST_ADD(list) = 0;          \
	} while (0)

static uint32_t language_of(struct counts *c, struct str lang)
{
	uint32_t number = interned_add(&c->languages, lang) - 1;

	if (number * c->parts.count == c->sizes.count)
		ADD_PARTS(&c->sizes, c->parts.count);
	return number;
}

static size_t row_of(struct counts *c, struct strbuf *key, struct str lang,
		     struct str stem)
{
	size_t number;

	strbuf_clear(key);
	strbuf_add(key, lang);
	strbuf_add_char(key, '\t');
	strbuf_add(key, stem);
	number = interned_add(&c->keys, strbuf_view(key)) - 1;
	if (number == c->rows.count) {
		struct term_row *row = LIST_ADD(&c->rows);

		row->lang = str_copy(&c->arena, lang);
		row->stem = str_copy(&c->arena, stem);
		row->language = language_of(c, lang);
		ADD_PARTS(&c->counts, c->parts.count);
		ADD_PARTS(&c->documents, c->parts.count);
	}
	return number;
}

static void add_count(struct counts *c, size_t part, struct statement *st,
		      struct strbuf *key)
{
	int64_t number = statement_number(st, 3);
	uint64_t count = number > 0 ? (uint64_t)number : 0;
	struct str form = statement_text(st, 2);
	size_t index = row_of(c, key, statement_text(st, 0),
			      statement_text(st, 1));
	struct term_row *row = &c->rows.items[index];

	c->counts.items[index * c->parts.count + part] += count;
	c->documents.items[index * c->parts.count + part]++;
	c->sizes.items[row->language * c->parts.count + part] += count;
	if (count > row->form_count ||
	    (count == row->form_count && str_compare(form, row->form) < 0)) {
		row->form = str_copy(&c->arena, form);
		row->form_count = count;
	}
}

static int count_part(struct counts *c, size_t part, struct statement *st,
		      struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	size_t found = 0;
	int rc;

	statement_bind(st, 1, c->parts.items[part]);
	while ((rc = statement_step(st, err)) > 0) {
		add_count(c, part, st, &key);
		found++;
	}
	strbuf_release(&key);
	if (rc == 0 && found == 0)
		rc = err_set(err, ERR_MISSING,
			     "the database has no words of %s '%.*s'",
			     fields[c->field].name,
			     STR_ARGS(c->parts.items[part]));
	return rc;
}

static int count_parts(struct counts *c, struct database *db,
		       const char *lang, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, fields[c->field].counts, err);

	if (rc < 0)
		return rc;
	query_bind(st, 2, lang);
	for (size_t i = 0; rc == 0 && i < c->parts.count; i++)
		rc = count_part(c, i, st, err);
	statement_close(st);
	return rc;
}

int counts_load(struct counts *c, const struct query_context *context,
		const char *by, const char *lang, struct err *err)
{
	int rc;

	*c = (struct counts){ .arena = ARENA_INIT };
	interned_init(&c->keys);
	interned_init(&c->languages);
	if ((rc = find_field(c, by, err)) == 0 &&
	    (rc = find_parts(c, context, err)) == 0)
		rc = count_parts(c, context->db, lang, err);
	return rc;
}

void counts_release(struct counts *c)
{
	LIST_RELEASE(&c->parts);
	LIST_RELEASE(&c->rows);
	LIST_RELEASE(&c->counts);
	LIST_RELEASE(&c->documents);
	LIST_RELEASE(&c->sizes);
	interned_release(&c->keys);
	interned_release(&c->languages);
	arena_release(&c->arena);
}

const uint64_t *counts_of(const struct counts *c, size_t row)
{
	return &c->counts.items[row * c->parts.count];
}

const uint64_t *counts_documents(const struct counts *c, size_t row)
{
	return &c->documents.items[row * c->parts.count];
}

const uint64_t *counts_sizes(const struct counts *c, size_t row)
{
	return &c->sizes.items[c->rows.items[row].language * c->parts.count];
}
