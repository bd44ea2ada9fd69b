/* Any bytes as an HTML page: no crash; what comes out is valid text, and links
 * lie within it. */
#include "checked_text.h"

#include "unit/reading.h"

#include "html.h"

static struct reading_words reading;

static void read_page(struct document *doc, struct str bytes)
{
	struct builder builder;
	struct err err = ERR_INIT;
	struct str text;

	if (decoder_decode(&reading.decoder, &text, &doc->arena, doc->id, bytes,
			   html_declared(bytes), &err) < 0)
		return;
	builder_init(&builder, doc, 1 << 20);
	if (html_read(&builder, text, reading.names, &err) < 0)
		builder_release(&builder);
	else if (builder_finish(&builder, &err) == 0)
		check_text(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;

	if (!reading.names && reading_open(&reading, NULL, &err) < 0)
		abort();
	strbuf_clear(&reading.told);
	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	read_page(&doc, (struct str){ (const char *)data, size });
	document_release(&doc);
	words_release(&words);
	return 0;
}
