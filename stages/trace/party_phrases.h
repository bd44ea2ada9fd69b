/* What belongs to a party: the noun that tells what somebody is and whose
 * ("the reporter of X, Y"), and the case that it shows. */
#ifndef ESEP_PARTY_PHRASES_H
#define ESEP_PARTY_PHRASES_H

#include "scene.h"

/* Tie the nouns of scene->parties to the names that they belong to; what goes
 * with another one is marked as inner.
 * cost  linear in the parties, a few tokens around each */
void party_phrases_read(struct scene *scene);

/* How many words stand in [first, end) beside names and marks, more than any
 * reach where an act, a comma or a conjunction parts them. `named` tells
 * whether a name does. */
size_t party_gap(const struct scene *scene, size_t first, size_t end,
		 bool *named);

/* What the noun at the head of a party is. */
struct noun_form party_noun_form(const struct scene *scene,
				 const struct party *party);

/* The cases that a party may stand in: bits of noun_cases.h. */
unsigned party_cases(const struct scene *scene, const struct party *party);

#endif
