/* What has been told so far: whom "he" means. */
#ifndef ESEP_FOCUS_H
#define ESEP_FOCUS_H

#include "scene.h"

struct focus {
	struct str person;   /* the last one spoken of, or empty */
	struct str people;   /* the last several, or empty */
};

/* Whom the pronoun at token `at` means: the nearest people named before it in
 * the sentence, `other` left out, else those of the sentences before. */
struct str focus_antecedent(const struct focus *focus,
			    const struct scene *scene,
			    const struct cue *pronoun,
			    const struct party *other);

/* Go on behind a sentence. */
void focus_move(struct focus *focus, const struct scene *scene);

#endif
