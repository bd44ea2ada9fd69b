/* Quotations: who is cited as saying what. */
#ifndef ESEP_QUOTATIONS_H
#define ESEP_QUOTATIONS_H

#include "speakers.h"
#include "voices.h"

/* What was said so far in a paragraph. Zero before the first one: who is cited
 * last is known beyond the paragraph's end. */
struct talk {
	struct speaker last;  /* the last one that was cited */
	struct roles_told roles;/* of the paragraph */
	size_t heard;         /* in this sentence */
	size_t first;         /* the paragraph's first quotation */
	size_t open;          /* one without a speaker whose marks have not
	                         closed; SIZE_MAX: none */
	size_t closed;        /* one whose marks the sentence before closed */
};

/* A paragraph begins. */
void quotations_begin(struct talk *talk, const struct document *doc);

/* Append the quotations of a sentence to doc->quotations.
 *
 * A cue of speech needs a speaker beside it: a named party, a group
 * ("panelists"), a pronoun, or who spoke in the sentence before; and words: a
 * stretch in quotation marks ("direct"), or what follows "that", the speaker
 * of "according to", or stands before "X said" at the end ("indirect"). A
 * longer stretch in quotation marks within indirect words is one more, direct,
 * quotation. A name and a colon need no cue. What is not said (was asked, did
 * not say, may say) is no quotation.
 *
 * One in several sentences stands at the first of them, with the words of that
 * one, though its speaker may be told in the last.
 *
 * cost    bounded by SCENE_TOKENS a sentence */
void quotations_find(struct document *doc, struct scene *scene,
		     const struct focus *focus, struct talk *talk);

/* The paragraph has ended: its quotations without a speaker go, the others get
 * their ids. */
void quotations_end(struct document *doc, struct talk *talk);

#endif
