#include "odt_words.h"

#include <stdlib.h>

static const struct element_word {
	const char *name;
	enum odt_word word;
} words[] = { /* by name */
	{ "a", ODT_LINK },
	{ "alphabetical-index", ODT_INDEX },
	{ "alphabetical-index-source", ODT_SKIP },
	{ "annotation", ODT_SKIP },
	{ "bibliography-source", ODT_SKIP },
	{ "covered-table-cell", ODT_CELL },
	{ "custom-shape", ODT_BOX },
	{ "desc", ODT_SKIP },
	{ "event-listeners", ODT_SKIP },
	{ "forms", ODT_SKIP },
	{ "h", ODT_HEADLINE },
	{ "hidden-paragraph", ODT_SKIP },
	{ "hidden-text", ODT_SKIP },
	{ "illustration-index", ODT_INDEX },
	{ "illustration-index-source", ODT_SKIP },
	{ "line-break", ODT_BREAK },
	{ "list", ODT_LIST },
	{ "list-header", ODT_ITEM },
	{ "list-item", ODT_ITEM },
	{ "note", ODT_NOTE },
	{ "note-body", ODT_NOTE_BODY },
	{ "note-citation", ODT_SKIP },
	{ "object", ODT_SKIP },
	{ "object-index", ODT_INDEX },
	{ "object-index-source", ODT_SKIP },
	{ "p", ODT_PARAGRAPH },
	{ "page-number", ODT_SKIP },
	{ "ruby-text", ODT_SKIP },
	{ "s", ODT_BLANK },
	{ "script", ODT_SKIP },
	{ "span", ODT_SPAN },
	{ "tab", ODT_BLANK },
	{ "table", ODT_TABLE },
	{ "table-cell", ODT_CELL },
	{ "table-index", ODT_INDEX },
	{ "table-index-source", ODT_SKIP },
	{ "table-of-content", ODT_INDEX },
	{ "table-of-content-source", ODT_SKIP },
	{ "table-row", ODT_ROW },
	{ "text", ODT_BODY },
	{ "text-box", ODT_BOX },
	{ "title", ODT_SKIP },
	{ "tracked-changes", ODT_SKIP },
	{ "user-index", ODT_INDEX },
	{ "user-index-source", ODT_SKIP },
};

static int compare(const void *name, const void *word)
{
	return str_compare(*(const struct str *)name,
			   str_of(((const struct element_word *)word)->name));
}

enum odt_word odt_word(struct str name)
{
	const struct element_word *found = bsearch(&name, words,
						   COUNT_OF(words),
						   sizeof *words, compare);

	return found ? found->word : ODT_OTHER;
}
