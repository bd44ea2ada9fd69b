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
	bool many = pronoun->row->kind == CUE_PRONOUNS ||
		    pronoun->row->kind == CUE_WHOSE_SEVERAL;

	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= pronoun->first && party != other &&
		    !party->inner &&
		    (is_person(party) || (many && party->counted &&
					  party->class == PARTY_PEOPLE)) &&
		    party->many == many)
			return party->id;
	}
	if (many)
		return focus->people;
	return focus->person;
}

struct str focus_noun(const struct focus *focus, const struct scene *scene,
		      const struct party *noun, const struct party *other)
{
	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= noun->first && party->named &&
		    party != other &&
		    party->class == noun->class && !party->many &&
		    !party->inner)
			return party->id;
	}
	return noun->class == PARTY_MEDIA ? focus->outlet : focus->person;
}

static void move_people(struct focus *focus, const struct scene *scene)
{
	bool person = false;

	/* The subject stands first; who is named later is spoken of less. */
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->named && party->class == PARTY_MEDIA &&
		    party->type != MENTION_PLATFORM)
			focus->outlet = party->id;
		if (party->many && party->counted &&
		    party->class == PARTY_PEOPLE)
			focus->people = party->id;
		if (!is_person(party) ||
		    scene_token(scene, party->first)->stretch > 0)
			continue;
		if (party->many)
			focus->people = party->id;
		else if (!person)
			focus->person = focus->near = party->id;
		person = person || !party->many;
	}
}

void focus_move(struct focus *focus, const struct scene *scene, size_t incident)
{
	const struct document *doc = scene->doc;

	move_people(focus, scene);
	for (; incident < doc->incidents.count; incident++)
		if (doc->incidents.items[incident].target.len > 0)
			focus->target = doc->incidents.items[incident].target;
}
