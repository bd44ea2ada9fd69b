#include "page_style.h"

#include "utf8.h"

#include <math.h>

enum {
	PITCHES = 1024,        /* in quarters of a point */
	INDENTS = 128,         /* in points */
	SOME_LEAST = 8, SOME_SHARE = 128, /* where some paragraphs do */
	INDENT_SHARE = 16,     /* of so many lines one begins set in */
	NUMBER = 4,            /* bytes of one that stands before a word */
	NEAR = 64              /* lines beside one that may tell of it */
};

static const float widest_pitch = 3;       /* of the size: double-spaced */
static const float other_size = 1.08f;     /* two sizes are two paragraphs */
static const float indent_least = 0.7f, indent_most = 5; /* of the size */
static const float blank = 0.25f;          /* of the size */
static const float even_end = 1.5f;        /* points */
static const float below_box = 1.1f;       /* of its size: its margin */

static const struct page_line *line_at(const struct page_style *style, size_t i)
{
	return &style->pages->lines.items[i];
}

static const struct page_word *word_at(const struct page_style *style, size_t i)
{
	return &style->pages->words.items[i];
}

/* The bottoms of two lines of one size lie a pitch apart. */
float page_style_distance(const struct page_line *a, const struct page_line *b)
{
	return b->base - a->base;
}

bool page_style_same_size(float a, float b)
{
	return a < b * other_size && b < a * other_size;
}

/* The commonest distance of lines of the body. */
static float usual_pitch(const struct pages *pages)
{
	size_t counts[PITCHES] = { 0 }, best = 0;

	for (size_t f = 0; f < pages->flows.count; f++) {
		const struct flow *flow = &pages->flows.items[f];

		for (size_t i = 1; i < flow->line_count; i++) {
			const struct page_line *line =
				&pages->lines.items[flow->first_line + i];
			float quarters = page_style_distance(line - 1, line) *
					 4;

			if (page_style_same_size(line->size, pages->size) &&
			    page_style_same_size(line[-1].size, pages->size) &&
			    quarters >= 1 && quarters < PITCHES &&
			    quarters < pages->size * widest_pitch * 4)
				counts[(size_t)quarters]++;
		}
	}
	for (size_t i = 1; i < PITCHES; i++)
		if (counts[i] > counts[best])
			best = i;
	return best > 0 ? ((float)best + 0.5f) / 4 : pages->size;
}

bool page_style_is_set_in(const struct flow *flow, const struct page_line *line)
{
	float by = line->box.x0 - flow->left;

	return by > indent_least * line->size && by < indent_most * line->size;
}

/* How far the paragraphs of the body begin set in: what is commonest of lines
 * that stand so between two that do not; *some: of those that do, where few
 * do. 0 where that is rare. */
static float usual_indent(const struct pages *pages, float *some)
{
	size_t counts[INDENTS] = { 0 }, lines = 0, best = 0, best_count;

	for (size_t f = 0; f < pages->flows.count; f++) {
		const struct flow *flow = &pages->flows.items[f];

		for (size_t i = 1; i + 1 < flow->line_count; i++) {
			const struct page_line *line =
				&pages->lines.items[flow->first_line + i];

			if (flow->kind != FLOW_COLUMN ||
			    !page_style_same_size(line->size, pages->size))
				continue;
			/* items that hang are no lines of paragraphs */
			lines += !page_style_is_set_in(flow, line) ||
				 !page_style_is_set_in(flow, line - 1);
			if (page_style_is_set_in(flow, line) &&
			    !page_style_is_set_in(flow, line - 1) &&
			    !page_style_is_set_in(flow, line + 1) &&
			    line->box.x0 - flow->left < INDENTS)
				counts[(size_t)(line->box.x0 - flow->left)]++;
		}
	}
	for (size_t i = 1; i + 1 < INDENTS; i++)
		if (counts[i] + counts[i + 1] >
		    counts[best] + counts[best + 1])
			best = i;
	best_count = counts[best] + counts[best + 1];
	*some = best_count >= SOME_LEAST && best_count * SOME_SHARE > lines
		? (float)best + 1 : 0;
	return best_count * INDENT_SHARE > lines ? (float)best + 1 : 0;
}

bool page_style_may_begin(const struct page_style *style,
			  const struct flow *flow,
			  const struct page_line *line)
{
	const struct page_line *end = line_at(style, flow->first_line) +
				      flow->line_count;

	return style->some_indent > 0 &&
	       fabsf(line->box.x0 - flow->left - style->some_indent) < 1.5f &&
	       line + 1 < end && !page_style_is_set_in(flow, line + 1);
}

static bool is_justified(const struct pages *pages)
{
	size_t lines = 0, even = 0;

	for (size_t f = 0; f < pages->flows.count; f++) {
		const struct flow *flow = &pages->flows.items[f];

		for (size_t i = 0; i < flow->line_count; i++) {
			const struct page_line *line =
				&pages->lines.items[flow->first_line + i];

			if (flow->kind != FLOW_COLUMN ||
			    !page_style_same_size(line->size, pages->size))
				continue;
			lines++;
			even += fabsf(line->box.x1 - flow->right) < even_end;
		}
	}
	return even * 2 > lines;
}

