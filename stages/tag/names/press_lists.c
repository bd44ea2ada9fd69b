#include "shapes_internal.h"

enum {
	ITEMS = 16,
	SURE = 2              /* outlets that tell what the others are */
};

struct item {                 /* of a list: "Citizen TV, Etop and Lake Star" */
	size_t first, end;    /* of the name */
	bool known;           /* as an outlet */
	bool quoted;
};

struct names_list {
	struct item items[ITEMS];
	size_t count, known;
	bool closed;          /* "and" stands in it */
};

static bool is_address(const struct scan *scan, size_t token)
{
	return scan_kind(scan, token) == KIND_ADDRESS;
}

/* A name that begins at a token, if one does; *next: what stands behind it. */
static bool read_item(const struct finder *f, size_t token, size_t limit,
		      struct item *item, size_t *next)
{
	const struct scan *scan = f->scan;
	size_t close = token < limit ? scan->marks.items[token].partner : 0;
	const struct candidate *c;

	if (token >= limit)
		return false;
	*item = (struct item){ token, token, false, false };
	if (close > token && close < limit && close > token + 1 &&
	    !scan_is_form(scan, token, "(")) {
		item->quoted = true;
		item->first = token + 1;
		item->end = close;
	}
	c = scan_find(scan, item->first, MENTION_OUTLET);
	if (!item->quoted && is_address(scan, token))
		item->end = token + 1;
	else if (!item->quoted && scan_is_name_word(scan, token) &&
		 !(scan->marks.items[token].flags & MARK_CUE))
		item->end = shapes_capitals_end(f, token, false);
	if (!item->quoted && c && c->end > item->end)
		item->end = c->end;
	item->known = c && c->end >= item->end;
	*next = item->end + item->quoted;
	return item->end > item->first;
}

/* Whether a token joins two names; it is passed with an article behind it. A
 * comma before the "and" of two joins sentences. */
static bool read_join(const struct scan *scan, size_t *at, size_t limit,
		      bool two, bool *last)
{
	size_t t = *at;
	bool comma = t < limit && scan_is_form(scan, t, ",");

	if (comma && two && t + 1 < limit &&
	    scan->marks.items[t + 1].flags & MARK_AND)
		return false;
	t += comma;
	if (t < limit && scan->marks.items[t].flags & MARK_AND) {
		*last = true;
		t++;
	}
	if (t == *at || t >= limit)
		return false;
	if (scan->marks.items[t].flags & MARK_ARTICLE)
		t++;
	*at = t;
	return true;
}

/* Something else that a table or a shape has, or a person, begins there. */
static bool is_other(const struct finder *f, const struct item *item)
{
	return !item->known && !press_is_unknown(f, item->first, item->end);
}

static bool may_be_person(const struct finder *f, const struct item *item)
{
	for (size_t t = item->first; t < item->end; t++)
		if (persons_may_name(f->persons, f->scan, t))
			return true;
	return false;
}

/* One outlet tells it of names that stand out by their letters; two of any. Of
 * titles in quotation marks one may be an outlet's by chance. */
static bool is_mate(const struct finder *f, const struct names_list *list,
		    const struct item *item)
{
	const struct scan *scan = f->scan;
	unsigned shape = scan_shape(scan, item->first);

	if (item->known || scan->marks.items[item->first].flags & MARK_LOWER ||
	    (!item->quoted && item->end < scan->marks.count &&
	     scan->marks.items[item->end].flags & MARK_CUE) ||
	    (!item->quoted && may_be_person(f, item)))
		return false;
	return list->known >= SURE ||
	       (!item->quoted && shape & (SHAPE_LATIN | SHAPE_ALL_CAPITAL));
}

static void end_list(const struct finder *f, struct names_list *list)
{
	if (list->closed && list->known > 0)
		for (size_t i = 0; i < list->count; i++)
			if (is_mate(f, list, &list->items[i]))
				shapes_add(f, list->items[i].first,
					   list->items[i].end, MENTION_OUTLET,
					   RANK_SHAPE, RULE_BESIDE,
					   list->items[i].first);
	list->count = list->known = 0;
	list->closed = false;
}

void press_find_mates(const struct finder *f, size_t start, size_t limit)
{
	struct names_list list = { .count = 0 };
	size_t at = start;

	while (at < limit) {
		struct item item;
		size_t next;

		if (!read_item(f, at, limit, &item, &next)) {
			end_list(f, &list);
			at++;
			continue;
		}
		if (is_other(f, &item))
			end_list(f, &list);
		else if (list.count < ITEMS) {
			list.items[list.count++] = item;
			list.known += item.known;
		}
		at = next;
		if (list.closed || !read_join(f->scan, &at, limit,
					      list.count < 2, &list.closed))
			end_list(f, &list);
	}
	end_list(f, &list);
}
