#include "columns.h"

#include "columns_internal.h"
#include "gutter_trim.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

enum {
	SAMPLE_PAGES = 200,            /* that tell the usual gutters */
	FULL_LINES = 20,               /* that tell the width of a column */
	SPAN_SLOT = GUTTERS + 1, SLOTS /* beside columns 0 to GUTTERS */
};

static const float larger = 1.15f;     /* than the body: no text of it */
static const float filled = 0.8f;      /* of a column, by most of its lines */
static const float same_gutter = 6;    /* points, from page to page */

static void add_flow(struct maker *maker, enum flow_kind kind, size_t page,
		     size_t first, size_t end)
{
	if (first == end)
		return;
	*LIST_ADD(&maker->pages->flows) = (struct flow){
		.kind = kind, .first_line = first, .line_count = end - first,
		.page = (uint32_t)page + 1
	};
}

/* The first line from `at` on that stands below y. */
static size_t below(const struct pages *pages, size_t at, size_t end, float y)
{
	while (at < end && middle_of(&pages->lines.items[at].box) < y)
		at++;
	return at;
}

/* Whether text of a column stands beside a line that spans. */
static bool is_beside(const struct pages *pages,
		      const struct lines_of_page *lines, size_t columns,
		      const struct page_line *span)
{
	for (size_t i = lines->first[0]; i < lines->first[columns]; i++)
		if (on_line(&pages->lines.items[i].box, &span->box))
			return true;
	return false;
}

static bool is_closed(const struct maker *maker, const struct page_line *line)
{
	struct str text = page_word_text(
		maker->pages, &maker->words.items[line->first_word +
						  line->word_count - 1]);

	while (text.len > 0) {
		size_t start;
		uint32_t c = utf8_before(text, text.len, &start);

		if (c < 0x80 && strchr(".!?", (int)c))
			return true;
		if (utf8_is_letter(c) || utf8_is_digit(c) || c == ',')
			return false;
		text.len = start;
	}
	return false;
}

/* How well a line goes on in another: a sentence that is open wants a small
 * letter, one that is closed none. */
static int goes_on(const struct maker *maker, const struct page_line *a,
		   const struct page_line *b)
{
	const struct page_word *words = maker->words.items;
	struct str next = page_word_text(maker->pages, &words[b->first_word]);
	size_t at = 0;
	bool small = utf8_is_lower(utf8_next(next, &at));

	if (is_closed(maker, a))
		return small ? -1 : 0;
	return small ? 1 : -1;
}

/* Whether lines in larger letters, from one of them on, end as a sentence
 * does, which headings seldom do. */
static bool is_sentence(const struct maker *maker,
			const struct page_line *line,
			const struct page_line *end)
{
	const struct page_line *last = line;

	while (last + 1 < end && fabsf(last[1].size - line->size) < 0.3f)
		last++;
	return line->size > maker->pages->size * larger &&
	       is_closed(maker, last);
}

/* Whether lines that span the columns stand in their way only, as a pull quote
 * does: each column reads on below them better than they read as two zones,
 * the last column above and the first below. */
static bool stands_in_way(const struct maker *maker,
			  const struct lines_of_page *lines, size_t columns,
			  const struct page_line *span)
{
	const struct page_line *all = maker->pages->lines.items;
	const struct page_line *spans_end = all + lines->first[SPAN + 1];
	const struct page_line *above = NULL, *first_below = NULL;
	int across = 0, down = 0;

	for (size_t c = 0; c < columns; c++) {
		size_t at = below(maker->pages, lines->first[c],
				  lines->first[c + 1], span->base);

		if (at == lines->first[c] || at == lines->first[c + 1])
			return false;
		down += goes_on(maker, &all[at - 1], &all[at]);
		if (above)
			across += goes_on(maker, above, &all[lines->first[c]]);
		else
			first_below = &all[at];
		above = &all[at - 1];
	}
	if (columns < 2)
		return false;
	across += goes_on(maker, above, first_below);
	return down == across ? is_sentence(maker, span, spans_end)
			      : down > across;
}

