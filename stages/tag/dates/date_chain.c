#include "date_chain.h"

#include "date_parts.h"

enum { HALF_YEAR = 6 /* months, for "December 2018 and January" */ };

static const struct date_found *longest(const struct date_reader *r,
					size_t token)
{
	const struct date_mark *mark = &r->marks->tokens.items[token];

	return mark->first < mark[1].first
		? &r->marks->found.items[mark->first] : NULL;
}

static bool take_lead(const struct date_found *found, struct date_lead *lead)
{
	switch (found->fact->kind) {
	case DATE_KIND_OPEN:
		lead->open = found->fact;
		return true;
	case DATE_KIND_FROM:
		lead->from = true;
		if (found->fact->hint.len > 0)
			lead->open = found->fact;
		return true;
	case DATE_KIND_BETWEEN:
		return lead->between = true;
	case DATE_KIND_APPROX:
		return lead->approximate = true;
	default:
		return false;
	}
}

static void take_preposition(const struct date_reader *r, size_t token,
			     const struct date_found *found,
			     struct date_lead *lead)
{
	lead->timely = str_equal(found->fact->hint, STR("in"));
	lead->definite = str_equal(found->fact->hint, STR("the"));
	lead->sure = date_at(r, token, DATE_KIND_UNIT) != NULL;
}

static const struct date_found *opener_at(const struct date_reader *r,
					  size_t token)
{
	static const enum date_kind kinds[] = {
		DATE_KIND_OPEN, DATE_KIND_FROM, DATE_KIND_BETWEEN,
		DATE_KIND_APPROX
	};
	const struct date_found *best = NULL, *found;

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		found = date_at(r, token, kinds[i]);
		if (found && (!best || found->len > best->len))
			best = found;
	}
	return best;
}

/* "compared with": a longer phrase that ends here has another meaning. */
static bool is_of_verb(const struct date_reader *r, size_t token)
{
	const struct date_found *lead = NULL;

	if (token > scan_sentence_start(r->scan, token))
		lead = date_at(r, token - 1, DATE_KIND_LEAD);
	return lead && lead->len == 2;
}

/* Words before a date; one that begins a longer phrase of another kind ("after
 * two days", "by the end of") belongs to that. */
static size_t read_lead(const struct date_reader *r, size_t token,
			struct date_lead *lead)
{
	enum { WORDS = 5 };

	for (int i = 0; i < WORDS && token < r->limit; i++) {
		const struct date_found *found = is_of_verb(r, token)
			? NULL : opener_at(r, token);
		const struct date_found *other = longest(r, token);

		if (!found) {
			found = date_at(r, token, DATE_KIND_LEAD);
			if (!found || other->len > found->len)
				return token;
			if (found->fact->any) { /* "по сравнению с" */
				lead->open = NULL;
				lead->from = false;
			}
			lead->article = true;
			take_preposition(r, token, found, lead);
		} else if (other->len > found->len) {
			return token;
		} else {
			take_lead(found, lead);
			lead->article = false;
			lead->timely = true;
		}
		lead->led = true;
		token += found->len;
	}
	return token;
}

static void look_back(const struct date_reader *r, size_t token,
		      struct date_lead *lead)
{
	const struct date_found *found;

	if (lead->led || token == scan_sentence_start(r->scan, token))
		return;
	found = date_at(r, token - 1, DATE_KIND_LEAD);
	lead->led = found != NULL;
	if (found)
		take_preposition(r, token - 1, found, lead);
}

static bool is_closed(const struct date_reader *r, size_t token)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_BEHIND);

	return found && str_equal(found->fact->hint, STR("../ref"));
}

/* "5 мамырдан 10 маусымға дейін": nothing, or what opens the first one, stands
 * between both, and what closes the second one behind it. */
