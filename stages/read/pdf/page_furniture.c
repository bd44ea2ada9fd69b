#include "page_furniture.h"

#include "utf8.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

enum {
	ROWS = 3,             /* at the top, and at the foot, that may repeat */
	NEAR = 2,             /* pages: left and right ones may differ */
	KEY_MAX = 200,        /* bytes; a longer row is text */
	NUMBER_MAX = 100000000, /* longer ones are no pages */
	PAGES_MIN = 6,        /* that have a row in one place */
	PLACES_AHEAD = 64     /* rows, of some ten pages, that are compared */
};

static const float same_place = 3;    /* points */
static const float apart = 0.8f;      /* of the size: the gap to the text */
static const float raised = 0.85f;    /* of the letters behind it */
static const float large = 1.3f;      /* of the size: a heading, no head */

/* Words of a page on one base line. */
struct row {
	float top, bottom;
	size_t page;
	struct str key;       /* the text with numbers as # */
	uint64_t number;      /* the last one in it */
	bool has_number, has_letter, found;
	bool is_large;        /* as headings are: it must repeat */
	size_t rank;          /* from the outside, running heads left out */
	bool at_top;
	size_t repeats;       /* pages near it that have it too */
	bool is_outer;        /* alone at the top, or at the foot */
};

struct search {
	struct pages *pages;
	LIST(struct row) rows;   /* by page */
	LIST(size_t) first;      /* row of each page; one more at the end */
	struct arena arena;
	struct strbuf key;
};

static bool touches(const struct row *row, const struct page_word *word)
{
	float middle = (word->box.y0 + word->box.y1) / 2;

	return !word->furniture && middle > row->top && middle < row->bottom;
}

/* The row at the top, or at the foot, of the words beyond `limit`. */
static bool next_row(const struct pages *pages, size_t page, bool at_top,
		     float limit, struct row *row)
{
	const struct page *one = &pages->pages.items[page];
	const struct page_word *best = NULL;

	for (size_t i = 0; i < one->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[one->first_word + i];
		float middle = (word->box.y0 + word->box.y1) / 2;

		if (word->furniture)
			continue;
		if (at_top ? middle <= limit : middle >= limit)
			continue;
		if (!best || (at_top ? word->box.y0 < best->box.y0
				     : word->box.y1 > best->box.y1))
			best = word;
	}
	if (!best)
		return false;
	*row = (struct row){ .top = best->box.y0, .bottom = best->box.y1,
			     .page = page };
	return true;
}

static void add_word_key(struct search *search, struct row *row,
			 struct str text)
{
	uint64_t number = 0;
	bool in_number = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (c < '0' || c > '9') {
			strbuf_add_char(&search->key, c);
			row->has_letter |= (unsigned char)c >= 0x80 ||
					   isalpha((unsigned char)c);
			in_number = false;
			continue;
		}
		if (!in_number)
			strbuf_add_char(&search->key, '#');
		number = (in_number && number < NUMBER_MAX ? number * 10 : 0) +
			 (uint64_t)(c - '0');
		row->number = number;
		row->has_number = in_number = true;
	}
	strbuf_add_char(&search->key, ' ');
}

/* Whether a row begins as a footnote does: with a number that touches a letter
 * or is set small and high. */
static bool is_note(const struct pages *pages, const struct page *page,
		    const struct row *row)
{
	const struct page_word *first = NULL, *second = NULL;
	struct str text;
	size_t digits = 0;

	for (size_t i = 0; i < page->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[page->first_word + i];

		if (!touches(row, word))
			continue;
		if (!first || word->box.x0 < first->box.x0) {
			second = first;
			first = word;
		} else if (!second || word->box.x0 < second->box.x0) {
			second = word;
		}
	}
	if (!first)
		return false;
	text = page_word_text(pages, first);
	while (digits < text.len && isdigit((unsigned char)text.data[digits]))
		digits++;
	if (digits == 0)
		return false;
	if (digits < text.len)
		return (unsigned char)text.data[digits] >= 0x80 ||
		       isalpha((unsigned char)text.data[digits]);
	return second && first->box.y1 - first->box.y0 <
				 raised * (second->box.y1 - second->box.y0);
}

