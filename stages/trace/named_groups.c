#include "named_groups.h"

#include "party_phrases.h"

enum {
	AMONG_REACH = 2,   /* tokens around "including" */
	NAME_WORDS = 3     /* between a number of people and their names */
};

/* Whether the names of a group follow at `token`: in brackets, or behind a word
 * such as "including", which a comma or dash may stand before and behind. */
static bool names_follow(const struct scene *scene, size_t token, size_t end)
{
	const struct cue *among;

	if (token + 1 == end && str_equal(scene_text(scene, token), STR("(")))
		return true;
	among = scene_cue(scene, CUE_AMONG, token,
			  scene_on(scene, token, AMONG_REACH));
	return among != NULL && among->end <= end &&
	       end - among->end <= AMONG_REACH;
}

/* "Several media (Exclusive.kz, ratel.kz)", "reporters, including X": the group
 * gets the names; one that is counted keeps its number. */
static void name_group(struct scene *scene, size_t i)
{
	struct party *party = &scene->parties.items[i], *next = party + 1;

	if (i + 1 == scene->parties.count || party->named || party->counted ||
	    party->inner || next->inner || !next->named ||
	    party->class != next->class ||
	    !names_follow(scene, party->end, next->from))
		return;
	party->id = next->id;
	party->named = true;
	party->told = false;
	next->inner = true;
}

static bool is_mark(const struct scene *scene, size_t token)
{
	return token < scene->end && scene_is_mark(scene, token);
}

static bool are_so_many(const struct party *group, const struct party *names)
{
	return group->counted && !group->named && !group->inner &&
	       names->named && !names->inner && names->many &&
	       group->class == PARTY_PEOPLE && names->class == PARTY_PEOPLE &&
	       group->number == names->number;
}

/* "Two reporters of X: Y and Z": so many names behind a mark. */
static void name_counted(struct scene *scene, size_t i)
{
	struct party *group = &scene->parties.items[i], *names = group + 1;
	const struct party *end = scene->parties.items + scene->parties.count;
	bool named;

	while (names < end && names->inner)
		names++;
	if (names == end || !are_so_many(group, names) ||
	    names->from <= group->until ||
	    !is_mark(scene, names->from - 1) ||
	    party_gap(scene, group->until, names->from - 1, &named) >
		    NAME_WORDS)
		return;
	group->inner = true;
	names->head = group->head;
	names->from = group->from;
}

/* "Y and Z, two reporters of X,": the number behind so many names. */
static void tell_names(struct scene *scene, size_t i)
{
	struct party *group = &scene->parties.items[i], *names = group;
	bool named;

	while (names > scene->parties.items && (names == group || names->inner))
		names--;
	if (names == group || !are_so_many(group, names) ||
	    !is_mark(scene, names->until) ||
	    !is_mark(scene, group->until) ||
	    party_gap(scene, names->until + 1, group->from, &named) > 1)
		return;
	group->inner = true;
	names->until = group->until;
}

void named_groups_read(struct scene *scene)
{
	static void (*const steps[])(struct scene *, size_t) = {
		name_group, name_counted, tell_names
	};

	for (size_t s = 0; s < COUNT_OF(steps); s++)
		for (size_t i = 0; i < scene->parties.count; i++)
			steps[s](scene, i);
}
