#include "heads_lists.h"

enum {
	NAME_WORDS = 4,       /* of a name without quotation marks */
	LIST_NAMES = 12
};

static bool is_comma(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ",");
}

static bool is_and(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].flags & MARK_AND;
}

static bool is_name_part(const struct scan *scan, size_t token)
{
	enum word_kind kind = scan_kind(scan, token);

	return kind == KIND_NUMBER || kind == KIND_ADDRESS ||
	       (kind == KIND_WORD && scan_is_capital(scan, token));
}

/* The end of the name that begins at a token; the token if none does. */
static size_t name_end(const struct scan *scan, size_t token, size_t limit)
{
	size_t end = token;

	if (token < limit && scan->marks.items[token].partner > token)
		return scan->marks.items[token].partner < limit ?
			       scan->marks.items[token].partner + 1 : token;
	while (end < limit && end - token < NAME_WORDS &&
	       is_name_part(scan, end))
		end++;
	return end;
}

/* Where the name that ends before a token begins; the token if none does. */
static size_t name_begin(const struct scan *scan, size_t end, size_t start)
{
	size_t begin = end;

	if (end > start && scan->marks.items[end - 1].partner < end - 1)
		return scan->marks.items[end - 1].partner >= start ?
			       scan->marks.items[end - 1].partner : end;
	while (begin > start && end - begin < NAME_WORDS &&
	       is_name_part(scan, begin - 1))
		begin--;
	return begin;
}

/* The article before a name: the Standard, the Star. */
static bool is_article(const struct scan *scan, size_t token, size_t limit)
{
	return token + 1 < limit && is_name_part(scan, token + 1) &&
	       scan->marks.items[token].flags & MARK_ARTICLE;
}

/* Ірі телеарналар – «Қазақстан» және КТК; outlets: X, Y and Z. */
static bool is_dash(const struct scan *scan, size_t token, size_t limit)
{
	return token < limit &&
	       (scan_is_form(scan, token, "–") ||
		scan_is_form(scan, token, "—") ||
		scan_is_form(scan, token, ":"));
}

static void mark_behind(struct scan *scan, size_t cue)
{
	struct token_mark *marks = scan->marks.items;
	size_t limit = scan_sentence_end(scan, cue), at = cue + 1;
	bool last = false, go_on = true;

	if (is_dash(scan, at, limit))
		at++;
	for (int i = 0; i < LIST_NAMES && go_on; i++) {
		size_t end;

		if (is_article(scan, at, limit))
			at++;
		end = name_end(scan, at, limit);
		if (end == at)
			break;
		marks[at - 1].cue_ends |= marks[cue].cue_ends;
		marks[at - 1].flags |= MARK_BARE;
		at = end;
		if (at < limit && is_comma(scan, at))
			at++;
		go_on = !last && at < limit;
		if (go_on && is_and(scan, at)) {
			at++;
			last = true;
		}
		go_on = go_on && at > end;
	}
}

/* Before the nearest "and" commas join names too; without one a comma ends
 * what is said before (In May, X телеарналары). */
static void mark_before(struct scan *scan, size_t cue)
{
	struct token_mark *marks = scan->marks.items;
	size_t start = scan_sentence_start(scan, cue);
	size_t begin = name_begin(scan, cue, start);

	if (begin == cue || begin <= start + 1 || !is_and(scan, begin - 1)) {
		if (scan_shape(scan, cue) & SHAPE_LATIN)
			marks[cue].cue_starts = 0; /* UN newspapers */
		return;
	}
	for (int i = 0; i < LIST_NAMES && begin > start + 1; i++) {
		size_t end = begin - 1, next;

		if (!is_comma(scan, end) && !(i == 0 && is_and(scan, end)))
			break;
		if (i == 0 && is_comma(scan, end - 1))
			end--;
		next = name_begin(scan, end, start);
		if (next == end)
			break;
		marks[end].cue_starts |= marks[cue].cue_starts;
		marks[end].flags |= MARK_BARE;
		begin = next;
	}
}

void heads_mark_lists(struct scan *scan)
{
	const struct token_mark *marks = scan->marks.items;

	for (size_t t = 0; t < scan->marks.count; t++) {
		if (!(marks[t].flags & MARK_LIST))
			continue;
		if (marks[t].cue_ends)
			mark_behind(scan, t);
		if (marks[t].cue_starts)
			mark_before(scan, t);
	}
}
