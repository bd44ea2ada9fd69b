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

static bool is_date(struct str value)
{
	return value.len > 0 && !str_has_prefix(value, STR("X"));
}

void focus_move(struct focus *focus, const struct cues *cues,
		const struct scene *scene)
{
	const struct mention *mentions = scene->doc->mentions.items;
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
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		if (mentions[i].type == MENTION_DATE &&
		    is_date(mentions[i].value))
			focus->date = mentions[i].value;
		if (mentions[i].type == MENTION_PLACE &&
		    !cues_is_country(cues, mentions[i].id))
			focus->place = mentions[i].id;
	}
}
