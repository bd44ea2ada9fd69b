#include "html.h"

#include "html_page.h"

#include <strings.h>

enum { HEAD_BYTES = 4096 };

static size_t find_fold(struct str text, struct str part, size_t from)
{
	for (size_t at = from; at + part.len <= text.len; at++)
		if (!strncasecmp(text.data + at, part.data, part.len))
			return at;
	return text.len;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || strchr("-_.:+", c);
}

/* What stands behind `key`, `=` and perhaps a quote. */
static struct str read_name(struct str text, struct str key)
{
	size_t at = find_fold(text, key, 0), end;

	if (at == text.len)
		return STR_NONE;
	at += key.len;
	while (at < text.len && strchr(" \t\r\n=\"'", text.data[at]))
		at++;
	end = at;
	while (end < text.len && text.data[end] && is_name(text.data[end]))
		end++;
	return str_slice(text, at, end);
}

/* By <meta charset=…>, <meta … content="text/html; charset=…">, or XML's
 * declaration. */
struct str html_declared(struct str bytes)
{
	struct str head = str_slice(bytes, 0, bytes.len < HEAD_BYTES
					       ? bytes.len : HEAD_BYTES);
	struct str trimmed = str_trim(head), name;
	size_t at = 0;

	while ((at = find_fold(head, STR("<meta"), at)) < head.len) {
		size_t end = str_find(head, STR(">"), at);

		name = read_name(str_slice(head, at, end), STR("charset"));
		if (name.len > 0)
			return name;
		at = end;
	}
	if (!str_has_prefix(trimmed, STR("<?xml")))
		return STR_NONE;
	return read_name(str_slice(trimmed, 0,
				   str_find(trimmed, STR("?>"), 0)),
			 STR("encoding"));
}

/* The only heading of the first level in what is kept, or of several the one
 * that is the title itself; else NULL. */
static struct chunk *find_heading(const struct html_page *page)
{
	struct str title = str_trim(strbuf_view(&page->shared));
	struct chunk *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < page->chunks.list.count; i++) {
		struct chunk *chunk = &page->chunks.list.items[i];

		if (chunk->dropped || !chunk->is_title)
			continue;
		if (str_equal(chunks_view(&page->chunks, chunk), title))
			return chunk;
		count++;
		found = chunk;
	}
	return count == 1 ? found : NULL;
}

static void set_title(struct document *doc, const struct html_page *page)
{
	struct str title = str_trim(strbuf_view(&page->shared));
	struct chunk *heading = find_heading(page);

	if (heading)
		heading->kind = PARAGRAPH_TITLE;
	if (document_meta(doc, STR("title")).len > 0)
		return;
	if (title.len == 0 && heading)
		title = chunks_view(&page->chunks, heading);
	if (title.len == 0)
		title = str_trim(strbuf_view(&page->title));
	document_set_meta(doc, STR("title"), title);
}

void html_page_write(struct html_page *page, struct builder *builder)
{
	html_choose(page);
	html_notes(page);
	set_title(builder->doc, page);
	chunks_write(&page->chunks, builder);
}

int html_read(struct builder *builder, struct str text,
	      const struct html_names *lexicon, struct err *err)
{
	struct html_page page;
	int rc;

	html_page_init(&page, lexicon);
	rc = html_page_read(&page, STR_NONE, text, err);
	if (rc == 0)
		html_page_write(&page, builder);
	html_page_release(&page);
	return rc;
}
