/* The elements of WordprocessingML that a story is made of. */
#ifndef ESEP_DOCX_WORDS_H
#define ESEP_DOCX_WORDS_H

#include "markup.h"

enum docx_word {
	WORD_OTHER,       /* what is in it counts */
	WORD_SKIP,        /* what is in it does not */
	WORD_PARAGRAPH, WORD_RUN, WORD_TEXT, WORD_CODE,
	WORD_TABLE, WORD_ROW, WORD_CELL,
	WORD_TAB, WORD_BREAK, WORD_HYPHEN, WORD_SOFT_HYPHEN, WORD_SIGN,
	WORD_FOOTNOTE_MARK, WORD_ENDNOTE_MARK,
	WORD_NOTE,        /* one, in the part of the notes */
	WORD_BOX, WORD_LINK, WORD_FIELD, WORD_SIMPLE_FIELD,
	WORD_CHOICE, WORD_FALLBACK,
	WORD_CONTENTS,    /* the block of the table of contents */
	WORD_GALLERY,
	/* properties */
	WORD_STYLE, WORD_LIST, WORD_LEVEL, WORD_OUTLINE, WORD_FRAME,
	WORD_RUN_STYLE, WORD_HIDDEN, WORD_BOLD, WORD_RAISED, WORD_LIFTED,
	WORD_PROPERTIES,
	WORD_DELETED      /* text, or a paragraph's end */
};

enum docx_word docx_word(const struct markup_element *element);

#endif
