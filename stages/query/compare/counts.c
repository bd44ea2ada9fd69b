#include "counts_internal.h"

#include "session.h"
#include "utf8.h"
#include "values.h"

enum { TERMS_MAX = 1 << 28 };

/* What documents can be parted by: columns of document. */
static const struct {
	const char *name, *column;
	enum value_kind values;
} fields[] = {
	{ "edition", "edition", VALUE_EDITION },
	{ "series", "series", VALUE_SERIES },
	{ "country", "country", VALUE_COUNTRY },
	{ "document", "name", VALUE_DOCUMENT },
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

/* All parts of the documents that pass. */
static int find_all(struct counts *c, const struct query_context *context,
		    struct err *err)
{
	const struct filter_columns columns = { .document = "document.id" };
	const char *column = fields[c->field].column;
	struct strbuf sql = STRBUF_INIT;
	struct statement *st = NULL;
	int rc;

	strbuf_addf(&sql, "SELECT DISTINCT %s FROM document WHERE %s IS NOT "
		    "NULL", column, column);
	rc = query_add_filters(context, &columns, &sql, err);
	strbuf_add_z(&sql, " ORDER BY 1");
	if (rc == 0)
		rc = statement_open(&st, context->db, sql.data, err);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		*LIST_ADD(&c->parts) = str_copy(&c->arena,
						statement_text(st, 0));
	statement_close(st);
	strbuf_release(&sql);
	return rc;
}

/* The parts to compare: as named, or all. */
static int find_parts(struct counts *c, struct query_context *context,
		      struct err *err)
{
	const struct strings *named = &context->arguments;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < named->count; i++) {
		rc = values_check(context, fields[c->field].values, NULL,
				  &named->items[i], err);
		for (size_t k = 0; rc == 0 && k < c->parts.count; k++)
			if (str_equal(c->parts.items[k],
				      str_of(named->items[i])))
				rc = err_set(err, ERR_USAGE, "'%s' is named "
					     "twice", named->items[i]);
		*LIST_ADD(&c->parts) = str_of(named->items[i]);
	}
	if (named->count == 0)
		rc = find_all(c, context, err);
	if (rc == 0 && named->count == 1)
		rc = err_set(err, ERR_USAGE, "'%s' alone is named; name what "
			     "to compare it with, or none to compare all",
			     named->items[0]);
	if (rc == 0 && c->parts.count < 2)
		rc = err_set(err, ERR_USAGE, "there is %s %s%s; two are needed "
			     "to compare", c->parts.count > 0 ? "one" : "no",
			     fields[c->field].name,
			     c->parts.count > 0 ? " only" : " known");
	return rc;
}

/* Room for one number more of each part; the new ones are zero. */
#define ADD_PARTS(list, parts)                        \
	do {                                          \
		for (size_t i_ = 0; i_ < (parts); i_++) \
			*LIST_ADD(list) = 0;          \
	} while (0)

uint32_t counts_language(struct counts *c, struct str lang)
{
	uint32_t number = interned_add(&c->languages, lang) - 1;

	if (number * c->parts.count == c->sizes.count)
		ADD_PARTS(&c->sizes, c->parts.count);
	return number;
}

static struct term_row *row_of(struct counts *c, uint64_t term,
			       uint32_t language)
{
	struct term_row *row;

	term = c->homes.items[term];
	while (c->row_of_term.count <= term)
		*LIST_ADD(&c->row_of_term) = 0;
	if (c->row_of_term.items[term] == 0) {
		row = LIST_ADD(&c->rows);
		row->lang = interned_text(&c->languages, language + 1);
		row->stem = c->stems.items[term];
		row->language = language;
		ADD_PARTS(&c->counts, c->parts.count);
		ADD_PARTS(&c->documents, c->parts.count);
		c->row_of_term.items[term] = (uint32_t)c->rows.count;
	}
	return &c->rows.items[c->row_of_term.items[term] - 1];
}

static bool has_apostrophe(struct str text)
{
	return str_find(text, STR("'"), 0) < text.len ||
	       str_find(text, STR("’"), 0) < text.len;
}

