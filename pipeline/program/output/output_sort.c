#include "output_internal.h"

#include "edtf.h"
#include "utf8.h"

#include <stdlib.h>

struct sort_key {
	size_t column;
	enum output_kind kind;
	bool descending;
};

struct sorted_row {
	const struct output_cell *cells;
	size_t number; /* as it came */
};

struct sorter {
	size_t columns;
	struct arena arena;
	LIST(struct sort_key) keys;
	LIST(struct sorted_row) rows;
	struct strbuf left, right; /* reused */
};

struct sorter *sorter_new(size_t columns)
{
	struct sorter *sorter = memory_get_zeroed(sizeof *sorter);

	sorter->columns = columns;
	sorter->arena = (struct arena)ARENA_INIT;
	return sorter;
}

void sorter_free(struct sorter *sorter)
{
	if (!sorter)
		return;
	arena_release(&sorter->arena);
	LIST_RELEASE(&sorter->keys);
	LIST_RELEASE(&sorter->rows);
	strbuf_release(&sorter->left);
	strbuf_release(&sorter->right);
	free(sorter);
}

void sorter_by(struct sorter *sorter, size_t column, enum output_kind kind,
	       bool descending)
{
	*LIST_ADD(&sorter->keys) =
		(struct sort_key){ column, kind, descending };
}

static void *copy(struct arena *arena, const void *items, size_t size)
{
	void *copied;

	if (size == 0)
		return NULL;
	copied = arena_get(arena, size);
	memcpy(copied, items, size);
	return copied;
}

static void copy_cell(struct arena *arena, struct output_cell *cell)
{
	struct output_item *items;

	cell->text = str_copy(arena, cell->text);
	cell->hits = copy(arena, cell->hits,
			  cell->hits ? cell->count * sizeof *cell->hits : 0);
	if (cell->kind != CELL_ITEMS)
		return;
	items = copy(arena, cell->items, cell->count * sizeof *items);
	for (size_t i = 0; i < cell->count; i++)
		items[i].text = str_copy(arena, items[i].text);
	cell->items = items;
}

void sorter_add(struct sorter *sorter, const struct output_cell *cells)
{
	struct output_cell *own = copy(&sorter->arena, cells,
				       sorter->columns * sizeof *own);
	size_t number = sorter->rows.count;

	for (size_t i = 0; i < sorter->columns; i++)
		copy_cell(&sorter->arena, &own[i]);
	*LIST_ADD(&sorter->rows) = (struct sorted_row){ own, number };
}

/* By letters whatever their case, then by case. */
static int compare_texts(struct sorter *sorter, struct str a, struct str b)
{
	int order;

	strbuf_clear(&sorter->left);
	strbuf_clear(&sorter->right);
	utf8_add_fold(&sorter->left, a);
	utf8_add_fold(&sorter->right, b);
	order = str_compare(strbuf_view(&sorter->left),
			    strbuf_view(&sorter->right));
	return order ? order : str_compare(a, b);
}

static int compare_dates(struct sorter *sorter, struct str a, struct str b)
{
	struct edtf left, right;
	bool has_left = edtf_parse(&left, a), has_right = edtf_parse(&right, b);

	if (has_left && has_right)
		return edtf_compare(&left, &right);
	if (has_left != has_right)
		return has_left ? -1 : 1;
	return compare_texts(sorter, a, b);
}

static double number_of(const struct output_cell *cell)
{
	return cell->kind == CELL_REAL ? cell->real : (double)cell->number;
}

static int compare_items(struct sorter *sorter, const struct output_cell *a,
			 const struct output_cell *b)
{
	int order = 0;

	for (size_t i = 0; order == 0 && i < a->count && i < b->count; i++)
		order = compare_texts(sorter, a->items[i].text,
				      b->items[i].text);
	return order ? order : (a->count > b->count) - (a->count < b->count);
}

/* By where the first one begins, then by how many there are. */
static int compare_ranges(const struct output_cell *a,
			  const struct output_cell *b)
{
	if (a->hits[0].start != b->hits[0].start)
		return a->hits[0].start < b->hits[0].start ? -1 : 1;
	return (a->count > b->count) - (a->count < b->count);
}

static bool is_empty(const struct output_cell *cell)
{
	return cell->kind == CELL_NONE ||
	       (cell->kind == CELL_RANGES && cell->count == 0) ||
	       (cell->kind == CELL_TEXT && cell->text.len == 0) ||
	       (cell->kind == CELL_ITEMS && cell->count == 0);
}

static bool is_number(const struct output_cell *cell)
{
	return cell->kind == CELL_NUMBER || cell->kind == CELL_REAL;
}

static int compare_cells(struct sorter *sorter, const struct output_cell *a,
			 const struct output_cell *b, enum output_kind kind)
{
	if (is_number(a) && is_number(b)) {
		if (a->kind == CELL_NUMBER && b->kind == CELL_NUMBER)
			return (a->number > b->number) -
			       (a->number < b->number);
		return (number_of(a) > number_of(b)) -
		       (number_of(a) < number_of(b));
	}
	if (a->kind == CELL_ITEMS && b->kind == CELL_ITEMS)
		return compare_items(sorter, a, b);
	if (a->kind == CELL_RANGES && b->kind == CELL_RANGES)
		return compare_ranges(a, b);
	return kind == OUTPUT_DATE ? compare_dates(sorter, a->text, b->text)
				   : compare_texts(sorter, a->text, b->text);
}

static int compare_rows(const void *left, const void *right, void *data)
{
	const struct sorted_row *a = left, *b = right;
	struct sorter *sorter = data;

	for (size_t i = 0; i < sorter->keys.count; i++) {
		const struct sort_key *key = &sorter->keys.items[i];
		const struct output_cell *x = &a->cells[key->column];
		const struct output_cell *y = &b->cells[key->column];
		bool no_x = is_empty(x), no_y = is_empty(y);
		int order;

		if (no_x || no_y)
			order = no_x - no_y;
		else
			order = compare_cells(sorter, x, y, key->kind) *
				(key->descending ? -1 : 1);
		if (order)
			return order;
	}
	return (a->number > b->number) - (a->number < b->number);
}

void sorter_sort(struct sorter *sorter)
{
	if (sorter->rows.count > 1)
		qsort_r(sorter->rows.items, sorter->rows.count,
			sizeof *sorter->rows.items, compare_rows, sorter);
}

size_t sorter_count(const struct sorter *sorter)
{
	return sorter->rows.count;
}

const struct output_cell *sorter_row(const struct sorter *sorter, size_t at)
{
	return sorter->rows.items[at].cells;
}
