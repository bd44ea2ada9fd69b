#include "tables.h"

#include <math.h>

static const float gap_least = 1.2f, gap_wide = 3; /* of the size */
static const float gap_kept = 0.35f;    /* what is left when rows are joined */
static const float word_gaps = 2.5f;    /* as wide as those of words, or more */
static const float near = 1.3f;         /* of the pitch: lines of one cell */

enum {
	ROWS_MIN = 3, ROWS_MIN_WIDE = 2,
	CELL_LINES = 8        /* of one cell alone */
};

struct gap { float left, right; };

struct gaps {
	struct gap items[TABLE_CELLS];
	size_t count;
};

static const struct page_word *first_word(const struct pages *pages,
					  const struct page_line *line)
{
	return pages->words.items + line->first_word;
}

static float gap_behind(const struct page_word *word)
{
	return word[1].box.x0 - word->box.x1;
}

/* The gaps of a line that may be between cells: much wider than the least one,
 * as the gaps of a line with even ends are all wide. */
static void line_gaps(const struct pages *pages, const struct page_line *line,
		      struct gaps *gaps)
{
	const struct page_word *words = first_word(pages, line);
	float least = INFINITY;

	gaps->count = 0;
	for (size_t i = 0; i + 1 < line->word_count; i++)
		least = fminf(least, fmaxf(gap_behind(&words[i]), 0));
	for (size_t i = 0; i + 1 < line->word_count; i++) {
		float gap = gap_behind(&words[i]);

		if (gap < gap_least * line->size ||
		    (line->word_count > 2 && gap < word_gaps * least &&
		     gap < gap_wide * line->size))
			continue;
		if (gaps->count == TABLE_CELLS)
			return;
		gaps->items[gaps->count++] =
			(struct gap){ words[i].box.x1, words[i + 1].box.x0 };
	}
}

/* The parts of a gap that the words of a line leave free, in turn. */
static void cut_gap(const struct pages *pages, const struct page_line *line,
		    struct gap gap, struct gaps *out)
{
	const struct page_word *words = first_word(pages, line);
	float left = gap.left;

	for (size_t i = 0; i <= line->word_count; i++) {
		float right = gap.right;

		if (i < line->word_count) {
			if (words[i].box.x1 <= left)
				continue;
			right = fminf(right, words[i].box.x0);
		}
		if (right - left > gap_kept * line->size &&
		    out->count < TABLE_CELLS)
			out->items[out->count++] = (struct gap){ left, right };
		if (i == line->word_count || words[i].box.x1 >= gap.right)
			return;
		left = fmaxf(left, words[i].box.x1);
	}
}

static void meet(const struct pages *pages, const struct page_line *line,
		 const struct gaps *gaps, struct gaps *out)
{
	out->count = 0;
	for (size_t i = 0; i < gaps->count; i++)
		cut_gap(pages, line, gaps->items[i], out);
}

/* How many cells of a line hold words. */
static size_t filled_cells(const struct pages *pages,
			   const struct page_line *line,
			   const struct gaps *gaps)
{
	const struct page_word *words = first_word(pages, line);
	size_t count = 0, at = 0;

	for (size_t g = 0; g <= gaps->count; g++) {
		float right = g < gaps->count ? gaps->items[g].left + 0.1f
					      : INFINITY;
		size_t before = at;

		while (at < line->word_count && words[at].box.x1 <= right)
			at++;
		count += at > before;
	}
	return count;
}

static bool is_wide(const struct gaps *gaps, float size)
{
	for (size_t i = 0; i < gaps->count; i++)
		if (gaps->items[i].right - gaps->items[i].left >
		    gap_wide * size)
			return true;
	return false;
}

/* How wide a gap is in a line: between the words on both sides of it, of which
 * there may be none. */
static float width_in(const struct pages *pages, const struct page_line *line,
		      const struct gap *gap)
{
	const struct page_word *words = first_word(pages, line);
	float left = -INFINITY, right = INFINITY;

	for (size_t i = 0; i < line->word_count; i++) {
		if (words[i].box.x1 <= gap->left + 0.1f)
			left = fmaxf(left, words[i].box.x1);
		else
			right = fminf(right, words[i].box.x0);
	}
	return isinf(left) || isinf(right) ? 0 : right - left;
}

