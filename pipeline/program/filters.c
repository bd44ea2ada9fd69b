#include "filters.h"

#define FILTER(member) offsetof(struct filters, member)

/* Those that choose whole documents come first. */
static const struct program_option options[] = {
	{ 0, "edition", OPT_LIST, FILTER(editions), "YEAR",
	  "only reports of an edition; each of these may be given again, or "
	  "several values as A,B: one of them will do, and all filters must "
	  "agree", VALUE_EDITION,
	  "filters" },
	{ 0, "country", OPT_LIST, FILTER(countries), "CODE",
	  "only what is on a country: the chapter, else the report",
	  VALUE_COUNTRY, NULL },
	{ 0, "series", OPT_LIST, FILTER(series), "NAME",
	  "only reports of a series", VALUE_SERIES, NULL },
	{ 0, "document", OPT_LIST, FILTER(documents), "ID",
	  "only one report", VALUE_DOCUMENT, NULL },
	{ 0, "where", OPT_LIST, FILTER(where), "COLUMN=VALUE",
	  "only reports that have the value in a column of the manifest, as "
	  "edition=2024", VALUE_WHERE, NULL },
	{ 0, "from", OPT_STRING, FILTER(from), "DATE",
	  "only what may be of a date or later (EDTF): an incident by its "
	  "date, all else by the period that its report is on", VALUE_DATE,
	  NULL },
	{ 0, "to", OPT_STRING, FILTER(to), "DATE",
	  "only what may be of a date or earlier", VALUE_DATE, NULL },
	{ 'l', "lang", OPT_LIST, FILTER(langs), "CODE",
	  "only sentences in a language, as kk", VALUE_LANG, NULL },
	{ 's', "section", OPT_LIST, FILTER(sections), "CODE",
	  "only a section and those in it, as I4, P2 or summary",
	  VALUE_SECTION, NULL },
	{ 0, "kind", OPT_LIST, FILTER(kinds), "KIND",
	  "only paragraphs of a kind", VALUE_KIND, NULL },
	{ 'e', "entity", OPT_LIST, FILTER(entities), "ID",
	  "only sentences that mention an entity, incidents in which it has a "
	  "part, quotations by it or about it; a name or spelling will do "
	  "where one alone has it", VALUE_ENTITY, NULL },
};

enum { OF_DOCUMENTS = 7 };

const struct filter_columns filter_columns_of_records = {
	.document = "document_id", .section = "section_id",
	.kind = "paragraph_kind", .country = "country", .lang = "lang",
	.sentence = "sentence_row"
};

const struct filter_columns filter_columns_of_sentences = {
	.document = "document_id", .section = "section_id", .kind = "kind",
	.country = "country", .lang = "lang", .sentence = "id"
};

const struct filter_columns filter_columns_of_scores = {
	.document = "document_id", .section = "section_id",
	.kind = "paragraph_kind", .country = "country",
	.paragraph = "paragraph_id"
};

const struct filter_columns filter_columns_of_tables = {
	.document = "paragraph.document", .section = "paragraph.section",
	.kind = "paragraph.kind",
	.country = "coalesce(paragraph.country, document.country)",
	.lang = "sentence.lang", .sentence = "sentence.id",
	.mentions = "paragraph.first_mention AND paragraph.last_mention"
};

const char *const filters_document_columns[] = {
	"id", "title", "lang", "country", "edition", "covers", "series",
	"source", NULL
};

const struct program_option *filters_options(enum filter_set set,
					     size_t *count)
{
	*count = set == FILTERS_ALL	    ? COUNT_OF(options)
		 : set == FILTERS_DOCUMENTS ? OF_DOCUMENTS
					    : 0;
	return options;
}

const char *filters_document_column(struct str column)
{
	for (size_t i = 0; filters_document_columns[i]; i++)
		if (str_equal(column, str_of(filters_document_columns[i])))
			return i == 0 ? "name" : filters_document_columns[i];
	return NULL;
}

void filters_add_literal(struct strbuf *sql, struct str text)
{
	strbuf_add_char(sql, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\'')
			strbuf_add_char(sql, '\'');
		strbuf_add_char(sql, text.data[i]);
	}
	strbuf_add_char(sql, '\'');
}

