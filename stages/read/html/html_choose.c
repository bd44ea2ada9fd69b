#include "html_page.h"

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

	for (size_t i = 0; i < chunks->list.count; i++)
		page->areas.items[chunks->list.items[i].area].bytes +=
			chunks->list.items[i].end -
			chunks->list.items[i].start;
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
		if (pullquote && chunk->kind == PARAGRAPH_TEXT)
			chunk->kind = PARAGRAPH_PULLQUOTE;
	}
}
