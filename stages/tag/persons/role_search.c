#include "role_search.h"
#include "role_endings.h"
#include "role_kinds.h"

enum {
	WALK_WORDS = 14,     /* how far a role may stand from its name */
	ROLE_BEFORE = 4,     /* words of a role before a name that it ends in */
	LIST_NAMES = 12      /* of persons who share a role */
};

const struct role_place role_nowhere;

bool role_is_person(const struct candidate *c)
{
	return c && mention_type_is_person(c->type);
}

const struct candidate *role_person_before(const struct scan *scan, size_t end)
{
	const struct candidate *c =
		end > scan_sentence_start(scan, end - 1)
			? scan_settled(scan, end - 1) : NULL;

	return role_is_person(c) ? c : NULL;
}

bool role_is_and(const struct role_search *s, size_t token)
{
	return s->marks->items[token].also;
}

bool role_has_ending(const struct role_search *s, struct role_place role,
			    enum role_ending kind)
{
	const struct role_endings *endings = s->marks->endings;
	lang_id lang = scan_lang(s->scan, role.first);

	/* "депутатам маслихата", "басқарма басшысына", "members of
	 * parliament", "chief editors": which word is inflected */
	if (!role_endings_any(endings, lang, ENDS_APART) &&
	    role_endings_has(endings, s->scan, role.first, kind))
		return true;
	return !role_endings_any(endings, lang, ENDS_OF) &&
	       role_endings_has(endings, s->scan, role.end - 1, kind);
}

/* "қаланың депутаты" may be "қала депутаты" in a form, but "депутаты" is in
 * none. */
bool role_is_exact(const struct role_search *s, struct role_place role)
{
	return s->marks->items[role.first].exact ||
	       s->marks->items[role.end - 1].end_exact;
}

bool role_is_of_several(const struct role_search *s, struct role_place role)
{
	return !role_is_exact(s, role) && role_has_ending(s, role, ENDS_SEVERAL);
}

bool role_may_be_of_several(const struct role_search *s, struct role_place role)
{
	/* "журналист X пен Y": in Kazakh both */
	if (role_is_exact(s, role))
		return role_endings_any(s->marks->endings,
					scan_lang(s->scan, role.first),
					ENDS_APART);
	return role_is_of_several(s, role) ||
	       role_has_ending(s, role, ENDS_SEVERAL_OR_ONE);
}

/* The role whose last word stands before a token. */
struct role_place role_ending_at(const struct role_search *s, size_t end)
{
	const struct role_mark *mark;
	size_t start = scan_sentence_start(s->scan, end > 0 ? end - 1 : 0);

	if (end == 0 || end <= start)
		return role_nowhere;
	mark = &s->marks->items[end - 1];
	if (!mark->ends)
		return role_nowhere;
	return (struct role_place){ end - mark->end_len, end, mark->ends,
				    false };
}

/* Whether what stands behind a role tells whose it is: "of …", a name, or a
 * word in the case for that. */
static bool begins_owner(const struct role_search *s, size_t token)
{
	const struct role_mark *mark = &s->marks->items[token];

	return mark->link || mark->medium || mark->state ||
	       mark->deed == DEED_JOINS ||
	       scan_settled(s->scan, token) ||
	       scan_has_partner(s->scan, token) ||
	       scan_is_name_word(s->scan, token) ||
	       scan_is_form(s->scan, token, "-") ||
	       s->scan->marks.items[token].flags & MARK_CUE ||
	       role_endings_has(s->marks->endings, s->scan, token, ENDS_OF);
}

/* Whether a token behind a role, or before a name, shows that the name is no
 * part of what tells of the role: "lawyer for X", "редактор и X". */
static bool is_apart(const struct role_search *s, size_t token)
{
	return s->marks->items[token].link || role_is_and(s, token);
}

/* "minister of justice [and …]": the role's words tell whose it is, and more may
 * follow. */
static bool has_link(const struct role_search *s, struct role_place role)
{
	for (size_t t = role.first; t < role.end; t++)
		if (s->marks->items[t].link)
			return true;
	return false;
}

/* "заместитель главы [администрации президента]": a role that ends in a name. */
static struct role_place role_into(const struct role_search *s,
				   const struct candidate *c)
{
	size_t start = scan_sentence_start(s->scan, c->first);

	for (size_t t = c->first; t > start && t + ROLE_BEFORE > c->first; t--) {
		const struct role_mark *mark = &s->marks->items[t - 1];
		size_t end = t - 1 + mark->start_len;

		if (mark->starts && end > c->first && end <= c->end)
			return (struct role_place){ t - 1, end, mark->starts,
						    false };
	}
	return role_nowhere;
}

/* The role that ends before a token, or whose owner does: "редактор [газеты
 * «Y»]", "head of [the department]". */
struct role_place role_up_to(const struct role_search *s, size_t end)
{
	size_t start = scan_sentence_start(s->scan, end), t = end;
	int strangers = 0;
	bool told = false;

