#include "columns_internal.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

enum {
	CELLS = 12,           /* of a row, that a line may go on with */
	BESIDE = 3,           /* lines of a column that may overlap by y */
	LEADER_DOTS = 5,
	MARK = 4              /* bytes of a footnote mark */
};

static const float word_gap = 0.6f;    /* of a word's height */
static const float same_line = 0.5f;   /* of the lesser height */
static const float same_line_mark = 0.2f; /* a mark stands higher or lower */
static const float other_size = 1.15f;
static const float initial_size = 1.8f; /* of the body's */

float middle_x(const struct gutter *gutter)
{
	return (gutter->left + gutter->right) / 2;
}

static void widen(struct box *box, const struct box *other)
{
	box->x0 = fminf(box->x0, other->x0);
	box->y0 = fminf(box->y0, other->y0);
	box->x1 = fmaxf(box->x1, other->x1);
	box->y1 = fmaxf(box->y1, other->y1);
}

static bool runs_at(const struct gutter *gutter, const struct box *box)
{
	float middle = (box->y0 + box->y1) / 2;

	for (size_t i = 0; i < gutter->run_count; i++)
		if (middle >= gutter->tops[i] && middle <= gutter->bottoms[i])
			return true;
	return false;
}

/* Whether a gutter runs between two words of one line. */
static bool parted(const struct maker *maker, size_t page,
		   const struct page_word *a, const struct page_word *b)
{
	float gap = b->box.x0 - a->box.x1;

	if (gap < word_gap * (a->box.y1 - a->box.y0))
		return false;
	for (size_t i = 0; i < maker->gutter_counts[page]; i++) {
		const struct gutter *gutter = &maker->gutters[page][i];
		float x = middle_x(gutter);

		if (a->box.x1 <= x && b->box.x0 >= x &&
		    runs_at(gutter, &a->box))
			return true;
	}
	return false;
}

static int place_of(const struct maker *maker, size_t page,
		    const struct fragment *fragment)
{
	const struct pages *pages = maker->pages;
	float middle = (fragment->box.y0 + fragment->box.y1) / 2;
	bool runs = maker->gutter_counts[page] == 0;
	int column = 0;

	if (pages->words.items[fragment->first_word].furniture)
		return middle < pages->pages.items[page].height / 2 ? TOP
								    : FOOT;
	for (size_t i = 0; i < maker->gutter_counts[page]; i++) {
		const struct gutter *gutter = &maker->gutters[page][i];
		bool here = runs_at(gutter, &fragment->box);
		float x = middle_x(gutter);

		runs = runs || here;
		if (fragment->box.x0 >= x)
			column = (int)i + 1;
		else if (fragment->box.x1 > x && here)
			return SPAN;
	}
	return runs ? column : SPAN;
}

float middle_of(const struct box *box)
{
	return (box->y0 + box->y1) / 2;
}

static int by_height(const void *a, const void *b)
{
	const struct fragment *one = a, *other = b;
	float y = middle_of(&one->box), z = middle_of(&other->box);

	if (y < z || y > z)
		return y < z ? -1 : 1;
	return one->first_word < other->first_word ? -1 : 1;
}

/* Whether a line that would fit a column belongs to one that spans columns,
 * next to it, in the same letters, and starts in it. */
static bool belongs(const struct fragment *span, const struct fragment *one)
{
	float gap = fmaxf(one->box.y0 - span->box.y1,
			  span->box.y0 - one->box.y1);

	return one->place <= GUTTERS && fabsf(span->size - one->size) < 0.3f &&
	       gap < one->size && one->box.x0 > span->box.x0 - 1 &&
	       one->box.x1 < span->box.x1 + one->size &&
	       middle_of(&one->box) - middle_of(&span->box) > one->size / 2;
}

/* The short last lines of what spans the columns, from the top: of a line or of
 * a cell of it. */
static void adopt_lines(struct maker *maker)
{
	struct fragment *all = maker->fragments.items;

	for (size_t i = 0; i < maker->fragments.count; i++) {
		bool alone = i + 1 == maker->fragments.count ||
			     all[i + 1].box.y0 > middle_of(&all[i].box);

		for (size_t back = 1; alone && back <= i && back <= CELLS;
		     back++) {
			const struct fragment *span = &all[i - back];

			if (span->place == SPAN && belongs(span, &all[i]) &&
			    fabsf(span->box.x0 - all[i].box.x0) < all[i].size)
				all[i].place = SPAN;
		}
	}
}

/* A letter that is two lines high or more, with the first of them right of it,
 * begins that line. */
