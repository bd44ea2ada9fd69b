/* Documents of Word, put together from their parts. */
#include "cases.h"
#include "read_builder.h"
#include "zip_builder.h"

#include "docx.h"
#include "docx_fields.h"

#include <stdlib.h>

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/" \
	  "2006/main\""
#define MC "xmlns:mc=\"http://schemas.openxmlformats.org/" \
	   "markup-compatibility/2006\""
#define R "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
	  "relationships\""
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/" \
	     "relationships/"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/>" \
	"</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define BOLD(text) "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t>" \
	"</w:r></w:p>"
#define LISTED(list, level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" \
	level "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr><w:r><w:t>" \
	text "</w:t></w:r></w:p>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"

static const struct zip_part fixed[] = {
	{ "word/_rels/document.xml.rels",
	  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
	  "2006/relationships\">"
	  "<Relationship Id=\"r1\" Type=\"" TYPE "styles\" Target="
	  "\"styles.xml\"/>"
	  "<Relationship Id=\"r2\" Type=\"" TYPE "numbering\" Target="
	  "\"/word/numbering.xml\"/>"
	  "<Relationship Id=\"r3\" Type=\"" TYPE "footnotes\" Target="
	  "\"footnotes.xml\"/>"
	  "<Relationship Id=\"r4\" Type=\"" TYPE "hyperlink\" Target="
	  "\"https://x.y/z?a&amp;b\" TargetMode=\"External\"/></Relationships>" },
	{ "word/styles.xml",
	  "<w:styles " W ">"
	  "<w:style w:styleId=\"Berschrift1\"><w:name w:val=\"heading 1\"/>"
	  "</w:style>"
	  "<w:style w:styleId=\"Own\"><w:name w:val=\"Own\"/>"
	  "<w:basedOn w:val=\"Berschrift1\"/></w:style>"
	  "<w:style w:styleId=\"Level\"><w:name w:val=\"X\"/><w:pPr>"
	  "<w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
	  "<w:style w:styleId=\"Name\"><w:name w:val=\"Title\"/></w:style>"
	  "<w:style w:styleId=\"Cap\"><w:name w:val=\"caption\"/></w:style>"
	  "<w:style w:styleId=\"Toc\"><w:name w:val=\"toc 1\"/></w:style>"
	  "<w:style w:styleId=\"Bullet\"><w:name w:val=\"List Bullet\"/><w:pPr>"
	  "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
	  "<w:style w:styleId=\"Unseen\"><w:rPr><w:vanish/></w:rPr></w:style>"
	  "</w:styles>" },
	{ "word/numbering.xml",
	  "<w:numbering " W "><w:abstractNum w:abstractNumId=\"0\">"
	  "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val="
	  "\"bullet\"/><w:lvlText w:val=\"&#xF0B7;\"/></w:lvl></w:abstractNum>"
	  "<w:abstractNum w:abstractNumId=\"1\">"
	  "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val="
	  "\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
	  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val="
	  "\"russianLower\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl>"
	  "</w:abstractNum>"
	  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
	  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
	  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
	  "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
	  "</w:numbering>" },
	{ "word/footnotes.xml",
	  "<w:footnotes " W "><w:footnote w:type=\"separator\" w:id=\"-1\">"
	  P("line") "</w:footnote><w:footnote w:id=\"7\">"
	  "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> "
	  "Note</w:t></w:r></w:p>" P("more") "</w:footnote>"
	  "<w:footnote w:id=\"5\">" P("Other") "</w:footnote></w:footnotes>" },
};

