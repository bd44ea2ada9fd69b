/* The main text of HTML pages. */
#include "knowledge_case.h"
#include "read_builder.h"

#include "html.h"

static struct html_names *lexicon;

static struct html_case { const char *name, *page, *paragraphs; } pages[] = {
	/* paragraphs */
	{ "chunks and headings", "<h1>A</h1><h1>B</h1><div>c<p>d</div>e",
	  "heading: A|heading: B|paragraph: c|paragraph: d|paragraph: e|" },
	{ "the only <h1> is the title", "<h1>A</h1><h2>B</h2>",
	  "title: A|heading: B|" },
	{ "inline elements make no blanks", "<p>w<b>or</b>d<i> a</i>\n b",
	  "paragraph: word a b|" },
	{ "<br> ends a line, two a paragraph", "<p>a<br>b<br><br>c",
	  "paragraph: a b|paragraph: c|" },
	{ "lines of <pre>", "<pre>a  b\nc\n\nd</pre>",
	  "paragraph: a b c|paragraph: d|" },
	{ "entities and soft hyphens", "<p>a&amp;b&nbsp;c&shy;d&#1179;",
	  "paragraph: a&b c\u00addқ|" },
	{ "letters are composed", "<p>и\u0306од", "paragraph: йод|" },

	/* lists and tables */
	{ "bullets and numbers", "<ul><li>a<li>b</ul><ol><li>c<li>d</ol>",
	  "item: - a|item: - b|item: 1. c|item: 2. d|" },
	{ "numbers that begin elsewhere",
	  "<ol start=3><li>a<li value=9>b<li>c</ol><ol type=a><li>d</ol>",
	  "item: 3. a|item: 9. b|item: 10. c|item: a. d|" },
	{ "lists in items", "<ul><li>a<ol><li>b</ol><li><p>c<p>d</ul>",
	  "item: - a|item: 1. b|item: - c|paragraph: d|" },
	{ "a list without marks",
	  "<ul style='list-style: none'><li>1) a</ul>", "item: 1) a|" },
	{ "rows of a table",
	  "<table><caption>T</caption><tr><th>a<th>b<tr><td><p>1</p><td>2",
	  "caption: T|row: a | b|row: 1 | 2|" },
	{ "an empty cell", "<table><tr><td>a<td><td>c<tr><td><td>b<td>",
	  "row: a | | c|row: | b|" },
	{ "a table for layout",
	  "<table><tr><td><p>a<p>b<td><h2>c</h2><p>d</table>",
	  "paragraph: a|paragraph: b|heading: c|paragraph: d|" },
	{ "a table in a table", "<table><tr><td>a<td><table><tr><td>b<td>c"
	  "</table></table>", "paragraph: a|row: b | c|" },

