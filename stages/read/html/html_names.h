/* What the names that authors give to parts of a page say: the classes and
 * ids of HTML elements, by the words of lexicons/html_furniture.tsv. */
#ifndef ESEP_HTML_NAMES_H
#define ESEP_HTML_NAMES_H

#include "err.h"
#include "lexicons.h"

enum html_part {                  /* bits: several may be said */
	PART_FURNITURE = 1,       /* of the page, not of the text */
	PART_PULLQUOTE = 2,
	PART_NOTES = 4,           /* footnotes */
	PART_NOTE_MARK = 8,       /* the mark of one, in the text */
	PART_CAPTION = 16,
	PART_SHORT = 32,          /* furniture, unless it holds running text */
	PART_HEADING = 64,        /* a heading, where it is a line */
	PART_LABEL = 128,         /* of a chart or a number, where it is one */
	PART_ITEM = 256           /* of a list */
};

struct html_names;

/* errors: as lexicons_table; ERR_FORMAT (file:line) an unknown part */
int html_names_open(struct html_names **names, struct lexicons *lexicons,
		    struct err *err);
void html_names_close(struct html_names *lexicon);

/* What a class or id attribute says: names with blanks between, each of one or
 * more words (`page-footer`, `page_footer`, `pageFooter`). */
unsigned html_names_find(const struct html_names *lexicon, struct str names);

#endif
