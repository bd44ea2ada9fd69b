/* The runs of words in another language than their sentence's: the likeliest
 * sequence of languages, where each change of language has its price (Viterbi
 * 1967). */
#ifndef ESEP_LANGUAGE_RUNS_H
#define ESEP_LANGUAGE_RUNS_H

#include "word_weights.h"

struct run_step {
	uint32_t piece;
	bool apart;                /* punctuation stands before it */
	bool marked;               /* and that is no comma */
	bool is_name;
	uint8_t script;
	int32_t score[LANG_MAX];   /* when it is in language n: what is lost
	                              up to here against the likeliest, and
	                              what the word says */
	uint8_t from[LANG_MAX];    /* language of the step before */
};

struct run_finder {
	struct word_weights *weights;
	const struct guesser *guesser;
	struct words *words;
	lang_id lang;              /* of the sentence */
	enum script script;        /* it is written in */
	unsigned first;            /* the first language that is looked for */
	LIST(struct run_step) steps; /* reused from sentence to sentence */
};

/* Fill `langs` with a language a piece, LANG_UND where it is none of ours; what
 * has no letters is in that of the sentence, `lang`, and all is where that is
 * LANG_UND. */
void language_runs_find(struct run_finder *finder, const struct piece *pieces,
			size_t count, lang_id *langs);
void language_runs_release(struct run_finder *finder);

#endif
