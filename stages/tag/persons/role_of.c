#include "role_endings.h"
#include "role_kinds.h"

enum {
	WALK_WORDS = 14,     /* how far a role may stand from its name */
	AFTER_WORDS = 10,    /* the same behind the name */
	AFTER_STRANGERS = 3, /* words of no kind before a role behind a name */
	LIST_NAMES = 12      /* of persons who share a role */
};

/* A role's words. */
struct role_place {
	size_t first, end;
	unsigned class;      /* 0: there is no role */
	bool told;           /* a verb says that the name behind has it */
};

struct search {
	const struct role_marks *marks;
	const struct scan *scan;
	bool nominative;     /* the name is */
};

static const struct role_place nowhere;

static bool is_person(const struct candidate *c)
{
	return c && mention_type_is_person(c->type);
}

static const struct candidate *person_ending(const struct scan *scan,
					     size_t end)
{
	const struct candidate *c =
		end > scan_sentence_start(scan, end - 1)
			? scan_settled(scan, end - 1) : NULL;

	return is_person(c) ? c : NULL;
}

static bool is_and(const struct search *s, size_t token)
{
	return s->marks->items[token].also;
}

static bool has_role_ending(const struct search *s, struct role_place role,
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

/* "қаланың депутаты" may be "қала депутаты" in a form, but "депутаты" is none. */
static bool is_exact(const struct search *s, struct role_place role)
{
	return s->marks->items[role.first].exact ||
	       s->marks->items[role.end - 1].end_exact;
}

static bool is_of_several(const struct search *s, struct role_place role)
{
	return !is_exact(s, role) && has_role_ending(s, role, ENDS_SEVERAL);
}

static bool may_be_of_several(const struct search *s, struct role_place role)
{
	return is_of_several(s, role) ||
	       (!is_exact(s, role) &&
		has_role_ending(s, role, ENDS_SEVERAL_OR_ONE));
}

/* The role whose last word stands before a token. */
static struct role_place role_ending_at(const struct search *s, size_t end)
{
	const struct role_mark *mark;
	size_t start = scan_sentence_start(s->scan, end > 0 ? end - 1 : 0);

	if (end == 0 || end <= start)
		return nowhere;
	mark = &s->marks->items[end - 1];
	if (!mark->ends)
		return nowhere;
	return (struct role_place){ end - mark->end_len, end, mark->ends,
				    false };
}

/* Whether what stands behind a role tells whose it is: "of …", a name, or a
 * word in the case for that. */
static bool begins_owner(const struct search *s, size_t token)
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
static bool is_apart(const struct search *s, size_t token)
{
	return s->marks->items[token].link || is_and(s, token);
}

/* The role that ends before a token, or whose owner does: "редактор [газеты
 * «Y»]", "head of [the department]". */
static struct role_place role_up_to(const struct search *s, size_t end)
{
	size_t start = scan_sentence_start(s->scan, end), t = end;
	int strangers = 0;
	bool told = false;

	if (t > start && is_apart(s, t - 1))
		return nowhere;
	for (int words = 0; t > start && words < WALK_WORDS; words++) {
		const struct candidate *c = scan_settled(s->scan, t - 1);
		struct role_place role = role_ending_at(s, t);

		if (is_person(c))
			return nowhere;
		/* "глава государства" may be a body too */
		if (c && role.class && role.first > c->first)
			role = nowhere;
		role.told = told;
		if (role.class && (t == end || begins_owner(s, t)))
			return role;
		if (c && !role.class) {
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
			return nowhere;
		told |= s->marks->items[t - 1].deed == DEED_JOINS;
		t = role.class ? role.first : t - 1;
	}
	return nowhere;
}

static unsigned class_of(const struct search *s, struct role_place role)
{
	return role.class ? role_resolve(s->marks, s->scan, role.class,
					 role.first, role.end)
			  : 0;
}

/* "Y, журналист, адвокат X": a role behind another one's name is that one's. */
static bool is_behind_person(const struct search *s, struct role_place role)
{
	size_t t = role.first;

	while (t > scan_sentence_start(s->scan, role.first) &&
	       s->marks->items[t - 1].modifier)
		t--;
	return t > scan_sentence_start(s->scan, role.first) + 1 &&
	       (scan_is_form(s->scan, t - 1, ",") ||
		scan_is_form(s->scan, t - 1, "–") ||
		scan_is_form(s->scan, t - 1, "—")) &&
	       person_ending(s->scan, t - 1);
}

/* What else the person is: "журналист и активист X", "the head of the police
 * department, Colonel X". */
static unsigned classes_around(const struct search *s, struct role_place role)
{
	size_t start = scan_sentence_start(s->scan, role.first);
	size_t t = role.first;
	struct role_place outer;

	while (t > start && s->marks->items[t - 1].modifier &&
	       !s->marks->items[t - 1].link)
		t--;
	if (t == start)
		return 0;
	if (scan_is_form(s->scan, t - 1, ",") || is_and(s, t - 1)) {
		bool comma = scan_is_form(s->scan, t - 1, ",");

		outer = comma ? role_up_to(s, t - 1) : role_ending_at(s, t - 1);
		if (!outer.class || !is_exact(s, outer) ||
		    is_behind_person(s, outer))
			return 0;
		return class_of(s, outer);
	}
	if (s->marks->items[t - 1].link || t < role.first)
		return 0;
	outer = role_up_to(s, t);
	return outer.class && is_exact(s, outer) ? class_of(s, outer) : 0;
}

/* "помощник депутата Пётр X", where the name's case shows that he is no
 * deputy; "заместитель министра Пётр X" is what a minister is. */
static unsigned outer_classes(const struct search *s, struct role_place role)
{
	size_t start = scan_sentence_start(s->scan, role.first);
	size_t t = role.first;
	struct role_place outer;

	while (t > start && s->marks->items[t - 1].modifier)
		if (s->marks->items[--t].own_form)
			return class_of(s, role);
	outer = role_up_to(s, t);
	return outer.class && is_exact(s, outer) ? class_of(s, outer) : 0;
}

static unsigned own_classes(const struct search *s, struct role_place role,
			    bool list)
{
	bool exact = is_exact(s, role);

	if (role.told)
		return class_of(s, role);
	if (!exact && has_role_ending(s, role, ENDS_APART))
		return 0;
	if (list ? !may_be_of_several(s, role) : is_of_several(s, role))
		return 0;
	if (list)
		return class_of(s, role);
	if (!exact && s->nominative)
		return outer_classes(s, role);
	return class_of(s, role) | (exact ? classes_around(s, role) : 0);
}

/* Whether a name is the first of several: "X, Y and Z". */
static bool opens_list(const struct search *s, size_t end)
{
	const struct scan *scan = s->scan;
	size_t limit = scan_sentence_end(scan, end - 1), t = end;

	/* "X (Orda) and Y" */
	if (t < limit && scan_is_form(scan, t, "(") &&
	    scan_has_partner(scan, t))
		t = scan->marks.items[t].partner + 1u;
	if (t >= limit || !(scan_is_form(scan, t, ",") || is_and(s, t)))
		return false;
	t++;
	return t < limit && is_person(scan_settled(scan, t));
}

/* Whether it stands among others that are found or not: "Erlan and Asel
 * Kumtasov". */
static bool is_in_list(const struct search *s, size_t first, size_t end)
{
	const struct scan *scan = s->scan;
	size_t start = scan_sentence_start(scan, first);

	return opens_list(s, end) ||
	       (first > start + 1 && is_and(s, first - 1) &&
		(scan_is_name_word(scan, first - 2) ||
		 person_ending(scan, first - 1)));
}

/* The first of the names that stand in a list with this one before it. */
static size_t list_start(const struct search *s, size_t first)
{
	const struct scan *scan = s->scan;

	for (int i = 0; i < LIST_NAMES; i++) {
		size_t start = scan_sentence_start(scan, first), t = first;
		const struct candidate *c;

		while (t > start && (scan_is_form(scan, t - 1, ",") ||
				     is_and(s, t - 1)))
			t--;
		if (t == first || t == start)
			return first;
		if (scan_is_form(scan, t - 1, ")") &&
		    scan_has_partner(scan, t - 1))
			t = scan->marks.items[t - 1].partner;
		c = t > start ? person_ending(scan, t) : NULL;
		if (!c)
			return first;
		first = c->first;
	}
	return first;
}

/* "the lawyer of journalist Y, X, said", "адвокат журналиста Y X": the role
 * that Y stands in the owner of. `end`: of Y. */
static unsigned around_person(const struct search *s, size_t end)
{
	const struct candidate *c = person_ending(s->scan, end);
	struct role_place own, outer;
	size_t t;

	if (!c)
		return 0;
	t = c->first;
	own = role_up_to(s, t);
	if (own.class && !s->marks->items[t - 1].link &&
	    !(is_exact(s, own) && own.end == t &&
	      role_endings_any(s->marks->endings, scan_lang(s->scan, t),
			       ENDS_OF))) {
		outer = role_up_to(s, own.first);
		if (outer.class)
			return class_of(s, outer);
		if (!role_endings_any(s->marks->endings,
				      scan_lang(s->scan, t), ENDS_OF))
			return 0;
	}
	return class_of(s, own);
}

/* "the president, Jan Brenn, met the editors": two commas hold a name, or a
 * comma and the end. */
static bool is_apposed(const struct scan *scan, size_t first, size_t end)
{
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

static unsigned role_before(const struct search *s, size_t first, size_t end)
{
	const struct scan *scan = s->scan;
	size_t start = scan_sentence_start(scan, first);
	size_t list = list_start(s, first);
	struct role_place role;

	if (list < first) {
		role = role_up_to(s, list);
		if (role.class && may_be_of_several(s, role))
			return own_classes(s, role, true);
	}
	if (first > start && announces(scan, first - 1)) {
		role = role_up_to(s, first - 1);
		return role.class && !is_behind_person(s, role) &&
				       (is_exact(s, role) ||
					is_of_several(s, role))
			       ? class_of(s, role) : 0;
	}
	if (is_apposed(scan, first, end)) {
		role = role_up_to(s, first - 1);
		if (role.class && !is_behind_person(s, role))
			return own_classes(s, role, false);
		return role.class ? 0 : around_person(s, first - 1);
	}
	if (first > start && person_ending(scan, first))
		return around_person(s, first);
	role = role_up_to(s, first);
	return role.class ? own_classes(s, role, is_in_list(s, first, end) &&
						 may_be_of_several(s, role))
			  : 0;
}

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
static struct role_place role_from(const struct search *s, size_t token)
{
	const struct scan *scan = s->scan;
	size_t limit = scan_sentence_end(scan, token - 1), t = token;
	int strangers = 0;
	bool named = true; /* nothing but names and numbers so far */

	for (int words = 0; t < limit && words < AFTER_WORDS; words++) {
		const struct candidate *c = scan_settled(scan, t);
		const struct role_mark *mark = &s->marks->items[t];
		bool comma = scan_is_form(scan, t, ",");

		if (is_person(c))
			return nowhere;
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
				    strangers > AFTER_STRANGERS)
			return nowhere;
		named = named &&
			(comma || scan_kind(scan, t) == KIND_NUMBER ||
			 role_is_medium(s->marks, scan, t) ||
			 scan_has_partner(scan, t));
		t++;
	}
	return nowhere;
}

/* Whether a name of another person stands behind a role, so that it is that
 * one's. */
static bool has_other_name(const struct search *s, struct role_place role)
{
	size_t limit = scan_sentence_end(s->scan, role.first);

	return role.end < limit && is_person(scan_settled(s->scan, role.end));
}

/* ", an activist and blogger", ", юрист, редактор газеты": roles that go on
 * behind one. */
static unsigned classes_behind(const struct search *s, struct role_place role)
{
	const struct scan *scan = s->scan;
	size_t limit = scan_sentence_end(scan, role.first), t = role.end;
	int strangers = 0;

	for (int words = 0; t < limit && words < AFTER_WORDS; words++) {
		const struct candidate *c = scan_settled(scan, t);
		bool comma = scan_is_form(scan, t, ",");

		if (is_person(c))
			return 0;
		if (c) {
			t = c->end;
			continue;
		}
		if (comma || is_and(s, t)) {
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
			if (next.class && is_exact(s, role) &&
			    is_exact(s, next) && !has_other_name(s, next))
				return class_of(s, next) |
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
static size_t list_end(const struct search *s, size_t end)
{
	const struct scan *scan = s->scan;

	for (int i = 0; i < LIST_NAMES && opens_list(s, end); i++) {
		size_t limit = scan_sentence_end(scan, end - 1), t = end;

		while (t < limit && !is_person(scan_settled(scan, t)))
			t++;
		if (t < limit)
			end = scan_settled(scan, t)->end;
	}
	return end;
}

/* What stands behind the last name of a list is everybody's, where it is of
 * several, else his alone. */
static unsigned role_behind(const struct search *s, size_t end, bool several)
{
	const struct scan *scan = s->scan;
	struct role_place role;

	if (end + 1 >= scan_sentence_end(scan, end - 1) ||
	    !opens_apposition(scan, end))
		return 0;
	role = role_from(s, end + 1);
	if (!role.class || has_other_name(s, role) ||
	    (several ? !may_be_of_several(s, role) : is_of_several(s, role)) ||
	    (!is_exact(s, role) && s->nominative))
		return 0;
	return class_of(s, role) | classes_behind(s, role);
}

static unsigned role_after(const struct search *s, size_t first, size_t end)
{
	unsigned own = role_behind(s, end, false);
	size_t last = list_end(s, end);

	if (own || !(last > end || list_start(s, first) < first ||
		     is_in_list(s, first, end)))
		return own;
	return role_behind(s, last, true);
}

unsigned role_of(const struct role_marks *marks, const struct scan *scan,
		 size_t first, size_t end, bool nominative)
{
	const struct search s = { marks, scan, nominative };
	unsigned before = role_before(&s, first, end);

	/* "his brother, X, general," tells of X with both commas */
	if (before && is_apposed(scan, first, end) &&
	    (end + 1 >= scan_sentence_end(scan, first) ||
	     !marks->items[end + 1].starts || !marks->items[end + 1].exact))
		return before;
	return before | role_after(&s, first, end);
}

bool role_is_behind(const struct role_marks *marks, const struct scan *scan,
		    size_t end)
{
	const struct search s = { marks, scan, false };
	struct role_place role;

	if (end + 1 >= scan_sentence_end(scan, end - 1) ||
	    !opens_apposition(scan, end))
		return false;
	role = role_from(&s, end + 1);
	return role.class && (role.end >= scan_sentence_end(scan, end - 1) ||
			      !scan_is_name_word(scan, role.end));
}

bool role_is_announced(const struct role_marks *marks, const struct scan *scan,
		       size_t first)
{
	const struct search s = { marks, scan, false };

	return first > scan_sentence_start(scan, first) &&
	       announces(scan, first - 1) &&
	       role_ending_at(&s, first - 1).class;
}
