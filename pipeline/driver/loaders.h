/* Everything that reads lexicons, run to see whether it can. */
#ifndef ESEP_LOADERS_H
#define ESEP_LOADERS_H

#include "lexicons.h"

/* Run every loader of every stage, and again without the rows that it refused,
 * until none refuses more: the critic of lexicons_check, which is `critic`, is
 * told of each, and of what else makes a stage fail, the same more than once.
 * Returns whether all went through in the end, so that who takes a row has
 * taken it.
 * cost: that of opening all stages, for every round */
bool loaders_run(struct lexicons *lexicons, const struct table_critic *critic);

#endif
