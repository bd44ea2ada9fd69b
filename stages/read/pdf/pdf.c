#include "pdf.h"

#include "blocks.h"
#include "bullets.h"
#include "columns.h"
#include "page_furniture.h"
#include "page_margins.h"
#include "pdftotext.h"

/* Pages without a word are pictures, if they are many. */
static void note_pictures(const struct pages *pages, struct err *damage)
{
	size_t bare = 0;

	for (size_t i = 0; i < pages->pages.count; i++)
		bare += pages->pages.items[i].word_count == 0;
	if (bare * 2 > pages->pages.count)
		err_set(damage, ERR_FORMAT, "no text on %zu of %zu pages: "
			"scanned pictures? Add a text layer (ocrmypdf does)",
			bare, pages->pages.count);
}

int pdf_read(struct builder *builder, struct str raw, struct err *damage,
	     struct err *err)
{
	struct pages pages = { .size = 0 };
	int rc = pdftotext_read(&pages, raw, damage, err);

	if (rc == 0 && pages.words.count == 0)
		rc = err_set(err, ERR_FORMAT, "no text on its %zu page%s: "
			     "scanned pictures? Add a text layer first "
			     "(ocrmypdf does)", pages.pages.count,
			     pages.pages.count == 1 ? "" : "s");
	if (rc == 0) {
		note_pictures(&pages, damage);
		pages_measure(&pages);
		page_margins_mark(&pages);
		page_furniture_mark(&pages);
		columns_order(&pages);
		bullets_find(&pages);
		blocks_build(&pages, builder);
	}
	pages_release(&pages);
	return rc;
}
