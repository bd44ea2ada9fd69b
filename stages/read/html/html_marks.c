#include "html_marks.h"

enum {
	STYLE_BYTES = 512,
	ID_WORDS = 2   /* ids with more words are made of headings */
};

static const struct {
	const char *role;
	enum html_mark mark;
	bool note_mark;
} roles[] = {
	{ "main", AREA_MAIN, false },
	{ "article", AREA_ARTICLE, false },
	{ "navigation", AREA_FURNITURE, false },
	{ "banner", AREA_FURNITURE, false },
	{ "contentinfo", AREA_FURNITURE, false },
	{ "search", AREA_FURNITURE, false },
	{ "menu", AREA_FURNITURE, false },
	{ "menubar", AREA_FURNITURE, false },
	{ "toolbar", AREA_FURNITURE, false },
	{ "dialog", AREA_FURNITURE, false },
	{ "alertdialog", AREA_FURNITURE, false },
	{ "tooltip", AREA_FURNITURE, false },
	{ "doc-toc", AREA_FURNITURE, false },
	{ "doc-pagebreak", AREA_FURNITURE, false },
	{ "complementary", AREA_ASIDE, false },
	{ "doc-pullquote", AREA_PULLQUOTE, false },
	{ "doc-footnote", AREA_NOTES, false },
	{ "doc-endnote", AREA_NOTES, false },
	{ "doc-endnotes", AREA_NOTES, false },
	{ "doc-noteref", AREA_PLAIN, true },
	{ "doc-backlink", AREA_PLAIN, true },
	/* epub:type */
	{ "toc", AREA_FURNITURE, false },
	{ "pagebreak", AREA_FURNITURE, false },
	{ "pullquote", AREA_PULLQUOTE, false },
	{ "footnote", AREA_NOTES, false },
	{ "footnotes", AREA_NOTES, false },
	{ "endnote", AREA_NOTES, false },
	{ "endnotes", AREA_NOTES, false },
	{ "rearnote", AREA_NOTES, false },
	{ "rearnotes", AREA_NOTES, false },
	{ "noteref", AREA_PLAIN, true },
	{ "backlink", AREA_PLAIN, true },
};

static void read_roles(struct html_says *says, struct str value)
{
	struct str word;

	while (str_split(&value, ' ', &word))
		for (size_t i = 0; i < COUNT_OF(roles); i++) {
			if (!str_equal_any_case(word, roles[i].role))
				continue;
			if (says->mark == AREA_PLAIN)
				says->mark = roles[i].mark;
			says->note_mark |= roles[i].note_mark;
		}
}

bool html_has_style(const struct markup_element *element,
		    const char *declaration)
{
	struct str style = markup_value(element, STR("style"));
	char plain[STYLE_BYTES + 1];
	size_t len = 0;

	for (size_t i = 0; i < style.len && len < STYLE_BYTES; i++)
		if ((unsigned char)style.data[i] > ' ')
			plain[len++] = style.data[i];
	plain[len] = '\0';
	return strcasestr(plain, declaration) != NULL;
}

static bool is_hidden(const struct markup_element *element)
{
	return (markup_has(element, STR("hidden")) &&
		!str_equal_any_case(markup_value(element, STR("hidden")),
				    "until-found")) ||
	       str_equal_any_case(markup_value(element, STR("aria-hidden")),
				  "true") ||
	       (markup_has(element, STR("style")) &&
		(html_has_style(element, "display:none") ||
		 html_has_style(element, "visibility:hidden") ||
		 html_has_style(element, "mso-hide:all")));
}

static size_t count_words(struct str id)
{
	size_t words = 0;

	for (size_t i = 0; i < id.len; i++)
		words += strchr("-_.: ", id.data[i]) != NULL;
	return words + 1;
}

static unsigned read_names(const struct markup_element *element,
			   enum html_kind kind,
			   const struct html_names *lexicon)
{
	struct str id = markup_value(element, STR("id"));
	struct str title = markup_value(element, STR("title"));
	unsigned parts = html_names_find(lexicon,
					markup_value(element, STR("class")));

	if (count_words(id) <= ID_WORDS)
		parts |= html_names_find(lexicon, id) &
			 (PART_FURNITURE | PART_SHORT);
	if (str_equal_any_case(title, "header") ||
	    str_equal_any_case(title, "footer"))
		parts |= PART_FURNITURE; /* so LibreOffice names them */
	if (kind == HTML_HEADING)
		parts &= ~(unsigned)(PART_FURNITURE | PART_SHORT);
	return parts;
}

static enum html_mark by_element(enum html_kind kind, bool sectioned)
{
	switch (kind) {
	case HTML_MAIN: return AREA_MAIN;
	case HTML_ARTICLE: return AREA_ARTICLE;
	case HTML_NAV:
	case HTML_FORM: return AREA_FURNITURE;
	case HTML_ENDS: return sectioned ? AREA_PLAIN : AREA_FURNITURE;
	case HTML_ASIDE: return AREA_ASIDE;
	default: return AREA_PLAIN;
	}
}

/* What counts only for a text of some length. */
static enum html_mark by_names(unsigned parts)
{
	if (parts & PART_SHORT)
		return AREA_SHORT;
	if (parts & PART_HEADING)
		return AREA_HEADING;
	return parts & PART_LABEL ? AREA_LABEL : AREA_PLAIN;
}

struct html_says html_says(const struct markup_element *element,
			   enum html_kind kind, bool sectioned,
			   const struct html_names *lexicon)
{
	struct html_says says = { .mark = AREA_PLAIN };
	enum html_mark mark = by_element(kind, sectioned);
	unsigned parts;

	if (element->count == 0) {
		says.mark = mark;
		return says;
	}
	read_roles(&says, markup_value(element, STR("role")));
	read_roles(&says, markup_value(element, STR("epub:type")));
	parts = read_names(element, kind, lexicon);
	says.note_mark |= (parts & (PART_NOTE_MARK | PART_NOTES)) != 0 &&
			  (kind == HTML_INLINE || kind == HTML_LINK ||
			   kind == HTML_RAISED);
	says.caption = (parts & PART_CAPTION) != 0;
	says.item = (parts & PART_ITEM) != 0 && kind == HTML_BLOCK;
	if (is_hidden(element))
		says.mark = AREA_FURNITURE;
	else if (says.mark == AREA_NOTES || (parts & PART_NOTES))
		says.mark = AREA_NOTES;
	else if (says.mark == AREA_PULLQUOTE || (parts & PART_PULLQUOTE))
		says.mark = AREA_PULLQUOTE;
	else if (says.mark == AREA_PLAIN)
		says.mark = mark;
	if ((says.mark == AREA_PLAIN || says.mark == AREA_ASIDE) &&
	    (parts & PART_FURNITURE))
		says.mark = AREA_FURNITURE;
	else if (says.mark == AREA_PLAIN)
		says.mark = by_names(parts);
	return says;
}
