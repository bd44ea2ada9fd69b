#include "shapes_internal.h"

#include "utf8.h"

enum {
	BODY_OR_ORG = 1u << MENTION_BODY | 1u << MENTION_ORG,
	OUTLET = 1u << MENTION_OUTLET,
	SHORT_LEAST = 3,      /* letters of an abbreviation (IT is none) */
	SERIES_WORDS = 2,     /* of what stands between two commas */
	SERIES = 5
};

static bool is_and(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].flags & MARK_AND;
}

/* "of", "for" inside the name: what stands behind "and" may depend on it. */
static bool has_link(const struct scan *scan, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (scan->marks.items[t].flags & MARK_LINK && !is_and(scan, t))
			return true;
	return false;
}

/* A name that a table has and that is no place: Article 19, Freedom House. */
bool shapes_is_known(const struct scan *scan, size_t token)
{
	for (size_t i = scan->first_at.items[token];
	     i < scan->first_at.items[token + 1]; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		if (c->entity != NO_ENTITY && c->rank != RANK_MINOR &&
		    c->type != MENTION_PLACE && c->type != MENTION_EVENT &&
		    c->type != MENTION_LAW)
			return true;
	}
	return false;
}

static bool is_place_alone(const struct scan *scan, size_t token, size_t limit)
{
	const struct candidate *c = scan_find(scan, token, MENTION_PLACE);

	return c && (c->end >= limit || !scan_is_name_word(scan, c->end));
}

/* An outlet's head before a word that no dictionary has: Radio Temirsu, but
 * "Television and Radio Broadcasting". */
static bool is_outlet_first(const struct scan *scan, size_t token, size_t limit)
{
	return scan->marks.items[token].head_starts & OUTLET &&
	       token + 1 < limit && scan_is_name_word(scan, token + 1) &&
	       !languages_know(scan->languages, scan_lang(scan, token),
			       scan->doc->tokens.items[token + 1].form);
}

/* One of the things that a body is of: common words with capitals. */
static bool is_thing(const struct finder *f, size_t token)
{
	const struct scan *scan = f->scan;

	return scan_is_name_word(scan, token) &&
	       !f->roles->items[token].starts && !shapes_is_known(scan, token) &&
	       !scan_find(scan, token, MENTION_PLACE) &&
	       !(scan->marks.items[token].head_starts & BODY_OR_ORG) &&
	       !persons_is_given(f->persons, scan, token) &&
	       languages_know(scan->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

static size_t things_end(const struct finder *f, size_t token, size_t limit)
{
	size_t end = token;

	while (end < limit && end - token <= SERIES_WORDS && is_thing(f, end))
		end++;
	return end - token <= SERIES_WORDS ? end : token;
}

bool shapes_begins_own(const struct finder *f, size_t first, size_t end,
		       size_t next, size_t limit)
{
	const struct scan *scan = f->scan;
	size_t last = next + 1;

	if (next > end + 1) /* and the */
		return !(is_thing(f, next) &&
			 (last >= limit || !(scan_is_name_word(scan, last) ||
					     scan->marks.items[last].flags &
						     MARK_LINK)));
	if (!has_link(scan, first, end) || shapes_is_known(scan, next) ||
	    is_place_alone(scan, next, limit) ||
	    is_outlet_first(scan, next, limit))
		return true;
	while (last < limit && scan_is_name_word(scan, last))
		last++;
	if (last > next + 1)
		return scan->marks.items[last - 1].head_ends &
		       (BODY_OR_ORG | OUTLET);
	return scan_shape(scan, next) & SHAPE_ALL_CAPITAL &&
	       utf8_chars(scan_form(scan, next)) >= SHORT_LEAST;
}

size_t shapes_series_end(const struct finder *f, size_t first, size_t end,
			 size_t limit)
{
	const struct scan *scan = f->scan;
	size_t at = end;

	if (!(scan->marks.items[first].head_starts & 1u << MENTION_BODY) ||
	    !has_link(scan, first, end))
		return end;
	for (int i = 0; i < SERIES && at + 1 < limit; i++) {
		bool last = is_and(scan, at), comma = scan_is_form(scan, at, ",");
		size_t next;

		if (!comma && (!last || i == 0))
			return end;
		at++;
		if (comma && is_and(scan, at)) {
			last = true;
			at++;
		}
		next = things_end(f, at, limit);
		if (next == at)
			return end;
		if (last)
			return next - 1;
		at = next;
	}
	return end;
}
