#include "output_table.h"

#include <stdlib.h>

/* A word of a long text may be broken where it takes more than this part of
 * the width: an address must not make a grid impossible. */
enum { LONG_WORD = 4 };

/* What the cells of a chunk need, in columns. */
struct needs {
	size_t *cells;  /* row after row */
	size_t *widest; /* of each column, its label among them */
	size_t *words;  /* what each cannot be narrower than */
	size_t *heights; /* of each row, about: as if words were sand */
};

struct str table_cell(const struct table_rows *rows, size_t row, size_t column)
{
	size_t at = row * rows->column_count + column;
	size_t start = at > 0 ? rows->ends[at - 1] : 0;

	return str_slice(rows->text, start, rows->ends[at]);
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static bool may_be_long(enum output_kind kind)
{
	return kind == OUTPUT_TEXT || kind == OUTPUT_HITS ||
	       kind == OUTPUT_COUNTS;
}

static void measure(struct needs *needs, const struct table_rows *rows)
{
	size_t count = rows->column_count;

	needs->cells = memory_get((rows->row_count * count + 1) *
				  sizeof *needs->cells);
	needs->heights = memory_get_zeroed((rows->row_count + 1) *
					   sizeof *needs->heights);
	needs->widest = memory_get((count + 1) * sizeof *needs->widest);
	needs->words = memory_get((count + 1) * sizeof *needs->words);
	for (size_t i = 0; i < count; i++) {
		size_t head = table_widest_word(rows->columns[i].label);
		size_t word = 0;

		needs->widest[i] = table_columns(rows->columns[i].label);
		for (size_t k = 0; k < rows->row_count; k++) {
			struct str text = table_cell(rows, k, i);
			size_t wide = table_columns(text);

			needs->cells[k * count + i] = wide;
			needs->widest[i] = larger(needs->widest[i], wide);
			word = larger(word, table_widest_word(text));
		}
		if (may_be_long(rows->columns[i].kind) &&
		    needs->widest[i] > rows->width &&
		    word > rows->width / LONG_WORD)
			word = rows->width / LONG_WORD;
		needs->words[i] = larger(head, word);
	}
}

static void release_needs(struct needs *needs)
{
	free(needs->cells);
	free(needs->heights);
	free(needs->widest);
	free(needs->words);
}

static void init_layout(struct table_layout *layout, size_t count)
{
	size_t room = count + 1;

	*layout = (struct table_layout){ .count = count };
	layout->places = memory_get_zeroed(room * sizeof *layout->places);
	layout->told = memory_get_zeroed(room * sizeof *layout->told);
	layout->widths = memory_get_zeroed(room * sizeof *layout->widths);
	layout->is_long = memory_get_zeroed(room * sizeof *layout->is_long);
}

void layout_release(struct table_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++)
		strbuf_release(&layout->told[i]);
	free(layout->places);
	free(layout->told);
	free(layout->widths);
	free(layout->is_long);
	*layout = (struct table_layout){ .count = 0 };
}

static enum table_place place_of(const struct table_rows *rows, size_t column)
{
	struct str first;

	if (rows->asked || rows->row_count == 0)
		return PLACE_SHOWN;
	first = table_cell(rows, 0, column);
	for (size_t i = 1; i < rows->row_count; i++)
		if (!str_equal(table_cell(rows, i, column), first))
			return PLACE_SHOWN;
	if (first.len == 0)
		return PLACE_EMPTY;
	return rows->row_count > 1 ? PLACE_TOLD : PLACE_SHOWN;
}

/* Which columns are shown; one is at least. */
static void choose_places(struct table_layout *layout,
			  const struct table_rows *rows, bool wide)
{
	bool any = false;

	for (size_t i = 0; i < layout->count; i++) {
		bool is_wide = rows->columns[i].show == SHOW_WIDE;

		layout->places[i] = is_wide && !wide && !rows->asked
					    ? PLACE_LEFT : place_of(rows, i);
		any = any || layout->places[i] == PLACE_SHOWN;
	}
	for (size_t i = 0; i < layout->count && !any; i++)
		if (layout->places[i] == PLACE_TOLD)
			layout->places[i] = PLACE_SHOWN;
	for (size_t i = 0; i < layout->count; i++)
		if (layout->places[i] == PLACE_TOLD)
			strbuf_add(&layout->told[i], table_cell(rows, 0, i));
}

static size_t up(size_t columns, size_t width)
{
	return width > 0 ? (columns + width - 1) / width : 0;
}

/* How many lines more the rows take when a column is `width` wide. */
static size_t cost_of(const struct needs *needs, const struct table_rows *rows,
		      size_t column, size_t width)
{
	size_t cost = 0;

	for (size_t i = 0; i < rows->row_count; i++) {
		size_t lines = up(needs->cells[i * rows->column_count + column],
				  width);

		if (lines > needs->heights[i])
			cost += lines - needs->heights[i];
	}
	return cost;
}

/* Take a column of the terminal from where it costs the fewest lines, and from
 * the widest of these. */
