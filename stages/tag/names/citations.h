/* Articles of acts as texts cite them: "Article 274 of the Criminal Code", "ч. 2
 * ст. 280.3 УК РФ", «ҚК-нің 174-бабының 2-бөлігі»; the words are those of
 * lexicons/articles.tsv. A citation with its parts, its act and a title in
 * quotation marks right behind it is one mention; so is a list of numbers under
 * one word ("Articles 19 and 20 of the Constitution"), whose id tells them all.
 * The id is that of the act with the number: kz_criminal_code_174.
 *
 * An article without an act is one that the document cites with it, else one
 * that the lexicon has of an act that the document names, else of the act named
 * in the same sentence or right before it; where nothing tells, its id has no
 * act: kz_article_274. */
#ifndef ESEP_CITATIONS_H
#define ESEP_CITATIONS_H

#include "err.h"
#include "gazetteer.h"
#include "law_words.h"
#include "scan.h"

struct citations;

/* The names and words are borrowed. errors: those of articles_open */
int citations_open(struct citations **citations,
		   const struct knowledge *knowledge,
		   const struct gazetteer *names, struct law_words *law_words,
		   struct err *err);
void citations_close(struct citations *citations); /* NULL too */

/* After scan_sort; sorts again where something was found.
 * cost  a look-up for each token */
void citations_find(struct citations *citations, struct scan *scan);

#endif
