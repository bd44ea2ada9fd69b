#include "language_runs.h"

/* In 25 · ln of a probability; see guess.c. */
enum {
	SWITCH = 200,          /* a change of language anywhere */
	SWITCH_AT_MARK = WORD_WEIGHTS_RUN / 2, /* at a quotation mark, a
	                                          bracket, an end */
	SWITCH_SCRIPT = 25,    /* where the script changes too */
	ALSO = 50,             /* a word in the script that is not usual */
	NAME_LETTER = 45,      /* of a name in a script that is not ours */
	OTHERS_LETTERS = 16,   /* of a run that is in none of ours */
	OTHERS_MARGIN = 5,     /* and how much likelier each is in another */
	NEVER = -1000000
};

static const struct word_weight *weight_of(const struct run_finder *f,
					   word_id form)
{
	return word_weights_get(f->weights, f->guesser, f->words, form);
}

/* What was divided for a name. */
static unsigned part_of(const struct word_weight *weight)
{
	return weight->is_name ? GUESS_NAME : 1;
}

/* Of the scripts of the sentence's language that with the most letters. */
static enum script script_of_sentence(const struct run_finder *f,
				      const struct piece *pieces, size_t count)
{
	const struct guess_language *language = &f->guesser->languages[f->lang];
	enum script script = language->script;
	size_t letters[SCRIPTS] = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct word_weight *weight = weight_of(f, pieces[i].form);

		letters[weight->script] += weight->letters * part_of(weight);
	}
	for (unsigned i = 0; i < SCRIPTS; i++)
		if ((language->scripts >> i & 1) &&
		    letters[i] > letters[script])
			script = (enum script)i;
	return script;
}

/* What a word says for language `l`. */
static int32_t score_of(const struct run_finder *f,
			const struct word_weight *weight, unsigned l)
{
	const struct guess_language *language = &f->guesser->languages[l];
	int32_t part = (int32_t)part_of(weight);
	int32_t score = weight->score[l] * part;
	int32_t own = weight->score[f->lang] * part;

	if (weight->script == SCRIPT_OTHER)
		return l == (f->first == LANG_UND ? LANG_UND : f->lang)
			? 0 : NEVER;
	if (l == LANG_UND)
		return weight->is_name && weight->script == f->script
			? own + (score - own) / 2 : score;
	if (!language->known)
		return NEVER;
	if (!(language->scripts >> weight->script & 1))
		return l != f->lang ? NEVER :
		       weight->is_name ? NAME_LETTER * weight->letters * part
				       : 0;
	if (language->script != weight->script && weight->script != f->script)
		return score - ALSO;
	if (weight->is_name && l != f->lang && weight->script == f->script)
		return own + (score - own) / 2;
	return score;
}

static int32_t price(const struct run_finder *f, const struct run_step *before,
		     const struct run_step *step)
{
	if ((before ? before->script : f->script) != step->script)
		return SWITCH_SCRIPT;
	return !before || step->marked ? SWITCH_AT_MARK : SWITCH;
}

/* The language that is likeliest at a step. */
static unsigned top_of(const struct run_finder *f, const struct run_step *step)
{
	unsigned top = f->first;

	for (unsigned l = top + 1; l < f->guesser->end; l++)
		if (step->score[l] > step->score[top])
			top = l;
	return top;
}

/* The best way to come to `step` in each language: by staying in it, or from
 * the likeliest one at the price of a change. Scores are what is lost against
 * that one, so that those of a long sentence do not grow. */
static void come_to(const struct run_finder *f, const struct run_step *before,
		    struct run_step *step, int32_t cost)
{
	unsigned top = top_of(f, before);

	for (unsigned l = f->first; l < f->guesser->end; l++) {
		int32_t lost = before->score[l] - before->score[top];

		step->from[l] = (uint8_t)(lost >= -cost ? l : top);
		step->score[l] += lost >= -cost ? lost : -cost;
	}
}

static void add_step(struct run_finder *f, const struct word_weight *weight,
		     struct run_step *step)
{
	const struct run_step *before = f->steps.count > 1 ? step - 1 : NULL;
	int32_t cost;

	step->script = weight->script;
	step->is_name = weight->is_name;
	for (unsigned l = f->first; l < f->guesser->end; l++)
		step->score[l] = score_of(f, weight, l);
	cost = price(f, before, step);
	if (before)
		come_to(f, before, step, cost);
	else
		for (unsigned l = f->first; l < f->guesser->end; l++)
			step->score[l] -= l == f->lang ? 0 : cost;
}

/* Commas stand inside of what is quoted as often as at its ends. */
static void note_mark(struct words *words, word_id form, bool *apart,
		      bool *marked)
{
	struct str text = words_text(words, form);

	if (words_kind(words, form) != KIND_PUNCT || str_equal(text, STR("-")))
		return;
	*apart = true;
	*marked |= !str_equal(text, STR(","));
}

