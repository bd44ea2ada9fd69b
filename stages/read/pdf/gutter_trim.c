#include "gutter_trim.h"

#include <math.h>
#include <stdlib.h>

enum {
	LINES_MIN = 3,        /* of a table */
	LINES_MAX = 64,
	ROW_WORDS = 64,       /* of a table, at most */
	ROWS_TRIMMED = 64
};

static const float rows_apart = 1.7f;  /* of the size */
static const float same_base = 2;      /* points */
static const float cell_gap = 1.5f;    /* of a word's height */
static const float row_ink = 0.35f;    /* of a column in a table, less */

/* The words on one line with the first word of a run, or with the last. */
static bool edge_row(const struct pages *pages, size_t page,
		     const struct gutter *gutter, size_t run, bool at_top,
		     struct box *row)
{
	const struct page *one = &pages->pages.items[page];
	const struct page_word *words = pages->words.items + one->first_word;
	const struct page_word *edge = NULL;

	for (size_t i = 0; i < one->word_count; i++) {
		float middle = (words[i].box.y0 + words[i].box.y1) / 2;

		if (!words[i].furniture && middle > gutter->tops[run] &&
		    middle < gutter->bottoms[run] &&
		    (!edge || (at_top ? words[i].box.y0 < edge->box.y0
				      : words[i].box.y1 > edge->box.y1)))
			edge = &words[i];
	}
	if (edge)
		*row = edge->box;
	return edge != NULL;
}

/* The next word on a row to the right of x. */
static const struct page_word *next_on(const struct pages *pages, size_t page,
				       const struct box *row, float x)
{
	const struct page *one = &pages->pages.items[page];
	const struct page_word *words = pages->words.items + one->first_word;
	const struct page_word *next = NULL;

	for (size_t i = 0; i < one->word_count; i++) {
		float middle = (words[i].box.y0 + words[i].box.y1) / 2;

		if (middle > row->y0 && middle < row->y1 &&
		    words[i].box.x0 > x &&
		    (!next || words[i].box.x0 < next->box.x0))
			next = &words[i];
	}
	return next;
}

/* Whether a row is one of a table: wide gaps part it into more cells than there
 * are columns, and one of the columns is hardly filled by it. */
static bool is_table_row(const struct pages *pages, size_t page,
			 const struct gutter *gutters, size_t count,
			 const struct box *row)
{
	float width = pages->pages.items[page].width, ink = 0, start = 0;
	const struct page_word *last = NULL, *word;
	size_t cells_found = 0, at = 0;
	bool sparse = false;

	for (size_t steps = 0; steps < ROW_WORDS; steps++) {
		float end = at < count ? gutters[at].left : width;

		word = next_on(pages, page, row, last ? last->box.x0 : -1);
		if (!word || (at < count && word->box.x0 > end)) {
			sparse = sparse || (ink > 0 &&
					    ink < row_ink * (end - start));
			if (!word)
				break;
			while (at < count && word->box.x0 > gutters[at].left)
				start = gutters[at++].right;
			ink = 0;
		}
		if (ink == 0 && at == 0)
			start = word->box.x0;
		ink += word->box.x1 - word->box.x0;
		cells_found += !last || word->box.x0 - last->box.x1 >
						cell_gap * (row->y1 - row->y0);
		last = word;
	}
	return sparse && cells_found > count + 1;
}

void gutters_trim(const struct pages *pages, size_t page,
		  const struct gutter *gutters, size_t count,
		  struct gutter *gutter)
{
	for (size_t run = 0; run < gutter->run_count; run++) {
		struct box row;
		size_t top = 0, foot = 0;

		while (top++ < ROWS_TRIMMED &&
		       edge_row(pages, page, gutter, run, true, &row) &&
		       is_table_row(pages, page, gutters, count, &row))
			gutter->tops[run] = row.y1;
		while (foot++ < ROWS_TRIMMED &&
		       edge_row(pages, page, gutter, run, false, &row) &&
		       is_table_row(pages, page, gutters, count, &row))
			gutter->bottoms[run] = row.y0;
	}
}

struct bases {
	float items[LINES_MAX];
	size_t count;
};

static bool has_base(const struct bases *bases, float y)
{
	for (size_t i = 0; i < bases->count; i++)
		if (fabsf(bases->items[i] - y) < same_base)
			return true;
	return false;
}

/* Where the words on both sides of a gutter stand, a line once. False if they
 * are too many for a table. */
static bool find_bases(const struct pages *pages, size_t page,
		       const struct gutter *gutter, struct bases *left,
		       struct bases *right)
{
	const struct page *one = &pages->pages.items[page];

	for (size_t i = 0; i < one->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[one->first_word + i];
		float middle = (word->box.y0 + word->box.y1) / 2;
		struct bases *side = word->box.x0 < gutter->left ? left : right;
		bool here = false;

		for (size_t run = 0; run < gutter->run_count; run++)
			here |= middle > gutter->tops[run] &&
				middle < gutter->bottoms[run];
		if (!here || word->furniture || has_base(side, word->box.y1))
			continue;
		if (side->count == LINES_MAX)
			return false;
		side->items[side->count++] = word->box.y1;
	}
	return true;
}

static int by_number(const void *a, const void *b)
{
	float one = *(const float *)a, other = *(const float *)b;

	return one < other ? -1 : one > other;
}

bool gutters_part_cells(const struct pages *pages, size_t page,
			const struct gutter *gutter)
{
	struct bases left = { .count = 0 }, right = { .count = 0 };

	if (!find_bases(pages, page, gutter, &left, &right) ||
	    right.count < LINES_MIN)
		return false;
	qsort(right.items, right.count, sizeof *right.items, by_number);
	for (size_t i = 0; i < right.count; i++)
		if (!has_base(&left, right.items[i]) ||
		    (i > 0 && right.items[i] - right.items[i - 1] <
				      rows_apart * pages->size))
			return false;
	return true;
}