static void narrow(struct table_layout *layout, struct needs *needs,
		   const struct table_rows *rows)
{
	size_t best = 0, least = SIZE_MAX;

	for (size_t i = 0; i < layout->count; i++) {
		size_t cost;

		if (layout->places[i] != PLACE_SHOWN ||
		    layout->widths[i] <= needs->words[i])
			continue;
		cost = cost_of(needs, rows, i, layout->widths[i] - 1);
		if (cost < least ||
		    (cost == least && layout->widths[i] > layout->widths[best]))
			best = i;
		least = cost < least ? cost : least;
	}
	layout->widths[best]--;
	for (size_t i = 0; i < rows->row_count; i++)
		needs->heights[i] = larger(needs->heights[i], up(
			needs->cells[i * rows->column_count + best],
			layout->widths[best]));
}

/* Widths of a grid; false where it does not fit. */
static bool fit(struct table_layout *layout, struct needs *needs,
		const struct table_rows *rows)
{
	size_t total = 0, least = 0;

	for (size_t i = 0; i < layout->count; i++) {
		size_t between = total > 0 ? TABLE_BETWEEN : 0;
		size_t widest = needs->widest[i];

		if (layout->places[i] != PLACE_SHOWN)
			continue;
		if (rows->width > 0 && widest > rows->width)
			widest = larger(rows->width, needs->words[i]);
		layout->widths[i] = widest;
		total += widest + between;
		least += needs->words[i] + between;
	}
	if (rows->width > 0 && least > rows->width)
		return false;
	for (size_t i = 0; i < rows->row_count; i++)
		needs->heights[i] = 1;
	while (rows->width > 0 && total-- > rows->width)
		narrow(layout, needs, rows);
	return true;
}

static size_t grid_lines(const struct table_layout *layout,
			 const struct table_rows *rows)
{
	size_t lines = 0;

	for (size_t i = 0; i < rows->row_count; i++) {
		size_t height = 1;

		for (size_t k = 0; k < layout->count; k++)
			if (layout->places[k] == PLACE_SHOWN)
				height = larger(height, table_lines(
					table_cell(rows, i, k),
					rows->width > 0 ? layout->widths[k]
							: 0));
		lines += height;
	}
	return lines;
}

static size_t block_lines(const struct table_layout *layout,
			  const struct table_rows *rows)
{
	struct table_layout blocks = *layout;
	struct strbuf text = STRBUF_INIT;
	size_t lines = 0;

	blocks.is_grid = false;
	for (size_t i = 0; i < rows->row_count; i++) {
		strbuf_clear(&text);
		layout_add_row(&blocks, &text, rows, i);
		for (size_t k = 0; k < text.len; k++)
			lines += text.data[k] == '\n';
	}
	strbuf_release(&text);
	return lines;
}

static void make(struct table_layout *layout, struct needs *needs,
		 const struct table_rows *rows, bool wide)
{
	size_t blocks = SIZE_MAX;

	init_layout(layout, rows->column_count);
	choose_places(layout, rows, wide);
	for (size_t i = 0; i < layout->count; i++)
		layout->is_long[i] = rows->width > 0 &&
			may_be_long(rows->columns[i].kind) &&
			needs->widest[i] > rows->width;
	if (rows->width > 0)
		blocks = block_lines(layout, rows);
	layout->is_grid = fit(layout, needs, rows);
	layout->lines = layout->is_grid ? grid_lines(layout, rows) : blocks;
	if (layout->lines > blocks) {
		layout->is_grid = false;
		layout->lines = blocks;
	}
}

void layout_make(struct table_layout *layout, const struct table_rows *rows)
{
	struct needs needs;
	struct table_layout wide;
	bool has_wide = false;

	for (size_t i = 0; i < rows->column_count; i++)
		has_wide = has_wide || rows->columns[i].show == SHOW_WIDE;
	measure(&needs, rows);
	make(layout, &needs, rows, false);
	if (has_wide && !rows->asked) {
		make(&wide, &needs, rows, true);
		if (wide.lines <= layout->lines &&
		    wide.is_grid >= layout->is_grid) {
			struct table_layout narrow_one = *layout;

			*layout = wide;
			wide = narrow_one;
		}
		layout_release(&wide);
	}
	release_needs(&needs);
}

/* Whether a column that is not shown has nothing else to tell. */
static bool still_holds(const struct table_layout *layout,
			const struct table_rows *rows, size_t column)
{
	struct str told = strbuf_view(&layout->told[column]);

	if (layout->places[column] == PLACE_LEFT)
		return true;
	for (size_t i = 0; i < rows->row_count; i++)
		if (!str_equal(table_cell(rows, i, column), told))
			return false;
	return true;
}

static bool is_wide_enough(const struct table_layout *layout,
			   const struct table_rows *rows, size_t column)
{
	for (size_t i = 0; i < rows->row_count; i++) {
		struct str text = table_cell(rows, i, column);
		size_t needed = rows->width == 0 ? table_columns(text)
						 : table_widest_word(text);

		if (needed > layout->widths[column] &&
		    !(rows->width > 0 && layout->is_long[column]))
			return false;
	}
	return true;
}

bool layout_suits(const struct table_layout *layout,
		  const struct table_rows *rows)
{
	for (size_t i = 0; i < layout->count; i++)
		if (layout->places[i] == PLACE_SHOWN
			    ? layout->is_grid &&
			      !is_wide_enough(layout, rows, i)
			    : !still_holds(layout, rows, i))
			return false;
	return !layout->is_grid || rows->width == 0 ||
	       grid_lines(layout, rows) <= block_lines(layout, rows);
}
