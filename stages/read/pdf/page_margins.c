#include "page_margins.h"

#include "utf8.h"

#include <math.h>
#include <stdlib.h>

enum {
	SIDES = 2,            /* left and right pages */
	POINTS = 2048,
	NEAR = 2,             /* pages: left and right ones may differ */
	LEFT_SHARE = 20,      /* of so many lines one begins at an edge */
	RIGHT_SHARE = 6,      /* of so many lines one may go beyond it */
	LINES_MIN = 80,       /* of a side, that tell its edges */
	TAB_CHARS = 3,
	PAGE_MARGIN_WORDS = 64
};

static const float far = 1.5f;         /* of the size: in a line of text */
static const float apart = 0.5f;       /* of the size: from the text */
static const float same_place = 3;     /* points, from page to page */
static const float upright = 2;        /* times as high as wide */

struct edges { float left, right; };

/* The words of the margins, by page. */
struct margins {
	struct pages *pages;
	struct edges edges[SIDES];
	LIST(size_t) words;
	LIST(size_t) first;   /* of each page; one more at the end */
};

static size_t point_of(float x)
{
	return x < 0 ? 0 : x < POINTS - 1 ? (size_t)x : POINTS - 1;
}

/* Where the source's lines begin and end, of pages of one side. */
static size_t count_ends(const struct pages *pages, size_t side, size_t *begins,
			 size_t *ends)
{
	size_t lines = 0;

	for (size_t i = side; i < pages->pages.count; i += SIDES) {
		const struct page *page = &pages->pages.items[i];

		for (size_t k = 0; k < page->word_count; k++) {
			const struct page_word *word =
				&pages->words.items[page->first_word + k];
			bool first = k == 0 || word->group != word[-1].group;

			if (first && k > 0)
				ends[point_of(word[-1].box.x1)]++;
			begins[point_of(word->box.x0)] += first;
			lines += first;
		}
	}
	return lines;
}

/* A few lines make no edge: then the page has no margins. */
static struct edges find_edges(const struct pages *pages, size_t side)
{
	size_t *begins = memory_get(2 * POINTS * sizeof *begins);
	size_t *ends = begins + POINTS, lines, left = 0, right = POINTS, out;
	struct edges edges = { 0, POINTS };

	memset(begins, 0, 2 * POINTS * sizeof *begins);
	lines = count_ends(pages, side, begins, ends);
	while (left + 1 < POINTS &&
	       (begins[left] + begins[left + 1]) * LEFT_SHARE < lines)
		left++;
	for (out = 0; right > 0 && out * RIGHT_SHARE < lines; )
		out += ends[--right];
	if (lines >= LINES_MIN && left + 1 < POINTS)
		edges = (struct edges){ (float)left, (float)right };
	free(begins);
	return edges;
}

static bool is_in_margin(const struct margins *margins, size_t page,
			 const struct page_word *word)
{
	const struct edges *edges = &margins->edges[page % SIDES];
	float gap = apart * margins->pages->size;

	return word->box.x1 < edges->left - gap ||
	       word->box.x0 > edges->right + gap;
}

/* The end of the words of one line of the source, or of a part of it before a
 * wide gap; *in_margin: all are in a
 * margin, as none of a line that is longer than most. */
static size_t line_end(const struct margins *margins, size_t page, size_t first,
		       bool *in_margin)
{
	const struct page *one = &margins->pages->pages.items[page];
	const struct page_word *words = margins->pages->words.items;
	size_t end = first;

	*in_margin = true;
	while (end < one->first_word + one->word_count &&
	       words[end].group == words[first].group &&
	       (end == first || words[end].box.x0 - words[end - 1].box.x1 <
					far * margins->pages->size))
		*in_margin &= is_in_margin(margins, page, &words[end++]);
	return end;
}

static void collect(struct margins *margins)
{
	const struct pages *pages = margins->pages;

	for (size_t i = 0; i < pages->pages.count; i++) {
		const struct page *page = &pages->pages.items[i];
		size_t end = page->first_word + page->word_count;
		size_t first = margins->words.count;

		*LIST_ADD(&margins->first) = first;
		for (size_t k = page->first_word, behind; k < end; k = behind) {
			bool in_margin;

			behind = line_end(margins, i, k, &in_margin);
			for (; in_margin && k < behind &&
			       margins->words.count < first + PAGE_MARGIN_WORDS;
			     k++)
				*LIST_ADD(&margins->words) = k;
		}
	}
	*LIST_ADD(&margins->first) = margins->words.count;
}

/* Letters and digits alone: a hanging bullet, "(a)" or "1." is of the text. */
static bool is_plain(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (!utf8_is_letter(c) && !utf8_is_digit(c))
			return false;
	}
	return true;
}

static bool is_tab(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (!utf8_is_upper(utf8_next(text, &at)))
			return false;
	return utf8_chars(text) <= TAB_CHARS;
}

static bool is_upright(const struct page_word *word, struct str text)
{
	return utf8_chars(text) >= TAB_CHARS &&
	       word->box.y1 - word->box.y0 >
		       upright * (word->box.x1 - word->box.x0);
}

/* Whether the margin of a page has a word at the same height. */
static bool has(const struct margins *margins, size_t page,
		const struct page_word *word)
{
	const struct pages *pages = margins->pages;

	for (size_t i = margins->first.items[page];
	     i < margins->first.items[page + 1]; i++) {
		const struct page_word *other =
			&pages->words.items[margins->words.items[i]];

		if (fabsf(other->box.y0 - word->box.y0) < same_place &&
		    str_equal(page_word_text(pages, other),
			      page_word_text(pages, word)))
			return true;
	}
	return false;
}

static bool is_near(const struct margins *margins, size_t page,
		    const struct page_word *word)
{
	size_t last = page + NEAR < margins->pages->pages.count
			      ? page + NEAR : margins->pages->pages.count - 1;

	for (size_t i = page > NEAR ? page - NEAR : 0; i <= last; i++)
		if (i != page && has(margins, i, word))
			return true;
	return false;
}

void page_margins_mark(struct pages *pages)
{
	struct margins margins = { .pages = pages };

	for (size_t side = 0; side < SIDES; side++)
		margins.edges[side] = find_edges(pages, side);
	collect(&margins);
	for (size_t i = 0; i < pages->pages.count; i++)
		for (size_t k = margins.first.items[i];
		     k < margins.first.items[i + 1]; k++) {
			struct page_word *word =
				&pages->words.items[margins.words.items[k]];
			struct str text = page_word_text(pages, word);

			word->furniture |= is_tab(text) ||
					   is_upright(word, text) ||
					   (is_plain(text) &&
					    is_near(&margins, i, word));
		}
	LIST_RELEASE(&margins.words);
	LIST_RELEASE(&margins.first);
}
