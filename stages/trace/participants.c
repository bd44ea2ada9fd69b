#include "participants.h"

#include "doers.h"
#include "fits.h"
#include "party_phrases.h"

enum {
	PRONOUN_REACH = 4,
	ASIDE_REACH = 2,      /* "by the" */
	FIT_STEP = 4,         /* of a cost: a step of `fit`, an act between */
	BEYOND = 1000         /* no cost */
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

	/* Attackers and guards without a name may be sentenced themselves. */
	if (victim == VICTIM_PEOPLE && party->class == PARTY_STATE &&
	    party->counted && !str_equal(party->doer, STR("state")) &&
	    !str_equal(party->doer, STR("court")))
		return people[PARTY_OFFICIAL];
	if (victim == VICTIM_EITHER && party->class == PARTY_PEOPLE)
		rank = people[PARTY_MEDIA];
	if (victim != VICTIM_MEDIA && party->named &&
	    party->type == MENTION_PLATFORM)
		return BEYOND;
	return party->named || party->counted || rank == BEYOND ? rank :
								  rank + 2;
}

static size_t distance(const struct cue *trigger, size_t first, size_t end)
{
	return first >= trigger->end ? first - trigger->end :
	       end <= trigger->first ? trigger->first - end : 0;
}

static void consider(struct choice *best, struct choice new)
{
	if (new.cost < best->cost ||
	    (new.cost == best->cost && new.cost < BEYOND &&
	     new.far < best->far))
		*best = new;
}

/* Whether a party stands in the clause, if only by the noun that tells what it
 * is: "detained three reporters: X, Y and Z". */
static bool is_in_clause(const struct view *view, const struct party *party)
{
	return (party->first >= view->first && party->end <= view->end) ||
	       (party->from >= view->first && party->from < view->end &&
		party->from < party->first);
}

/* "The attacker was detained": it befell him, not the one told of before. */
static bool befell_attackers(const struct view *view, const struct party *party)
{
	return view->trigger->row->victim == VICTIM_PEOPLE && !party->named &&
	       party->class == PARTY_STATE && is_in_clause(view, party) &&
	       !str_equal(party->doer, STR("state")) &&
	       !str_equal(party->doer, STR("court")) &&
	       scene_cue(view->scene, CUE_AGENT,
			 scene_back(view->scene, party->from, ASIDE_REACH),
			 party->from) == NULL &&
	       fit_of_party(view, party) == FIT_GOOD;
}

/* "Sued the ministry": the state is whom it befell. */
static bool befell_state(const struct view *view, const struct party *party)
{
	return view->trigger->row->victim == VICTIM_PEOPLE &&
	       party->class == PARTY_STATE && !view->cases &&
	       view->voice == VOICE_ACTIVE &&
	       party->first >= view->trigger->end &&
	       is_in_clause(view, party) &&
	       fit_of_party(view, party) == FIT_GOOD;
}