static struct docx_case { const char *name, *body, *paragraphs; } cases[] = {
	{ "paragraphs", P("Бір") P("") P("екі"),
	  "paragraph: Бір|paragraph: екі|" },
	{ "signs", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c"
	  "</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
	  "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>",
	  "paragraph: a b c-d\u00ade•|" },
	{ "styles", STYLED("Name", "T") STYLED("Own", "H") STYLED("Level", "L")
	  STYLED("Cap", "C") STYLED("Toc", "1 H"),
	  "title: T|heading: H|heading: L|caption: C|boilerplate: 1 H|" },
	{ "lines in bold behind text, where most is not",
	  BOLD("T") P("a text of more than a line, which is not in bold, as most of"
	  " a text is not; it goes on for so long that no reader takes "
	  "it for a title, or for the name of one who wrote it, or for "
	  "a date, or a town, and ends") BOLD("A: b") BOLD("c.")
	  "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>d</w:t></w:r><w:r><w:t>e</w:t>"
	  "</w:r></w:p>",
	  "paragraph: T|paragraph: a text of more than a line, which is not in bold, as most of"
	  " a text is not; it goes on for so long that no reader takes "
	  "it for a title, or for the name of one who wrote it, or for "
	  "a date, or a town, and ends|heading: A: b|paragraph: c.|"
	  "paragraph: de|" },
	{ "a text in bold", BOLD("a") BOLD("b") P("c"),
	  "paragraph: a|paragraph: b|paragraph: c|" },
	{ "lists", STYLED("Bullet", "a") LISTED("2", "0", "b")
	  LISTED("2", "1", "c") LISTED("2", "1", "d") LISTED("2", "0", "e")
	  LISTED("3", "0", "f") LISTED("0", "0", "g"),
	  "item: - a|item: 3. b|item: 3.а) c|item: 3.б) d|item: 4. e|"
	  "item: 1. f|paragraph: g|" },
	{ "a table", "<w:tbl><w:tr><w:tc>" P("a") "</w:tc><w:tc>" P("b")
	  "</w:tc></w:tr><w:tr><w:tc>" P("") "</w:tc><w:tc>" P("d")
	  "</w:tc></w:tr></w:tbl>", "row: a | b|row: | d|" },
	{ "a table for layout", "<w:tbl><w:tr><w:tc>" P("a") P("b")
	  "</w:tc><w:tc>" P("c") "</w:tc></w:tr></w:tbl>",
	  "paragraph: a|paragraph: b|paragraph: c|" },
	{ "links", "<w:p><w:hyperlink r:id=\"r4\"><w:r><w:t>a</w:t></w:r>"
	  "</w:hyperlink><w:r><w:t xml:space=\"preserve\"> b </w:t></w:r>"
	  FIELD("begin") "<w:r><w:instrText> HYPERLINK \"https://f.g\" "
	  "</w:instrText></w:r>" FIELD("separate") "<w:r><w:t>c</w:t></w:r>"
	  FIELD("end") "<w:r><w:t>d</w:t></w:r></w:p>",
	  "paragraph: a<https://x.y/z?a&b> b c<https://f.g>d|" },
	{ "a mark that is lifted, and letters that are drawn a little up",
	  "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:position w:val=\"8\"/>"
	  "</w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:position w:val=\"2\"/>"
	  "</w:rPr><w:t xml:space=\"preserve\"> 2</w:t></w:r></w:p>",
	  "paragraph: a¹ 2|" },
	{ "notes in the order of their marks",
	  "<w:p><w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r>"
	  "<w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t>b.</w:t></w:r><w:r>"
	  "<w:footnoteReference w:id=\"5\"/></w:r></w:p>" P("c"),
	  "paragraph: a¹ b.²|footnote: 1 Note more|footnote: 2 Other|"
	  "paragraph: c|" },
	{ "a note in a table comes behind its row",
	  "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:footnoteReference "
	  "w:id=\"5\"/></w:r></w:p></w:tc><w:tc>" P("b") "</w:tc></w:tr>"
	  "</w:tbl>", "row: a¹ | b|footnote: 1 Other|" },
	{ "deleted, moved and hidden text",
	  "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText>"
	  "</w:r></w:del><w:ins><w:r><w:t>c</w:t></w:r></w:ins><w:moveFrom>"
	  "<w:r><w:t>d</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr>"
	  "<w:t>e</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Unseen\"/></w:rPr>"
	  "<w:t>f</w:t></w:r></w:p>", "paragraph: ac|" },
	{ "a deleted paragraph end",
	  "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r>"
	  "</w:p>" P("b") P("c"), "paragraph: ab|paragraph: c|" },
	{ "a drop cap", "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>"
	  "<w:r><w:t>T</w:t></w:r></w:p>" P("he"), "paragraph: The|" },
	{ "text boxes", "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice>"
	  "<w:txbxContent>" P("box") "</w:txbxContent></mc:Choice><mc:Fallback>"
	  "<w:txbxContent>" P("again") "</w:txbxContent></mc:Fallback>"
	  "</mc:AlternateContent><w:t>b</w:t></w:r></w:p>" P("c"),
	  "paragraph: ab|pullquote: box|paragraph: c|" },
	{ "a long text box is text", "<w:p><w:r><w:t>a</w:t><w:txbxContent>"
	  P("b") P("c") P("d") "</w:txbxContent></w:r></w:p>",
	  "paragraph: a|paragraph: b|paragraph: c|paragraph: d|" },
	{ "a table of contents", "<w:sdt><w:sdtPr><w:docPartObj>"
	  "<w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>"
	  "</w:sdtPr><w:sdtContent>" P("a 1") "</w:sdtContent></w:sdt>" P("b"),
	  "boilerplate: a 1|paragraph: b|" },
	{ "raised digits", "<w:p><w:r><w:t>m</w:t></w:r><w:r><w:rPr>"
	  "<w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>",
	  "paragraph: m²|" },
	{ "simple fields", "<w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7"
	  "</w:t></w:r></w:fldSimple></w:p>", "paragraph: 7|" },
};

