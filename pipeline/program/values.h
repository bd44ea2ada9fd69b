/* The values of a database that options and arguments take: which there are,
 * and that one that is typed is one of them. */
#ifndef ESEP_VALUES_H
#define ESEP_VALUES_H

#include "query.h"

/* Whether a value of that kind is looked up in a database, or can be read. */
bool values_are_checked(enum value_kind kind);

/* Tell `see` of the values of a kind that are there and begin with `prefix`
 * (regardless of case), in order, entities by how often they are named; with
 * what a person wants to know of them: the title of a section, the name of an
 * entity; or an empty text. For VALUE_WHERE `COLUMN=`, and of a prefix with =
 * that column's values. Nothing for kinds that are not of the database.
 * errors: ERR_DATABASE */
typedef void values_see(void *data, struct str value, struct str about);
int values_list(struct database *db, enum value_kind kind, const char *prefix,
		values_see *see, void *data, struct err *err);

/* See that a value is one. What esep knows and the database has none of is
 * told in the context's notes. *value becomes the id where it names an entity,
 * in the context's arena.
 * label   what the message begins with: "--type", or NULL
 * errors  ERR_USAGE, with what it may have meant and what there is;
 *         ERR_DATABASE */
int values_check(struct query_context *context, enum value_kind kind,
		 const char *label, const char **value, struct err *err);

/* The same of every option and argument of a program; they are changed. */
int values_check_all(struct query_context *context,
		     const struct program *program, void *settings,
		     struct err *err);

/* Append what a kind has in every database ("heading, paragraph, …"), or
 * nothing; types are those of the lexicons, if they open.
 * lexicons  as for lexicons_open */
void values_add_known(struct strbuf *out, enum value_kind kind,
		      const char *lexicons);

#endif
