#include "acts.h"

#include "participants.h"

enum {
	AUXILIARY_REACH = 3,  /* tokens between "was" and its participle */
	MODAL_REACH = 4,
	BEHIND_REACH = 2,     /* a Kazakh negation or modal follows its verb */
	AND_REACH = 2,        /* ", and prosecuted" */
	LINK_REACH = 2        /* "and later charged" */
};

/* The clause of a trigger: its segment, cut at a comma before "and" unless the
 * trigger follows so soon that it shares the verbs before. */
static void clause_of(const struct scene *scene, const struct cue *trigger,
		      size_t *first, size_t *end)
{
	size_t comma;

	scene_segment(scene, trigger->first, first, end);
	comma = scene_comma(scene, *first, *end);
	for (; comma < *end; comma = scene_comma(scene, comma + 1, *end)) {
		if (scene_cue(scene, CUE_AND, comma + 1, comma + 2) == NULL)
			continue;
		if (comma + AND_REACH < trigger->first)
			*first = comma;
		else if (comma >= trigger->end)
			*end = comma;
	}
}

static bool has_cue_before(const struct scene *scene,
			   const struct cue *trigger, enum cue_kind kind,
			   size_t first, size_t reach)
{
	size_t back = scene_back(scene, trigger->first, reach);

	return scene_cue(scene, kind, back > first ? back : first,
			 trigger->first) != NULL;
}

/* A clause that tells of a habit, a possibility or of what did not happen. */
static bool is_general(const struct scene *scene, const struct cue *trigger,
		       enum voice voice)
{
	size_t first, end, on;

	clause_of(scene, trigger, &first, &end);
	on = scene_on(scene, trigger->end, BEHIND_REACH);
	return scene_cue(scene, CUE_GENERAL, first, trigger->first) != NULL ||
	       scene_cue(scene, CUE_GENERAL, trigger->end, end) != NULL ||
	       scene_cue(scene, CUE_CONDITION, first, trigger->first) != NULL ||
	       scene_cue(scene, CUE_UNDONE, trigger->end,
			 on < end ? on : end) != NULL ||
	       has_cue_before(scene, trigger, CUE_MODAL, first, MODAL_REACH) ||
	       has_cue_before(scene, trigger, CUE_NEGATION, first,
			      MODAL_REACH) ||
	       (voice != VOICE_NOUN &&
		has_cue_before(scene, trigger, CUE_PRESENT, first,
			       MODAL_REACH));
}

/* "Was arrested in May and charged": `last` is passive, "and" or a comma stands
 * right before the trigger, and no other party between them. */
static bool goes_on(const struct scene *scene, const struct act *last,
		    const struct cue *trigger)
{
	size_t from;

	if (last->trigger == NULL || last->voice != VOICE_PASSIVE ||
	    last->trigger->first < scene->first ||
	    last->trigger->end > trigger->first)
		return false;
	from = last->trigger->end;
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first >= from &&
		    scene->parties.items[i].first < trigger->first)
			return false;
	from = scene_back(scene, trigger->first, LINK_REACH);
	return scene_cue(scene, CUE_AND, from, trigger->first) != NULL ||
	       scene_comma(scene, from, trigger->first) < trigger->first;
}

/* ", accused of …": a participle that stands free, without object, is
 * passive. */
static bool is_behind_comma(const struct scene *scene,
			    const struct cue *trigger)
{
	return trigger->row->victim != VICTIM_NONE &&
	       trigger->first > scene->first &&
	       scene_comma(scene, trigger->first - 1, trigger->first) <
		       trigger->first;
}

static enum voice voice_of(const struct scene *scene, const struct act *last,
			   const struct cue *trigger)
{
	size_t back = scene_back(scene, trigger->first, AUXILIARY_REACH);

	if (trigger->row->voice != VOICE_ACTIVE)
		return trigger->row->voice;
	if (scene_cue(scene, CUE_PASSIVE, back, trigger->first) != NULL ||
	    scene_cue(scene, CUE_AGENT, trigger->end,
		      scene_on(scene, trigger->end, 1)) != NULL ||
	    goes_on(scene, last, trigger))
		return VOICE_PASSIVE;
	return VOICE_ACTIVE;
}

bool act_read(struct act *act, const struct scene *scene,
	      const struct cue *trigger, const struct focus *focus)
{
	const struct scene_token *token = scene_token(scene, trigger->first);
	enum voice voice = voice_of(scene, act, trigger);
	struct act last = *act;

	if (voice == VOICE_NEVER || token->stretch > 0 ||
	    is_general(scene, trigger, voice))
		return false;
	*act = (struct act){ .trigger = trigger, .voice = voice,
			     .status = STR("asserted") };
	participants_read(act, scene, focus, &last);
	if (act->target.len == 0 && voice == VOICE_ACTIVE &&
	    is_behind_comma(scene, trigger)) {
		act->voice = VOICE_PASSIVE;
		participants_read(act, scene, focus, &last);
	}
	return true;
}
