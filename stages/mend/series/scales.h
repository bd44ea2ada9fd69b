/* The classes of a scale, as a report explains them or its series has them. */
#ifndef ESEP_SCALES_H
#define ESEP_SCALES_H

#include "scores.h"

/* Read the class that paragraph `index` explains, or the classes of it and
 * those behind it where the series' row asks for several: they say so by their
 * kind. Returns how many it took. */
size_t scales_read(struct scores *scores, size_t index);

/* Whether a text is but the name of a class, of the document or the series. */
bool scales_have(const struct scores *scores, struct str text);

/* The class whose mark a text is, or a number within its range; NULL if there is
 * none. */
const struct scale_class *scales_of_mark(const struct scores *scores,
					 struct str text);

/* A number that scales_of_mark knows, as scores are told. */
struct str scales_value(const struct scores *scores, struct arena *arena,
			struct str text);

/* A scale of several classes in a report that has no score is none, but
 * one of letters. */
void scales_check(struct scores *scores);

/* The highest mark of the scale, in thousandths; -1 without one. */
int64_t scales_top(const struct scores *scores);

/* Take the series' own scale, where the document shows none. */
void scales_take(struct scores *scores);

#endif
