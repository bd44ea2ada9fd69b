#include "gutters.h"

#include "gutter_trim.h"

#include <stdlib.h>

enum {
	CELL = 2,             /* points */
	CELLS_MAX = 2048,     /* a page is at most some four metres wide */
	INK_TIMES = 4,        /* the page's cells: more is drawn on itself */
	CELLS_A_ROW = 2,      /* lines lie apart by twice their ink or more */
	LINES_MIN = 4,        /* that a gutter runs along */
	LINES_RUN = 2,        /* that it runs along in one stretch */
	CHANCE = 3,           /* times as many are no chance */
	FREE_SHARE = 2,       /* nor is it if few lines cross it */
	CROSSED_SHARE = 8     /* at most one line of so many crosses it */
};

static const float ink_height = 0.4f;  /* of a word, around its middle */
static const float word_gap = 0.6f;    /* of a word's height */
static const float gutter_least = 0.8f, column_least = 6; /* of the size */
static const float fill_least = 0.55f; /* of a column of running text */
static const float run_least = 0.4f;   /* of a few lines of it */

/* A page as columns of cells: a bit for each row that holds ink. */
struct grid {
	size_t width, height;
	size_t words;         /* of 64 rows */
	uint64_t *columns;
};

static uint64_t *column(const struct grid *grid, size_t x)
{
	return grid->columns + x * grid->words;
}

static size_t cells(float length)
{
	if (!(length > CELL))
		return 1;
	return length > CELLS_MAX * CELL ? CELLS_MAX : (size_t)(length / CELL);
}

/* The cell at a place; the last one for what lies beyond. */
static size_t cell_at(float place, size_t count)
{
	if (!(place > 0))
		return 0;
	return place >= (float)(count * CELL) ? count - 1
					      : (size_t)(place / CELL);
}

/* Words of one line with a usual gap between leave no room for a gutter.
 * Returns how many cells were marked. */
static size_t mark(struct grid *grid, const struct page_word *word,
		   const struct page_word *before)
{
	float height = word->box.y1 - word->box.y0, x0 = word->box.x0;
	float middle = (word->box.y0 + word->box.y1) / 2;
	size_t top = cell_at(middle - height * ink_height / 2, grid->height);
	size_t foot = cell_at(middle + height * ink_height / 2, grid->height);
	size_t right = cell_at(word->box.x1, grid->width), left;

	if (before && before->group == word->group &&
	    x0 > before->box.x1 && x0 < before->box.x1 + height * word_gap)
		x0 = before->box.x1;
	left = cell_at(x0, grid->width);
	for (size_t i = top / 64; i <= foot / 64; i++) {
		uint64_t rows = UINT64_MAX;

		if (i == top / 64)
			rows &= UINT64_MAX << top % 64;
		if (i == foot / 64)
			rows &= UINT64_MAX >> (63 - foot % 64);
		for (size_t x = left; x <= right; x++)
			column(grid, x)[i] |= rows;
	}
	return (right - left + 1) * (foot - top + 1);
}

/* A page whose words lie upon each other again and again has no columns: its
 * grid stays bare, which bounds the work on it too. */
static void grid_make(struct grid *grid, const struct pages *pages,
		      const struct page *page)
{
	const struct page_word *before = NULL;
	size_t size, ink = 0;

	grid->width = cells(page->width) + 1;
	grid->height = cells(page->height) + 1;
	grid->words = grid->height / 64 + 1;
	size = grid->width * grid->words * sizeof *grid->columns;
	grid->columns = memory_get(size);
	memset(grid->columns, 0, size);
	for (size_t i = 0; i < page->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[page->first_word + i];

		if (word->furniture)
			continue;
		ink += mark(grid, word, before);
		before = word;
		if (ink > INK_TIMES * grid->width * grid->height) {
			memset(grid->columns, 0, size);
			return;
		}
	}
}

static void clear(const struct grid *grid, uint64_t *rows)
{
	memset(rows, 0, grid->words * sizeof *rows);
}

/* Add the ink of columns from..to-1. */
static void add_ink(const struct grid *grid, size_t from, size_t to,
		    uint64_t *rows)
{
	for (size_t x = from; x < to; x++)
		for (size_t i = 0; i < grid->words; i++)
			rows[i] |= column(grid, x)[i];
}

static size_t count_rows(const struct grid *grid, const uint64_t *rows)
{
	size_t count = 0;

	for (size_t i = 0; i < grid->words; i++)
		count += (size_t)__builtin_popcountll(rows[i]);
	return count;
}

