#include "role_kinds.h"

enum {
	WALK_WORDS = 10,     /* from the name to the deed */
	WALK_STRANGERS = 1,  /* words of no kind before the deed */
	ROLE_NEAR = 4,       /* words from the deed to the role that it joins */
	NEXT_NEAR = 64,      /* words behind a name that are looked at */
	MEDIUM_NEAR = 5      /* words from the deed to the medium */
};

/* What the words between a name and a deed were. */
struct walk {
	bool official;
	int strangers;
	bool medium;         /* one was an outlet or a word for one */
};

static bool is_stop(const struct scan *scan, size_t token)
{
	return scan_kind(scan, token) == KIND_PUNCT &&
	       !scan_has_partner(scan, token);
}

/* "works as a freelance reporter": words of the role alone stand between. */
static unsigned joined_role(const struct role_marks *marks,
			    const struct scan *scan, size_t from)
{
	size_t limit = scan_sentence_end(scan, from - 1);

	for (size_t t = from; t < limit && t < from + ROLE_NEAR; t++) {
		if (marks->items[t].starts)
			return role_resolve(marks, scan, marks->items[t].starts,
					    t, t + marks->items[t].start_len);
		if (is_stop(scan, t) || scan_is_stopword(scan, t) ||
		    scan_settled(scan, t))
			return 0;
	}
	return 0;
}

/* "edits a small weekly": what stands in front of the medium tells of it. */
static bool meets_medium(const struct role_marks *marks,
			 const struct scan *scan, size_t from)
{
	size_t limit = scan_sentence_end(scan, from - 1);

	for (size_t t = from; t < limit && t < from + MEDIUM_NEAR; t++) {
		if (role_is_medium(marks, scan, t))
			return true;
		if (is_stop(scan, t) || scan_settled(scan, t) ||
		    (scan_is_stopword(scan, t) && !marks->items[t].points &&
		     !marks->items[t].where && !marks->items[t].modifier))
			return false;
	}
	return false;
}

static unsigned told_by(const struct role_marks *marks, const struct scan *scan,
			size_t token, const struct walk *walk)
{
	const struct role_mark *mark = &marks->items[token];
	size_t behind = token + mark->deed_len;

	if (mark->deed == DEED_JOINS) {
		const struct role_mark *before = &marks->items[token - 1];

		if (before->ends) /* "тілші болып": it stands before it */
			return role_resolve(marks, scan, before->ends,
					    token - before->end_len, token);
		return walk->strangers <= WALK_STRANGERS
			? joined_role(marks, scan, behind) : 0;
	}
	if (mark->deed == DEED_RUNS_LAST)
		return walk->medium ? ROLE_JOURNALIST : 0;
	if (mark->deed == DEED_MAKES && walk->official)
		return 0;
	if (mark->deed == DEED_RUNS || mark->deed == DEED_MAKES)
		return walk->strangers <= WALK_STRANGERS &&
				       meets_medium(marks, scan, behind)
			? ROLE_JOURNALIST : 0;
	return walk->strangers <= WALK_STRANGERS ? ROLE_JOURNALIST : 0;
}

/* "газетті X шығарады": the medium may stand before the name, where the verb
 * is the last. */
static bool is_behind_medium(const struct role_marks *marks,
			     const struct scan *scan, size_t first)
{
	size_t start = scan_sentence_start(scan, first);

	for (size_t t = first; t > start && t + MEDIUM_NEAR > first; t--) {
		if (is_stop(scan, t - 1) || marks->items[t - 1].deed)
			return false;
		if (role_is_medium(marks, scan, t - 1))
			return true;
	}
	return false;
}

/* "X of Radio Norte", "X (Radio Norte)": an outlet alone says whose X is. */
static bool is_of_outlet(const struct role_marks *marks,
			 const struct scan *scan, size_t end)
{
	size_t limit = scan_sentence_end(scan, end - 1), t = end + 1;
	const struct candidate *c;
	bool opened = end < limit && scan_is_form(scan, end, "(");

	if (end >= limit || !(opened || marks->items[end].from))
		return false;
	while (t < limit && (marks->items[t].points ||
			     (!opened && scan_has_partner(scan, t)) ||
			     (!scan_settled(scan, t) &&
			      role_is_medium(marks, scan, t))))
		t++;
	c = t < limit ? scan_settled(scan, t) : NULL;
	return c && c->type == MENTION_OUTLET &&
	       (!opened || scan->marks.items[end].partner == c->end);
}

unsigned role_by_deed(const struct role_marks *marks, const struct scan *scan,
		      size_t first, size_t end, bool official)
{
	size_t limit = scan_sentence_end(scan, end - 1), t = end;
	struct walk walk = {
		.official = official,
		.medium = is_behind_medium(marks, scan, first)
	};
	unsigned all = 0;

	if (!official && is_of_outlet(marks, scan, end))
		return ROLE_JOURNALIST;
	if (t < limit && scan_is_form(scan, t, ","))
		t++;
	for (int words = 0; t < limit && words < WALK_WORDS; words++) {
		const struct candidate *c = scan_settled(scan, t);

		walk.medium |= role_is_medium(marks, scan, t);
		if (c && mention_type_is_person(c->type))
			return all;
		if (c) {
			t = c->end;
			continue;
		}
		if (marks->items[t].deed) {
			unsigned told = told_by(marks, scan, t, &walk);

			if (told & ROLE_JOURNALIST)
				return all | told;
			all |= told;
			words = told ? 0 : words;
		}
		/* "was a deputy, and now edits a paper" */
		if (is_stop(scan, t) && !(all && scan_is_form(scan, t, ",")))
			return all;
		if (!scan_is_stopword(scan, t) && !marks->items[t].starts)
			walk.strangers++;
		t++;
	}
	return all;
}

/* Whether the sentence has a word for a journalist that no name follows: the
 * next one may be about that one. */
static bool names_journalist(const struct role_marks *marks,
			     const struct scan *scan, size_t token)
{
	size_t limit = scan_sentence_end(scan, token);

	for (size_t t = scan_sentence_start(scan, token);
	     t < limit && t < token + NEXT_NEAR; t++)
		if (marks->items[t].starts == ROLE_JOURNALIST)
			return true;
	return false;
}

bool role_is_journalist_next(const struct role_marks *marks,
			     const struct scan *scan, size_t first)
{
	const struct document *doc = scan->doc;
	size_t next = scan->marks.items[first].sentence + 1u, t, limit, behind;
	const struct role_mark *mark;

	if (next >= doc->sentences.count ||
	    doc->sentences.items[next].paragraph !=
		    doc->sentences.items[next - 1].paragraph)
		return false;
	t = scan_sentence_end(scan, first);
	if (t >= doc->tokens.count)
		return false;
	limit = scan_sentence_end(scan, t);
	if (names_journalist(marks, scan, first))
		return false;
	/* "The blogger", "Блогер": where a language has no articles, or
	 * leaves them out */
	t += marks->items[t].points;
	if (t >= limit)
		return false;
	mark = &marks->items[t];
	behind = t + mark->start_len;
	/* without somebody else's name behind it */
	return mark->starts == ROLE_JOURNALIST && mark->exact &&
	       behind < limit && !scan_settled(scan, behind) &&
	       scan_kind(scan, behind) == KIND_WORD &&
	       !scan_is_name_word(scan, behind);
}
