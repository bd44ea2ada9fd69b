/* What the words of a query ask for in an index of stems. */
#ifndef ESEP_ASKED_H
#define ESEP_ASKED_H

#include "languages.h"

/* The stems that a word of a query asks for: in capitals that of the acronym
 * alone, where it is one; else its stem, its other spellings, and the stems
 * that languages_acronym gives for words with this stem. None for a word that
 * is no term. Takes time: for queries, not for texts. */
enum { ASKED_STEMS_MAX = 32 };
struct asked_stems {
	word_id stems[ASKED_STEMS_MAX];
	size_t count;
};

/* Needs LANGUAGES_STEM; other spellings are asked for with
 * LANGUAGES_SPELLINGS. */
void languages_asked(struct languages *languages, struct words *words,
		     lang_id lang, word_id form, struct asked_stems *asked);

#endif
