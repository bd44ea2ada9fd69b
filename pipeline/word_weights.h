/* What each word says for each language, computed once a spelling: see
 * guess.h. */
#ifndef ESEP_WORD_WEIGHTS_H
#define ESEP_WORD_WEIGHTS_H

#include "guess.h"

struct word_weight;
struct word_weights {
	struct word_weight *items; /* by word_id */
	size_t count;
	unsigned generation;       /* of the words */
};

/* Ask the memory for a word's weight, which is to be added soon. */
void word_weights_fetch(const struct word_weights *weights, word_id form);

/* Add what a word says to the evidence. */
void word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      word_id form, struct guess_evidence *evidence);
void word_weights_release(struct word_weights *weights);

#endif
