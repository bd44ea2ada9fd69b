/* Any bytes as the text of an .odt or a page of an EPUB, as the first of them
 * tells, or, where they are a ZIP archive, as the whole file of both: no crash,
 * and what comes out is valid text. */
#include "checked_text.h"
#include "unit/reading.h"
#include "unit/zip_builder.h"

#include "epub.h"
#include "odt.h"

static struct reading_words reading;

static void pack(struct strbuf *out, const char *text, bool is_book)
{
	const struct zip_part odt[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text" },
		{ "content.xml", text }
	};
	const struct zip_part epub[] = {
		{ "mimetype", "application/epub+zip" },
		{ "META-INF/container.xml",
		  "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:"
		  "container'><rootfiles><rootfile full-path='p.opf'/>"
		  "</rootfiles></container>" },
		{ "p.opf",
		  "<package xmlns='http://www.idpf.org/2007/opf'><manifest>"
		  "<item id='a' href='a.xhtml' "
		  "media-type='application/xhtml+xml'/></manifest>"
		  "<spine><itemref idref='a'/></spine></package>" },
		{ "a.xhtml", text }
	};

	if (is_book)
		zip_pack(out, epub, COUNT_OF(epub));
	else
		zip_pack(out, odt, COUNT_OF(odt));
}

static void read_file(struct str bytes, bool is_book)
{
	struct builder builder;
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	builder_init(&builder, &doc, 1 << 20);
	if ((is_book ? epub_read(&builder, bytes, reading.names,
				 &reading.decoder, &err)
		     : odt_read(&builder, bytes, &err)) < 0)
		builder_release(&builder);
	else if (builder_finish(&builder, &err) == 0)
		check_text(&doc);
	document_release(&doc);
	words_release(&words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	struct strbuf text = STRBUF_INIT, package = STRBUF_INIT;
	struct err err = ERR_INIT;
	bool is_book = size > 0 && data[0] % 2;

	if (!reading.names && reading_open(&reading, NULL, &err) < 0)
		abort();
	strbuf_clear(&reading.told);
	if (str_has_prefix(bytes, STR("PK"))) {
		read_file(bytes, false);
		read_file(bytes, true);
		return 0;
	}
	strbuf_add(&text, str_slice(bytes, size > 0, size));
	strbuf_add_char(&text, '\0');
	pack(&package, text.data, is_book);
	read_file(strbuf_view(&package), is_book);
	strbuf_release(&text);
	strbuf_release(&package);
	return 0;
}
