/* Days that are told by how far they are from another one: the next day, three
 * days before polling. */
#ifndef ESEP_SHIFTS_H
#define ESEP_SHIFTS_H

#include "when.h"

/* The words at `token` that tell a day so. day->end: behind them; day->value:
 * the day, empty if what it is counted from has no date that is known; it lives
 * in the document's arena; day->base: that date; day->named, named_end: where
 * it is named, if it is. `days`: those before it in the sentence. It is counted
 * from an act that was told, a date, or the last day that was told.
 * cost  linear in the sentence's days and the acts of a paragraph */
bool shifts_read(const struct days *days, const struct scene *scene,
		 const struct setting *setting, size_t token,
		 struct day *day);

#endif
