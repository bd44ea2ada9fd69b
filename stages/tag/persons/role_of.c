#include "role_search.h"
#include "role_endings.h"

/* What else the person is: "журналист и активист X", "the head of the police
 * department, Colonel X". */
static unsigned classes_around(const struct role_search *s,
			       struct role_place role)
{
	size_t start = scan_sentence_start(s->scan, role.first);
	size_t t = role.first;
	struct role_place outer;

	while (t > start && s->marks->items[t - 1].modifier &&
	       !s->marks->items[t - 1].link)
		t--;
	if (t == start)
		return 0;
	if (scan_is_form(s->scan, t - 1, ",") || role_is_and(s, t - 1)) {
		bool comma = scan_is_form(s->scan, t - 1, ",");

		outer = comma ? role_up_to(s, t - 1) : role_ending_at(s, t - 1);
		if (!outer.class || !role_is_exact(s, outer) ||
		    role_is_behind_person(s, outer))
			return 0;
		return role_class(s, outer);
	}
	if (s->marks->items[t - 1].link || t < role.first)
		return 0;
	outer = role_up_to(s, t);
	return outer.class && role_is_exact(s, outer) ? role_class(s, outer) : 0;
}

/* "помощник депутата Пётр X", where the name's case shows that he is no
 * deputy; "заместитель министра Пётр X" is what a minister is. */
static unsigned outer_classes(const struct role_search *s,
			      struct role_place role)
{
	size_t start = scan_sentence_start(s->scan, role.first);
	size_t t = role.first;
	struct role_place outer;

	while (t > start && s->marks->items[t - 1].modifier)
		if (s->marks->items[--t].own_form)
			return role_class(s, role);
	outer = role_up_to(s, t);
	return outer.class && role_is_exact(s, outer) ? role_class(s, outer) : 0;
}

static unsigned own_classes(const struct role_search *s, struct role_place role,
			    bool list)
{
	bool exact = role_is_exact(s, role);

	if (role.told)
		return role_class(s, role);
	if (!exact && role_has_ending(s, role, ENDS_APART))
		return 0;
	if (list ? !role_may_be_of_several(s, role) : role_is_of_several(s, role))
		return 0;
	if (list)
		return role_class(s, role);
	if (!exact && s->nominative)
		return outer_classes(s, role);
	/* "брат журналиста Вильмар X": whose brother is told */
	if (!exact && s->maybe) {
		struct role_place outer = role_ending_at(s, role.first);

		if (outer.class && role_is_exact(s, outer))
			return role_class(s, outer);
	}
	return role_class(s, role) | (exact ? classes_around(s, role) : 0);
}

/* "the lawyer of journalist Y, X, said", "адвокат журналиста Y X": the role
 * that Y stands in the owner of. `end`: of Y. */
static unsigned around_person(const struct role_search *s, size_t end)
{
	const struct candidate *c = role_person_before(s->scan, end);
	struct role_place own, outer;
	size_t t;

	if (!c)
		return 0;
	t = c->first;
	own = role_up_to(s, t);
	if (own.class && !s->marks->items[t - 1].link &&
	    !(role_is_exact(s, own) && own.end == t &&
	      role_endings_any(s->marks->endings, scan_lang(s->scan, t),
			       ENDS_OF))) {
		outer = role_up_to(s, own.first);
		if (outer.class)
			return role_class(s, outer);
		if (!role_endings_any(s->marks->endings,
				      scan_lang(s->scan, t), ENDS_OF))
			return 0;
	}
	return role_class(s, own);
}

/* "the president, Jan Brenn, met the editors": two commas hold a name, or a
 * comma and the end. */
static bool is_apposed(const struct scan *scan, size_t first, size_t end)
{
	/* "a former general, David Yau Yau." */
	if (end < scan_sentence_end(scan, first) &&
	    scan_is_name_word(scan, end))
		end++;
	return first > scan_sentence_start(scan, first) + 1 &&
	       scan_is_form(scan, first - 1, ",") &&
	       (end >= scan_sentence_end(scan, first) ||
		(scan_kind(scan, end) == KIND_PUNCT &&
		 !scan_is_form(scan, end, "(")));
}

/* "Editor: X", "Редактор — X" */
static bool announces(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ":") ||
	       scan_is_form(scan, token, "|") ||
	       scan_is_form(scan, token, "–") ||
	       scan_is_form(scan, token, "—");
}

static unsigned role_before(const struct role_search *s, size_t first,
			    size_t end)
{
	const struct scan *scan = s->scan;
	size_t start = scan_sentence_start(scan, first);
	size_t list = role_list_start(s, first);
	struct role_place role;

	if (list < first) {
		role = role_up_to(s, list);
		if (role.class && role_may_be_of_several(s, role))
			return own_classes(s, role, true);
	}
	if (list > start + 1 && scan_is_form(scan, list - 1, ",") &&
	    role_is_in_list(s, first, end)) {
		role = role_up_to(s, list - 1);
		if (role.class && role_is_of_several(s, role) &&
		    !role_is_behind_person(s, role))
			return role_class(s, role);
	}
	if (list > start && announces(scan, list - 1)) {
		role = role_up_to(s, list - 1);
		return role.class && !role_is_behind_person(s, role) &&
				       (role_is_exact(s, role) ||
					role_is_of_several(s, role))
			       ? role_class(s, role) : 0;
	}
	if (is_apposed(scan, first, end)) {
		role = role_up_to(s, first - 1);
		if (role.class && !role_is_behind_person(s, role))
			return own_classes(s, role, false);
		return role.class ? 0 : around_person(s, first - 1);
	}
	if (first > start && role_person_before(scan, first))
		return around_person(s, first);
	role = role_up_to(s, first);
	if (role.class && role_is_behind_person(s, role) && role_is_rows(s, first))
		return 0;
	return role.class ? own_classes(s, role, role_is_in_list(s, first, end) &&
						 role_may_be_of_several(s, role))
			  : 0;
}

/* Whether all words of a name end as a man's base form does. */
static bool may_be_base(const struct role_marks *marks, const struct scan *scan,
			size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (scan_kind(scan, t) == KIND_WORD &&
		    !role_endings_has(marks->endings, scan, t, ENDS_BASE))
			return false;
	return end > first + 1;
}

unsigned role_of(const struct role_marks *marks, const struct scan *scan,
		 size_t first, size_t end, bool nominative)
{
	const struct role_search s = { marks, scan, nominative,
				       may_be_base(marks, scan, first, end) };
	unsigned before = role_before(&s, first, end);

	/* "his brother, X, general," tells of X with both commas */
	if (before && is_apposed(scan, first, end) &&
	    (end + 1 >= scan_sentence_end(scan, first) ||
	     !marks->items[end + 1].starts || !marks->items[end + 1].exact))
		return before;
	return before | role_after(&s, first, end) |
	       role_below(&s, first, end);
}

bool role_is_announced(const struct role_marks *marks, const struct scan *scan,
		       size_t first)
{
	const struct role_search s = { marks, scan, false, false };

	return first > scan_sentence_start(scan, first) &&
	       announces(scan, first - 1) &&
	       role_ending_at(&s, first - 1).class;
}
