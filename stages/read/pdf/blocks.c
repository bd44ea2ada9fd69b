#include "blocks.h"

#include "blocks_internal.h"
#include "contents.h"
#include "line_text.h"
#include "tables.h"
#include "utf8.h"

#include <math.h>

enum {
	NOTE_DIGITS = LINE_DIGITS,
	LEADER_DOTS = 5,
	NEAR = 64              /* lines or flows to the next text, at most */
};

static const float same_left = 1.5f;       /* points */
static const float smaller = 0.93f;
static const float address_room = 0.8f;    /* of the size: for no letter more */

static const struct page_line *line_at(const struct writer *writer, size_t i)
{
	return &writer->pages->lines.items[i];
}

static const struct page_word *word_at(const struct writer *writer, size_t i)
{
	return &writer->pages->words.items[i];
}

static struct str first_text(const struct writer *writer,
			     const struct page_line *line)
{
	return line_first_text(writer->pages, line);
}

/* In the writer's buffer, until the next call. */
static struct str text_of(struct writer *writer, const struct page_line *line)
{
	return line_text(writer->pages, line, &writer->line);
}

static enum note_form note_form(const struct page_line *line,
				const struct page_word *word, bool glued)
{
	if (line_is_raised(line, word, STR("1")))
		return NOTE_RAISED;
	return glued ? NOTE_GLUED : NOTE_APART;
}

/* The number that a line at the foot begins with, set small or not, with a
 * blank behind or none, as the first note of the document has it; 0 if it is
 * not the next one to come. Only where notes begin may they count from 1. */
static unsigned note_number(const struct writer *writer,
			    const struct page_line *line, bool is_first)
{
	struct str text = first_text(writer, line);
	unsigned number = 0;
	size_t digits = 0;

	while (digits < text.len && text.data[digits] >= '0' &&
	       text.data[digits] <= '9' && digits <= NOTE_DIGITS)
		number = number * 10 + (unsigned)(text.data[digits++] - '0');
	if (digits == 0 || digits > NOTE_DIGITS ||
	    (digits == text.len && line->word_count == 1))
		return 0;
	if (digits < text.len && strchr("-,:%/", text.data[digits]))
		return 0;
	if (writer->last_note > 0 &&
	    writer->note_form != note_form(line, word_at(writer,
							 line->first_word),
					   digits < text.len))
		return 0;
	return writer->last_note == 0 || number == writer->last_note + 1 ||
			       (number == 1 && is_first) ? number : 0;
}

static bool starts_table(const struct writer *writer, const struct flow *flow,
			 size_t at, size_t end, struct table_shape *shape)
{
	if (flow->kind == FLOW_FURNITURE || at + 1 >= end ||
	    page_style_is_stretched(&writer->style, flow, at, end) ||
	    page_style_is_stretched(&writer->style, flow, at + 1, end))
		return false;
	return table_find(writer->pages, at, end,
			  writer->style.pitch * line_at(writer, at)->size /
				  writer->pages->size, shape);
}

/* The first line of a flow's foot: small ones down to its end, of which the
 * first begins with the number of a note or goes on with one. A table, whose
 * rows may begin with a number too, is none of it. */
static size_t foot_of(const struct writer *writer, const struct flow *flow)
{
	size_t end = flow->first_line + flow->line_count, at = end;
	size_t first = end;
	struct table_shape shape;

	while (at > flow->first_line &&
	       line_at(writer, at - 1)->size < writer->pages->size * smaller &&
	       !starts_table(writer, flow, at - 1, end, &shape)) {
		at--;
		if (note_number(writer, line_at(writer, at), true))
			first = at;
	}
	/* without a note before, the lines above the first go on with none */
	return first < end && writer->last_note > 0 ? at : first;
}

/* Whether a line ends within an address that had to be broken because it is
 * longer than the line; `inside`: the line before it did. What is broken at
 * the signs of an address is known by them later. */
