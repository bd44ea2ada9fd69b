#include "roles.h"

enum {
	WALK_WORDS = 10,     /* how far a role may stand from its name */
	WALK_STRANGERS = 1,  /* words of no kind on the way */
	OFFICE_NEAR = 4      /* words from an office to whose it is */
};

static bool is_person(const struct candidate *c)
{
	return c && mention_type_is_person(c->type);
}

static bool is_company(const struct candidate *c)
{
	return c && (c->type == MENTION_ORG || c->type == MENTION_OUTLET);
}

/* "president of Kazpressclub", "Democratic Party leader", "Kazpressclub,
 * president": whose office it is stands beside it. */
static bool is_office_of_company(const struct scan *scan, size_t first,
				 size_t end)
{
	size_t start = scan_sentence_start(scan, first);
	size_t limit = scan_sentence_end(scan, first);

	if (first > start && is_company(scan_settled(scan, first - 1)))
		return true;
	if (first > start + 1 && scan_is_form(scan, first - 1, ",") &&
	    is_company(scan_settled(scan, first - 2)))
		return true;
	for (size_t t = end; t < limit && t < end + OFFICE_NEAR; t++) {
		const struct candidate *c = scan_settled(scan, t);

		if (c)
			return is_company(c);
		if (scan_is_form(scan, t, ","))
			return false;
	}
	return false;
}

static unsigned class_of(const struct scan *scan, unsigned class, size_t first,
			 size_t end)
{
	if (class == ROLE_OFFICIAL && is_office_of_company(scan, first, end))
		return ROLE_PERSON;
	return class;
}

/* Whether a word may stand between a role and the name. */
static bool is_passable(const struct scan *scan, size_t token, int *strangers)
{
	if (scan->marks.items[token].flags & (MARK_CUE | MARK_LINK) ||
	    scan_is_stopword(scan, token) || scan_has_partner(scan, token))
		return true;
	if (scan_kind(scan, token) == KIND_PUNCT)
		return scan_is_form(scan, token, ",") ||
		       scan_is_form(scan, token, "-");
	/* "editor of the Coral Lantern": whose role it is */
	return scan_is_name_word(scan, token) ||
	       ++*strangers <= WALK_STRANGERS;
}

static unsigned role_before(const struct role_marks *marks,
			    const struct scan *scan, size_t first)
{
	size_t start = scan_sentence_start(scan, first), t = first;
	int strangers = 0, words = 0;
	bool list = true; /* nothing but a list's commas and links so far */

	while (t > start && words++ < WALK_WORDS) {
		const struct candidate *c = scan_settled(scan, t - 1);

		if (is_person(c) && !list)
			return 0;
		if (c) {
			list = list && is_person(c);
			t = c->first;
			continue;
		}
		t--;
		if (marks->items[t].ends)
			return class_of(scan, marks->items[t].ends,
					t + 1 - marks->items[t].end_len,
					t + 1);
		if (!is_passable(scan, t, &strangers))
			return 0;
		list = list && (scan_is_form(scan, t, ",") ||
				scan->marks.items[t].flags & MARK_LINK);
	}
	return 0;
}

static bool opens_apposition(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ",") ||
	       scan_is_form(scan, token, "(") ||
	       scan_is_form(scan, token, "-") ||
	       scan_is_form(scan, token, "–") ||
	       scan_is_form(scan, token, "—");
}

static unsigned role_after(const struct role_marks *marks,
			   const struct scan *scan, size_t end)
{
	size_t limit = scan_sentence_end(scan, end - 1), t = end + 1;
	int strangers = 0, words = 0;
	bool named = true; /* nothing but names so far */

	if (end >= limit || !opens_apposition(scan, end))
		return 0;
	while (t < limit && words++ < WALK_WORDS) {
		const struct candidate *c = scan_settled(scan, t);

		if (is_person(c))
			return 0;
		if (c) {
			t = c->end;
			continue;
		}
		if (marks->items[t].starts)
			return class_of(scan, marks->items[t].starts, t,
					t + marks->items[t].start_len);
		if (scan_kind(scan, t) == KIND_PUNCT &&
		    !scan_has_partner(scan, t) &&
		    !(named && scan_is_form(scan, t, ",")))
			return 0;
		if (!scan_is_form(scan, t, ",") &&
		    !is_passable(scan, t, &strangers))
			return 0;
		named = named && scan_is_form(scan, t, ",");
		t++;
	}
	return 0;
}

/* "the president, Jan Brenn, met the editors": the second comma opens
 * nothing. */
static bool closes_apposition(const struct scan *scan, size_t first, size_t end)
{
	return first > scan_sentence_start(scan, first) &&
	       end < scan_sentence_end(scan, first) &&
	       scan_is_form(scan, first - 1, ",") &&
	       scan_is_form(scan, end, ",");
}

unsigned role_of(const struct role_marks *marks, const struct scan *scan,
		 size_t first, size_t end)
{
	unsigned before = role_before(marks, scan, first);

	if (before && closes_apposition(scan, first, end))
		return before;
	return before | role_after(marks, scan, end);
}