/* A package with the fixed parts and the body. */
static void pack(struct strbuf *out, const char *body)
{
	struct zip_part parts[COUNT_OF(fixed) + 1];
	struct strbuf document = STRBUF_INIT;

	strbuf_addf(&document, "<w:document " W " " MC " " R
		    "><w:body>%s</w:body></w:document>", body);
	parts[0] = (struct zip_part){ "word/document.xml", document.data };
	memcpy(parts + 1, fixed, sizeof fixed);
	zip_pack(out, parts, COUNT_OF(parts));
	strbuf_release(&document);
}

static int read_docx(struct builder *builder, struct str bytes,
		     const void *data, struct err *err)
{
	(void)data;
	return docx_read(builder, bytes, err);
}

static int read_package(struct strbuf *out, struct str bytes, struct err *err)
{
	return read_printed(out, read_docx, bytes, NULL, err);
}

static void reads_body(void **state)
{
	const struct docx_case *one = *state;
	struct strbuf package = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	pack(&package, one->body);
	assert_int_equal(read_package(&out, strbuf_view(&package), &err), 0);
	assert_string_equal(out.data, one->paragraphs);
	strbuf_release(&package);
	strbuf_release(&out);
}

/* Every cut of a package is an error, and nothing worse. */
static void survives_cuts(void **state)
{
	struct strbuf package = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	pack(&package, P("a"));
	for (size_t len = 0; len < package.len; len += 7) {
		struct str cut = str_slice(strbuf_view(&package), 0, len);

		assert_int_equal(read_package(&out, cut, &err), ERR_FORMAT);
	}
	strbuf_release(&package);
	strbuf_release(&out);
}

static struct link_case { const char *name, *code, *target; } links[] = {
	{ "an address", " HYPERLINK \"https://a.b\" ", "https://a.b" },
	{ "a place", "HYPERLINK \\l \"c\"", "#c" },
	{ "both, and a hint", "HYPERLINK \"https://a.b\" \\l \"c\" \\o \"d\"",
	  "https://a.b#c" },
	{ "another field", "PAGEREF \"x\"", "" },
};

static void reads_code(void **state)
{
	const struct link_case *one = *state;
	struct strbuf target = STRBUF_INIT;

	strbuf_add(&target, STR(""));
	assert_int_equal(docx_field_target(&target, str_of(one->code)),
			 one->target[0] != '\0');
	assert_string_equal(target.data ? target.data : "", one->target);
	strbuf_release(&target);
}

int main(void)
{
	struct CMUnitTest tests[32];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], reads_body);
	for (size_t i = 0; i < COUNT_OF(links); i++)
		tests[count++] = CASE(links[i], reads_code);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(survives_cuts);
	return _cmocka_run_group_tests("docx", tests, count, NULL, NULL);
}
