/* Days of a sentence that belong together: two ends of a time with words
 * between, lists. */
#ifndef ESEP_DAY_SPANS_H
#define ESEP_DAY_SPANS_H

#include "when.h"

/* "From 30 July, the day after …, until 2 September": set the value of the
 * first to the whole time. Only where no act is told between.
 * cost  linear in the days */
void spans_join(struct days *days, const struct scene *scene);

/* The days [*first, *end) that stand in a list with the one at `index`: "on 16,
 * 20 and 23 September"; that one alone if there is none. */
void spans_list(const struct days *days, const struct scene *scene,
		size_t index, size_t *first, size_t *end);

/* The time from the first of the days [first, end) to the last, if each is the
 * day behind the one before; empty if not. It lives in the document's arena. */
struct str spans_whole(const struct days *days, const struct scene *scene,
		       size_t first, size_t end);

#endif
