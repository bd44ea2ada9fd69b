#include "events_internal.h"

#include <stdlib.h>

/* Beyond a year a date says nothing. */
enum { COARSEST = 366 };

/* A group under one of its targets, with its date; in the order of keys. */
struct spot {
	size_t root;               /* as it was when dates were equal */
	size_t bucket_end;         /* behind the last spot of type and target */
	int32_t first, last;
};

/* A spot whose date others may lie in. */
struct coarse {
	size_t root, spot;
	int64_t days;
};

struct within {
	struct event_groups *groups;
	LIST(struct spot) spots;
	LIST(struct coarse) coarse;
};

static bool same_bucket(const struct event_key *one,
			const struct event_key *other)
{
	return str_equal(one->name, other->name) &&
	       str_equal(one->type, other->type);
}

/* Each group once: `seen` holds of a root the last bucket that has it. */
static void list_bucket(struct within *w, size_t start, size_t end,
			size_t *seen)
{
	size_t from = w->spots.count;

	for (size_t i = start; i < end; i++) {
		const struct event_key *key = &w->groups->keys.items[i];
		size_t root = groups_root(w->groups, key->telling);

		if (seen[root] == start + 1)
			continue;
		seen[root] = start + 1;
		*LIST_ADD(&w->spots) = (struct spot){
			.root = root, .first = key->first, .last = key->last
		};
	}
	for (size_t i = from; i < w->spots.count; i++) {
		struct spot *spot = &w->spots.items[i];
		int64_t days = (int64_t)spot->last - spot->first + 1;

		spot->bucket_end = w->spots.count;
		if (days > 1 && days <= COARSEST)
			*LIST_ADD(&w->coarse) =
				(struct coarse){ spot->root, i, days };
	}
}

static void list_spots(struct within *w)
{
	const struct event_groups *groups = w->groups;
	size_t *seen = memory_get_zeroed((groups->events->tellings.count + 1) *
					 sizeof *seen);
	size_t start = 0, count = groups->keys.count;

	for (size_t i = 1; i <= count; i++) {
		const struct event_key *keys = groups->keys.items;

		if (keys[start].kind != KEY_NAMED)
			break; /* these come first */
		if (i < count && keys[i].kind == KEY_NAMED &&
		    same_bucket(&keys[start], &keys[i]))
			continue;
		list_bucket(w, start, i, seen);
		start = i;
	}
	free(seen);
}

/* The finer ones first, so that a year knows which months have a day. */
static int finer_first(const void *left, const void *right)
{
	const struct coarse *a = left, *b = right;

	if (a->days != b->days)
		return a->days < b->days ? -1 : 1;
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	return (a->spot > b->spot) - (a->spot < b->spot);
}

/* Go back from a spot to the first one of its bucket that begins on its day.
 * False: that are more than anybody looks at. */
static bool go_back(const struct within *w, size_t *spot)
{
	const struct spot *spots = w->spots.items;
	size_t looked = 0;

	while (*spot > 0 && spots[*spot - 1].first == spots[*spot].first &&
	       spots[*spot - 1].bucket_end == spots[*spot].bucket_end) {
		if (++looked > EVENTS_LOOKED_AT)
			return false;
		--*spot;
	}
	return true;
}

static bool lies_in(const struct spot *spot, const struct spot *coarse)
{
	return spot->last <= coarse->last &&
	       (spot->first > coarse->first || spot->last < coarse->last);
}

/* The event whose date lies in that of a spot; `found` is the one under other
 * targets. False: there are several, or more than anybody looks at. */
static bool find_event(struct within *w, size_t at, size_t *found)
{
	const struct spot *spots = w->spots.items, *coarse = &spots[at];
	size_t own = groups_root(w->groups, coarse->root), looked = 0, i = at;

	if (!go_back(w, &i))
		return false;
	for (; i < coarse->bucket_end && spots[i].first <= coarse->last; i++) {
		size_t root;

		if (++looked > EVENTS_LOOKED_AT)
			return false;
		root = groups_root(w->groups, spots[i].root);
		if (root == own || root == *found ||
		    !lies_in(&spots[i], coarse) ||
		    groups_contrary(w->groups, own, root))
			continue;
		if (*found != NO_TELLING)
			return false;
		*found = root;
	}
	return true;
}

static void join_group(struct within *w, size_t start, size_t end)
{
	size_t found = NO_TELLING;

	for (size_t i = start; i < end; i++)
		if (!find_event(w, w->coarse.items[i].spot, &found))
			return;
	if (found != NO_TELLING)
		groups_unite(w->groups, w->coarse.items[start].root, found,
			     EVIDENCE_TARGET | EVIDENCE_WITHIN);
}

void events_join_within(struct event_groups *groups)
{
	struct within w = { .groups = groups };
	size_t start = 0;

	list_spots(&w);
	if (w.coarse.count > 0)
		qsort(w.coarse.items, w.coarse.count, sizeof *w.coarse.items,
		      finer_first);
	for (size_t i = 1; i <= w.coarse.count; i++) {
		if (i < w.coarse.count &&
		    w.coarse.items[i].root == w.coarse.items[start].root)
			continue;
		join_group(&w, start, i);
		start = i;
	}
	LIST_RELEASE(&w.spots);
	LIST_RELEASE(&w.coarse);
}