/* The first row from `at` on that has ink, or has none; `end` if there is no
 * such row before it. */
static size_t next_row(const uint64_t *rows, size_t at, size_t end, bool ink)
{
	while (at < end) {
		uint64_t word = ink ? rows[at / 64] : ~rows[at / 64];

		word >>= at % 64;
		if (word) {
			at += (size_t)__builtin_ctzll(word);
			return at < end ? at : end;
		}
		at += 64 - at % 64;
	}
	return end;
}

/* A gutter that may be, and the ink on its way and on both sides of it. */
struct rows_beside {
	uint64_t *across, *left;
	const uint64_t *right;
};

/* The rows with ink along which a place that is free from row `from` to `to`
 * has text on both sides. */
static size_t run_length(const struct rows_beside *place, size_t from,
			 size_t to)
{
	size_t left = next_row(place->left, from, to, true);
	size_t right = next_row(place->right, from, to, true);
	size_t begin = left > right ? left : right;
	size_t rows = 0, left_end = begin, right_end = begin, end;

	for (size_t y = begin; y < to; y++) {
		uint64_t bit = (uint64_t)1 << y % 64;

		if (place->left[y / 64] & bit)
			left_end = y + 1;
		if (place->right[y / 64] & bit)
			right_end = y + 1;
	}
	end = left_end < right_end ? left_end : right_end;
	for (size_t y = begin; y < end; y++)
		rows += (place->left[y / 64] | place->right[y / 64]) >> y % 64 &
			1;
	return rows;
}

/* How many rows a gutter at this place runs along, in runs of `least` or more;
 * 0 where it is crossed so often that it may be chance. */
static size_t quality(const struct grid *grid, const struct rows_beside *place,
		      size_t least)
{
	size_t sum = 0, crossed = 0;

	for (size_t from = 0; from < grid->height;) {
		size_t to;

		from = next_row(place->across, from, grid->height, false);
		to = next_row(place->across, from, grid->height, true);
		if (to - from >= least * CELLS_A_ROW) {
			size_t rows = run_length(place, from, to);

			sum += rows >= least ? rows : 0;
		}
		from = to;
	}
	for (size_t i = 0; i < grid->words; i++)
		crossed += (size_t)__builtin_popcountll(
			place->across[i] & place->left[i] & place->right[i]);
	return sum > CHANCE * least || sum * FREE_SHARE > crossed ? sum : 0;
}

/* No quality is above this: the rows with ink that the place leaves free. */
static size_t most_quality(const struct grid *grid,
			   const struct rows_beside *place)
{
	size_t rows = 0;

	for (size_t i = 0; i < grid->words; i++)
		rows += (size_t)__builtin_popcountll(
			(place->left[i] | place->right[i]) & ~place->across[i]);
	return rows;
}

struct candidate {
	size_t quality, left, right; /* cells */
};

struct finder {
	struct grid grid;
	size_t window, apart, least; /* cells; `least` rows */
	struct candidate found[GUTTERS];
	size_t count;
};

/* For each column the ink of it and all columns up to `to`. */
static uint64_t *ink_behind(const struct grid *grid, size_t from, size_t to)
{
	uint64_t *rows = memory_get((to - from + 1) * grid->words *
				    sizeof *rows);

	clear(grid, rows + (to - from) * grid->words);
	for (size_t x = to; x-- > from;) {
		uint64_t *own = rows + (x - from) * grid->words;

		memcpy(own, own + grid->words, grid->words * sizeof *own);
		add_ink(grid, x, x + 1, own);
	}
	return rows;
}

static void best_between(const struct finder *finder, size_t from, size_t to,
			 struct candidate *best)
{
	const struct grid *grid = &finder->grid;
	uint64_t *behind = ink_behind(grid, from, to);
	uint64_t *rows = memory_get(2 * grid->words * sizeof *rows);
	struct rows_beside place = { rows, rows + grid->words, NULL };

	clear(grid, place.left);
	add_ink(grid, from, from + finder->apart, place.left);
	for (size_t x = from + finder->apart;
	     x + finder->window + finder->apart <= to; x++) {
		size_t right = x + finder->window, one;

		clear(grid, place.across);
		add_ink(grid, x, right, place.across);
		place.right = behind + (right - from) * grid->words;
		one = most_quality(grid, &place) < best->quality
			      ? 0 : quality(grid, &place, finder->least);
		if (one > best->quality)
			*best = (struct candidate){ one, x, right };
		else if (one > 0 && one == best->quality &&
			 right == best->right + 1)
			best->right = right;
		add_ink(grid, x, x + 1, place.left);
	}
	free(rows);
	free(behind);
}

