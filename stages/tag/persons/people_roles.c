#include "persons_internal.h"
#include "role_endings.h"

/* What the people of a document are told to be. */

bool people_is_nominative(const struct persons *p, const struct scan *scan,
			  const struct found_person *found)
{
	const struct name_part *given = &found->given;

	if (!persons_has(given) || !(given->is & PART_SPELLED) || !given->gender)
		return false;
	if (given->gender == GENDER_F && given->is & PART_BOTH)
		return false; /* Александра may be Александр's case */
	if (persons_has(&found->surname) &&
	    person_names_is_oblique(p->names, scan, &found->surname))
		return false; /* "Айнур Досжановой" */
	return role_endings_has(p->marks.endings, scan, given->end - 1,
				given->gender == GENDER_M ? ENDS_BASE
							  : ENDS_BASE_F);
}

/* The mention that told the type is kept: the first that says journalist, else
 * the first that says official. */
static void take_told(struct human *human, const struct found_person *found,
		      unsigned before, unsigned now)
{
	unsigned new = now & ~before & (ROLE_JOURNALIST | ROLE_OFFICIAL);

	if (new && !(before & ROLE_JOURNALIST))
		human->told = found->first + 1;
}

void people_take_role(struct human *human, const struct found_person *found,
		      unsigned roles)
{
	take_told(human, found, human->roles, roles);
	human->roles |= roles;
}

/* The only person that each sentence names; SEVERAL where there are more. */
static void find_only(struct persons *p, const struct scan *scan)
{
	LIST_CLEAR(&p->only);
	for (size_t i = 0; i < scan->doc->sentences.count; i++)
		*LIST_ADD(&p->only) = NOBODY;
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];
		uint32_t *only = &p->only.items[
			scan->marks.items[found->first].sentence];

		if (found->who != NOBODY && *only != found->who)
			*only = *only == NOBODY ? found->who : SEVERAL;
	}
}

/* "His colleague X", "her deputy X": what the one is who was named before, in
 * the sentence or in the one before it, who may be told of in another way. */
static unsigned peer_roles(const struct persons *p, const struct scan *scan,
		    const struct found_person *found)
{
	size_t i = (size_t)(found - p->found.items), sentence;

	if (!role_is_peer(&p->marks, scan, found->first))
		return 0;
	sentence = scan->marks.items[found->first].sentence;
	while (i-- > 1) {
		const struct found_person *other = &p->found.items[i];
		size_t at = scan->marks.items[other->first].sentence;

		if (at + 1 < sentence)
			return 0;
		if (at <= sentence && other->first < found->first &&
		    other->who && other->who != found->who)
			return p->people.items[other->who - 1].roles &
			       (ROLE_JOURNALIST | ROLE_OFFICIAL);
	}
	return 0;
}

/* What a person is told to be beside the name; of those of whom nothing is told
 * there, by what they do. */
void people_give_roles(struct persons *p, struct scan *scan)
{
	find_only(p, scan);
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];

		if (found->who)
			people_take_role(
				&p->people.items[found->who - 1], found,
				role_of(&p->marks, scan, found->first,
					found->end,
					people_is_nominative(p, scan, found)));
	}
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];
		struct human *human;
		unsigned before;

		if (!found->who)
			continue;
		human = &p->people.items[found->who - 1];
		before = human->roles | human->deeds;
		if (human->roles & ROLE_JOURNALIST)
			continue;
		if (!(human->roles & ROLE_OFFICIAL))
			human->deeds |= peer_roles(p, scan, found);
		human->deeds |= role_by_deed(&p->marks, scan, found->first,
					     found->end,
					     human->roles & ROLE_OFFICIAL);
		if (!(human->roles & ROLE_OFFICIAL) &&
		    p->only.items[scan->marks.items[found->first].sentence] ==
			    found->who &&
		    (role_is_journalist_next(&p->marks, scan, found->first) ||
		     role_is_journalist_behind(&p->marks, scan, found->end)))
			human->deeds |= ROLE_JOURNALIST;
		human->deeds |= role_told_next(
			&p->marks, scan, found->first,
			p->only.items[scan->marks.items[found->first]
					      .sentence] != found->who);
		take_told(human, found, before, human->deeds);
	}
	for (size_t i = 0; i < p->people.count; i++)
		p->people.items[i].roles |= p->people.items[i].deeds;
}

enum mention_type people_type(const struct human *human)
{
	if (human->roles & ROLE_JOURNALIST)
		return MENTION_JOURNALIST;
	if (human->roles & ROLE_OFFICIAL)
		return MENTION_OFFICIAL;
	if (human->is_author && !human->roles) /* nothing else is said */
		return MENTION_JOURNALIST;
	return MENTION_PERSON;
}
