#include "html_elements.h"

#include <stdlib.h>

static const struct element {
	const char *name;
	enum html_kind kind;
} elements[] = { /* by name */
	{ "a", HTML_LINK },
	{ "address", HTML_BLOCK },
	{ "applet", HTML_SKIP },
	{ "article", HTML_ARTICLE },
	{ "aside", HTML_ASIDE },
	{ "audio", HTML_SKIP },
	{ "blockquote", HTML_BLOCK },
	{ "body", HTML_BLOCK },
	{ "br", HTML_BREAK },
	{ "button", HTML_SKIP },
	{ "canvas", HTML_SKIP },
	{ "caption", HTML_CAPTION },
	{ "center", HTML_BLOCK },
	{ "datalist", HTML_SKIP },
	{ "dd", HTML_BLOCK },
	{ "details", HTML_BLOCK },
	{ "dialog", HTML_NAV },
	{ "dir", HTML_LIST },
	{ "div", HTML_BLOCK },
	{ "dl", HTML_BLOCK },
	{ "dt", HTML_BLOCK },
	{ "fieldset", HTML_BLOCK },
	{ "figcaption", HTML_CAPTION },
	{ "figure", HTML_BLOCK },
	{ "footer", HTML_ENDS },
	{ "form", HTML_FORM },
	{ "h1", HTML_HEADING },
	{ "h2", HTML_HEADING },
	{ "h3", HTML_HEADING },
	{ "h4", HTML_HEADING },
	{ "h5", HTML_HEADING },
	{ "h6", HTML_HEADING },
	{ "head", HTML_BLOCK },
	{ "header", HTML_ENDS },
	{ "hgroup", HTML_BLOCK },
	{ "hr", HTML_RULE },
	{ "html", HTML_BLOCK },
	{ "iframe", HTML_SKIP },
	{ "legend", HTML_BLOCK },
	{ "li", HTML_ITEM },
	{ "listing", HTML_PRE },
	{ "main", HTML_MAIN },
	{ "map", HTML_SKIP },
	{ "menu", HTML_LIST },
	{ "meta", HTML_META },
	{ "nav", HTML_NAV },
	{ "noembed", HTML_SKIP },
	{ "noframes", HTML_SKIP },
	{ "noscript", HTML_SKIP },
	{ "object", HTML_SKIP },
	{ "ol", HTML_NUMBERED },
	{ "optgroup", HTML_SKIP },
	{ "option", HTML_SKIP },
	{ "p", HTML_BLOCK },
	{ "plaintext", HTML_PRE },
	{ "pre", HTML_PRE },
	{ "rp", HTML_SKIP },
	{ "rt", HTML_SKIP },
	{ "script", HTML_SKIP },
	{ "search", HTML_NAV },
	{ "section", HTML_SECTION },
	{ "select", HTML_SKIP },
	{ "style", HTML_SKIP },
	{ "summary", HTML_BLOCK },
	{ "sup", HTML_RAISED },
	{ "svg", HTML_SKIP },
	{ "table", HTML_TABLE },
	{ "tbody", HTML_BLOCK },
	{ "td", HTML_CELL },
	{ "template", HTML_SKIP },
	{ "textarea", HTML_SKIP },
	{ "tfoot", HTML_BLOCK },
	{ "th", HTML_CELL },
	{ "thead", HTML_BLOCK },
	{ "title", HTML_TITLE },
	{ "tr", HTML_ROW },
	{ "ul", HTML_LIST },
	{ "video", HTML_SKIP },
	{ "xmp", HTML_PRE },
};

static int compare(const void *name, const void *element)
{
	return str_compare(*(const struct str *)name,
			   str_of(((const struct element *)element)->name));
}

enum html_kind html_kind(struct str name)
{
	const struct element *found = bsearch(&name, elements,
					      COUNT_OF(elements),
					      sizeof *elements, compare);

	return found ? found->kind : HTML_INLINE;
}
