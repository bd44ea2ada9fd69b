/* Names of acts by how they are put together: "the Law on Access to
 * Information", "Mass Media Act 2021", "foreign agents bill", "Federal Law No.
 * 149-FZ", «закон Украины «О медиа»», «приказ министра № 45 от 3 марта 2021 года»,
 * «Масс-медиа туралы заң». The words are those of lexicons/law_words.tsv.
 *
 * The id is that of the act in the lexicon that is about the same, else made of
 * the country, the kind (a bill is a law) and what it is about; without that, of
 * its number. In a document what is about the same, or has the same number, has
 * one id. "the Bill" is the last act before it that is called so.
 * An act that the gazetteer found is made longer by its country beside it. */
#ifndef ESEP_LAW_NAMES_H
#define ESEP_LAW_NAMES_H

#include "gazetteer.h"
#include "law_words.h"
#include "patterns.h"
#include "roles.h"

struct law_names;

/* errors: those of law_words_open */
int law_names_open(struct law_names **names, const struct knowledge *knowledge,
		   const struct gazetteer *gazetteer,
		   struct patterns *patterns,
		   const struct romanisation *romanisation,
		   struct country_words *countries, struct err *err);
void law_names_close(struct law_names *names); /* NULL too */

/* The words of law_words.tsv, as long as the names are open. */
struct law_words *law_names_words(struct law_names *names);

/* After scan_sort; sorts again where something was found. */
void law_names_find(struct law_names *names, struct scan *scan,
		    const struct role_marks *roles);

#endif