	/* what belongs to the page and not to the text */
	{ "menus, headers and footers",
	  "<header>a</header><nav><a href=/>b</a></nav><p>Text of the page."
	  "<footer>c</footer>", "paragraph: Text of the page.|" },
	{ "the header of an article is text",
	  "<article><header><h1>A</h1></header><p>b<footer>c</footer>",
	  "title: A|paragraph: b|paragraph: c|" },
	{ "scripts, forms, templates",
	  "<script>'</p>'</script><form>a<button>b</button></form><template>"
	  "<p>c</template><p>Text of the page.<select><option>d</select>",
	  "paragraph: Text of the page.|" },
	{ "hidden parts", "<p hidden>a<p aria-hidden=true>b"
	  "<p style='color:red; display : none'>c<p>Text of the page.",
	  "paragraph: Text of the page.|" },
	{ "what classes say", "<div class=cookie-notice>a</div>"
	  "<div id=breadcrumbs>b</div><p>Text of the page.",
	  "paragraph: Text of the page.|" },
	{ "a wrapper's name does not lose the text",
	  "<div class='page-header sidebar'><p>Text of the page.</div><p>a",
	  "paragraph: Text of the page.|paragraph: a|" },
	{ "a class takes out no running text",
	  "<p>Text of the page, and more of it, and more than the box has, so "
	  "that it holds less than half.<p>Text again, of the page.<div class="
	  "promo-box><h2>A</h2><p>The fines of the year, which were told on the "
	  "square in May, rose by half again.</div>",
	  "paragraph: Text of the page, and more of it, and more than the box "
	  "has, so that it holds less than half.|paragraph: Text again, of the "
	  "page.|heading: A|paragraph: The fines of the year, which were told "
	  "on the square in May, rose by half again.|" },
	{ "unless it is there to be clicked away",
	  "<p>Text of the page, and more of it, and more than the box has, so "
	  "that it holds less than half.<p>Text again, of the page.<div class="
	  "cookie-bar><p>We would like to keep what you read, and how long you "
	  "stay, on your computer.<button>No</button></div>",
	  "paragraph: Text of the page, and more of it, and more than the box "
	  "has, so that it holds less than half.|paragraph: Text again, of the "
	  "page.|" },
	{ "the title in the page's header, and what it is",
	  "<header><h1>A title</h1><p>Log in</p><p>What was told on the square "
	  "in May and June, by all who ever came to that square.</header><main><h2>B"
	  "</h2><p>Text of the page, and more of it, and more than the header "
	  "has, so that it holds the text of the page.</main>",
	  "title: A title|paragraph: What was told on the square in May and "
	  "June, by all who ever came to that square.|heading: B|paragraph: Text of "
	  "the page, and more of it, and more than the header has, so that it "
	  "holds the text of the page.|" },
	{ "but not the site's name",
	  "<header><h1><a href=/>A site</a></h1></header><main><p>Text of the "
	  "page.</main>", "paragraph: Text of the page.|" },
	{ "labels of numbers",
	  "<div class=kpi-card><div>Fines</div><div>17</div><p>More than in "
	  "May.</div><p>Text of the page.",
	  "boilerplate: Fines|boilerplate: 17|paragraph: More than in May.|"
	  "paragraph: Text of the page.|" },
	{ "headings and items by their class",
	  "<div class=section-title>A</div><div class=list-item>b</div><div "
	  "class=list-item>c</div><p>Text of the page.",
	  "heading: A|item: - b|item: - c|paragraph: Text of the page.|" },
	{ "captions of charts",
	  "<div class=chart-title>A</div><p>Text of the page.",
	  "caption: A|paragraph: Text of the page.|" },
	{ "a form around everything", "<form><p>Text of the page.</form>",
	  "paragraph: Text of the page.|" },
	{ "a long menu is no text",
	  "<p>Text.<nav><a href=/>A menu that is longer</a></nav>",
	  "paragraph: Text.|" },
	{ "<main> with most of the text",
	  "<div>a</div><main><p>Text of the page.</main><div>b</div>",
	  "paragraph: Text of the page.|" },
	{ "and with little of it",
	  "<p>Text of the page.<main><p>a</main>",
	  "paragraph: Text of the page.|paragraph: a|" },
	{ "articles side by side", "<article>a</article><article>b</article>"
	  "<article>c</article>", "paragraph: a|paragraph: b|paragraph: c|" },
	{ "pull quotes", "<p>Text of the page, and more of it."
	  "<aside class=pullquote><p>Text</aside><blockquote>b</blockquote>",
	  "paragraph: Text of the page, and more of it.|pullquote: Text|"
	  "paragraph: b|" },
	{ "captions", "<figure><img alt=x><figcaption>a</figcaption></figure>",
	  "caption: a|" },
	{ "an inline permanent link", "<h2>A<a class=headerlink href=#a>¶</a>",
	  "heading: A|" },

	{ "a sign that links to the heading", "<a href=#x>#</a><h2>A</h2>",
	  "heading: A|" },

	/* links */
	{ "links", "<p>a <a href='https://x.y/?a&amp;b'>b c</a>, "
	  "<a href='javascript:x()'>d</a> <a href=#e>e</a> <a href=/f>f</a>",
	  "paragraph: a b c<https://x.y/?a&b>, d e f|" },
	{ "a link around blocks", "<a href='https://x.y'><p>a<p>b</a>",
	  "paragraph: a<https://x.y>|paragraph: b<https://x.y>|" },

