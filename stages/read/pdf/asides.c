#include "columns_internal.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

enum {
	NEIGHBOURS = 48,      /* fragments, by y, that may stand beside one */
	MARK = 4,             /* bytes of a footnote mark */
	NUMBER = 12,          /* bytes of one, at most */
	LEFTS = 2048          /* points */
};

static const float beside_least = 0.2f; /* of the lower one's height */
static const float other_size = 1.15f, near_size = 1.05f;
static const float base_apart = 0.2f;   /* of the size: no line of one text */

/* A footnote mark, or a number in a cell of a table. */
static bool is_mark(const struct maker *maker, const struct fragment *one)
{
	const struct pages *pages = maker->pages;
	struct str text = page_word_text(pages,
					 &pages->words.items[one->first_word]);

	return one->bytes <= MARK ||
	       (one->word_count == 1 && one->bytes <= NUMBER &&
		utf8_is_digit((unsigned char)text.data[0]));
}

/* Side by side, without being one line of text: a box and what runs around
 * it stand on base lines, or in letters, of their own. */
static bool are_two_texts(const struct maker *maker, const struct fragment *a,
			  const struct fragment *b)
{
	float ratio;

	if (b->box.y0 >= a->box.y1 || /* most pairs */
	    (a->box.x0 < b->box.x1 && b->box.x0 < a->box.x1) ||
	    is_mark(maker, a) || is_mark(maker, b) ||
	    box_overlap(&a->box, &b->box) < beside_least)
		return false;
	ratio = a->size > b->size ? a->size / b->size : b->size / a->size;
	if (ratio >= other_size)
		return true;
	return ratio < near_size &&
	       fabsf(a->box.y1 - b->box.y1) > base_apart * a->size;
}

static bool crosses(const struct maker *maker, size_t page,
		    const struct fragment *fragment)
{
	for (size_t i = 0; i < maker->gutter_counts[page]; i++) {
		float x = middle_x(&maker->gutters[page][i]);

		if (fragment->box.x0 < x && fragment->box.x1 > x)
			return true;
	}
	return false;
}

static int column_of(const struct maker *maker, size_t page,
		     const struct fragment *fragment)
{
	int column = 0;

	for (size_t i = 0; i < maker->gutter_counts[page]; i++)
		if (fragment->box.x0 >= middle_x(&maker->gutters[page][i]))
			column = (int)i + 1;
	return column;
}

/* For each fragment, by y, the ones near it that it shares a height with. */
typedef void pair_visitor(struct maker *maker, size_t page, struct fragment *a,
			  struct fragment *b);

static void visit_pairs(struct maker *maker, size_t page, pair_visitor *visit)
{
	struct fragment *all = maker->fragments.items;
	size_t count = maker->fragments.count;

	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count && k < i + NEIGHBOURS; k++)
			if (are_two_texts(maker, &all[i], &all[k]))
				visit(maker, page, &all[i], &all[k]);
}

/* What lies over a gutter with text of the body beside it is a box in its
 * way, unless it heads the page. */
static void see_crossing(struct maker *maker, size_t page, struct fragment *a,
			 struct fragment *b)
{
	bool first = crosses(maker, page, a);
	const struct fragment *text = first ? b : a;

	if (a->place != SPAN || b->place != SPAN ||
	    first == crosses(maker, page, b) ||
	    (first ? a : b)->box.y0 < maker->top + 2 * maker->pages->size ||
	    text->size > maker->pages->size * near_size ||
	    text->size * near_size < maker->pages->size)
		return;
	if (first)
		a->place = ASIDE;
	else
		b->place = ASIDE;
}

/* What stands beside it is text of the columns. */
static void see_column(struct maker *maker, size_t page, struct fragment *a,
		       struct fragment *b)
{
	if (a->place == ASIDE && b->place == SPAN && !crosses(maker, page, b))
		b->place = column_of(maker, page, b);
	else if (b->place == ASIDE && a->place == SPAN &&
		 !crosses(maker, page, a))
		a->place = column_of(maker, page, a);
}

/* Where most fragments of a place begin. */
static float usual_left(const struct maker *maker, int place)
{
	size_t *counts = memory_get(LEFTS * sizeof *counts), best = 0;

	memset(counts, 0, LEFTS * sizeof *counts);
	for (size_t i = 0; i < maker->fragments.count; i++) {
		const struct fragment *one = &maker->fragments.items[i];

		if (one->place == place && one->box.x0 >= 0 &&
		    one->box.x0 < LEFTS)
			counts[(size_t)one->box.x0]++;
	}
	for (size_t i = 1; i < LEFTS; i++)
		if (counts[i] > counts[best])
			best = i;
	free(counts);
	return (float)best + 0.5f;
}

/* Of two texts side by side in one place the box is the one that is not of the
 * body's size, else the one that does not begin where the lines do, else the
 * narrower one. */
static void see_box(struct maker *maker, size_t page, struct fragment *a,
		    struct fragment *b)
{
	float size = maker->pages->size;
	bool first;

	(void)page;
	if (a->place != b->place || a->place > SPAN)
		return;
	if (fabsf(a->size - b->size) > 0.5f) {
		first = fabsf(a->size - size) > fabsf(b->size - size);
	} else {
		float left;
		bool in_line;

		if (isnan(maker->lefts[a->place]))
			maker->lefts[a->place] = usual_left(maker, a->place);
		left = maker->lefts[a->place];
		in_line = fabsf(a->box.x0 - left) < 1.5f;
		if (in_line != (fabsf(b->box.x0 - left) < 1.5f))
			first = !in_line;
		else
			first = a->box.x1 - a->box.x0 < b->box.x1 - b->box.x0;
	}
	if (first)
		a->place = ASIDE;
	else
		b->place = ASIDE;
}

static bool continues_box(const struct fragment *box,
			  const struct fragment *one)
{
	float gap = one->box.y0 - box->box.y1;

	return one->place <= SPAN && fabsf(box->size - one->size) < 0.3f &&
	       fabsf(box->box.x0 - one->box.x0) < 2 && gap < one->size &&
	       gap > -one->size && one->box.y0 > box->box.y0;
}

/* The lines of a box that stand beside nothing, below those that do. */
static void complete_boxes(struct maker *maker)
{
	struct fragment *all = maker->fragments.items;
	size_t count = maker->fragments.count;

	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; all[i].place == ASIDE && k < count &&
				       k < i + NEIGHBOURS; k++)
			if (continues_box(&all[i], &all[k]))
				all[k].place = ASIDE;
}

/* Where the text of a page begins. */
static float top_of_text(const struct maker *maker)
{
	float size = maker->pages->size, top = INFINITY;

	for (size_t i = 0; i < maker->fragments.count; i++) {
		const struct fragment *one = &maker->fragments.items[i];

		if (one->place <= SPAN && one->size < size * near_size &&
		    one->size * near_size > size)
			top = fminf(top, one->box.y0);
	}
	return top;
}

void asides_find(struct maker *maker, size_t page)
{
	maker->top = top_of_text(maker);
	visit_pairs(maker, page, see_crossing);
	complete_boxes(maker);
	visit_pairs(maker, page, see_column);
	for (int place = 0; place <= SPAN; place++)
		maker->lefts[place] = NAN; /* rarely asked for */
	visit_pairs(maker, page, see_box);
	complete_boxes(maker);
}
