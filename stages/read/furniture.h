/* What the names that authors give to parts of a page say: the classes and
 * ids of HTML elements, by the words of lexicons/html_furniture.tsv. */
#ifndef ESEP_FURNITURE_H
#define ESEP_FURNITURE_H

#include "err.h"
#include "str.h"

enum furniture_part {             /* bits: several may be said */
	PART_FURNITURE = 1,       /* of the page, not of the text */
	PART_PULLQUOTE = 2,
	PART_NOTES = 4,           /* footnotes */
	PART_NOTE_MARK = 8,       /* the mark of one, in the text */
	PART_CAPTION = 16
};

struct furniture;

/* errors: as lexicons_load; ERR_FORMAT (file:line) an unknown part */
int furniture_open(struct furniture **furniture, const char *lexicons,
		   struct err *err);
void furniture_close(struct furniture *furniture);

/* What a class or id attribute says: names with blanks between, each of one or
 * more words (`page-footer`, `page_footer`, `pageFooter`). */
unsigned furniture_find(const struct furniture *furniture, struct str names);

#endif
