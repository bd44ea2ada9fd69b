/* What the package document of a book says (EPUB 3.3, 5). */
#ifndef ESEP_EPUB_PACKAGE_H
#define ESEP_EPUB_PACKAGE_H

#include "memory.h"
#include "package.h"

enum { EPUB_PAGES = 10000 };

struct epub_item {
	struct str id, path;      /* of the file in the archive */
	bool is_page, is_navigation;
};

struct epub_package {
	struct str folder;        /* of the package document, with a slash */
	LIST(struct epub_item) items; /* by id */
	LIST(struct str) spine;   /* ids in the order of reading */
	LIST(struct str) encrypted;   /* paths */
	struct str title;
	struct arena arena;
};

/* errors  as package_parse; ERR_LIMIT more than EPUB_PAGES */
int epub_package_load(struct epub_package *book, struct package *package,
		      struct err *err);
void epub_package_release(struct epub_package *book);

/* NULL for an id that is none. */
const struct epub_item *epub_package_find(const struct epub_package *book,
					  struct str id);

#endif