/* All gaps that the lines of a table leave free together and that are wide in
 * one of them: a line may have cells close to each other. */
static void all_gaps(const struct pages *pages, size_t first, size_t end,
		     struct gaps *gaps)
{
	const struct page_line *lines = pages->lines.items;
	struct gaps next;
	size_t kept = 0;

	gaps->count = 1;
	gaps->items[0] = (struct gap){ INFINITY, -INFINITY };
	for (size_t i = first; i < end; i++) {
		struct gap *all = &gaps->items[0];

		all->left = fminf(all->left, lines[i].box.x0);
		all->right = fmaxf(all->right, lines[i].box.x1);
	}
	for (size_t i = first; i < end; i++) {
		meet(pages, &lines[i], gaps, &next);
		*gaps = next;
	}
	for (size_t g = 0; g < gaps->count; g++) {
		bool is_wide_once = false;

		for (size_t i = first; i < end && !is_wide_once; i++)
			is_wide_once = width_in(pages, &lines[i],
						&gaps->items[g]) >
				       gap_least * lines[i].size;
		if (is_wide_once)
			gaps->items[kept++] = gaps->items[g];
	}
	gaps->count = kept;
}

/* Whether the line below the last row goes on in its first cell, as its first
 * word found no room there. */
static bool first_cell_goes_on(const struct page_line *lines, size_t at,
			       const struct pages *pages,
			       const struct gaps *gaps)
{
	const struct page_line *row = &lines[at - 1], *line = &lines[at];
	const struct page_word *words = first_word(pages, row);
	const struct page_word *next = first_word(pages, line);
	const struct gap *gap = &gaps->items[0];
	float end = row->box.x0;

	for (size_t i = 0; i < row->word_count &&
			   words[i].box.x1 <= gap->left; i++)
		end = words[i].box.x1;
	return fabsf(line->box.x0 - row->box.x0) < 1 &&
	       line->box.x1 < gap->right &&
	       end + next->box.x1 - next->box.x0 > gap->right - row->size / 2;
}

bool table_find(const struct pages *pages, size_t first, size_t end,
		float pitch, struct table_shape *shape)
{
	const struct page_line *lines = pages->lines.items;
	struct gaps gaps, next;
	size_t at = first + 1, rows = 1, last = first + 1;

	line_gaps(pages, &lines[first], &gaps);
	if (gaps.count == 0 || lines[first].leads)
		return false;
	for (; at < end; at++) {
		size_t cells;

		meet(pages, &lines[at], &gaps, &next);
		if (next.count == 0 || lines[at].leads)
			break;
		cells = filled_cells(pages, &lines[at], &next);
		if (cells < 2 && (at > last + CELL_LINES ||
				  lines[at].base - lines[at - 1].base >
					  pitch * near))
			break;
		gaps = next;
		if (cells >= 2) {
			rows++;
			last = at + 1;
		}
	}
	if (rows < ROWS_MIN_WIDE ||
	    (rows < ROWS_MIN && !is_wide(&gaps, lines[first].size)))
		return false;
	while (last < at && lines[last].base - lines[last - 1].base <=
				    pitch * near &&
	       (lines[last].box.x0 > gaps.items[0].left ||
		first_cell_goes_on(lines, last, pages, &gaps)))
		last++;
	all_gaps(pages, first, last, &gaps);
	shape->end = last;
	shape->bound_count = gaps.count;
	for (size_t i = 0; i < gaps.count; i++)
		shape->bounds[i] = (gaps.items[i].left + gaps.items[i].right) /
				   2;
	return true;
}

size_t table_cell_of(const struct table_shape *shape,
		     const struct page_word *word)
{
	size_t cell = 0;

	while (cell < shape->bound_count &&
	       (word->box.x0 + word->box.x1) / 2 > shape->bounds[cell])
		cell++;
	return cell;
}

bool table_goes_on(const struct pages *pages, const struct table_shape *shape,
		   size_t line, float pitch)
{
	const struct page_line *one = &pages->lines.items[line];
	const struct page_word *words = first_word(pages, one);
	size_t first = table_cell_of(shape, &words[0]);
	size_t last = table_cell_of(shape, &words[one->word_count - 1]);

	return one->base - one[-1].base <= pitch * near &&
	       (first > 0 || last == 0);
}