/* Zones from top to bottom: columns down to the next lines that span them and
 * have nothing beside them, then these lines. Those that text runs around come
 * behind it all. */
static void order_page(struct maker *maker, size_t page,
		       const struct lines_of_page *lines)
{
	struct pages *pages = maker->pages;
	size_t columns = maker->gutter_counts[page] + 1, at[GUTTERS + 1];
	size_t span = lines->first[SPAN], span_end = lines->first[SPAN + 1];

	add_flow(maker, FLOW_FURNITURE, page, lines->first[TOP],
		 lines->first[TOP + 1]);
	for (size_t i = 0; i < columns; i++)
		at[i] = lines->first[i];
	while (true) {
		size_t first = span;
		float limit = INFINITY;

		while (first < span_end &&
		       (is_beside(pages, lines, columns,
				  &pages->lines.items[first]) ||
			stands_in_way(maker, lines, columns,
				      &pages->lines.items[first])))
			first++;
		if (first < span_end)
			limit = pages->lines.items[first].base;
		for (size_t i = 0; i < columns; i++) {
			size_t end = below(pages, at[i], lines->first[i + 1],
					   limit);

			add_flow(maker, FLOW_COLUMN, page, at[i], end);
			at[i] = end;
		}
		add_flow(maker, FLOW_ASIDE, page, span, first);
		if (first == span_end)
			break;
		limit = INFINITY;
		for (size_t i = 0; i < columns; i++)
			if (at[i] < lines->first[i + 1])
				limit = fminf(limit, middle_of(
					&pages->lines.items[at[i]].box));
		span = below(pages, first + 1, span_end, limit);
		add_flow(maker, FLOW_SPAN, page, first, span);
	}
	add_flow(maker, FLOW_ASIDE, page, lines->first[ASIDE],
		 lines->first[ASIDE + 1]);
	add_flow(maker, FLOW_FURNITURE, page, lines->first[FOOT],
		 lines->first[FOOT + 1]);
}

/* Where the lines of a flow have their edges: in a column, or in what spans the
 * columns; SLOTS for what stands beside the text. */
static size_t flow_slot(const struct maker *maker, const struct flow *flow)
{
	const struct page_line *line =
		&maker->pages->lines.items[flow->first_line];
	size_t column = 0;

	if (flow->kind != FLOW_COLUMN)
		return flow->kind == FLOW_SPAN ? SPAN_SLOT : SLOTS;
	for (size_t i = 0; i < maker->gutter_counts[flow->page - 1]; i++)
		if (line->box.x0 >=
		    middle_x(&maker->gutters[flow->page - 1][i]))
			column = i + 1;
	return column;
}

static int by_number(const void *a, const void *b)
{
	float one = *(const float *)a, other = *(const float *)b;

	return one < other ? -1 : one > other;
}

struct edges { LIST(float) left, right; };

static void add_edges(struct maker *maker, const struct flow *flow,
		      struct edges *edges)
{
	const struct pages *pages = maker->pages;

	for (size_t i = 0; i < flow->line_count; i++) {
		const struct page_line *line =
			&pages->lines.items[flow->first_line + i];

		*LIST_ADD(&edges->left) = line->box.x0;
		*LIST_ADD(&edges->right) = line->box.x1;
	}
}

/* A column begins where most of its lines do, or half as many further left, as
 * blocks may be set in as a whole; it ends where its longest do,
 * but for a few that stand out. Whether it is filled: most lines go far, as
 * those of running text do. */
