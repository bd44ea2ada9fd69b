/* The words of a paragraph as paragraph_text has them. FTS5 splits a text by
 * rules of its own; what it makes of a form is asked once, and told again
 * wherever that form stands between blanks or marks. */
#ifndef ESEP_TEXT_WORDS_H
#define ESEP_TEXT_WORDS_H

#include "database.h"
#include "document.h"
#include "fts_segment.h"
#include "interned.h"

/* What FTS5 makes of a form. */
struct text_form {
	size_t first, count;         /* its terms */
	/* whether a letter right before it, or behind, is a word of its own */
	bool is_open_left, is_open_right;
};

struct text_words {
	struct word_cache known;     /* a form's number, from 1 */
	LIST(struct text_form) forms;
	LIST(uint32_t) form_terms;
	struct strbuf probe;
};

void text_words_release(struct text_words *words);

/* The terms have no numbers any more. */
void text_words_forget(struct text_words *words);

/* Add the words of a paragraph to the row at hand, as terms.
 * errors: ERR_DATABASE */
int text_words_add(struct text_words *words, struct database *db,
		   const struct document *doc, const struct paragraph *par,
		   struct interned *terms, struct fts_postings *postings,
		   struct err *err);

#endif
