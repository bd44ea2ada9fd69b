/* Incidents: what happened to whom, when, where, under which law. */
#ifndef ESEP_INCIDENTS_H
#define ESEP_INCIDENTS_H

#include "focus.h"

struct setting {             /* of a document or paragraph */
	const struct cues *cues;
	struct str covers;   /* the period of the report, EDTF, or empty */
	struct str country;  /* place id of its country, or empty */
	struct str printed;  /* date of a footnote whose mark the sentence
	                        holds, or empty */
	struct str entry;    /* the date that the paragraph's section is named
	                        by, EDTF, or empty */
	struct str place;    /* the place in that entry's heading, or empty */
};

/* Append the incidents that a sentence tells of to doc->incidents.
 *
 * A trigger names an act. It is told as one that took place if nothing in its
 * clause makes it general (often, if, may, not) and, for a noun, if a date
 * stands in its clause or a party beside it. Two triggers of one type in a
 * sentence are one act unless dates or targets tell them apart.
 *
 * date    the nearest date of the sentence, one in the trigger's clause and
 *         before it first; else the date of the section; else the month of a
 *         footnote or an event of the period, else the last date of the
 *         paragraph, else the period
 * target  of a passive the subject, of an active verb the object, a pronoun
 *         by whom it means
 * place   the nearest of the sentence, else the paragraph's, else the country
 * cost    bounded by SCENE_TOKENS a sentence */
void incidents_find(struct document *doc, const struct scene *scene,
		    const struct setting *setting, const struct focus *focus);

#endif
