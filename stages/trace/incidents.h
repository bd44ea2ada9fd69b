/* Incidents: what happened to whom, when, where, under which law. */
#ifndef ESEP_INCIDENTS_H
#define ESEP_INCIDENTS_H

#include "focus.h"
#include "when.h"

/* Append the incidents that a sentence tells of to those of its document.
 *
 * A trigger names an act. It is told as one that took place if nothing in its
 * clause makes it general (often, if, may, not) and, for a noun, if a date
 * stands in its clause or a party beside it. Two triggers of one type in a
 * sentence are one act unless dates or targets tell them apart.
 *
 * date    see when.h; place: where.h
 * target  of a passive the subject, of an active verb the object, a pronoun
 *         by whom it means
 * cost    bounded by SCENE_TOKENS a sentence */
void incidents_find(const struct scene *scene, const struct setting *setting,
		    const struct days *days, const struct focus *focus);

#endif