static void add_steps(struct run_finder *f, const struct piece *pieces,
		      size_t count)
{
	bool apart = false, marked = false;

	LIST_CLEAR(&f->steps);
	for (size_t i = 0; i < count; i++) {
		word_id form = pieces[i].form;
		const struct word_weight *weight = weight_of(f, form);
		struct run_step *step;

		if (weight->words == 0) {
			note_mark(f->words, form, &apart, &marked);
			continue;
		}
		step = LIST_ADD(&f->steps);
		step->piece = (uint32_t)i;
		step->apart = apart;
		step->marked = marked;
		add_step(f, weight, step);
		apart = marked = false;
	}
}

static void trace_back(const struct run_finder *f, lang_id *langs)
{
	size_t i = f->steps.count;
	const struct run_step *step = &f->steps.items[i - 1];
	int32_t most = step->score[f->lang] +
		       (step->script == f->script ? SWITCH_AT_MARK
						  : SWITCH_SCRIPT);
	unsigned best = f->lang;

	for (unsigned l = f->first; l < f->guesser->end; l++)
		if (step->score[l] > most) {
			most = step->score[l];
			best = l;
		}
	while (i-- > 0) {
		step = &f->steps.items[i];
		langs[step->piece] = (lang_id)best;
		best = step->from[best];
	}
}

/* Of words in another language that no punctuation parts, those in the
 * sentence's script: are they a name, with a word or none beside it? */
static bool are_names(const struct run_finder *f, size_t first, size_t end)
{
	size_t small = 0;

	for (size_t i = first; i < end; i++)
		small += f->steps.items[i].script == f->script &&
			 !f->steps.items[i].is_name;
	return small < 2;
}

/* A name in the sentence's script is in its language. */
static void undo_names(const struct run_finder *f, lang_id *langs)
{
	const struct run_step *steps = f->steps.items;
	size_t end;

	for (size_t i = 0; i < f->steps.count; i = end) {
		lang_id lang = langs[steps[i].piece];

		for (end = i + 1; end < f->steps.count; end++)
			if (steps[end].apart || langs[steps[end].piece] != lang)
				break;
		for (bool undo = are_names(f, i, end); undo && i < end; i++)
			if (steps[i].script == f->script)
				langs[steps[i].piece] = f->lang;
	}
}

static int32_t most_of(const int32_t *scores, unsigned from, unsigned to)
{
	int32_t most = scores[from];

	for (unsigned i = from + 1; i < to; i++)
		most = scores[i] > most ? scores[i] : most;
	return most;
}

/* Is a run, `first` to `end`, in one of the languages that are not ours? Each
 * word was only said to be in any of them. */
static bool are_others(const struct run_finder *f, const struct piece *pieces,
		       size_t first, size_t end)
{
	int32_t scores[GUESS_PROFILES] = { 0 }, letters = 0;

	for (size_t i = first; i < end; i++) {
		const struct word_weight *weight =
			weight_of(f, pieces[f->steps.items[i].piece].form);

		if (weight->script == SCRIPT_OTHER)
			return true;
		for (unsigned k = 0; k < GUESS_PROFILES; k++)
			scores[k] += weight->score[k];
		letters += weight->letters;
	}
	return letters >= OTHERS_LETTERS &&
	       most_of(scores, LANG_MAX, GUESS_PROFILES) -
			       most_of(scores, 1, f->guesser->end) >
		       letters * OTHERS_MARGIN;
}

/* Whether all runs that were found to be in none of ours are so. */
static bool others_hold(const struct run_finder *f, const struct piece *pieces,
			const lang_id *langs)
{
	const struct run_step *steps = f->steps.items;
	size_t end;

	for (size_t i = 0; i < f->steps.count; i = end) {
		lang_id lang = langs[steps[i].piece];

		for (end = i + 1; end < f->steps.count &&
				  langs[steps[end].piece] == lang;)
			end++;
		if (lang == LANG_UND && !are_others(f, pieces, i, end))
			return false;
	}
	return true;
}

static void find(struct run_finder *f, const struct piece *pieces, size_t count,
		 unsigned first, lang_id *langs)
{
	f->first = first;
	memset(langs, f->lang, count * sizeof *langs);
	add_steps(f, pieces, count);
	if (f->steps.count == 0)
		return;
	trace_back(f, langs);
	undo_names(f, langs);
}

void language_runs_find(struct run_finder *f, const struct piece *pieces,
			size_t count, lang_id *langs)
{
	memset(langs, f->lang, count * sizeof *langs);
	if (f->lang == LANG_UND)
		return;
	f->script = script_of_sentence(f, pieces, count);
	find(f, pieces, count, LANG_UND, langs);
	if (!others_hold(f, pieces, langs))
		find(f, pieces, count, LANG_UND + 1, langs);
}

void language_runs_release(struct run_finder *f)
{
	LIST_RELEASE(&f->steps);
}
