#include "chunks.h"

#include "utf8.h"

#include <stdlib.h>

/* The stretches that are open at a place; each kind can be open once. */
struct writer {
	struct chunks *chunks;
	struct builder *builder;
	size_t span;              /* the next one, by start */
	size_t cut_end, raised_end;
	const struct span *link;
	size_t link_start;        /* in the builder */
};

/* Spans by chunk and start; what is cut first. */
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
	struct str rest = str_slice(strbuf_view(&writer->chunks->text), start,
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
	/* "#place" leads nowhere once the places have no names any more */
	if (span->kind == SPAN_LINK && span->start >= writer->cut_end &&
	    span->target.len > 0 && span->target.data[0] != '#') {
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
	const struct chunks *chunks = writer->chunks;
	const struct chunk *chunk = &chunks->list.items[index];
	size_t at = chunk->start;

	while (writer->span < chunks->spans.count &&
	       chunks->spans.items[writer->span].start < chunk->start)
		writer->span++;
	while (at < chunk->end) {
		size_t next = chunk->end;

		if (writer->link && writer->link->end <= at)
			close_link(writer);
		while (writer->span < chunks->spans.count &&
		       chunks->spans.items[writer->span].start == at)
			open_span(writer,
				  &chunks->spans.items[writer->span++]);
		if (writer->span < chunks->spans.count)
			keep_nearer(&next, at,
				    chunks->spans.items[writer->span].start);
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
static bool is_layout(const struct chunk_table *table)
{
	return table->layout || table->widest < 2 ||
	       table->rich > table->cells / 4;
}

static bool is_in_row(const struct chunks *chunks, const struct chunk *chunk)
{
	return chunk->row != CHUNKS_NONE &&
	       !is_layout(&chunks->tables.items
				   [chunks->rows.items[chunk->row].table]);
}

static void write_row_piece(struct writer *writer, size_t index,
			    const struct chunk *last)
{
	const struct chunk *chunk = &writer->chunks->list.items[index];
	uint32_t column = 0;

	if (last && last->row == chunk->row) {
		column = last->column;
		if (column == chunk->column)
			builder_text(writer->builder, STR(" "));
	} else {
		builder_begin(writer->builder, PARAGRAPH_ROW, !last ||
			      !is_in_row(writer->chunks, last));
	}
	for (; column < chunk->column; column++)
		builder_text(writer->builder, STR(" | "));
	write_text(writer, index);
}

static void write_chunk(struct writer *writer, size_t index,
			const struct chunk *last)
{
	const struct chunk *chunk = &writer->chunks->list.items[index];
	bool tight = chunk->kind == PARAGRAPH_ITEM && last &&
		     last->kind == PARAGRAPH_ITEM;

	if (is_in_row(writer->chunks, chunk)) {
		write_row_piece(writer, index, last);
		return;
	}
	if (chunk->goes_on && last) {
		builder_line(writer->builder);
	} else {
		builder_begin(writer->builder, chunk->kind,
			      chunk->gap > 0 ? chunk->gap : !tight);
		if (chunk->kind == PARAGRAPH_TEXT) /* the format says so */
			builder_edges(writer->builder,
				      EDGE_BEGINS | EDGE_ENDS);
		if (chunk->kind == PARAGRAPH_HEADING)
			builder_level(writer->builder, chunk->level);
		if (chunk->mark.len > 0)
			builder_text(writer->builder, chunk->mark);
	}
	write_text(writer, index);
}

void chunks_write(struct chunks *chunks, struct builder *builder)
{
	struct writer writer = { .chunks = chunks, .builder = builder };
	const struct chunk *last = NULL;

	chunks_end(chunks);
	if (chunks->spans.count > 1)
		qsort(chunks->spans.items, chunks->spans.count,
		      sizeof *chunks->spans.items, compare_spans);
	for (size_t i = 0; i < chunks->list.count; i++) {
		if (chunks->list.items[i].dropped)
			continue;
		write_chunk(&writer, i, last);
		last = &chunks->list.items[i];
	}
	builder_end(builder);
}
