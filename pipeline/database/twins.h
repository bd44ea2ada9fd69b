/* Reports that are in a database twice: in two formats, or two copies. */
#ifndef ESEP_TWINS_H
#define ESEP_TWINS_H

#include "database.h"

struct twin_group {        /* documents that share most paragraphs */
	struct str *names; /* in byte order, two or more */
	size_t count;
	size_t paragraphs; /* of the two that share most: that the one with
	                      fewer has */
	size_t shared;     /* of these, that the other one has too */
};

struct twins {
	LIST(struct twin_group) list; /* by their first names */
	struct arena arena;
};

/* Find all pairs that share more than half of the paragraphs of the one which
 * has fewer, and put those together that have one in common. Paragraphs are
 * the same by their letters and figures, without regard to case; of a document
 * each counts once, furniture and boilerplate (which all reports of a
 * publisher share) and those of fewer than TWINS_SHORT letters do not, and a
 * document needs TWINS_LEAST of them to be anything's twin. An edition that
 * repeats most of the one before is its twin as well: sha256, edition and
 * format tell more.
 * cost    one pass over the texts; then for each paragraph the square of how
 *         many documents have it
 * errors  ERR_DATABASE. Release it on an error too. */
enum { TWINS_SHORT = 24, TWINS_LEAST = 3 };
int twins_find(struct twins *twins, struct database *db, struct err *err);
void twins_release(struct twins *twins);

/* A hash of a text's letters and figures, by which two are the same here.
 * letters  overwritten */
uint64_t twins_hash(struct str text, struct strbuf *letters);

#endif
