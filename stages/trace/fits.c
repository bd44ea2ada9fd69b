#include "fits.h"

enum {
	ASIDE_REACH = 2       /* "in the" */
};

enum fit fit_of_cases(unsigned cases, enum voice voice)
{
	unsigned good = voice == VOICE_PASSIVE ? CASE_N :
			voice == VOICE_NOUN ? CASE_G | CASE_D | CASE_A :
					      CASE_A | CASE_D;
	unsigned weak = voice == VOICE_PASSIVE ? CASE_G | CASE_D | CASE_A |
							 CASE_B :
			voice == VOICE_NOUN ? CASE_N | CASE_P | CASE_B :
					      CASE_G | CASE_B;

	if (voice == VOICE_PASSIVE && cases == CASE_D)
		return FIT_OPEN;
	if ((cases & good) != 0)
		return cases == CASES_ALL ||
		       (voice != VOICE_PASSIVE && (cases & CASE_N) != 0) ?
			FIT_OPEN : FIT_GOOD;
	return (cases & weak) != 0 ? FIT_WEAK : FIT_NOT;
}

/* Whether a comma stands between the trigger and what is behind it; where the
 * place tells, of what is behind it in a row the first. */
static bool is_parted(const struct view *view, size_t first)
{
	for (size_t i = 0; !view->cases && i < view->scene->parties.count;
	     i++) {
		size_t at = view->scene->parties.items[i].from;

		if (at >= view->trigger->end && at < first) {
			first = at;
			break;
		}
	}
	return first > view->trigger->end &&
	       scene_comma(view->scene, view->trigger->end, first) < first;
}

/* "Fined was …": the subject behind its verb. */
static bool is_turned(const struct view *view, size_t first)
{
	return first > view->trigger->end &&
	       scene_cue(view->scene, CUE_PASSIVE, view->trigger->end,
			 first) != NULL &&
	       scene_cue(view->scene, CUE_AGENT, view->trigger->end,
			 first) == NULL;
}

/* Where the subject stands before its verb and the object behind it. */
enum fit fit_of_place(const struct view *view, size_t first)
{
	bool behind = first >= view->trigger->end;
	bool parted = is_parted(view, first);

	switch (view->voice) {
	case VOICE_ACTIVE:
		return behind && !parted ? FIT_GOOD :
		       view->trigger->first == view->first &&
		       is_turned(view, first) ? FIT_WEAK : FIT_NOT;
	case VOICE_PASSIVE:
		return !behind ? FIT_GOOD :
		       is_turned(view, first) ||
		       (view->trigger->row->voice == VOICE_PASSIVE &&
			!parted) ? FIT_WEAK : FIT_NOT;
	default:
		return !behind ? FIT_OPEN : parted ? FIT_WEAK : FIT_GOOD;
	}
}

bool view_beside(const struct view *view, const struct party *party,
		       enum cue_kind kind)
{
	const struct scene *scene = view->scene;
	size_t back = scene_back(scene, party->from, ASIDE_REACH);
	const struct cue *cue = scene_cue(scene, kind, back, party->from);

	/* "In May X" has one of its own. */
	if (cue != NULL && party->from > cue->end &&
	    scene_token(scene, party->from - 1)->mention)
		cue = NULL;
	if (cue == NULL && view->cases)
		cue = scene_cue(scene, kind, party->end,
				scene_on(scene, party->end, 1));
	return cue != NULL && (cue->first < view->trigger->first ||
			       cue->first >= view->trigger->end);
}

/* In the clause that follows it the relative pronoun has the party's case;
 * behind a comma the party's own clause may go on. */
static enum fit fit_beside_relative(const struct view *view,
				    const struct party *party, enum fit own)
{
	const struct scene *scene = view->scene;
	size_t end = view->trigger->first;
	const struct cue *relative = scene_cue(scene, CUE_RELATIVE,
					       party->end, end);
	lang_id lang = scene->doc->sentences.items[scene->sentence].lang;
	enum fit fit;

	if (relative == NULL)
		return own;
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first >= party->end &&
		    scene->parties.items[i].first < relative->first &&
		    !scene->parties.items[i].inner)
			return own > FIT_WEAK ? own : FIT_WEAK;
	fit = fit_of_cases(noun_cases_of(scene->noun_cases, lang,
					 scene_fold(scene, relative->first),
					 scene_stem(scene, relative->first),
					 false).cases, view->voice);
	if (scene_comma(scene, relative->end, end) == end)
		return fit;
	return fit < own ? fit : own;
}

unsigned view_relatives(const struct scene *scene, size_t token)
{
	return scene_token(scene, token)->relatives;
}

bool view_is_one_of(const struct view *view, const struct party *party)
{
	return scene_cue(view->scene, CUE_SOME,
			 scene_back(view->scene, party->from, ASIDE_REACH),
			 party->first) != NULL;
}

/* "The man who beat X was sentenced": X is told of in the clause of "who"
 * alone, which has its verb before him. */
static bool is_behind_verb_of_relative(const struct view *view,
				       const struct party *party)
{
	const struct scene *scene = view->scene;
	const struct cue *relative = NULL, *next;

	if (view->cases || view->voice != VOICE_PASSIVE ||
	    party->end > view->trigger->first)
		return false;
	for (size_t from = view->first;
	     (next = scene_cue(scene, CUE_RELATIVE, from, party->first)) !=
	     NULL;
	     from = next->end)
		relative = next;
	return relative != NULL &&
	       scene_cue(scene, CUE_TRIGGER, relative->end, party->first) !=
		       NULL &&
	       scene_cue(scene, CUE_PASSIVE, party->end,
			 view->trigger->first) != NULL &&
	       scene_comma(scene, party->end, view->trigger->first) ==
		       view->trigger->first;
}

enum fit fit_of_party(const struct view *view, const struct party *party)
{
	const struct scene *scene = view->scene;
	unsigned here = view_relatives(scene, party->first);
	unsigned there = view_relatives(scene, view->trigger->first);
	enum fit fit;

	if (is_behind_verb_of_relative(view, party))
		return FIT_NOT;
	/* "Overturned the fine that X had to pay" */
	if (party->first >= view->trigger->end && here > there)
		return view->trigger->row->undoes ? FIT_WEAK : FIT_NOT;
	if (view->trigger->row->victim == VICTIM_EITHER &&
	    party->class == PARTY_MEDIA && view_beside(view, party, CUE_ASIDE))
		return FIT_NOT;
	if (view_beside(view, party, CUE_TOWARD))
		return FIT_GOOD;
	fit = view->cases ? fit_of_cases(party_cases(scene, party),
					 view->voice) :
			    fit_of_place(view, party->first);
	if (here < there && view->cases)
		fit = fit_beside_relative(view, party, fit);
	if (fit < FIT_WEAK && (view_beside(view, party, CUE_ASIDE) ||
			       (party->many && view_is_one_of(view, party))))
		fit = FIT_WEAK;
	if (fit < FIT_WEAK && view->cases && is_parted(view, party->first))
		fit++;
	return fit;
}

unsigned view_acts_between(const struct view *view, size_t first, size_t end)
{
	size_t from = first >= view->trigger->end ? view->trigger->end : end;
	size_t to = first >= view->trigger->end ? first : view->trigger->first;
	const struct cue *cue;
	unsigned count = 0;

	while (from < to && (cue = scene_cue(view->scene, CUE_TRIGGER, from,
					     to)) != NULL) {
		count += cue->row->voice != VOICE_NEVER;
		from = cue->end;
	}
	return count;
}