static bool column_edges(struct edges *edges, float *left, float *right)
{
	size_t count = edges->left.count, best = 0, run = 0;
	float middle;

	qsort(edges->left.items, count, sizeof(float), by_number);
	qsort(edges->right.items, count, sizeof(float), by_number);
	*left = edges->left.items[0];
	for (size_t i = 0; i < count; i++) {
		run = i > 0 && edges->left.items[i] - edges->left.items[i - 1] <
				1 ? run + 1 : 1;
		best = run > best ? run : best;
	}
	for (size_t i = 0; i < count; i++) {
		run = i > 0 && edges->left.items[i] - edges->left.items[i - 1] <
				1 ? run + 1 : 1;
		if (2 * run >= best) {
			*left = edges->left.items[i];
			break;
		}
	}
	*right = edges->right.items[count - 1 - count / 32];
	middle = edges->right.items[count / 2];
	LIST_CLEAR(&edges->left);
	LIST_CLEAR(&edges->right);
	return count >= FULL_LINES &&
	       middle - *left > filled * (*right - *left);
}

/* The columns of a page in one slot, or what spans them. */
struct measure {
	size_t gutters, slot; /* of pages with as many gutters */
	float width;
	size_t lines;
	bool filled;
};

/* The edges of the lines in a slot of the flows first..end-1, which are of one
 * page, become those of the flows. */
static void set_edges(struct maker *maker, size_t first, size_t end,
		      struct edges *edges, struct measure *measure)
{
	struct flow *flows = maker->pages->flows.items;
	float left, right;

	for (size_t i = first; i < end; i++)
		if (flow_slot(maker, &flows[i]) == measure->slot)
			add_edges(maker, &flows[i], edges);
	measure->lines = edges->left.count;
	if (measure->lines == 0)
		return;
	measure->filled = column_edges(edges, &left, &right);
	for (size_t i = first; i < end; i++)
		if (flow_slot(maker, &flows[i]) == measure->slot) {
			flows[i].left = left;
			flows[i].right = right;
			flows[i].filled = measure->filled;
		}
	measure->width = right - left;
}

static int by_width(const void *a, const void *b)
{
	const struct measure *one = a, *other = b;

	if (one->gutters != other->gutters)
		return one->gutters < other->gutters ? -1 : 1;
	if (one->slot != other->slot)
		return one->slot < other->slot ? -1 : 1;
	return one->width < other->width ? -1 : one->width > other->width;
}

/* The width of the page that the middle one of all lines stands on, of pages by
 * width: those with few lines, short ones mostly, weigh little. */
static float usual_width(const struct measure *first, const struct measure *end)
{
	size_t lines = 0, below = 0;

	for (const struct measure *at = first; at < end; at++)
		lines += at->lines;
	for (const struct measure *at = first; at < end; at++) {
		below += at->lines;
		if (below * 2 >= lines)
			return at->width;
	}
	return 0;
}

typedef LIST(struct measure) measure_list;

/* Set the edges page by page, and tell the measures, by width. */
static void measure_columns(struct maker *maker, measure_list *measures)
{
	const struct pages *pages = maker->pages;
	struct edges edges = { 0 };

	for (size_t first = 0, end; first < pages->flows.count; first = end) {
		uint32_t page = pages->flows.items[first].page;

		for (end = first; end < pages->flows.count &&
				  pages->flows.items[end].page == page;)
			end++;
		for (size_t slot = 0; slot < SLOTS; slot++) {
			struct measure one = {
				.gutters = maker->gutter_counts[page - 1],
				.slot = slot
			};

			set_edges(maker, first, end, &edges, &one);
			if (one.lines > 0)
				*LIST_ADD(measures) = one;
		}
	}
	if (measures->count > 1)
		qsort(measures->items, measures->count, sizeof *measures->items,
		      by_width);
	LIST_RELEASE(&edges.left);
	LIST_RELEASE(&edges.right);
}

/* The columns of a page, and what spans them, are as wide as most like them, in
 * a document that has as many on other pages, unless its own lines are longer
 * or fill a column of their own: a last page may hold short lines alone. */
