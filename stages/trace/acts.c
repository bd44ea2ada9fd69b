#include "acts.h"

#include "participants.h"
#include "status.h"

enum {
	AUXILIARY_REACH = 3,  /* tokens between "was" and its participle */
	LINK_REACH = 2        /* "and later charged" */
};

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

static enum voice voice_of(const struct scene *scene, const struct act *last,
			   const struct cue *trigger)
{
	size_t at = trigger->row->verbal ? trigger->verb : trigger->first;
	size_t back = scene_back(scene, at, AUXILIARY_REACH);
	const struct cue *perfect;

	if (trigger->row->voice == VOICE_PASSIVE && trigger->row->verbal &&
	    trigger->form.voice == VERB_PASSIVE &&
	    scene_cue(scene, CUE_PASSIVE, back, at) == NULL) {
		perfect = scene_cue(scene, CUE_PERFECT, back, at);
		return perfect != NULL ? VOICE_ACTIVE : VOICE_PASSIVE;
	}
	if (trigger->row->voice != VOICE_ACTIVE)
		return trigger->row->voice;
	if (trigger->row->verbal && trigger->form.voice == VERB_ACTIVE)
		return VOICE_ACTIVE;
	if (scene_cue(scene, CUE_PASSIVE, back, at) != NULL ||
	    scene_cue(scene, CUE_AGENT, trigger->end,
		      scene_on(scene, trigger->end, 1)) != NULL ||
	    goes_on(scene, last, trigger))
		return VOICE_PASSIVE;
	return VOICE_ACTIVE;
}

/* An official, a body, the police or a court. */
static bool is_official(const struct act *act)
{
	return act->actor.len > 0 && act->actor_class.len > 0 &&
	       !str_equal(act->actor_class, STR("private"));
}

/* "Annulled the arrest": the noun tells what was undone, not a new act. */
static bool is_undone(const struct scene *scene, const struct cue *noun)
{
	size_t first, end;

	scene_segment(scene, noun->first, &first, &end);
	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];

		if (cue->row->kind == CUE_TRIGGER && cue->row->undoes &&
		    cue->row->voice != VOICE_NEVER && cue->first < end &&
		    cue->end > first && cue != noun &&
		    !str_equal(cue->row->name, noun->row->name))
			return true;
	}
	return false;
}

bool act_read(struct act *act, const struct scene *scene,
	      const struct cue *trigger, const struct focus *focus)
{
	const struct scene_token *token = scene_token(scene, trigger->first);
	enum voice voice = voice_of(scene, act, trigger);
	struct act last = *act;
	struct str status;

	if (voice == VOICE_NEVER || token->stretch > 0 ||
	    (voice == VOICE_NOUN && is_undone(scene, trigger)))
		return false;
	status = status_of(scene, trigger, voice);
	if (status.len == 0)
		return false;
	*act = (struct act){ .trigger = trigger, .voice = voice,
			     .status = status };
	participants_read(act, scene, focus, &last);
	if (act->on_state)
		return false;
	/* "Reporters detained in May", ", accused of …": a participle without
	 * an object is passive. */
	if (act->target.len == 0 && voice == VOICE_ACTIVE &&
	    trigger->form.voice == VERB_EITHER &&
	    trigger->row->victim != VICTIM_NONE) {
		act->voice = VOICE_PASSIVE;
		participants_read(act, scene, focus, &last);
		if (act->target.len == 0) {
			act->voice = VOICE_ACTIVE;
			participants_read(act, scene, focus, &last);
		}
	}
	if (trigger->row->need == NEED_OFFICIAL && !is_official(act))
		return false;
	return true;
}
