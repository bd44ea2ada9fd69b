#include "blocks.h"

#include "utf8.h"

#include <stdlib.h>

/* The stretches that are open at a place; each kind can be open once. */
struct writer {
	struct blocks *blocks;
	struct builder *builder;
	size_t span;              /* the next one, by start */
	size_t cut_end, raised_end;
	const struct span *link;
	size_t link_start;        /* in the builder */
};

/* Spans by block and start; what is cut first. */
static int compare_spans(const void *a, const void *b)
{
	const struct span *one = a, *other = b;

	if (one->start != other->start)
		return one->start < other->start ? -1 : 1;
	if (one->kind != other->kind)
		return one->kind > other->kind ? -1 : 1;
	return one->end > other->end ? -1 : one->end < other->end;
}

static void write_raised(struct builder *builder, struct str text)
{
	static const uint32_t digits[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074,
					   0x2075, 0x2076, 0x2077, 0x2078,
					   0x2079 };
	struct strbuf out = STRBUF_INIT;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c >= '0' && c <= '9')
			utf8_add(&out, digits[c - '0']);
		else if (c == '-' || c == 0x2212)
			utf8_add(&out, 0x207b);
		else if (!strchr("[]()", (int)(c < 0x80 ? c : 'x')))
			utf8_add(&out, c);
	}
	builder_text(builder, strbuf_view(&out));
	strbuf_release(&out);
}

static void write_piece(struct writer *writer, size_t start, size_t end)
{
	struct str rest = str_slice(strbuf_view(&writer->blocks->text), start,
				    end), line;
	bool first = true;

	if (start < writer->cut_end)
		return;
	while (str_split(&rest, '\n', &line)) {
		if (!first)
			builder_line(writer->builder);
		first = false;
		if (line.len > 0 && start < writer->raised_end)
			write_raised(writer->builder, line);
		else if (line.len > 0)
			builder_text(writer->builder, line);
	}
}

static void close_link(struct writer *writer)
{
	if (writer->link)
		builder_link(writer->builder, writer->link_start,
			     writer->link->target);
	writer->link = NULL;
}

static void open_span(struct writer *writer, const struct span *span)
{
	if (span->kind == SPAN_CUT && span->end > writer->cut_end)
		writer->cut_end = span->end;
	if (span->kind == SPAN_RAISED && span->end > writer->raised_end)
		writer->raised_end = span->end;
	if (span->kind == SPAN_LINK && span->start >= writer->cut_end &&
	    span->target.len > 0) {
		close_link(writer);
		writer->link = span;
		writer->link_start = builder_at(writer->builder);
	}
}

static void keep_nearer(size_t *next, size_t at, size_t edge)
{
	if (edge > at && edge < *next)
		*next = edge;
}

static void write_text(struct writer *writer, size_t index)
{
	const struct blocks *blocks = writer->blocks;
	const struct block *block = &blocks->list.items[index];
	size_t at = block->start;

	while (writer->span < blocks->spans.count &&
	       blocks->spans.items[writer->span].start < block->start)
		writer->span++;
	while (at < block->end) {
		size_t next = block->end;

		if (writer->link && writer->link->end <= at)
			close_link(writer);
		while (writer->span < blocks->spans.count &&
		       blocks->spans.items[writer->span].start == at)
			open_span(writer,
				  &blocks->spans.items[writer->span++]);
		if (writer->span < blocks->spans.count)
			keep_nearer(&next, at,
				    blocks->spans.items[writer->span].start);
		keep_nearer(&next, at, writer->cut_end);
		keep_nearer(&next, at, writer->raised_end);
		if (writer->link)
			keep_nearer(&next, at, writer->link->end);
		write_piece(writer, at, next);
		at = next;
	}
	close_link(writer);
}

/* A table with one column, or with more than text in its cells, only sets text
 * side by side. */
static bool is_layout(const struct block_table *table)
{
	return table->layout || table->widest < 2 ||
	       table->rich > table->cells / 4;
}

static bool is_in_row(const struct blocks *blocks, const struct block *block)
{
	return block->row != BLOCKS_NONE &&
	       !is_layout(&blocks->tables.items
				   [blocks->rows.items[block->row].table]);
}

static void write_row_piece(struct writer *writer, size_t index,
			    const struct block *last)
{
	const struct block *block = &writer->blocks->list.items[index];
	uint32_t column = 0;

	if (last && last->row == block->row) {
		column = last->column;
		if (column == block->column)
			builder_text(writer->builder, STR(" "));
	} else {
		builder_begin(writer->builder, PARAGRAPH_ROW, !last ||
			      !is_in_row(writer->blocks, last));
	}
	for (; column < block->column; column++)
		builder_text(writer->builder, STR(" | "));
	write_text(writer, index);
}

static void write_block(struct writer *writer, size_t index,
			const struct block *last)
{
	const struct block *block = &writer->blocks->list.items[index];
	bool tight = block->kind == PARAGRAPH_ITEM && last &&
		     last->kind == PARAGRAPH_ITEM;

	if (is_in_row(writer->blocks, block)) {
		write_row_piece(writer, index, last);
		return;
	}
	if (block->goes_on && last) {
		builder_line(writer->builder);
	} else {
		builder_begin(writer->builder, block->kind,
			      block->gap > 0 ? block->gap : !tight);
		if (block->mark.len > 0)
			builder_text(writer->builder, block->mark);
	}
	write_text(writer, index);
}

void blocks_write(struct blocks *blocks, struct builder *builder)
{
	struct writer writer = { .blocks = blocks, .builder = builder };
	const struct block *last = NULL;

	blocks_end(blocks);
	if (blocks->spans.count > 1)
		qsort(blocks->spans.items, blocks->spans.count,
		      sizeof *blocks->spans.items, compare_spans);
	for (size_t i = 0; i < blocks->list.count; i++) {
		if (blocks->list.items[i].dropped)
			continue;
		write_block(&writer, i, last);
		last = &blocks->list.items[i];
	}
	builder_end(builder);
}
