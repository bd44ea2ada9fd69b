/* What each word says for each language, computed once a spelling: see
 * guess.h. */
#ifndef ESEP_WORD_WEIGHTS_H
#define ESEP_WORD_WEIGHTS_H

#include "known_words.h"
#include "pieces.h"

enum quote_mark { NO_QUOTE, QUOTE_OPENS, QUOTE_CLOSES, QUOTE_EITHER };

/* A line of the cache. The score of LANG_UND is the most that a language which
 * is not ours gives the word, less WEIGHT_OTHERS a letter. */
enum { WEIGHT_OTHERS = 18 };
struct word_weight {
	int16_t score[GUESS_PROFILES]; /* half of it for a name, which tells
	                                  less of the language around it */
	uint16_t letters;      /* of its script; half for a name */
	uint16_t words;        /* 0: a mark; a token may be of several */
	uint16_t plain;        /* small letters between blanks */
	uint8_t known;         /* 0: not computed */
	uint8_t script;
	uint8_t quote;         /* is it a quotation mark? enum quote_mark */
	uint8_t is_name;       /* it begins with a capital */
	uint8_t room[2];
	uint32_t bits;         /* enum word_weight_bits */
};

enum word_weight_bits {
	WEIGHT_STOPWORD = 0,   /* + n: it is a function word of language n */
	WEIGHT_FOREIGN = 8,    /* + n: guesser_is_foreign for language n */
	WEIGHT_SCRIPT = 16     /* + n: its script is n */
};

struct word_weights {
	struct known_words *known;    /* NULL: groups of letters alone tell, */
	struct word_weights *letters; /* else what these told */
	struct word_weight *items;    /* by word_id */
	size_t count;
	unsigned generation;       /* of the words */
};

/* That of one word, for the first time; valid until the next call. */
const struct word_weight *word_weights_find(struct word_weights *weights,
					    const struct guesser *guesser,
					    struct words *words, word_id form);

/* The same, and later a look. */
static inline const struct word_weight *word_weights_get(
	struct word_weights *weights, const struct guesser *guesser,
	struct words *words, word_id form)
{
	if (form < weights->count && weights->items[form].known &&
	    weights->generation == words->generation)
		return &weights->items[form];
	return word_weights_find(weights, guesser, words, form);
}

/* What a run of words in another language gains at least. */
enum { WORD_WEIGHTS_RUN = 150 };

/* Fill the evidence, which is all zero, with what the words of a sentence say.
 * What it quotes, where something stands beside it, counts a quarter: it may
 * be in any language. Returns whether some of the words may be in another
 * language than `lang`: letters change, or words that stand together are
 * likelier in another one by WORD_WEIGHTS_RUN. */
bool word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      const struct piece *pieces, size_t count, lang_id lang,
		      struct guess_evidence *evidence);
void word_weights_release(struct word_weights *weights);

#endif
