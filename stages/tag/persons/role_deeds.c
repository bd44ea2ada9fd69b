#include "role_endings.h"
#include "role_kinds.h"

enum {
	WALK_WORDS = 10,     /* from the name to the deed */
	WALK_STRANGERS = 1,  /* words of no kind before the deed */
	ROLE_NEAR = 4,       /* words from the deed to the role that it joins */
	NEXT_NEAR = 64,      /* words behind a name that are looked at */
	SENTENCE_NEAR = 256, /* words around it, of a sentence without end */
	SERVES_NEAR = 6,     /* from the deed to whom it is done for */
	PEER_NEAR = 6,       /* words between a colleague and his name */
	BEFORE_NEAR = 10,    /* from what is done back to the medium */
	BY_NEAR = 6,         /* words between "founded by" and the name */
	MEDIUM_NEAR = 5      /* words from the deed to the medium */
};

/* What the words between a name and a deed were. */
struct walk {
	bool official;
	int strangers;
	bool medium;         /* one was an outlet or a word for one */
	bool state;          /* the same of what is the state's */
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
		const struct candidate *c = scan_settled(scan, t);

		/* "chairs the media committee" */
		if (role_is_medium(marks, scan, t) && !marks->items[t].state)
			return true;
		/* "вёл в Барнауле эфир", "ran the Facebook page" */
		if (c && (c->type == MENTION_PLACE ||
			  c->type == MENTION_PLATFORM))
			continue;
		if (is_stop(scan, t) || scan_settled(scan, t) ||
		    (scan_is_stopword(scan, t) && !marks->items[t].points &&
		     !marks->items[t].where && !marks->items[t].modifier))
			return false;
	}
	return false;
}

/* "for The Wire": who reports for something that nobody knows, but that has a
 * name, does for a medium. */
static bool is_unknown_name(const struct role_marks *marks,
			    const struct scan *scan, size_t token)
{
	size_t limit = scan_sentence_end(scan, token);

	token += marks->items[token].points || scan_has_partner(scan, token);
	return token < limit && !scan_settled(scan, token) &&
	       scan_is_name_word(scan, token) && !marks->items[token].starts;
}

/* "covers education for The Wire"; `any`: whatever has a name there */
static bool serves_medium(const struct role_marks *marks,
			  const struct scan *scan, size_t from, bool any)
{
	size_t limit = scan_sentence_end(scan, from - 1);

	for (size_t t = from; t + 1 < limit && t < from + SERVES_NEAR; t++) {
		const struct candidate *c = scan_settled(scan, t);

		if (marks->items[t].serves)
			return meets_medium(marks, scan, t + 1) ||
			       (any && is_unknown_name(marks, scan, t + 1));
		if (is_stop(scan, t) || (c && mention_type_is_person(c->type)))
			return false;
	}
	return false;
}