bool page_style_begins_set_in(const struct page_style *style,
			      const struct flow *flow,
			      const struct page_line *line)
{
	return style->indent > 0 &&
	       fabsf(line->box.x0 - flow->left - style->indent) < 1.5f;
}

/* The end of the column, or the box in it that a line runs along. */
static float column_end(const struct page_style *style, const struct flow *flow,
			const struct page_line *line)
{
	const struct pages *pages = style->pages;
	const struct flow *end = pages->flows.items + pages->flows.count;
	float right = flow->right;

	for (const struct flow *at = flow; at < end && at->page == flow->page;
	     at++) {
		for (size_t i = 0; at->kind == FLOW_ASIDE && at != flow &&
				   i < at->line_count && i < NEAR; i++) {
			const struct box *box =
				&line_at(style, at->first_line + i)->box;
			float margin = below_box * (box->y1 - box->y0);

			if (box->x0 > line->box.x0 &&
			    box->y0 < line->box.y1 + line->size &&
			    box->y1 > line->box.y0 - margin)
				right = fminf(right, box->x0 - line->size);
		}
	}
	return right;
}

/* How far a line could have gone: to the end of its column, or, of lines that
 * begin at a place of their own, as far as the longest of them does, if there
 * are any more. */
static float right_of(const struct page_style *style, const struct flow *flow,
		      const struct page_line *line)
{
	const struct page_line *first = line_at(style, flow->first_line);
	const struct page_line *end = first + flow->line_count;
	float right = line->box.x1;
	size_t alike = 0;

	if (line->box.x0 - flow->left < indent_least * line->size ||
	    line < first || line >= end)
		return column_end(style, flow, line);
	if (end > line + NEAR)
		end = line + NEAR;
	if (line > first + NEAR)
		first = line - NEAR;
	for (const struct page_line *at = line;
	     at < end && fabsf(at->box.x0 - line->box.x0) < 1;
	     at++, alike++)
		right = fmaxf(right, at->box.x1);
	for (const struct page_line *at = line;
	     at >= first && fabsf(at->box.x0 - line->box.x0) < 1;
	     at--, alike++)
		right = fmaxf(right, at->box.x1);
	return alike == 2 ? column_end(style, flow, line) : right;
}

/* Whether the first word of the next line had room at the end of this one. */
bool page_style_had_room(const struct page_style *style,
			 const struct flow *flow, const struct page_line *a,
			 const struct page_line *b)
{
	const struct page_word *word = word_at(style, b->first_word);
	float width = word->box.x1 - word->box.x0;

	/* "5 May" is kept together */
	if (word->len <= NUMBER && b->word_count > 1 &&
	    utf8_is_digit((unsigned char)style->pages->text.data[word->text]))
		width = word[1].box.x1 - word->box.x0;

	return a->box.x1 + blank * a->size + width <
	       right_of(style, flow, a) - 0.3f * a->size;
}

/* Of text with even ends, only the last line of a paragraph is short. */
bool page_style_is_short(const struct page_style *style,
			 const struct flow *flow, const struct page_line *line)
{
	return style->justified &&
	       line->box.x1 < right_of(style, flow, line) - even_end;
}

bool page_style_is_centred(const struct flow *flow,
			   const struct page_line *line)
{
	float before = line->box.x0 - flow->left;
	float behind = flow->right - line->box.x1;

	return before > 2 * line->size && fabsf(before - behind) < line->size;
}

/* Whether a box that a column runs around stands between two of its lines. */
bool page_style_has_box_between(const struct page_style *style,
				const struct flow *flow,
				const struct page_line *a,
				const struct page_line *b)
{
	const struct pages *pages = style->pages;
	const struct flow *end = pages->flows.items + pages->flows.count;

	for (const struct flow *at = flow + 1;
	     at < end && at->page == flow->page; at++)
		for (size_t i = 0; at->kind == FLOW_ASIDE &&
				   i < at->line_count && i < NEAR; i++) {
			const struct box *box =
				&line_at(style, at->first_line + i)->box;

			if (box->y0 > a->box.y0 && box->y1 < b->box.y1 &&
			    box->x0 < flow->right && box->x1 > flow->left)
				return true;
		}
	return false;
}

/* Whether a line has wide gaps because it was made as long as its column: the
 * next word had no room. */
bool page_style_is_stretched(const struct page_style *style,
			     const struct flow *flow, size_t at, size_t end)
{
	const struct page_line *line = line_at(style, at);
	float width = 0;

	if (!style->justified || at + 1 == end ||
	    line->box.x1 < flow->right - even_end)
		return false;
	for (size_t i = 0; i <= line->word_count; i++) {
		const struct page_word *word =
			word_at(style, line->first_word + i);

		if (i == line->word_count)
			word = word_at(style, line[1].first_word);
		width += word->box.x1 - word->box.x0 + blank * line->size;
	}
	return width > flow->right - line->box.x0;
}

void page_style_measure(struct page_style *style, const struct pages *pages)
{
	style->pages = pages;
	style->pitch = usual_pitch(pages);
	style->indent = usual_indent(pages, &style->some_indent);
	style->justified = is_justified(pages);
}
