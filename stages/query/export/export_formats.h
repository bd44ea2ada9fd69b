/* The formats in which documents are exported: a file each, export_NAME.c, and
 * a row of the table in export.c. */
#ifndef ESEP_EXPORT_FORMATS_H
#define ESEP_EXPORT_FORMATS_H

#include "interned.h"
#include "mask.h"
#include "session.h"
#include "stored.h"

#include <stdio.h>

enum { EXPORT_STATEMENTS = 8 };

struct exporter {
	struct session *session;
	struct database *db;
	struct statement *statements[EXPORT_STATEMENTS]; /* of the format */
	struct corrections *corrections; /* what is corrected */
	struct mask *mask;      /* NULL: nothing is masked */
	struct str name;        /* id of the document at hand, not masked */
	struct stored stored;   /* the document at hand */
	int64_t number;         /* its row */
	int64_t first_mention;  /* row of the first that it has; of vrt */
	int64_t confidence;     /* of spans, at least */
	uint64_t values;        /* numbered through, as in one stream */
	bool glue;              /* of vrt: <g/> where no blank is */
	const char *folder;     /* of a format of many files */
	struct paragraph_chars chars; /* of the document at hand */
	struct strbuf chosen;   /* rows of the documents so far: [1,2 */
	struct interned ids, masked_ids; /* of documents so far, if masked */
	struct strbuf masked;   /* what export_read returned last */
	struct strbuf *notes;   /* lines for who asks */
	LIST(struct str) keys;  /* of manifests, beside the known ones */
	LIST(struct str) names; /* of the same: as attributes in vrt */
	struct arena arena;     /* owns both */
	struct strbuf out;      /* what is yet to be written */
	FILE *file;             /* where to */
	bool is_terminal;
	struct strbuf shown;    /* of `out`, what a terminal may see */
};

struct export_format {
	const char *name;       /* for --format */
	const char *sql[EXPORT_STATEMENTS]; /* of the statements, up to a
	                           NULL; they are opened before `begin` */
	bool is_corrected;      /* documents are read as the database shows
	                           them, not as they were found */
	bool is_folder;         /* of files, e->folder; nothing in e->file */
	bool needs_rows;        /* documents are not read: the database is
	                           asked at the end */

	/* Append to e->out what stands before the first document, a document
	 * (that e->stored holds, unless needs_rows), and what stands behind
	 * the last. NULL: nothing. errors: ERR_DATABASE, ERR_SYSTEM */
	int (*begin)(struct exporter *e, struct err *err);
	int (*add)(struct exporter *e, struct err *err);
	int (*end)(struct exporter *e, struct err *err);
};

extern const struct export_format export_conllu, export_spans, export_vrt,
	export_jsonl, export_csv, export_ftm;

/* Write what e->out holds and clear it. Nothing that a terminal would obey
 * goes to one. */
void export_flush(struct exporter *e);

/* A column of a row as it may leave: masked, if that is asked for. Valid until
 * the next call, or the statement's next step. */
struct str export_read(struct exporter *e, struct statement *st, int column);

/* Find the keys of manifests that are no columns of the table document, but
 * rows of document_meta: e->keys, sorted. errors: ERR_DATABASE */
int export_find_keys(struct exporter *e, struct err *err);

/* In SQL: that a key of document_meta is one of them. */
#define EXPORT_IS_KEY "key <> 'stages' AND " \
	"substr(key, 1, 5) <> '" META_NAME "'"

/* What kind of token it is, and the part of speech that another tool gave it;
 * empty: not known. */
struct str export_kind(const struct document *doc, const struct token *token);
struct str export_pos(const struct document *doc, const struct token *token);

#endif
