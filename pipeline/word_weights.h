/* What each word says for each language, computed once a spelling: see
 * guess.h. */
#ifndef ESEP_WORD_WEIGHTS_H
#define ESEP_WORD_WEIGHTS_H

#include "guess.h"
#include "languages.h"

struct word_weight;
struct word_weights {
	struct word_weight *items; /* by word_id */
	size_t count;
	unsigned generation;       /* of the words */
};

/* Add what the words of a text say to the evidence. */
void word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      const struct piece *pieces, size_t count,
		      struct guess_evidence *evidence);
void word_weights_release(struct word_weights *weights);

#endif
