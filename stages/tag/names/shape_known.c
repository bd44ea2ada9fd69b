#include "shapes_internal.h"

static bool is_of(const struct scan *scan, size_t token, size_t limit)
{
	unsigned flags = token + 1 < limit ? scan->marks.items[token].flags : 0;

	return flags & MARK_LINK && !(flags & MARK_AND) &&
	       (scan_shape(scan, token) & SHAPE_LATIN);
}

/* A lexicon's body with its place: the same body if it is of that country. */
static void find_named_with_place(const struct finder *f, size_t number)
{
	struct scan *scan = f->scan;
	struct candidate body = scan->candidates.items[number];
	size_t limit = scan_sentence_end(scan, body.first), place = body.end;
	const struct candidate *c = NULL;
	struct candidate *new;
	struct str id;

	if (body.type != MENTION_BODY || body.entity == NO_ENTITY ||
	    chains_end_in_head(f->chains, scan_lang(scan, body.first)))
		return;
	if (is_of(scan, place, limit)) {
		if (chains_leads(f->chains, scan, place))
			return; /* its seat */
		place++;
	} else if (place < limit && scan_shape(scan, place) & SHAPE_LATIN)
		return;
	if (place < limit)
		c = scan_find(scan, place, MENTION_PLACE);
	if (!c || c->country.len == 0)
		return;
	if (str_equal(c->country, body.country)) {
		size_t end = c->end;

		id = body.id;
		new = scan_add(scan, body.first, end, MENTION_BODY, RANK_NAME,
			       RULE_NAME);
		new->because = body.because;
		new->id = id;
		new->country = body.country;
		new->entity = body.entity;
	} else {
		shapes_add(f, body.first, c->end, MENTION_BODY, RANK_SHAPE,
			   RULE_SEAT, body.first);
	}
}

/* "Transparency International Kenya": a listed organisation's branch. */
static void find_branch(const struct finder *f, size_t number)
{
	struct scan *scan = f->scan;
	struct candidate org = scan->candidates.items[number];
	const struct candidate *c;

	if (org.type != MENTION_ORG || org.entity == NO_ENTITY ||
	    org.end >= scan_sentence_end(scan, org.first) ||
	    !(scan_shape(scan, org.end - 1) & SHAPE_LATIN) ||
	    !(scan_shape(scan, org.end) & SHAPE_LATIN) ||
	    !scan_is_capital(scan, org.end))
		return;
	c = scan_find(scan, org.end, MENTION_PLACE);
	if (c && c->country.len > 0 && c->rank == RANK_NAME &&
	    !(c->end < scan_sentence_end(scan, c->first) &&
	      scan_is_name_word(scan, c->end)))
		shapes_add(f, org.first, c->end, MENTION_ORG, RANK_SHAPE,
			   RULE_SEAT, org.first);
}

/* «Азаттық радиосының»: a listed outlet with the word for it that ends names. */
static void find_outlet_with_head(const struct finder *f, size_t number)
{
	struct scan *scan = f->scan;
	struct candidate outlet = scan->candidates.items[number];
	struct candidate *c;

	if (outlet.type != MENTION_OUTLET || outlet.entity == NO_ENTITY ||
	    outlet.end >= scan_sentence_end(scan, outlet.first) ||
	    !(scan_shape(scan, outlet.end) & SHAPE_CYRILLIC) ||
	    scan_kind(scan, outlet.end - 1) != KIND_WORD ||
	    !(scan->marks.items[outlet.end].head_ends & 1u << MENTION_OUTLET))
		return;
	c = scan_add(scan, outlet.first, outlet.end + 1, MENTION_OUTLET,
		     RANK_NAME, RULE_NAME);
	c->because = outlet.because;
	c->id = outlet.id;
	c->country = outlet.country;
	c->entity = outlet.entity;
}

void shapes_find_longer(const struct finder *f, size_t number)
{
	find_named_with_place(f, number);
	find_branch(f, number);
	find_outlet_with_head(f, number);
}
