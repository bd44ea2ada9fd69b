/* Any bytes as the text of a .docx, or, where they are a ZIP archive, as the
 * whole file: no crash, and what comes out is valid text. */
#include "docx.h"
#include "utf8.h"

#include <stdlib.h>
#include <zip.h>

static void pack(struct strbuf *out, struct str document)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	char piece[4096];
	zip_int64_t len, index;

	zip_source_keep(source);
	index = zip_file_add(zip, "word/document.xml",
			     zip_source_buffer(zip, document.data, document.len,
					       0), 0);
	zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
	zip_close(zip);
	zip_source_open(source);
	while ((len = zip_source_read(source, piece, sizeof piece)) > 0)
		strbuf_add(out, (struct str){ piece, (size_t)len });
	zip_source_close(source);
	zip_source_free(source);
}

static void read_file(struct document *doc, struct str bytes)
{
	struct builder builder;
	struct err err = ERR_INIT;

	builder_init(&builder, doc, 1 << 20);
	if (docx_read(&builder, bytes, &err) < 0) {
		builder_release(&builder);
		return;
	}
	if (builder_finish(&builder, &err) < 0)
		return;
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (utf8_valid_until(doc->paragraphs.items[i].text) !=
		    doc->paragraphs.items[i].text.len)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	struct strbuf package = STRBUF_INIT;
	struct words words;
	struct document doc;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	if (!str_has_prefix(bytes, STR("PK"))) {
		pack(&package, bytes);
		bytes = strbuf_view(&package);
	}
	read_file(&doc, bytes);
	strbuf_release(&package);
	document_release(&doc);
	words_release(&words);
	return 0;
}
