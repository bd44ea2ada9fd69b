#include "focus.h"

static bool is_person(const struct party *party)
{
	return party->named && (party->class == PARTY_PEOPLE ||
				party->class == PARTY_OFFICIAL);
}

struct str focus_antecedent(const struct focus *focus,
			    const struct scene *scene,
			    const struct cue *pronoun,
			    const struct party *other)
{
	bool many = pronoun->row->kind == CUE_PRONOUNS;

	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= pronoun->first && party != other &&
		    is_person(party) && party->many == many)
			return party->id;
	}
	return many ? focus->people : focus->person;
}

void focus_move(struct focus *focus, const struct scene *scene)
{
	bool person = false;

	/* The subject stands first; who is named later is spoken of less. */
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (!is_person(party) ||
		    scene_token(scene, party->first)->stretch > 0)
			continue;
		if (party->many)
			focus->people = party->id;
		else if (!person)
			focus->person = party->id;
		person = person || !party->many;
	}
}
