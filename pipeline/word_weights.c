#include "word_weights.h"

#include <stdlib.h>

enum { AHEAD = 8 };      /* words; their weights lie anywhere in memory */

enum { COUNT_WORDS = SCRIPTS, COUNT_PLAIN, COUNT_KNOWN, COUNT_STOPWORDS,
       COUNTS = 8 };

/* Two of them are a line of the cache. */
struct word_weight {
	int16_t score[LANG_MAX];
	int16_t counts[COUNTS];  /* letters by script; words; plain; is it
	                            known?; bit n: a function word of n */
};

/* Vectors of GCC's and clang's, on any machine. */
typedef int16_t eight16 __attribute__((vector_size(16)));
typedef int32_t eight32 __attribute__((vector_size(32)));

_Static_assert(LANG_MAX == 8, "the scores of a word are one vector");

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

static int16_t limited(int64_t number)
{
	return (int16_t)(number > INT16_MAX ? INT16_MAX :
			 number < INT16_MIN ? INT16_MIN : number);
}

static void weigh(struct word_weight *weight, const struct guesser *guesser,
		  struct words *words, word_id form)
{
	struct guess_evidence seen = { .words = 0 };

	guesser_weigh(guesser, words_text(words, form), &seen);
	for (unsigned i = 0; i < LANG_MAX; i++)
		weight->score[i] = limited(seen.score[i]);
	for (unsigned i = 0; i < SCRIPTS; i++)
		weight->counts[i] = limited(seen.letters[i]);
	weight->counts[COUNT_WORDS] = limited(seen.words);
	weight->counts[COUNT_PLAIN] = seen.plain > 0;
	weight->counts[COUNT_KNOWN] = 1;
	weight->counts[COUNT_STOPWORDS] = (int16_t)seen.stopwords;
}

static struct word_weight *weight_of(struct word_weights *weights,
				     const struct guesser *guesser,
				     struct words *words, word_id form)
{
	struct word_weight *weight;

	if (form >= weights->count || weights->generation != words->generation)
		make_room(weights, words, form);
	weight = &weights->items[form];
	if (!weight->counts[COUNT_KNOWN])
		weigh(weight, guesser, words, form);
	return weight;
}

static void add_eight(eight32 *sum, const int16_t numbers[8])
{
	eight16 narrow;

	memcpy(&narrow, numbers, sizeof narrow);
	*sum += __builtin_convertvector(narrow, eight32);
}

void word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      const struct piece *pieces, size_t count,
		      struct guess_evidence *evidence)
{
	eight32 score = { 0 }, counts = { 0 };
	int stopwords = 0;

	for (size_t i = 0; i < count; i++) {
		const struct word_weight *weight;

		if (i + AHEAD < count && pieces[i + AHEAD].form < weights->count)
			__builtin_prefetch(
				&weights->items[pieces[i + AHEAD].form]);
		weight = weight_of(weights, guesser, words, pieces[i].form);
		add_eight(&score, weight->score);
		add_eight(&counts, weight->counts);
		stopwords |= weight->counts[COUNT_STOPWORDS];
	}
	for (unsigned i = 0; i < LANG_MAX; i++)
		evidence->score[i] += score[i];
	for (unsigned i = 0; i < SCRIPTS; i++)
		evidence->letters[i] += (uint32_t)counts[i];
	evidence->words += (uint32_t)counts[COUNT_WORDS];
	evidence->plain += (uint32_t)counts[COUNT_PLAIN];
	evidence->stopwords |= (uint32_t)stopwords;
}

void word_weights_release(struct word_weights *weights)
{
	free(weights->items);
	*weights = (struct word_weights){ 0 };
}