static bool join_by_ending(const struct date_reader *r, size_t *token,
			   const struct date_point *before)
{
	const struct date_found *opens = date_at(r, *token, DATE_KIND_BEHIND);
	struct date_point next;
	struct digits digits;

	if (before->form == POINT_DAY &&
	    date_digits(r, before->first, &digits) && digits.plain)
		return false;
	if (opens && !str_equal(opens->fact->hint, STR("ref/..")))
		return false;
	if (opens)
		*token += opens->len;
	return date_point_read(r, *token, true, &next) &&
	       is_closed(r, next.end);
}

static bool is_comma_fit(const struct date_reader *r, size_t token,
			 const struct date_point *before)
{
	return scan_is_form(r->scan, token, ",") &&
	       (before->form == POINT_DAY ||
		(before->form == POINT_PLAIN && before->year == 0 &&
		 before->month > 0));
}

/* What joins a date with the one behind it; *token moves to that. */
static bool read_join(const struct date_reader *r, size_t *token,
		      const struct date_chain *chain, enum date_join *join)
{
	const struct date_point *before = &chain->points[chain->count - 1];
	const struct date_found *found;

	*join = JOIN_RANGE;
	if (*token >= r->limit)
		return false;
	if (date_is_dash(r, *token)) {
		++*token;
		return true;
	}
	found = date_at(r, *token, DATE_KIND_TO);
	if (found) {
		if (str_has_prefix(found->fact->hint, STR("+")))
			*join = JOIN_NIGHT;
	} else if ((found = date_at(r, *token, DATE_KIND_AND))) {
		*join = chain->lead.between ? JOIN_RANGE : JOIN_LIST;
	} else if ((found = date_at(r, *token, DATE_KIND_OR))) {
		*join = JOIN_OR;
	} else if (is_comma_fit(r, *token, before)) {
		*join = JOIN_LIST;
		++*token;
		found = date_at(r, *token, DATE_KIND_AND);
		*token += found ? found->len : 0;
		return true;
	} else {
		return join_by_ending(r, token, before);
	}
	*token = date_skip_leads(r, *token + found->len, 2);
	return true;
}

/* "May 1 and 3": a day whose month stands before it, if it counts nothing. */
static bool is_day_of_before(const struct date_reader *r,
			     const struct date_point *before,
			     const struct date_point *p)
{
	struct digits digits;

	if (!before->day_behind)
		return false;
	if (!date_digits(r, p->first, &digits) || !digits.plain)
		return true;
	return p->end >= r->limit ||
	       scan_kind(r->scan, p->end) != KIND_WORD ||
	       scan_is_stopword(r->scan, p->end) ||
	       date_at(r, p->end, DATE_KIND_LEAD);
}

static bool is_waiting(const struct date_point *p)
{
	return p->form == POINT_DAY || p->form == POINT_SHORT;
}

static void read_points(const struct date_reader *r, struct date_chain *chain)
{
	const struct date_point *before;
	struct date_point *p = NULL;
	size_t token;

	while (chain->count < CHAIN_MAX) {
		before = &chain->points[chain->count - 1];
		token = before->end;
		p = &chain->points[chain->count];
		if (!read_join(r, &token, chain,
			       &chain->joins[chain->count - 1]) ||
		    !date_point_read(r, token, true, p))
			break;
		if (p->form == POINT_DAY && before->form != POINT_DAY) {
			unsigned year = 0;

			if (!is_day_of_before(r, before, p))
				break;
			p->form = POINT_PLAIN;
			p->day_behind = true;
			p->month = before->month;
			year = date_year_behind(r, &p->end, true);
			p->year = year;
		}
		chain->count++;
	}
	while (chain->count > 1 &&
	       is_waiting(&chain->points[chain->count - 1]))
		chain->count--;
}

/* Whether a lies behind b in a year that both are of. */
static bool is_later(const struct date_point *a, const struct date_point *b)
{
	return a->month > b->month ||
	       (a->month == b->month && a->day > b->day && b->day > 0);
}