void filters_add_list(struct strbuf *sql, const struct strings *list)
{
	for (size_t i = 0; i < list->count; i++) {
		strbuf_add_z(sql, i == 0 ? "(" : ", ");
		filters_add_literal(sql, str_of(list->items[i]));
	}
	strbuf_add_z(sql, list->count == 0 ? "()" : ")");
}

bool filters_part_documents(const struct filters *f)
{
	return f->langs.count > 0 || f->sections.count > 0 ||
	       f->kinds.count > 0 || f->entities.count > 0 ||
	       f->countries.count > 0;
}

bool filters_any(const struct filters *f)
{
	return filters_part_documents(f) || f->editions.count > 0 ||
	       f->series.count > 0 || f->documents.count > 0 ||
	       f->where.count > 0 || f->from || f->to;
}

static int parse_date(const char *option, const char *text, struct edtf *date,
		      struct err *err)
{
	if (edtf_parse(date, str_of(text)))
		return 0;
	return err_set(err, ERR_USAGE,
		       "--%s takes a date such as 2022, 2022-07 or 2022-07-14, "
		       "not '%s'", option, text);
}

/* From a date on, or up to it. */
static bool make_open(struct edtf *period, const struct edtf *date, bool is_end)
{
	struct strbuf text = STRBUF_INIT;
	bool possible;

	if (is_end)
		strbuf_add_z(&text, "../");
	edtf_add(&text, date);
	if (!is_end)
		strbuf_add_z(&text, "/..");
	possible = edtf_parse(period, strbuf_view(&text));
	strbuf_release(&text);
	return possible;
}

int filters_period(const struct filters *f, struct edtf *period, bool *given,
		   struct err *err)
{
	struct edtf from, to;
	bool possible = true;
	int rc = 0;

	*given = f->from || f->to;
	if (f->from)
		rc = parse_date("from", f->from, &from, err);
	if (rc == 0 && f->to)
		rc = parse_date("to", f->to, &to, err);
	if (rc < 0)
		return rc;
	if (f->from && f->to)
		possible = edtf_make_interval(period, &from, &to);
	else if (*given)
		possible = make_open(period, f->from ? &from : &to, !f->from);
	return possible ? 0
			: err_set(err, ERR_USAGE,
				  "--from and --to enclose no period");
}

/* " AND column IN ('a', 'b')" */
static void add_in(struct strbuf *sql, const char *column,
		   const struct strings *list)
{
	if (!column || list->count == 0)
		return;
	strbuf_addf(sql, " AND %s IN ", column);
	filters_add_list(sql, list);
}

/* The reports on the period, by name: what they cover, else the edition. */
static int add_period(const struct filters *f, struct database *db,
		      struct strbuf *sql, struct err *err)
{
	struct edtf period, covers;
	struct statement *st;
	bool given, any = false;
	int rc = filters_period(f, &period, &given, err);

	if (rc < 0 || !given)
		return rc;
	rc = statement_open(&st, db, "SELECT name, coalesce(covers, edition) "
			    "FROM document ORDER BY name", err);
	strbuf_add_z(sql, " AND document.name IN (");
	while (rc >= 0 && (rc = statement_step(st, err)) > 0) {
		if (!edtf_parse(&covers, statement_text(st, 1)) ||
		    !edtf_overlaps(&covers, &period))
			continue;
		strbuf_add_z(sql, any ? ", " : "");
		filters_add_literal(sql, statement_text(st, 0));
		any = true;
	}
	strbuf_add_char(sql, ')');
	statement_close(st);
	return rc;
}

/* The column that is asked for, and *value. */
static struct str split_where(const char *text, struct str *value)
{
	struct str rest = str_of(text), column;

	str_split(&rest, '=', &column);
	*value = rest.data ? rest : STR_NONE;
	return column;
}

/* The values asked for of one column: the first that is told of it adds all. */
static void add_where(const struct filters *f, size_t first,
		      struct strbuf *sql)
{
	struct str value, other, column = split_where(f->where.items[first],
						      &value);
	const char *own = filters_document_column(column);
	bool any = false;

