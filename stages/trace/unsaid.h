/* Which cues of speech tell of nothing that was said. */
#ifndef ESEP_UNSAID_H
#define ESEP_UNSAID_H

#include "scene.h"

/* Whether it is asked, not said, or only may be said ("was asked", "did not
 * say"), or the cue is a noun or a part of a name as it is written here. */
bool unsaid_is(const struct scene *scene, const struct cue *cue);

#endif
