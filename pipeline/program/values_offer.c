#include "values_internal.h"

#include "distance.h"
#include "utf8.h"

enum { LISTED = 12, LONG = 6, SHORTEST = 2, SHORTEST_WITHIN = 4 };
enum { RANK_CASE, RANK_START, RANK_NEAR, RANK_WITHIN = 50, RANK_FAR = 100 };

void offer_init(struct offer *offer, struct str wanted)
{
	*offer = (struct offer){ .wanted = wanted, .rank = RANK_FAR };
}

void offer_release(struct offer *offer)
{
	strbuf_release(&offer->list);
	strbuf_release(&offer->best);
}

/* How near a text is: RANK_FAR is not near. */
static unsigned rank_of(struct str text, struct str wanted)
{
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;
	const unsigned most = utf8_chars(wanted) >= LONG ? 2 : 1;
	unsigned rank = RANK_FAR, distance;

	utf8_add_fold(&a, text);
	utf8_add_fold(&b, wanted);
	if (str_equal(strbuf_view(&a), strbuf_view(&b))) {
		rank = RANK_CASE;
	} else if (a.len >= SHORTEST && b.len >= SHORTEST &&
		   (str_has_prefix(strbuf_view(&a), strbuf_view(&b)) ||
		    str_has_prefix(strbuf_view(&b), strbuf_view(&a)))) {
		rank = RANK_START;
	} else {
		distance = distance_of(text, wanted, most);
		if (distance <= most)
			rank = RANK_NEAR + distance;
		else if (utf8_chars(wanted) >= SHORTEST_WITHIN &&
			 str_find(strbuf_view(&a), strbuf_view(&b), 0) < a.len)
			rank = RANK_WITHIN;
	}
	strbuf_release(&a);
	strbuf_release(&b);
	return rank;
}

/* Of years that are spelled as nearly the next one is nearer. */
static uint64_t years_between(struct str text, struct str wanted)
{
	enum { FIGURES = 4, LAST = 9999 };
	uint64_t a, b;

	if (text.len != FIGURES || wanted.len != FIGURES ||
	    !str_number(text, LAST, &a) || !str_number(wanted, LAST, &b))
		return 0;
	return a < b ? b - a : a - b;
}

void offer_compare(struct offer *offer, struct str text, struct str value)
{
	uint64_t years = years_between(text, offer->wanted);
	unsigned rank = str_equal(text, offer->wanted)
				? RANK_FAR
				: rank_of(text, offer->wanted);

	if (rank > offer->rank ||
	    (rank == offer->rank && (rank == RANK_FAR ||
				     years >= offer->years)))
		return;
	offer->rank = rank;
	offer->years = years;
	strbuf_clear(&offer->best);
	strbuf_add(&offer->best, value);
}

void offer_list(struct offer *offer, struct str value)
{
	if (offer->count < LISTED)
		strbuf_addf(&offer->list, "%s%.*s", offer->count ? ", " : "",
			    STR_ARGS(value));
	else if (offer->count == LISTED)
		strbuf_add_z(&offer->list, ", …");
	offer->count++;
}

int offer_refuse(const struct offer *offer, const char *label,
		 const char *what, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct str before = str_of(what);
	size_t at = str_find(before, STR("%s"), 0);
	int rc;

	if (label)
		strbuf_addf(&text, "%s: ", label);
	strbuf_add(&text, str_slice(before, 0, at));
	strbuf_add(&text, offer->wanted);
	strbuf_add(&text, str_slice(before, at + 2, before.len));
	if (offer->best.len > 0)
		strbuf_addf(&text, "; did you mean '%s'?", offer->best.data);
	if (offer->count > 0)
		strbuf_addf(&text, " (there are: %s)", offer->list.data);
	else
		strbuf_add_z(&text, " (there are none)");
	if (label && str_find(offer->wanted, STR(","), 0) < offer->wanted.len)
		strbuf_addf(&text, "; for several values give %s again",
			    label);
	rc = err_set(err, ERR_USAGE, "%s", text.data);
	strbuf_release(&text);
	return rc;
}
