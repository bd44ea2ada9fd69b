#include "languages_internal.h"

enum { GUESS_PIECES = 256, GUESS_BYTES = 4096 };

static lang_id decide_by_words(struct languages *languages,
			       const struct piece *pieces, size_t count,
			       lang_id hint, bool around)
{
	struct guess_evidence seen = { .words = 0 };

	word_weights_add(&languages->known_weights, &languages->guesser,
			 languages->words, pieces,
			 count < GUESS_PIECES ? count : GUESS_PIECES, LANG_UND,
			 &seen);
	return guesser_decide(&languages->guesser, &seen, hint, around);
}

lang_id languages_guess(struct languages *languages, struct str text,
			lang_id hint)
{
	struct guess_evidence seen = { .words = 0 };
	struct pieces pieces = { NULL, 0, 0 };
	lang_id lang;

	guesser_weigh(&languages->guesser, text, &seen);
	if (guesser_is_clear(&languages->guesser, &seen, hint))
		return guesser_decide(&languages->guesser, &seen, hint, false);
	if (text.len > GUESS_BYTES)
		text.len = GUESS_BYTES;
	languages_split(languages, hint, text, &pieces);
	lang = decide_by_words(languages, pieces.items, pieces.count, hint,
			       false);
	LIST_RELEASE(&pieces);
	return lang;
}

const struct guesser *languages_guesser(const struct languages *languages)
{
	return &languages->guesser;
}

struct str languages_guess_code(struct languages *languages, struct str text,
				struct str hint)
{
	return words_lang_code(languages->words,
			       languages_guess(languages, text,
					       languages_find(languages,
							      hint)));
}

bool languages_weigh(struct languages *languages, const struct piece *pieces,
		     size_t count, lang_id lang,
		     struct guess_evidence *evidence)
{
	size_t weighed = count < GUESS_PIECES ? count : GUESS_PIECES;

	return word_weights_add(&languages->weights, &languages->guesser,
				languages->words, pieces, weighed, lang,
				evidence) || count > weighed;
}

lang_id languages_decide(struct languages *languages,
			 const struct piece *pieces, size_t count,
			 const struct guess_evidence *evidence, lang_id hint,
			 bool around)
{
	if (guesser_is_clear(&languages->guesser, evidence, hint))
		return guesser_decide(&languages->guesser, evidence, hint,
				      around);
	return decide_by_words(languages, pieces, count, hint, around);
}

/* Telegram-канал: it is of the text that it stands in. */
static bool is_mixed(struct languages *languages, word_id form)
{
	const uint8_t both = SHAPE_LATIN | SHAPE_CYRILLIC;

	return (words_shape(languages->words, form) & both) == both;
}

/* Bit 0: known; bit n: not a word of language n; bits LANG_MAX on: the language
 * that it is of instead. */
static uint16_t find_foreign(struct languages *languages, word_id form)
{
	struct str text = words_text(languages->words, form);
	lang_id own = languages_guess(languages, text, LANG_UND);
	unsigned foreign = 1u | (unsigned)own << LANG_MAX;

	for (unsigned i = 1; i < LANG_MAX && !is_mixed(languages, form); i++)
		if (guesser_is_foreign(&languages->guesser, text, (lang_id)i))
			foreign |= 1u << i;
	return words_get(languages->words, form)->foreign = (uint16_t)foreign;
}

lang_id languages_of_word(struct languages *languages, lang_id lang,
			  word_id form)
{
	unsigned foreign = words_get(languages->words, form)->foreign;

	if (!foreign)
		foreign = find_foreign(languages, form);
	if (lang == LANG_UND || !(foreign >> lang & 1))
		return lang;
	return (lang_id)(foreign >> LANG_MAX);
}

static bool knows_all(struct languages *languages, lang_id lang,
		      const struct piece *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (words_kind(languages->words, pieces[i].form) == KIND_WORD &&
		    !languages_know(languages, lang, pieces[i].form))
			return false;
	return true;
}

/* A run of words that the sentence's language knows is in that (300 тыс. тенге),
 * whatever they look like. */
static void undo_known(struct languages *languages, lang_id lang,
		       const struct piece *pieces, size_t count, lang_id *langs)
{
	for (size_t i = 0, end; i < count; i = end) {
		end = i + 1;
		if (langs[i] == lang)
			continue;
		while (end < count && langs[end] == langs[i])
			end++;
		if (!knows_all(languages, lang, pieces + i, end - i))
			continue;
		for (size_t k = i; k < end; k++)
			langs[k] = lang;
	}
}

/* A single word in letters that the sentence's language lacks is told by
 * them, too weak as it is for a run. */
void languages_of_words(struct languages *languages, lang_id lang,
			const struct piece *pieces, size_t count,
			lang_id *langs)
{
	enum script usual = languages->guesser.languages[lang].script;

	languages->runs.lang = lang;
	language_runs_find(&languages->runs, pieces, count, langs);
	if (lang != LANG_UND)
		undo_known(languages, lang, pieces, count, langs);
	for (size_t i = 0; i < count; i++)
		if (langs[i] != lang && is_mixed(languages, pieces[i].form))
			langs[i] = lang;
		else if (langs[i] == lang &&
		    word_weights_get(&languages->weights, &languages->guesser,
				     languages->words,
				     pieces[i].form)->script == usual)
			langs[i] = languages_of_word(languages, lang,
						     pieces[i].form);
}