static void set_columns(struct maker *maker)
{
	struct pages *pages = maker->pages;
	measure_list measures = { 0 };
	float widths[GUTTERS + 1][SLOTS] = { { 0 } };

	measure_columns(maker, &measures);
	for (size_t first = 0, end; first < measures.count; first = end) {
		const struct measure *one = &measures.items[first];

		for (end = first; end < measures.count &&
				  measures.items[end].gutters == one->gutters &&
				  measures.items[end].slot == one->slot;)
			end++;
		widths[one->gutters][one->slot] =
			usual_width(one, measures.items + end);
	}
	LIST_RELEASE(&measures);
	for (size_t i = 0; i < pages->flows.count; i++) {
		struct flow *flow = &pages->flows.items[i];
		size_t slot = flow_slot(maker, flow);
		size_t count = maker->gutter_counts[flow->page - 1];

		if (slot < SLOTS && !flow->filled)
			flow->right = fmaxf(flow->right,
					    flow->left + widths[count][slot]);
	}
}

static bool same_gutters(const struct maker *maker, size_t a, size_t b)
{
	if (maker->gutter_counts[a] != maker->gutter_counts[b])
		return false;
	for (size_t i = 0; i < maker->gutter_counts[a]; i++)
		if (fabsf(middle_x(&maker->gutters[a][i]) -
			  middle_x(&maker->gutters[b][i])) > same_gutter)
			return false;
	return true;
}

/* The page whose gutters most of some pages spread over the document have. */
static size_t usual_page(const struct maker *maker)
{
	size_t pages = maker->pages->pages.count, best = 0, usual = 0;
	size_t step = pages / SAMPLE_PAGES + 1;

	for (size_t a = 0; a < pages; a += step) {
		size_t same = 0;

		for (size_t b = 0; b < pages && maker->gutter_counts[a] > 0;
		     b += step)
			same += same_gutters(maker, a, b);
		if (same > best) {
			best = same;
			usual = a;
		}
	}
	return usual;
}

static void find_gutters(struct maker *maker)
{
	struct pages *pages = maker->pages;
	size_t usual;

	for (size_t i = 0; i < pages->pages.count; i++) {
		maker->gutter_counts[i] = 0;
		if (pages->pages.items[i].word_count < PAGE_WORDS)
			maker->gutter_counts[i] =
				gutters_find(pages, i, maker->gutters[i]);
		if (maker->gutter_counts[i] == 1 &&
		    gutters_part_cells(pages, i, maker->gutters[i]))
			maker->gutter_counts[i] = 0;
	}
	usual = usual_page(maker);
	for (size_t i = 0; i < pages->pages.count; i++) {
		struct gutter adopted[GUTTERS];
		size_t count = 0;

		if (maker->gutter_counts[i] < maker->gutter_counts[usual] &&
		    pages->pages.items[i].word_count < PAGE_WORDS)
			count = gutters_adopt(pages, i, maker->gutters[usual],
					      maker->gutter_counts[usual],
					      adopted);
		if (count > maker->gutter_counts[i]) {
			memcpy(maker->gutters[i], adopted, sizeof adopted);
			maker->gutter_counts[i] = count;
		}
	}
}

void columns_order(struct pages *pages)
{
	size_t count = pages->pages.count;
	struct maker maker = { .pages = pages };

	maker.gutters = memory_get(count * sizeof *maker.gutters);
	maker.gutter_counts = memory_get(count * sizeof *maker.gutter_counts);
	find_gutters(&maker);
	for (size_t i = 0; i < count; i++) {
		struct lines_of_page lines;
		size_t first = maker.words.count;

		lines_by_place(&maker, i, &lines);
		order_page(&maker, i, &lines);
		pages->pages.items[i].first_word = first;
	}
	set_columns(&maker);
	list_free(pages->words.items);
	pages->words.items = maker.words.items;
	pages->words.count = maker.words.count;
	pages->words.capacity = maker.words.capacity;
	LIST_RELEASE(&maker.fragments);
	free(maker.gutters);
	free(maker.gutter_counts);
}
