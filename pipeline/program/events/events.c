#include "events_internal.h"

#include <stdlib.h>

const char *const event_evidence_names[EVIDENCES] = {
	"target", "date", "within", "place", "actor", "law", "text",
	"translation"
};

const struct telling *event_lead(const struct events *events,
				 const struct event *event)
{
	return &events->tellings.items[event->lead];
}

/* Its own date before one from elsewhere; what somebody says happened before
 * what somebody denies. */
static int compare_leads(const struct telling *a, const struct telling *b)
{
	bool a_stated = str_equal(a->date_from, STR("stated"));
	bool b_stated = str_equal(b->date_from, STR("stated"));

	if (a->denies != b->denies)
		return a->denies ? 1 : -1;
	if (telling_has_date(a) != telling_has_date(b))
		return telling_has_date(a) ? -1 : 1;
	if (telling_has_date(a) && telling_days(a) != telling_days(b))
		return telling_days(a) < telling_days(b) ? -1 : 1;
	return (int)b_stated - (int)a_stated;
}

static void choose_lead(const struct events *events, struct event *event)
{
	event->lead = event->tellings[0];
	for (size_t i = 1; i < event->count; i++) {
		size_t at = event->tellings[i];

		if (compare_leads(&events->tellings.items[at],
				  event_lead(events, event)) < 0)
			event->lead = at;
	}
}

struct str event_status(const struct events *events, const struct event *event)
{
	struct str found = event_lead(events, event)->status;

	for (size_t i = 0; i < event->count; i++) {
		const struct telling *telling =
			&events->tellings.items[event->tellings[i]];

		if (!telling->denies &&
		    str_equal(telling->status, STR("asserted")))
			return telling->status;
	}
	return found;
}

static int compare_events(const void *left, const void *right, void *data)
{
	const struct event *a = left, *b = right;
	const struct telling *one = event_lead(data, a);
	const struct telling *other = event_lead(data, b);
	int order = (int)telling_has_date(other) - (int)telling_has_date(one);

	if (order == 0 && telling_has_date(one))
		order = edtf_compare(&one->parsed, &other->parsed);
	if (order == 0)
		order = (a->lead > b->lead) - (a->lead < b->lead);
	return order;
}

/* How many tellings each root has; its event gets room for them. */
static void make_events(struct event_groups *groups, size_t *event_of)
{
	struct events *events = groups->events;
	size_t count = events->tellings.count;
	size_t *sizes = memory_get_zeroed((count + 1) * sizeof *sizes);

	for (size_t i = 0; i < count; i++)
		sizes[groups_root(groups, i)]++;
	for (size_t i = 0; i < count; i++) {
		if (sizes[i] == 0)
			continue;
		event_of[i] = events->list.count;
		*LIST_ADD(&events->list) = (struct event){
			.tellings = arena_get(&events->arena, sizes[i] *
					      sizeof(size_t)),
			.evidence = groups->facts[i].evidence
		};
	}
	free(sizes);
}

static bool is_asked_for(const struct events *events,
			 const struct event *event)
{
	for (size_t i = 0; i < event->count; i++)
		if (!events->tellings.items[event->tellings[i]].is_beside)
			return true;
	return false;
}

/* A denial of what nobody tells is no event. */
static void drop_denials(struct events *events)
{
	size_t kept = 0;

	for (size_t i = 0; i < events->list.count; i++) {
		struct event *event = &events->list.items[i];

		choose_lead(events, event);
		if (is_asked_for(events, event))
			events->list.items[kept++] = *event;
	}
	events->list.count = kept;
}

static void list_events(struct event_groups *groups)
{
	struct events *events = groups->events;
	size_t count = events->tellings.count;
	size_t *event_of = memory_get((count + 1) * sizeof *event_of);

	make_events(groups, event_of);
	for (size_t i = 0; i < count; i++) {
		struct event *event = &events->list.items
					       [event_of[groups_root(groups,
								     i)]];

		event->tellings[event->count++] = i;
	}
	free(event_of);
	drop_denials(events);
	if (events->list.count > 0)
		qsort_r(events->list.items, events->list.count,
			sizeof *events->list.items, compare_events, events);
}

int events_find(struct events *events, struct database *db,
		struct lexicons *lexicons, struct event_ids ids,
		struct event_ids denials, struct err *err)
{
	struct event_groups groups = { .events = events };
	int rc;

	*events = (struct events){ .arena = ARENA_INIT };
	rc = events_load(events, db, lexicons, ids, denials, err);
	if (rc == 0)
		rc = events_find_twins(events, db, err);
	if (rc == 0)
		rc = groups_init(&groups, events, lexicons, err);
	if (rc == 0)
		rc = events_join_equal(&groups, lexicons, err);
	if (rc == 0)
		events_join_within(&groups);
	if (rc == 0)
		rc = events_join_copies(&groups, db, err);
	if (rc == 0) {
		events_join_translations(&groups);
		list_events(&groups);
		rc = events_count(events, db, err);
	}
	groups_release(&groups);
	return rc;
}

void events_release(struct events *events)
{
	LIST_RELEASE(&events->list);
	LIST_RELEASE(&events->tellings);
	LIST_RELEASE(&events->documents);
	LIST_RELEASE(&events->same);
	arena_release(&events->arena);
}
