/* The frame of a report of no known series: the headings that its scores and
 * their own numbers tell, and a section for each heading, in the one that it
 * stands in. */
#ifndef ESEP_FRAMES_H
#define ESEP_FRAMES_H

#include "chapters.h"

/* Headings: lines over a score or a scale, and lines that begin with the same
 * word and another number ("Rung A.", "Rung B."). To be called before
 * parts_headings. */
void frames_headings(struct document *doc, const struct series *any,
		     const struct chapters *chapters);

/* Sections, when all headings are known: `front` in front of the first one,
 * then P1, I3, summary, panel as the rows of `set` have it, `back` for notices
 * behind the last heading, else the heading itself in lower case with _ for
 * what is no letter or digit; the same heading in another section has the
 * name of that one before it. None in a report without headings. */
void frames_sections(struct document *doc, const struct series_set *set,
		     const struct chapters *chapters);

#endif
