#include "word_weights.h"

#include <stdlib.h>

enum { AHEAD = 8 };      /* words; their weights lie anywhere in memory */

/* Vectors of GCC's and clang's, on any machine. */
typedef int16_t eight16 __attribute__((vector_size(16)));
typedef int32_t eight32 __attribute__((vector_size(32)));

enum { EIGHT = 8, VECTORS = GUESS_PROFILES / EIGHT };

_Static_assert(sizeof(struct word_weight) == 64, "one line of the cache");
_Static_assert(GUESS_PROFILES % EIGHT == 0, "the scores are vectors");

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
		size_t count = words->list.capacity;

		weights->items = memory_resize(weights->items,
					       count * sizeof *weights->items);
		memset(weights->items + weights->count, 0,
		       (count - weights->count) * sizeof *weights->items);
		weights->count = count;
	}
}

static int16_t limited(int64_t number)
{
	return (int16_t)(number > INT16_MAX ? INT16_MAX :
			 number < INT16_MIN ? INT16_MIN : number);
}

static void weigh(struct word_weight *weight, const struct guesser *guesser,
		  struct words *words, word_id form)
{
	struct guess_evidence seen = { .words = 0 };
	enum script script;

	guesser_weigh(guesser, words_text(words, form), &seen);
	script = guesser_script(&seen);
	for (unsigned i = 0; i < GUESS_PROFILES; i++)
		weight->score[i] = limited(seen.score[script][i]);
	weight->letters = limited(seen.letters[script]);
	weight->script = (uint8_t)script;
	weight->words = seen.words > UINT8_MAX ? UINT8_MAX
					       : (uint8_t)seen.words;
	weight->plain = seen.plain > 0;
	weight->stopwords = (uint8_t)seen.stopwords;
	weight->known = 1;
}

const struct word_weight *word_weights_get(struct word_weights *weights,
					   const struct guesser *guesser,
					   struct words *words, word_id form)
{
	struct word_weight *weight;

	if (form >= weights->count || weights->generation != words->generation)
		make_room(weights, words, form);
	weight = &weights->items[form];
	if (!weight->known)
		weigh(weight, guesser, words, form);
	return weight;
}

static void add_scores(eight32 sums[VECTORS], const int16_t *scores)
{
	for (unsigned i = 0; i < VECTORS; i++) {
		eight16 narrow;

		memcpy(&narrow, scores + i * EIGHT, sizeof narrow);
		sums[i] += __builtin_convertvector(narrow, eight32);
	}
}

void word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      const struct piece *pieces, size_t count,
		      struct guess_evidence *evidence)
{
	eight32 sums[SCRIPTS][VECTORS] = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct word_weight *weight;

		if (i + AHEAD < count &&
		    pieces[i + AHEAD].form < weights->count)
			__builtin_prefetch(
				&weights->items[pieces[i + AHEAD].form]);
		weight = word_weights_get(weights, guesser, words,
					  pieces[i].form);
		if (weight->words == 0)
			continue;
		add_scores(sums[weight->script], weight->score);
		evidence->letters[weight->script] += (uint32_t)weight->letters;
		evidence->words += weight->words;
		evidence->plain += weight->plain;
		evidence->stopwords |= weight->stopwords;
	}
	for (unsigned script = 0; script < SCRIPTS; script++)
		for (unsigned i = 0; i < GUESS_PROFILES; i++)
			evidence->score[script][i] +=
				sums[script][i / EIGHT][i % EIGHT];
}

void word_weights_release(struct word_weights *weights)
{
	free(weights->items);
	*weights = (struct word_weights){ 0 };
}
