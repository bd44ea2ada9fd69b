#include "role_endings.h"
#include "role_kinds.h"

enum {
	OWNER_NEAR = 6,      /* words from a role to whose it is */
	OWNER_BEFORE = 3,    /* before it */
	OWNER_BACK = 40,     /* to what "its" stands for */
	STRANGERS = 6        /* words of no kind on the way */
};

enum owner { NO_OWNER, OWNER_OTHER, OWNER_MEDIUM, OWNER_STATE, OWNER_COMPANY };

bool role_is_medium(const struct role_marks *marks, const struct scan *scan,
		    size_t token)
{
	const struct candidate *c = scan_settled(scan, token);
	const struct token_mark *mark = &scan->marks.items[token];

	/* "Telegram-арнасы" is a medium on a platform */
	if (c && c->type != MENTION_PLATFORM)
		return c->type == MENTION_OUTLET;
	return marks->items[token].medium ||
	       ((mark->cue_ends | mark->cue_starts | mark->head_starts |
		 mark->head_ends) & 1u << MENTION_OUTLET);
}

bool role_is_passable(const struct role_marks *marks, const struct scan *scan,
		      size_t token, int *strangers)
{
	const struct role_mark *mark = &marks->items[token];

	if (mark->link || mark->also || mark->modifier || mark->part ||
	    scan_has_partner(scan, token) ||
	    scan_is_name_word(scan, token) || mark->medium || mark->state ||
	    scan->marks.items[token].flags & (MARK_CUE | MARK_LINK))
		return true;
	if (scan_kind(scan, token) == KIND_NUMBER)
		return true;
	if (scan_kind(scan, token) != KIND_WORD)
		return scan_is_form(scan, token, "-") ||
		       scan_is_form(scan, token, ".");
	return !scan_is_stopword(scan, token) &&
	       !role_endings_has(marks->endings, scan, token, ENDS_VERB) &&
	       ++*strangers <= STRANGERS;
}

static enum owner owner_at(const struct role_marks *marks,
			   const struct scan *scan, size_t token)
{
	const struct candidate *c = scan_settled(scan, token);
	const struct token_mark *mark = &scan->marks.items[token];

	if (role_is_medium(marks, scan, token))
		return OWNER_MEDIUM;
	if (c && (c->type == MENTION_BODY || c->type == MENTION_PLACE))
		return OWNER_STATE;
	if (c)
		return c->type == MENTION_ORG || c->type == MENTION_PLATFORM
			       ? OWNER_COMPANY : OWNER_OTHER;
	if (marks->items[token].state ||
	    (marks->items[token].starts | marks->items[token].ends) &
		    ROLE_OFFICIAL)
		return OWNER_STATE;
	if (marks->items[token].part)
		return NO_OWNER;
	return (mark->cue_ends | mark->cue_starts | mark->head_starts) &
			       1u << MENTION_ORG ? OWNER_COMPANY : NO_OWNER;
}

static bool is_person(const struct candidate *c)
{
	return c && mention_type_is_person(c->type);
}

static enum owner of_name(const struct candidate *c, enum owner before,
			  enum owner own)
{
	return before != NO_OWNER || is_person(c) ? before : own;
}

/* A word of no kind: in "director of the city library" it takes the place of
 * what stood before it; where endings tell what belongs to what, an adjective
 * is passed over and a noun is whose it is. */
static bool is_other(const struct role_marks *marks, const struct scan *scan,
		     size_t token, bool ordered)
{
	return !ordered || !role_endings_has(marks->endings, scan, token,
					     ENDS_LIKE);
}

/* "отделения «Другой страны»": what is quoted names neither. */
static bool opens_other_name(const struct scan *scan, size_t token)
{
	size_t end = scan->marks.items[token].partner;
	const struct candidate *c;

	if (end <= token + 1 || scan_is_form(scan, token, "("))
		return false;
	c = scan_settled(scan, token + 1);
	return !c || c->end != end;
}

static enum owner owner_behind(const struct role_marks *marks,
			       const struct scan *scan, size_t end)
{
	size_t limit = scan_sentence_end(scan, end - 1), t = end;
	bool ordered = role_endings_any(marks->endings,
					scan_lang(scan, end - 1), ENDS_OF);
	enum owner owner = NO_OWNER;

	for (; t < limit && t < end + OWNER_NEAR; t++) {
		const struct candidate *c = scan_settled(scan, t);
		enum owner own = owner_at(marks, scan, t);
		int strangers = 0;

		if (c)
			return of_name(c, owner, own);
		if (!role_is_passable(marks, scan, t, &strangers))
			break;
		if (opens_other_name(scan, t))
			return owner == NO_OWNER ? OWNER_COMPANY : owner;
		if (own != NO_OWNER && ordered)
			return own;
		if (own != NO_OWNER)
			owner = own;
		else if (owner != NO_OWNER && marks->items[t].link)
			return owner;
		else if (strangers && !marks->items[t].starts &&
			 is_other(marks, scan, t, ordered)) {
			if (ordered)
				return OWNER_OTHER;
			owner = NO_OWNER;
		}
	}
	return owner;
}