static bool breaks_address(const struct flow *flow,
			   const struct page_line *line, struct str text,
			   bool inside)
{
	size_t start = text.len;

	while (start > 0 && text.data[start - 1] != ' ')
		start--;
	/* one that is shorter than a line would stand on the next */
	return start == 0 &&
	       line->box.x1 > flow->right - address_room * line->size &&
	       text.len > 0 && !strchr(".,;)-", text.data[text.len - 1]) &&
	       (inside || str_find(text, STR("://"), 0) < text.len ||
		str_has_prefix(text, STR("www.")));
}

static void write_words(struct writer *writer, const struct flow *flow,
			const struct block *block)
{
	bool broken = false;

	for (size_t i = block->first; i < block->end; i++) {
		struct str text = text_of(writer, line_at(writer, i));
		size_t digits = 0;

		if (i > block->first && !broken)
			builder_line(writer->builder);
		broken = breaks_address(flow, line_at(writer, i), text, broken);
		while (i == block->first && block->note > 0 &&
		       digits < text.len && text.data[digits] >= '0' &&
		       text.data[digits] <= '9')
			digits++;
		builder_text(writer->builder, str_slice(text, 0, digits));
		while (digits > 0 && digits < text.len &&
		       strchr(" .)", text.data[digits]))
			digits++;
		text = str_slice(text, digits, text.len);
		if (digits > 0)
			builder_text(writer->builder, STR(" "));
		builder_text(writer->builder, text);
	}
}

static void write_block(struct writer *writer, const struct flow *flow,
			const struct block *block)
{
	builder_begin(writer->builder, block->kind, block->gap);
	write_words(writer, flow, block);
	builder_edges(writer->builder, block->edges);
	builder_end(writer->builder);
	if (block->kind == PARAGRAPH_TEXT)
		writer->open = !block_ends_closed(
			writer, line_at(writer, block->end - 1));
	else if (block->kind == PARAGRAPH_HEADING)
		writer->open = false;
}

/* How many lines of the body would have room between a line and the one before
 * it, which leaves none when they lie a pitch apart. */
static uint32_t gap_before(const struct writer *writer,
			   const struct flow *flow, size_t at)
{
	const struct page_line *a, *b = line_at(writer, at);
	float pitch = writer->style.pitch, lines;

	if (at == flow->first_line)
		return 1;
	a = line_at(writer, at - 1);
	lines = (b->box.y0 - a->box.y1 + (a->size + b->size) / 2 - pitch) /
		pitch;
	return lines > 1 ? (uint32_t)fminf(lines + 0.35f, 9) : 1;
}

/* A quotation is set in with all its lines: that one is, begins nothing. */
static bool is_set_in_whole(const struct block *block,
			    const struct page_line *first)
{
	return block->end > block->first + 1 &&
	       fabsf(first->box.x0 - first[1].box.x0) < same_left;
}

/* What the first and the last line of a block show; `next` is the first line
 * of what goes on behind it, or NULL. */
static unsigned edges_of(struct writer *writer, const struct flow *flow,
			 const struct block *block,
			 const struct page_line *next)
{
	const struct page_line *first = line_at(writer, block->first);
	const struct page_line *last = line_at(writer, block->end - 1);
	unsigned edges = 0;

	if (block->in_list && block->kind == PARAGRAPH_TEXT)
		return EDGE_LISTED;
	if (!page_style_same_size(first->size, writer->pages->size))
		return next && block_goes_on(writer, last, next) &&
			       page_style_same_size(next->size, last->size) &&
			       block->end == flow->first_line + flow->line_count
			       ? EDGE_OPEN : 0;
	if ((page_style_begins_set_in(&writer->style, flow, first) &&
	     !is_set_in_whole(block, first)) ||
	    page_style_may_begin(&writer->style, flow, first))
		edges |= EDGE_BEGINS;
	else if (writer->style.indent > 0 && block->first == flow->first_line)
		edges |= EDGE_CONTINUES;
	if (block->end < flow->first_line + flow->line_count &&
	    next == last + 1)
		edges |= EDGE_ENDS;
	else if (next && block_begins_small(writer, next) &&
		 page_style_same_size(next->size, last->size) &&
		 !block_ends_closed(writer, last))
		edges |= EDGE_OPEN;
	else if (next && page_style_same_size(next->size, last->size))
		edges |=
			page_style_had_room(&writer->style, flow, last, next) ||
					page_style_is_short(&writer->style,
							    flow, last)
				? EDGE_ENDS
				: EDGE_OPEN;
	return edges;
}

