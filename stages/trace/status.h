/* Whether an act was done, as its clause tells it. */
#ifndef ESEP_STATUS_H
#define ESEP_STATUS_H

#include "scene.h"

/* The status of an act, as of an incident, or empty where the sentence tells
 * that it was not done, or tells of no act at all: a bare "fine" is no verb. */
struct str status_of(const struct scene *scene, const struct cue *trigger,
		     enum voice voice);

#endif
