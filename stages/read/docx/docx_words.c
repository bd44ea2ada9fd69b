#include "docx_words.h"

#include <stdlib.h>

static const struct element_word {
	const char *name;
	enum docx_word word;
} words[] = { /* by name */
	{ "b", WORD_BOLD },
	{ "br", WORD_BREAK },
	{ "cr", WORD_BREAK },
	{ "del", WORD_DELETED },
	{ "docPartGallery", WORD_GALLERY },
	{ "endnote", WORD_NOTE },
	{ "endnoteReference", WORD_ENDNOTE_MARK },
	{ "fldChar", WORD_FIELD },
	{ "fldSimple", WORD_SIMPLE_FIELD },
	{ "footnote", WORD_NOTE },
	{ "footnoteReference", WORD_FOOTNOTE_MARK },
	{ "framePr", WORD_FRAME },
	{ "hyperlink", WORD_LINK },
	{ "ilvl", WORD_LEVEL },
	{ "instrText", WORD_CODE },
	{ "moveFrom", WORD_DELETED },
	{ "noBreakHyphen", WORD_HYPHEN },
	{ "numId", WORD_LIST },
	{ "outlineLvl", WORD_OUTLINE },
	{ "p", WORD_PARAGRAPH },
	{ "pPr", WORD_PROPERTIES },
	{ "pPrChange", WORD_SKIP },
	{ "pStyle", WORD_STYLE },
	{ "position", WORD_LIFTED },
	{ "ptab", WORD_TAB },
	{ "r", WORD_RUN },
	{ "rPrChange", WORD_SKIP },
	{ "rStyle", WORD_RUN_STYLE },
	{ "rt", WORD_SKIP },
	{ "sdt", WORD_CONTENTS },
	{ "softHyphen", WORD_SOFT_HYPHEN },
	{ "sym", WORD_SIGN },
	{ "t", WORD_TEXT },
	{ "tab", WORD_TAB },
	{ "tabs", WORD_SKIP },
	{ "tbl", WORD_TABLE },
	{ "tc", WORD_CELL },
	{ "tr", WORD_ROW },
	{ "txbxContent", WORD_BOX },
	{ "vanish", WORD_HIDDEN },
	{ "vertAlign", WORD_RAISED },
};

static int compare(const void *name, const void *word)
{
	return str_compare(*(const struct str *)name,
			   str_of(((const struct element_word *)word)->name));
}

enum docx_word docx_word(const struct markup_element *element)
{
	const struct element_word *found;

	if (element->space == SPACE_COMPATIBILITY)
		return str_equal(element->name, STR("Choice")) ? WORD_CHOICE
			: str_equal(element->name, STR("Fallback"))
				? WORD_FALLBACK : WORD_OTHER;
	if (element->space != SPACE_WORD)
		return WORD_OTHER;
	found = bsearch(&element->name, words, COUNT_OF(words), sizeof *words,
			compare);
	return found ? found->word : WORD_OTHER;
}