/* A spelling, of the stem and what follows; the stem for one that is short
 * behind another word (n't). */
static struct str form_of(struct counts *c, struct str stem,
			  const struct term_count *entry)
{
	struct strbuf form = STRBUF_INIT;
	struct str copy;
	size_t at = 0;

	for (uint64_t i = 0; i < entry->kept && at < stem.len; i++)
		utf8_next(stem, &at);
	strbuf_add(&form, str_slice(stem, 0, at));
	strbuf_add(&form, entry->rest);
	copy = str_copy(&c->arena, has_apostrophe(strbuf_view(&form)) &&
						!has_apostrophe(stem)
					? stem : strbuf_view(&form));
	strbuf_release(&form);
	return copy;
}

void counts_add(struct counts *c, size_t part, uint32_t language,
		const struct term_count *entry)
{
	struct term_row *row = row_of(c, entry->term, language);
	size_t at = (size_t)(row - c->rows.items) * c->parts.count + part;

	c->counts.items[at] += entry->count;
	if (row->last_block != c->block_count)
		c->documents.items[at]++;
	row->last_block = c->block_count;
	c->sizes.items[language * c->parts.count + part] += entry->count;
	if (entry->count >= row->form_count) {
		struct str form = form_of(
			c, c->stems.items[entry->term], entry);

		if (entry->count > row->form_count ||
		    str_compare(form, row->form) < 0)
			row->form = form;
		row->form_count = entry->count;
	}
}

static void add_block(struct counts *c, size_t part, struct str lang,
		      struct str terms)
{
	uint32_t language = counts_language(c, lang);
	struct term_count entry = { .term = 0 };

	c->block_count++;
	while (term_block_next(&terms, &entry) && entry.term < c->stems.count)
		counts_add(c, part, language, &entry);
}

/* What the database has counted of whole documents. */
static int add_blocks(struct counts *c, size_t part, struct statement *st,
		      bool *found, struct err *err)
{
	int rc;

	statement_bind(st, 1, c->parts.items[part]);
	while ((rc = statement_step(st, err)) > 0) {
		add_block(c, part, statement_text(st, 0),
			  statement_text(st, 1));
		*found = true;
	}
	return rc;
}

static int refuse_empty(const struct counts *c, size_t part,
			const struct query_context *context, struct err *err)
{
	return err_set(err, ERR_MISSING, "%s no words of %s '%.*s'%s",
		       filters_any(context->filters) ? "the filters leave"
						     : "the database has",
		       fields[c->field].name, STR_ARGS(c->parts.items[part]),
		       fields[c->field].values == VALUE_COUNTRY ?
		       " as a whole; chapters are asked for with --country"
		       : "");
}

/* The stems by their rows, which are numbered through. */
static int load_stems(struct counts *c, struct database *db, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT id, stem FROM term ORDER BY id",
				err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		int64_t row = statement_number(st, 0);

		if (row < 0 || row > TERMS_MAX) {
			rc = err_set(err, ERR_DATABASE, "%s: a term has the "
				     "number %jd", database_path(db),
				     (intmax_t)row);
			break;
		}
		while (c->stems.count <= (size_t)row) {
			*LIST_ADD(&c->homes) = (uint32_t)c->stems.count;
			*LIST_ADD(&c->stems) = STR_NONE;
		}
		c->stems.items[row] = str_copy(&c->arena,
					       statement_text(st, 1));
	}
	statement_close(st);
	return rc;
}

/* The terms of a database by what they are called, "en:color". */
struct term_names {
	struct interned names;
	LIST(uint32_t) terms;      /* of each name */
	struct strbuf name;
};

/* The term that has the name; `term`, if there was none. */
static uint32_t named_term(struct term_names *names, struct str lang,
			   struct str stem, uint32_t term)
{
	uint32_t number;

	strbuf_clear(&names->name);
	strbuf_addf(&names->name, "%.*s:%.*s", STR_ARGS(lang), STR_ARGS(stem));
	number = interned_add(&names->names, strbuf_view(&names->name));
	while (names->terms.count < number)
		*LIST_ADD(&names->terms) = term;
	return names->terms.items[number - 1];
}

