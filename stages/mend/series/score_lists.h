/* Scores that stand one below the other, each behind what it is of. */
#ifndef ESEP_SCORE_LISTS_H
#define ESEP_SCORE_LISTS_H

#include "scores.h"

/* The lines of the list of scores that begins at paragraph `index`: two or more
 * of a label and a number, where one of the labels or the line above speaks of
 * scores; 0 where there is none. To be asked from the first paragraph to the
 * last: what was found to be none is not looked at again. */
size_t score_lists_count(struct scores *scores, size_t index);

/* Read that list: a score is of what its row of the kind `score` says, else of
 * its label, as a section's name. Returns how many paragraphs it took. */
size_t score_lists_read(struct scores *scores, size_t index);

#endif
