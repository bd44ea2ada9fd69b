#include "epub.h"

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

struct reading {
	struct html_page *page;
	struct package *package;
	const struct decoder *decoder;
	struct str source;        /* the name of the book's file */
	size_t left;              /* bytes of pages that there may still be */
	struct arena arena;       /* of the page that is being read */
};

static int decode(struct reading *reading, struct str path, struct str raw,
		  struct str *text, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	int rc;

	strbuf_addf(&name, "%.*s: %.*s", STR_ARGS(reading->source),
		    STR_ARGS(path));
	rc = decoder_decode(reading->decoder, text, &reading->arena,
			    strbuf_view(&name), raw, html_declared(raw), err);
	strbuf_release(&name);
	return rc;
}

static int read_page(struct reading *reading, struct str path, struct err *err)
{
	struct strbuf raw = STRBUF_INIT;
	struct str text;
	int rc = package_read(reading->package, path.data, &raw, reading->left,
			      err);

	if (rc == 0) {
		reading->left -= raw.len;
		rc = decode(reading, path, strbuf_view(&raw), &text, err);
		if (rc == 0)
			rc = html_page_read(reading->page, str_file_name(path),
					    text, err);
		if (rc < 0)
			err_wrap(err, rc, "%.*s", STR_ARGS(path));
	}
	strbuf_release(&raw);
	return rc;
}

/* One page a time is in memory; what is damaged in one ends the book. */
static int read_pages(struct reading *reading, const struct epub_package *book,
		      struct err *err)
{
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
			rc = read_page(reading, item->path, err);
		arena_clear(&reading->arena);
	}
	arena_release(&reading->arena);
	return rc;
}

int epub_read(struct builder *builder, struct str raw,
	      const struct html_names *lexicon, const struct decoder *decoder,
	      struct err *err)
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
		rc = read_pages(&(struct reading){
			.page = &page, .package = package, .decoder = decoder,
			.source = document_meta(builder->doc, STR("source")),
			.left = builder->max }, &book, err);
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
