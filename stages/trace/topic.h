/* Whether media or expression are spoken of: else a killing is no incident
 * (acts.tsv, column topical). */
#ifndef ESEP_TOPIC_H
#define ESEP_TOPIC_H

#include "acts.h"
#include "setting.h"

/* By an outlet, a platform, a journalist or a word for such, or an act that is
 * of that kind by itself.
 * cost  linear in the sentence's cues and mentions */
bool topic_told(const struct scene *scene);

/* Whether an act that is an incident only there stands where they are spoken
 * of: in its sentence; of somebody named, in the paragraph up to here too. In a
 * short text of one thing and under a date all is such. */
bool topic_is(const struct scene *scene, const struct act *act,
	      const struct setting *setting);

#endif
