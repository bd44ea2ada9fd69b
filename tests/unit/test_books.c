/* Texts of OpenDocument and books (EPUB), put together from their parts. */
#include "cases.h"
#include "read_builder.h"
#include "reading.h"
#include "zip_builder.h"

#include "epub.h"
#include "format.h"
#include "odt.h"

#include <stdlib.h>

#define SPACES "xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:style=" \
	"\"urn:s\" xmlns:table=\"urn:b\" xmlns:draw=\"urn:d\" " \
	"xmlns:xlink=\"urn:x\" xmlns:fo=\"urn:f\" xmlns:dc=\"urn:c\""
#define STYLE(family, name, base, properties) "<style:style style:name=\"" \
	name "\" style:family=\"" family "\" style:parent-style-name=\"" base \
	"\">" properties "</style:style>"
#define P(text) "<text:p>" text "</text:p>"
#define STYLED(style, text) "<text:p text:style-name=\"" style "\">" text \
	"</text:p>"
#define H(level, text) "<text:h text:outline-level=\"" level "\">" text \
	"</text:h>"
#define LIST_OF(style, items) "<text:list text:style-name=\"" style "\">" \
	items "</text:list>"
#define ITEM(text) "<text:list-item>" text "</text:list-item>"
#define NOTE(text) "<text:note text:note-class=\"footnote\">" \
	"<text:note-citation>1</text:note-citation><text:note-body>" text \
	"</text:note-body></text:note>"
#define CELL(text) "<table:table-cell>" text "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table>" rows "</table:table>"

static const char styles[] =
	"<office:document-styles " SPACES "><office:styles>"
	STYLE("paragraph", "Title", "", "") STYLE("paragraph", "Own", "Title", "")
	STYLE("paragraph", "Caption", "", "")
	STYLE("text", "Sup", "",
	      "<style:text-properties style:text-position=\"super 58%\"/>")
	STYLE("text", "Gone", "", "<style:text-properties text:display="
	      "\"none\"/>")
	"<text:outline-style><text:outline-level-style text:level=\"1\" "
	"style:num-format=\"I\" style:num-suffix=\".\"/>"
	"<text:outline-level-style text:level=\"2\" style:num-format=\"1\" "
	"text:display-levels=\"2\"/></text:outline-style>"
	"</office:styles><office:master-styles><style:master-page>"
	"<style:header>" P("running head") "</style:header>"
	"</style:master-page></office:master-styles></office:document-styles>";

static const char lists[] =
	STYLE("paragraph", "P1", "Own", "")
	"<text:list-style style:name=\"N\"><text:list-level-style-number "
	"text:level=\"1\" style:num-format=\"1\" style:num-suffix=\")\" "
	"text:start-value=\"3\"/><text:list-level-style-number text:level="
	"\"2\" style:num-format=\"a\"/></text:list-style>";

static struct odt_case { const char *name, *body, *paragraphs; } bodies[] = {
	{ "paragraphs, blanks, breaks",
	  P("Бір<text:tab/>a<text:s text:c=\"3\"/>b<text:line-break/>c") P("")
	  P("екі"), "paragraph: Бір a b c|paragraph: екі|" },
	{ "styles, based on others",
	  STYLED("P1", "T") STYLED("Caption", "C") P("a"),
	  "title: T|caption: C|paragraph: a|" },
	{ "headings with their numbers",
	  H("1", "A") H("2", "B") H("2", "C") H("1", "D") H("3", "E"),
	  "heading: I. A|heading: I.1. B|heading: I.2. C|heading: II. D|"
	  "heading: E|" },
	{ "lists", LIST_OF("N", ITEM(P("a") P("more") "<text:list>"
	  ITEM(P("b")) ITEM(P("c")) "</text:list>") ITEM(P("d")))
	  LIST_OF("none", ITEM(P("e"))),
	  "item: 3) a|paragraph: more|item: a. b|item: b. c|item: 4) d|"
	  "item: - e|" },
	{ "a table, with an empty cell and one over two columns",
	  TABLE("<table:table-header-rows>" ROW(CELL(P("a")) CELL(P("b"))
	  CELL(P("c"))) "</table:table-header-rows>" ROW(CELL("") CELL(P("d"))
	  "<table:covered-table-cell/>")) P("e"),
	  "row: a | b | c|row: | d|paragraph: e|" },
	{ "notes behind the paragraph",
	  P("a" NOTE(P("Note <text:a xlink:href=\"https://x.y\">x</text:a>")
	  P("more")) " b." NOTE(P("Other"))) P("c"),
	  "paragraph: a¹ b.²|footnote: 1 Note x<https://x.y> more|"
	  "footnote: 2 Other|paragraph: c|" },
	{ "a note in a table comes behind its row",
	  TABLE(ROW(CELL(P("a" NOTE(P("Note")))) CELL(P("b")))),
	  "row: a¹ | b|footnote: 1 Note|" },
	{ "raised digits and hidden text",
	  P("a<text:span text:style-name=\"Sup\">12</text:span> b"
	  "<text:span text:style-name=\"Gone\">c</text:span>"),
	  "paragraph: a¹² b|" },
	{ "contents are no text of the report",
	  "<text:table-of-content><text:table-of-content-source>"
	  "<text:index-title-template>X</text:index-title-template>"
	  "</text:table-of-content-source><text:index-body>"
	  P("A <text:tab/>3") "</text:index-body></text:table-of-content>"
	  P("a"), "boilerplate: A 3|paragraph: a|" },
	{ "a box", P("a<draw:frame><draw:text-box>" P("said") "</draw:text-box>"
	  "<svg:title xmlns:svg=\"urn:v\">alt</svg:title></draw:frame>b"),
	  "paragraph: ab|pullquote: said|" },
	{ "changes and comments", "<text:tracked-changes><text:changed-region>"
	  "<text:deletion>" P("x") "</text:deletion></text:changed-region>"
	  "</text:tracked-changes>" P("a<office:annotation><dc:creator>Y"
	  "</dc:creator>" P("z") "</office:annotation>b"), "paragraph: ab|" },
	{ "boxes in boxes in boxes",
	  P("a<draw:text-box>" P("b<draw:text-box>" P("c<draw:text-box>"
	  P("d<draw:text-box>" P("e") "</draw:text-box>") "</draw:text-box>")
	  "</draw:text-box>") "</draw:text-box>"),
	  "paragraph: a|paragraph: b|pullquote: c|pullquote: d|" },
};

