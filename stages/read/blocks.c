#include "blocks.h"

#include <stdlib.h>
#include <strings.h>

enum {
	RAISED_BYTES = 24,
	ADDRESS_BYTES = 4096
};

void blocks_end(struct blocks *blocks)
{
	struct block *block;

	blocks->blank = false;
	if (!blocks->open)
		return;
	blocks->open = false;
	block = &blocks->list.items[blocks->list.count - 1];
	while (blocks->text.len > block->start &&
	       (blocks->text.data[blocks->text.len - 1] == '\n' ||
		blocks->text.data[blocks->text.len - 1] == ' '))
		strbuf_truncate(&blocks->text, blocks->text.len - 1);
	block->end = blocks->text.len;
	for (size_t i = blocks->spans.count; i-- > 0;) {
		struct span *span = &blocks->spans.items[i];

		if (span->block != blocks->list.count - 1)
			break;
		if (span->end > block->end)
			span->end = block->end;
	}
	if (block->end == block->start) {
		blocks->gap = block->gap;
		blocks->list.count--;
	}
}

struct block *blocks_begin(struct blocks *blocks, enum paragraph_kind kind)
{
	struct block *block;

	blocks_end(blocks);
	block = LIST_ADD(&blocks->list);
	block->start = block->end = blocks->text.len;
	block->kind = kind;
	block->row = BLOCKS_NONE;
	block->mark = STR_NONE;
	block->gap = blocks->gap;
	blocks->gap = 0;
	blocks->open = true;
	return block;
}

uint32_t blocks_table(struct blocks *blocks, bool layout)
{
	LIST_ADD(&blocks->tables)->layout = layout;
	return (uint32_t)blocks->tables.count - 1;
}

uint32_t blocks_row(struct blocks *blocks, uint32_t table)
{
	LIST_ADD(&blocks->rows)->table = table;
	blocks->tables.items[table].rows++;
	return (uint32_t)blocks->rows.count - 1;
}

void blocks_in_cell(struct blocks *blocks, uint32_t row, uint32_t column)
{
	struct block *block = &blocks->list.items[blocks->list.count - 1];
	struct block_row *in = &blocks->rows.items[row];
	struct block_table *table = &blocks->tables.items[in->table];

	block->row = row;
	block->column = column;
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
	if (block->kind == PARAGRAPH_HEADING || block->kind == PARAGRAPH_ITEM)
		table->rich++;
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void add_due_blank(struct blocks *blocks)
{
	const struct block *block =
		&blocks->list.items[blocks->list.count - 1];
	size_t len = blocks->text.len;

	if (blocks->blank && len > block->start &&
	    blocks->text.data[len - 1] != '\n')
		strbuf_add_char(&blocks->text, ' ');
	blocks->blank = false;
}

void blocks_text(struct blocks *blocks, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at;

		while (at < text.len && is_blank(text.data[at]))
			at++;
		blocks->blank = blocks->blank || at > start;
		start = at;
		while (at < text.len && !is_blank(text.data[at]))
			at++;
		if (at == start)
			return;
		if (!blocks->open)
			blocks_begin(blocks, PARAGRAPH_TEXT);
		add_due_blank(blocks);
		strbuf_add(&blocks->text, str_slice(text, start, at));
	}
}

void blocks_plain(struct blocks *blocks, struct str text)
{
	if (!blocks->open)
		blocks_begin(blocks, PARAGRAPH_TEXT);
	add_due_blank(blocks);
	strbuf_add(&blocks->text, text);
}

void blocks_line(struct blocks *blocks)
{
	size_t len = blocks->text.len;

	if (!blocks->open)
		return;
	if (len == blocks->list.items[blocks->list.count - 1].start ||
	    blocks->text.data[len - 1] == '\n')
		blocks_end(blocks);
	else
		strbuf_add_char(&blocks->text, '\n');
	blocks->blank = false;
}

struct span *blocks_span(struct blocks *blocks, enum span_kind kind,
			 size_t start, struct str target)
{
	const struct block *block;
	struct span *span;

	if (!blocks->open)
		return NULL;
	block = &blocks->list.items[blocks->list.count - 1];
	if (start < block->start)
		start = block->start;
	while (start < blocks->text.len && is_blank(blocks->text.data[start]))
		start++;
	if (start >= blocks->text.len)
		return NULL;
	span = LIST_ADD(&blocks->spans);
	span->start = start;
	span->end = blocks->text.len;
	span->block = blocks->list.count - 1;
	span->kind = kind;
	span->target = target;
	return span;
}

/* The first span of a block, by their order of ends. */
static size_t first_span(const struct blocks *blocks, size_t block)
{
	size_t low = 0, high = blocks->spans.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (blocks->spans.items[middle].block < block)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void blocks_append(struct blocks *to, const struct blocks *from, size_t first,
		   size_t count)
{
	for (size_t i = first; i < first + count; i++) {
		const struct block *block = &from->list.items[i];
		struct block *copy = blocks_begin(to, block->kind);
		size_t at = copy->start;

		copy->mark = str_copy(&to->arena, block->mark);
		copy->goes_on = block->goes_on;
		strbuf_add(&to->text, blocks_view(from, block));
		for (size_t s = first_span(from, i); s < from->spans.count &&
		     from->spans.items[s].block == i; s++) {
			struct span span = from->spans.items[s];

			span.start += at - block->start;
			span.end += at - block->start;
			span.block = to->list.count - 1;
			span.target = str_copy(&to->arena, span.target);
			*LIST_ADD(&to->spans) = span;
		}
		blocks_end(to);
	}
}

struct str blocks_view(const struct blocks *blocks, const struct block *block)
{
	return str_slice(strbuf_view(&blocks->text), block->start, block->end);
}

struct str blocks_span_view(const struct blocks *blocks,
			    const struct span *span)
{
	return str_slice(strbuf_view(&blocks->text), span->start, span->end);
}

bool blocks_is_raised(struct str text)
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

bool blocks_is_target(struct str address)
{
	static const char *const begins[] = { "http://", "https://",
					      "mailto:", "#" };

	for (size_t i = 0; i < COUNT_OF(begins); i++) {
		size_t len = strlen(begins[i]);

		if (address.len > len && address.len <= ADDRESS_BYTES &&
		    !strncasecmp(address.data, begins[i], len))
			return true;
	}
	return false;
}

int blocks_check(const struct blocks *blocks, struct err *err)
{
	if (blocks->list.count <= BLOCKS_MAX)
		return 0;
	return err_set(err, ERR_LIMIT, "more than %d paragraphs", BLOCKS_MAX);
}

void blocks_release(struct blocks *blocks)
{
	strbuf_release(&blocks->text);
	LIST_RELEASE(&blocks->list);
	LIST_RELEASE(&blocks->spans);
	LIST_RELEASE(&blocks->rows);
	LIST_RELEASE(&blocks->tables);
	arena_release(&blocks->arena);
}
