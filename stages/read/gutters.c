#include "pages.h"

#include <stdlib.h>

enum {
	CELL = 2,             /* points */
	CELLS_MAX = 2048,     /* a page is at most some four metres wide */
	LINES_MIN = 4         /* that a gutter runs along */
};

static const float ink_height = 0.4f;  /* of a word, around its middle */
static const float word_gap = 0.6f;    /* of a word's height */
static const float gutter_least = 0.8f, column_least = 6; /* of the size */
static const float fill_least = 0.55f; /* of a column of running text */

/* A page as cells that hold ink or none. */
struct grid {
	size_t width, height;
	uint16_t *ink;        /* per row: cells with ink up to and with x */
	uint16_t *first, *last; /* per row: its ink; first > last: none */
};

static size_t cell_of(float at, size_t count)
{
	if (!(at > 0))
		return 0;
	return at >= (float)(count * CELL) ? count : (size_t)(at / CELL);
}

static void mark(struct grid *grid, float x0, float x1, float y0, float y1)
{
	size_t left = cell_of(x0, grid->width);
	size_t right = cell_of(x1, grid->width - 1) + 1;
	size_t bottom = cell_of(y1, grid->height - 1) + 1;

	for (size_t y = cell_of(y0, grid->height); y < bottom; y++)
		for (size_t x = left; x < right; x++)
			grid->ink[y * grid->width + x] = 1;
}

/* Words of one line with a usual gap between leave no room for a gutter. */
static void mark_word(struct grid *grid, const struct page_word *word,
		      const struct page_word *before)
{
	float height = word->box.y1 - word->box.y0;
	float middle = (word->box.y0 + word->box.y1) / 2;
	float x0 = word->box.x0, gap;

	if (before && before->group == word->group) {
		gap = x0 - before->box.x1;
		if (gap > 0 && gap < height * word_gap)
			x0 = before->box.x1;
	}
	mark(grid, x0, word->box.x1, middle - height * ink_height / 2,
	     middle + height * ink_height / 2);
}

static void sum_rows(struct grid *grid)
{
	for (size_t y = 0; y < grid->height; y++) {
		uint16_t *row = grid->ink + y * grid->width, sum = 0;

		grid->first[y] = UINT16_MAX;
		grid->last[y] = 0;
		for (size_t x = 0; x < grid->width; x++) {
			if (row[x]) {
				if (sum == 0)
					grid->first[y] = (uint16_t)x;
				grid->last[y] = (uint16_t)x;
				sum++;
			}
			row[x] = sum;
		}
	}
}

static size_t cells(float length)
{
	if (!(length > CELL))
		return 1;
	return length > CELLS_MAX * CELL ? CELLS_MAX : (size_t)(length / CELL);
}

static void grid_make(struct grid *grid, const struct pages *pages,
		      const struct page *page)
{
	const struct page_word *before = NULL;

	grid->width = cells(page->width) + 1;
	grid->height = cells(page->height) + 1;
	grid->ink = memory_get(grid->width * grid->height * sizeof *grid->ink);
	memset(grid->ink, 0, grid->width * grid->height * sizeof *grid->ink);
	grid->first = memory_get(grid->height * sizeof *grid->first);
	grid->last = memory_get(grid->height * sizeof *grid->last);
	for (size_t i = 0; i < page->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[page->first_word + i];

		if (word->furniture)
			continue;
		mark_word(grid, word, before);
		before = word;
	}
	sum_rows(grid);
}

static void grid_release(struct grid *grid)
{
	free(grid->ink);
	free(grid->first);
	free(grid->last);
}

/* Ink in cells left..right-1 of a row. */
static unsigned ink_between(const struct grid *grid, size_t y, size_t left,
			    size_t right)
{
	const uint16_t *row = grid->ink + y * grid->width;

	if (right <= left)
		return 0;
	return (unsigned)row[right - 1] - (left > 0 ? row[left - 1] : 0u);
}

/* The rows along which a stretch that is free from row `from` to `to` has text
 * on both sides. */
static size_t run_length(const struct grid *grid, size_t from, size_t to,
			 size_t left, size_t right)
{
	size_t first[2] = { to, to }, last[2] = { 0, 0 };
	size_t begin, end;

	for (size_t y = from; y < to; y++) {
		if (grid->first[y] > grid->last[y])
			continue;
		if (grid->first[y] < left) {
			first[0] = first[0] == to ? y : first[0];
			last[0] = y + 1;
		}
		if (grid->last[y] >= right) {
			first[1] = first[1] == to ? y : first[1];
			last[1] = y + 1;
		}
	}
	begin = first[0] > first[1] ? first[0] : first[1];
	end = last[0] < last[1] ? last[0] : last[1];
	return end > begin ? end - begin : 0;
}

/* How many rows a gutter at cells left..right-1 runs along, in runs of `least`
 * or more. */
