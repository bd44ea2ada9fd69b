/* The format of a file from its bytes, and the bounds of what is parsed. */
#include "knowledge_case.h"

#include "format.h"
#include "html_names.h"
#include "html.h"
#include "markup.h"

#include <stdlib.h>

#define BYTES(literal) { (literal), sizeof(literal) - 1 }

static struct format_case {
	const char *name;
	struct str bytes;
	enum format format;
} formats[] = {
	{ "plain text", BYTES("A report.\n"), FORMAT_TEXT },
	{ "nothing", BYTES(""), FORMAT_TEXT },
	{ "Markdown that names a tag", BYTES("# On <html>\n\n<b>x</b>\n"),
	  FORMAT_TEXT },
	{ "a tag that only begins like one", BYTES("<headline> x"),
	  FORMAT_TEXT },
	{ "a doctype", BYTES("<!DOCTYPE html>\n<p>x"), FORMAT_HTML },
	{ "a doctype in capitals", BYTES("<!DOCTYPE HTML PUBLIC \"x\">"),
	  FORMAT_HTML },
	{ "a page without doctype", BYTES("\n <HTML lang=ru>"), FORMAT_HTML },
	{ "behind a mark, blanks and comments",
	  BYTES("\xef\xbb\xbf \n<!-- a > b --><!-- c -->\n<body>"),
	  FORMAT_HTML },
	{ "XHTML", BYTES("<?xml version=\"1.0\"?>\n<html xmlns="
			 "\"http://www.w3.org/1999/xhtml\">"), FORMAT_HTML },
	{ "other XML", BYTES("<?xml version=\"1.0\"?><rss>"), FORMAT_TEXT },
	{ "a page in UTF-16", BYTES("\xff\xfe<\0h\0t\0m\0l\0>\0"),
	  FORMAT_HTML },
	{ "the same without a mark", BYTES("\0<\0h\0t\0m\0l\0>"),
	  FORMAT_HTML },
	{ "PDF", BYTES("%PDF-1.7\n"), FORMAT_PDF },
	{ "PDF behind other bytes", BYTES("\r\n\1\2%PDF-1.4"), FORMAT_PDF },
	{ "docx", BYTES("PK\3\4 [Content_Types].xml word/document.xml"),
	  FORMAT_DOCX },
	{ "a workbook", BYTES("PK\3\4 [Content_Types].xml xl/workbook.xml"),
	  FORMAT_XLSX },
	{ "OpenDocument", BYTES("PK\3\4 mimetypeapplication/vnd.oasis."
				"opendocument.text"), FORMAT_ODT },
	{ "a sheet of it", BYTES("PK\3\4 mimetypeapplication/vnd.oasis."
				 "opendocument.spreadsheet"), FORMAT_ODF },
	{ "EPUB", BYTES("PK\3\4 mimetypeapplication/epub+zip"), FORMAT_EPUB },
	{ "another archive", BYTES("PK\3\4 a.txt"), FORMAT_ZIP },
	{ "RTF", BYTES("{\\rtf1\\ansi"), FORMAT_RTF },
	{ "Word before 2007", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	  FORMAT_OLE },
	{ "an encrypted docx",
	  BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" "E\0n\0c\0r\0y\0p\0t\0e\0d\0"
		"P\0a\0c\0k\0a\0g\0e\0"), FORMAT_OLE_LOCKED },
	{ "an image", BYTES("\x89PNG\r\n\x1a\n"), FORMAT_IMAGE },
};

static struct declared_case {
	const char *name;
	struct str bytes;
	const char *declared;
} declared[] = {
	{ "what <meta> says", BYTES("<meta charset=windows-1251>\xc6"),
	  "windows-1251" },
	{ "in the older way", BYTES("<META http-equiv=content-type content='"
				    "text/html; charset=KOI8-R'>\xf6"),
	  "KOI8-R" },
	{ "what XML says", BYTES("<?xml version='1.0' encoding='KOI8-R'?>\xf6"),
	  "KOI8-R" },
	{ "nothing is said", BYTES("<html><p>charset=koi8-r</p>"), "" },
	{ "a name of two letters at the very end",
	  BYTES("\xc6\xf3\xf0\xed\xe0\xeb <meta charset=ut"), "ut" },
};

