/* Chapters that are each about one country, in a report on several. */
#ifndef ESEP_CHAPTERS_H
#define ESEP_CHAPTERS_H

#include "countries.h"
#include "series.h"
#include "string_map.h"

struct chapters {
	const struct countries *countries;
	struct string_map names;   /* in lower case; 1 and the country's place
	                              in their list */
};

/* errors: those of lexicons_countries. Release the chapters on an error too. */
int chapters_load(struct chapters *chapters, struct lexicons *lexicons,
		  struct err *err);
void chapters_release(struct chapters *chapters);

/* The country whose name the whole text is, or NULL. */
const struct country *chapters_country(const struct chapters *chapters,
				       struct str text);

/* Whether a line under the title tells what the report is (`any`), or of what:
 * of a country or a year that the lines above do not tell.
 * cost: words × names of countries */
bool chapters_is_subtitle(const struct chapters *chapters,
			  const struct series *any, struct str text,
			  struct str above);

/* Where lines that are the name of a country, of two or more, stand over most
 * of the report: make them headings, those of a list items, and note the
 * country at each paragraph up to the next one, or up to a heading that ends
 * it by the rows of `any`. */
void chapters_find(const struct chapters *chapters, const struct series *any,
		   struct document *doc);

/* The level of a heading by the rows of `any`; 0 if none has it. *ends: it
 * ends the chapter on a country in front of it. */
unsigned chapters_level(const struct series *any, struct str text, bool *ends);

#endif
