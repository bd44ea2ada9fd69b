#include "html_page.h"

#include "utf8.h"

enum {
	RUNNING_BYTES = 80,    /* a sentence of more is running text */
	LABEL_BYTES = 80,      /* a line of more is no label */
	HEADING_BYTES = 200
};

static bool ends_sentence(struct str text)
{
	while (text.len > 0) {
		size_t start;
		uint32_t c = utf8_before(text, text.len, &start);

		if (c == '.' || c == '!' || c == '?' || c == 0x2026)
			return true;
		if (c != ')' && c != ']' && c != '"' && c != 0xbb &&
		    c != 0x201d && !utf8_is_digit(c))
			return false;
		text.len = start;
	}
	return false;
}

static bool is_running(const struct chunks *chunks, const struct chunk *chunk)
{
	struct str text = chunks_view(chunks, chunk);

	return (chunk->kind == PARAGRAPH_TEXT ||
		chunk->kind == PARAGRAPH_ITEM) &&
	       text.len >= RUNNING_BYTES && ends_sentence(text);
}

/* Text that is no link: menus and lists of other pages are links alone. */
static size_t plain_bytes(const struct html_area *area)
{
	return area->bytes - area->link_bytes;
}

static bool is_mostly_links(const struct html_area *area)
{
	return area->link_bytes * 2 > area->bytes;
}

static void measure(struct html_page *page)
{
	const struct chunks *chunks = &page->chunks;

	for (size_t i = 0; i < chunks->list.count; i++) {
		const struct chunk *chunk = &chunks->list.items[i];
		struct html_area *area = &page->areas.items[chunk->area];

		area->bytes += chunk->end - chunk->start;
		if (is_running(chunks, chunk))
			area->running += chunk->end - chunk->start;
	}
	for (size_t i = 0; i < chunks->spans.count; i++) {
		const struct span *span = &chunks->spans.items[i];

		if (span->kind == SPAN_LINK)
			page->areas.items[chunks->list.items[span->chunk].area]
				.link_bytes += span->end - span->start;
	}
	for (size_t i = page->areas.count; i-- > 1;) {
		const struct html_area *area = &page->areas.items[i];

		page->areas.items[area->parent].bytes += area->bytes;
		page->areas.items[area->parent].link_bytes += area->link_bytes;
		page->areas.items[area->parent].running += area->running;
		page->areas.items[area->parent].controls += area->controls;
	}
}

/* The outermost area of a kind that has most of the page's text. */
static uint32_t find_holder(const struct html_page *page, enum html_mark mark)
{
	const struct html_area *all = page->areas.items;

	for (size_t i = 1; i < page->areas.count; i++)
		if (all[i].mark == mark &&
		    plain_bytes(&all[i]) * 2 >= plain_bytes(&all[0]) &&
		    all[i].bytes > 0)
			return (uint32_t)i;
	return 0;
}

/* What holds most of the text is no furniture, whatever it is called. */
static bool is_furniture(const struct html_area *area,
			 const struct html_area *root)
{
	bool most = plain_bytes(area) * 2 >= plain_bytes(root);

	if (area->mark == AREA_FURNITURE)
		return !most || is_mostly_links(area);
	if (area->mark == AREA_SHORT)
		return is_mostly_links(area) ||
		       (!most && (area->running == 0 || area->controls > 0));
	return area->mark == AREA_ASIDE && !most && is_mostly_links(area);
}

static void drop_areas(struct html_page *page, uint32_t root)
{
	struct html_area *all = page->areas.items;

	all[0].dropped = root != 0;
	for (size_t i = 1; i < page->areas.count; i++) {
		if (i == root || all[i].mark == AREA_NOTES)
			continue;
		all[i].dropped = all[all[i].parent].dropped ||
				 is_furniture(&all[i], &all[root]);
	}
}

/* Whether an area lies in a pull quote that is not the page itself. */
static bool is_pullquote(const struct html_page *page, uint32_t area)
{
	const struct html_area *all = page->areas.items;

	for (; area > 0; area = all[area].parent)
		if (all[area].mark == AREA_PULLQUOTE)
			return all[area].bytes * 4 < all[0].bytes;
	return false;
}

/* How many bytes of a chunk are in links. */
static size_t link_bytes(const struct html_page *page, size_t index)
{
	size_t bytes = 0;

	for (size_t i = 0; i < page->chunks.spans.count; i++) {
		const struct span *span = &page->chunks.spans.items[i];

		if (span->kind == SPAN_LINK && span->chunk == index)
			bytes += span->end - span->start;
	}
	return bytes;
}

/* Whether the page's <title> names it. */
static bool is_named(const struct html_page *page, struct str heading)
{
	struct str title = str_trim(strbuf_view(&page->title));
	struct str shared = str_trim(strbuf_view(&page->shared));

	return str_find(title, heading, 0) < title.len ||
	       str_find(shared, heading, 0) < shared.len;
}

/* The title of the report may stand in the header of the page, with a sentence
 * or two on what it is: the first heading of the first level, where there is
 * none in the text or the page is named so. */
static void keep_title(struct html_page *page)
{
	struct chunk *all = page->chunks.list.items, *title = NULL;
	size_t count = page->chunks.list.count, first = 0;

	for (size_t i = 0; i < count; i++)
		if (all[i].is_title && !title) {
			title = &all[i];
			first = i;
		} else if (all[i].is_title && !all[i].dropped && title &&
			   !is_named(page, chunks_view(&page->chunks, title))) {
			return;
		}
	if (!title || !title->dropped ||
	    link_bytes(page, first) * 2 > title->end - title->start)
		return;
	title->kind = PARAGRAPH_TITLE;
	for (size_t i = first; i < count && all[i].dropped &&
			       all[i].area == title->area; i++)
		all[i].dropped = i > first &&
				 !is_running(&page->chunks, &all[i]);
}

/* A line is what the name of its element says. */
static void name_kind(struct html_page *page, struct chunk *chunk)
{
	enum html_mark mark = page->areas.items[chunk->area].mark;
	struct str text = chunks_view(&page->chunks, chunk);

	if (chunk->kind != PARAGRAPH_TEXT || ends_sentence(text) ||
	    chunk->row != CHUNKS_NONE)
		return;
	if (mark == AREA_HEADING && text.len <= HEADING_BYTES)
		chunk->kind = PARAGRAPH_HEADING;
	else if (mark == AREA_LABEL && text.len <= LABEL_BYTES)
		chunk->kind = PARAGRAPH_BOILERPLATE;
}

void html_choose(struct html_page *page)
{
	uint32_t root, area = 0;
	bool pullquote = false;

	measure(page);
	root = find_holder(page, AREA_MAIN);
	if (root == 0)
		root = find_holder(page, AREA_ARTICLE);
	drop_areas(page, root);
	for (size_t i = 0; i < page->chunks.list.count; i++) {
		struct chunk *chunk = &page->chunks.list.items[i];

		if (chunk->area != area)
			pullquote = is_pullquote(page, chunk->area);
		area = chunk->area;
		chunk->dropped = page->areas.items[area].dropped;
		name_kind(page, chunk);
		if (pullquote && chunk->kind == PARAGRAPH_TEXT)
			chunk->kind = PARAGRAPH_PULLQUOTE;
	}
	keep_title(page);
}
