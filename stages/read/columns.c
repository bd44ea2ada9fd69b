#include "pages.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

/* Beside columns 0 to GUTTERS. */
enum { SPAN = GUTTERS + 1, ASIDE, TOP, FOOT, PLACES };
enum {
	BESIDE = 3,           /* lines of a column that may overlap by y */
	NEIGHBOURS = 32,      /* fragments that may */
	PAGE_WORDS = 1 << 14, /* more are no page with columns */
	MARK = 4              /* bytes of a footnote mark */
};

static const float word_gap = 0.6f;    /* of a word's height */
static const float same_line = 0.5f;   /* of the lesser height */
static const float same_line_mark = 0.2f; /* a mark stands higher or lower */
static const float other_size = 1.15f;
static const float initial_size = 1.8f; /* of the body's */

/* Words side by side that no gutter parts. */
struct fragment {
	struct box box;
	size_t first_word, word_count; /* in pages.words as they were */
	float size;           /* of its first word */
	size_t bytes;
	int place;            /* column, SPAN, TOP or FOOT */
	size_t line;          /* of those of its place, from the top */
	bool aside;
};

struct maker {
	struct pages *pages;
	struct gutter (*gutters)[GUTTERS]; /* by page */
	size_t *gutter_counts;
	LIST(struct fragment) fragments;   /* of one page */
	LIST(struct page_word) words;      /* all, by line */
};

static float middle_x(const struct gutter *gutter)
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

static float middle_of(const struct box *box)
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

