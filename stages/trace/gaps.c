#include "gaps.h"

#include "told_again.h"

enum {
	REACH = 12,           /* tokens of such a clause on one side */
	WORDS = 2             /* of a clause beside its date and its party:
	                         more have a verb of their own */
};

static bool is_used(const struct document *doc, size_t first, struct str date)
{
	for (size_t i = first; i < doc->incidents.count; i++)
		if (str_equal(doc->incidents.items[i].date, date))
			return true;
	return false;
}

static bool is_word(const struct scene *scene, size_t token)
{
	return words_shape(scene->doc->words,
			   scene->doc->tokens.items[token].form) &
	       SHAPE_LETTER;
}

static const struct party *party_at(const struct scene *scene, size_t token)
{
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first == token)
			return &scene->parties.items[i];
	return NULL;
}

static bool is_bound(const struct scene *scene, size_t token)
{
	return str_equal(scene_text(scene, token), STR(",")) ||
	       scene_cue(scene, CUE_BREAK, token, token + 1) != NULL ||
	       scene_cue(scene, CUE_AND, token, token + 1) != NULL;
}

/* The only party in [first, end), with a word or two beside it at most; NULL
 * too where an act is told there. */
static const struct party *party_in(const struct scene *scene, size_t first,
				    size_t end)
{
	const struct party *found = NULL;
	size_t words = 0, t = first;

	while (t < end && words <= WORDS) {
		const struct party *party = party_at(scene, t);

		if (scene_cue(scene, CUE_TRIGGER, t, t + 1) != NULL ||
		    (party != NULL &&
		     (found != NULL || party->class > PARTY_MEDIA)))
			return NULL;
		words += party == NULL && is_word(scene, t);
		t = party != NULL ? party->end : t + 1;
		found = party != NULL ? party : found;
	}
	return words <= WORDS ? found : NULL;
}

/* The party that a date stands beside in a clause without an act: "and on the
 * 22nd site B", "and site B on the 22nd". */
static const struct party *party_beside(const struct scene *scene,
					const struct day *day)
{
	const struct party *party;
	size_t first = day->first, end = day->end;

	while (end < scene->end && end - day->end < REACH &&
	       !is_bound(scene, end))
		end++;
	party = party_in(scene, day->end, end);
	if (party != NULL)
		return party;
	while (first > scene->first && day->first - first < REACH &&
	       !is_bound(scene, first - 1))
		first--;
	return first > scene->first && is_bound(scene, first - 1) ?
		party_in(scene, first, day->first) : NULL;
}

/* The incident whose act the clause leaves out: the last before it, else the
 * next. */
static const struct incident *beside(const struct document *doc, size_t first,
				     const struct day *day)
{
	const struct incident *found = NULL;

	for (size_t i = first; i < doc->incidents.count; i++) {
		const struct incident *one = &doc->incidents.items[i];

		if (found == NULL || one->trigger.end <= day->first)
			found = one;
	}
	return found;
}

void gaps_find(const struct scene *scene, const struct days *days, size_t first)
{
	struct document *doc = scene->doc;

	for (size_t i = 0; i < days->count; i++) {
		const struct day *day = &days->items[i];
		const struct incident *model;
		const struct party *party;
		struct incident new;

		if (day->foreign || day->closed || day->value.len == 0 ||
		    is_used(doc, first, day->value))
			continue;
		model = beside(doc, first, day);
		party = model != NULL ? party_beside(scene, day) : NULL;
		if (party == NULL || model->target.len == 0 ||
		    str_equal(party->id, model->target))
			continue;
		new = *model;
		new.date = day->value;
		new.date_from = day->from;
		new.target = party->id;
		new.outcome = STR_NONE;
		new.number = STR_NONE;
		again_add(scene, &new, false, false);
	}
}
