/* What has been told so far: whom "he" means. */
#ifndef ESEP_FOCUS_H
#define ESEP_FOCUS_H

#include "scene.h"

struct focus {
	struct str person;   /* the last one spoken of, or empty */
	struct str near;     /* the same, of the paragraph or its heading */
	struct str people;   /* the last several, or empty */
	struct str outlet;   /* the last one, or empty */
	struct str paper;    /* the same, of the paragraph or its heading */
	struct str target;   /* whom the last act in the paragraph befell, or
	                        empty */
};

enum pointed {               /* what "he" may mean */
	POINTED_PERSON,
	POINTED_ANY,         /* an outlet too, if no person was told of */
	POINTED_OUTLET       /* an outlet first */
};

/* Whom the pronoun means: the nearest people named before it in the sentence,
 * `other` left out, else those of the sentences before. "It" means an outlet,
 * "the latter" one of two. */
struct str focus_antecedent(const struct focus *focus,
			    const struct scene *scene,
			    const struct cue *pronoun,
			    const struct party *other, enum pointed pointed);

/* Whom "the blogger" or "the paper" means: of their kind the last one named
 * before, `other` left out, or empty. */
struct str focus_noun(const struct focus *focus, const struct scene *scene,
		      const struct party *noun, const struct party *other);

/* Whom "the two reporters" means: so many people named before, or empty. */
struct str focus_counted(const struct focus *focus, const struct scene *scene,
			 const struct party *group);

/* Go on behind a sentence, whose incidents are those from `incident` on. */
void focus_move(struct focus *focus, const struct scene *scene,
		size_t incident);

#endif
