#include "builder.h"

#include "paragraph_text.h"
#include "utf8.h"

enum { GAP_MAX = 9 };

void builder_init(struct builder *builder, struct document *doc, size_t max)
{
	*builder = (struct builder){ .doc = doc, .max = max, .line = 1 };
}

static void add(struct builder *builder, struct str text)
{
	if (text.len > builder->max - builder->source.len)
		builder->full = true;
	else
		strbuf_add(&builder->source, text);
}

void builder_page(struct builder *builder, uint32_t page)
{
	builder_end(builder);
	if (builder->page > 0 && page != builder->page)
		add(builder, STR("\f"));
	builder->page = page;
}

static void end_line(struct builder *builder)
{
	add(builder, STR("\n"));
	builder->line++;
}

void builder_begin(struct builder *builder, enum paragraph_kind kind,
		   uint32_t gap)
{
	struct builder_piece *piece;

	builder_end(builder);
	if (gap > GAP_MAX)
		gap = GAP_MAX;
	for (uint32_t i = 0; builder->source.len > 0 && i < gap; i++)
		end_line(builder);
	piece = LIST_ADD(&builder->pieces);
	*piece = (struct builder_piece){ .start = builder->source.len,
					 .first_line = builder->line,
					 .page = builder->page, .gap = gap,
					 .kind = kind };
	builder->open = true;
}

void builder_text(struct builder *builder, struct str text)
{
	if (!builder->open)
		builder_begin(builder, PARAGRAPH_TEXT, 1);
	for (size_t i = 0; i < text.len; i++)
		builder->line += text.data[i] == '\n';
	add(builder, text);
}

void builder_line(struct builder *builder)
{
	if (builder->open)
		end_line(builder);
}

size_t builder_at(const struct builder *builder)
{
	return builder->source.len;
}

void builder_link(struct builder *builder, size_t start, struct str target)
{
	struct builder_link *link;

	if (!builder->open || start >= builder->source.len || target.len == 0)
		return;
	link = LIST_ADD(&builder->links);
	link->start = start;
	link->end = builder->source.len;
	link->piece = builder->pieces.count - 1;
	if (builder->links.count > 1 && str_equal(link[-1].target, target))
		link->target = link[-1].target;
	else
		link->target = str_copy(&builder->doc->arena, target);
}

static struct builder_piece *last_piece(struct builder *builder)
{
	return &builder->pieces.items[builder->pieces.count - 1];
}

void builder_edges(struct builder *builder, unsigned edges)
{
	if (builder->open)
		last_piece(builder)->edges = edges;
}

void builder_level(struct builder *builder, unsigned level)
{
	if (builder->open)
		last_piece(builder)->level = level;
}

void builder_end(struct builder *builder)
{
	struct builder_piece *piece;

	if (!builder->open)
		return;
	piece = last_piece(builder);
	while (builder->source.len > piece->start &&
	       builder->source.data[builder->source.len - 1] == '\n') {
		strbuf_truncate(&builder->source, builder->source.len - 1);
		builder->line--;
	}
	piece->end = builder->source.len;
	piece->last_line = builder->line;
	end_line(builder);
	builder->open = false;
}

/* Where byte `at` of the source stands in a paragraph's text, or the place
 * where what it was would stand. */
static uint32_t text_at(const struct document *doc, const struct paragraph *par,
			size_t at)
{
	const struct run *runs = paragraph_runs(doc, par), *run;
	size_t low = 0, high = par->run_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (runs[middle].source + runs[middle].source_len <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == par->run_count)
		return (uint32_t)par->text.len;
	run = &runs[low];
	if (run->changed || at <= run->source)
		return run->text;
	return run->text + (uint32_t)(at - run->source);
}

static void add_link(struct document *doc, const struct builder_link *from)
{
	const struct paragraph *par =
		&doc->paragraphs.items[doc->paragraphs.count - 1];
	struct link *link = LIST_ADD(&doc->links);

	link->paragraph = doc->paragraphs.count - 1;
	link->at.start = text_at(doc, par, from->start);
	link->at.end = text_at(doc, par, from->end);
	link->target = from->target;
	while (link->at.end > link->at.start &&
	       par->text.data[link->at.end - 1] == ' ')
		link->at.end--;
}

static void add_paragraph(struct builder *builder, size_t index,
			  struct strbuf *scratch, size_t *link)
{
	const struct builder_piece *piece = &builder->pieces.items[index];
	struct paragraph *par = paragraph_text_add(builder->doc, scratch,
						   piece->start, piece->end,
						   false);

	if (par) {
		par->kind = piece->kind;
		par->edges = piece->edges;
		par->level = piece->level;
		par->first_line = piece->first_line;
		par->last_line = piece->last_line;
		par->first_page = par->last_page = piece->page;
		par->gap = piece->gap;
	}
	for (; *link < builder->links.count &&
	       builder->links.items[*link].piece == index; ++*link)
		if (par)
			add_link(builder->doc, &builder->links.items[*link]);
}

int builder_finish(struct builder *builder, struct err *err)
{
	struct document *doc = builder->doc;
	struct strbuf scratch = STRBUF_INIT;
	size_t link = 0;
	int rc = 0;

	builder_end(builder);
	if (builder->full)
		rc = err_set(err, ERR_LIMIT, "more than %zu bytes of text",
			     builder->max);
	doc->source_text = str_copy(&doc->arena, strbuf_view(&builder->source));
	for (size_t i = 0; rc == 0 && i < builder->pieces.count; i++)
		add_paragraph(builder, i, &scratch, &link);
	strbuf_release(&scratch);
	builder_release(builder);
	return rc;
}

void builder_release(struct builder *builder)
{
	strbuf_release(&builder->source);
	LIST_RELEASE(&builder->pieces);
	LIST_RELEASE(&builder->links);
}
