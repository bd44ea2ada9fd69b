/* What HTML's elements are to the reader of a report. */
#ifndef ESEP_HTML_ELEMENTS_H
#define ESEP_HTML_ELEMENTS_H

#include "str.h"

enum html_kind {
	HTML_INLINE,     /* part of a line; all elements not named */
	HTML_BLOCK,      /* stands alone */
	HTML_HEADING, HTML_CAPTION, HTML_PRE, HTML_ITEM,
	HTML_LIST,       /* with bullets */
	HTML_NUMBERED,
	HTML_TABLE, HTML_ROW, HTML_CELL,
	HTML_BREAK,      /* <br> */
	HTML_RULE,       /* <hr> */
	HTML_LINK, HTML_RAISED,
	HTML_MAIN, HTML_ARTICLE, HTML_SECTION,
	HTML_ENDS,       /* the header and footer of what they stand in */
	HTML_NAV, HTML_ASIDE, HTML_FORM,
	HTML_TITLE, HTML_META,
	HTML_SKIP        /* no text of the page */
};

/* By its name, in lower case. */
enum html_kind html_kind(struct str name);

#endif
