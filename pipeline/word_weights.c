#include "word_weights.h"

#include "utf8.h"

#include <stdlib.h>

enum { AHEAD = 8 };      /* words; their weights lie anywhere in memory */

/* Vectors of GCC's and clang's, on any machine. */
typedef int16_t eight16 __attribute__((vector_size(16)));
typedef int32_t eight32 __attribute__((vector_size(32)));

enum {
	FRAME_WORDS = 3,  /* around what is quoted */
	QUOTED = 4        /* part that it counts */
};

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

static enum quote_mark quote_of(struct str text)
{
	size_t at = 0;
	uint32_t c = text.len > 0 ? utf8_next(text, &at) : 0;

	if (at != text.len)
		return NO_QUOTE;
	switch (c) {
	case '"':
		return QUOTE_EITHER;
	case 0x201c: /* “, which closes behind „ */
		return QUOTE_EITHER;
	case 0x201e: /* „ */
	case 0xab:   /* « */
		return QUOTE_OPENS;
	case 0x201d: /* ” */
	case 0xbb:   /* » */
		return QUOTE_CLOSES;
	default:
		return NO_QUOTE;
	}
}

static void weigh(struct word_weight *weight, const struct guesser *guesser,
		  struct words *words, word_id form)
{
	struct guess_evidence seen = { .words = 0 };
	enum word_kind kind = words_kind(words, form);
	enum script script;

	/* An address is in no language. */
	if (kind != KIND_ADDRESS && kind != KIND_HANDLE)
		guesser_weigh(guesser, words_text(words, form), &seen);
	script = guesser_script(&seen);
	for (unsigned i = 0; i < GUESS_PROFILES; i++)
		weight->score[i] = limited(seen.score[script][i]);
	weight->letters = seen.letters[script] > UINT16_MAX
		? UINT16_MAX : (uint16_t)seen.letters[script];
	weight->script = (uint8_t)script;
	weight->words = seen.words > UINT8_MAX ? UINT8_MAX
					       : (uint8_t)seen.words;
	weight->plain = seen.plain > 0;
	weight->stopwords = (uint8_t)seen.stopwords;
	for (unsigned i = 1; i < guesser->end; i++)
		if (guesser_is_foreign(guesser, words_text(words, form),
				       (lang_id)i))
			weight->foreign |= (uint8_t)(1u << i);
	weight->is_capital = (words_shape(words, form) & SHAPE_CAPITAL) != 0;
	weight->quote = (uint8_t)quote_of(words_text(words, form));
	weight->known = 1;
}

const struct word_weight *word_weights_find(struct word_weights *weights,
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

struct sums {
	eight32 scores[SCRIPTS][VECTORS];
	uint32_t letters[SCRIPTS];
	uint32_t words;
};

static void add_weight(struct sums *sums, const struct word_weight *weight)
{
	eight32 *scores = sums->scores[weight->script];

	for (unsigned i = 0; i < VECTORS; i++) {
		eight16 narrow;

		memcpy(&narrow, weight->score + i * EIGHT, sizeof narrow);
		scores[i] += __builtin_convertvector(narrow, eight32);
	}
	sums->letters[weight->script] += weight->letters;
	sums->words += weight->words;
}

static void add_sums(struct guess_evidence *evidence, const struct sums *sums,
		     unsigned divisor)
{
	for (unsigned script = 0; script < SCRIPTS; script++) {
		const eight32 *scores = sums->scores[script];

		if (sums->letters[script] == 0)
			continue;
		for (unsigned i = 0; i < GUESS_PROFILES; i++)
			evidence->score[script][i] +=
				scores[i / EIGHT][i % EIGHT] / (int)divisor;
		evidence->letters[script] += sums->letters[script] / divisor;
	}
	evidence->words += sums->words;
}

static bool is_quoted_behind(bool quoted, enum quote_mark mark)
{
	return mark == QUOTE_OPENS || (mark == QUOTE_EITHER && !quoted);
}

/* What is not quoted, what is; and likewise what may be a name. */
enum { SAID, QUOTED_WORDS, NAMES, QUOTED_NAMES, KINDS };

static uint32_t letters_of(const struct sums sums[KINDS])
{
	uint32_t letters = 0;

	for (unsigned kind = 0; kind < KINDS; kind++)
		for (unsigned script = 0; script < SCRIPTS; script++)
			letters += sums[kind].letters[script];
	return letters;
}

static void add_all(struct guess_evidence *evidence,
		    const struct sums sums[KINDS])
{
	unsigned part = sums[SAID].words + sums[NAMES].words >= FRAME_WORDS
		? QUOTED : 1;

	add_sums(evidence, &sums[SAID], 1);
	add_sums(evidence, &sums[NAMES], GUESS_NAME);
	add_sums(evidence, &sums[QUOTED_WORDS], part);
	add_sums(evidence, &sums[QUOTED_NAMES], part * GUESS_NAME);
}

void word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      const struct piece *pieces, size_t count,
		      struct guess_evidence *evidence)
{
	struct sums sums[KINDS] = { 0 };
	uint8_t first = SCRIPTS, last = SCRIPTS;
	bool quoted = false;

	for (size_t i = 0; i < count; i++) {
		const struct word_weight *weight;

		if (i + AHEAD < count &&
		    pieces[i + AHEAD].form < weights->count)
			__builtin_prefetch(
				&weights->items[pieces[i + AHEAD].form]);
		weight = word_weights_get(weights, guesser, words,
					  pieces[i].form);
		if (weight->quote)
			quoted = is_quoted_behind(quoted,
					(enum quote_mark)weight->quote);
		if (weight->words == 0)
			continue;
		add_weight(&sums[quoted + (weight->is_capital &&
					   first != SCRIPTS ? NAMES : SAID)],
			   weight);
		first = first == SCRIPTS ? weight->script : first;
		last = weight->plain ? weight->script : SCRIPTS;
		evidence->plain += weight->plain;
		evidence->stopwords |= weight->stopwords;
	}
	if (first != SCRIPTS && first == last)
		evidence->frame[first] += letters_of(sums) / 2;
	add_all(evidence, sums);
}

void word_weights_release(struct word_weights *weights)
{
	free(weights->items);
	*weights = (struct word_weights){ 0 };
}
