/* What a question that finds little is told: spellings near to its words, laws
 * that it may mean. */
#ifndef ESEP_OFFERS_H
#define ESEP_OFFERS_H

#include "find.h"

/* Append lines to finder->context->notes: for a question that found nothing, by
 * each of its words that no paragraph holds, names (alias) and words (term) that
 * differ by a letter, or of six letters and more by two. errors: ERR_DATABASE */
int offers_near(struct finder *finder, struct err *err);

/* The same for an article of a law: entities that it may be. */
int offers_laws(struct finder *finder, struct err *err);

#endif
