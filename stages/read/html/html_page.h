/* A page as its parser saw it: chunks of text, the areas they stand in, and
 * the names that links lead to. */
#ifndef ESEP_HTML_PAGE_H
#define ESEP_HTML_PAGE_H

#include "chunks.h"
#include "html_elements.h"
#include "html_names.h"

enum html_mark {
	AREA_PLAIN,
	AREA_MAIN, AREA_ARTICLE,
	AREA_FURNITURE,   /* by its element, role, class or id, or hidden */
	AREA_ASIDE,
	AREA_SHORT,       /* furniture, unless it holds running text */
	AREA_LABEL, AREA_HEADING, /* of a line; more is text */
	AREA_PULLQUOTE,
	AREA_NOTES        /* footnotes */
};

struct html_area {        /* an element that says what its text is */
	uint32_t parent;  /* an area before it; 0 is the page itself */
	enum html_mark mark;
	size_t bytes;     /* of text, with the areas within */
	size_t link_bytes;/* of that, in links */
	size_t running;   /* of that, in sentences */
	size_t controls;  /* buttons, and links that lead nowhere */
	bool dropped;
};

struct html_anchor {      /* what #name leads to */
	struct str name;
	size_t first, end;/* chunks */
};

struct html_frame;
struct html_page {
	struct chunks chunks;
	LIST(struct html_area) areas;
	LIST(struct html_anchor) anchors;
	struct strbuf title;      /* <title> */
	struct strbuf shared;     /* og:title, or a book's title */

	/* While it is parsed: */
	const struct html_names *lexicon;
	struct str part;          /* of a book: its file's name */
	LIST(struct html_frame) frames;
	size_t link_frame;        /* + 1, of the open link; 0: none */
	size_t link_start;
	struct str link_target;
};

void html_page_init(struct html_page *page, const struct html_names *lexicon);

/* Read a page, or one more part of a book: names in it, and links to them, are
 * told apart by the name of its file, which must live as long as the page;
 * empty for a page.
 * text    UTF-8
 * errors  as markup_html */
int html_page_read(struct html_page *page, struct str part, struct str text,
		   struct err *err);
void html_page_release(struct html_page *page);

/* The steps behind, in their order: what is the report, its notes, its title
 * (`shared` where that is not empty), and the text into the builder. */
void html_page_write(struct html_page *page, struct builder *builder);

/* Decide what is the report: sets chunk.dropped, area.dropped, and the kind of
 * pull quotes. */
void html_choose(struct html_page *page);

/* Tie footnotes to their marks: sets chunk.kind, mark and goes_on, and adds
 * spans. A footnote that has a mark is not dropped. */
void html_notes(struct html_page *page);

#endif
