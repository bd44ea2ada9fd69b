/* A query: a program over the database. It reads only. */
#ifndef ESEP_QUERY_H
#define ESEP_QUERY_H

#include "database.h"
#include "output.h"
#include "program.h"

struct query_context {
	struct session *session;    /* what questions share */
	struct database *db;        /* opened read-only, checked to be ours */
	struct output *out;         /* rows: a table, TSV or JSON on stdout */
	FILE *text;                 /* stdout, for a query that writes no rows */
	struct strings arguments;   /* behind the database */
	struct strbuf notes;        /* lines for who asks, which are no rows */
};

struct query {
	struct program program;     /* arguments begin with "DATABASE" */
	bool writes_text;           /* no rows: there is no common --format */
	int (*run)(const void *settings, struct query_context *context,
		   struct err *err);
};

/* The program of one query. Common options: --format table|tsv|json (table on
 * a terminal, tsv elsewhere), --lexicons. */
int query_main(const struct query *query, int argc, char **argv);

/* Its row with those options; released with program_release. */
void query_program(struct program *extended, const struct query *query);

/* Whether a filter that may be given several times lets a text pass: it is one
 * of the list, or the list is empty. */
bool query_wants(const struct strings *list, struct str text);

/* See that an option --confidence is a percentage. errors: ERR_USAGE */
int query_check_confidence(size_t percent, struct err *err);

/* For a query whose only argument is the database. errors: ERR_USAGE */
int query_no_arguments(const struct query_context *context, struct err *err);

/* See that some entity has a name in a language that was asked for; NULL: none
 * was. errors: ERR_USAGE, with those that there are; ERR_DATABASE */
int query_check_lang(const struct query_context *context, const char *lang,
		     struct err *err);

/* An id that people have merged into another one becomes that, and who asks is
 * told so; NULL stays empty. errors: ERR_DATABASE */
int query_merged(struct query_context *context, const char *id,
		 struct strbuf *merged, struct err *err);

/* Bind an option's value, or NULL where it was not given. */
void query_bind(struct statement *st, int at, const char *value);

#endif