static void consider_parties(struct view *view, struct choice *best)
{
	for (size_t i = 0; i < view->scene->parties.count; i++) {
		const struct party *party = &view->scene->parties.items[i];
		unsigned rank = rank_of(party, view->trigger->row->victim);
		enum fit fit;

		if (rank == BEYOND && !party->inner) {
			view->taken |= befell_attackers(view, party);
			view->state |= befell_state(view, party);
		}
		if (party->inner || rank == BEYOND ||
		    !is_in_clause(view, party))
			continue;
		fit = party->first >= view->trigger->first &&
		      party->end <= view->trigger->end ?
			FIT_GOOD : fit_of_party(view, party);
		if (fit == FIT_NOT)
			continue;
		consider(best, (struct choice){
			party, NULL,
			rank + str_equal(party->id, view->last) +
				FIT_STEP * (fit + view_acts_between(view,
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
			       pronoun->row->kind != CUE_PRONOUN;
	}
	return false;
}

/* Whether no noun follows "the second", but an act, a preposition, a mark or a
 * date. */
static bool is_alone(const struct view *view, const struct cue *pronoun)
{
	static const enum cue_kind kinds[] = {
		CUE_TRIGGER, CUE_PASSIVE, CUE_ASIDE, CUE_WHERE, CUE_FROM,
		CUE_PREPOSITION, CUE_LAPSE, CUE_NEGATION
	};
	size_t at = pronoun->end;

	if (!pronoun->row->alone || at == view->scene->end ||
	    scene_is_mark(view->scene, at) ||
	    scene_token(view->scene, at)->mention)
		return true;
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (scene_cue(view->scene, kinds[i], at, at + 1) != NULL)
			return true;
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
			fit_of_place(view, cue->first);
		size_t far = distance(trigger, cue->first, cue->end);

		if (kind >= CUE_WHOSE && fit < FIT_WEAK)
			fit = FIT_WEAK;
		if (fit == FIT_NOT || !is_alone(view, cue) ||
		    is_owner(view, cue) ||
		    (!view->cases && cue->first >= trigger->end &&
		     far > PRONOUN_REACH))
			continue;
		consider(best, (struct choice){
			NULL, cue,
			1 + FIT_STEP * (fit +
					view_acts_between(view, cue->first,
							  cue->end)),
			far
		});
	}
}

static bool is_dash(const struct scene *scene, size_t token)
{
	struct str text = scene_text(scene, token);

	return str_equal(text, STR("—")) || str_equal(text, STR("–"));
}

/* "X — a reporter — was beaten": the clause goes on behind what stands
 * between two dashes. */
static void go_on_behind_dashes(struct view *view)
{
	const struct scene *scene = view->scene;
	size_t first, end;

	if (view->first == scene->first || !is_dash(scene, view->first))
		return;
	scene_segment(scene, view->first - 1, &first, &end);
	if (first == scene->first || !is_dash(scene, first))
		return;
	scene_segment(scene, first - 1, &view->first, &end);
}

/* The clause of the trigger; who said it is not whom it befell. */
static void find_bounds(struct view *view)
{
	const struct scene *scene = view->scene;
	const struct cue *said, *that = NULL;

	scene_segment(scene, view->trigger->first, &view->first, &view->end);
	go_on_behind_dashes(view);
	said = scene_cue(scene, CUE_SPEECH, view->first, view->trigger->first);
	if (said != NULL)
		that = scene_cue(scene, CUE_THAT, said->end,
				 view->trigger->first);
	if (that != NULL)
		view->first = that->end;
}

/* "His" right before a party, or NULL. */
static const struct cue *owner_of(const struct view *view,
				  const struct party *party)
{
	const struct cue *owner;

	for (enum cue_kind kind = CUE_PRONOUN; kind <= CUE_ITS; kind++) {
		owner = scene_cue(view->scene, kind,
				  scene_back(view->scene, party->from, 1),
				  party->from);
		if (owner != NULL && (owner->row->cases & CASE_G) != 0)
			return owner;
	}
	return NULL;
}

/* Whom a party means that has no name: "his editor" and a colleague are none
 * who were spoken of, "its site" is the outlet's. */
static struct str told_of(const struct view *view, const struct party *party,
			  const struct party *actor)
{
	const struct cue *owner;

	if (party->kin || view_is_one_of(view, party))
		return STR_NONE;
	owner = owner_of(view, party);
	if (owner == NULL)
		return focus_noun(view->focus, view->scene, party, actor);
	return party->class == PARTY_MEDIA ?
		focus_antecedent(view->focus, view->scene, owner, actor,
				 POINTED_OUTLET) :
		STR_NONE;
}

/* "The two reporters" are those named before; so are "two reporters" of whom
 * an act is undone. */
static struct str counted_before(const struct view *view,
				 const struct party *party)
{
	if (!view->trigger->row->undoes &&
	    scene_cue(view->scene, CUE_THOSE,
		      scene_back(view->scene, party->from, 1),
		      party->from) == NULL)
		return STR_NONE;
	return focus_counted(view->focus, view->scene, party);
}

static void take_party(struct act *act, const struct view *view,
		       const struct party *party, const struct party *actor)
{
	struct strbuf number = STRBUF_INIT;
	struct str before = party->counted && !party->named ?
		counted_before(view, party) : STR_NONE;

	act->parties = party->counted ? 2 : 1;
	act->target = party->told ? told_of(view, party, actor) :
		      before.len > 0 ? before : party->id;
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
			view->focus->target : view->focus->near;
		/* where cases tell, who was told of need not be again */
		act->parties = view->cases && view->focus->target.len > 0;
	}
}

/* Where nouns show cases "he" may be an outlet: if that is what such acts
 * befall (what is part of an attack befalls people too), or nobody else was
 * told of in the paragraph. */
static struct str pronoun_before(const struct view *view,
				 const struct cue *pronoun,
				 const struct party *actor)
{
	const struct cue_row *row = view->trigger->row;
	enum pointed pointed = !view->cases ? POINTED_PERSON :
		row->victim == VICTIM_MEDIA && row->within.len == 0 ?
			POINTED_OUTLET : POINTED_ANY;

	return focus_antecedent(view->focus, view->scene, pronoun, actor,
				pointed);
}

static const struct party *find_target(struct act *act, struct view *view,
				       const struct act *last,
				       const struct party *actor)
{
	struct choice best = { NULL, NULL, BEYOND, SIZE_MAX };

	consider_parties(view, &best);
	for (enum cue_kind kind = CUE_PRONOUN; kind <= CUE_ITS; kind++)
		consider_pronouns(view, kind, &best);
	if (best.party != NULL) {
		take_party(act, view, best.party, actor);
	} else if (best.pronoun != NULL) {
		act->target = pronoun_before(view, best.pronoun, actor);
		/* "When X and Y came, guards beat them": several in a clause of
		 * their own. */
		if (act->target.len == 0 && actor != NULL && actor->many)
			act->target = focus_antecedent(view->focus,
						       view->scene,
						       best.pronoun, NULL,
						       POINTED_PERSON);
		act->parties = act->target.len > 0;
	} else if (view->trigger->row->victim != VICTIM_SPOKEN_OF &&
		   !view->taken && !view->state) {
		take_before(act, view, last);
	}
	return best.party;
}

void participants_read(struct act *act, const struct scene *scene,
		       const struct focus *focus, const struct act *last)
{
	lang_id lang = scene->doc->sentences.items[scene->sentence].lang;
	struct view view = {
		.scene = scene, .focus = focus, .trigger = act->trigger,
		.voice = act->voice, .last = last->target,
		.cases = noun_cases_told(scene->noun_cases, lang)
	};
	const struct party *target = NULL, *actor;

	act->target = act->actor = act->actor_class = act->number = STR_NONE;
	act->parties = 0;
	find_bounds(&view);
	actor = doer_of(&view, NULL);
	if (act->trigger->row->victim != VICTIM_NONE)
		target = find_target(act, &view, last, actor);
	act->on_state = view.state && act->target.len == 0;
	if (target != NULL && target == actor)
		actor = doer_of(&view, target);
	if (actor != NULL && str_equal(actor->id, act->target))
		actor = NULL;
	if (actor == NULL)
		return;
	act->actor = actor->id;
	act->actor_class = actor->doer;
	act->parties += act->parties == 0;
}
