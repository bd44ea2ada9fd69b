#include "language_runs.h"

/* In 25 · ln of a probability; see guess.c. */
enum {
	SWITCH = 200,          /* a change of language anywhere */
	SWITCH_AT_MARK = 75,   /* at a quotation mark, a bracket, an end */
	SWITCH_SCRIPT = 25,    /* where the script changes too */
	ALSO = 50,             /* a word in the script that is not usual */
	NAME_LETTER = 45,      /* of a name in a script that is not ours */
	NEVER = -100000
};

/* Do these words hold a run at all? Either the script changes, or some words
 * that stand together are likelier in another language by the least price. */
static bool is_mixed(struct word_weights *weights,
		     const struct guesser *guesser, struct words *words,
		     lang_id lang, const struct piece *pieces, size_t count)
{
	int32_t gain[LANG_MAX] = { 0 }, most[LANG_MAX] = { 0 };
	enum script usual = guesser->languages[lang].script;

	for (size_t i = 0; i < count; i++) {
		const struct word_weight *weight = word_weights_get(
			weights, guesser, words, pieces[i].form);

		if (weight->words == 0)
			continue;
		if (weight->script != usual)
			return true;
		for (unsigned l = 0; l < LANG_MAX; l++) {
			gain[l] += weight->score[l] - weight->score[lang];
			gain[l] = gain[l] > 0 ? gain[l] : 0;
			most[l] = gain[l] > most[l] ? gain[l] : most[l];
		}
	}
	for (unsigned l = 1; l < guesser->end; l++)
		if (most[l] > 2 * SWITCH_AT_MARK)
			return true;
	return false;
}

/* What a word says for language `l` in a sentence of `lang`. */
static int32_t score_of(const struct guesser *guesser,
			const struct word_weight *weight, unsigned l,
			lang_id lang, bool is_capital)
{
	const struct guess_language *language = &guesser->languages[l];
	int32_t score = weight->score[l], own = weight->score[lang];

	if (weight->script == SCRIPT_OTHER)
		return l == lang ? 0 : NEVER;
	if (!(language->scripts >> weight->script & 1))
		return l != lang ? NEVER :
		       is_capital ? NAME_LETTER * weight->letters : 0;
	if (language->script != weight->script)
		return score - ALSO;
	/* A name tells less of the language around it. */
	if (is_capital && l != lang &&
	    guesser->languages[lang].script == weight->script)
		return own + (score - own) / 2;
	return score;
}

static int32_t price(const struct run_step *before, const struct run_step *step)
{
	if (!before || step->marked)
		return SWITCH_AT_MARK;
	return before->script == step->script ? SWITCH : SWITCH_SCRIPT;
}

/* The best way to come to `step` in language `l`. */
static void come_to(struct run_step *step, const struct run_step *before,
		    unsigned l, lang_id lang, unsigned end)
{
	int32_t cost = price(before, step), best = NEVER * 2;

	if (!before) {
		step->score[l] += l == lang ? 0 : -cost;
		return;
	}
	for (unsigned from = 1; from < end; from++) {
		int32_t score = before->score[from] - (from == l ? 0 : cost);

		if (score > best) {
			best = score;
			step->from[l] = (uint8_t)from;
		}
	}
	step->score[l] += best;
}

static void add_step(struct language_runs *runs, const struct guesser *guesser,
		     const struct word_weight *weight, lang_id lang,
		     bool is_capital, bool marked, size_t piece)
{
	struct run_step *step = LIST_ADD(&runs->steps);
	const struct run_step *before = runs->steps.count > 1 ? step - 1
							      : NULL;

	step->piece = (uint32_t)piece;
	step->script = weight->script;
	step->marked = marked;
	for (unsigned l = 1; l < guesser->end; l++) {
		step->score[l] = guesser->languages[l].known
			? score_of(guesser, weight, l, lang, is_capital)
			: NEVER;
		come_to(step, before, l, lang, guesser->end);
	}
}

static void trace_back(const struct language_runs *runs, lang_id lang,
		       unsigned end, lang_id *langs)
{
	size_t i = runs->steps.count;
	const struct run_step *step = &runs->steps.items[i - 1];
	unsigned best = lang;

	for (unsigned l = 1; l < end; l++)
		if (step->score[l] - SWITCH_AT_MARK > step->score[best])
			best = l;
	for (; i-- > 0; step--) {
		langs[step->piece] = (lang_id)best;
		best = step->from[best];
	}
}

/* Commas stand inside of what is quoted as often as at its ends. */
static bool is_mark(struct words *words, word_id form)
{
	struct str text = words_text(words, form);

	return words_kind(words, form) == KIND_PUNCT &&
	       !str_equal(text, STR(",")) && !str_equal(text, STR("-"));
}

void language_runs_find(struct language_runs *runs,
			struct word_weights *weights,
			const struct guesser *guesser, struct words *words,
			lang_id lang, const struct piece *pieces, size_t count,
			lang_id *langs)
{
	bool marked = false;

	memset(langs, lang, count * sizeof *langs);
	if (lang == LANG_UND ||
	    !is_mixed(weights, guesser, words, lang, pieces, count))
		return;
	LIST_CLEAR(&runs->steps);
	for (size_t i = 0; i < count; i++) {
		word_id form = pieces[i].form;
		const struct word_weight *weight =
			word_weights_get(weights, guesser, words, form);

		if (weight->words == 0) {
			marked = marked || is_mark(words, form);
			continue;
		}
		add_step(runs, guesser, weight, lang,
			 words_shape(words, form) & SHAPE_CAPITAL, marked,
			 i);
		marked = false;
	}
	if (runs->steps.count > 0)
		trace_back(runs, lang, guesser->end, langs);
}

void language_runs_release(struct language_runs *runs)
{
	LIST_RELEASE(&runs->steps);
}
