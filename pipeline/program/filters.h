/* What part of a corpus a question is about: options that every query over
 * text has, and the SQL that they make. Each value of a list will do; all lists
 * must agree. */
#ifndef ESEP_FILTERS_H
#define ESEP_FILTERS_H

#include "database.h"
#include "edtf.h"
#include "program.h"

struct filters {
	struct strings editions, langs, countries, series, documents,
		       sections, kinds, entities /* ids */,
		       where; /* COLUMN=VALUE: of one column any will do */
	const char *from, *to; /* EDTF, or NULL */
};

/* Which of them a query takes. */
enum filter_set {
	FILTERS_ALL,
	FILTERS_DOCUMENTS, /* those that choose whole documents */
	FILTERS_NONE
};

/* The rows of the options, for `struct filters`. */
const struct program_option *filters_options(enum filter_set set,
					     size_t *count);

/* What the SQL of a query calls what filters ask for; `document`, `section`,
 * `paragraph` and `sentence` are rows. NULL: it does not have it. Then
 * a country is that of a document or any paragraph of it, a language or an
 * entity that of any sentence of the paragraph, if it has that one; other
 * filters do nothing, and the query sees to them. */
struct filter_columns {
	const char *document, *section, *kind, *country, *lang, *sentence,
		   *paragraph;
	const char *mentions; /* ids of those of a paragraph, "a AND b", for SQL
	                         that is asked document by document; NULL: it is
	                         asked once */
	bool has_dates; /* --from and --to are not of the document */
};

/* Which rows of incident tell what was done, or is said to have been: one that
 * has no status counts, since somebody else may have made the stream. */
#define INCIDENT_HOLDS \
	"status NOT IN ('denied', 'planned', 'general', 'count')"

/* Those of v_mentions, v_incidents, v_quotations and v_footnotes; of
 * v_sentences; of v_scores. */
extern const struct filter_columns filter_columns_of_records,
				   filter_columns_of_sentences,
				   filter_columns_of_scores;

/* Those of tables that are joined under their own names. */
extern const struct filter_columns filter_columns_of_tables;

/* Append " AND …" for every filter that is given; values are literals, so that
 * the SQL can be shown and used elsewhere.
 * errors  ERR_USAGE dates that enclose no period, a --where without =;
 *         ERR_DATABASE */
int filters_add_sql(const struct filters *filters, struct database *db,
		    const struct filter_columns *columns, struct strbuf *sql,
		    struct err *err);

/* Append a text as a literal of SQL; a list of them: ('a', 'b'). */
void filters_add_literal(struct strbuf *sql, struct str text);
void filters_add_list(struct strbuf *sql, const struct strings *list);

/* Whether any filter is given; any that parts a document. */
bool filters_any(const struct filters *filters);
bool filters_part_documents(const struct filters *filters);

/* The period that --from and --to give; *given: whether there is one.
 * errors  ERR_USAGE no dates, or none between them */
int filters_period(const struct filters *filters, struct edtf *period,
		   bool *given, struct err *err);

/* The column of document in which a manifest's column stands: "title" for
 * "title", "name" for "id"; NULL: in document_meta. */
const char *filters_document_column(struct str column);

/* Its columns, in order; NULL ends them. */
extern const char *const filters_document_columns[];

#endif
