#include "focus.h"

static bool is_person(const struct party *party)
{
	return party->named && (party->class == PARTY_PEOPLE ||
				party->class == PARTY_OFFICIAL);
}

/* The last people named together before a token, else those of the sentences
 * before. */
static struct str people_before(const struct focus *focus,
				const struct scene *scene, size_t token)
{
	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= token && party->many && !party->inner &&
		    is_person(party))
			return party->id;
	}
	return focus->people;
}

static uint64_t ids_in(struct str people)
{
	uint64_t count = people.len > 0;

	for (size_t i = 0; i < people.len; i++)
		count += people.data[i] == ';';
	return count;
}

static struct str one_of_two(struct str people, bool first)
{
	size_t middle = str_find(people, STR(";"), 0);

	if (ids_in(people) != 2)
		return STR_NONE;
	return first ? str_slice(people, 0, middle) :
		       str_slice(people, middle + 1, people.len);
}

static struct str outlet_before(const struct focus *focus,
				const struct scene *scene, size_t token)
{
	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= token && party->named && !party->many &&
		    party->class == PARTY_MEDIA &&
		    party->type != MENTION_PLATFORM)
			return party->id;
	}
	return focus->paper;
}

static struct str people_in(const struct scene *scene,
			    const struct cue *pronoun,
			    const struct party *other, bool many)
{
	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= pronoun->first && party != other &&
		    !party->inner &&
		    (is_person(party) || (many && party->counted &&
					  party->class == PARTY_PEOPLE)) &&
		    party->many == many)
			return party->id;
	}
	return STR_NONE;
}

struct str focus_antecedent(const struct focus *focus,
			    const struct scene *scene,
			    const struct cue *pronoun,
			    const struct party *other, enum pointed pointed)
{
	enum cue_kind kind = pronoun->row->kind;
	bool many = kind == CUE_PRONOUNS || kind == CUE_WHOSE_SEVERAL;
	struct str found = STR_NONE;

	if (kind == CUE_FIRST || kind == CUE_SECOND)
		return one_of_two(people_before(focus, scene, pronoun->first),
				  kind == CUE_FIRST);
	if (kind == CUE_IT || kind == CUE_ITS)
		return outlet_before(focus, scene, pronoun->first);
	if (pointed == POINTED_OUTLET && !many)
		found = outlet_before(focus, scene, pronoun->first);
	if (found.len == 0)
		found = people_in(scene, pronoun, other, many);
	if (found.len > 0 || many)
		return many && found.len == 0 ? focus->people : found;
	if (pointed == POINTED_ANY && focus->near.len == 0)
		found = focus->paper;
	return found.len > 0 ? found : focus->person;
}

struct str focus_counted(const struct focus *focus, const struct scene *scene,
			 const struct party *group)
{
	struct str people = people_before(focus, scene, group->from);

	return ids_in(people) == group->number ? people : STR_NONE;
}

struct str focus_noun(const struct focus *focus, const struct scene *scene,
		      const struct party *noun, const struct party *other)
{
	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= noun->first && party->named &&
		    party != other &&
		    party->class == noun->class && !party->many &&
		    !party->inner && party->type != MENTION_PLATFORM)
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
			focus->outlet = focus->paper = party->id;
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
