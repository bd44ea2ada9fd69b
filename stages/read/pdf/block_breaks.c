#include "blocks_internal.h"

#include "line_text.h"
#include "utf8.h"

#include <math.h>

enum {
	GROUP_LINES = 16,
	SIZE_WORDS = 2        /* that tell a size of a line */
};

static const float larger = 1.12f;
static const float far_apart = 1.2f;       /* of the usual pitch */
static const float indent_least = 0.7f;    /* of the size */
static const float group_width = 0.92f;    /* of the column's */
static const float same_left = 1.5f;       /* points */
/* of the column's width: at the end of a line within a sentence */
static const float early = 0.25f, early_small = 0.5f;

const struct page_line *block_line(const struct writer *writer, size_t line)
{
	return &writer->pages->lines.items[line];
}

static bool ends_closed(struct str text)
{
	while (text.len > 0) {
		size_t start;
		uint32_t c = utf8_before(text, text.len, &start);

		if (c == '.' || c == '!' || c == '?' || c == 0x2026 ||
		    c == ':' || c == ';')
			return true;
		if (utf8_is_letter(c) || utf8_is_digit(c) || c == ',')
			return false;
		text.len = start;
	}
	return true;
}

bool block_ends_closed(struct writer *writer, const struct page_line *line)
{
	return ends_closed(line_text(writer->pages, line, &writer->line));
}

float block_distance(const struct writer *writer, const struct page_line *a,
		     const struct page_line *b)
{
	float pitch = writer->style.pitch * b->size / writer->pages->size;

	return page_style_distance(a, b) / pitch;
}

bool block_begins_small(const struct writer *writer,
			 const struct page_line *line)
{
	struct str text = line_first_text(writer->pages, line);
	size_t at = 0;

	/* addresses are written so wherever they stand */
	for (size_t i = 0; i + 1 < text.len; i++)
		if (strchr(".@:/", text.data[i]))
			return false;
	return utf8_is_lower(utf8_next(text, &at));
}

/* Whether a line stands further below the one before than lines of one
 * paragraph do. */
static bool is_far(const struct writer *writer, const struct flow *flow,
		   size_t at)
{
	const struct page_line *b = block_line(writer, at);

	return block_distance(writer, b - 1, b) > far_apart &&
	       !page_style_has_box_between(&writer->style, flow, b - 1, b);
}

/* Whether some words of a line are of a size, as most of it may be in small
 * capitals. */
static bool has_size(const struct writer *writer, const struct page_line *line,
		     float size)
{
	size_t words = 0;

	for (size_t i = 0; i < line->word_count; i++) {
		const struct page_word *word =
			&writer->pages->words.items[line->first_word + i];

		words += page_style_same_size(word->box.y1 - word->box.y0,
					      size);
	}
	return words >= SIZE_WORDS;
}

static bool begins_alike(const struct page_line *a, const struct page_line *b)
{
	return fabsf(a->box.x0 - b->box.x0) < same_left;
}

/* Whether line i, which is set in as far as the next one, ends within a
 * sentence although that had room. */
static bool is_listed(struct writer *writer, const struct flow *flow, size_t i)
{
	const struct page_line *line = block_line(writer, i);

	return page_style_had_room(&writer->style, flow, line, line + 1) &&
	       !block_begins_small(writer, line + 1) &&
	       !block_ends_closed(writer, line);
}

/* Whether line `at` stands among lines that begin where it does and of which
 * one is listed: each of them is a paragraph then. */
static bool stands_among_lines(struct writer *writer, const struct flow *flow,
			       size_t at)
{
	size_t end = flow->first_line + flow->line_count, from = at;

	while (from > flow->first_line && from + GROUP_LINES > at &&
	       begins_alike(block_line(writer, from - 1),
			    block_line(writer, at)) &&
	       !is_far(writer, flow, from))
		from--;
	for (; from + 1 < end && from < at + GROUP_LINES; from++) {
		if (!begins_alike(block_line(writer, from + 1),
				  block_line(writer, at)) ||
		    (from >= at && is_far(writer, flow, from + 1)))
			return false;
		if (is_listed(writer, flow, from))
			return true;
	}
	return false;
}

/* Whether line b, set in, begins a paragraph behind line a, which is set in as
 * far: a block may be set in as a whole, of which lines end early or in the
 * middle of a sentence only at its end. */