/* ", director, Radio Norte": what a row names behind the role. */
static enum owner owner_in_row(const struct role_marks *marks,
			       const struct scan *scan, size_t end)
{
	const struct candidate *c;

	if (end + 1 >= scan_sentence_end(scan, end - 1) ||
	    !scan_is_form(scan, end, ","))
		return NO_OWNER;
	c = scan_settled(scan, end + 1);
	return c && c->type != MENTION_PLACE && !is_person(c)
		? owner_at(marks, scan, end + 1) : NO_OWNER;
}

/* "newspaper owner", "the paper's owner", "телеарнасының иесі", "Kazpressclub,
 * president". */
static enum owner owner_before(const struct role_marks *marks,
			       const struct scan *scan, size_t first)
{
	size_t start = scan_sentence_start(scan, first), t = first;
	bool before = role_endings_any(marks->endings, scan_lang(scan, first),
				       ENDS_APART);

	for (; t > start && t + OWNER_BEFORE > first; t--) {
		const struct candidate *c = scan_settled(scan, t - 1);
		enum owner own = owner_at(marks, scan, t - 1);

		if (c && c->type == MENTION_PLACE && !before)
			return NO_OWNER;
		if (c)
			return own == OWNER_OTHER ? NO_OWNER : own;
		if (own != NO_OWNER)
			return own;
		if (!marks->items[t - 1].modifier &&
		    !scan_has_partner(scan, t - 1) &&
		    !scan_is_form(scan, t - 1, "-") &&
		    !scan_is_form(scan, t - 1, "'s") &&
		    !scan_is_form(scan, t - 1, "’s") &&
		    !(t == first && scan_is_form(scan, t - 1, ",")))
			return NO_OWNER;
	}
	return NO_OWNER;
}

/* What owns something by itself or by its name there. */
static enum owner owner_named(const struct role_marks *marks,
			      const struct scan *scan, size_t token)
{
	const struct candidate *c = scan_settled(scan, token);

	if (role_is_medium(marks, scan, token))
		return OWNER_MEDIUM;
	return !c		       ? NO_OWNER :
	       c->type == MENTION_BODY ? OWNER_STATE :
	       c->type == MENTION_ORG  ? OWNER_COMPANY :
					 NO_OWNER;
}

/* "Radio Norte and its director X": what the word before the role stands for;
 * the last named behind "and", else the first of the sentence or of the one
 * before it. */
static enum owner owner_back(const struct role_marks *marks,
			     const struct scan *scan, size_t first)
{
	size_t start = scan_sentence_start(scan, first), t = first;
	enum owner owner = NO_OWNER;
	bool joined, before = false;

	while (t > start && marks->items[t - 1].modifier &&
	       !marks->items[t - 1].its)
		t--;
	if (t == start || !marks->items[t - 1].its)
		return NO_OWNER;
	joined = t > start + 1 && marks->items[t - 2].also;
	for (t--; t > 0 && t + OWNER_BACK > first; t--) {
		enum owner own = owner_named(marks, scan, t - 1);

		if (t == start && (owner != NO_OWNER || before))
			return owner;
		if (t == start) {
			before = true;
			start = scan_sentence_start(scan, t - 1);
		}
		if (is_person(scan_settled(scan, t - 1)))
			return joined ? NO_OWNER : owner;
		if (own != NO_OWNER)
			owner = own;
		else if (owner == NO_OWNER && marks->items[t - 1].state)
			owner = OWNER_STATE; /* "the police" */
		if (joined && owner != NO_OWNER)
			return owner;
	}
	return owner;
}

static enum owner owner_of(const struct role_marks *marks,
			   const struct scan *scan, size_t first, size_t end)
{
	enum owner owner = owner_behind(marks, scan, end);

	if (owner == NO_OWNER)
		owner = owner_in_row(marks, scan, end);
	if (owner == NO_OWNER &&
	    !role_endings_any(marks->endings, scan_lang(scan, first), ENDS_OF))
		owner = owner_before(marks, scan, first);
	if (owner == NO_OWNER)
		owner = owner_back(marks, scan, first);
	return owner;
}

unsigned role_resolve(const struct role_marks *marks, const struct scan *scan,
		      unsigned role, size_t first, size_t end)
{
	const unsigned own = ROLE_JOURNALIST | ROLE_OFFICIAL | ROLE_PERSON;
	enum owner owner;

	if (role & own)
		return role & own;
	owner = owner_of(marks, scan, first, end);
	if (owner == OWNER_MEDIUM &&
	    role & (ROLE_HEAD | ROLE_CHIEF | ROLE_OWNER))
		return ROLE_JOURNALIST;
	if (owner == OWNER_STATE)
		return role & ROLE_OWNER ? ROLE_PERSON : ROLE_OFFICIAL;
	return owner == NO_OWNER && role & (ROLE_CHIEF | ROLE_OFFICE)
		       ? ROLE_OFFICIAL : ROLE_PERSON;
}