/* reading: for an EPUB; NULL for a text of OpenDocument */
static int read_book(struct builder *builder, struct str bytes,
		     const void *data, struct err *err)
{
	const struct reading_words *reading = data;

	return reading ? epub_read(builder, bytes, reading->names,
				   &reading->decoder, err)
		       : odt_read(builder, bytes, err);
}

static int read_bytes(struct strbuf *out, struct str bytes,
		      const struct reading_words *reading, struct err *err)
{
	return read_printed(out, read_book, bytes, reading, err);
}

static void pack_odt(struct strbuf *package, const char *body)
{
	struct strbuf content = STRBUF_INIT;
	struct zip_part parts[3] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text" },
		{ "styles.xml", styles }
	};

	strbuf_addf(&content, "<office:document-content " SPACES ">"
		    "<office:automatic-styles>%s</office:automatic-styles>"
		    "<office:body><office:text>%s</office:text></office:body>"
		    "</office:document-content>", lists, body);
	parts[2] = (struct zip_part){ "content.xml", content.data };
	zip_pack(package, parts, COUNT_OF(parts));
	strbuf_release(&content);
}

static void reads_odt(void **state)
{
	const struct odt_case *one = *state;
	struct strbuf package = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	pack_odt(&package, one->body);
	assert_int_equal(format_find(strbuf_view(&package)), FORMAT_ODT);
	assert_int_equal(read_bytes(&out, strbuf_view(&package), NULL, &err),
			 0);
	assert_string_equal(out.data, one->paragraphs);
	strbuf_release(&package);
	strbuf_release(&out);
}

#define CONTAINER "<container xmlns=\"urn:c\"><rootfiles><rootfile " \
	"full-path=\"OPS/book.opf\"/></rootfiles></container>"
#define PACKAGE(spine) "<package xmlns=\"urn:p\" xmlns:dc=\"urn:d\">" \
	"<metadata><dc:title>A Book</dc:title></metadata><manifest>" \
	"<item id=\"two\" href=\"text/b%20b.xhtml\" media-type=" \
	"\"application/xhtml+xml\"/><item id=\"one\" href=\"text/a.xhtml\" " \
	"media-type=\"application/xhtml+xml\"/><item id=\"nav\" href=" \
	"\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml" \
	"\"/><item id=\"css\" href=\"x.css\" media-type=\"text/css\"/>" \
	"</manifest><spine>" spine "</spine></package>"
#define SPINE "<itemref idref=\"nav\"/><itemref idref=\"one\"/>" \
	"<itemref idref=\"css\"/><itemref idref=\"two\"/>" \
	"<itemref idref=\"lost\"/>"
#define PAGE(body) "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/" \
	"1999/xhtml\"><head><title>page</title></head><body>" body \
	"</body></html>"

