/* What a line on a page says. */
#ifndef ESEP_LINE_TEXT_H
#define ESEP_LINE_TEXT_H

#include "pages.h"

enum { LINE_DIGITS = 3 };      /* of the number of a note or an item */

/* The words of a line with blanks between, but where two of different sizes
 * touch; raised digits as superscript ones; a letter or sign that
 * stands for a bullet as one. It lies in `out`, which is
 * overwritten. */
struct str line_text(const struct pages *pages, const struct page_line *line,
		     struct strbuf *out);

/* The first word of a line. */
struct str line_first_text(const struct pages *pages,
			   const struct page_line *line);

/* Whether a word of a line, of digits and commas, is set small and high. */
bool line_is_raised(const struct page_line *line, const struct page_word *word,
		    struct str text);

/* Whether a line begins with a bullet, with "(a)" or "(iv)", or with "1." or
 * "1)", and the text of an item behind it. */
bool line_is_bullet(const struct pages *pages, const struct page_line *line);
bool line_is_lettered(const struct pages *pages, const struct page_line *line);
bool line_is_numbered(const struct pages *pages, const struct page_line *line);

#endif
