/* Cases out of events: those of one target that are steps, in order, cut where
 * a new case begins.
 *
 * Steps stand in the order of their dates. One whose date covers another one's
 * stands where its type does, as case_steps.tsv orders them: before the first
 * that follows it there, else behind the last; that is told (by_type).
 *
 * A step that begins goes on with the newest case that has not ended, if that
 * was heard of in the last CASE_SILENCE days and is under no other law; else it
 * begins a new one. One that goes on also takes a case from which somebody was
 * released as lately, one that closes needs a case that has not ended, and an
 * end takes any, an ended one only as lately. Without such a case each begins
 * one. A step without a date is of the only case of its target, else a case of
 * its own; it decides its state only if it ends it. */
#ifndef ESEP_CASE_CHAINS_H
#define ESEP_CASE_CHAINS_H

#include "case_steps.h"
#include "events.h"

enum { CASE_SILENCE = 731 }; /* days: two years */

struct chain_step {
	size_t event;              /* in events.list */
	const struct case_step *step;
	bool by_type;              /* its date leaves its order open */
	bool may_be_another;       /* several cases could go on with it */
};

struct case_chain {
	struct str target;
	size_t number;             /* of the target's cases, from 1 */
	size_t first, count;       /* in chains.steps */
	size_t last;               /* the step whose state it is in: the last
	                              one with a date, or an end without */
	bool open;                 /* that does not end it */
};

struct chains {
	LIST(struct chain_step) steps;
	LIST(struct case_chain) list; /* by target, then by time */
};

/* Make the cases of all targets that are entities; `steps` is borrowed.
 * cost  n log n in the steps */
void chains_make(struct chains *chains, const struct events *events,
		 const struct case_steps *steps);
void chains_release(struct chains *chains);

#endif