/* The best gutter between two cells, then those on either side of it: found
 * from left to right. */
static void find_between(struct finder *finder, size_t from, size_t to)
{
	struct candidate best = { 0, 0, 0 };

	if (to - from < finder->window + 2 * finder->apart)
		return;
	best_between(finder, from, to, &best);
	if (best.quality == 0)
		return;
	find_between(finder, from, best.left);
	if (finder->count < GUTTERS) {
		finder->found[finder->count++] = best;
		find_between(finder, best.right, to);
	}
}

static size_t count_free(const struct grid *grid, const uint64_t *rows,
			 const uint64_t *across)
{
	size_t count = 0;

	for (size_t i = 0; i < grid->words; i++)
		count += (size_t)__builtin_popcountll(rows[i] & ~across[i]);
	return count;
}

/* The share of ink between two cells, in the rows that have any and that
 * nothing crosses. */
static float fill(const struct grid *grid, size_t left, size_t right,
		  const uint64_t *across)
{
	uint64_t *rows = memory_get(grid->words * sizeof *rows);
	size_t ink = 0, with_ink;

	clear(grid, rows);
	add_ink(grid, left, right, rows);
	with_ink = count_free(grid, rows, across);
	free(rows);
	for (size_t x = left; x < right; x++)
		ink += count_free(grid, column(grid, x), across);
	return ink > 0 ? (float)ink / (float)(with_ink * (right - left)) : 0;
}

/* The leftmost ink of the page, and the rightmost. */
static void page_edges(const struct grid *grid, size_t *left, size_t *right)
{
	*left = 0;
	*right = grid->width;
	while (*left < *right && !count_rows(grid, column(grid, *left)))
		++*left;
	while (*right > *left && !count_rows(grid, column(grid, *right - 1)))
		--*right;
}

/* Whether both columns beside a gutter are filled as running text is, where
 * the gutter runs: cells of a table above the columns are not. */
static bool is_filled(const struct finder *finder, size_t index)
{
	const struct candidate *found = finder->found;
	const struct grid *grid = &finder->grid;
	uint64_t *across = memory_get(grid->words * sizeof *across);
	size_t left, right;
	bool is;

	clear(grid, across);
	add_ink(grid, found[index].left, found[index].right, across);
	page_edges(grid, &left, &right);
	if (index > 0)
		left = found[index - 1].right;
	if (index + 1 < finder->count)
		right = found[index + 1].left;
	is = fill(grid, left, found[index].left, across) >= fill_least &&
	     fill(grid, found[index].right, right, across) >= fill_least;
	free(across);
	return is;
}

/* Leave gutters of running text: of those that are none the worst goes first,
 * which may make one filled column of two. */
static void keep_filled(struct finder *finder)
{
	while (true) {
		size_t worst = finder->count;

		for (size_t i = 0; i < finder->count; i++)
			if (!is_filled(finder, i) &&
			    (worst == finder->count ||
			     finder->found[i].quality <
				     finder->found[worst].quality))
				worst = i;
		if (worst == finder->count)
			return;
		finder->count--;
		memmove(&finder->found[worst], &finder->found[worst + 1],
			(finder->count - worst) * sizeof *finder->found);
	}
}

static float row_top(size_t row)
{
	return (float)(row * CELL);
}

/* The share of ink between two cells in the rows from..to-1 that have any. */
static float run_fill(const struct grid *grid, size_t left, size_t right,
		      size_t from, size_t to)
{
	size_t ink = 0, rows = 0;

	for (size_t y = from; y < to; y++) {
		size_t before = ink;

		for (size_t x = left; x < right; x++)
			ink += column(grid, x)[y / 64] >> y % 64 & 1;
		rows += ink > before;
	}
	return rows > 0 ? (float)ink / (float)(rows * (right - left)) : 0;
}

/* Where a gutter runs: free stretches with text on both sides, a line or two
 * at least, and what goes on with the column on one side only. */