static struct epub_case {
	const char *name;
	struct zip_part parts[6];
	const char *found;        /* the paragraphs, or the error */
} books[] = {
	{ "pages in the order of the spine, notes on another page",
	  { { "META-INF/container.xml", CONTAINER },
	    { "OPS/book.opf", PACKAGE(SPINE) },
	    { "OPS/nav.xhtml", PAGE("<p>A 3</p>") },
	    { "OPS/text/a.xhtml",
	      PAGE("<h1>A</h1><p>a<a href=\"b%20b.xhtml#n\"/><a href="
		   "\"b b.xhtml#n\"><sup>1</sup></a> b <a href="
		   "\"https://x.y\">c</a></p>") },
	    { "OPS/text/b b.xhtml",
	      PAGE("<h1>B</h1><p>d</p><p id=\"n\">Note</p>") } },
	  "[A Book] heading: A|paragraph: a¹ b c<https://x.y>|"
	  "heading: B|paragraph: d|footnote: 1 Note|" },
	{ "the same names on two pages",
	  { { "META-INF/container.xml", CONTAINER },
	    { "OPS/book.opf", PACKAGE(SPINE) },
	    { "OPS/nav.xhtml", PAGE("") },
	    { "OPS/text/a.xhtml", PAGE("<p>a<a href=\"#n\"><sup>1</sup></a> b"
		"</p><aside id=\"n\"><p>Note</p></aside>") },
	    { "OPS/text/b b.xhtml", PAGE("<p>c<a href=\"#n\"><sup>1</sup></a> "
		"d</p><aside id=\"n\"><p>Other</p></aside>") } },
	  "[A Book] paragraph: a¹ b|footnote: 1 Note|paragraph: c¹ d|"
	  "footnote: 1 Other|" },
	{ "a page in another encoding, and one that says the wrong one",
	  { { "META-INF/container.xml", CONTAINER },
	    { "OPS/book.opf", PACKAGE(SPINE) },
	    { "OPS/nav.xhtml", PAGE("") },
	    { "OPS/text/a.xhtml", "<?xml version=\"1.0\" encoding=\"koi8-r\"?>"
	      "<html><body><p>\xf4\xc1\xcd \xc7\xcf\xd2\xc9\xd4 "
	      "\xcc\xc1\xcd\xd0\xc1.</p></body></html>" },
	    { "OPS/text/b b.xhtml", "<?xml version=\"1.0\" encoding=\"koi8-r\"?>"
	      "<html><body><p>\xc3\xe0\xec \xee\xf7\xe5\xed\xfc "
	      "\xf2\xe5\xec\xed\xee.</p></body></html>" } },
	  "[A Book] paragraph: Там горит лампа.|paragraph: Гам очень темно.|" },
	{ "an encrypted page",
	  { { "META-INF/container.xml", CONTAINER },
	    { "META-INF/encryption.xml", "<encryption xmlns=\"urn:e\">"
	      "<CipherReference URI=\"OPS/text/a.xhtml\"/></encryption>" },
	    { "OPS/book.opf", PACKAGE(SPINE) },
	    { "OPS/text/a.xhtml", "\x01\x02" } },
	  "OPS/text/a.xhtml: encrypted" },
	{ "a page that is not there",
	  { { "META-INF/container.xml", CONTAINER },
	    { "OPS/book.opf", PACKAGE(SPINE) } },
	  "no OPS/text/a.xhtml in it" },
	{ "no package", { { "META-INF/container.xml", "<container/>" } },
	  "no book (its container names no package)" },
	{ "no container", { { "a", "b" } }, "no META-INF/container.xml in it" },
};

static struct reading_words reading;

static void reads_epub(void **state)
{
	const struct epub_case *one = *state;
	struct strbuf package = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;
	size_t count = 0;

	while (count < COUNT_OF(one->parts) && one->parts[count].name)
		count++;
	zip_pack(&package, one->parts, count);
	if (read_bytes(&out, strbuf_view(&package), &reading, &err) < 0)
		assert_string_equal(err.text, one->found);
	else
		assert_string_equal(out.data, one->found);
	strbuf_release(&package);
	strbuf_release(&out);
}

/* Every cut of a package is an error, and nothing worse. */
static void survives_cuts(void **state)
{
	struct strbuf odt = STRBUF_INIT, epub = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	pack_odt(&odt, bodies[5].body);
	zip_pack(&epub, books[0].parts, 5);
	for (size_t len = 0; len < odt.len; len += 7)
		assert_int_equal(read_bytes(&out, str_slice(strbuf_view(&odt),
							    0, len),
					    NULL, &err), ERR_FORMAT);
	for (size_t len = 0; len < epub.len; len += 7)
		assert_int_equal(read_bytes(&out, str_slice(strbuf_view(&epub),
							    0, len),
					    &reading, &err), ERR_FORMAT);
	strbuf_release(&odt);
	strbuf_release(&epub);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[32];
	struct err err = ERR_INIT;
	size_t count = 0;
	int rc = reading_open(&reading, getenv("ESEP_LEXICONS"), &err);

	if (rc < 0) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	for (size_t i = 0; i < COUNT_OF(bodies); i++)
		tests[count++] = CASE(bodies[i], reads_odt);
	for (size_t i = 0; i < COUNT_OF(books); i++)
		tests[count++] = CASE(books[i], reads_epub);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(survives_cuts);
	rc = _cmocka_run_group_tests("books", tests, count, NULL, NULL);
	reading_close(&reading);
	return rc;
}
