/* A stemmer that is a table: lexicons/CODE/suffixes.tsv.
 *
 * Agglutinating languages put their endings one behind the other in a fixed
 * order, each in a slot of its own. The slots stand in the table in the order
 * in which they are taken off, from the end of the word; of each slot the
 * longest ending that fits comes off, once. An ending fits when
 *   - the sound before it is of a class that the row names (`after`),
 *   - its vowels are of the same harmony as the last vowel before it,
 *     unless `after` holds `free`,
 *   - at least `keep` letters are left.
 * `next` names the slot to go on with where that is not the one behind it; a
 * slot named so (negation, voice) is reached in no other way, and the cutting
 * ends before it.
 * Rows of the slot `whole` name endings at which nothing more comes off.
 * sounds.tsv names the classes of letters; its rows `final` say which final
 * letter is a voiced form of which (кітабы, кітап). irregular.tsv holds forms
 * and stems that follow no rule.
 * source: the grammar's chapters on vowel harmony, assimilation and the order
 *         of endings; lexicons/kk/WHY.md names it for Kazakh. */
#ifndef ESEP_SUFFIXES_H
#define ESEP_SUFFIXES_H

#include "err.h"
#include "str.h"

struct suffixes;

/* errors: those of table_load; ERR_FORMAT for an unknown class or number. */
int suffixes_load(struct suffixes **suffixes, const char *folder,
		  struct str code, struct err *err);
void suffixes_free(struct suffixes *suffixes);

/* Cut a lower-case word to its stem, in place. At most one ending a slot, so
 * the cost is bounded by the table. */
void suffixes_strip(const struct suffixes *suffixes, struct strbuf *word);

#endif
