#include "unsaid.h"

#include "quoted.h"
#include "said.h"

/* The Post, the State: a name, no verb. */
static bool is_title(const struct scene *scene, const struct cue *cue)
{
	return cue->first > scene->first &&
	       !quoted_is_mark(scene, cue->first - 1) &&
	       quoted_has_capital(scene, cue->first);
}

/* "Her claims", "a report": a noun as the verb is written. */
static bool is_noun(const struct scene *scene, const struct cue *cue)
{
	static const enum cue_kind before[] = {
		CUE_PREPOSITION, CUE_WHOSE, CUE_WHOSE_SEVERAL, CUE_SOME
	};

	if (cue->row->saying == SAYING_FRAME ||
	    cue->row->side == SIDE_SUBJECT || cue->first == scene->first)
		return false;
	for (size_t i = 0; i < COUNT_OF(before); i++)
		if (scene_cue(scene, before[i], cue->first - 1, cue->first))
			return true;
	return false;
}

bool unsaid_is(const struct scene *scene, const struct cue *cue)
{
	static const enum cue_kind before[] = {
		CUE_NEGATION, CUE_MODAL, CUE_PASSIVE, CUE_PRESENT
	};
	size_t from = cue->first, first, end;

	if (is_noun(scene, cue) || is_title(scene, cue))
		return true;
	for (size_t t = cue->first; t > scene->first; t--) {
		if (cue->first - t >= 2 || quoted_is_mark(scene, t - 1))
			break;
		from = t - 1;
	}
	if (cue->row->saying != SAYING_FRAME)
		for (size_t i = 0; i < COUNT_OF(before); i++)
			if (scene_cue(scene, before[i], from, cue->first))
				return true;
	if (scene_cue(scene, CUE_UNDONE, cue->end, cue->end + 1) != NULL)
		return true;
	scene_segment(scene, cue->first, &first, &end);
	if (said_is_last(cue))
		return false;
	for (const struct cue *condition;
	     (condition = scene_cue(scene, CUE_CONDITION, first,
				    cue->first)) != NULL;
	     first = condition->end)
		if (scene_comma(scene, condition->end, cue->first) ==
		    cue->first)
			return true;
	return false;
}
