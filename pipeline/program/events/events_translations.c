#include "events_internal.h"

#include <stdlib.h>

/* A telling of a report that has translations. */
struct place {
	struct str family, section, type;
	int32_t first, last;
	size_t telling, document;
};

/* Tellings of one type with one date in one section of a report and its
 * translations; `places` are in the order of documents, then of the text. */
struct section_run {
	struct event_groups *groups;
	const struct place *places;
	size_t count;
};

/* A section with more of a type on one date is a list, where order tells
 * nothing. */
enum { RUN_MAX = EVENTS_LOOKED_AT };

static int compare_runs(const struct place *a, const struct place *b)
{
	int order = str_compare(a->family, b->family);

	if (order == 0)
		order = str_compare(a->section, b->section);
	if (order == 0)
		order = str_compare(a->type, b->type);
	if (order == 0)
		order = (a->first > b->first) - (a->first < b->first);
	return order == 0 ? (a->last > b->last) - (a->last < b->last) : order;
}

/* Documents, and what they tell, are numbered in order. */
static int compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order = compare_runs(a, b);

	if (order == 0)
		order = (a->telling > b->telling) - (a->telling < b->telling);
	return order;
}

static size_t root_at(const struct section_run *run, size_t at)
{
	return groups_root(run->groups, run->places[at].telling);
}

/* Whether a group has a telling in a document, among those of the run. */
static bool is_told_in(const struct section_run *run, size_t root,
		       size_t document)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->places[i].document == document &&
		    root_at(run, i) == root)
			return true;
	return false;
}

/* Whether its target's name is missing: one that has it is joined by that, or
 * is another act. */
static bool is_unnamed(const struct telling *telling)
{
	return !telling_has_named(telling, EVENT_TARGET);
}

static bool agree(const struct telling *one, const struct telling *other,
		  enum event_role role)
{
	return one->party_counts[role] == 0 || other->party_counts[role] == 0 ||
	       telling_shares(one, other, role);
}

/* How many there are is a name too. */
static bool is_counted(const struct telling *telling)
{
	for (size_t i = 0; i < telling->party_counts[EVENT_TARGET]; i++) {
		struct str name = telling->parties[EVENT_TARGET][i].name;

		if (name.len > 0 && name.data[0] >= '0' && name.data[0] <= '9')
			return true;
	}
	return false;
}

/* Whether nothing that two tell is another thing. A group and a name may be
 * one; 3_journalists are not 2_editors, and one person is not three. */
static bool may_be_same(const struct telling *unnamed,
			const struct telling *other)
{
	if (!agree(unnamed, other, EVENT_LAW) ||
	    !agree(unnamed, other, EVENT_PLACE))
		return false;
	return agree(unnamed, other, EVENT_TARGET) ||
	       (telling_has_named(other, EVENT_TARGET) && !is_counted(unnamed));
}

/* The places of a document whose acts no one of another document tells: all, or
 * those without a name. */
static size_t list_left(const struct section_run *run, size_t document,
			size_t other, bool unnamed_only, size_t *left)
{
	const struct telling *tellings = run->groups->events->tellings.items;
	size_t count = 0;

	for (size_t i = 0; i < run->count; i++) {
		size_t telling = run->places[i].telling;

		if (run->places[i].document == document &&
		    !is_told_in(run, root_at(run, i), other) &&
		    (!unnamed_only || is_unnamed(&tellings[telling])))
			left[count++] = telling;
	}
	return count;
}

/* What a document tells without a name is what its translation tells at the
 * same place in the order of what is left there. */
static void join_documents(const struct section_run *run, size_t document,
			   size_t other)
{
	const struct telling *tellings = run->groups->events->tellings.items;
	size_t own[RUN_MAX], its[RUN_MAX];
	size_t count = list_left(run, document, other, false, own);

	if (count == 0 || count != list_left(run, document, other, true, own) ||
	    count != list_left(run, other, document, false, its))
		return;
	for (size_t i = 0; i < count; i++)
		if (!may_be_same(&tellings[own[i]], &tellings[its[i]]) ||
		    groups_contrary(run->groups,
				    groups_root(run->groups, own[i]),
				    groups_root(run->groups, its[i])))
			return;
	for (size_t i = 0; i < count; i++)
		groups_unite(run->groups, own[i], its[i],
			     EVIDENCE_TRANSLATION);
}

static void join_run(const struct section_run *run)
{
	const struct event_document *documents =
		run->groups->events->documents.items;

	if (run->count < 2 || run->count > RUN_MAX)
		return;
	for (size_t i = 0; i < run->count; i++) {
		size_t own = run->places[i].document;

		if (i > 0 && run->places[i - 1].document == own)
			continue;
		for (size_t k = 0; k < run->count; k++) {
			size_t other = run->places[k].document;

			if ((k == 0 || run->places[k - 1].document != other) &&
			    !str_equal(documents[own].lang,
				       documents[other].lang))
				join_documents(run, own, other);
		}
	}
}

void events_join_translations(struct event_groups *groups)
{
	const struct events *events = groups->events;
	LIST(struct place) places = { NULL, 0, 0 };
	size_t start = 0;

	for (size_t i = 0; i < events->tellings.count; i++) {
		const struct telling *telling = &events->tellings.items[i];
		const struct event_document *document =
			&events->documents.items[telling->document];

		if (document->family.len > 0 && telling_has_date(telling))
			*LIST_ADD(&places) = (struct place){
				.family = document->family,
				.section = telling->section,
				.type = telling->type, .telling = i,
				.first = telling->first, .last = telling->last,
				.document = telling->document
			};
	}
	if (places.count > 0)
		qsort(places.items, places.count, sizeof *places.items,
		      compare_places);
	for (size_t i = 1; i <= places.count; i++) {
		struct section_run run = { groups, &places.items[start],
					   i - start };

		if (i < places.count &&
		    compare_runs(&places.items[start], &places.items[i]) == 0)
			continue;
		join_run(&run);
		start = i;
	}
	LIST_RELEASE(&places);
}
