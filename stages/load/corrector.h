/* The corrections that a database is shown under: those that it keeps, and
 * those that a run brings. */
#ifndef ESEP_CORRECTOR_H
#define ESEP_CORRECTOR_H

#include "correction_set.h"
#include "load.h"

struct corrector {
	struct corrections set;
	struct strbuf digest;        /* of it; empty: of none */
	struct database *db;
	const struct stage_context *context;
	struct interned folders;     /* that were looked into */
	struct strbuf types;         /* that a mention may be set to */
	struct statement *put_use;
	bool is_fixed;               /* no other file counts */
	bool is_written;             /* the database keeps them */
};

/* Those of the database, or of the file or the databases that `settings` name.
 * errors: ERR_DATABASE; those of corrections_load */
int corrector_open(struct corrector *corrector, struct database *db,
		   const struct load_settings *settings,
		   const struct stage_context *context, struct err *err);
void corrector_close(struct corrector *corrector);

/* Whether corrections may lie beside a document's file that were not looked for
 * yet. */
bool corrector_may_find(const struct corrector *corrector,
			const struct document *doc);

/* Take the corrections.tsv that lies beside a document's file, or beside a
 * manifest.tsv in a folder above, in the place of what the database keeps of
 * that file. One that cannot be read is told of and changes nothing. Who holds
 * the batch alone may call it: its keeper names entities by the set. */
void corrector_look(struct corrector *corrector, const struct document *doc);

/* Write them to the database, if it does not keep them yet. */
int corrector_write(struct corrector *corrector, struct err *err);

/* The transaction in which they were written was undone. */
void corrector_forget(struct corrector *corrector);

/* Note what was applied to the document of that row. */
int corrector_put_uses(struct corrector *corrector, int64_t document,
		       struct err *err);

/* Tell how often they were applied, and which matches nothing. */
int corrector_report(struct corrector *corrector, struct err *err);

#endif
