#include "day_spans.h"

#include "edtf.h"

enum { BETWEEN = 2 /* tokens between two days of a list: a comma, "and" */ };

static struct str write_date(const struct scene *scene, const struct edtf *date)
{
	struct strbuf out = STRBUF_INIT;
	struct str value;

	edtf_add(&out, date);
	value = str_copy(&scene->doc->arena, strbuf_view(&out));
	strbuf_release(&out);
	return value;
}

/* "From 30 July": what a language that has no word for it alone leaves open. */
static bool is_led_by_from(const struct scene *scene, const struct day *day)
{
	return day->first > scene->first &&
	       scene_cue(scene, CUE_FROM, day->first - 1, day->first) != NULL;
}

/* A/.. and ../B as one time. */
static struct str join(const struct scene *scene, const struct day *from,
		       const struct day *to)
{
	struct edtf a, b, whole;

	if (!edtf_parse(&a, from->value) || !edtf_parse(&b, to->value) ||
	    b.start.precision != EDTF_OPEN ||
	    (a.end.precision != EDTF_OPEN &&
	     (a.interval || !is_led_by_from(scene, from))))
		return STR_NONE;
	a.end = a.start;
	b.start = b.end;
	a.interval = b.interval = false;
	return edtf_make_interval(&whole, &a, &b) ? write_date(scene, &whole)
						  : STR_NONE;
}

/* No act is told between two days but what another day is counted from. */
static bool is_one_time(const struct days *days, const struct scene *scene,
			size_t first, size_t last)
{
	size_t token = days->items[first].end;

	for (size_t i = first + 1; i <= last; i++) {
		const struct day *day = &days->items[i];

		if (day->first > token &&
		    scene_cue(scene, CUE_TRIGGER, token, day->first) != NULL)
			return false;
		token = day->named_end > day->end ? day->named_end : day->end;
	}
	return true;
}

void spans_join(struct days *days, const struct scene *scene)
{
	size_t from = SIZE_MAX;
	struct str whole;

	for (size_t i = 0; i < days->count; i++) {
		struct day *to = &days->items[i];

		if (!str_equal(to->from, STR("stated")))
			continue; /* "the day after the vote" */
		whole = from != SIZE_MAX ?
			join(scene, &days->items[from], to) : STR_NONE;
		if (whole.len > 0 && is_one_time(days, scene, from, i))
			days->items[from].value = whole;
		from = i;
	}
}

/* Only a comma or "and" stands between, and both are as exact. */
static bool are_listed(const struct scene *scene, const struct day *one,
		       const struct day *next)
{
	if (next->first < one->end || next->first - one->end > BETWEEN ||
	    next->first == one->end || one->value.len != next->value.len ||
	    !str_equal(one->from, STR("stated")) ||
	    !str_equal(next->from, STR("stated")))
		return false;
	for (size_t t = one->end; t < next->first; t++)
		if (!str_equal(scene_text(scene, t), STR(",")) &&
		    scene_cue(scene, CUE_AND, t, t + 1) == NULL)
			return false;
	return true;
}

void spans_list(const struct days *days, const struct scene *scene,
		size_t index, size_t *first, size_t *end)
{
	*first = index;
	*end = index + 1;
	while (*first > 0 && are_listed(scene, &days->items[*first - 1],
					&days->items[*first]))
		--*first;
	while (*end < days->count && are_listed(scene, &days->items[*end - 1],
						&days->items[*end]))
		++*end;
	if (scene_cue(scene, CUE_AND, days->items[*first].end,
		      days->items[*end - 1].first) != NULL)
		return; /* "convicted on 10 May, on 4 June" is none */
	*first = index;
	*end = index + 1;
}

struct str spans_whole(const struct days *days, const struct scene *scene,
		       size_t first, size_t end)
{
	struct edtf start, last, next, whole;

	if (!edtf_parse(&start, days->items[first].value))
		return STR_NONE;
	last = start;
	for (size_t i = first + 1; i < end; i++) {
		bool months = last.start.precision == EDTF_MONTH;

		if (!edtf_parse(&next, days->items[i].value) ||
		    !edtf_move(&last, 0, months, !months) ||
		    edtf_compare(&last, &next) != 0)
			return STR_NONE;
	}
	return edtf_make_interval(&whole, &start, &last)
		? write_date(scene, &whole) : STR_NONE;
}
