/* A query: a program over the database. It reads only. */
#ifndef ESEP_QUERY_H
#define ESEP_QUERY_H

#include "filters.h"
#include "mask.h"
#include "output.h"

struct query_context {
	struct session *session;    /* what questions share */
	struct database *db;        /* opened read-only, checked to be ours */
	struct output *out;         /* rows on stdout */
	FILE *text;                 /* stdout, for a query that writes no rows */
	const struct filters *filters; /* none is given where there are none */
	struct strings arguments;   /* behind the database */
	struct strbuf notes;        /* lines for who asks, which are no rows */
	struct mask *mask;          /* of --mask persons: rows are masked by
	                               `out`; who writes text masks it. NULL:
	                               nothing is masked */
	struct arena arena;         /* as long as the question */
};

struct query {
	struct program program;     /* arguments begin with "DATABASE" */
	bool writes_text;           /* no rows: there is no common --format and
	                               what belongs to it */
	enum filter_set filters;    /* which it takes */
	int (*run)(const void *settings, struct query_context *context,
		   struct err *err);
};

/* What every query can be told, behind its own settings. */
struct query_common {
	struct filters filters;
	const char *lexicons, *mask, *format, *columns, *sort, *colour;
	size_t limit; /* OPT_LIMIT */
	bool bom, no_pager;
};

/* The program of a query with the common options; program_release it. */
void query_program(const struct query *query, struct program *extended);

/* Its common settings, in its settings. */
const struct query_common *query_common(const struct program *extended,
					const void *settings);

/* What of the look of rows these ask for; format and the like stay. */
void query_look(const struct query_common *common, struct output_look *look);

/* The program of one query. */
int query_main(const struct query *query, int argc, char **argv);

/* Append " AND …" for the filters that are given: filters_add_sql. */
int query_add_filters(const struct query_context *context,
		      const struct filter_columns *columns, struct strbuf *sql,
		      struct err *err);

/* Whether an option that may be given several times lets a text pass: it is one
 * of the list, or the list is empty. */
bool query_wants(const struct strings *list, struct str text);

/* For a query whose only argument is the database: a document is chosen by its
 * filters. errors: ERR_USAGE */
int query_no_arguments(const struct query *query,
		       struct query_context *context, struct err *err);

/* An id that people have merged into another one becomes that, and who asks is
 * told so; NULL stays empty. errors: ERR_DATABASE */
int query_merged(struct query_context *context, const char *id,
		 struct strbuf *merged, struct err *err);

/* Print a text that is no row, and what ends it; a terminal obeys nothing of
 * it. */
void query_print_text(struct query_context *context, struct str text,
		      const char *end);

/* Bind an option's value, or NULL where it was not given. */
void query_bind(struct statement *st, int at, const char *value);

#endif
