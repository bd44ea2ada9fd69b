/* Which types of incidents are steps of a case against somebody, and the state
 * each leads to: lexicons/case_steps.tsv. */
#ifndef ESEP_CASE_STEPS_H
#define ESEP_CASE_STEPS_H

#include "lexicons.h"

enum step_kind {
	STEP_BEGINS,  /* of the case that is open, or a new one */
	STEP_GOES_ON, /* also of one that somebody was released from */
	STEP_CLOSES,  /* a verdict that leaves nothing to come */
	STEP_ENDS     /* of any case */
};

struct case_step {
	struct str type;
	struct str outcome;  /* that it needs; empty: any */
	enum step_kind kind;
	struct str state;
};

struct case_steps {
	LIST(struct case_step) list; /* as they follow each other in a case */
};

/* errors: those of lexicons_table; ERR_FORMAT a type that acts.tsv lacks,
 * another kind, no state */
int case_steps_open(struct case_steps *steps, struct lexicons *lexicons,
		    struct err *err);
void case_steps_release(struct case_steps *steps);

/* The step that a type is, or NULL; one with an outcome only if that is among
 * `outcomes`, which have ';' between. */
const struct case_step *case_steps_find(const struct case_steps *steps,
					struct str type, struct str outcomes);

#endif