	if (t > start && is_apart(s, t - 1))
		return role_nowhere;
	for (int words = 0; t > start && words < WALK_WORDS; words++) {
		const struct candidate *c = scan_settled(s->scan, t - 1);
		struct role_place role = role_ending_at(s, t);

		if (role_is_person(c))
			return role_nowhere;
		/* "глава государства" may be a body too */
		if (c && role.class && role.first > c->first)
			role = role_nowhere;
		role.told = told;
		if (role.class && (t == end || begins_owner(s, t) ||
				   (role_is_and(s, t) && has_link(s, role))))
			return role;
		if (c && !role.class) {
			role = role_into(s, c);
			if (role.class)
				return role;
			t = c->first;
			continue;
		}
		/* what stands in brackets is not looked into */
		if (scan_is_form(s->scan, t - 1, ")") &&
		    scan_has_partner(s->scan, t - 1)) {
			t = s->scan->marks.items[t - 1].partner;
			continue;
		}
		if (!role.class &&
		    s->marks->items[t - 1].deed != DEED_JOINS &&
		    !role_is_passable(s->marks, s->scan, t - 1, &strangers))
			return role_nowhere;
		told |= s->marks->items[t - 1].deed == DEED_JOINS;
		t = role.class ? role.first : t - 1;
	}
	return role_nowhere;
}

unsigned role_class(const struct role_search *s, struct role_place role)
{
	return role.class ? role_resolve(s->marks, s->scan, role.class,
					 role.first, role.end)
			  : 0;
}

/* "Y, журналист, адвокат X": a role behind another one's name is that one's. */
bool role_is_behind_person(const struct role_search *s, struct role_place role)
{
	size_t t = role.first;

	while (t > scan_sentence_start(s->scan, role.first) &&
	       s->marks->items[t - 1].modifier)
		t--;
	return t > scan_sentence_start(s->scan, role.first) + 1 &&
	       (scan_is_form(s->scan, t - 1, ",") ||
		scan_is_form(s->scan, t - 1, "–") ||
		scan_is_form(s->scan, t - 1, "—")) &&
	       role_person_before(s->scan, t - 1);
}

/* Whether the sentence is rows that were set one behind the other: "X, editor
 * Y, lawyer Z, judge": it begins with a name and ends with a role. */
bool role_is_rows(const struct role_search *s, size_t token)
{
	const struct scan *scan = s->scan;
	size_t start = scan_sentence_start(scan, token);
	size_t t = scan_sentence_end(scan, token);
	const struct candidate *c = scan_settled(scan, start);

	if (!role_is_person(c) || !scan_is_form(scan, c->end, ","))
		return false;
	while (t > start && !role_is_person(scan_settled(scan, t - 1)))
		t--;
	return t + 1 < scan_sentence_end(scan, token) &&
	       scan_is_form(scan, t, ",") && s->marks->items[t + 1].starts;
}

/* Whether a name is the first of several: "X, Y and Z". */
bool role_opens_list(const struct role_search *s, size_t end)
{
	const struct scan *scan = s->scan;
	size_t limit = scan_sentence_end(scan, end - 1), t = end;

	/* "X (Orda) and Y" */
	if (t < limit && scan_is_form(scan, t, "(") &&
	    scan_has_partner(scan, t))
		t = scan->marks.items[t].partner + 1u;
	if (t >= limit || !(scan_is_form(scan, t, ",") || role_is_and(s, t)))
		return false;
	t++;
	return t < limit && role_is_person(scan_settled(scan, t));
}

/* Whether it stands among others that are found or not: "Erlan and Asel
 * Kumtasov". */
bool role_is_in_list(const struct role_search *s, size_t first, size_t end)
{
	const struct scan *scan = s->scan;
	size_t start = scan_sentence_start(scan, first);
	size_t limit = scan_sentence_end(scan, first), t = end;

	/* "Lee Kuan Yew and Goh Chok Tong" */
	while (t < limit && t < end + 2 && scan_is_name_word(scan, t))
		t++;
	return role_opens_list(s, end) ||
	       (t + 1 < limit && role_is_and(s, t) &&
		scan_is_name_word(scan, t + 1)) ||
	       (first > start + 1 && role_is_and(s, first - 1) &&
		(scan_is_name_word(scan, first - 2) ||
		 role_person_before(scan, first - 1)));
}

/* The first of the names that stand in a list with this one before it. */
/* Where a word of a name begins that nobody found: "[Erlan] and Asel Kumtasov",
 * "[И.] и Т. Руденко"; else `end`. */
static size_t unfound_before(const struct role_search *s, size_t end)
{
	size_t t = end - 1;

	return scan_kind(s->scan, t) == KIND_WORD &&
			       scan_shape(s->scan, t) & SHAPE_CAPITAL &&
			       !s->scan->settled.items[t] &&
			       !s->marks->items[t].ends
		       ? t : end;
}

size_t role_list_start(const struct role_search *s, size_t first)
{
	const struct scan *scan = s->scan;

	for (int i = 0; i < LIST_NAMES; i++) {
		size_t start = scan_sentence_start(scan, first), t = first;
		const struct candidate *c;

		while (t > start && (scan_is_form(scan, t - 1, ",") ||
				     role_is_and(s, t - 1)))
			t--;
		if (t == first || t == start)
			return first;
		if (scan_is_form(scan, t - 1, ")") &&
		    scan_has_partner(scan, t - 1))
			t = scan->marks.items[t - 1].partner;
		c = t > start ? role_person_before(scan, t) : NULL;
		if (!c && (t == start || unfound_before(s, t) == t))
			return first;
		first = c ? c->first : unfound_before(s, t);
	}
	return first;
}
