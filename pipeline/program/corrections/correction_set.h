/* Corrections: what people know better than the stages. The README of this
 * folder tells the file; here are its rows in memory, the set of those in
 * force, and what they do to a document.
 *
 * A database keeps documents as the stages found them, and its tables show them
 * corrected: the set and the documents alone decide on the tables, whatever was
 * loaded first. */
#ifndef ESEP_CORRECTION_SET_H
#define ESEP_CORRECTION_SET_H

#include "database.h"
#include "document.h"
#include "err.h"
#include "interned.h"
#include "lexicons.h"
#include "records.h"

enum correction_action {
	CORRECT_MERGE, CORRECT_SPLIT, CORRECT_TYPE, CORRECT_NAME,
	CORRECT_REJECT,
	CORRECT_INCIDENT, CORRECT_QUOTATION, /* each a record */
	CORRECT_ACTIONS
};

enum {
	CORRECTION_CONDITIONS = 8,
	CORRECTION_STEPS = 1000  /* from merge to merge at one place */
};

struct correction_field {
	const struct field *field;   /* NULL: the record is dropped */
	struct str value;
};

struct correction {
	enum correction_action action;

	/* As they are written, in NFC, without blanks at their ends. */
	struct str document, at, what, value, who, when, why;
	struct str file;             /* that told it, and where */
	uint32_t line;

	/* What that means. */
	uint64_t first_line, last_line, page; /* of the source; 0: any */
	struct str section, sentence, lang;   /* empty: any */
	struct str head;             /* of `what`: id, spelling, type, kind */
	struct str spelling;         /* of a split; empty: any */
	struct correction_field conditions[CORRECTION_CONDITIONS];
	size_t condition_count;
	struct correction_field set; /* of a record */

	/* In the set. */
	bool is_left_out;            /* another row contradicts it */
	size_t same;                 /* 1 + the one that says the same; or 0 */
	uint32_t next;               /* 1 + the next one of its head; or 0 */
	int64_t row;                 /* in the database; 0: none */
	size_t count;                /* how often it was applied to the
	                                document at hand */
};

struct corrections {
	LIST(struct correction) list; /* once they are settled: in order */
	struct interned heads;        /* "ACTION document\thead" */
	LIST(uint32_t) first;         /* by head: 1 + its first correction */
	struct interned merged;       /* ids that are merged anywhere */
	LIST(struct str) into;        /* by that: what it is in the end */
	struct arena arena;           /* owns all texts */
};

void corrections_init(struct corrections *set);
void corrections_release(struct corrections *set);

const char *correction_action_name(enum correction_action action);

/* Read what the texts of a row mean; the values of its columns borrow from
 * them. errors: ERR_FORMAT, without file and line */
int correction_parse(struct correction *row, struct err *err);

/* Append " (did you mean 'x'?)", or else the choices, for a word that is none
 * of them; `choices` have a blank between. */
void corrections_suggest(struct strbuf *out, struct str word,
			 struct str choices);

/* Add a row; its texts are copied. */
void corrections_add(struct corrections *set, const struct correction *row);

/* Add the rows of a file. A row that cannot be used is told to `warn` with file
 * and line and left out.
 * types    names of mention types, with blanks between
 * errors   those of table_load; ERR_FORMAT a column that is none, ERR_LIMIT
 *          more than CORRECTIONS_MAX rows; those of lexicons_table */
enum { CORRECTIONS_MAX = 100000 };
int corrections_load(struct corrections *set, const char *path,
		     struct lexicons *lexicons, struct str types,
		     void (*warn)(void *data, const struct err *err),
		     void *data, struct err *err);

/* When all are added: put them in order, leave out what is contradicted (each
 * is told to `warn`, NULL: to nobody), and prepare look-ups. */
void corrections_settle(struct corrections *set,
			void (*warn)(void *data, const struct err *err),
			void *data);

/* The order of a set: equal are two that say the same, whoever says it. */
int corrections_compare(const struct correction *a,
			const struct correction *b);

/* Append what tells this set from others, by what it does: empty for one that
 * does nothing. */
void corrections_digest(const struct corrections *set, struct strbuf *out);

/* The first correction of a head that is for a document (empty: for all of
 * them), and the next one; NULL: none. Those that are left out or said before
 * are passed over. */
struct correction *corrections_first(struct corrections *set,
				     enum correction_action action,
				     struct str document, struct str head);
struct correction *corrections_next(struct corrections *set,
				    const struct correction *row);

/* What an id is once everything is merged that is so in all documents. */
struct str corrections_merged(const struct corrections *set, struct str id);

/* The name of an entity for readers of a language; empty lang: for all.
 * Empty: none. */
struct str corrections_name(struct corrections *set, struct str id,
			    struct str lang);

/* Correct a document. Returns how many changes that are; `count` of each
 * correction is set. The texts that it gets are its own. */
size_t corrections_apply(struct corrections *set, struct document *doc);

/* As a database keeps them. errors: ERR_DATABASE */
int corrections_read(struct corrections *set, struct database *db,
		     struct err *err);
int corrections_write(struct corrections *set, struct database *db,
		      struct err *err);

/* Note how often each was applied to a document, of that row. */
int corrections_put_uses(const struct corrections *set, struct statement *put,
			 int64_t document, struct err *err);
extern const char corrections_put_sql[]; /* the statement for it */

#endif