/* The first line of a size behind line `at` of flow f, over notes, boxes and
 * furniture. */
static const struct page_line *next_text(const struct writer *writer, size_t f,
					 size_t at, float size)
{
	const struct pages *pages = writer->pages;
	size_t seen = 0, last = f + NEAR;

	for (; f < pages->flows.count && f < last && seen < NEAR; f++) {
		const struct flow *flow = &pages->flows.items[f];
		size_t end = flow->first_line + flow->line_count;

		for (size_t i = at > flow->first_line ? at : flow->first_line;
		     i < end && flow->kind != FLOW_FURNITURE && seen++ < NEAR;
		     i++)
			if (page_style_same_size(line_at(writer, i)->size,
						 size))
				return line_at(writer, i);
		at = 0;
	}
	return NULL;
}

/* Dots that lead to the next cell are left out. */
static void add_cell_word(struct strbuf *row, struct str text)
{
	size_t dots = 0;

	while (dots < text.len && text.data[text.len - 1 - dots] == '.')
		dots++;
	if (dots == text.len || dots >= LEADER_DOTS)
		text.len -= dots;
	if (text.len > 0 && row->len > 0)
		strbuf_add_char(row, ' ');
	strbuf_add(row, text);
}

/* A row of a table, over one line or several: the words of each cell, with a
 * bar between the cells. */
static void write_row(struct writer *writer, const struct table_shape *shape,
		      size_t first, size_t end)
{
	struct strbuf *row = &writer->line;

	strbuf_clear(row);
	for (size_t cell = 0; cell <= shape->bound_count; cell++) {
		if (cell > 0)
			strbuf_add_z(row, " |");
		for (size_t i = first; i < end; i++) {
			const struct page_line *line = line_at(writer, i);

			for (size_t k = 0; k < line->word_count; k++) {
				const struct page_word *word =
					word_at(writer, line->first_word + k);

				if (table_cell_of(shape, word) != cell)
					continue;
				add_cell_word(row, page_word_text(
							   writer->pages,
							   word));
			}
		}
	}
	builder_begin(writer->builder, PARAGRAPH_ROW, 1);
	builder_text(writer->builder, strbuf_view(row));
	builder_end(writer->builder);
}

/* A line of a table of contents: its words without the dots. */
static void write_leader(struct writer *writer, const struct page_line *line)
{
	bool first = true;

	builder_begin(writer->builder, PARAGRAPH_FURNITURE, 1);
	for (size_t i = 0; i < line->word_count; i++) {
		struct str text = page_word_text(
			writer->pages, word_at(writer, line->first_word + i));
		size_t end = text.len, start = 0;

		while (start < end && text.data[start] == '.')
			start++;
		if (start == end)
			continue;
		if (!first)
			builder_text(writer->builder, STR(" "));
		builder_text(writer->builder, str_slice(text, start, end));
		first = false;
	}
	builder_end(writer->builder);
}

static void write_table(struct writer *writer, const struct table_shape *shape,
			size_t at)
{
	while (at < shape->end) {
		size_t first = at++;
		float pitch = writer->style.pitch *
			      line_at(writer, first)->size /
			      writer->pages->size;

		while (at < shape->end &&
		       table_goes_on(writer->pages, shape, at, pitch))
			at++;
		write_row(writer, shape, first, at);
	}
	writer->open = false;
}

