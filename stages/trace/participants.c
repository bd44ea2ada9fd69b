#include "participants.h"

#include "party_phrases.h"

enum {
	PRONOUN_REACH = 4,
	AGENT_REACH = 5,
	ASIDE_REACH = 2,      /* "in the" */
	FIT_STEP = 4,         /* of a cost: a step of `fit`, an act between */
	BEYOND = 1000         /* no cost */
};

/* How well a party stands where the one does whom the act befalls. */
enum fit { FIT_GOOD, FIT_OPEN, FIT_WEAK, FIT_NOT };

struct view {                 /* of an act */
	const struct scene *scene;
	const struct focus *focus;
	const struct cue *trigger;
	enum voice voice;
	bool cases;           /* the language shows them */
	size_t first, end;    /* where parties may stand */
};

struct choice {
	const struct party *party;  /* one of both, or neither */
	const struct cue *pronoun;
	unsigned cost;
	size_t far;
};

/* How well a party is the one that such acts befall: 0 best. */
static unsigned rank_of(const struct party *party, enum victim victim)
{
	static const unsigned people[PARTY_CLASSES] = {
		[PARTY_PEOPLE] = 0, [PARTY_MEDIA] = 1, [PARTY_ORG] = 3,
		[PARTY_OFFICIAL] = 4, [PARTY_STATE] = BEYOND
	};
	static const unsigned media[PARTY_CLASSES] = {
		[PARTY_MEDIA] = 0, [PARTY_ORG] = 1, [PARTY_PEOPLE] = 1,
		[PARTY_OFFICIAL] = BEYOND, [PARTY_STATE] = BEYOND
	};
	unsigned rank = victim == VICTIM_MEDIA ? media[party->class] :
						 people[party->class];

	if (victim == VICTIM_PEOPLE && party->named &&
	    party->type == MENTION_PLATFORM)
		return BEYOND;
	return party->named || party->counted || rank == BEYOND ? rank :
								  rank + 2;
}

static enum fit fit_of_cases(unsigned cases, enum voice voice)
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

/* Where the subject stands before its verb and the object behind it. */
static enum fit fit_of_place(const struct view *view, size_t first, size_t end)
{
	bool behind = first >= view->trigger->end;
	bool parted = behind && scene_comma(view->scene, view->trigger->end,
					    first) < first;

	(void)end;
	switch (view->voice) {
	case VOICE_ACTIVE:
		return behind && !parted ? FIT_GOOD : FIT_NOT;
	case VOICE_PASSIVE:
		return !behind ? FIT_GOOD :
		       view->trigger->row->voice == VOICE_PASSIVE && !parted ?
			FIT_WEAK : FIT_NOT;
	default:
		return !behind ? FIT_OPEN : parted ? FIT_WEAK : FIT_GOOD;
	}
}

/* A preposition before it keeps it out of the act. */
static bool is_aside(const struct view *view, const struct party *party)
{
	size_t back = scene_back(view->scene, party->from, ASIDE_REACH);
	const struct cue *cue = scene_cue(view->scene, CUE_ASIDE, back,
					  party->from);

	return cue != NULL && (cue->first < view->trigger->first ||
			       cue->first >= view->trigger->end);
}

/* The case of the relative pronoun behind a party is the party's in the clause
 * that follows. */
static unsigned cases_of_relative(const struct view *view,
				  const struct party *party)
{
	const struct scene *scene = view->scene;
	const struct cue *relative = scene_cue(scene, CUE_RELATIVE,
					       party->end,
					       view->trigger->first);
	lang_id lang = scene->doc->sentences.items[scene->sentence].lang;

	if (relative == NULL)
		return CASES_ALL;
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first >= party->end &&
		    scene->parties.items[i].first < relative->first &&
		    !scene->parties.items[i].inner)
			return CASE_I;
	return noun_cases_of(scene->noun_cases, lang,
			     scene_fold(scene, relative->first),
			     scene_stem(scene, relative->first), false).cases;
}

static unsigned relatives_at(const struct scene *scene, size_t token)
{
	return scene_token(scene, token)->relatives;
}

