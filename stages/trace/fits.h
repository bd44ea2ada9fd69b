/* How well a party stands where those stand whom an act befalls, by its case or
 * its place. */
#ifndef ESEP_FITS_H
#define ESEP_FITS_H

#include "acts.h"
#include "party_phrases.h"

/* How well a party stands where the one does whom the act befalls. */
enum fit { FIT_GOOD, FIT_OPEN, FIT_WEAK, FIT_NOT };

struct view {                 /* of an act */
	const struct scene *scene;
	const struct focus *focus;
	const struct cue *trigger;
	enum voice voice;
	bool cases;           /* the language shows them */
	size_t first, end;    /* where parties may stand */
	bool taken;           /* it befell somebody who is no target */
	bool state;           /* it befell the state */
	struct str last;      /* the target of the act before, or empty */
};

/* Of parties in these cases, in an act of this voice. */
enum fit fit_of_cases(unsigned cases, enum voice voice);

/* Of what begins at token `first`, where no case tells. */
enum fit fit_of_place(const struct view *view, size_t first);

enum fit fit_of_party(const struct view *view, const struct party *party);

/* Whether a preposition of this kind stands before a party, or a postposition
 * behind it, of its own and not the trigger's. */
bool view_beside(const struct view *view, const struct party *party,
		 enum cue_kind kind);

/* "One of three journalists", "a journalist" is somebody else. */
bool view_is_one_of(const struct view *view, const struct party *party);

/* How many other acts stand between the trigger and what stands in
 * [first, end): they have the first claim. */
unsigned view_acts_between(const struct view *view, size_t first, size_t end);

/* How many relative pronouns stand up to a token. */
unsigned view_relatives(const struct scene *scene, size_t token);

#endif
