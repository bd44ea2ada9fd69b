/* The endings that tell a word's form and not another word, for languages of
 * which a stem is to join the forms of one word alone: rows of the table
 * CODE/inflections.tsv, and where among them a Snowball algorithm has its turn.
 *
 * What a row may need of a word are notions of Snowball: a vowel before the
 * ending, the regions R1 and R2 (behind the first letter that is no vowel and
 * stands behind one, and the same once more), a short syllable.
 * source: Porter, The English (Porter2) stemming algorithm, and The Russian
 *         stemming algorithm, snowballstem.org; Зализняк, Грамматический
 *         словарь русского языка, for the classes of verbs and nouns. */
#ifndef ESEP_INFLECTIONS_H
#define ESEP_INFLECTIONS_H

#include "lexicons.h"
#include "snowball.h"

struct inflections;

/* NULL where the language has no table.
 * errors: those of lexicons_table; ERR_FORMAT a row that makes no sense */
int inflections_open(struct inflections **inflections,
		     struct lexicons *lexicons, struct str code,
		     struct err *err);
void inflections_close(struct inflections *inflections); /* NULL too */

/* Cut a lower-case word to its stem, in place; `snowball` is the language's.
 * cost  linear in the rows; in the word's length where a row needs more than
 *       its ending */
void inflections_strip(const struct inflections *inflections,
		       struct sb_stemmer *snowball, struct strbuf *word);

#endif
