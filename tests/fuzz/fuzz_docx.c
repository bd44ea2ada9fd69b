/* Any bytes as the text of a .docx, or, where they are a ZIP archive, as the
 * whole file: no crash, and what comes out is valid text. */
#include "checked_text.h"
#include "unit/zip_builder.h"

#include "docx.h"

static void read_file(struct document *doc, struct str bytes)
{
	struct builder builder;
	struct err err = ERR_INIT;

	builder_init(&builder, doc, 1 << 20);
	if (docx_read(&builder, bytes, &err) < 0) {
		builder_release(&builder);
		return;
	}
	if (builder_finish(&builder, &err) == 0)
		check_text(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	struct strbuf text = STRBUF_INIT, package = STRBUF_INIT;
	struct words words;
	struct document doc;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	if (!str_has_prefix(bytes, STR("PK"))) {
		strbuf_add(&text, bytes);
		strbuf_add_char(&text, '\0');
		zip_pack(&package, &(struct zip_part){ "word/document.xml",
						       text.data }, 1);
		bytes = strbuf_view(&package);
	}
	read_file(&doc, bytes);
	strbuf_release(&text);
	strbuf_release(&package);
	document_release(&doc);
	words_release(&words);
	return 0;
}
