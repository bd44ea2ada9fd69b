/* How much two spellings differ. */
#ifndef ESEP_DISTANCE_H
#define ESEP_DISTANCE_H

#include "str.h"

enum { DISTANCE_LONGEST = 64 }; /* characters */

/* How many letters are to be put in, left out, changed, or swapped with the one
 * beside, to make one text of the other, without regard to case; `most` + 1 for
 * more than `most`, and for texts that are too long.
 * source  Damerau 1964, Wagner & Fischer 1974 with swaps of neighbours (optimal
 *         string alignment); cost: the product of the lengths */
unsigned distance_of(struct str a, struct str b, unsigned most);

#endif