static void set_runs(const struct finder *finder, size_t index,
		     struct gutter *gutter)
{
	const struct grid *grid = &finder->grid;
	const struct candidate *found = &finder->found[index];
	uint64_t *rows = memory_get(3 * grid->words * sizeof *rows);
	struct rows_beside place = { rows, rows + grid->words,
			       rows + 2 * grid->words };

	size_t left, right;

	page_edges(grid, &left, &right);
	if (index > 0)
		left = found[-1].right;
	if (index + 1 < finder->count)
		right = found[1].left;
	memset(rows, 0, 3 * grid->words * sizeof *rows);
	add_ink(grid, found->left, found->right, place.across);
	add_ink(grid, left, found->left, place.left);
	add_ink(grid, found->right, right, rows + 2 * grid->words);
	for (size_t from = 0, to, length;
	     from < grid->height && gutter->run_count < GUTTER_RUNS;
	     from = to) {
		from = next_row(place.across, from, grid->height, false);
		to = next_row(place.across, from, grid->height, true);
		length = run_length(&place, from, to);
		if (length * LINES_MIN < finder->least * LINES_RUN ||
		    (length < finder->least * CHANCE &&
		     (run_fill(grid, left, found->left, from, to) < run_least ||
		      run_fill(grid, found->right, right, from, to) <
			      run_least)))
			continue;
		gutter->tops[gutter->run_count] = row_top(from);
		gutter->bottoms[gutter->run_count++] = row_top(to);
	}
	free(rows);
}

/* Lines begin alike and end unevenly: only the right part of a gutter is sure
 * to be free where the columns are longer than where it was found. */
static void make_gutters(struct finder *finder, const struct pages *pages,
			 size_t page, struct gutter *gutters)
{
	for (size_t i = 0; i < finder->count; i++) {
		struct candidate *found = &finder->found[i];

		if (found->left + finder->window < found->right)
			found->left = found->right - finder->window;
		gutters[i] = (struct gutter){
			.left = (float)(finder->found[i].left * CELL),
			.right = (float)(finder->found[i].right * CELL)
		};
		set_runs(finder, i, &gutters[i]);
	}
	for (size_t i = 0; i < finder->count; i++)
		gutters_trim(pages, page, gutters, finder->count, &gutters[i]);
}

static void start(struct finder *finder, const struct pages *pages, size_t page)
{
	*finder = (struct finder){
		.window = cells(pages->size * gutter_least) + 1,
		.apart = cells(pages->size * column_least),
		.least = cells(pages->size * ink_height * LINES_MIN)
	};
	grid_make(&finder->grid, pages, &pages->pages.items[page]);
}

size_t gutters_find(const struct pages *pages, size_t page,
		    struct gutter gutters[GUTTERS])
{
	struct finder finder;
	size_t left, right;

	if (pages->pages.items[page].word_count == 0 || !(pages->size > 0))
		return 0;
	start(&finder, pages, page);
	page_edges(&finder.grid, &left, &right);
	find_between(&finder, left, right);
	keep_filled(&finder);
	make_gutters(&finder, pages, page, gutters);
	free(finder.grid.columns);
	return finder.count;
}

/* Whether text stands on both sides of a place, and hardly any across it. */
static bool is_free(const struct finder *finder, size_t left, size_t right)
{
	const struct grid *grid = &finder->grid;
	uint64_t *rows = memory_get(3 * grid->words * sizeof *rows);
	uint64_t *before = rows + grid->words, *behind = before + grid->words;
	size_t across;
	bool is;

	memset(rows, 0, 3 * grid->words * sizeof *rows);
	add_ink(grid, left, right, rows);
	add_ink(grid, 0, left, before);
	add_ink(grid, right, grid->width, behind);
	across = count_rows(grid, rows);
	is = across * CROSSED_SHARE < count_rows(grid, before) &&
	     count_rows(grid, behind) > 0;
	free(rows);
	return is;
}

size_t gutters_adopt(const struct pages *pages, size_t page,
		     const struct gutter *known, size_t count,
		     struct gutter gutters[GUTTERS])
{
	struct finder finder;

	start(&finder, pages, page);
	for (size_t i = 0; i < count; i++) {
		size_t left = cell_at(known[i].left, finder.grid.width);
		size_t right = cell_at(known[i].right, finder.grid.width);

		if (left < right && is_free(&finder, left, right))
			finder.found[finder.count++] =
				(struct candidate){ 1, left, right };
	}
	finder.least = 1;
	make_gutters(&finder, pages, page, gutters);
	free(finder.grid.columns);
	return finder.count;
}
