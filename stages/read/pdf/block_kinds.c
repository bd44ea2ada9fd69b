#include "blocks_internal.h"

#include "line_text.h"
#include "utf8.h"

#include <math.h>

enum {
	HEADING_BYTES = 400,
	HEADING_LINES = 2,    /* of the size of the body */
	HEADINGS = 6,         /* above each other */
	HEADING_WORDS = 5,    /* without a gap before */
	TEXT_WORDS = 6,       /* that text behind a heading has, or more */
	LIST_LINES = 3,       /* of one of its blocks */
	LIST_BLOCKS = 3,      /* or LIST_CERTAIN, where the ends or labels are
	                         alike */
	LIST_CERTAIN = 2,
	LABEL_WORDS = 6
};

static const float larger = 1.12f, smaller = 0.93f, title = 1.6f;
static const float smallest = 0.9f;    /* of headings, and lines of lists */
static const float list_size = 1.03f;  /* two sizes are no list */
static const float list_apart = 1.6f;  /* of the pitch, between its blocks */
static const float heading_apart = 1.25f; /* of the pitch, before one */
static const float item_size = 0.02f;  /* of the size: other letters */
static const float nearer = 1.15f;     /* to its text than to what is above */
static const float heading_size = 1.05f;  /* of the text behind it */
static const float heading_width = 0.85f, heading_short = 0.5f; /* of the
	column's: with a gap before it, and without */
static const float same_left = 1.5f;   /* points */

static size_t block_bytes(const struct writer *writer,
			  const struct block *block)
{
	size_t bytes = 0;

	for (size_t i = block->first; i < block->end; i++)
		for (size_t k = 0; k < block_line(writer, i)->word_count; k++)
			bytes += writer->pages->words.items[
				block_line(writer, i)->first_word + k].len + 1;
	return bytes;
}

static bool is_quoted(const struct writer *writer, const struct block *block)
{
	static const char *const marks[] = { "“", "«", "„", "\"" };
	struct str text = line_first_text(writer->pages,
					  block_line(writer, block->first));

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_has_prefix(text, str_of(marks[i])))
			return true;
	return false;
}

/* Whether a block stands in a text that is not at its end: one that goes on
 * with a small letter, or a quotation in a sentence, as no heading is. */
static bool interrupts(const struct writer *writer, const struct block *block,
		       const struct page_line *next)
{
	return writer->open && next &&
	       (is_quoted(writer, block) || block_begins_small(writer, next));
}

/* "(Applause)": what happened, in a report of what was said. */
static bool is_bracketed(const struct writer *writer, const struct block *block)
{
	const struct page_line *last = block_line(writer, block->end - 1);
	struct str first = line_first_text(writer->pages,
					   block_line(writer, block->first));
	struct str end = page_word_text(
		writer->pages, &writer->pages->words.items[
			last->first_word + last->word_count - 1]);

	return (first.data[0] == '(' || first.data[0] == '[') &&
	       (str_has_suffix(end, STR(")")) || str_has_suffix(end, STR("]")));
}

/* A line or two in the middle of the column, without the end of a sentence and
 * with nothing that goes on with it. */
static bool is_centred_heading(struct writer *writer, const struct flow *flow,
			       const struct block *block,
			       const struct page_line *next)
{
	if (block->end - block->first > HEADING_LINES ||
	    (next && block_begins_small(writer, next)))
		return false;
	for (size_t i = block->first; i < block->end; i++)
		if (!page_style_is_centred(flow, block_line(writer, i)))
			return false;
	return !is_bracketed(writer, block) &&
	       !block_ends_closed(writer, block_line(writer, block->end - 1));
}

static size_t word_count(const struct writer *writer, const struct block *block)
{
	size_t words = 0;

	for (size_t i = block->first; i < block->end; i++)
		words += block_line(writer, i)->word_count;
	return words;
}

static bool is_item(const struct writer *writer, const struct block *block)
{
	const struct page_line *line = block_line(writer, block->first);

	return line_is_bullet(writer->pages, line) ||
	       line_is_numbered(writer->pages, line);
}

static bool is_plain(const struct block *block)
{
	return !block->is_table && !block->leads;
}

/* Of the body's letters, or nearly. */
static bool is_body(const struct writer *writer, const struct block *block)
{
	float size = block_line(writer, block->first)->size;

	return is_plain(block) && size > writer->pages->size * smallest &&
	       size < writer->pages->size * larger;
}

static bool is_open(struct writer *writer, const struct block *block)
{
	return !block_ends_closed(writer, block_line(writer, block->end - 1));
}

static bool begins_small(const struct writer *writer, const struct block *block)
{
	return block_begins_small(writer, block_line(writer, block->first));
}

