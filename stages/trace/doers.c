#include "doers.h"

enum { AGENT_REACH = 5 };

/* Where the doer may stand: before an active verb, behind the "by" of a
 * passive one; anywhere in the clause where cases tell. */
static bool actor_place(const struct view *view, size_t *first, size_t *end)
{
	const struct scene *scene = view->scene;
	const struct cue *by;

	*first = view->first;
	*end = view->end;
	if (view->cases)
		return true;
	*end = view->trigger->first;
	if (view->voice == VOICE_ACTIVE || view->voice == VOICE_FREE)
		return true;
	by = scene_cue(scene, CUE_AGENT, view->trigger->end,
		       scene_on(scene, view->trigger->end, AGENT_REACH));
	if (by == NULL)
		return false;
	*first = by->end;
	*end = scene_on(scene, by->end, AGENT_REACH);
	return true;
}

/* "Police arrested the man who attacked X": police did what their own verb
 * tells, and the man the rest. */
static bool is_of_another_verb(const struct view *view,
			       const struct party *party)
{
	return !view->cases && party->end <= view->trigger->first &&
	       view_relatives(view->scene, party->first) <
		       view_relatives(view->scene, view->trigger->first) &&
	       view_acts_between(view, party->first, party->end) > 0;
}

static bool may_act(const struct view *view, const struct party *party)
{
	unsigned cases;

	if (party->inner || is_of_another_verb(view, party) ||
	    (party->told && party->class != PARTY_STATE) ||
	    view_beside(view, party, CUE_ASIDE))
		return false;
	if (!view->cases)
		return true;
	cases = party_cases(view->scene, party);
	if (view->voice == VOICE_ACTIVE || view->voice == VOICE_FREE)
		return (cases & CASE_N) != 0;
	return (cases & CASE_I) != 0 && cases != CASES_ALL;
}

const struct party *doer_of(const struct view *view,
			    const struct party *target)
{
	const struct party *best = NULL;
	size_t first, end;

	if (!actor_place(view, &first, &end))
		return NULL;
	for (size_t i = 0; i < view->scene->parties.count; i++) {
		const struct party *party = &view->scene->parties.items[i];

		if (party->first >= first && party->end <= end &&
		    party != target && may_act(view, party) &&
		    (best == NULL || best->class < PARTY_OFFICIAL ||
		     (party->class >= PARTY_OFFICIAL &&
		      party->first < view->trigger->first)))
			best = party;
	}
	return best;
}