	/* footnotes */
	{ "<sup> with a link",
	  "<p>a.<sup><a href=#n1>1</a></sup> b<ol><li id=n1>Note</ol>",
	  "paragraph: a.¹ b|footnote: 1 Note|" },
	{ "a way back, a blank before the mark, two paragraphs",
	  "<p>a <a id=r href=#n><sup>12</sup></a> b<div id=n><p>Note <a "
	  "href=#r>↩</a><p>more</div>",
	  "paragraph: a¹² b|footnote: 12 Note more|" },
	{ "Word's notes",
	  "<p>a<a href='#_ftn1' name='_ftnref1'>[1]</a> b<p class=x><a "
	  "href='#_ftnref1' name='_ftn1'>[1]</a> Note",
	  "paragraph: a¹ b|footnote: 1 Note|" },
	{ "notes that lead back alone tell marks",
	  "<p>a<a href=#n id=r>1</a> b<p><a id=n href=#r>1</a>Note",
	  "paragraph: a¹ b|footnote: 1 Note|" },
	{ "roles", "<p>a<a role=doc-noteref href=#n>1</a><section "
	  "role=doc-endnotes><p id=n>1. Note</section>",
	  "paragraph: a¹|footnote: 1 Note|" },
	{ "notes in the footer are kept",
	  "<p>Text of the page.<sup><a href=#n>1</a></sup><footer><p>x<p id=n>"
	  "Note</footer>",
	  "paragraph: Text of the page.¹|footnote: 1 Note|" },
	{ "notes without links", "<p>Text of the page.<sup>1</sup><div "
	  "class=footnotes><ol><li>Note</ol></div>",
	  "paragraph: Text of the page.¹|footnote: 1 Note|" },
	{ "notes with <br> between",
	  "<p>a<sup><a href=#m>1</a></sup> b<sup><a href=#n>2</a></sup><p>"
	  "<a name=m></a>1 Note<br><a name=n></a>2 Other",
	  "paragraph: a¹ b²|footnote: 1 Note|footnote: 2 Other|" },
	{ "a link to a chapter is no mark",
	  "<p>See <a href=#c>1</a>.<h2 id=c>1</h2>",
	  "paragraph: See 1.|heading: 1|" },
	{ "raised digits that are no note",
	  "<p>10<sup>2</sup> km<sup>2</sup>, 1<sup>st</sup>, 10<sup>-1</sup>",
	  "paragraph: 10² km², 1st, 10⁻¹|" },
};

static void reads_page(void **state)
{
	const struct html_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct builder builder;
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	builder_init(&builder, &doc, 1 << 20);
	assert_int_equal(html_read(&builder, str_of(one->page), lexicon,
				   &err), 0);
	assert_int_equal(builder_finish(&builder, &err), 0);
	print_paragraphs(&out, &doc);
	assert_string_equal(out.data, one->paragraphs);
	document_release(&doc);
	words_release(&words);
	strbuf_release(&out);
}

static struct title_case { const char *name, *page, *title; } titles[] = {
	{ "og:title first", "<title>a</title><meta property=og:title "
	  "content='b'><h1>c</h1>", "b" },
	{ "then the heading", "<title>a | Site</title><h1>c <i>d</i></h1>",
	  "c d" },
	{ "then <title>", "<title>a</title><h1>c</h1><h1>d</h1>", "a" },
};

static void finds_title(void **state)
{
	const struct title_case *one = *state;
	struct builder builder;
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;

	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	builder_init(&builder, &doc, 1 << 20);
	assert_int_equal(html_read(&builder, str_of(one->page), lexicon,
				   &err), 0);
	assert_true(str_equal(document_meta(&doc, STR("title")),
			      str_of(one->title)));
	builder_release(&builder);
	document_release(&doc);
	words_release(&words);
}

static int open_lexicon(void **state)
{
	struct err err = ERR_INIT;

	return open_knowledge(state) < 0 ||
	       html_names_open(&lexicon, test_knowledge.lexicons, &err) < 0;
}

static int close_lexicon(void **state)
{
	html_names_close(lexicon);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(pages); i++)
		tests[count++] = CASE(pages[i], reads_page);
	for (size_t i = 0; i < COUNT_OF(titles); i++)
		tests[count++] = CASE(titles[i], finds_title);
	return _cmocka_run_group_tests("html", tests, count, open_lexicon,
				       close_lexicon);
}
