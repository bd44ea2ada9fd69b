/* Who does an act and whom it befalls, by where they stand. */
#ifndef ESEP_PARTICIPANTS_H
#define ESEP_PARTICIPANTS_H

#include "scene.h"

/* Whom the act befalls: a party of its clause, or NULL and perhaps a pronoun
 * that stands for one. Of a passive it stands before the trigger, of an active
 * verb behind it, of a free one or a noun behind it or else before. */
const struct party *participants_target(const struct scene *scene,
					const struct cue *trigger,
					enum voice voice,
					const struct cue **pronoun);

/* Who does it, or NULL: the nearest body or official in the place of the doer,
 * else the nearest of all; `target` is left out. */
const struct party *participants_actor(const struct scene *scene,
				       const struct cue *trigger,
				       enum voice voice,
				       const struct party *target);

#endif
