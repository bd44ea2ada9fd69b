/* Who did an act. */
#ifndef ESEP_DOERS_H
#define ESEP_DOERS_H

#include "fits.h"

/* The nearest body or official where a doer may stand, else the nearest party
 * of all, `target` left out; NULL if there is none. It belongs to the scene.
 * cost  linear in the parties and cues of the sentence */
const struct party *doer_of(const struct view *view,
			    const struct party *target);

#endif
