#include "epub.h"

#include "encoding.h"
#include "epub_package.h"
#include "html.h"
#include "html_page.h"

static bool is_encrypted(const struct epub_package *book, struct str path)
{
	for (size_t i = 0; i < book->encrypted.count; i++)
		if (str_equal(book->encrypted.items[i], path))
			return true;
	return false;
}

/* `left` is how many bytes of pages there may still be. */
static int read_page(struct html_page *page, struct arena *arena,
		     struct package *package, struct str path, size_t *left,
		     struct err *err)
{
	struct strbuf raw = STRBUF_INIT;
	struct encoding_damage damage;
	const char *encoding;
	struct str text;
	int rc = package_read(package, path.data, &raw, *left, err);

	if (rc == 0) {
		*left -= raw.len;
		encoding = html_encoding(arena, strbuf_view(&raw));
		rc = encoding_decode(&text, arena, strbuf_view(&raw),
				     encoding ? encoding : "UTF-8", &damage,
				     err);
	}
	if (rc == 0 && (rc = html_page_read(page, str_file_name(path), text,
					    err)) < 0)
		err_wrap(err, rc, "%.*s", STR_ARGS(path));
	strbuf_release(&raw);
	return rc;
}

/* One page a time is in memory; what is damaged in one ends the book. */
static int read_pages(struct html_page *page, struct package *package,
		      const struct epub_package *book, size_t left,
		      struct err *err)
{
	struct arena arena = ARENA_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < book->spine.count; i++) {
		const struct epub_item *item =
			epub_package_find(book, book->spine.items[i]);

		if (!item || !item->is_page || item->is_navigation)
			continue;
		if (is_encrypted(book, item->path))
			rc = err_set(err, ERR_FORMAT, "%.*s: encrypted",
				     STR_ARGS(item->path));
		else
			rc = read_page(page, &arena, package, item->path,
				       &left, err);
		arena_clear(&arena);
	}
	arena_release(&arena);
	return rc;
}

int epub_read(struct builder *builder, struct str raw,
	      const struct html_names *lexicon, struct err *err)
{
	struct epub_package book;
	struct html_page page;
	struct package *package;
	int rc = package_open(&package, raw, err);

	if (rc < 0)
		return rc;
	html_page_init(&page, lexicon);
	rc = epub_package_load(&book, package, err);
	if (rc == 0)
		rc = read_pages(&page, package, &book, builder->max, err);
	if (rc == 0) {
		strbuf_clear(&page.shared);
		strbuf_add(&page.shared, book.title);
		html_page_write(&page, builder);
	}
	html_page_release(&page);
	epub_package_release(&book);
	package_close(package);
	return rc;
}
