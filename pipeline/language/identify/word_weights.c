#include "word_weights.h"

#include "utf8.h"

#include <stddef.h>
#include <stdlib.h>

enum { AHEAD = 8 };      /* words; their weights lie anywhere in memory */

/* Vectors of GCC's and clang's, on any machine. */
typedef int16_t eight16 __attribute__((vector_size(16)));
typedef uint16_t counts16 __attribute__((vector_size(16)));
typedef int32_t eight32 __attribute__((vector_size(32)));

enum {
	FRAME_WORDS = 3,  /* around what is quoted */
	QUOTED = 4,       /* part that it counts */
	SUMMED = 16,      /* words whose scores 16 bits hold together */
	ENOUGH = WORD_WEIGHTS_RUN + 1,
	MOST_COUNT = UINT16_MAX / SUMMED,
	MOST_SCORE = INT16_MAX / (SUMMED + 1)
};

enum { LANGUAGES = (1 << LANG_MAX) - 1 };

enum { EIGHT = 8, VECTORS = GUESS_PROFILES / EIGHT };

_Static_assert(sizeof(struct word_weight) == 64, "one line of the cache");
/* The numbers that are summed stand in front. */
enum { COUNTS_AT = offsetof(struct word_weight, letters) };

_Static_assert(COUNTS_AT + sizeof(counts16) == sizeof(struct word_weight),
	       "the counts are a vector");
_Static_assert(GUESS_PROFILES % EIGHT == 0, "the scores are vectors");