static size_t quality(const struct grid *grid, size_t left, size_t right,
		      size_t least)
{
	size_t sum = 0, from = 0;

	for (size_t y = 0; y <= grid->height; y++) {
		size_t length;

		if (y < grid->height && !ink_between(grid, y, left, right))
			continue;
		if (y - from >= least) {
			length = run_length(grid, from, y, left, right);
			sum += length >= least ? length : 0;
		}
		from = y + 1;
	}
	return sum;
}

struct candidate {
	size_t quality, left, right; /* cells */
};

/* The best place at or beside which no gutter was found yet. */
static struct candidate best_place(const size_t *qualities, size_t count,
				   size_t window)
{
	struct candidate best = { 0, 0, 0 };

	for (size_t x = 0; x < count; x++) {
		if (qualities[x] > best.quality)
			best = (struct candidate){ qualities[x], x, x };
		else if (best.quality > 0 && qualities[x] == best.quality &&
			 x == best.right + 1)
			best.right = x;
	}
	best.right += window;
	return best;
}

/* The share of ink in the columns' rows that have any. */
static float fill(const struct grid *grid, size_t left, size_t right)
{
	size_t ink = 0, rows = 0;

	for (size_t y = 0; y < grid->height; y++) {
		unsigned cells_inked = ink_between(grid, y, left, right);

		if (cells_inked == 0)
			continue;
		ink += cells_inked;
		rows++;
	}
	return rows ? (float)ink / (float)(rows * (right - left)) : 0;
}

/* The leftmost and rightmost ink of the page. */
static void page_edges(const struct grid *grid, size_t *left, size_t *right)
{
	*left = grid->width;
	*right = 0;
	for (size_t y = 0; y < grid->height; y++) {
		if (grid->first[y] > grid->last[y])
			continue;
		if (grid->first[y] < *left)
			*left = grid->first[y];
		if (grid->last[y] + 1u > *right)
			*right = grid->last[y] + 1u;
	}
}

static size_t find_candidates(const struct grid *grid, float size,
			      struct candidate *found)
{
	size_t window = cells(size * gutter_least) + 1, count = 0;
	size_t apart = cells(size * column_least);
	size_t least = cells(size * LINES_MIN), x, places;
	size_t *qualities;

	if (grid->width <= window)
		return 0;
	places = grid->width - window;
	qualities = memory_get(places * sizeof *qualities);
	for (x = 0; x < places; x++)
		qualities[x] = quality(grid, x, x + window, least);
	while (count < GUTTERS) {
		struct candidate one = best_place(qualities, places, window);

		if (one.quality == 0)
			break;
		found[count++] = one;
		for (x = one.left > apart ? one.left - apart : 0;
		     x < places && x < one.right + apart; x++)
			qualities[x] = 0;
	}
	free(qualities);
	return count;
}

static int by_left(const void *a, const void *b)
{
	const struct candidate *one = a, *other = b;

	return one->left < other->left ? -1 : one->left > other->left;
}

/* How well the lesser filled of the columns beside a gutter is; 0 where one is
 * too narrow for text. */
static float fill_beside(const struct grid *grid, float size,
			 const struct candidate *found, size_t count,
			 size_t index)
{
	size_t left, right;
	float before, behind;

	page_edges(grid, &left, &right);
	if (index > 0)
		left = found[index - 1].right;
	if (index + 1 < count)
		right = found[index + 1].left;
	if ((float)found[index].left - (float)left < size * column_least / CELL ||
	    (float)right - (float)found[index].right < size * column_least / CELL)
		return 0;
	before = fill(grid, left, found[index].left);
	behind = fill(grid, found[index].right, right);
	return before < behind ? before : behind;
}

/* Leave those with columns of running text on both sides: the worst goes
 * first, which may make one column of two beside it. Returns how many. */
static size_t keep_filled(const struct grid *grid, float size,
			  struct candidate *found, size_t count)
{
	while (count > 0) {
		size_t worst = 0;
		float least = 1;

		for (size_t i = 0; i < count; i++) {
			float one = fill_beside(grid, size, found, count, i);

			if (one < least) {
				least = one;
				worst = i;
			}
		}
		if (least >= fill_least)
			break;
		memmove(&found[worst], &found[worst + 1],
			(count - worst - 1) * sizeof *found);
		count--;
	}
	return count;
}

size_t gutters_find(const struct pages *pages, size_t page,
		    struct gutter gutters[GUTTERS])
{
	struct candidate found[GUTTERS];
	struct grid grid;
	size_t count;

	if (pages->pages.items[page].word_count == 0 || !(pages->size > 0))
		return 0;
	grid_make(&grid, pages, &pages->pages.items[page]);
	count = find_candidates(&grid, pages->size, found);
	qsort(found, count, sizeof *found, by_left);
	count = keep_filled(&grid, pages->size, found, count);
	for (size_t i = 0; i < count; i++)
		gutters[i] = (struct gutter){ (float)(found[i].left * CELL),
					      (float)(found[i].right * CELL) };
	grid_release(&grid);
	return count;
}