static bool fill_day(struct date_point *p, const struct date_point *next)
{
	if (next->form != POINT_PLAIN || next->month == 0)
		return false;
	p->form = POINT_PLAIN;
	p->month = next->month;
	if (next->month > 30) { /* quarters from 33 on, halves from 40 on */
		p->month = (next->month < 40 ? 33 : 40) + p->day - 1;
		p->day = 0;
	}
	return next->day > 0 || next->month > 30;
}

static bool fill_back(struct date_chain *chain)
{
	for (size_t i = chain->count - 1; i-- > 0;) {
		struct date_point *p = &chain->points[i], *next = p + 1;

		if (p->form == POINT_DAY && !fill_day(p, next))
			return false;
		if (p->form == POINT_SHORT && next->year > 0 && next->day > 0)
			p->form = POINT_PLAIN;
		if (p->form == POINT_SHORT)
			return false;
		if (p->form != POINT_PLAIN || p->year > 0 ||
		    next->form != POINT_PLAIN || next->year == 0)
			continue;
		p->year = next->year;
		if (chain->joins[i] != JOIN_LIST && next->month > 0 &&
		    is_later(p, next))
			p->year--;
	}
	return !is_waiting(&chain->points[chain->count - 1]);
}

static void fill_on(struct date_chain *chain)
{
	for (size_t i = 1; i < chain->count; i++) {
		struct date_point *p = &chain->points[i], *before = p - 1;

		if (p->form != POINT_PLAIN || p->year > 0 ||
		    before->form != POINT_PLAIN || before->year == 0)
			continue;
		p->year = before->year;
		if (is_later(before, p) &&
		    (chain->joins[i - 1] != JOIN_LIST ||
		     before->month > p->month + HALF_YEAR))
			p->year++;
	}
}

/* Of "2015 және 2017 жылдары" all are years; so are two that a dash joins. */
static void take_years(const struct date_reader *r, struct date_chain *chain)
{
	struct date_point *last = &chain->points[chain->count - 1];

	for (size_t i = 0; i < chain->count; i++) {
		struct date_point *p = &chain->points[i];

		if (p->form != POINT_BARE || p->year < YEAR_FIRST)
			continue; /* of those before the surroundings decide */
		if (last->worded ||
		    (i + 1 < chain->count && date_is_dash(r, p->end) &&
		     p[1].form == POINT_BARE && p[1].year > p->year))
			p->form = POINT_PLAIN;
		if (p->form == POINT_PLAIN && i + 1 < chain->count &&
		    date_is_dash(r, p->end) && p[1].form == POINT_BARE)
			p[1].form = POINT_PLAIN;
	}
}

static void take_behind(const struct date_reader *r, struct date_chain *chain)
{
	const struct date_found *found = date_at(r, chain->end,
						 DATE_KIND_BEHIND);

	if (!found)
		return;
	if (date_at(r, chain->end, DATE_KIND_LEAD) && !chain->lead.from)
		return; /* "on 5 May on the street" */
	chain->behind = found->fact;
	chain->behind_end = chain->end + found->len;
	if (str_equal(found->fact->hint, STR("ref/ref")) &&
	    chain->count == 2 && chain->joins[0] == JOIN_LIST)
		chain->joins[0] = JOIN_RANGE;
}

bool date_chain_read(const struct date_reader *r, size_t token,
		     struct date_chain *chain)
{
	size_t start;

	chain->lead = (struct date_lead){ .open = NULL };
	chain->behind = NULL;
	start = read_lead(r, token, &chain->lead);
	look_back(r, start, &chain->lead);
	if (!date_point_read(r, start, false, &chain->points[0]))
		return false;
	chain->count = 1;
	read_points(r, chain);
	chain->end = chain->points[chain->count - 1].end;
	chain->behind_end = chain->end;
	take_behind(r, chain);
	if (!fill_back(chain))
		return false;
	fill_on(chain);
	take_years(r, chain);
	return true;
}
