#include "epub_package.h"

#include <stdlib.h>

enum { TITLE_BYTES = 1000 };

struct loader {
	struct epub_package *book;
	struct str rootfile;
	struct strbuf title;
	bool in_title, had_title;
};

/* An address within the archive: "../a%20b.xhtml#c" from a folder. */
static struct str resolve(struct arena *arena, struct str folder,
			  struct str href)
{
	static const char hex[] = "0123456789abcdef";
	struct strbuf path = STRBUF_INIT;
	struct str copy;

	strbuf_add(&path, folder);
	href = str_slice(href, 0, str_find(href, STR("#"), 0));
	while (str_has_prefix(href, STR("../")) && path.len > 0) {
		href = str_slice(href, 3, href.len);
		do
			strbuf_truncate(&path, path.len - 1);
		while (path.len > 0 && path.data[path.len - 1] != '/');
	}
	for (size_t i = 0; i < href.len; i++) {
		const char *high = NULL, *low = NULL;

		if (href.data[i] == '%' && i + 2 < href.len) {
			high = strchr(hex, href.data[i + 1] | 0x20);
			low = strchr(hex, href.data[i + 2] | 0x20);
		}
		if (high && low) {
			strbuf_add_char(&path, (char)((high - hex) * 16 +
						      (low - hex)));
			i += 2;
		} else {
			strbuf_add_char(&path, href.data[i]);
		}
	}
	copy = (struct str){ str_copy_z(arena, strbuf_view(&path)), path.len };
	strbuf_release(&path);
	return copy;
}

static int on_container(void *data, const struct markup_element *element,
			struct err *err)
{
	struct loader *loader = data;

	(void)err;
	if (str_equal(element->name, STR("rootfile")) &&
	    loader->rootfile.len == 0)
		loader->rootfile = resolve(&loader->book->arena, STR_NONE,
					   markup_value(element,
							STR("full-path")));
	return 0;
}

static int on_encryption(void *data, const struct markup_element *element,
			 struct err *err)
{
	struct loader *loader = data;

	(void)err;
	if (str_equal(element->name, STR("CipherReference")))
		*LIST_ADD(&loader->book->encrypted) =
			resolve(&loader->book->arena, STR_NONE,
				markup_value(element, STR("URI")));
	return 0;
}

static void add_item(struct epub_package *book,
		     const struct markup_element *element)
{
	struct str type = markup_value(element, STR("media-type"));
	struct str properties = markup_value(element, STR("properties"));
	struct str word;
	struct epub_item *new = LIST_ADD(&book->items);

	new->id = str_copy(&book->arena, markup_value(element, STR("id")));
	new->path = resolve(&book->arena, book->folder,
			    markup_value(element, STR("href")));
	new->is_page = str_equal(type, STR("application/xhtml+xml")) ||
		       str_equal(type, STR("text/html"));
	new->is_navigation = false;
	while (str_split(&properties, ' ', &word))
		new->is_navigation |= str_equal(word, STR("nav"));
}

static int on_package(void *data, const struct markup_element *element,
		      struct err *err)
{
	struct loader *loader = data;
	struct epub_package *book = loader->book;

	if (book->items.count > EPUB_PAGES || book->spine.count > EPUB_PAGES)
		return err_set(err, ERR_LIMIT, "a book of more than %d files",
			       EPUB_PAGES);
	loader->in_title = str_equal(element->name, STR("title")) &&
			   !loader->had_title;
	loader->had_title |= loader->in_title;
	if (str_equal(element->name, STR("item")))
		add_item(book, element);
	else if (str_equal(element->name, STR("itemref")))
		*LIST_ADD(&book->spine) =
			str_copy(&book->arena,
				 markup_value(element, STR("idref")));
	return 0;
}

static int on_end(void *data, struct err *err)
{
	struct loader *loader = data;

	(void)err;
	loader->in_title = false;
	return 0;
}

static int on_text(void *data, struct str text, struct err *err)
{
	struct loader *loader = data;

	(void)err;
	if (loader->in_title && loader->title.len + text.len <= TITLE_BYTES)
		strbuf_add(&loader->title, text);
	return 0;
}

static int compare(const void *a, const void *b)
{
	return str_compare(((const struct epub_item *)a)->id,
			   ((const struct epub_item *)b)->id);
}

const struct epub_item *epub_package_find(const struct epub_package *book,
					  struct str id)
{
	struct epub_item key = { .id = id };

	return book->items.count == 0 ? NULL
		: bsearch(&key, book->items.items, book->items.count,
			  sizeof key, compare);
}

static int load(struct loader *loader, struct package *package,
		struct err *err)
{
	static const struct markup_events container = { .start = on_container };
	static const struct markup_events encryption = {
		.start = on_encryption
	};
	static const struct markup_events events = { on_package, on_end,
						     on_text };
	const char *locks = "META-INF/encryption.xml";
	struct epub_package *book = loader->book;
	int rc = package_parse(package, "META-INF/container.xml", &container,
			       loader, err);

	if (rc == 0 && loader->rootfile.len == 0)
		rc = err_set(err, ERR_FORMAT, "no book (its container names "
					      "no package)");
	if (rc == 0 && package_has(package, locks))
		rc = package_parse(package, locks, &encryption, loader, err);
	if (rc < 0)
		return rc;
	book->folder = str_slice(loader->rootfile, 0, loader->rootfile.len -
				 str_file_name(loader->rootfile).len);
	return package_parse(package, loader->rootfile.data, &events, loader,
			     err);
}

int epub_package_load(struct epub_package *book, struct package *package,
		      struct err *err)
{
	struct loader loader = { .book = book };
	int rc;

	*book = (struct epub_package){ .arena = ARENA_INIT };
	rc = load(&loader, package, err);
	if (book->items.count > 1)
		qsort(book->items.items, book->items.count,
		      sizeof *book->items.items, compare);
	book->title = str_copy(&book->arena,
			       str_trim(strbuf_view(&loader.title)));
	strbuf_release(&loader.title);
	return rc;
}

void epub_package_release(struct epub_package *book)
{
	LIST_RELEASE(&book->items);
	LIST_RELEASE(&book->spine);
	LIST_RELEASE(&book->encrypted);
	arena_release(&book->arena);
}
