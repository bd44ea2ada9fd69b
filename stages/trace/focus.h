/* What has been told so far: whom "he" means. */
#ifndef ESEP_FOCUS_H
#define ESEP_FOCUS_H

#include "scene.h"

struct focus {
	struct str person;   /* the last one spoken of, or empty */
	struct str near;     /* the same, of the paragraph or its heading */
	struct str people;   /* the last several, or empty */
	struct str outlet;   /* the last one, or empty */
	struct str target;   /* whom the last act in the paragraph befell, or
	                        empty */
};

/* Whom the pronoun means: the nearest people named before it in
 * the sentence, `other` left out, else those of the sentences before. */
struct str focus_antecedent(const struct focus *focus,
			    const struct scene *scene,
			    const struct cue *pronoun,
			    const struct party *other);

/* Whom "the blogger" or "the paper" means: of their kind the last one named
 * before, `other` left out, or empty. */
struct str focus_noun(const struct focus *focus, const struct scene *scene,
		      const struct party *noun, const struct party *other);

/* Go on behind a sentence, whose incidents are those from `incident` on. */
void focus_move(struct focus *focus, const struct scene *scene,
		size_t incident);

#endif