static void set_initial(struct maker *maker, struct fragment *initial)
{
	float size = maker->pages->size;
	const struct page_word *word =
		&maker->pages->words.items[initial->first_word];
	size_t at = 0;

	if (initial->word_count > 1 || initial->size < size * initial_size ||
	    !utf8_is_upper(
		    utf8_next(page_word_text(maker->pages, word), &at)) ||
	    at < word->len)
		return;
	for (size_t i = 0; i < maker->fragments.count; i++) {
		const struct fragment *one = &maker->fragments.items[i];
		float gap = one->box.x0 - initial->box.x1;

		if (one == initial || gap < -size || gap > size ||
		    fabsf(one->size - size) > 1 ||
		    one->box.y0 > initial->box.y0 + initial->size / 2 ||
		    one->box.y1 < initial->box.y0)
			continue;
		initial->box.y0 = one->box.y0;
		initial->box.y1 = one->box.y1;
		initial->size = one->size;
		return;
	}
}

static void find_fragments(struct maker *maker, size_t page)
{
	const struct page *one = &maker->pages->pages.items[page];
	const struct page_word *words = maker->pages->words.items;
	struct fragment *last = NULL;

	LIST_CLEAR(&maker->fragments);
	for (size_t i = one->first_word; i < one->first_word + one->word_count;
	     i++) {
		if (last && words[i].group == words[i - 1].group &&
		    words[i].furniture == words[i - 1].furniture &&
		    !parted(maker, page, &words[i - 1], &words[i])) {
			widen(&last->box, &words[i].box);
			last->bytes += words[i].len;
			last->word_count++;
			continue;
		}
		last = LIST_ADD(&maker->fragments);
		*last = (struct fragment){
			.box = words[i].box, .first_word = i, .word_count = 1,
			.size = words[i].box.y1 - words[i].box.y0,
			.bytes = words[i].len
		};
	}
	for (size_t i = 0; i < maker->fragments.count &&
			   one->word_count < PAGE_WORDS; i++)
		set_initial(maker, &maker->fragments.items[i]);
	for (size_t i = 0; i < maker->fragments.count; i++)
		maker->fragments.items[i].place =
			place_of(maker, page, &maker->fragments.items[i]);
	if (maker->fragments.count > 1)
		qsort(maker->fragments.items, maker->fragments.count,
		      sizeof *maker->fragments.items, by_height);
	asides_find(maker, page);
	adopt_lines(maker);
}

static int by_place(const void *a, const void *b)
{
	const struct fragment *one = a, *other = b;
	float y = middle_of(&one->box), z = middle_of(&other->box);

	if (one->place != other->place)
		return one->place < other->place ? -1 : 1;
	if (y < z || y > z)
		return y < z ? -1 : 1;
	if (one->box.x0 < other->box.x0 || one->box.x0 > other->box.x0)
		return one->box.x0 < other->box.x0 ? -1 : 1;
	return one->first_word < other->first_word ? -1 : 1;
}

float box_overlap(const struct box *a, const struct box *b)
{
	float top = a->y0 > b->y0 ? a->y0 : b->y0;
	float foot = a->y1 < b->y1 ? a->y1 : b->y1;
	float one = a->y1 - a->y0, other = b->y1 - b->y0;

	return (foot - top) / (one < other ? one : other);
}

bool on_line(const struct box *line, const struct box *box)
{
	return box_overlap(line, box) >= same_line;
}

/* Text of two sizes side by side is a box beside the text, but for a mark. */
static bool same_text(const struct fragment *a, const struct fragment *b)
{
	float ratio = a->size > b->size ? a->size / b->size : b->size / a->size;

	return ratio < other_size || (a->size < b->size ? a : b)->bytes <= MARK;
}

/* Number the lines of fragments that share a place and lie by y: each goes to
 * one of the last lines or begins one. */
static size_t number_lines(struct fragment *all, size_t count)
{
	struct { struct box box; const struct fragment *first; } last[BESIDE];
	size_t lines = 0;

	for (size_t i = 0; i < count; i++) {
		size_t known = lines < BESIDE ? lines : BESIDE, back = 1;

		while (back <= known &&
		       (box_overlap(&last[(lines - back) % BESIDE].box,
				&all[i].box) < (all[i].bytes <= MARK
						? same_line_mark : same_line) ||
			!same_text(last[(lines - back) % BESIDE].first,
				   &all[i])))
			back++;
		if (back > known) {
			last[lines % BESIDE].box = all[i].box;
			last[lines % BESIDE].first = &all[i];
			all[i].line = lines++;
			continue;
		}
		all[i].line = lines - back;
		widen(&last[all[i].line % BESIDE].box, &all[i].box);
		if (all[i].bytes > last[all[i].line % BESIDE].first->bytes)
			last[all[i].line % BESIDE].first = &all[i];
	}
	return lines;
}

