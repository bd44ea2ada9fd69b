/* For values*.c alone. */
#ifndef ESEP_VALUES_INTERNAL_H
#define ESEP_VALUES_INTERNAL_H

#include "values.h"

/* What there is, as a message tells it: what is near to a text that was typed,
 * and the first few. */
struct offer {
	struct str wanted;
	struct strbuf list;   /* "a, b, …" */
	size_t count;
	struct strbuf best;   /* the nearest; empty: none is near */
	unsigned rank;        /* of that; less is nearer */
	uint64_t years;       /* from what was typed, where both are years */
};

void offer_init(struct offer *offer, struct str wanted);
void offer_release(struct offer *offer);

/* A value that is there; `text` is compared, `value` would be typed for it. */
void offer_compare(struct offer *offer, struct str text, struct str value);
void offer_list(struct offer *offer, struct str value);

/* "LABEL: WHAT 'x'; did you mean 'y'? (there are: …)"; `what` has one %s for
 * the text that was typed. */
int offer_refuse(const struct offer *offer, const char *label,
		 const char *what, struct err *err);

/* The id of an entity that is given by id, name or spelling.
 * place   it must be one, unless it is given by id
 * errors  as values_check */
int values_find_entity(struct query_context *context, bool place,
		       const char *label, const char **value,
		       struct err *err);

#endif
