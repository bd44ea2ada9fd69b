/* HTML and XHTML: the main text of a page. */
#ifndef ESEP_HTML_H
#define ESEP_HTML_H

#include "builder.h"
#include "html_names.h"

/* What the head of a page says of its encoding, in a <meta> or in the XML
 * declaration; empty where it says nothing. */
struct str html_declared(struct str bytes);

/* Read the main text into the builder: headings, paragraphs, list items with
 * their marks, rows of tables, captions, pull quotes, links, footnotes with
 * `1 ` before them and ¹ at their marks; a heading of the first level that is
 * the only one is a title. Menus, page headers and footers,
 * forms, notices and hidden parts are left out. Sets the metadata key title
 * where it is lacking: og:title, else the only first-level heading, else
 * <title>.
 * text    UTF-8
 * errors  as markup_html */
int html_read(struct builder *builder, struct str text,
	      const struct html_names *lexicon, struct err *err);

#endif