static bool breaks_block(struct writer *writer, const struct flow *flow,
			 size_t block_start, size_t at)
{
	const struct page_line *a = block_line(writer, at - 1);
	const struct page_line *b = block_line(writer, at);

	if (page_style_had_room(&writer->style, flow, a, b))
		return !block_begins_small(writer, b) ||
		       block_ends_closed(writer, a);
	if (stands_among_lines(writer, flow, at))
		return !block_begins_small(writer, b);
	return at - 1 == block_start && block_ends_closed(writer, a);
}

bool block_goes_on(const struct writer *writer, const struct page_line *a,
		   const struct page_line *b)
{
	const struct page_word *last = &writer->pages->words.items[
		a->first_word + a->word_count - 1];

	return block_begins_small(writer, b) ||
	       str_has_suffix(page_word_text(writer->pages, last), STR(","));
}

/* Whether a line that ends within a sentence had so much room at its end that
 * no paragraph can go on behind it: lines are uneven, and "5 May" or a name are
 * kept together. */
static bool ends_early(const struct writer *writer, const struct flow *flow,
		       const struct page_line *a, const struct page_line *b)
{
	float width = flow->right - flow->left;
	float room = flow->right - a->box.x1;


	return room > (block_goes_on(writer, a, b) ? early_small : early) *
			      width;
}

/* Whether lines stand between two gaps, the first with a number, and all are
 * shorter than the column, as notes are whose parts stand on lines of their
 * own. */
static bool is_numbered_group(const struct writer *writer,
			      const struct flow *flow, size_t first, size_t at)
{
	size_t end = flow->first_line + flow->line_count;
	float right = flow->left + group_width * (flow->right - flow->left);

	if (!line_is_numbered(writer->pages, block_line(writer, first)) ||
	    (first > flow->first_line &&
	     !is_far(writer, flow, first)))
		return false;
	while (at < end && at < first + GROUP_LINES &&
	       !is_far(writer, flow, at) &&
	       !line_is_numbered(writer->pages, block_line(writer, at)))
		at++;
	for (size_t i = first; i < at; i++)
		if (block_line(writer, i)->box.x1 > right)
			return false;
	return at == end || is_far(writer, flow, at);
}

bool block_breaks(struct writer *writer, const struct flow *flow,
		   size_t block_start, size_t at)
{
	const struct page_line *a = block_line(writer, at - 1);
	const struct page_line *b = block_line(writer, at);
	bool is_large = b->size > writer->pages->size * larger;

	if (b->leads || a->leads)
		return true;
	if (is_far(writer, flow, at) ||
	    (!page_style_same_size(a->size, b->size) &&
	     !has_size(writer, a, b->size) && !has_size(writer, b, a->size)))
		return true;
	if (line_is_bullet(writer->pages, b))
		return true;
	if (block_is_labelled(writer, b) &&
	    block_is_labelled(writer, block_line(writer, block_start)) &&
	    begins_alike(block_line(writer, block_start), b))
		return true;
	if (is_numbered_group(writer, flow, block_start, at))
		return false;
	if (is_large ||
	    (page_style_is_centred(flow, a) && page_style_is_centred(flow, b)))
		return false;
	if (page_style_begins_set_in(&writer->style, flow, b))
		return !begins_alike(a, b) ||
		       breaks_block(writer, flow, block_start, at);
	if (page_style_is_set_in(flow, b) && !page_style_is_set_in(flow, a))
		return page_style_had_room(&writer->style, flow, a, b) ||
		       ((line_is_lettered(writer->pages, b) ||
			 (page_style_may_begin(&writer->style, flow, b) &&
			  !line_is_bullet(writer->pages,
					  block_line(writer, block_start)))) &&
			block_ends_closed(writer, a));
	if (line_is_bullet(writer->pages, block_line(writer, block_start)) &&
	    at > block_start + 1 &&
	    b->box.x0 < a->box.x0 - indent_least * a->size)
		return true;
	/* a box is too narrow for the lengths of its lines to tell much */
	if (page_style_is_set_in(flow, a) ||
	    !page_style_had_room(&writer->style, flow, a, b))
		return (page_style_had_room(&writer->style, flow, a, b) ||
			page_style_is_short(&writer->style, flow, a)) &&
		       block_ends_closed(writer, a);
	return flow->kind == FLOW_ASIDE || block_ends_closed(writer, a) ||
	       ends_early(writer, flow, a, b);
}
