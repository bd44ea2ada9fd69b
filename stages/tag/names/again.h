/* Names that the document itself makes known: what was found by quotation marks
 * beside a word for outlets, by its capitals or by an address is found again
 * where nothing else tells it, in any case, with and without marks («Арна» …
 * Арны … Arna Foundation; kamerton.kz … Камертон); so is the abbreviation that
 * stands in brackets behind it. All spellings get one id. */
#ifndef ESEP_AGAIN_H
#define ESEP_AGAIN_H

#include "persons.h"

struct again;

struct again *again_new(void);
void again_free(struct again *again); /* NULL too */

/* Propose the names. After shapes_find and scan_sort.
 * cost  linear in the document's words, times the names that begin alike */
void again_find(struct again *again, struct scan *scan,
		struct persons *persons, const struct role_marks *roles);

#endif