/* False for a row that is too long for a running head, and for a footnote. */
static bool read_row(struct search *search, struct row *row)
{
	const struct pages *pages = search->pages;
	const struct page *page = &pages->pages.items[row->page];

	if (is_note(pages, page, row))
		return false;
	strbuf_clear(&search->key);
	for (size_t i = 0; i < page->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[page->first_word + i];

		if (!touches(row, word))
			continue;
		if (word->box.y1 - word->box.y0 > pages->size * large)
			row->is_large = true;
		add_word_key(search, row, page_word_text(pages, word));
		if (search->key.len > KEY_MAX)
			return false;
	}
	row->key = str_copy(&search->arena, strbuf_view(&search->key));
	return true;
}

static void collect_side(struct search *search, size_t page, bool at_top)
{
	float limit = at_top ? -INFINITY : INFINITY, gap = 0;
	struct row row = { .top = 0 }, before;
	size_t outer = search->rows.count;

	for (int i = 0; i < ROWS; i++) {
		before = row;
		if (!next_row(search->pages, page, at_top, limit, &row))
			return;
		limit = (row.top + row.bottom) / 2;
		if (at_top)
			limit += (row.bottom - row.top) / 2;
		else
			limit -= (row.bottom - row.top) / 2;
		if (i == 1)
			gap = at_top ? row.top - before.bottom
				     : before.top - row.bottom;
		if (i == 1 && outer < search->rows.count)
			search->rows.items[outer].is_outer =
				gap > search->pages->size * apart;
		row.rank = (size_t)i;
		row.at_top = at_top;
		if (read_row(search, &row))
			*LIST_ADD(&search->rows) = row;
	}
}

/* The same text, in which numbers are the same too or count with the pages; or
 * another one, as of the next chapter, alone in its place with such a
 * number. */
static bool repeats(const struct row *a, const struct row *b)
{
	int64_t step = (int64_t)b->number - (int64_t)a->number;
	bool counts = a->has_number && b->has_number &&
		      step == (int64_t)(b->page - a->page);

	if (fabsf(a->top - b->top) > same_place)
		return false;
	if (!str_equal(a->key, b->key))
		return counts && a->is_outer && b->is_outer;
	/* "Principle 1" and "Principle 2" may head two pages in a row */
	return !a->has_number ||
	       (counts && (a->rank == 0 || !a->has_letter)) ||
	       (step == 0 && a->key.len > 3);
}

/* Text behind a number may be a note: it must be the outermost row, and repeat
 * for three pages. */
static bool is_running(const struct row *row)
{
	if (row->is_large && (row->rank > 0 || row->has_number))
		return false;
	if (row->has_letter && str_has_prefix(row->key, STR("#")))
		return row->repeats > 1 && row->rank == 0;
	return row->repeats > 0;
}

/* At one height; titles may be, on pages that all begin with one. */
static bool tells_place(const struct row *row, const struct row *other)
{
	return other->is_outer && (!other->is_large || other->repeats > 0) &&
	       fabsf(other->top - row->top) < same_place;
}

/* Rows that stand alone at one height on most pages are running heads,
 * whatever they say. */
static void find_places(struct search *search)
{
	size_t pages = search->pages->pages.count;

	for (size_t i = 0; i < search->rows.count; i++) {
		const struct row *row = &search->rows.items[i];
		size_t same = 0, end = i + PLACES_AHEAD < search->rows.count
					       ? i + PLACES_AHEAD
					       : search->rows.count;

		if (!row->is_outer || pages < PAGES_MIN)
			continue;
		for (size_t k = i; k < end; k++)
			same += tells_place(row, &search->rows.items[k]);
		for (size_t k = i; k < end && same >= PAGES_MIN &&
				   same * 2 > search->rows.items[end - 1].page -
						      row->page; k++)
			search->rows.items[k].found |=
				search->rows.items[k].is_outer &&
				fabsf(search->rows.items[k].top - row->top) <
					same_place;
	}
}

static void compare(struct search *search)
{
	size_t pages = search->pages->pages.count;

	for (size_t i = 0; i < search->rows.count; i++)
		search->rows.items[i].repeats = 0;
	for (size_t i = 0; i < search->rows.count; i++) {
		struct row *row = &search->rows.items[i];
		size_t last = row->page + NEAR < pages ? row->page + NEAR
						       : pages - 1;
		size_t end = search->first.items[last + 1];

		for (size_t k = search->first.items[row->page + 1]; k < end;
		     k++) {
			size_t same = repeats(row, &search->rows.items[k]);

			row->repeats += same;
			search->rows.items[k].repeats += same;
		}
	}
	for (size_t i = 0; i < search->rows.count; i++)
		search->rows.items[i].found =
			is_running(&search->rows.items[i]);
}