	for (size_t i = 0; i < first; i++)
		if (str_equal(split_where(f->where.items[i], &other), column))
			return;
	if (own) {
		strbuf_addf(sql, " AND document.%s IN (", own);
	} else {
		strbuf_add_z(sql, " AND document.id IN (SELECT document FROM "
			     "document_meta WHERE key = ");
		filters_add_literal(sql, column);
		strbuf_add_z(sql, " AND value IN (");
	}
	for (size_t i = first; i < f->where.count; i++) {
		if (!str_equal(split_where(f->where.items[i], &other), column))
			continue;
		strbuf_add_z(sql, any ? ", " : "");
		split_where(f->where.items[i], &value);
		filters_add_literal(sql, value);
		any = true;
	}
	strbuf_add_z(sql, own ? ")" : "))");
}

static void add_countries(const struct filters *f,
			  const struct filter_columns *columns,
			  struct strbuf *sql)
{
	if (columns->country || f->countries.count == 0) {
		add_in(sql, columns->country, &f->countries);
		return;
	}
	strbuf_addf(sql, " AND %s IN (SELECT id FROM document "
		    "WHERE country IN ", columns->document);
	filters_add_list(sql, &f->countries);
	strbuf_add_z(sql, " UNION SELECT document FROM paragraph WHERE country "
		     "IN ");
	filters_add_list(sql, &f->countries);
	strbuf_add_char(sql, ')');
}

/* What is of the document, as a set of documents that is made once. */
static int add_documents(const struct filters *f, struct database *db,
			 const struct filter_columns *columns,
			 struct strbuf *sql, struct err *err)
{
	struct strbuf own = STRBUF_INIT;
	int rc = 0;

	add_in(&own, "document.edition", &f->editions);
	add_in(&own, "document.series", &f->series);
	add_in(&own, "document.name", &f->documents);
	for (size_t i = 0; i < f->where.count; i++)
		add_where(f, i, &own);
	if (!columns->has_dates)
		rc = add_period(f, db, &own, err);
	if (own.len > 0)
		strbuf_addf(sql, " AND %s IN (SELECT document.id FROM document "
			    "WHERE %s)", columns->document,
			    own.data + strlen(" AND "));
	strbuf_release(&own);
	return rc;
}

static void add_sections(const struct filters *f,
			 const struct filter_columns *columns,
			 struct strbuf *sql)
{
	if (!columns->section || f->sections.count == 0)
		return;
	strbuf_addf(sql, " AND %s IN (WITH RECURSIVE within(id) AS (SELECT id "
		    "FROM section WHERE code IN ", columns->section);
	filters_add_list(sql, &f->sections);
	strbuf_add_z(sql, " UNION SELECT section.id FROM within JOIN section "
		     "ON section.parent = within.id) SELECT id FROM within)");
}

/* What is of sentences, or of any sentence of a paragraph. */
static void add_sentences(const struct filters *f,
			  const struct filter_columns *columns,
			  struct strbuf *sql)
{
	if (columns->lang) {
		add_in(sql, columns->lang, &f->langs);
	} else if (columns->paragraph && f->langs.count > 0) {
		strbuf_addf(sql, " AND %s IN (SELECT paragraph FROM sentence "
			    "WHERE lang IN ", columns->paragraph);
		filters_add_list(sql, &f->langs);
		strbuf_add_char(sql, ')');
	}
	if (f->entities.count == 0 ||
	    (!columns->sentence && !columns->paragraph))
		return;
	if (columns->sentence && columns->mentions)
		strbuf_addf(sql, " AND %s IN (SELECT sentence FROM mention "
			    "WHERE mention.id BETWEEN %s AND entity IN ",
			    columns->sentence, columns->mentions);
	else if (columns->sentence)
		strbuf_addf(sql, " AND %s IN (SELECT sentence FROM mention "
			    "WHERE entity IN ", columns->sentence);
	else
		strbuf_addf(sql, " AND %s IN (SELECT sentence.paragraph "
			    "FROM mention JOIN sentence ON sentence.id = "
			    "mention.sentence WHERE entity IN ",
			    columns->paragraph);
	filters_add_list(sql, &f->entities);
	strbuf_add_char(sql, ')');
}

int filters_add_sql(const struct filters *f, struct database *db,
		    const struct filter_columns *columns, struct strbuf *sql,
		    struct err *err)
{
	int rc = add_documents(f, db, columns, sql, err);

	add_countries(f, columns, sql);
	add_sections(f, columns, sql);
	add_in(sql, columns->kind, &f->kinds);
	add_sentences(f, columns, sql);
	strbuf_add_z(sql, ""); /* text, though empty */
	return rc < 0 ? rc : 0;
}
