/* What somebody may have meant who typed a name that there is not. */
#ifndef ESEP_SUGGEST_H
#define ESEP_SUGGEST_H

#include "str.h"

struct suggestion {
	struct str typed;
	struct str nearest;   /* of the names so far; empty: none is near */
	unsigned distance;    /* its */
};

/* Begin with what was typed; it is borrowed. */
void suggest_begin(struct suggestion *suggestion, struct str typed);

/* One of the names that there are, borrowed; of several as near the first
 * stays. */
void suggest_try(struct suggestion *suggestion, struct str name);

/* Append "; did you mean '--edition'?", `before` being "--", or nothing where no
 * name is near. */
void suggest_add(struct strbuf *out, const struct suggestion *suggestion,
		 const char *before);

#endif