/* What stands behind a running head is the outermost of what may be text.
 * Returns whether any does. */
static bool rank_anew(struct search *search)
{
	const struct row *last = NULL;
	size_t heads = 0;
	bool changed = false;

	for (size_t i = 0; i < search->rows.count; i++) {
		struct row *row = &search->rows.items[i];

		if (!last || last->page != row->page ||
		    last->at_top != row->at_top)
			heads = 0;
		row->rank -= heads < row->rank ? heads : row->rank;
		changed |= heads > 0 && !row->found;
		heads += row->found;
		last = row;
	}
	return changed;
}

/* A number at the very foot of a page, or at its top, with nothing but dashes
 * beside it, counts without another page. */
static void find_numbers(struct search *search)
{
	for (size_t i = 0; i < search->rows.count; i++) {
		struct row *row = &search->rows.items[i];
		struct str key = row->key;

		while (key.len > 0 && row->is_outer && row->has_number) {
			size_t at = 0;
			uint32_t c = utf8_next(key, &at);

			if (c != '#' && c != ' ' && !utf8_is_punct(c))
				break;
			key = str_slice(key, at, key.len);
		}
		row->found |= key.len == 0 && row->has_number;
	}
}

/* By text, then by how far the number is from that of the page. */
static int by_counting(const void *one, const void *other)
{
	const struct row *a = *(struct row *const *)one;
	const struct row *b = *(struct row *const *)other;
	int64_t first = (int64_t)a->number - (int64_t)a->page;
	int64_t second = (int64_t)b->number - (int64_t)b->page;
	int order = str_compare(a->key, b->key);

	if (order == 0 && first != second)
		order = first < second ? -1 : 1;
	if (order == 0)
		order = a->page < b->page ? -1 : a->page > b->page;
	return order;
}

static bool counts_with(const struct row *a, const struct row *b)
{
	return str_equal(a->key, b->key) &&
	       (int64_t)a->number - (int64_t)a->page ==
		       (int64_t)b->number - (int64_t)b->page;
}

/* "12 The book" that counts with the pages all through the book, though the
 * pages beside this one have none. */
static void find_counting(struct search *search)
{
	struct row **rows = memory_get((search->rows.count + 1) * sizeof *rows);
	size_t count = 0, end;

	for (size_t i = 0; i < search->rows.count; i++)
		if (search->rows.items[i].has_number &&
		    search->rows.items[i].has_letter &&
		    search->rows.items[i].rank == 0 &&
		    !search->rows.items[i].is_large)
			rows[count++] = &search->rows.items[i];
	qsort(rows, count, sizeof *rows, by_counting);
	for (size_t i = 0; i < count; i = end) {
		for (end = i + 1; end < count &&
				  counts_with(rows[i], rows[end]); end++)
			;
		for (size_t k = i; end - i >= PAGES_MIN && k < end; k++)
			rows[k]->found = true;
	}
	free(rows);
}

static void mark(struct search *search)
{
	struct pages *pages = search->pages;

	for (size_t i = 0; i < search->rows.count; i++) {
		const struct row *row = &search->rows.items[i];
		const struct page *page = &pages->pages.items[row->page];

		for (size_t k = 0; row->found && k < page->word_count; k++) {
			struct page_word *word =
				&pages->words.items[page->first_word + k];

			word->furniture |= touches(row, word);
		}
	}
}

void page_furniture_mark(struct pages *pages)
{
	struct search search = { .pages = pages };

	for (size_t i = 0; i < pages->pages.count; i++) {
		*LIST_ADD(&search.first) = search.rows.count;
		collect_side(&search, i, true);
		collect_side(&search, i, false);
	}
	*LIST_ADD(&search.first) = search.rows.count;
	compare(&search);
	if (rank_anew(&search))
		compare(&search);
	find_places(&search);
	find_numbers(&search);
	find_counting(&search);
	mark(&search);
	LIST_RELEASE(&search.rows);
	LIST_RELEASE(&search.first);
	strbuf_release(&search.key);
	arena_release(&search.arena);
}
