#include "role_search.h"
#include "role_endings.h"
#include "role_kinds.h"

enum {
	AFTER_WORDS = 10,    /* how far a role may stand behind its name */
	AFTER_STRANGERS = 3, /* words of no kind before it */
	BELOW_WORDS = 12,    /* of a line that tells the role of the one above */
	LIST_NAMES = 12      /* of persons who share a role */
};

static bool opens_apposition(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ",") ||
	       scan_is_form(scan, token, "(") ||
	       scan_is_form(scan, token, "-") ||
	       scan_is_form(scan, token, "–") ||
	       scan_is_form(scan, token, "—") ||
	       scan_is_form(scan, token, "|");
}

/* The first role behind a token, with what tells more of it before it: names,
 * ", 34,", adjectives. */
static struct role_place role_from(const struct role_search *s, size_t token,
				   int most)
{
	const struct scan *scan = s->scan;
	size_t limit = scan_sentence_end(scan, token - 1), t = token;
	int strangers = 0;
	bool named = true; /* nothing but names and numbers so far */

	for (int words = 0; t < limit && words < AFTER_WORDS; words++) {
		const struct candidate *c = scan_settled(scan, t);
		const struct role_mark *mark = &s->marks->items[t];
		bool comma = scan_is_form(scan, t, ",");

		if (role_is_person(c))
			return role_nowhere;
		if (c) {
			t = c->end;
			continue;
		}
		if (mark->starts)
			return (struct role_place){
				t, t + mark->start_len, mark->starts,
				false
			};
		if (comma ? !named
			  : (mark->link && !mark->modifier) ||
				    !role_is_passable(s->marks, scan, t,
						      &strangers) ||
				    strangers > most || mark->also)
			return role_nowhere;
		named = named &&
			(comma || scan_kind(scan, t) == KIND_NUMBER ||
			 role_is_medium(s->marks, scan, t) ||
			 scan_is_form(scan, token - 1, "(") ||
			 scan_has_partner(scan, t));
		t++;
	}
	return role_nowhere;
}

/* Whether a name of another person stands behind a role, so that it is that
 * one's. */
static bool has_other_name(const struct role_search *s, struct role_place role)
{
	size_t limit = scan_sentence_end(s->scan, role.first);

	return role.end < limit && role_is_person(scan_settled(s->scan, role.end));
}

/* ", an activist and blogger", ", юрист, редактор газеты": roles that go on
 * behind one. */
static unsigned classes_behind(const struct role_search *s,
			       struct role_place role)
{
	const struct scan *scan = s->scan;
	size_t limit = scan_sentence_end(scan, role.first), t = role.end;
	int strangers = 0;

	for (int words = 0; t < limit && words < AFTER_WORDS; words++) {
		const struct candidate *c = scan_settled(scan, t);
		bool comma = scan_is_form(scan, t, ",");

		if (role_is_person(c))
			return 0;
		if (c) {
			t = c->end;
			continue;
		}
		if (comma || role_is_and(s, t)) {
			struct role_place next;
			size_t n = t + 1;

			while (n < limit && s->marks->items[n].modifier)
				n++;
			if (n >= limit)
				return 0;
			next = (struct role_place){
				n, n + s->marks->items[n].start_len,
				s->marks->items[n].starts, false
			};
			if (next.class && role_is_exact(s, role) &&
			    role_is_exact(s, next) && !has_other_name(s, next))
				return role_class(s, next) |
				       classes_behind(s, next);
			if (comma)
				return 0;
		} else if (!role_is_passable(s->marks, scan, t, &strangers) ||
			   strangers > AFTER_STRANGERS) {
			return 0;
		}
		t++;
	}
	return 0;
}

/* Where the list that a name is in ends: behind its last name. */
static size_t list_end(const struct role_search *s, size_t end)
{
	const struct scan *scan = s->scan;

	for (int i = 0; i < LIST_NAMES && role_opens_list(s, end); i++) {
		size_t limit = scan_sentence_end(scan, end - 1), t = end;

		while (t < limit && !role_is_person(scan_settled(scan, t)))
			t++;
		if (t < limit)
			end = scan_settled(scan, t)->end;
	}
	return end;
}

size_t role_list_end(const struct role_marks *marks, const struct scan *scan,
		     size_t end)
{
	const struct role_search s = { marks, scan, false, false };

	return list_end(&s, end);
}

/* What stands behind the last name of a list is everybody's, where it is of
 * several, else his alone. */
static unsigned role_behind(const struct role_search *s, size_t end,
			    bool several)
{
	const struct scan *scan = s->scan;
	struct role_place role;

	if (end + 1 >= scan_sentence_end(scan, end - 1) ||
	    !opens_apposition(scan, end))
		return 0;
	role = role_from(s, end + 1, AFTER_STRANGERS);
	if (!role.class ||
	    (has_other_name(s, role) && !role_is_rows(s, end - 1)))
		return 0;
	if (several ? !role_may_be_of_several(s, role)
		    : role_is_of_several(s, role) ||
			      (!role_is_exact(s, role) && s->nominative))
		return 0;
	return role_class(s, role) | classes_behind(s, role);
}

unsigned role_after(const struct role_search *s, size_t first, size_t end)
{
	unsigned own = role_behind(s, end, false);
	size_t last = list_end(s, end), limit = scan_sentence_end(s->scan, first);

	/* "X (no relation), a former senator" */
	if (!own && end < limit && scan_is_form(s->scan, end, "(") &&
	    scan_has_partner(s->scan, end)) {
		size_t behind = s->scan->marks.items[end].partner + 1u;

		if (behind < limit && scan_is_form(s->scan, behind, ","))
			own = role_behind(s, behind, false);
	}

	if (own || !(last > end || role_list_start(s, first) < first ||
		     role_is_in_list(s, first, end)))
		return own;
	return role_behind(s, last, true);
}

/* A name that a line begins with, and behind it or in the next line the role:
 * "Editor, The Ledger". */
unsigned role_below(const struct role_search *s, size_t first, size_t end)
{
	const struct scan *scan = s->scan;
	struct role_place role;
	size_t limit, t = end;

	if (first != scan_sentence_start(scan, first) ||
	    end >= scan->doc->tokens.count)
		return 0;
	limit = scan_sentence_end(scan, end);
	if (limit > end + BELOW_WORDS || scan_is_form(scan, limit - 1, "."))
		return 0;
	while (t + 1 < limit && s->marks->items[t].modifier &&
	       !s->marks->items[t].starts)
		t++;
	role = (struct role_place){ t, t + s->marks->items[t].start_len,
				    s->marks->items[t].starts, false };
	for (t = end; t < limit; t++)
		if (role_is_person(scan_settled(scan, t)) ||
		    role_endings_has(s->marks->endings, scan, t, ENDS_VERB))
			return 0;
	return role.class && role_is_exact(s, role)
		       ? role_class(s, role) | classes_behind(s, role) : 0;
}

bool role_is_behind(const struct role_marks *marks, const struct scan *scan,
		    size_t end)
{
	const struct role_search s = { marks, scan, false, false };
	struct role_place role;

	if (end + 1 >= scan_sentence_end(scan, end - 1) ||
	    !opens_apposition(scan, end))
		return false;
	role = role_from(&s, end + 1, 1);
	return role.class && role_is_exact(&s, role) &&
	       (role.end >= scan_sentence_end(scan, end - 1) ||
		!scan_is_name_word(scan, role.end));
}
