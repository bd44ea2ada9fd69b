#include "chunks.h"

#include <stdlib.h>

enum {
	RAISED_BYTES = 24,
	ADDRESS_BYTES = 4096
};

void chunks_end(struct chunks *chunks)
{
	struct chunk *chunk;

	chunks->blank = false;
	if (!chunks->open)
		return;
	chunks->open = false;
	chunk = &chunks->list.items[chunks->list.count - 1];
	while (chunks->text.len > chunk->start &&
	       (chunks->text.data[chunks->text.len - 1] == '\n' ||
		chunks->text.data[chunks->text.len - 1] == ' '))
		strbuf_truncate(&chunks->text, chunks->text.len - 1);
	chunk->end = chunks->text.len;
	for (size_t i = chunks->spans.count; i-- > 0;) {
		struct span *span = &chunks->spans.items[i];

		if (span->chunk != chunks->list.count - 1)
			break;
		if (span->end > chunk->end)
			span->end = chunk->end;
	}
	if (chunk->end == chunk->start) {
		chunks->gap = chunk->gap;
		chunks->list.count--;
	}
}

struct chunk *chunks_begin(struct chunks *chunks, enum paragraph_kind kind)
{
	struct chunk *chunk;

	chunks_end(chunks);
	chunk = LIST_ADD(&chunks->list);
	chunk->start = chunk->end = chunks->text.len;
	chunk->kind = kind;
	chunk->row = CHUNKS_NONE;
	chunk->mark = STR_NONE;
	chunk->gap = chunks->gap;
	chunks->gap = 0;
	chunks->open = true;
	return chunk;
}

uint32_t chunks_table(struct chunks *chunks, bool layout)
{
	LIST_ADD(&chunks->tables)->layout = layout;
	return (uint32_t)chunks->tables.count - 1;
}

uint32_t chunks_row(struct chunks *chunks, uint32_t table)
{
	LIST_ADD(&chunks->rows)->table = table;
	chunks->tables.items[table].rows++;
	return (uint32_t)chunks->rows.count - 1;
}

void chunks_in_cell(struct chunks *chunks, uint32_t row, uint32_t column)
{
	struct chunk *chunk = &chunks->list.items[chunks->list.count - 1];
	struct chunk_row *in = &chunks->rows.items[row];
	struct chunk_table *table = &chunks->tables.items[in->table];

	chunk->row = row;
	chunk->column = column;
	if (in->cells == 0 || in->column != column) {
		in->cells++;
		in->column = column;
		in->counted = false;
		table->cells++;
		if (in->cells > table->widest)
			table->widest = in->cells;
	} else if (!in->counted) {
		in->counted = true;
		table->rich++;
	}
	if (chunk->kind == PARAGRAPH_HEADING || chunk->kind == PARAGRAPH_ITEM)
		table->rich++;
}

static void add_due_blank(struct chunks *chunks)
{
	const struct chunk *chunk =
		&chunks->list.items[chunks->list.count - 1];
	size_t len = chunks->text.len;

	if (chunks->blank && len > chunk->start &&
	    chunks->text.data[len - 1] != '\n')
		strbuf_add_char(&chunks->text, ' ');
	chunks->blank = false;
}

void chunks_text(struct chunks *chunks, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at;

		while (at < text.len && str_is_blank(text.data[at]))
			at++;
		chunks->blank = chunks->blank || at > start;
		start = at;
		while (at < text.len && !str_is_blank(text.data[at]))
			at++;
		if (at == start)
			return;
		if (!chunks->open)
			chunks_begin(chunks, PARAGRAPH_TEXT);
		add_due_blank(chunks);
		strbuf_add(&chunks->text, str_slice(text, start, at));
	}
}

void chunks_plain(struct chunks *chunks, struct str text)
{
	if (!chunks->open)
		chunks_begin(chunks, PARAGRAPH_TEXT);
	add_due_blank(chunks);
	strbuf_add(&chunks->text, text);
}

