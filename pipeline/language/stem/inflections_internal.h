/* The rows of inflections.tsv in memory: inflections_load.c fills them. Others
 * use inflections.h. */
#ifndef ESEP_INFLECTIONS_INTERNAL_H
#define ESEP_INFLECTIONS_INTERNAL_H

#include "inflections.h"

enum inflection_needs {
	NEEDS_NOTHING,
	NEEDS_VOWEL,          /* before the ending */
	NEEDS_VOWEL_APART,    /* before the letter before the ending */
	NEEDS_R1,             /* what goes lies in R1 */
	NEEDS_R2,
	NEEDS_R1_LONG,        /* and no short syllable stands before it */
	NEEDS_SHORT_WORD      /* no R1, and a short syllable before it */
};

enum { INFLECTION_STEPS = 16, STEP_NEXT = INFLECTION_STEPS, STEP_STOP };

struct inflection {
	struct str ending, leaves, last;
	size_t behind;        /* letters of any sort behind `ending` */
	size_t same;          /* bytes that `ending` and `leaves` begin with */
	size_t keep;          /* letters before it, at least */
	enum inflection_needs needs;
	unsigned then;        /* a step, STEP_NEXT, STEP_STOP */
};

struct inflection_step {
	struct str name;
	size_t first, end;    /* its rows */
	bool is_snowball;
	bool is_called;       /* by a row's `then`, else passed over */
};

struct inflections {
	LIST(struct inflection) rows;
	struct inflection_step steps[INFLECTION_STEPS];
	size_t step_count;
	struct str letters;   /* words of others stay; empty: none do */
	struct str vowels, semivowels;
	LIST(struct str) begins; /* of words whose R1 is behind them */
};

#endif