static enum fit fit_of(const struct view *view, const struct party *party)
{
	const struct scene *scene = view->scene;
	unsigned here = relatives_at(scene, party->first);
	unsigned there = relatives_at(scene, view->trigger->first);
	unsigned cases = CASES_ALL;
	enum fit fit;

	if (party->first >= view->trigger->end && here > there)
		return FIT_NOT;
	if (view->cases)
		cases = here < there ? cases_of_relative(view, party) :
				       party_cases(scene, party);
	fit = view->cases ? fit_of_cases(cases, view->voice) :
			    fit_of_place(view, party->first, party->end);
	if (fit < FIT_WEAK && is_aside(view, party))
		fit = FIT_WEAK;
	return fit;
}

static size_t distance(const struct cue *trigger, size_t first, size_t end)
{
	return first >= trigger->end ? first - trigger->end :
	       end <= trigger->first ? trigger->first - end : 0;
}

/* Other acts that stand between have the first claim. */
static unsigned acts_between(const struct view *view, size_t first, size_t end)
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

static void consider(struct choice *best, struct choice new)
{
	if (new.cost < best->cost ||
	    (new.cost == best->cost && new.cost < BEYOND &&
	     new.far < best->far))
		*best = new;
}

static void consider_parties(const struct view *view, struct choice *best)
{
	for (size_t i = 0; i < view->scene->parties.count; i++) {
		const struct party *party = &view->scene->parties.items[i];
		unsigned rank = rank_of(party, view->trigger->row->victim);
		enum fit fit;

		if (party->inner || rank == BEYOND ||
		    party->first < view->first || party->end > view->end)
			continue;
		fit = party->first >= view->trigger->first &&
		      party->end <= view->trigger->end ? FIT_GOOD :
							 fit_of(view, party);
		if (fit == FIT_NOT)
			continue;
		consider(best, (struct choice){
			party, NULL,
			rank + FIT_STEP * (fit + acts_between(view,
							      party->first,
							      party->end)),
			distance(view->trigger, party->first, party->end)
		});
	}
}

/* "His" before a noun of people is no object: they are. */
static bool is_owner(const struct view *view, const struct cue *pronoun)
{
	for (size_t i = 0; i < view->scene->parties.count; i++) {
		const struct party *party = &view->scene->parties.items[i];

		if (party->from == pronoun->end && party->class != PARTY_STATE)
			return (pronoun->row->cases & CASE_G) != 0 ||
			       pronoun->row->kind == CUE_PRONOUNS;
	}
	return false;
}

static void consider_pronouns(const struct view *view, enum cue_kind kind,
			      struct choice *best)
{
	const struct cue *trigger = view->trigger, *cue;

	for (size_t from = view->first;
	     (cue = scene_cue(view->scene, kind, from, view->end)) != NULL;
	     from = cue->end) {
		enum fit fit = view->cases ?
			fit_of_cases(cue->row->cases, view->voice) :
			fit_of_place(view, cue->first, cue->end);
		size_t far = distance(trigger, cue->first, cue->end);

		if (fit == FIT_NOT || is_owner(view, cue) ||
		    (!view->cases && cue->first >= trigger->end &&
		     far > PRONOUN_REACH))
			continue;
		consider(best, (struct choice){
			NULL, cue,
			1 + FIT_STEP * (fit + acts_between(view, cue->first,
							   cue->end)),
			far
		});
	}
}

/* The clause of the trigger; who said it is not whom it befell. */
static void find_bounds(struct view *view)
{
	const struct scene *scene = view->scene;
	const struct cue *said, *that = NULL;

	scene_segment(scene, view->trigger->first, &view->first, &view->end);
	said = scene_cue(scene, CUE_SPEECH, view->first, view->trigger->first);
	if (said != NULL)
		that = scene_cue(scene, CUE_THAT, said->end,
				 view->trigger->first);
	if (that != NULL)
		view->first = that->end;
}

static bool was_before(const struct view *view, const struct party *party)
{
	const struct scene *scene = view->scene;

	return scene_cue(scene, CUE_SOME,
			 scene_back(scene, party->from, ASIDE_REACH),
			 party->first) == NULL;
}