/* Whether text stands behind a heading: lines of it, or a sentence, or an
 * item. */
static bool is_text(struct writer *writer, const struct block *block)
{
	return is_plain(block) && !block->in_list &&
	       (block->end - block->first > HEADING_LINES ||
		is_item(writer, block) ||
		(word_count(writer, block) >= TEXT_WORDS &&
		 !is_open(writer, block)));
}

/* Whether a gap lies before a block, or none is there. */
static bool stands_apart(const struct writer *writer, size_t index)
{
	const struct page_line *line;

	if (index >= writer->blocks.count)
		return true;
	line = block_line(writer, writer->blocks.items[index].first);
	return block_distance(writer, line - 1, line) > heading_apart;
}

/* Whether text stands behind a block, or headings and then text: a few words
 * each, or set apart. */
static bool heads_text(struct writer *writer, size_t index)
{
	for (size_t i = index + 1; i < writer->blocks.count &&
				   i <= index + HEADINGS; i++) {
		const struct block *next = &writer->blocks.items[i];

		if (is_text(writer, next) ||
		    (i + 1 == writer->blocks.count && is_plain(next) &&
		     word_count(writer, next) >= TEXT_WORDS))
			return true;
		if (!is_plain(next) || next->in_list ||
		    next->end > next->first + HEADING_LINES ||
		    !is_open(writer, next) || begins_small(writer, next) ||
		    (word_count(writer, next) > HEADING_WORDS &&
		     !stands_apart(writer, i)))
			return false;
	}
	return index + 1 == writer->blocks.count; /* in the next column */
}

/* Whether a block ends where text may end: a sentence, a heading, or an item in
 * other letters or set in further than what stands behind it. */
static bool ends_text(struct writer *writer, const struct block *block)
{
	const struct page_line *last = block_line(writer, block->end - 1);

	return block->kind == PARAGRAPH_HEADING || !is_open(writer, block) ||
	       (block->kind == PARAGRAPH_ITEM &&
		(last->box.x0 > last[1].box.x0 + same_left ||
		 fabsf(last->size - last[1].size) > item_size * last->size));
}

/* Whether a line that is not set in stands behind a gap and in front of one that
 * is, as first lines of paragraphs are. */
static bool heads_indented(const struct writer *writer, const struct flow *flow,
			   size_t index)
{
	const struct block *block = &writer->blocks.items[index];
	const struct page_line *line = block_line(writer, block->first);

	return index + 1 < writer->blocks.count &&
	       !page_style_begins_set_in(&writer->style, flow, line) &&
	       page_style_begins_set_in(&writer->style, flow,
					block_line(writer, block->end)) &&
	       (index == 0 ||
		block_distance(writer, line - 1, line) > heading_apart);
}

/* Whether a block is set apart as a heading is: by a gap before it, or in
 * larger letters than the text behind it, or as a few words alone between
 * sentences. */
static bool is_set_apart(struct writer *writer, const struct flow *flow,
			 size_t index)
{
	const struct block *block = &writer->blocks.items[index];
	const struct page_line *line = block_line(writer, block->first);
	const struct page_line *last = block_line(writer, block->end - 1);
	float width = flow->right - flow->left, before;
	float share = (last->box.x1 - flow->left) / width;

	if (index + 1 < writer->blocks.count &&
	    line->size > block_line(writer, block->end)->size * heading_size)
		return true;
	if (heads_indented(writer, flow, index))
		return true;
	if (share > heading_width)
		return false;
	if (index == 0) /* it may be of a list that a column's end has cut */
		return !writer->in_list || !stands_apart(writer, 1);
	before = block_distance(writer, line - 1, line);
	if (before > heading_apart && index + 1 == writer->blocks.count)
		return true;
	if (before > heading_apart &&
	    before > nearer * block_distance(writer, last, last + 1))
		return true;
	return index + 1 < writer->blocks.count && share < heading_short &&
	       block->end == block->first + 1 &&
	       last->word_count <= HEADING_WORDS &&
	       ends_text(writer, block - 1);
}

/* A heading in letters of the body's size: short, no sentence, set apart, with
 * text behind it. */
static bool is_plain_heading(struct writer *writer, const struct flow *flow,
			     size_t index, const struct page_line *next)
{
	const struct block *block = &writer->blocks.items[index];

	return flow->kind != FLOW_ASIDE && is_body(writer, block) &&
	       !block_is_labelled(writer, block_line(writer, block->first)) &&
	       next && !block->in_list &&
	       block->end - block->first <= HEADING_LINES &&
	       is_open(writer, block) && !begins_small(writer, block) &&
	       !is_bracketed(writer, block) &&
	       !block_begins_small(writer, next) && heads_text(writer, index) &&
	       is_set_apart(writer, flow, index);
}

