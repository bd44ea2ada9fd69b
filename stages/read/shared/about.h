/* Which country a document is about. */
#ifndef ESEP_ABOUT_H
#define ESEP_ABOUT_H

#include "country_words.h"
#include "title.h"

struct about;

/* errors: those of country_words_open and lexicons_dates */
int about_open(struct about **about, const struct knowledge *knowledge,
	       struct err *err);
void about_close(struct about *about); /* NULL too */

/* The country (*code) of the first title line that names any, the line that has
 * a name before one that has only an adjective; none where that line names
 * several. Where no line does, or it may be a person's name ("Jordan
 * Whitfield"): the one that a sentence of the first paragraphs names
 * alone and that has a word for the report itself ("this report"); else the
 * one that is named and is told of, by its name or a town of it, in two thirds
 * and more of the paragraphs that tell of any, if these are three at least, or
 * two or the first, where no other is told of.
 * Of the text only the first 32 KB are looked at. Empty where that tells none,
 * and for a report that has the names of five countries or more as headings.
 * lang    of the document
 * errors  those of country_words_open_places */
int about_country(struct about *about, const struct document *doc,
		  const struct title *title, lang_id lang, struct str *code,
		  struct err *err);

#endif
