/* Totals: how many acts of a type there were. They are rows of the status
 * "count", and no incidents. */
#ifndef ESEP_TOTALS_H
#define ESEP_TOTALS_H

#include "when.h"

/* How many acts a noun tells of: "19 cases of obstruction", "12 attacks"; 0
 * where it counts none. A word for cases stands before or behind it.
 * cost  constant */
uint64_t totals_acts(const struct scene *scene, const struct cue *trigger);

/* How many people an act of a whole year or more befell: "In 2023, 24 reporters
 * were detained"; 0 where it is one act. `counted`: how many, as of an
 * incident, or empty.
 * cost  linear in the cues of the sentence */
uint64_t totals_people(const struct scene *scene, struct str counted,
		       const struct told *told);

/* Append what a sentence counts without saying of which type: "63 violations
 * were recorded", where people or media are spoken of. False if nothing. */
bool totals_others(const struct scene *scene, const struct days *days,
		   const struct setting *setting, struct incident *total);

/* Append the totals of a table's row, "Attacks | 12 | 9": what its first cell
 * names, of the year over the column, else of the period.
 * cost  linear in the sentence's tokens, and in the row for each cell */
void totals_row(const struct scene *scene, const struct setting *setting);

/* A count as an incident has it. */
struct str totals_number(struct document *doc, uint64_t number);

#endif
