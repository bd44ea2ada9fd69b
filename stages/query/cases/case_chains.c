#include "case_chains.h"

#include <stdlib.h>

/* Of many, so many are looked at: cases of one target that may go on, steps
 * within one date. */
enum { LOOKED_AT = 64 };

/* A step of a target before it has its place. */
struct link {
	struct str target;
	size_t event;
	const struct case_step *step;
	const struct telling *lead, *law; /* law: the one that names one */
	int32_t at;                /* the day it stands at, and there */
	int8_t side;               /* before (-1), at or behind (1) others */
	bool by_type, may_be_another;
	size_t chain, position;    /* among those of its target */
};

/* A case that is being put together. */
struct growing {
	int32_t heard;             /* the last day it was heard of */
	const struct case_step *step; /* its last one */
	const struct telling *law;
};

struct maker {
	struct chains *chains;
	const struct events *events;
	LIST(struct link) links;
	LIST(struct growing) growing; /* of the target at hand */
};

static bool has_date(const struct link *link)
{
	return link->lead->first <= link->lead->last;
}

static const struct telling *law_of(const struct events *events,
				    const struct event *event)
{
	for (size_t i = 0; i < event->count && i < LOOKED_AT; i++) {
		const struct telling *telling =
			&events->tellings.items[event->tellings[i]];

		if (telling->party_counts[EVENT_LAW] > 0 && !telling->denies)
			return telling;
	}
	return NULL;
}

/* By the lead, unless another sentence knows how it ended. */
static const struct case_step *step_of(const struct events *events,
				       const struct event *event,
				       const struct case_steps *steps)
{
	const struct telling *lead = event_lead(events, event);
	const struct case_step *found =
		case_steps_find(steps, lead->type, lead->outcome);

	for (size_t i = 0; i < event->count && i < LOOKED_AT; i++) {
		const struct telling *telling =
			&events->tellings.items[event->tellings[i]];
		const struct case_step *step = telling->denies ? NULL :
			case_steps_find(steps, lead->type, telling->outcome);

		if (step && step->outcome.len > 0)
			return step;
	}
	return found;
}

/* A link for each target, as often as it is named. */
static void add_links(struct maker *m, size_t number,
		      const struct case_step *step)
{
	const struct events *events = m->events;
	const struct event *event = &events->list.items[number];
	struct link link = { .event = number, .step = step,
			     .lead = event_lead(events, event),
			     .law = law_of(events, event) };

	for (size_t i = 0; i < event->count; i++) {
		const struct telling *telling =
			&events->tellings.items[event->tellings[i]];

		for (size_t k = 0; !telling->denies &&
				   k < telling->party_counts[EVENT_TARGET];
		     k++) {
			link.target = telling->parties[EVENT_TARGET][k].name;
			if (telling->parties[EVENT_TARGET][k].is_named)
				*LIST_ADD(&m->links) = link;
		}
	}
}

/* Events are in the order of their dates. */
static int by_target(const void *left, const void *right)
{
	const struct link *a = left, *b = right;
	int order = str_compare(a->target, b->target);

	return order != 0 ? order : (a->event > b->event) -
					    (a->event < b->event);
}

static void list_links(struct maker *m, const struct case_steps *steps)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->events->list.count; i++) {
		const struct case_step *step =
			step_of(m->events, &m->events->list.items[i], steps);

		if (step)
			add_links(m, i, step);
	}
	if (m->links.count > 0)
		qsort(m->links.items, m->links.count, sizeof *m->links.items,
		      by_target);
	for (size_t i = 0; i < m->links.count; i++)
		if (kept == 0 || by_target(&m->links.items[kept - 1],
					   &m->links.items[i]) != 0)
			m->links.items[kept++] = m->links.items[i];
	m->links.count = kept;
}

static bool same_date(const struct telling *a, const struct telling *b)
{
	return a->first == b->first && a->last == b->last;
}

/* Where a step with a date that covers others' stands among these, which follow
 * it in the order of dates. */
static void find_place(struct link *links, size_t count, size_t own)
{
	struct link *link = &links[own];
	bool is_before = false;

	link->at = link->lead->first;
	for (size_t i = own + 1; i < count && i - own <= LOOKED_AT; i++) {
		struct link *other = &links[i];

		if (!has_date(other) || other->lead->first > link->lead->last)
			break;
		link->by_type = true;
		if (same_date(other->lead, link->lead))
			other->by_type = true;
		else if (other->lead->last <= link->lead->last && !is_before) {
			is_before = other->step > link->step;
			link->at = other->lead->first;
			link->side = is_before ? -1 : 1;
		}
	}
}

static int by_place(const void *left, const void *right)
{
	const struct link *a = left, *b = right;

	if (has_date(a) != has_date(b))
		return has_date(a) ? -1 : 1;
	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->side != b->side)
		return a->side < b->side ? -1 : 1;
	if (a->step != b->step)
		return a->step < b->step ? -1 : 1;
	return (a->event > b->event) - (a->event < b->event);
}

