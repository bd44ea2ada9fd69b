/* What the steps share; for this folder alone. */
#ifndef ESEP_EVENTS_INTERNAL_H
#define ESEP_EVENTS_INTERNAL_H

#include "events.h"
#include "string_map.h"

#define NO_TELLING SIZE_MAX

/* Of many, so many are looked at: a hostile database has 100,000 incidents of
 * one target. Who has more of them on a date is joined with none behind. */
enum { EVENTS_LOOKED_AT = 64 };

/* By what a type's incidents can be the same; of a bare one by none. */
enum event_key_kind { KEY_NAMED, KEY_GROUP, KEY_LAW, KEY_PLACE };

/* A reason to be together: of each target a telling has one. */
struct event_key {
	struct str type, name, place;
	size_t telling;
	int32_t first, last;
	uint8_t kind;
};

/* What a group of tellings says, by the first that says it. */
struct event_facts {
	size_t law, place, outcome, number; /* tellings, or NO_TELLING */
	unsigned evidence;
};

struct event_groups {
	struct events *events;
	size_t *above;             /* of each telling one nearer to its root,
	                              which is the first of its group */
	struct event_facts *facts; /* of roots */
	LIST(struct event_key) keys; /* sorted: those of one thing together, by
	                                date */
	struct string_map towns;
};

/* Every telling by itself. Release it on an error too.
 * errors: those of lexicons_table */
int groups_init(struct event_groups *groups, struct events *events,
		struct lexicons *lexicons, struct err *err);
void groups_release(struct event_groups *groups);

/* The first telling of the group that one is in. */
size_t groups_root(struct event_groups *groups, size_t telling);

/* Put the groups of two tellings together; what else the two share is evidence
 * too. */
void groups_unite(struct event_groups *groups, size_t one, size_t other,
		  unsigned evidence);

/* Whether two roots cannot be one event, unless a day says so: other laws,
 * amounts, numbers or towns. */
bool groups_contrary(const struct event_groups *groups, size_t one,
		     size_t other);

/* Whether a telling has a date; one of a few days, not "about". */
static inline bool telling_has_date(const struct telling *telling)
{
	return telling->first <= telling->last;
}
bool telling_is_exact(const struct telling *telling);

/* How many days its date covers. */
static inline int64_t telling_days(const struct telling *telling)
{
	return (int64_t)telling->last - telling->first + 1;
}

bool telling_has_named(const struct telling *telling, enum event_role role);

/* The documents and the tellings.
 * errors: ERR_DATABASE; those of lexicons_table */
int events_load(struct events *events, struct database *db,
		struct lexicons *lexicons, struct event_ids ids,
		struct event_ids denials, struct err *err);

/* Which documents are files of one report. errors: ERR_DATABASE */
int events_find_twins(struct events *events, struct database *db,
		      struct err *err);

/* The steps, in this order. errors: ERR_DATABASE; those of lexicons_table */
int events_join_equal(struct event_groups *groups, struct lexicons *lexicons,
		      struct err *err);
void events_join_within(struct event_groups *groups);
int events_join_copies(struct event_groups *groups, struct database *db,
		       struct err *err);
void events_join_translations(struct event_groups *groups);

/* In how many sentences of how many reports they stand. errors: ERR_DATABASE */
int events_count(struct events *events, struct database *db, struct err *err);

#endif