/* The short last lines of what spans the columns, from the top. */
static void adopt_lines(struct maker *maker)
{
	struct fragment *all = maker->fragments.items, *span = NULL;

	if (maker->fragments.count < 2)
		return;
	qsort(all, maker->fragments.count, sizeof *all, by_height);
	for (size_t i = 0; i < maker->fragments.count; i++) {
		bool alone = i + 1 == maker->fragments.count ||
			     all[i + 1].box.y0 > middle_of(&all[i].box);

		if (span && alone && belongs(span, &all[i]) &&
		    fabsf(span->box.x0 - all[i].box.x0) < all[i].size)
			all[i].place = SPAN;
		if (all[i].place == SPAN)
			span = &all[i];
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
	    !utf8_is_upper(utf8_next(word_text(maker->pages, word), &at)) ||
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

static float overlap(const struct box *a, const struct box *b)
{
	float least = fminf(a->y1 - a->y0, b->y1 - b->y0);

	return (fminf(a->y1, b->y1) - fmaxf(a->y0, b->y0)) / least;
}

static bool on_line(const struct box *line, const struct box *box)
{
	return overlap(line, box) >= same_line;
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
		       (overlap(&last[(lines - back) % BESIDE].box,
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
	}
	if (pages->lines.count > lines_before + 1)
		qsort(pages->lines.items + lines_before,
		      pages->lines.count - lines_before,
		      sizeof *pages->lines.items, by_middle);
}

/* The lines of a page, first..end-1 of pages.lines by place. */
struct lines_of_page {
	size_t first[PLACES + 1];
};

/* Of two sizes side by side in one place, the one that is not the body's is a
 * box that the text runs around, with what stands above and below in it. */
static void find_asides(struct maker *maker)
{
	struct fragment *all = maker->fragments.items;
	size_t count = maker->fragments.count;
	float size = maker->pages->size;

	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count && k < i + NEIGHBOURS &&
				       all[k].place == all[i].place &&
				       all[k].box.y0 < all[i].box.y1; k++) {
			struct fragment *other = &all[k];

			if (!on_line(&all[i].box, &other->box) ||
			    all[i].bytes <= MARK || other->bytes <= MARK ||
			    same_text(&all[i], other) ||
			    all[i].place > SPAN)
				continue;
			if (fabsf(all[i].size - size) < fabsf(other->size - size))
				other->aside = true;
			else
				all[i].aside = true;
		}
	for (size_t i = 0; i < count; i++)
		if (all[i].aside)
			all[i].place = ASIDE;
}

static void lines_by_place(struct maker *maker, struct lines_of_page *lines)
{
	struct fragment *all = maker->fragments.items;
	size_t count = maker->fragments.count, at = 0;

	if (count > 1)
		qsort(all, count, sizeof *all, by_place);
	find_asides(maker);
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
	struct str text = word_text(
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
	struct str next = word_text(maker->pages, &words[b->first_word]);
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
	return line->size > maker->pages->size * other_size &&
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
		span = below(pages, first, span_end, limit);
		add_flow(maker, FLOW_SPAN, page, first, span);
	}
	add_flow(maker, FLOW_ASIDE, page, lines->first[ASIDE],
		 lines->first[ASIDE + 1]);
	add_flow(maker, FLOW_FURNITURE, page, lines->first[FOOT],
		 lines->first[FOOT + 1]);
}

static size_t flow_column(const struct maker *maker, const struct flow *flow)
{
	const struct page_line *line =
		&maker->pages->lines.items[flow->first_line];
	size_t column = 0;

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

/* A column begins where most of its lines do, and ends where its longest do,
 * but for a few that stand out. */
static void column_edges(struct edges *edges, float *left, float *right)
{
	size_t count = edges->left.count, best = 0, run = 0;

	qsort(edges->left.items, count, sizeof(float), by_number);
	qsort(edges->right.items, count, sizeof(float), by_number);
	*left = edges->left.items[0];
	for (size_t i = 0; i < count; i++) {
		run = i > 0 && edges->left.items[i] - edges->left.items[i - 1] <
				1 ? run + 1 : 1;
		if (run > best) {
			best = run;
			*left = edges->left.items[i];
		}
	}
	*right = edges->right.items[count - 1 - count / 32];
	LIST_CLEAR(&edges->left);
	LIST_CLEAR(&edges->right);
}

/* The columns of a page have the width of the widest like them, in a document
 * that has as many on other pages: a last page may hold short lines alone. */
static void set_columns(struct maker *maker)
{
	struct pages *pages = maker->pages;
	float widths[GUTTERS + 1][GUTTERS + 1] = { { 0 } };
	struct edges edges = { 0 };

	for (size_t first = 0; first < pages->flows.count;) {
		uint32_t page = pages->flows.items[first].page;
		size_t end = first, count = maker->gutter_counts[page - 1];

		while (end < pages->flows.count &&
		       pages->flows.items[end].page == page)
			end++;
		for (size_t c = 0; c <= count; c++) {
			float left = 0, right = 0;

			for (size_t i = first; i < end; i++) {
				struct flow *flow = &pages->flows.items[i];

				if (flow->kind == FLOW_COLUMN &&
				    flow_column(maker, flow) == c)
					add_edges(maker, flow, &edges);
			}
			if (edges.left.count == 0)
				continue;
			column_edges(&edges, &left, &right);
			if (right - left > widths[count][c])
				widths[count][c] = right - left;
			for (size_t i = first; i < end; i++) {
				struct flow *flow = &pages->flows.items[i];

				if (flow->kind == FLOW_COLUMN &&
				    flow_column(maker, flow) == c) {
					flow->left = left;
					flow->right = right;
				}
			}
		}
		first = end;
	}
	for (size_t i = 0; i < pages->flows.count; i++) {
		struct flow *flow = &pages->flows.items[i];
		size_t count = maker->gutter_counts[flow->page - 1];

		if (flow->kind == FLOW_COLUMN)
			flow->right = flow->left +
				widths[count][flow_column(maker, flow)];
	}
	LIST_RELEASE(&edges.left);
	LIST_RELEASE(&edges.right);
}

void pages_order(struct pages *pages)
{
	size_t count = pages->pages.count;
	struct maker maker = { .pages = pages };

	maker.gutters = memory_get(count * sizeof *maker.gutters);
	maker.gutter_counts = memory_get(count * sizeof *maker.gutter_counts);
	for (size_t i = 0; i < count; i++) {
		struct lines_of_page lines;
		size_t first = maker.words.count;

		maker.gutter_counts[i] = 0;
		if (pages->pages.items[i].word_count < PAGE_WORDS)
			maker.gutter_counts[i] =
				gutters_find(pages, i, maker.gutters[i]);
		find_fragments(&maker, i);
		lines_by_place(&maker, &lines);
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