/* The lines of a flow down to `end`, in blocks. */
static void make_blocks(struct writer *writer, const struct flow *flow,
			size_t end)
{
	size_t at = flow->first_line;
	bool leads = contents_are(writer->pages, flow);

	LIST_CLEAR(&writer->blocks);
	while (at < end) {
		struct block block = { .first = at };
		struct table_shape shape;

		if (line_at(writer, at)->leads || leads) {
			block.leads = true;
			at++;
		} else if (starts_table(writer, flow, at, end, &shape)) {
			block.is_table = true;
			at = shape.end;
		} else {
			block.gap = gap_before(writer, flow, at++);
			while (at < end &&
			       !block_breaks(writer, flow, block.first, at) &&
			       !starts_table(writer, flow, at, end, &shape))
				at++;
		}
		block.end = at;
		*LIST_ADD(&writer->blocks) = block;
	}
}

/* Of the text that may go on behind a block: headings and captions are passed
 * over, but not by small text at the end of a page. */
static float size_behind(const struct writer *writer, const struct block *block)
{
	float size = line_at(writer, block->end - 1)->size;

	return size < writer->pages->size * smaller ? size
						    : writer->pages->size;
}

static void write_body(struct writer *writer, size_t f, size_t end)
{
	const struct flow *flow = &writer->pages->flows.items[f];

	make_blocks(writer, flow, end);
	block_lists_find(writer, flow);
	for (size_t i = 0; i < writer->blocks.count; i++) {
		struct block *block = &writer->blocks.items[i];
		struct table_shape shape;

		if (block->leads) {
			write_leader(writer, line_at(writer, block->first));
		} else if (block->is_table) {
			starts_table(writer, flow, block->first, end, &shape);
			write_table(writer, &shape, block->first);
		} else {
			float size = size_behind(writer, block);
			const struct page_line *next =
				next_text(writer, f, block->end, size);

			block->kind = block_kind(writer, flow, i,
				next_text(writer, f, block->end,
					  writer->pages->size));
			block->edges = edges_of(writer, flow, block, next);
			write_block(writer, flow, block);
			if (flow->kind != FLOW_FURNITURE)
				writer->in_list = block->in_list;
		}
	}
}

static void begin_note(struct writer *writer, const struct page_line *line,
		       unsigned number)
{
	const struct page_word *word = word_at(writer, line->first_word);
	struct str text = page_word_text(writer->pages, word);

	if (writer->last_note == 0)
		writer->note_form = note_form(line, word, !utf8_is_digit(
			(unsigned char)text.data[text.len - 1]));
	writer->last_note = number;
}

static void write_notes(struct writer *writer, const struct flow *flow,
			size_t at)
{
	size_t end = flow->first_line + flow->line_count;
	bool is_first = true;

	while (at < end) {
		struct block block = { .first = at, .gap = 1,
				       .kind = PARAGRAPH_FOOTNOTE };

		block.note = note_number(writer, line_at(writer, at), is_first);
		is_first = false;
		if (block.note > 0)
			begin_note(writer, line_at(writer, at), block.note);
		for (at++; at < end &&
			   !note_number(writer, line_at(writer, at), false);)
			at++;
		block.end = at;
		write_block(writer, flow, &block);
	}
}

void blocks_build(const struct pages *pages, struct builder *builder)
{
	struct writer writer = { .pages = pages, .builder = builder };

	page_style_measure(&writer.style, pages);
	for (size_t f = 0; f < pages->flows.count; f++) {
		const struct flow *flow = &pages->flows.items[f];
		size_t foot = flow->first_line + flow->line_count;

		builder_page(builder, flow->page);
		if (flow->kind != FLOW_FURNITURE)
			foot = foot_of(&writer, flow);
		write_body(&writer, f, foot);
		write_notes(&writer, flow, foot);
	}
	LIST_RELEASE(&writer.blocks);
	strbuf_release(&writer.line);
}
