/* What the database has already of a document that comes. */
#ifndef ESEP_EARLIER_H
#define ESEP_EARLIER_H

#include "database.h"
#include "document.h"
#include "interned.h"
#include "squeeze.h"

struct earlier {
	int64_t id;            /* rowid; 0: nothing */
	bool is_same;          /* nothing of it would change */
	bool is_same_file;     /* by its path or by its content */
	struct strbuf source;  /* the path that it was read from */
};

struct earlier_finder {
	struct statement *by_name, *by_content;
	struct statement *made, *set_made;
	struct interned seen;     /* ids that have come in this run */
	struct strbuf packed;
	struct squeeze squeeze;
};

/* errors: ERR_DATABASE */
int earlier_open(struct earlier_finder *finder, struct database *db,
		 struct err *err);
void earlier_close(struct earlier_finder *finder);

/* Whether the document of the same id was made of the same by the same.
 * errors: ERR_DATABASE */
int earlier_is_made(struct earlier_finder *finder, const struct document *doc,
		    bool *made, struct err *err);

/* Note what the document of that row is made of, where it is told. */
int earlier_set_made(struct earlier_finder *finder, int64_t document,
		     struct str made, struct err *err);

/* The document of the same id; else one of another id that was read from a file
 * of the same content and name, unless it too has come in this run: a file that
 * is named in another way may get another id.
 *
 * What was read from another path is the same document still: then `doc` takes
 * over the path that the database has. finder->packed is `doc` as
 * document_pack keeps it when this returns; `earlier->source` is reused.
 * errors: ERR_DATABASE */
int earlier_find(struct earlier_finder *finder, struct document *doc,
		 struct earlier *earlier, struct err *err);

/* Whether both paths lead to one file, however they are written, as long as it
 * lies there. Standard input and no path may be anything. */
bool earlier_is_same_path(struct str a, struct str b);

#endif
