/* A query whose rows are those of a view of the database: the SQL that it runs
 * is the SQL that it prints, for who wants to go on in plain sqlite3. */
#ifndef ESEP_VIEW_H
#define ESEP_VIEW_H

#include "query.h"

struct view_column {
	struct output_column column;
	const char *sql; /* what it is in SQL; NULL: its name */
	char between;    /* of OUTPUT_IDS and OUTPUT_LIST: between the items */
};

/* Behind a column OUTPUT_HITS one OUTPUT_RANGES, `hits`, stands, whose SQL has
 * them as they are printed, ascending: "0:4 9:13". */

struct view {
	const struct view_column *columns;
	size_t count;
	const char *from;    /* behind FROM */
	const char *order;   /* behind ORDER BY */
	const struct filter_columns *filters; /* NULL: the query has put them
	                                         into what it gives as `from` */
};

/* The option of such a query: struct view_settings are its first settings. */
struct view_settings {
	bool sql;
};
#define VIEW_SQL_OPTION(settings, member) \
	{ 0, "sql", OPT_FLAG, offsetof(settings, member.sql), NULL, \
	  "print the SQL that gives these rows, all columns in their own " \
	  "order, instead of them", VALUE_ANY, NULL }

/* Print the rows, or their SQL.
 * from       in place of view->from, or empty
 * condition  " AND …" beside the filters, or empty
 * errors  those of query_add_filters and output_columns */
int view_run(const struct view *view, const struct view_settings *settings,
	     struct str from, struct str condition,
	     struct query_context *context, struct err *err);

/* The same in steps, for a query that has other rows too. */
int view_columns(const struct view *view, struct query_context *context,
		 struct err *err);
int view_rows(const struct view *view, struct str sql,
	      struct query_context *context, struct err *err);

#endif