static bool is_end(const struct case_step *step)
{
	return step->kind == STEP_CLOSES || step->kind == STEP_ENDS;
}

static bool has_ended(const struct growing *growing)
{
	return is_end(growing->step);
}

static bool goes_with(const struct growing *growing, const struct link *link)
{
	bool is_late = (int64_t)link->lead->first - growing->heard >
		       CASE_SILENCE;

	if (growing->law && link->law &&
	    !telling_shares(growing->law, link->law, EVENT_LAW))
		return false;
	switch (link->step->kind) {
	case STEP_BEGINS:
		return !has_ended(growing) && !is_late;
	case STEP_GOES_ON:
		return !has_ended(growing) ||
		       (growing->step->kind == STEP_ENDS && !is_late);
	case STEP_CLOSES:
		return !has_ended(growing);
	case STEP_ENDS:
		return !has_ended(growing) || !is_late;
	}
	return false;
}

/* The case that a step goes on with: one under its law, else the newest; the
 * count of all if it begins one. */
static size_t choose_case(const struct maker *m, struct link *link)
{
	size_t count = m->growing.count, found = count;

	for (size_t i = count; i > 0 && count - i < LOOKED_AT; i--) {
		const struct growing *growing = &m->growing.items[i - 1];

		if (!goes_with(growing, link))
			continue;
		if (growing->law && link->law) {
			link->may_be_another = false;
			return i - 1;
		}
		if (found == count)
			found = i - 1;
		else if (!has_ended(growing))
			link->may_be_another = true;
	}
	return found;
}

static void grow(struct maker *m, struct link *link)
{
	struct growing *growing;

	link->chain = choose_case(m, link);
	if (link->chain == m->growing.count)
		LIST_ADD(&m->growing)->heard = link->lead->last;
	growing = &m->growing.items[link->chain];
	if (growing->heard < link->lead->last)
		growing->heard = link->lead->last;
	growing->step = link->step;
	if (!growing->law)
		growing->law = link->law;
}

/* One without a date is of the only case there is. */
static void grow_undated(struct maker *m, struct link *link, size_t dated)
{
	if (dated == 1) {
		link->chain = 0;
		return;
	}
	link->may_be_another = dated > 1;
	link->chain = m->growing.count;
	LIST_ADD(&m->growing)->step = link->step;
}

static int by_chain(const void *left, const void *right)
{
	const struct link *a = left, *b = right;

	if (a->chain != b->chain)
		return a->chain < b->chain ? -1 : 1;
	return (a->position > b->position) - (a->position < b->position);
}

static void add_step(struct maker *m, const struct link *link, bool is_first)
{
	struct chains *chains = m->chains;
	struct case_chain *chain;

	if (is_first)
		*LIST_ADD(&chains->list) = (struct case_chain){
			.target = link->target, .number = link->chain + 1,
			.first = chains->steps.count,
			.last = chains->steps.count
		};
	chain = &chains->list.items[chains->list.count - 1];
	if (is_first || has_date(link) || is_end(link->step)) {
		chain->last = chains->steps.count;
		chain->open = !is_end(link->step);
	}
	chain->count++;
	*LIST_ADD(&chains->steps) = (struct chain_step){
		.event = link->event, .step = link->step,
		.by_type = link->by_type,
		.may_be_another = link->may_be_another
	};
}

/* The cases of one target, whose links are in the order of dates. */
static void make_cases(struct maker *m, struct link *links, size_t count)
{
	size_t dated = 0;

	LIST_CLEAR(&m->growing);
	for (size_t i = 0; i < count && has_date(&links[i]); i++)
		find_place(links, count, i);
	qsort(links, count, sizeof *links, by_place);
	for (size_t i = 0; i < count; i++) {
		links[i].position = i;
		if (has_date(&links[i])) {
			grow(m, &links[i]);
			dated = m->growing.count;
		} else {
			grow_undated(m, &links[i], dated);
		}
	}
	qsort(links, count, sizeof *links, by_chain);
	for (size_t i = 0; i < count; i++)
		add_step(m, &links[i],
			 i == 0 || links[i - 1].chain != links[i].chain);
}

void chains_make(struct chains *chains, const struct events *events,
		 const struct case_steps *steps)
{
	struct maker m = { .chains = chains, .events = events };
	size_t start = 0;

	*chains = (struct chains){ .list = { NULL, 0, 0 } };
	list_links(&m, steps);
	for (size_t i = 1; i <= m.links.count; i++) {
		if (i < m.links.count &&
		    str_equal(m.links.items[start].target,
			      m.links.items[i].target))
			continue;
		make_cases(&m, &m.links.items[start], i - start);
		start = i;
	}
	LIST_RELEASE(&m.links);
	LIST_RELEASE(&m.growing);
}

void chains_release(struct chains *chains)
{
	LIST_RELEASE(&chains->steps);
	LIST_RELEASE(&chains->list);
}
