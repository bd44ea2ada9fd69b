/* What tells an act anew, and what tells one again that was told before. */
#ifndef ESEP_TOLD_AGAIN_H
#define ESEP_TOLD_AGAIN_H

#include "when.h"

/* Append an incident to those of the scene's document and give it an id, unless
 * the sentence or one before it in the paragraph has told it already: one of
 * its type that neither date nor target tells apart. Then that one gets what
 * this one adds. `noun`: the act is told by a noun ("the attack"). `story`: the
 * text tells of one thing, and paragraphs do not part it.
 * cost  constant, and linear in the parties of the sentence */
void again_add(const struct scene *scene, struct incident *new, bool noun,
	       bool story);

/* "It happened on 5 May": a sentence without an act of its own dates those of
 * the sentence before it that have no date but the report's. */
void again_date(const struct scene *scene, const struct days *days);

#endif