static int by_line(const void *a, const void *b)
{
	const struct fragment *one = a, *other = b;

	if (one->line != other->line)
		return one->line < other->line ? -1 : 1;
	return one->first_word < other->first_word ? -1
		: one->first_word > other->first_word;
}

static int by_x(const void *a, const void *b)
{
	const struct page_word *one = a, *other = b;

	if (one->box.x0 < other->box.x0 || one->box.x0 > other->box.x0)
		return one->box.x0 < other->box.x0 ? -1 : 1;
	return one->text < other->text ? -1 : one->text > other->text;
}

/* The size that most bytes of a line are in, and where these words stand. */
static void measure_line(const struct page_word *words, struct page_line *line)
{
	size_t best = 0;

	for (size_t i = 0; i < line->word_count; i++) {
		float size = words[i].box.y1 - words[i].box.y0;
		size_t bytes = 0;

		if (i > 0 && fabsf(size - line->size) < 0.1f)
			continue;
		for (size_t k = 0; k < line->word_count && k < 64; k++)
			if (fabsf(words[k].box.y1 - words[k].box.y0 - size) <
			    0.1f)
				bytes += words[k].len;
		if (bytes > best) {
			best = bytes;
			line->size = size;
			line->base = words[i].box.y1;
		}
	}
}

/* Dots that lead from a title to its page, as words of their own or one; none
 * where they lead from cell to cell of a table. */
static size_t leader_dots(const struct maker *maker,
			  const struct page_line *line)
{
	size_t dots = 0, rows = 0;
	bool in_row = false;

	for (size_t i = 0; i < line->word_count; i++) {
		struct str text = page_word_text(
			maker->pages,
			&maker->words.items[line->first_word + i]);
		size_t own = 0;

		while (own < text.len && text.data[own] == '.')
			own++;
		if (own < text.len && own < LEADER_DOTS) {
			in_row = false;
			continue;
		}
		rows += !in_row && own >= LEADER_DOTS;
		in_row = true;
		dots += own;
	}
	return rows > 1 ? 0 : dots;
}

static int by_middle(const void *a, const void *b)
{
	const struct page_line *one = a, *other = b;
	float y = middle_of(&one->box), z = middle_of(&other->box);

	if (y < z || y > z)
		return y < z ? -1 : 1;
	return one->first_word < other->first_word ? -1 : 1;
}

/* Lines of the fragments first..end-1, which share a place. */
static void make_lines(struct maker *maker, size_t first, size_t end)
{
	struct pages *pages = maker->pages;
	struct fragment *all = maker->fragments.items;
	size_t lines_before = pages->lines.count;

	if (first == end)
		return;
	number_lines(all + first, end - first);
	if (end - first > 1)
		qsort(all + first, end - first, sizeof *all, by_line);
	for (size_t i = first; i < end;) {
		struct page_line *line = LIST_ADD(&pages->lines);
		size_t number = all[i].line;

		line->box = all[i].box;
		line->first_word = maker->words.count;
		for (; i < end && all[i].line == number; i++) {
			widen(&line->box, &all[i].box);
			for (size_t k = 0; k < all[i].word_count; k++)
				*LIST_ADD(&maker->words) = pages->words.items[
					all[i].first_word + k];
		}
		line->word_count = maker->words.count - line->first_word;
		qsort(maker->words.items + line->first_word, line->word_count,
		      sizeof *maker->words.items, by_x);
		measure_line(maker->words.items + line->first_word, line);
		line->leads = leader_dots(maker, line) >= LEADER_DOTS;
	}
	if (pages->lines.count > lines_before + 1)
		qsort(pages->lines.items + lines_before,
		      pages->lines.count - lines_before,
		      sizeof *pages->lines.items, by_middle);
}

void lines_by_place(struct maker *maker, size_t page,
		    struct lines_of_page *lines)
{
	struct fragment *all;
	size_t count, at = 0;

	find_fragments(maker, page);
	all = maker->fragments.items;
	count = maker->fragments.count;
	if (count > 1)
		qsort(all, count, sizeof *all, by_place);
	for (int place = 0; place < PLACES; place++) {
		size_t end = at;

		while (end < count && all[end].place == place)
			end++;
		lines->first[place] = maker->pages->lines.count;
		make_lines(maker, at, end);
		at = end;
	}
	lines->first[PLACES] = maker->pages->lines.count;
}
