/* An act as its clause tells it: whether it was done at all, who did it, whom
 * it befell. */
#ifndef ESEP_ACTS_H
#define ESEP_ACTS_H

#include "focus.h"

struct act {
	const struct cue *trigger;
	enum voice voice;     /* as it stands: a participle behind "was" is
	                         passive */
	struct str status;    /* as of an incident */
	struct str target;    /* ids with ';' between, or empty */
	struct str actor;     /* an id, or empty */
	struct str actor_class; /* as of an incident */
	struct str number;    /* how many the target is, or empty: not told */
	unsigned parties;     /* how much of the parties is known: 0 nothing,
	                         1 a name, a pronoun or a group, 2 a counted
	                         group */
	bool on_state;        /* it befell the state, and nobody else */
};

/* Read the act of a trigger. `act` holds the one read before in the sentence:
 * in "was arrested and charged" the second is passive as the first is. False
 * if the trigger is quoted, lies in a name, or its clause is no report of a
 * single act. */
bool act_read(struct act *act, const struct scene *scene,
	      const struct cue *trigger, const struct focus *focus);

#endif
