/* HTML and XHTML: the main text of a page. */
#ifndef ESEP_HTML_H
#define ESEP_HTML_H

#include "builder.h"
#include "html_names.h"

/* The encoding of a page, by its iconv name: its byte order mark, UTF-16 by
 * its NULs, valid UTF-8 with letters beyond ASCII; else what a <meta> or the
 * XML declaration at its head says; else what encoding_find finds, which may
 * be NULL. The string lives in the arena. */
const char *html_encoding(struct arena *arena, struct str bytes);

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
