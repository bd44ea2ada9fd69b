#include "participants.h"

enum {
	PRONOUN_REACH = 4,
	AGENT_REACH = 5,
	BEYOND = 1000         /* no rank */
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

	return party->named || party->counted || rank == BEYOND ? rank :
								  rank + 2;
}

/* The best party in [first, end): by rank, then by how near it is to `to`. */
static const struct party *pick(const struct scene *scene, size_t first,
				size_t end, size_t to, enum victim victim,
				const struct party *other)
{
	const struct party *best = NULL;
	unsigned least = BEYOND;
	size_t near = 0;

	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];
		unsigned rank = rank_of(party, victim);
		size_t far = party->first >= to ? party->first - to :
			     to > party->end ? to - party->end : 0;

		if (party->first < first || party->end > end ||
		    party == other || rank > least || rank == BEYOND ||
		    (best != NULL && rank == least && far >= near))
			continue;
		best = party;
		least = rank;
		near = far;
	}
	return best;
}

/* What may be the object: up to a relative pronoun, nothing if a comma comes
 * before the first party. */
static const struct party *pick_behind(const struct scene *scene,
				       const struct cue *trigger,
				       const struct party *other)
{
	const struct cue *relative;
	size_t first, end, comma;

	scene_segment(scene, trigger->end - 1, &first, &end);
	relative = scene_cue(scene, CUE_RELATIVE, trigger->end, end);
	if (relative != NULL)
		end = relative->first;
	comma = scene_comma(scene, trigger->end, end);
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first < trigger->end)
			continue;
		if (party->first > comma)
			break;
		return pick(scene, trigger->end, end, trigger->end,
			    trigger->row->victim, other);
	}
	return NULL;
}

static const struct party *pick_before(const struct scene *scene,
				       const struct cue *trigger,
				       const struct party *other)
{
	size_t first, end;
	const struct cue *said, *that = NULL;

	scene_segment(scene, trigger->first, &first, &end);
	said = scene_cue(scene, CUE_SPEECH, first, trigger->first);
	if (said != NULL)
		that = scene_cue(scene, CUE_THAT, said->end, trigger->first);
	if (that != NULL)
		first = that->end; /* who said it is not whom it befell */
	return pick(scene, first, trigger->first, trigger->first,
		    trigger->row->victim, other);
}

static const struct cue *pronoun_in(const struct scene *scene, size_t first,
				    size_t end)
{
	const struct cue *one = scene_cue(scene, CUE_PRONOUN, first, end);
	const struct cue *many = scene_cue(scene, CUE_PRONOUNS, first, end);

	return one != NULL ? one : many;
}

static const struct cue *pronoun_before(const struct scene *scene,
					const struct cue *trigger)
{
	size_t first, end;

	scene_segment(scene, trigger->first, &first, &end);
	return pronoun_in(scene, first, trigger->first);
}

/* Where the doer may stand: before an active verb, behind the "by" of a
 * passive one. */
static bool actor_place(const struct scene *scene, const struct cue *trigger,
			enum voice voice, size_t *first, size_t *end)
{
	const struct cue *by;

	scene_segment(scene, trigger->first, first, end);
	*end = trigger->first;
	if (voice == VOICE_ACTIVE || voice == VOICE_FREE)
		return true;
	by = scene_cue(scene, CUE_AGENT, trigger->end,
		       scene_on(scene, trigger->end, AGENT_REACH));
	if (by == NULL)
		return false;
	*first = by->end;
	*end = scene_on(scene, by->end, AGENT_REACH);
	return true;
}

/* The nearest body or official there, else the nearest of all. */
const struct party *participants_actor(const struct scene *scene,
				       const struct cue *trigger,
				       enum voice voice,
				       const struct party *target)
{
	const struct party *best = NULL;
	size_t first, end;

	if (!actor_place(scene, trigger, voice, &first, &end))
		return NULL;
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first >= first && party->end <= end &&
		    party != target &&
		    (best == NULL || best->class < PARTY_OFFICIAL ||
		     party->class >= PARTY_OFFICIAL))
			best = party;
	}
	return best;
}

/* Whom the act befalls: a party, or a pronoun that stands for one. */
const struct party *participants_target(const struct scene *scene,
					const struct cue *trigger,
					enum voice voice,
					const struct cue **pronoun)
{
	const struct party *party = NULL;

	*pronoun = NULL;
	if (trigger->row->victim == VICTIM_NONE)
		return NULL;
	/* "Demanded that journalists remove" holds its object. */
	party = pick(scene, trigger->first, trigger->end, trigger->first,
		     trigger->row->victim, NULL);
	if (party != NULL)
		return party;
	if (voice != VOICE_PASSIVE) {
		party = pick_behind(scene, trigger, NULL);
		*pronoun = pronoun_in(scene, trigger->end,
				      scene_on(scene, trigger->end,
					       PRONOUN_REACH));
	}
	if (party == NULL && *pronoun == NULL && voice != VOICE_ACTIVE) {
		party = pick_before(scene, trigger, NULL);
		*pronoun = pronoun_before(scene, trigger);
	}
	/* "Задержаны журналисты X и Y": words that are passive by themselves may
	 * stand before their subject */
	if (party == NULL && *pronoun == NULL &&
	    trigger->row->voice == VOICE_PASSIVE)
		party = pick_behind(scene, trigger, NULL);
	return party;
}
