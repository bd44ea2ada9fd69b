/* The formats in which documents are exported: a file each, export_NAME.c, and
 * a row of the table in export.c. */
#ifndef ESEP_EXPORT_FORMATS_H
#define ESEP_EXPORT_FORMATS_H

#include "database.h"
#include "mask.h"
#include "stored.h"

enum { EXPORT_STATEMENTS = 4 };

struct exporter {
	struct database *db;
	struct statement *statements[EXPORT_STATEMENTS]; /* of the format */
	struct corrections *corrections; /* what is corrected */
	struct mask *mask;      /* NULL: nothing is masked */
	struct str name;        /* id of the document at hand, not masked */
	struct stored stored;   /* the document at hand */
	int64_t confidence;     /* of spans, at least */
	uint64_t values;        /* numbered through, as in one stream */
	struct strbuf out;      /* one document, as it is written */
};

struct export_format {
	const char *name;       /* for --format */
	const char *sql[EXPORT_STATEMENTS]; /* of the statements, up to a
	                           NULL; they are opened before `add` */

	/* Append the document that e->stored holds to e->out. */
	int (*add)(struct exporter *e, struct err *err);
};

extern const struct export_format export_conllu, export_spans;

#endif