void chunks_line(struct chunks *chunks)
{
	size_t len = chunks->text.len;

	if (!chunks->open)
		return;
	if (len == chunks->list.items[chunks->list.count - 1].start ||
	    chunks->text.data[len - 1] == '\n')
		chunks_end(chunks);
	else
		strbuf_add_char(&chunks->text, '\n');
	chunks->blank = false;
}

struct span *chunks_span(struct chunks *chunks, enum span_kind kind,
			 size_t start, struct str target)
{
	const struct chunk *chunk;
	struct span *span;

	if (!chunks->open)
		return NULL;
	chunk = &chunks->list.items[chunks->list.count - 1];
	if (start < chunk->start)
		start = chunk->start;
	while (start < chunks->text.len &&
	       str_is_blank(chunks->text.data[start]))
		start++;
	if (start >= chunks->text.len)
		return NULL;
	span = LIST_ADD(&chunks->spans);
	span->start = start;
	span->end = chunks->text.len;
	span->chunk = chunks->list.count - 1;
	span->kind = kind;
	span->target = target;
	return span;
}

/* The first span of a chunk, by their order of ends. */
static size_t first_span(const struct chunks *chunks, size_t chunk)
{
	size_t low = 0, high = chunks->spans.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (chunks->spans.items[middle].chunk < chunk)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void chunks_append(struct chunks *to, const struct chunks *from, size_t first,
		   size_t count)
{
	for (size_t i = first; i < first + count; i++) {
		const struct chunk *chunk = &from->list.items[i];
		struct chunk *copy = chunks_begin(to, chunk->kind);
		size_t at = copy->start;

		copy->mark = str_copy(&to->arena, chunk->mark);
		copy->goes_on = chunk->goes_on;
		strbuf_add(&to->text, chunks_view(from, chunk));
		for (size_t s = first_span(from, i); s < from->spans.count &&
		     from->spans.items[s].chunk == i; s++) {
			struct span span = from->spans.items[s];

			span.start += at - chunk->start;
			span.end += at - chunk->start;
			span.chunk = to->list.count - 1;
			span.target = str_copy(&to->arena, span.target);
			*LIST_ADD(&to->spans) = span;
		}
		chunks_end(to);
	}
}

struct str chunks_view(const struct chunks *chunks, const struct chunk *chunk)
{
	return str_slice(strbuf_view(&chunks->text), chunk->start, chunk->end);
}

struct str chunks_span_view(const struct chunks *chunks,
			    const struct span *span)
{
	return str_slice(strbuf_view(&chunks->text), span->start, span->end);
}

bool chunks_is_raised(struct str text)
{
	bool digit = false;

	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] >= '0' && text.data[i] <= '9')
			digit = true;
		else if (!strchr("[](),;- \xe2\x88\x92\x80\x93", text.data[i]))
			return false;
	}
	return digit && text.len <= RAISED_BYTES;
}

bool chunks_is_target(struct str address)
{
	static const char *const begins[] = { "http://", "https://",
					      "mailto:", "#" };

	for (size_t i = 0; i < COUNT_OF(begins); i++) {
		if (address.len > strlen(begins[i]) &&
		    address.len <= ADDRESS_BYTES &&
		    str_has_prefix_any_case(address, begins[i]))
			return true;
	}
	return false;
}

int chunks_check(const struct chunks *chunks, struct err *err)
{
	if (chunks->list.count <= CHUNKS_MAX)
		return 0;
	return err_set(err, ERR_LIMIT, "more than %d paragraphs", CHUNKS_MAX);
}

void chunks_release(struct chunks *chunks)
{
	strbuf_release(&chunks->text);
	LIST_RELEASE(&chunks->list);
	LIST_RELEASE(&chunks->spans);
	LIST_RELEASE(&chunks->rows);
	LIST_RELEASE(&chunks->tables);
	arena_release(&chunks->arena);
}
