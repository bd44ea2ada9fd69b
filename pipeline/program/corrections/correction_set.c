#include "correction_set.h"

#include "digest.h"

#include <stdlib.h>

void corrections_init(struct corrections *set)
{
	*set = (struct corrections){ .arena = ARENA_INIT };
	interned_init(&set->heads);
	interned_init(&set->merged);
}

void corrections_release(struct corrections *set)
{
	LIST_RELEASE(&set->list);
	interned_release(&set->heads);
	LIST_RELEASE(&set->first);
	interned_release(&set->merged);
	LIST_RELEASE(&set->into);
	arena_release(&set->arena);
}

void corrections_add(struct corrections *set, const struct correction *row)
{
	struct correction copy = {
		.action = row->action,
		.document = str_copy(&set->arena, row->document),
		.at = str_copy(&set->arena, row->at),
		.what = str_copy(&set->arena, row->what),
		.value = str_copy(&set->arena, row->value),
		.who = str_copy(&set->arena, row->who),
		.when = str_copy(&set->arena, row->when),
		.why = str_copy(&set->arena, row->why),
		.file = { str_copy_z(&set->arena, row->file), row->file.len },
		.line = row->line, .row = row->row
	};
	struct err err = ERR_INIT;

	if (correction_parse(&copy, &err) == 0)
		*LIST_ADD(&set->list) = copy;
}

/* What two corrections must have in common to contradict each other. */
static int compare_subjects(const struct correction *a,
			    const struct correction *b)
{
	int order = (a->action > b->action) - (a->action < b->action);

	if (order == 0)
		order = str_compare(a->document, b->document);
	if (order == 0)
		order = str_compare(a->at, b->at);
	if (order == 0)
		order = str_compare(a->what, b->what);
	if (order == 0 && a->action >= CORRECT_INCIDENT)
		order = (a->set.field > b->set.field) -
			(a->set.field < b->set.field);
	return order;
}

int corrections_compare(const struct correction *a,
			const struct correction *b)
{
	int order = compare_subjects(a, b);

	return order ? order : str_compare(a->value, b->value);
}