/* "chairs the culture committee": what is the state's stands behind a deed. */
static bool meets_state(const struct role_marks *marks,
			const struct scan *scan, size_t from)
{
	size_t limit = scan_sentence_end(scan, from - 1);

	for (size_t t = from; t < limit && t < from + MEDIUM_NEAR; t++) {
		const struct candidate *c = scan_settled(scan, t);

		if (c)
			return c->type == MENTION_BODY;
		if (marks->items[t].state)
			return true;
		if (is_stop(scan, t) ||
		    (scan_is_stopword(scan, t) && !marks->items[t].points &&
		     !marks->items[t].modifier))
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

		/* "тілші болып": it stands before it */
		if (before->ends &&
		    role_endings_any(marks->endings, scan_lang(scan, token),
				     ENDS_APART))
			return role_resolve(marks, scan, before->ends,
					    token - before->end_len, token);
		return walk->strangers <= WALK_STRANGERS
			? joined_role(marks, scan, behind) : 0;
	}
	if (mark->deed == DEED_RUNS_LAST || mark->deed == DEED_HEADS_LAST)
		return walk->medium ? ROLE_JOURNALIST :
		       walk->state && mark->deed == DEED_HEADS_LAST
			       ? ROLE_OFFICIAL : 0;
	if (mark->deed == DEED_MAKES && walk->official)
		return 0;
	if (mark->deed == DEED_FOR)
		return serves_medium(marks, scan, behind, true)
			? ROLE_JOURNALIST : 0;
	if (mark->deed == DEED_RUNS || mark->deed == DEED_MAKES ||
	    mark->deed == DEED_HEADS)
		return walk->strangers > WALK_STRANGERS	     ? 0 :
		       meets_medium(marks, scan, behind) ||
				       serves_medium(marks, scan, behind, false)
			       ? ROLE_JOURNALIST :
		       mark->deed == DEED_HEADS &&
				       meets_state(marks, scan, behind)
			       ? ROLE_OFFICIAL : 0;
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

/* Whether an outlet or a word for one stands not far before a token. */
static bool is_behind_outlet(const struct role_marks *marks,
			     const struct scan *scan, size_t token)
{
	size_t start = scan_sentence_start(scan, token);

	for (size_t t = token; t > start && t + BEFORE_NEAR > token; t--) {
		const struct candidate *c = scan_settled(scan, t - 1);

		if (role_is_medium(marks, scan, t - 1))
			return true;
		if ((c && mention_type_is_person(c->type)) ||
		    scan_is_form(scan, t - 1, ";"))
			return false;
	}
	return false;
}

/* "a weekly founded in Osh by X", "газета, которую ведёт X": the medium and what
 * is done stand before the name. Where a language has no case for whose a thing
 * is, the verb would have another subject. */
static bool is_doer(const struct role_marks *marks, const struct scan *scan,
		    size_t first)
{
	size_t start = scan_sentence_start(scan, first);
	bool runs = role_endings_any(marks->endings, scan_lang(scan, first),
				     ENDS_OF);

	for (size_t t = first; t > start && t + BY_NEAR > first; t--) {
		const struct role_mark *mark = &marks->items[t - 1];
		const struct candidate *c = scan_settled(scan, t - 1);

		if (mark->deed == DEED_BY ||
		    (runs && (mark->deed == DEED_RUNS ||
			      mark->deed == DEED_HEADS)))
			return is_behind_outlet(marks, scan, t - 1);
		if (c ? mention_type_is_person(c->type)
		      : is_stop(scan, t - 1) ||
				(scan_kind(scan, t - 1) == KIND_WORD &&
				 !mark->ends && !mark->modifier &&
				 !mark->link && !mark->from))
			return false;
	}
	return false;
}

/* "комитетін басқаратын X": where the verb is the last, what is headed and the
 * verb stand before the name. */
static unsigned told_before(const struct role_marks *marks,
			    const struct scan *scan, size_t first)
{
	size_t start = scan_sentence_start(scan, first), t = first;
	const struct candidate *c;
	struct walk walk = { .strangers = 0 };

	while (t > start && t + SERVES_NEAR > first &&
	       !(marks->items[t - 1].deed &&
		 t - 1 + marks->items[t - 1].deed_len == first))
		t--;
	if (t <= start + 1 || t + SERVES_NEAR <= first)
		return 0;
	c = scan_settled(scan, t - 2);
	if (marks->items[t - 1].deed != DEED_RUNS_LAST &&
	    marks->items[t - 1].deed != DEED_HEADS_LAST)
		return 0;
	walk.medium = is_behind_medium(marks, scan, t - 1);
	walk.state = c ? c->type == MENTION_BODY : marks->items[t - 2].state;
	return told_by(marks, scan, t - 1, &walk);
}

/* What the words from a token on tell by deeds, as far as they are of the same
 * person. */
static unsigned told_from(const struct role_marks *marks,
			  const struct scan *scan, size_t t, struct walk walk)
{
	size_t limit = scan_sentence_end(scan, t - 1);
	unsigned all = 0;

	for (int words = 0; t < limit && words < WALK_WORDS; words++) {
		const struct candidate *c = scan_settled(scan, t);

		walk.medium |= role_is_medium(marks, scan, t);
		walk.state |= c ? c->type == MENTION_BODY
				: marks->items[t].state;
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

/* "X, born in Osh, is the editor": what stands between two commas behind a name,
 * of nobody else, parts it from what it does. Where the second comma ends, or
 * 0. */
static size_t behind_commas(const struct role_marks *marks,
			    const struct scan *scan, size_t comma)
{
	size_t limit = scan_sentence_end(scan, comma - 1), t = comma + 1;

	if (comma >= limit || !scan_is_form(scan, comma, ","))
		return 0;
	for (; t < limit && t <= comma + WALK_WORDS; t++) {
		const struct candidate *c = scan_settled(scan, t);

		if (scan_is_form(scan, t, ","))
			return t + 1 < limit && marks->items[t + 1].deed
				       ? t + 1 : 0;
		if ((c && mention_type_is_person(c->type)) ||
		    is_stop(scan, t))
			return 0;
	}
	return 0;
}

unsigned role_by_deed(const struct role_marks *marks, const struct scan *scan,
		      size_t first, size_t end, bool official)
{
	size_t limit = scan_sentence_end(scan, end - 1), t = end, behind;
	unsigned told;
	struct walk walk = {
		.official = official,
		.medium = is_behind_medium(marks, scan, first)
	};

	told = told_before(marks, scan, first);
	if (told & ROLE_JOURNALIST || (told && !official))
		return told;
	if (!official && (is_of_outlet(marks, scan, end) ||
			  is_doer(marks, scan, first)))
		return ROLE_JOURNALIST;
	/* "X and Y publish a weekly" */
	limit = scan_sentence_end(scan, end - 1);
	t = role_list_end(marks, scan, end);
	behind = behind_commas(marks, scan, t);
	if (t < limit && scan_is_form(scan, t, ","))
		t++;
	told = told_from(marks, scan, t, walk);
	return told || !behind ? told : told_from(marks, scan, behind, walk);
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
	/* "Correspondent for X Vera Moss left" */
	if (!marks->items[t > 0 ? t - 1 : 0].points && behind < limit &&
	    (marks->items[behind].from || marks->items[behind].serves))
		return false;
	/* without somebody else's name behind it */
	return mark->starts == ROLE_JOURNALIST && mark->exact &&
	       behind < limit && !scan_settled(scan, behind) &&
	       scan_kind(scan, behind) == KIND_WORD &&
	       !scan_is_name_word(scan, behind);
}

/* "с 2022 года [ведущая]": when something was stands before who it was. */
static size_t behind_date(const struct role_marks *marks,
			  const struct scan *scan, size_t token, size_t limit)
{
	size_t t = token;
	const struct candidate *c;

	if (t + 1 < limit && scan_is_stopword(scan, t) &&
	    !marks->items[t].points)
		t++;
	c = t < limit ? scan_settled(scan, t) : NULL;
	return c && c->type == MENTION_DATE ? c->end : token;
}

bool role_is_journalist_behind(const struct role_marks *marks,
			       const struct scan *scan, size_t end)
{
	size_t start = scan_sentence_start(scan, end - 1);
	size_t limit = scan_sentence_end(scan, end - 1), t;
	const struct role_mark *mark;

	if (limit > end + SENTENCE_NEAR)
		limit = end + SENTENCE_NEAR;
	if (start + SENTENCE_NEAR < end)
		start = end - SENTENCE_NEAR;
	for (t = start; t < limit; t++)
		if (marks->items[t].starts == ROLE_JOURNALIST ||
		    (t >= end && (scan_is_form(scan, t, ":") ||
				  scan_is_form(scan, t, ";"))))
			break;
	if (t + 1 >= limit || marks->items[t].starts)
		return false;
	t = behind_date(marks, scan, t + 1, limit);
	/* "a reporter" would be somebody else */
	if (t + 1 < limit && marks->items[t].points)
		t++;
	else if (!role_endings_any(marks->endings, scan_lang(scan, end - 1),
				   ENDS_OF))
		return false;
	mark = &marks->items[t];
	return t < limit && mark->starts == ROLE_JOURNALIST && mark->exact &&
	       t + mark->start_len < limit;
}

unsigned role_told_next(const struct role_marks *marks,
			const struct scan *scan, size_t first, bool several)
{
	const struct document *doc = scan->doc;
	size_t next = scan->marks.items[first].sentence + 1u, t;

	if (next >= doc->sentences.count ||
	    doc->sentences.items[next].paragraph !=
		    doc->sentences.items[next - 1].paragraph)
		return 0;
	t = scan_sentence_end(scan, first);
	if (t + 1 >= doc->tokens.count ||
	    !(several ? marks->items[t].both : marks->items[t].pronoun))
		return 0;
	return told_from(marks, scan, t + 1, (struct walk){ .strangers = 0 });
}

bool role_is_peer(const struct role_marks *marks, const struct scan *scan,
		  size_t first)
{
	size_t start = scan_sentence_start(scan, first), t = first;

	/* "his colleague from Osh, X" */
	while (t > start && t + PEER_NEAR > first) {
		const struct role_mark *mark = &marks->items[t - 1];

		if (mark->peer)
			return true;
		if (!mark->link && !scan_settled(scan, t - 1) &&
		    !(t == first && scan_is_form(scan, t - 1, ",")))
			return false;
		t--;
	}
	return false;
}
