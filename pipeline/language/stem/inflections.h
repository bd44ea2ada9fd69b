/* What the Snowball stemmers are given and give, put right for languages of
 * which a stem is to join the forms of one word and not the words derived from
 * it.
 *
 * English: a plural's -s, -ed, -ing and a silent -e go, by the steps 0, 1a, 1b
 * and 5 of the algorithm; its steps 1c to 4, which take off derivations
 * (personal, personality), are left out, and -ies and -ied give -y.
 * Russian: the algorithm, but reflexive verbs keep their -ся, nouns in -ость,
 * -ание, -ение and -тие keep what makes them nouns, superlatives -ейш-; and
 * verbs in -овать lose -ова-, which their present lacks.
 * source: Porter, The English (Porter2) stemming algorithm, and The Russian
 *         stemming algorithm, snowballstem.org; Зализняк, Грамматический
 *         словарь русского языка, for the classes of verbs and nouns. */
#ifndef ESEP_INFLECTIONS_H
#define ESEP_INFLECTIONS_H

#include "snowball.h"

/* Cut a lower-case word to its stem, in place. Other words than those of the
 * letters a to z and the apostrophe stay as they are. */
void inflections_english(struct strbuf *word);

/* The same, with the Snowball stemmer for Russian; ё is written е. */
void inflections_russian(struct sb_stemmer *snowball, struct strbuf *word);

#endif