static struct names_case {
	const char *name, *names;
	unsigned parts;
} names[] = {
	{ "a word", "pagination", PART_FURNITURE },
	{ "a word of a name", "wp-chunk cookie-notice", PART_SHORT },
	{ "words joined by _", "page_footer", PART_FURNITURE },
	{ "words joined by capitals", "siteHeader", PART_FURNITURE },
	{ "a part of a word is none", "navigator menuetto", 0 },
	{ "a word that must stand alone", "footer", PART_FURNITURE },
	{ "and does not", "content-header-wrapper", 0 },
	{ "a pull quote", "chunk pull-quote", PART_PULLQUOTE },
	{ "footnotes", "MsoFootnoteText", PART_NOTES },
	{ "nothing", "", 0 },
};

static struct html_limit {
	const char *name, *piece;
	size_t count;
	const char *message;
} limits[] = {
	{ "elements within each other", "<div>", 100000,
	  "line 1: more than 512 elements within each other" },
	{ "as many as may be", "<div>", 500, "" },
	{ "siblings", "<b>x</b>", 20000, "" },
	{ "attributes", "<p a=1 b='2' c>", 3, "" },
	{ "end tags that end nothing", "</b></p>", 5000, "" },
};

static void finds_format(void **state)
{
	const struct format_case *one = *state;
	struct err err = ERR_INIT;

	assert_int_equal(format_find(one->bytes), one->format);
	assert_int_equal(format_check(one->format, &err) == 0,
			 one->format <= FORMAT_EPUB);
}

static void finds_declared(void **state)
{
	const struct declared_case *one = *state;
	char *bytes = memory_get(one->bytes.len); /* ends where it ends */

	memcpy(bytes, one->bytes.data, one->bytes.len);
	assert_true(str_equal(html_declared((struct str){
				      bytes, one->bytes.len }),
			      str_of(one->declared)));
	list_free(bytes);
}

static void reads_names(void **state)
{
	const struct names_case *one = *state;
	struct html_names *lexicon;
	struct err err = ERR_INIT;

	assert_int_equal(html_names_open(&lexicon, test_knowledge.lexicons,
					 &err), 0);
	assert_int_equal(html_names_find(lexicon, str_of(one->names)),
			 one->parts);
	html_names_close(lexicon);
}

static int ignore_start(void *data, const struct markup_element *element,
			struct err *err)
{
	(void)data, (void)element, (void)err;
	return 0;
}

static int ignore_end(void *data, struct err *err)
{
	(void)data, (void)err;
	return 0;
}

static int ignore_text(void *data, struct str text, struct err *err)
{
	(void)data, (void)text, (void)err;
	return 0;
}

static const struct markup_events events = { ignore_start, ignore_end,
					     ignore_text };

static void keeps_bounds(void **state)
{
	const struct html_limit *one = *state;
	struct strbuf page = STRBUF_INIT;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < one->count; i++)
		strbuf_add_z(&page, one->piece);
	assert_int_equal(markup_html(strbuf_view(&page), &events, NULL, &err),
			 one->message[0] ? ERR_LIMIT : 0);
	assert_string_equal(err.text, one->message);
	strbuf_release(&page);
}

static void counts_attributes(void **state)
{
	struct strbuf tag = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct markup_xml *xml = markup_xml_new(&events, NULL);

	(void)state;
	strbuf_add_z(&tag, "<!-- it's no <a b='c' -->\n<p");
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&tag, " a%d='x'", i);
	strbuf_add_z(&tag, ">x</p>");
	assert_int_equal(markup_html(strbuf_view(&tag), &events, NULL, &err),
			 ERR_LIMIT);
	assert_string_equal(err.text, "line 2: an element with more than 128 "
				      "attributes");
	assert_int_equal(markup_xml_feed(xml, strbuf_view(&tag), &err),
			 ERR_LIMIT);
	markup_xml_free(xml);
	strbuf_release(&tag);
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(formats); i++)
		tests[count++] = CASE(formats[i], finds_format);
	for (size_t i = 0; i < COUNT_OF(declared); i++)
		tests[count++] = CASE(declared[i], finds_declared);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		tests[count++] = CASE(names[i], reads_names);
	for (size_t i = 0; i < COUNT_OF(limits); i++)
		tests[count++] = CASE(limits[i], keeps_bounds);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(counts_attributes);
	return _cmocka_run_group_tests("formats", tests, count, open_knowledge,
				       close_knowledge);
}
