/* Patterns with alternatives: "{shot|beaten} {|badly }{dead|to death}" stands
 * for eight plain ones. An alternative may be empty; braces do not nest. */
#ifndef ESEP_ALTERNATIVES_H
#define ESEP_ALTERNATIVES_H

#include "str.h"

enum { ALTERNATIVES_MAX = 4096 };

/* How many plain patterns it stands for, ALTERNATIVES_MAX for as many or more;
 * 0 for a brace without its other half. */
size_t alternatives_count(struct str pattern);

typedef void alternatives_take(void *data, struct str word, size_t behind);

/* Hand over each word that may stand next at byte `at` of a pattern whose
 * braces are paired, 0 or what was `behind` a word; an empty one where the
 * pattern may end. `scratch`, empty at first and in the end, holds the word.
 * cost  linear in what is handed over, and in the pattern */
void alternatives_words(struct str pattern, size_t at, struct strbuf *scratch,
			alternatives_take *take, void *data);

#endif
