#include "asked.h"

#include "acronyms.h"
#include "utf8.h"

enum { LONGEST_CAPITALS = 2 * ACRONYM_MOST }; /* letters: ЛЮДИ has ЧЕЛОВЕК */

/* Append a stem that is not there yet, while there is room. */
static void ask(struct asked_stems *asked, word_id stem)
{
	for (size_t i = 0; i < asked->count; i++)
		if (asked->stems[i] == stem)
			return;
	if (stem && asked->count < ASKED_STEMS_MAX)
		asked->stems[asked->count++] = stem;
}

/* What stands for a word with this stem where it is in capitals: function words
 * keep their form there. */
static void ask_capitals(struct languages *languages, struct words *words,
			 lang_id lang, word_id form, word_id stem,
			 struct asked_stems *asked)
{
	const struct table *rows = languages_stopwords(languages, lang);

	if (utf8_chars(words_text(words, stem)) <= LONGEST_CAPITALS)
		ask(asked, acronym_upper(words, words_text(words, stem)));
	/* to stem all of them takes time */
	if (!languages_is_stopword(languages, lang, form) &&
	    !languages_is_stopword(languages, lang, stem))
		return;
	for (size_t row = 0; rows && row < rows->row_count; row++) {
		struct str text = table_named_cell(rows, row, "word");
		word_id word;

		if (utf8_chars(text) > ACRONYM_MOST)
			continue;
		word = words_add(words, text);
		if (languages_stem(languages, lang, word) != stem)
			continue;
		word = acronym_upper(words, text);
		ask(asked, languages_acronym(languages, lang, word));
	}
}

static void ask_spellings(struct languages *languages, lang_id lang,
			  word_id stem, struct asked_stems *asked)
{
	size_t row = 0;
	word_id other;

	while (languages_other_spelling(languages, lang, stem, &row, &other))
		ask(asked, other);
}

void languages_asked(struct languages *languages, struct words *words,
		     lang_id lang, word_id form, struct asked_stems *asked)
{
	word_id acronym = languages_acronym(languages, lang, form);
	word_id stem = acronym ? acronym
			       : languages_stem(languages, lang, form);

	asked->count = 0;
	ask(asked, stem);
	if (!stem || acronym)
		return;
	ask_spellings(languages, lang, stem, asked);
	ask_capitals(languages, words, lang, form, stem, asked);
}
