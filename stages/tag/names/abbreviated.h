/* The abbreviation that a text gives for a name right behind it: "(CPJ)",
 * "(hereinafter NTF-ELCAC)", ", known as PTFoMS". */
#ifndef ESEP_ABBREVIATED_H
#define ESEP_ABBREVIATED_H

#include "scan.h"

/* Where it begins behind the name first..end, and in `*short_end` where it
 * ends; 0 where there is none. Outside brackets its letters must be those that
 * the words of the name begin with. */
size_t abbreviated_find(const struct scan *scan, size_t first, size_t end,
			size_t *short_end);

/* Whether a word has a capital behind its first letter: CPJ, PTFoMS. */
bool abbreviated_looks(const struct scan *scan, size_t token);

#endif