/* Name the terms; then, with `languages`, count each as the one that its shared
 * spelling names, or as the first of those that have no such one. */
static int name_terms(struct counts *c, struct database *db,
		      struct term_names *names, struct knowledge *knowledge,
		      struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, "SELECT id, lang, stem FROM term"
				" ORDER BY id", err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		uint32_t term = (uint32_t)statement_number(st, 0);
		struct str lang = statement_text(st, 1);
		struct str stem = statement_text(st, 2);

		if (knowledge)
			stem = words_text(knowledge->words, languages_shared(
				knowledge->languages,
				languages_find(knowledge->languages, lang),
				words_add(knowledge->words, stem)));
		c->homes.items[term] = named_term(names, lang, stem, term);
	}
	statement_close(st);
	return rc;
}

static int fold_spellings(struct counts *c, const struct query_context *context,
			  struct err *err)
{
	struct term_names names = { .name = STRBUF_INIT };
	struct knowledge *knowledge;
	int rc = session_knowledge(context->session, LANGUAGES_SPELLINGS,
				   &knowledge, err);

	if (rc < 0)
		return rc;
	interned_init(&names.names);
	rc = name_terms(c, context->db, &names, NULL, err);
	if (rc == 0)
		rc = name_terms(c, context->db, &names, knowledge, err);
	interned_release(&names.names);
	LIST_RELEASE(&names.terms);
	strbuf_release(&names.name);
	return rc;
}

static int open_blocks(struct statement **st, const struct counts *c,
		       const struct query_context *context, struct err *err)
{
	const struct filter_columns columns = { .document = "document.id",
						.lang = "term_block.lang" };
	struct strbuf sql = STRBUF_INIT;
	int rc;

	strbuf_addf(&sql, "SELECT term_block.lang, terms FROM term_block "
		    "JOIN document ON document.id = document "
		    "WHERE document.%s = ?1", fields[c->field].column);
	rc = query_add_filters(context, &columns, &sql, err);
	if (rc == 0)
		rc = statement_open(st, context->db, sql.data, err);
	strbuf_release(&sql);
	return rc;
}

/* The blocks are of whole documents. */
static bool wants_sentences(const struct filters *f)
{
	return f->sections.count > 0 || f->kinds.count > 0 ||
	       f->entities.count > 0 || f->countries.count > 0;
}

static int count_parts(struct counts *c, const struct query_context *context,
		       struct err *err)
{
	const char *column = fields[c->field].column;
	bool by_sentence = wants_sentences(context->filters);
	struct statement *st = NULL;
	int rc = by_sentence ? 0 : open_blocks(&st, c, context, err);

	for (size_t i = 0; rc == 0 && i < c->parts.count; i++) {
		bool found = false;

		rc = by_sentence ? counts_add_sentences(c, i, column, context,
							&found, err)
				 : add_blocks(c, i, st, &found, err);
		if (rc == 0 && !found)
			rc = refuse_empty(c, i, context, err);
	}
	statement_close(st);
	return rc;
}

int counts_load(struct counts *c, struct query_context *context,
		const char *by, bool fold, struct err *err)
{
	int rc;

	*c = (struct counts){ .arena = ARENA_INIT };
	interned_init(&c->languages);
	if ((rc = find_field(c, by, err)) == 0 &&
	    (rc = find_parts(c, context, err)) == 0 &&
	    (rc = load_stems(c, context->db, err)) == 0 &&
	    (!fold || (rc = fold_spellings(c, context, err)) == 0))
		rc = count_parts(c, context, err);
	return rc;
}

void counts_release(struct counts *c)
{
	LIST_RELEASE(&c->parts);
	LIST_RELEASE(&c->rows);
	LIST_RELEASE(&c->counts);
	LIST_RELEASE(&c->documents);
	LIST_RELEASE(&c->sizes);
	LIST_RELEASE(&c->stems);
	LIST_RELEASE(&c->homes);
	LIST_RELEASE(&c->row_of_term);
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
