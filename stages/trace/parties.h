/* The parties of a sentence: mentions of people, outlets, organisations and
 * bodies, and groups without a name; those named together are one. */
#ifndef ESEP_PARTIES_H
#define ESEP_PARTIES_H

#include "scene.h"

/* Fill scene->parties; cues, tokens and mentions of the scene are there. */
void parties_find(struct scene *scene);

#endif
