#include "events_internal.h"

#include <stdlib.h>

/* Types whose incidents have no target, by lexicons/acts.tsv. */
static int read_bare_types(struct string_map *bare, struct lexicons *lexicons,
			   struct err *err)
{
	struct table *acts;
	int rc = lexicons_table(lexicons, "acts.tsv", &acts, err);

	for (size_t row = 0; rc == 0 && row < acts->row_count; row++)
		if (str_equal(table_named_cell(acts, row, "target"),
			      STR("none")))
			string_map_add(bare,
				       table_named_cell(acts, row, "type"), 1);
	return rc;
}

static void add_key(struct event_groups *groups, size_t at,
		    enum event_key_kind kind, struct str name, struct str place)
{
	const struct telling *telling = &groups->events->tellings.items[at];

	*LIST_ADD(&groups->keys) = (struct event_key){
		.type = telling->type, .name = name, .place = place,
		.telling = at, .first = telling->first, .last = telling->last,
		.kind = (uint8_t)kind
	};
}

static void add_group_keys(struct event_groups *groups, size_t at,
			   struct str name)
{
	const struct telling *telling = &groups->events->tellings.items[at];

	for (size_t i = 0; i < telling->party_counts[EVENT_PLACE] &&
			   i < EVENTS_LOOKED_AT; i++)
		add_key(groups, at, KEY_GROUP, name,
			telling->parties[EVENT_PLACE][i].name);
}

/* Of a type without a target; a law is in the news for months, and a year tells
 * little. */
static void add_bare_keys(struct event_groups *groups, size_t at)
{
	enum { MONTH = 31 };
	const struct telling *telling = &groups->events->tellings.items[at];
	enum event_role role = telling->party_counts[EVENT_LAW] > 0
				       ? EVENT_LAW : EVENT_PLACE;

	if (role == EVENT_LAW ? telling_days(telling) > MONTH
			      : !telling_is_exact(telling))
		return;
	for (size_t i = 0; i < telling->party_counts[role]; i++)
		add_key(groups, at, role == EVENT_LAW ? KEY_LAW : KEY_PLACE,
			telling->parties[role][i].name, STR_NONE);
}

static void add_keys(struct event_groups *groups, size_t at, bool is_bare)
{
	const struct telling *telling = &groups->events->tellings.items[at];

	if (!telling_has_date(telling))
		return;
	for (size_t i = 0; i < telling->party_counts[EVENT_TARGET]; i++) {
		const struct event_party *target =
			&telling->parties[EVENT_TARGET][i];

		if (target->is_named)
			add_key(groups, at, KEY_NAMED, target->name, STR_NONE);
		else if (telling_is_exact(telling))
			add_group_keys(groups, at, target->name);
	}
	if (is_bare && telling->party_counts[EVENT_TARGET] == 0)
		add_bare_keys(groups, at);
}

static int compare_things(const struct event_key *a, const struct event_key *b)
{
	int order = (int)a->kind - (int)b->kind;

	if (order == 0)
		order = str_compare(a->type, b->type);
	if (order == 0)
		order = str_compare(a->name, b->name);
	return order == 0 ? str_compare(a->place, b->place) : order;
}

static int compare_spans(const struct event_key *a, const struct event_key *b)
{
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->last > b->last) - (a->last < b->last);
}

static int compare_keys(const void *left, const void *right)
{
	const struct event_key *a = left, *b = right;
	int order = compare_things(a, b);

	if (order == 0)
		order = compare_spans(a, b);
	if (order == 0)
		order = (a->telling > b->telling) - (a->telling < b->telling);
	return order;
}

/* Keys of one thing with one date, and the groups that they make. */
struct equal_run {
	struct event_groups *groups;
	bool is_free;              /* a named target on a day: that is all */
	size_t firsts[EVENTS_LOOKED_AT];
	size_t count;
};

/* The one group that a telling goes with, or NO_TELLING. */
static size_t find_partner(const struct equal_run *run, size_t telling)
{
	size_t root = groups_root(run->groups, telling), found = NO_TELLING;

	for (size_t i = 0; i < run->count; i++) {
		size_t other = groups_root(run->groups, run->firsts[i]);

		if (other == root || run->is_free)
			return other;
		if (other == found || groups_contrary(run->groups, root, other))
			continue;
		if (found != NO_TELLING)
			return NO_TELLING;
		found = other;
	}
	return found;
}

/* Whether it tells what could contradict others: these are put together before
 * those that go with any. */
static bool tells_more(const struct event_groups *groups, size_t telling)
{
	const struct event_facts *facts = &groups->facts[telling];

	return facts->law != NO_TELLING || facts->place != NO_TELLING ||
	       facts->outcome != NO_TELLING || facts->number != NO_TELLING;
}

static void join_one(struct equal_run *run, const struct event_key *key)
{
	static const unsigned evidence[] = {
		[KEY_NAMED] = EVIDENCE_TARGET | EVIDENCE_DATE,
		[KEY_GROUP] = EVIDENCE_TARGET | EVIDENCE_DATE,
		[KEY_LAW] = EVIDENCE_DATE, [KEY_PLACE] = EVIDENCE_DATE
	};
	size_t partner = find_partner(run, key->telling);

	if (partner != NO_TELLING)
		groups_unite(run->groups, key->telling, partner,
			     evidence[key->kind]);
	else if (run->count < EVENTS_LOOKED_AT)
		run->firsts[run->count++] = key->telling;
}

static void join_run(struct event_groups *groups, size_t start, size_t end)
{
	const struct event_key *keys = groups->keys.items;
	struct equal_run run = { .groups = groups };

	run.is_free = keys[start].kind == KEY_NAMED &&
		      telling_is_exact(&groups->events->tellings
						.items[keys[start].telling]);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = start; i < end; i++)
			if (tells_more(groups, keys[i].telling) == (pass == 0))
				join_one(&run, &keys[i]);
}

int events_join_equal(struct event_groups *groups, struct lexicons *lexicons,
		      struct err *err)
{
	struct string_map bare = STRING_MAP_INIT;
	const struct events *events = groups->events;
	int rc = read_bare_types(&bare, lexicons, err);
	size_t start = 0, count;

	for (size_t i = 0; rc == 0 && i < events->tellings.count; i++)
		add_keys(groups, i, string_map_find(&bare,
				events->tellings.items[i].type) != 0);
	string_map_release(&bare);
	count = groups->keys.count;
	if (rc < 0 || count == 0)
		return rc;
	qsort(groups->keys.items, count, sizeof *groups->keys.items,
	      compare_keys);
	for (size_t i = 1; i <= count; i++) {
		const struct event_key *keys = groups->keys.items;

		if (i < count && compare_things(&keys[start], &keys[i]) == 0 &&
		    compare_spans(&keys[start], &keys[i]) == 0)
			continue;
		join_run(groups, start, i);
		start = i;
	}
	return 0;
}
