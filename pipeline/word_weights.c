#include "word_weights.h"

#include <stdlib.h>

struct word_weight {
	int16_t score[LANG_MAX];
	uint8_t stopwords;       /* bit n: of language n */
	uint8_t letters[SCRIPTS];
	uint8_t words;
	bool plain, known;
	uint8_t room[8];         /* two of them in a line of the cache */
};

void word_weights_fetch(const struct word_weights *weights, word_id form)
{
	if (form < weights->count)
		__builtin_prefetch(&weights->items[form]);
}

static void make_room(struct word_weights *weights, const struct words *words,
		      word_id form)
{
	if (weights->generation != words->generation) {
		if (weights->count > 0)
			memset(weights->items, 0,
			       weights->count * sizeof *weights->items);
		weights->generation = words->generation;
	}
	if (form >= weights->count) {
		size_t count = words->capacity;
		struct word_weight *items =
			memory_get_lines(count * sizeof *items);

		if (weights->count > 0)
			memcpy(items, weights->items,
			       weights->count * sizeof *items);
		memset(items + weights->count, 0,
		       (count - weights->count) * sizeof *items);
		free(weights->items);
		weights->items = items;
		weights->count = count;
	}
}

static uint8_t at_most_255(uint32_t number)
{
	return number > UINT8_MAX ? UINT8_MAX : (uint8_t)number;
}

static void weigh(struct word_weight *weight, const struct guesser *guesser,
		  struct words *words, word_id form)
{
	struct guess_evidence seen = { .words = 0 };

	guesser_weigh(guesser, words_text(words, form), &seen);
	for (unsigned i = 0; i < LANG_MAX; i++) {
		int32_t score = seen.score[i];

		weight->score[i] = (int16_t)(score > INT16_MAX ? INT16_MAX :
					     score < INT16_MIN ? INT16_MIN :
								 score);
		if (seen.stopwords[i] > 0)
			weight->stopwords |= (uint8_t)(1u << i);
	}
	for (unsigned i = 0; i < SCRIPTS; i++)
		weight->letters[i] = at_most_255(seen.letters[i]);
	weight->words = at_most_255(seen.words);
	weight->plain = seen.plain > 0;
	weight->known = true;
}

void word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      word_id form, struct guess_evidence *evidence)
{
	struct word_weight *weight;

	if (form >= weights->count ||
	    weights->generation != words->generation)
		make_room(weights, words, form);
	weight = &weights->items[form];
	if (!weight->known)
		weigh(weight, guesser, words, form);
	for (unsigned i = 0; i < LANG_MAX; i++)
		evidence->score[i] += weight->score[i];
	for (unsigned i = 0; weight->stopwords >> i; i++)
		evidence->stopwords[i] += weight->stopwords >> i & 1;
	for (unsigned i = 0; i < SCRIPTS; i++)
		evidence->letters[i] += weight->letters[i];
	evidence->words += weight->words;
	evidence->plain += weight->plain;
}

void word_weights_release(struct word_weights *weights)
{
	free(weights->items);
	*weights = (struct word_weights){ 0 };
}
