/* Who is the speaker of a cue of speech. */
#ifndef ESEP_SPEAKERS_H
#define ESEP_SPEAKERS_H

#include "focus.h"

struct speaker {
	struct str id;      /* canonical, or a group's */
	struct str from;    /* "name", "noun", "pronoun" or "carried" */
	size_t first, end;  /* tokens of the name or pronoun */
	bool many, named;   /* as of a party */
	bool person;        /* people or an official, not what they work for */
};

/* The speaker of `cue`, on the side that its row names: who is the subject of
 * the verb, not whom it is told to, whose lawyer speaks, or who is spoken of.
 * focus  what was told so far
 * last   who is cited last in the sentence before, or empty: "he" is this one
 *        where the sentence names nobody before it
 * False if there is none, or it is told only by a word for what it is. */
bool speaker_find(struct speaker *speaker, const struct scene *scene,
		  const struct cue *cue, const struct focus *focus,
		  const struct speaker *last);

/* The same of a name that begins the sentence, or a pronoun, up to a colon; a
 * verb may stand between. */
bool speaker_of_colon(struct speaker *speaker, const struct scene *scene,
		      size_t colon, const struct focus *focus,
		      const struct speaker *last);

/* The same of somebody beside an unknown verb behind speech, on either side of
 * it: from token *at on; *at is set to the verb. */
bool speaker_of_verb(struct speaker *speaker, const struct scene *scene,
		     size_t *at, const struct focus *focus,
		     const struct speaker *last);

#endif
