#include "events_internal.h"

#include <stdlib.h>

/* A date in so few days is exact: a trial over a week is one. */
enum { EXACT_DAYS = 31 };

bool telling_is_exact(const struct telling *telling)
{
	const struct edtf_date *start = &telling->parsed.start;
	const struct edtf_date *end = &telling->parsed.end;

	return telling_has_date(telling) && start->precision == EDTF_DAY &&
	       end->precision == EDTF_DAY && !start->approximate &&
	       !end->approximate && telling_days(telling) <= EXACT_DAYS;
}

bool telling_has_named(const struct telling *telling, enum event_role role)
{
	for (size_t i = 0; i < telling->party_counts[role]; i++)
		if (telling->parties[role][i].is_named)
			return true;
	return false;
}

/* An article is of its act: kz_criminal_code_174, kz_criminal_code. */
static bool is_part(struct str part, struct str whole)
{
	return part.len > whole.len && str_has_prefix(part, whole) &&
	       part.data[whole.len] == '_';
}

static bool is_shared(struct str one, struct str other, enum event_role role)
{
	return str_equal(one, other) ||
	       (role == EVENT_LAW &&
		(is_part(one, other) || is_part(other, one)));
}

bool telling_shares(const struct telling *one, const struct telling *other,
		    enum event_role role)
{
	for (size_t i = 0; i < one->party_counts[role] && i < EVENTS_LOOKED_AT;
	     i++)
		for (size_t k = 0; k < other->party_counts[role] &&
				   k < EVENTS_LOOKED_AT; k++)
			if (is_shared(one->parties[role][i].name,
				      other->parties[role][k].name, role))
				return true;
	return false;
}

static const struct telling *at(const struct event_groups *groups,
				size_t telling)
{
	return &groups->events->tellings.items[telling];
}

/* A town that the sentence has itself: a region is no evidence against one that
 * may lie in it. */
static bool is_firm_place(const struct event_groups *groups,
			  const struct telling *telling)
{
	if (telling->place_from.len > 0 &&
	    !str_equal(telling->place_from, STR("stated")))
		return false;
	for (size_t i = 0; i < telling->party_counts[EVENT_PLACE] &&
			   i < EVENTS_LOOKED_AT; i++)
		if (!string_map_find(&groups->towns, telling->parties
							     [EVENT_PLACE][i]
								     .name))
			return false;
	return telling->party_counts[EVENT_PLACE] > 0;
}

static int read_towns(struct event_groups *groups, struct lexicons *lexicons,
		      struct err *err)
{
	struct table *places;
	int rc = lexicons_table(lexicons, "places.tsv", &places, err);

	for (size_t row = 0; rc == 0 && row < places->row_count; row++) {
		struct str kind = table_named_cell(places, row, "kind");

		if (str_equal(kind, STR("city")) ||
		    str_equal(kind, STR("village")))
			string_map_add(&groups->towns,
				       table_named_cell(places, row, "id"), 1);
	}
	return rc;
}

int groups_init(struct event_groups *groups, struct events *events,
		struct lexicons *lexicons, struct err *err)
{
	size_t count = events->tellings.count;

	*groups = (struct event_groups){ .events = events,
					 .towns = STRING_MAP_INIT };
	groups->above = memory_get((count + 1) * sizeof *groups->above);
	groups->facts = memory_get((count + 1) * sizeof *groups->facts);
	if (read_towns(groups, lexicons, err) < 0)
		return err->code;
	for (size_t i = 0; i < count; i++) {
		const struct telling *telling = at(groups, i);

		groups->above[i] = i;
		groups->facts[i] = (struct event_facts){
			.law = telling->party_counts[EVENT_LAW] > 0
				       ? i : NO_TELLING,
			.place = is_firm_place(groups, telling) ? i
								: NO_TELLING,
			.outcome = telling->outcome.len > 0 ? i : NO_TELLING,
			.number = telling->number.len > 0 ? i : NO_TELLING
		};
	}
	return 0;
}

void groups_release(struct event_groups *groups)
{
	free(groups->above);
	free(groups->facts);
	LIST_RELEASE(&groups->keys);
	string_map_release(&groups->towns);
}

size_t groups_root(struct event_groups *groups, size_t telling)
{
	size_t *above = groups->above;

	while (above[telling] != telling) {
		above[telling] = above[above[telling]];
		telling = above[telling];
	}
	return telling;
}

/* Whatever order they are put together in; NO_TELLING is the last. */
static size_t first_told(size_t one, size_t other)
{
	return one < other ? one : other;
}

static unsigned shared_evidence(const struct telling *one,
				const struct telling *other)
{
	unsigned evidence = 0;

	if (telling_shares(one, other, EVENT_PLACE))
		evidence |= EVIDENCE_PLACE;
	if (telling_shares(one, other, EVENT_ACTOR))
		evidence |= EVIDENCE_ACTOR;
	if (telling_shares(one, other, EVENT_LAW))
		evidence |= EVIDENCE_LAW;
	return evidence;
}

void groups_unite(struct event_groups *groups, size_t one, size_t other,
		  unsigned evidence)
{
	size_t a = groups_root(groups, one), b = groups_root(groups, other);
	struct event_facts *first = &groups->facts[a < b ? a : b];
	struct event_facts *second = &groups->facts[a < b ? b : a];

	if (a == b)
		return;
	first->evidence |= second->evidence | evidence |
			   shared_evidence(at(groups, one), at(groups, other));
	first->law = first_told(first->law, second->law);
	first->place = first_told(first->place, second->place);
	first->outcome = first_told(first->outcome, second->outcome);
	first->number = first_told(first->number, second->number);
	groups->above[a < b ? b : a] = a < b ? a : b;
}

/* "P2Y" a term, "KZT 185000" a sum: what it is counted in; else empty. */
static struct str unit_of(struct str outcome)
{
	if (outcome.len > 1 && outcome.data[0] == 'P')
		return str_slice(outcome, 0, 1);
	if (outcome.len > 4 && outcome.data[3] == ' ')
		return str_slice(outcome, 0, 3);
	return STR_NONE;
}

/* Two terms, or two sums of one currency, and none in common. */
static bool outcomes_differ(struct str one, struct str other)
{
	struct str rest, a, b;
	bool differ = false;

	while (str_split(&one, ';', &a)) {
		struct str unit = unit_of(a);

		rest = other;
		while (unit.len > 0 && str_split(&rest, ';', &b)) {
			if (str_equal(a, b))
				return false;
			differ = differ || str_equal(unit, unit_of(b));
		}
	}
	return differ;
}

static bool both(size_t one, size_t other)
{
	return one != NO_TELLING && other != NO_TELLING && one != other;
}

bool groups_contrary(const struct event_groups *groups, size_t one,
		     size_t other)
{
	const struct event_facts *a = &groups->facts[one];
	const struct event_facts *b = &groups->facts[other];

	if (both(a->law, b->law) &&
	    !telling_shares(at(groups, a->law), at(groups, b->law), EVENT_LAW))
		return true;
	if (both(a->place, b->place) &&
	    !telling_shares(at(groups, a->place), at(groups, b->place),
			    EVENT_PLACE))
		return true;
	if (both(a->number, b->number) &&
	    !str_equal(at(groups, a->number)->number,
		       at(groups, b->number)->number))
		return true;
	return both(a->outcome, b->outcome) &&
	       outcomes_differ(at(groups, a->outcome)->outcome,
			       at(groups, b->outcome)->outcome);
}