/* One for each of the words there are. */
static void make_room(struct word_weights *weights, const struct words *words)
{
	if (weights->generation != words->generation) {
		if (weights->count > 0)
			memset(weights->items, 0,
			       weights->count * sizeof *weights->items);
		weights->generation = words->generation;
	}
	if (weights->count < words->count) {
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

/* A word of very many letters tells languages apart by less of its weight. */
static void set_scores(struct word_weight *weight,
		       int32_t scores[GUESS_PROFILES], uint32_t letters)
{
	int32_t most = 0;

	scores[LANG_UND] = scores[LANG_MAX];
	for (unsigned i = LANG_MAX; i < GUESS_PROFILES; i++)
		if (scores[i] > scores[LANG_UND])
			scores[LANG_UND] = scores[i];
	scores[LANG_UND] -= WEIGHT_OTHERS * (int32_t)letters;
	for (unsigned i = 0; i < GUESS_PROFILES; i++)
		most = abs(scores[i]) > most ? abs(scores[i]) : most;
	for (unsigned i = 0; i < GUESS_PROFILES; i++)
		weight->score[i] = (int16_t)(most <= MOST_SCORE ? scores[i] :
			(int64_t)scores[i] * MOST_SCORE / most);
	for (unsigned i = 0; i < GUESS_PROFILES && weight->is_name; i++)
		weight->score[i] /= GUESS_NAME;
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

static uint16_t count_of(uint32_t number)
{
	return (uint16_t)(number < MOST_COUNT ? number : MOST_COUNT);
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
	weight->is_name = (words_shape(words, form) & SHAPE_CAPITAL) != 0;
	set_scores(weight, seen.score[script], seen.letters[script]);
	weight->letters = count_of(seen.letters[script] /
				   (weight->is_name ? GUESS_NAME : 1));
	weight->words = count_of(seen.words);
	weight->script = (uint8_t)script;
	weight->bits = 1u << (WEIGHT_SCRIPT + script);
	weight->plain = seen.plain > 0;
	weight->bits |= seen.stopwords << WEIGHT_STOPWORD;
	for (unsigned i = 1; i < guesser->end; i++)
		if (guesser_is_foreign(guesser, words_text(words, form),
				       (lang_id)i))
			weight->bits |= 1u << (WEIGHT_FOREIGN + i);
	weight->quote = (uint8_t)quote_of(words_text(words, form));
	weight->known = 1;
}

/* The same, changed by which languages know the word. */
static void weigh_known(const struct word_weights *weights,
			struct word_weight *weight,
			const struct guesser *guesser, struct words *words,
			word_id form)
{
	int32_t scores[GUESS_PROFILES];
	int32_t part;

	*weight = *word_weights_get(weights->letters, guesser, words, form);
	if (weight->words == 0 || words_kind(words, form) != KIND_WORD)
		return;
	weight->words = 1;
	weight->plain = !weight->is_name;
	part = weight->is_name ? GUESS_NAME : 1;
	for (unsigned i = 0; i < GUESS_PROFILES; i++)
		scores[i] = weight->score[i] * part;
	known_words_vote(weights->known, words_text(words, form),
			 (enum script)weight->script, weight->is_name, scores);
	set_scores(weight, scores, (uint32_t)(weight->letters * part));
}

static void fill(const struct word_weights *weights, struct word_weight *weight,
		 const struct guesser *guesser, struct words *words,
		 word_id form)
{
	if (weights->known)
		weigh_known(weights, weight, guesser, words, form);
	else
		weigh(weight, guesser, words, form);
}

const struct word_weight *word_weights_find(struct word_weights *weights,
					    const struct guesser *guesser,
					    struct words *words, word_id form)
{
	struct word_weight *weight;

	if (form >= weights->count || weights->generation != words->generation)
		make_room(weights, words);
	weight = &weights->items[form];
	if (!weight->known)
		fill(weights, weight, guesser, words, form);
	return weight;
}

static eight16 larger(eight16 a, eight16 b)
{
	eight16 is = a > b;

	return (a & is) | (b & ~is);
}

static eight16 smaller(eight16 a, eight16 b)
{
	eight16 is = a < b;

	return (a & is) | (b & ~is);
}

static eight16 scores_of(const struct word_weight *weight, unsigned vector)
{
	eight16 scores;

	memcpy(&scores, weight->score + vector * EIGHT, sizeof scores);
	return scores;
}

static counts16 counts_of(const struct word_weight *weight)
{
	counts16 counts;

	memcpy(&counts, (const char *)weight + COUNTS_AT, sizeof counts);
	return counts;
}

/* What a sentence says: outside of quotation marks and inside; and the words
 * of one script that are still to be added to it. */
struct seen {
	struct guess_evidence *said, quoted, *now;
	bool has_quoted;
	uint8_t first, last;   /* scripts; SCRIPTS: there is none, or a name */
	lang_id lang;
	uint32_t bits;         /* of all words */
	eight16 gain, most;    /* how much likelier words that stand together
	                          are in another language than `lang`: the
	                          last of them, the most */
	uint8_t script;
	unsigned count;
	word_id forms[SUMMED];
};

static void add_scores(int32_t *to, eight16 scores)
{
	eight32 wide;

	memcpy(&wide, to, sizeof wide);
	wide += __builtin_convertvector(scores, eight32);
	memcpy(to, &wide, sizeof wide);
}

static void flush(struct seen *seen, const struct word_weights *weights)
{
	const eight16 none = { 0 };
	eight16 ours = none, others[2] = { none, none };
	eight16 gain = smaller(seen->gain, none + ENOUGH), most = seen->most;
	counts16 counts = { 0 };
	int32_t *to = seen->now->score[seen->script];

	for (unsigned i = 0; i < seen->count; i++) {
		const struct word_weight *weight =
			&weights->items[seen->forms[i]];
		eight16 scores = scores_of(weight, 0);

		ours += scores;
		others[0] += scores_of(weight, 1);
		others[1] += scores_of(weight, 2);
		counts += counts_of(weight);
		scores -= weight->score[seen->lang];
		gain = larger(gain + smaller(scores, none + WORD_WEIGHTS_RUN),
			      none);
		most = larger(most, gain);
	}
	add_scores(to, ours);
	add_scores(to + EIGHT, others[0]);
	add_scores(to + 2 * EIGHT, others[1]);
	seen->now->letters[seen->script] += counts[0];
	seen->now->words += counts[1];
	seen->now->plain += counts[2];
	seen->gain = gain;
	seen->most = most;
	seen->count = 0;
}

/* A sentence begins with a capital, which makes no name: the other half. */
static void add_first(struct seen *seen, const struct word_weight *weight)
{
	int32_t *to = seen->now->score[weight->script];

	seen->first = weight->script;
	if (!weight->is_name)
		return;
	for (unsigned i = 0; i < GUESS_PROFILES; i++)
		to[i] += weight->score[i];
	seen->now->letters[weight->script] += weight->letters;
}

static void add_word(struct seen *seen, const struct word_weights *weights,
		     word_id form)
{
	const struct word_weight *weight = &weights->items[form];

	if (weight->script != seen->script || seen->count == SUMMED) {
		flush(seen, weights);
		seen->script = weight->script;
	}
	if (seen->first == SCRIPTS)
		add_first(seen, weight);
	seen->forms[seen->count++] = form;
	seen->bits |= weight->bits;
	seen->last = weight->plain ? weight->script : SCRIPTS;
}

static void note_quote(struct seen *seen, const struct word_weights *weights,
		       uint8_t mark)
{
	flush(seen, weights);
	if (mark == QUOTE_OPENS ||
	    (mark == QUOTE_EITHER && seen->now == seen->said)) {
		if (!seen->has_quoted)
			seen->quoted = (struct guess_evidence){ .words = 0 };
		seen->has_quoted = true;
		seen->now = &seen->quoted;
	} else {
		seen->now = seen->said;
	}
}

static bool is_mixed(const struct seen *seen, const struct guesser *guesser)
{
	uint32_t usual = 1u << guesser->languages[seen->lang].script;

	if ((seen->bits >> WEIGHT_SCRIPT & ~usual) ||
	    (seen->bits >> (WEIGHT_FOREIGN + seen->lang) & 1))
		return true;
	for (unsigned i = 0; i < guesser->end; i++)
		if (seen->most[i] > WORD_WEIGHTS_RUN)
			return true;
	return false;
}

static void add_frame(struct seen *seen)
{
	uint32_t letters = 0;

	if (seen->first == SCRIPTS || seen->first != seen->last)
		return;
	for (unsigned script = 0; script < SCRIPTS; script++)
		letters += seen->said->letters[script] +
			   (seen->has_quoted ? seen->quoted.letters[script]
					     : 0);
	seen->said->frame[seen->first] += letters / 2;
}

static void join_quoted(struct seen *seen)
{
	int part = seen->said->words >= FRAME_WORDS ? QUOTED : 1;

	for (unsigned script = 0; script < SCRIPTS; script++) {
		for (unsigned i = 0; i < GUESS_PROFILES; i++)
			seen->quoted.score[script][i] /= part;
		seen->quoted.letters[script] /= (unsigned)part;
	}
	guesser_join(seen->said, &seen->quoted);
}

static void start(struct seen *seen, struct guess_evidence *evidence,
		  lang_id lang)
{
	seen->said = seen->now = evidence;
	seen->has_quoted = false;
	seen->first = seen->last = SCRIPTS;
	seen->lang = lang;
	seen->bits = 0;
	seen->gain = seen->most = (eight16){ 0 };
	seen->script = SCRIPT_LATIN;
	seen->count = 0;
}

bool word_weights_add(struct word_weights *weights,
		      const struct guesser *guesser, struct words *words,
		      const struct piece *pieces, size_t count, lang_id lang,
		      struct guess_evidence *evidence)
{
	struct seen seen; /* what is quoted is set when something is */

	start(&seen, evidence, lang);
	make_room(weights, words);
	for (size_t i = 0; i < count && i < AHEAD; i++)
		__builtin_prefetch(&weights->items[pieces[i].form]);
	for (size_t i = 0; i < count; i++) {
		size_t ahead = i + AHEAD < count ? i + AHEAD : i;
		struct word_weight *weight = &weights->items[pieces[i].form];

		__builtin_prefetch(&weights->items[pieces[ahead].form]);
		if (!weight->known)
			fill(weights, weight, guesser, words, pieces[i].form);
		if (weight->words > 0)
			add_word(&seen, weights, pieces[i].form);
		else if (weight->quote)
			note_quote(&seen, weights, weight->quote);
	}
	flush(&seen, weights);
	evidence->by_words = weights->known != NULL;
	evidence->stopwords |= seen.bits >> WEIGHT_STOPWORD & LANGUAGES;
	add_frame(&seen);
	if (seen.has_quoted)
		join_quoted(&seen);
	return is_mixed(&seen, guesser);
}

void word_weights_release(struct word_weights *weights)
{
	free(weights->items);
	*weights = (struct word_weights){ 0 };
}
