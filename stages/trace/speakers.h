/* Who is the speaker of a cue of speech. */
#ifndef ESEP_SPEAKERS_H
#define ESEP_SPEAKERS_H

#include "focus.h"

struct speaker {
	struct str id;      /* canonical, or a group's */
	size_t first, end;  /* tokens of the name or pronoun */
};

/* The speaker beside `cue`, on the side that its row names: a person before
 * an outlet or a body. False if there is none. */
bool speaker_find(struct speaker *speaker, const struct scene *scene,
		  const struct cue *cue, const struct focus *focus);

#endif
