/* A database that is asked, once by a program or again and again by a server:
 * what questions share is read by the first that needs it. Not safe for use by
 * two threads. */
#ifndef ESEP_SESSION_H
#define ESEP_SESSION_H

#include "query.h"

#include "knowledge.h"

struct session;

/* Open a database to read, and check that this program may.
 * lexicons  a folder, or NULL: see lexicons_open; borrowed
 * errors    those of database_open and database_check_versions */
int session_open(struct session **session, const char *path,
		 const char *lexicons, struct err *err);
void session_close(struct session *session); /* NULL is fine */

/* Ask: `argv` is what the program of the query takes, its name first, without
 * the database. Rows go to `out` in that format; what writes no rows writes as
 * it does.
 * errors  those of program_parse and of the query */
int session_ask(struct session *session, const struct query *query, int argc,
		char **argv, enum output_format format, FILE *out,
		struct err *err);

/* For query_main: run a query whose settings are read already, as those of
 * query_program; values_check_all changes them. Under context->mask the error
 * is masked. */
int session_run(struct session *session, const struct query *query,
		const struct program *program, void *settings,
		struct query_context *context, struct err *err);

/* For query_main: what --mask asks for (NULL: nothing), made once for all
 * questions: context->mask and look->mask, which the session owns.
 * errors  those of mask_read and session_knowledge */
int session_mask(struct session *session, const char *what,
		 struct query_context *context, struct output_look *look,
		 struct err *err);

/* For queries: words and lexicons, with these parts of the languages, bits of
 * LANGUAGES_*. errors: those of knowledge_open and languages_need */
int session_knowledge(struct session *session, unsigned parts,
		      struct knowledge **knowledge, struct err *err);

/* For queries: `size` bytes that stay until the database has changed, zeroed at
 * first; `key` tells one's own. `release` frees what they refer to. */
void *session_keep(struct session *session, const void *key, size_t size,
		   void (*release)(void *kept));

#endif
