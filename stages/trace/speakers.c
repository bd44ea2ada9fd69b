#include "speakers.h"

enum {
	BEFORE_REACH = 16,  /* a subject with its apposition */
	AFTER_REACH = 16,
	FRAME_REACH = 8     /* "according to X" */
};

static bool may_speak(const struct scene *scene, const struct party *party)
{
	return scene_token(scene, party->first)->stretch == 0 && !party->told;
}

/* "Kumtasov's lawyer Tasbastauova": a name right before another name or an
 * office is whose, not who. */
static bool is_owner(const struct scene *scene, size_t party)
{
	const struct party *this = &scene->parties.items[party];

	if (party + 1 == scene->parties.count)
		return false;
	return (this + 1)->first == this->end ||
	       (scene_cue(scene, CUE_ROLE, this->end, this->end + 1) != NULL &&
		scene_comma(scene, this->end, (this + 1)->first + 1) >
			this->end);
}

static unsigned rank_of(const struct party *party)
{
	if (party->class == PARTY_PEOPLE || party->class == PARTY_OFFICIAL)
		return party->named ? 0 : 1;
	return 2;
}

/* The speaker in [first, end): people before others, then the nearest to the
 * cue. */
static const struct party *pick(const struct scene *scene, size_t first,
				size_t end, bool behind)
{
	const struct party *best = NULL;

	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first < first || party->end > end ||
		    !may_speak(scene, party) ||
		    (behind && is_owner(scene, i)))
			continue;
		if (best == NULL || rank_of(party) < rank_of(best) ||
		    (!behind && rank_of(party) == rank_of(best)))
			best = party;
	}
	return best;
}

static bool take_pronoun(struct speaker *speaker, const struct scene *scene,
			 const struct focus *focus, size_t first, size_t end)
{
	const struct cue *pronoun = scene_cue(scene, CUE_PRONOUN, first, end);

	if (pronoun == NULL)
		pronoun = scene_cue(scene, CUE_PRONOUNS, first, end);
	if (pronoun == NULL || scene_token(scene, pronoun->first)->stretch > 0)
		return false;
	*speaker = (struct speaker){
		focus_antecedent(focus, scene, pronoun, NULL),
		pronoun->first, pronoun->end
	};
	return speaker->id.len > 0;
}

static bool take(struct speaker *speaker, const struct party *party)
{
	if (party == NULL)
		return false;
	*speaker = (struct speaker){ party->id, party->first, party->end };
	return true;
}

static bool find_before(struct speaker *speaker, const struct scene *scene,
			const struct cue *cue, const struct focus *focus)
{
	size_t reach = cue->row->saying == SAYING_END ? SCENE_TOKENS :
							BEFORE_REACH;
	size_t first, end;

	scene_segment(scene, cue->first, &first, &end);
	if (cue->first - first > reach)
		first = cue->first - reach;
	return take(speaker, pick(scene, first, cue->first, false)) ||
	       take_pronoun(speaker, scene, focus, first, cue->first);
}

static bool find_behind(struct speaker *speaker, const struct scene *scene,
			const struct cue *cue, const struct focus *focus)
{
	size_t reach = cue->row->saying == SAYING_FRAME ? FRAME_REACH :
							  AFTER_REACH;
	size_t first, end;

	scene_segment(scene, cue->end - 1, &first, &end);
	if (end - cue->end > reach)
		end = cue->end + reach;
	if (cue->row->saying == SAYING_FRAME)
		end = scene_comma(scene, cue->end, end);
	return take(speaker, pick(scene, cue->end, end, true)) ||
	       take_pronoun(speaker, scene, focus, cue->end, end);
}

bool speaker_find(struct speaker *speaker, const struct scene *scene,
		  const struct cue *cue, const struct focus *focus)
{
	switch (cue->row->side) {
	case SIDE_BEFORE:
		return find_before(speaker, scene, cue, focus);
	case SIDE_AFTER:
		return find_behind(speaker, scene, cue, focus);
	default:
		return find_before(speaker, scene, cue, focus) ||
		       find_behind(speaker, scene, cue, focus);
	}
}
