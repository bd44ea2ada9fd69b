/* Who does an act and whom it befalls: by the cases of names and nouns where
 * the language has them, else by where they stand. */
#ifndef ESEP_PARTICIPANTS_H
#define ESEP_PARTICIPANTS_H

#include "acts.h"

/* Fill target, number, actor, actor_class and parties of an act whose trigger
 * and voice are known.
 *
 * target  the object of an active verb, the subject of a passive one, whose a
 *         noun tells; a person before an outlet, who is named or counted before
 *         who is not. A pronoun and "the blogger" stand for who was told of
 *         before. If nobody in the clause can be it: that of `last`, the act
 *         before in the sentence; if the sentence has no subject of its own,
 *         that of the sentence before.
 * cost    linear in the parties and cues of the sentence */
void participants_read(struct act *act, const struct scene *scene,
		       const struct focus *focus, const struct act *last);

#endif
