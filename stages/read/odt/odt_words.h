/* The elements of an .odt that its text is made of, by their names. */
#ifndef ESEP_ODT_WORDS_H
#define ESEP_ODT_WORDS_H

#include "markup.h"

enum odt_word {
	ODT_OTHER,        /* its text is that of what is around it */
	ODT_SKIP,         /* no part of the text */
	ODT_BODY, ODT_PARAGRAPH, ODT_HEADLINE, ODT_SPAN, ODT_LINK,
	ODT_LIST, ODT_ITEM, ODT_NOTE, ODT_NOTE_BODY, ODT_BOX,
	ODT_TABLE, ODT_ROW, ODT_CELL,
	ODT_INDEX,        /* a table of contents, an index */
	ODT_BLANK, ODT_BREAK
};

enum odt_word odt_word(struct str name);

#endif