enum paragraph_kind block_kind(struct writer *writer, const struct flow *flow,
			       size_t index, const struct page_line *next)
{
	const struct block *block = &writer->blocks.items[index];
	const struct page_line *line = block_line(writer, block->first);

	if (flow->kind == FLOW_FURNITURE)
		return PARAGRAPH_FURNITURE;
	if (is_item(writer, block))
		return PARAGRAPH_ITEM;
	if (block->in_list)
		return PARAGRAPH_TEXT;
	if (line->size > writer->pages->size * smaller &&
	    is_centred_heading(writer, flow, block, next))
		return PARAGRAPH_HEADING;
	if (is_plain_heading(writer, flow, index, next))
		return PARAGRAPH_HEADING;
	if (line->size < writer->pages->size * smaller &&
	    interrupts(writer, block, next))
		return PARAGRAPH_CAPTION;
	if (line->size < writer->pages->size * larger ||
	    block_bytes(writer, block) > HEADING_BYTES)
		return PARAGRAPH_TEXT;
	if (flow->page == 1 && line->size > writer->pages->size * title)
		return PARAGRAPH_TITLE;
	return flow->kind == FLOW_ASIDE || interrupts(writer, block, next)
		? PARAGRAPH_PULLQUOTE : PARAGRAPH_HEADING;
}

/* "(EUR 57/001/2012)" */
static bool ends_bracketed(const struct writer *writer,
			   const struct block *block)
{
	const struct page_line *line = block_line(writer, block->end - 1);
	struct str text = page_word_text(
		writer->pages, &writer->pages->words.items[
			line->first_word + line->word_count - 1]);

	return str_has_suffix(text, STR(")"));
}

/* "Head of government: …" */
bool block_is_labelled(const struct writer *writer,
		       const struct page_line *line)
{
	for (size_t i = 0; i + 1 < line->word_count && i < LABEL_WORDS; i++) {
		struct str text = page_word_text(
			writer->pages,
			&writer->pages->words.items[line->first_word + i]);

		if (str_has_suffix(text, STR(":")))
			return i == 0 || !block_begins_small(writer, line);
		if (strchr(".,;", text.data[text.len - 1]))
			return false;
	}
	return false;
}

/* A block that may be one of a list: a line or a few, that end within a
 * sentence. */
static bool is_listed(struct writer *writer, const struct flow *flow,
		      size_t index)
{
	const struct block *block = &writer->blocks.items[index];
	const struct page_line *last = block_line(writer, block->end - 1);

	/* the end of a page cuts text */
	if (index + 1 == writer->blocks.count &&
	    last->box.x1 - flow->left >
		    heading_width * (flow->right - flow->left))
		return false;
	return is_body(writer, block) && !is_item(writer, block) &&
	       block->end - block->first <= LIST_LINES &&
	       is_open(writer, block) && !begins_small(writer, block);
}

static bool are_near(const struct writer *writer, const struct block *a,
		     const struct block *b)
{
	const struct page_line *one = block_line(writer, a->first);
	const struct page_line *other = block_line(writer, b->first);

	return fabsf(one->box.x0 - other->box.x0) < same_left &&
	       one->size < other->size * list_size &&
	       other->size < one->size * list_size &&
	       block_distance(writer, other - 1, other) < list_apart;
}

static void see_list(struct writer *writer, size_t first, size_t end)
{
	struct block *blocks = writer->blocks.items;
	size_t lines = 0, alike = 0, labelled = 0, count = end - first;

	for (size_t i = first; i < end; i++) {
		bool label = block_is_labelled(
			writer, block_line(writer, blocks[i].first));

		lines += blocks[i].end - blocks[i].first;
		labelled += label;
		alike += label || ends_bracketed(writer, &blocks[i]);
	}
	for (size_t i = first; i < end; i++)
		blocks[i].in_list =
			(labelled == count && stands_apart(writer, end)) ||
			(count >= LIST_BLOCKS && lines < 2 * count) ||
			(count > LIST_BLOCKS && lines == 2 * count) ||
			(count >= LIST_CERTAIN && alike == count);
}

void block_lists_find(struct writer *writer, const struct flow *flow)
{
	const struct block *blocks = writer->blocks.items;

	for (size_t first = 0, end; first < writer->blocks.count; first = end) {
		end = first + 1;
		if (!is_listed(writer, flow, first))
			continue;
		while (end < writer->blocks.count &&
		       is_listed(writer, flow, end) &&
		       are_near(writer, &blocks[end - 1], &blocks[end]))
			end++;
		see_list(writer, first, end);
	}
}
