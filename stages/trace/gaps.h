/* Clauses that leave out the act of the one beside them. */
#ifndef ESEP_GAPS_H
#define ESEP_GAPS_H

#include "when.h"

/* "They blocked site A on 19 January and on the 22nd site B": a date that no
 * incident of the sentence has, with whom it befell right behind it, tells one
 * more as the incident beside it. Those of the sentence begin at `first`.
 * cost  bounded by SCENE_TOKENS */
void gaps_find(const struct scene *scene, const struct days *days,
	       size_t first);

#endif