static int compare(const void *left, const void *right)
{
	const struct correction *a = left, *b = right;
	int order = corrections_compare(a, b);

	if (order == 0)
		order = str_compare(a->file, b->file);
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

static void tell_out(struct correction *row, const struct correction *other,
		     const char *how,
		     void (*warn)(void *data, const struct err *err),
		     void *data)
{
	struct err err = ERR_INIT;

	row->is_left_out = true;
	if (!warn)
		return;
	err_set(&err, ERR_FORMAT, "%.*s:%u: %s '%.*s' to '%.*s' %s %.*s:%u; "
		"this row is left out", STR_ARGS(row->file), row->line,
		correction_action_name(row->action), STR_ARGS(row->what),
		STR_ARGS(row->value), how, STR_ARGS(other->file),
		other->line);
	warn(data, &err);
}

/* A spelling may be rejected as several things. */
static void find_contradictions(struct corrections *set,
				void (*warn)(void *data, const struct err *err),
				void *data)
{
	struct correction *list = set->list.items;
	size_t end;

	for (size_t i = 0; i < set->list.count; i = end) {
		bool is_one = true;

		for (end = i + 1; end < set->list.count &&
				  compare_subjects(&list[i], &list[end]) == 0;
		     end++)
			is_one = is_one && str_equal(list[i].value,
						     list[end].value);
		for (size_t k = i; k < end; k++) {
			bool repeats = k > i && str_equal(list[k].value,
							  list[k - 1].value);

			if (repeats)
				list[k].same = list[k - 1].same
						       ? list[k - 1].same : k;
			if (!is_one && list[k].action != CORRECT_REJECT)
				tell_out(&list[k],
					 &list[k == i ? end - 1 : i],
					 "contradicts", warn, data);
		}
	}
}

static bool is_everywhere(const struct correction *row)
{
	return row->document.len == 0 && row->at.len == 0;
}

static struct correction *next_merge(struct corrections *set, struct str id)
{
	struct correction *row = corrections_first(set, CORRECT_MERGE, STR_NONE,
						   id);

	while (row && !is_everywhere(row))
		row = corrections_next(set, row);
	return row;
}

static void note_merged(struct corrections *set, struct str id,
			struct str into)
{
	uint32_t number = interned_add(&set->merged, id);

	while (set->into.count <= number)
		*LIST_ADD(&set->into) = STR_NONE;
	set->into.items[number] = into;
}

/* What a walk along merges has come by. */
struct walk {
	LIST(size_t) path;     /* merges, by their places in the list */
	unsigned char *seen;   /* of each: in this walk, or before */
};

enum { IS_NEW, IN_PATH, IS_DONE };

/* All merges of a circle, which the path from `start` on is, are left out. */
static void leave_out_circle(struct corrections *set, const struct walk *walk,
			     size_t start,
			     void (*warn)(void *data, const struct err *err),
			     void *data)
{
	size_t from = walk->path.count;

	while (from > 0 && walk->path.items[from - 1] != start)
		from--;
	for (size_t i = from - 1; i < walk->path.count; i++) {
		size_t next = i + 1 < walk->path.count ? i + 1 : from - 1;

		if (is_everywhere(&set->list.items[start]) ||
		    !is_everywhere(&set->list.items[walk->path.items[i]]))
			tell_out(&set->list.items[walk->path.items[i]],
				 &set->list.items[walk->path.items[next]],
				 "leads in a circle with", warn, data);
	}
}

/* Where a merge leads at the place of another one. */
static struct correction *next_at(struct corrections *set,
				  const struct correction *place, struct str id)
{
	struct correction *row = corrections_first(set, CORRECT_MERGE,
						   place->document, id);

	while (row && !str_equal(row->at, place->at))
		row = corrections_next(set, row);
	return row ? row : next_merge(set, id);
}

/* Merges of one place may lead in a circle by themselves, or with some that
 * hold everywhere, which then stay: elsewhere there is none. */
static void walk_place(struct corrections *set, struct walk *walk,
		       const struct correction *place,
		       void (*warn)(void *data, const struct err *err),
		       void *data)
{
	struct correction *row = next_at(set, place, place->head);
	size_t elsewhere = 0; /* each of the others is walked once */

	LIST_CLEAR(&walk->path);
	while (row && elsewhere < CORRECTION_STEPS) {
		size_t at = (size_t)(row - set->list.items);

		if (walk->seen[at] == IN_PATH)
			leave_out_circle(set, walk, at, warn, data);
		if (!is_everywhere(row) && walk->seen[at] != IS_NEW)
			break;
		if (is_everywhere(row))
			elsewhere++;
		else
			walk->seen[at] = IN_PATH;
		*LIST_ADD(&walk->path) = at;
		row = next_at(set, place, row->value);
	}
	for (size_t i = 0; i < walk->path.count; i++)
		walk->seen[walk->path.items[i]] = IS_DONE;
}

/* Go on from merge to merge; each leads to where the last one does. */
static void walk_merges(struct corrections *set, struct walk *walk,
			struct correction *row,
			void (*warn)(void *data, const struct err *err),
			void *data)
{
	struct str into = STR_NONE;
	bool is_circle = false;

	LIST_CLEAR(&walk->path);
	while (row) {
		size_t at = (size_t)(row - set->list.items);

		is_circle = walk->seen[at] == IN_PATH;
		if (is_circle)
			leave_out_circle(set, walk, at, warn, data);
		if (walk->seen[at] != IS_NEW)
			break;
		walk->seen[at] = IN_PATH;
		*LIST_ADD(&walk->path) = at;
		into = row->value;
		row = next_merge(set, into);
	}
	if (!is_circle)
		into = corrections_merged(set, into);
	for (size_t i = walk->path.count; i > 0; i--) {
		row = &set->list.items[walk->path.items[i - 1]];
		walk->seen[walk->path.items[i - 1]] = IS_DONE;
		if (row->is_left_out)
			into = row->head;
		else
			note_merged(set, row->head, into);
	}
}

static void close_merges(struct corrections *set,
			 void (*warn)(void *data, const struct err *err),
			 void *data)
{
	struct walk walk = { .seen = memory_get_zeroed(set->list.count) };

	for (size_t i = 0; i < set->list.count; i++) {
		struct correction *row = &set->list.items[i];

		if (row->action == CORRECT_MERGE && !row->is_left_out &&
		    row->same == 0 && is_everywhere(row) &&
		    walk.seen[i] == IS_NEW)
			walk_merges(set, &walk, row, warn, data);
	}
	for (size_t i = 0; i < set->list.count; i++) {
		const struct correction *row = &set->list.items[i];

		if (row->action == CORRECT_MERGE && !row->is_left_out &&
		    row->same == 0 && !is_everywhere(row) &&
		    walk.seen[i] == IS_NEW)
			walk_place(set, &walk, row, warn, data);
	}
	LIST_RELEASE(&walk.path);
	free(walk.seen);
}

/* What a head is looked up by. */
static void add_key(struct strbuf *key, enum correction_action action,
		    struct str document, struct str head)
{
	strbuf_addf(key, "%d %.*s\t", (int)action, STR_ARGS(document));
	strbuf_add(key, head);
}

static void add_head(struct corrections *set, size_t at)
{
	struct correction *row = &set->list.items[at];
	struct strbuf key = STRBUF_INIT;
	uint32_t head;

	add_key(&key, row->action, row->document, row->head);
	head = interned_add(&set->heads, strbuf_view(&key));
	while (set->first.count <= head)
		*LIST_ADD(&set->first) = 0;
	row->next = set->first.items[head];
	set->first.items[head] = (uint32_t)at + 1;
	strbuf_release(&key);
}

/* What is said of an id that is merged holds of what it is merged into. */
static void add_heads(struct corrections *set, bool are_merges)
{
	for (size_t i = set->list.count; i > 0; i--) {
		struct correction *row = &set->list.items[i - 1];

		if ((row->action == CORRECT_MERGE) != are_merges)
			continue;
		if (row->action == CORRECT_TYPE || row->action == CORRECT_NAME)
			row->head = corrections_merged(set, row->head);
		if (!row->is_left_out && row->same == 0)
			add_head(set, i - 1);
	}
}

/* By what two must have in common to contradict each other once their ids are
 * one; then in the order of the set. */
static int compare_merged(const void *left, const void *right)
{
	const struct correction *a = *(struct correction *const *)left,
				*b = *(struct correction *const *)right;
	int order = (a->action > b->action) - (a->action < b->action);

	if (order == 0)
		order = str_compare(a->head, b->head);
	if (order == 0)
		order = str_compare(a->document, b->document);
	if (order == 0)
		order = str_compare(a->at, b->at);
	return order;
}

static int compare_in_set(const void *left, const void *right)
{
	const struct correction *a = *(struct correction *const *)left,
				*b = *(struct correction *const *)right;
	int order = compare_merged(left, right);

	return order ? order : (a > b) - (a < b);
}

/* One that says something else. */
static const struct correction *find_other(struct correction **group,
					   size_t count,
					   const struct correction *row)
{
	for (size_t i = 0; i < count; i++)
		if (!str_equal(group[i]->value, row->value))
			return group[i];
	return NULL;
}

/* Ids that are one now may have been given several types, or names: none of
 * them holds. */
static void find_merged_contradictions(struct corrections *set,
				       void (*warn)(void *data,
						    const struct err *err),
				       void *data)
{
	LIST(struct correction *) list = { 0 };
	size_t end;

	for (size_t i = 0; i < set->list.count; i++) {
		struct correction *row = &set->list.items[i];

		if ((row->action == CORRECT_TYPE ||
		     row->action == CORRECT_NAME) && !row->is_left_out)
			*LIST_ADD(&list) = row;
	}
	if (list.count > 1)
		qsort(list.items, list.count, sizeof *list.items,
		      compare_in_set);
	for (size_t i = 0; i < list.count; i = end) {
		struct correction **group = &list.items[i];
		const struct correction *first, *other;

		for (end = i + 1; end < list.count &&
		     compare_merged(group, &list.items[end]) == 0; end++)
			;
		first = group[0];
		other = find_other(group, end - i, first);
		for (size_t k = 0; other && k < end - i; k++)
			tell_out(group[k], str_equal(group[k]->value,
						     first->value)
						   ? other : first,
				 "contradicts", warn, data);
	}
	LIST_RELEASE(&list);
}

void corrections_settle(struct corrections *set,
			void (*warn)(void *data, const struct err *err),
			void *data)
{
	if (set->list.count == 0)
		return;
	qsort(set->list.items, set->list.count, sizeof *set->list.items,
	      compare);
	find_contradictions(set, warn, data);
	add_heads(set, true);
	close_merges(set, warn, data);
	add_heads(set, false);
	find_merged_contradictions(set, warn, data);
}

static struct correction *usable(struct corrections *set, uint32_t at)
{
	while (at > 0 && set->list.items[at - 1].is_left_out)
		at = set->list.items[at - 1].next;
	return at > 0 ? &set->list.items[at - 1] : NULL;
}

struct correction *corrections_first(struct corrections *set,
				     enum correction_action action,
				     struct str document, struct str head)
{
	struct strbuf key = STRBUF_INIT;
	uint32_t number;

	add_key(&key, action, document, head);
	number = interned_find(&set->heads, strbuf_view(&key));
	strbuf_release(&key);
	return number > 0 ? usable(set, set->first.items[number]) : NULL;
}

struct correction *corrections_next(struct corrections *set,
				    const struct correction *row)
{
	return usable(set, row->next);
}

struct str corrections_merged(const struct corrections *set, struct str id)
{
	uint32_t number = interned_find(&set->merged, id);

	return number > 0 ? set->into.items[number] : id;
}

struct str corrections_name(struct corrections *set, struct str id,
			    struct str lang)
{
	struct correction *row = corrections_first(set, CORRECT_NAME, STR_NONE,
						   id);

	while (row && !str_equal(row->lang, lang))
		row = corrections_next(set, row);
	return row ? row->value : STR_NONE;
}

void corrections_digest(const struct corrections *set, struct strbuf *out)
{
	struct strbuf all = STRBUF_INIT;
	char hex[DIGEST_HEX + 1];

	for (size_t i = 0; i < set->list.count; i++) {
		const struct correction *row = &set->list.items[i];

		if (!row->is_left_out && row->same == 0)
			strbuf_addf(&all, "%d\t%.*s\t%.*s\t%.*s\t%.*s\n",
				    (int)row->action, STR_ARGS(row->document),
				    STR_ARGS(row->at), STR_ARGS(row->what),
				    STR_ARGS(row->value));
	}
	if (all.len > 0) {
		digest_hex(hex, strbuf_view(&all));
		strbuf_add_z(out, hex);
	}
	strbuf_release(&all);
}