static void take_party(struct act *act, const struct view *view,
		       const struct party *party)
{
	struct strbuf number = STRBUF_INIT;

	act->parties = party->counted ? 2 : 1;
	act->target = party->id;
	if (party->told)
		act->target = was_before(view, party) ?
			focus_noun(view->focus, view->scene, party) : STR_NONE;
	if (!party->counted)
		return;
	strbuf_add_number(&number, party->number);
	act->number = str_copy(&view->scene->doc->arena, strbuf_view(&number));
	strbuf_release(&number);
}

/* Whether anybody in the sentence might be its subject. */
static bool has_subject(const struct scene *scene)
{
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].class <= PARTY_MEDIA &&
		    !scene->parties.items[i].inner)
			return true;
	return false;
}

/* Nobody in the clause: it befell whom was told of before. */
static void take_before(struct act *act, const struct view *view,
			const struct act *last)
{
	if (last->trigger != NULL &&
	    last->trigger->first >= view->scene->first &&
	    last->trigger->end <= view->trigger->first &&
	    last->target.len > 0) {
		act->target = last->target;
		act->number = last->number;
		act->parties = 1;
	} else if (view->voice != VOICE_NOUN && !has_subject(view->scene)) {
		act->target = view->focus->target.len > 0 ?
			view->focus->target : view->focus->person;
	}
}

static const struct party *find_target(struct act *act,
				       const struct view *view,
				       const struct act *last)
{
	struct choice best = { NULL, NULL, BEYOND, SIZE_MAX };

	consider_parties(view, &best);
	consider_pronouns(view, CUE_PRONOUN, &best);
	consider_pronouns(view, CUE_PRONOUNS, &best);
	if (best.party != NULL) {
		take_party(act, view, best.party);
	} else if (best.pronoun != NULL) {
		act->target = focus_antecedent(view->focus, view->scene,
					       best.pronoun, NULL);
		act->parties = act->target.len > 0;
	} else {
		take_before(act, view, last);
	}
	return best.party;
}

/* Where the doer may stand: before an active verb, behind the "by" of a
 * passive one; anywhere in the clause where cases tell. */
static bool actor_place(const struct view *view, size_t *first, size_t *end)
{
	const struct scene *scene = view->scene;
	const struct cue *by;

	scene_segment(scene, view->trigger->first, first, end);
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

static bool may_act(const struct view *view, const struct party *party)
{
	unsigned cases;

	if (party->inner || (party->told && party->class != PARTY_STATE) ||
	    is_aside(view, party))
		return false;
	if (!view->cases)
		return true;
	cases = party_cases(view->scene, party);
	if (view->voice == VOICE_ACTIVE || view->voice == VOICE_FREE)
		return (cases & CASE_N) != 0;
	return (cases & CASE_I) != 0 && cases != CASES_ALL;
}

/* The nearest body or official there, else the nearest of all. */
static void find_actor(struct act *act, const struct view *view,
		       const struct party *target)
{
	const struct party *best = NULL;
	size_t first, end;

	if (!actor_place(view, &first, &end))
		return;
	for (size_t i = 0; i < view->scene->parties.count; i++) {
		const struct party *party = &view->scene->parties.items[i];

		if (party->first >= first && party->end <= end &&
		    party != target && may_act(view, party) &&
		    (best == NULL || best->class < PARTY_OFFICIAL ||
		     (party->class >= PARTY_OFFICIAL &&
		      party->first < view->trigger->first)))
			best = party;
	}
	if (best == NULL)
		return;
	act->actor = best->id;
	act->actor_class = best->doer;
	act->parties += act->parties == 0;
}

void participants_read(struct act *act, const struct scene *scene,
		       const struct focus *focus, const struct act *last)
{
	lang_id lang = scene->doc->sentences.items[scene->sentence].lang;
	struct view view = {
		.scene = scene, .focus = focus, .trigger = act->trigger,
		.voice = act->voice,
		.cases = noun_cases_told(scene->noun_cases, lang)
	};
	const struct party *target = NULL;

	act->target = act->actor = act->actor_class = act->number = STR_NONE;
	act->parties = 0;
	find_bounds(&view);
	if (act->trigger->row->victim != VICTIM_NONE)
		target = find_target(act, &view, last);
	find_actor(act, &view, target);
}
