/* What is short for a longer name that the document has before it, in Latin
 * letters: its word for what it is with an article ("the Guild", of "Ethiopian
 * Editors' Guild"), or the name without that word (Fana, of Fana Broadcasting
 * Corporate). */
#ifndef ESEP_SHORTER_H
#define ESEP_SHORTER_H

#include "chains.h"

struct shorter;

struct shorter *shorter_new(void);
void shorter_free(struct shorter *shorter); /* NULL too */

/* Propose them, with the ids of the longer names. After scan_sort; what other
 * finders have found there stays.
 * cost  the document's words with capitals, times 64 longer names at most */
void shorter_find(struct shorter *shorter, struct scan *scan,
		  const struct chains *chains, const struct persons *persons);

#endif
