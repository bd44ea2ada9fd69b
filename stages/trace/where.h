/* Where: the place of an act. */
#ifndef ESEP_WHERE_H
#define ESEP_WHERE_H

#include "scene.h"
#include "setting.h"

/* The place of what a trigger names, and in `from` where it comes from, as of
 * an incident: the nearest one of the sentence in which things happen, a
 * country if there is no other; else the last one of the paragraph; else that
 * of the entry's heading. Empty where nothing tells it.
 * cost  linear in the sentence's mentions */
struct str where_told(const struct scene *scene, const struct cue *trigger,
		      const struct setting *setting, struct str *from);

/* Go on behind a sentence. */
void where_move(struct setting *setting, const struct scene *scene);

#endif
