/* Patterns with alternatives: "{shot|beaten} {|badly }{dead|to death}" stands
 * for eight plain ones. An alternative may be empty; braces do not nest. */
#ifndef ESEP_ALTERNATIVES_H
#define ESEP_ALTERNATIVES_H

#include "str.h"

enum { ALTERNATIVES_MAX = 4096 };

/* Set `out` to the plain pattern of this number, from 0. False beyond the
 * last, for a brace without its other half, and from ALTERNATIVES_MAX on. */
bool alternatives_get(struct strbuf *out, struct str pattern, size_t number);

#endif
