/* Quotations: who is cited as saying what. */
#ifndef ESEP_QUOTATIONS_H
#define ESEP_QUOTATIONS_H

#include "focus.h"

/* Append the quotations of a sentence to doc->quotations.
 *
 * A cue of speech needs a speaker beside it: a named party, a group
 * ("panelists") or a pronoun; and words: a stretch in quotation marks
 * ("direct"), or what follows "that", the speaker of "according to", or in
 * Kazakh stands before the verb ("indirect"). A stretch in quotation marks
 * within indirect words is one more, direct, quotation.
 *
 * cost    bounded by SCENE_TOKENS a sentence */
void quotations_find(struct document *doc, const struct scene *scene,
		     const struct focus *focus);

#endif
