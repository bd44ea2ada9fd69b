/* What an HTML element says of the text in it: by its element, its roles
 * (WAI-ARIA, DPUB-ARIA, EPUB), its classes and id, its style. */
#ifndef ESEP_HTML_MARKS_H
#define ESEP_HTML_MARKS_H

#include "html_page.h"
#include "markup.h"

struct html_says {
	enum html_mark mark;  /* AREA_FURNITURE for what is hidden, too */
	bool note_mark;       /* the mark of a footnote, or the way back */
	bool caption;
	bool item;            /* of a list */
};

/* sectioned  it stands in an article, a section or the main part, whose header
 *            and footer belong to the text */
struct html_says html_says(const struct markup_element *element,
			   enum html_kind kind, bool sectioned,
			   const struct html_names *lexicon);

/* Whether its style has a declaration, written without blanks. */
bool html_has_style(const struct markup_element *element,
		    const char *declaration);

#endif
