#include "language_runs.h"

/* In 25 · ln of a probability; see guess.c. */
enum {
	SWITCH = 200,          /* a change of language anywhere */
	SWITCH_AT_MARK = WORD_WEIGHTS_RUN / 2, /* at a quotation mark, a
	                                          bracket, an end */
	SWITCH_SCRIPT = 25,    /* where the script changes too */
	ALSO = 50,             /* a word in the script that is not usual */
	NAME_LETTER = 45,      /* of a name in a script that is not ours */
	NEVER = -100000
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

	if (!language->known)
		return NEVER;
	if (weight->script == SCRIPT_OTHER)
		return l == f->lang ? 0 : NEVER;
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

/* The best way to come to `step` in language `l`, where a change costs `cost`.
 */
static void come_to(const struct run_finder *f, const struct run_step *before,
		    struct run_step *step, unsigned l, int32_t cost)
{
	int32_t best = NEVER * 2;

	if (!before) {
		step->score[l] -= l == f->lang ? 0 : cost;
		return;
	}
	for (unsigned from = 1; from < f->guesser->end; from++) {
		int32_t score = before->score[from] - (from == l ? 0 : cost);

		if (score > best) {
			best = score;
			step->from[l] = (uint8_t)from;
		}
	}
	step->score[l] += best;
}

static void add_step(struct run_finder *f, const struct word_weight *weight,
		     struct run_step begun)
{
	struct run_step *step = LIST_ADD(&f->steps);
	const struct run_step *before = f->steps.count > 1 ? step - 1 : NULL;
	int32_t cost;

	*step = begun;
	step->script = weight->script;
	step->is_name = weight->is_name;
	cost = price(f, before, step);
	for (unsigned l = 1; l < f->guesser->end; l++) {
		step->score[l] = score_of(f, weight, l);
		come_to(f, before, step, l, cost);
	}
}

/* Commas stand inside of what is quoted as often as at its ends. */
static void note_mark(struct run_step *next, struct words *words, word_id form)
{
	struct str text = words_text(words, form);

	if (words_kind(words, form) != KIND_PUNCT || str_equal(text, STR("-")))
		return;
	next->apart = true;
	next->marked |= !str_equal(text, STR(","));
}

static void add_steps(struct run_finder *f, const struct piece *pieces,
		      size_t count)
{
	struct run_step next = { 0 };

	LIST_CLEAR(&f->steps);
	for (size_t i = 0; i < count; i++) {
		word_id form = pieces[i].form;
		const struct word_weight *weight = weight_of(f, form);

		if (weight->words == 0) {
			note_mark(&next, f->words, form);
			continue;
		}
		next.piece = (uint32_t)i;
		add_step(f, weight, next);
		next = (struct run_step){ 0 };
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

	for (unsigned l = 1; l < f->guesser->end; l++)
		if (step->score[l] > most) {
			most = step->score[l];
			best = l;
		}
	for (; i-- > 0; step--) {
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

void language_runs_find(struct run_finder *f, const struct piece *pieces,
			size_t count, lang_id *langs)
{
	memset(langs, f->lang, count * sizeof *langs);
	if (f->lang == LANG_UND)
		return;
	f->script = script_of_sentence(f, pieces, count);
	add_steps(f, pieces, count);
	if (f->steps.count > 0) {
		trace_back(f, langs);
		undo_names(f, langs);
	}
}

void language_runs_release(struct run_finder *f)
{
	LIST_RELEASE(&f->steps);
}
