/* What stands in quotation marks in a sentence. */
#ifndef ESEP_STRETCHES_H
#define ESEP_STRETCHES_H

#include "scene.h"

/* Fill scene->stretches, the tokens' `stretch` and scene->open; cues of the
 * scene are there.
 *
 * The marks are “ ” « » „ “ ‘ ’ " and ', and a dash at the head of a sentence
 * where the narrator breaks in further on. What the narrator says within the
 * marks («…, — said X, — …») stands in no stretch.
 * open  whether the marks of the sentence before are still open
 * cost  linear in the sentence's tokens */
void stretches_mark(struct scene *scene, bool open);

#endif
