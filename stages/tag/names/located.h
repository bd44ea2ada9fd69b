/* Places that no table has, by where they stand (lexicons/place_signs.tsv): a
 * word that no language knows, behind one that leads to a place ("in Kairan",
 * «из Сарыобы») or in a case that tells where (Қайранда). What the document has
 * told so once is a place wherever else it stands, in any case and script. */
#ifndef ESEP_LOCATED_H
#define ESEP_LOCATED_H

#include "persons.h"
#include "slug.h"

struct located;

/* `romanisation` and `persons` are borrowed. errors: of lexicons_table;
 * ERR_FORMAT (file:line) an unknown kind or language */
int located_open(struct located **located, const struct knowledge *knowledge,
		 const struct romanisation *romanisation,
		 struct persons *persons, struct err *err);
void located_close(struct located *located); /* NULL too */

/* Propose the places. After all other finders and scan_sort. Its id and shown
 * name are the base form: one that the document has, else the first that the
 * table gives. */
void located_find(struct located *located, struct scan *scan,
		  const struct role_marks *roles);

#endif
