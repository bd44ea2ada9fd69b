/* Any bytes as what pdftotext prints: no crash, and a document whose runs fit
 * its text. */
#include "blocks.h"
#include "boxes.h"
#include "bullets.h"
#include "columns.h"
#include "page_furniture.h"
#include "page_margins.h"

#include <stdlib.h>

static void check(const struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];

		for (size_t r = 0; r < par->run_count; r++) {
			const struct run *run =
				&doc->runs.items[par->first_run + r];

			if (run->text + run->len > par->text.len ||
			    run->source + run->source_len >
				    doc->source_text.len)
				abort();
		}
	}
}

static void build(struct pages *pages)
{
	struct words words;
	struct document doc;
	struct builder builder;
	struct err err = ERR_INIT;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("fuzz");
	builder_init(&builder, &doc, 1 << 20);
	pages_measure(pages);
	page_margins_mark(pages);
	page_furniture_mark(pages);
	columns_order(pages);
	bullets_find(pages);
	blocks_build(pages, &builder);
	if (builder_finish(&builder, &err) == 0)
		check(&doc);
	document_release(&doc);
	words_release(&words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pages pages = { .size = 0 };
	struct boxes *boxes = boxes_new(&pages);
	struct str bytes = { (const char *)data, size };
	struct err err = ERR_INIT;
	size_t half = size / 2;

	if (boxes_take(boxes, str_slice(bytes, 0, half), &err) == 0 &&
	    boxes_take(boxes, str_slice(bytes, half, size), &err) == 0 &&
	    boxes_end(boxes, &err) == 0 && pages.pages.count > 0)
		build(&pages);
	boxes_free(boxes);
	pages_release(&pages);
	return 0;
}
