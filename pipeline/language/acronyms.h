/* Acronyms that look like another word: US, IT, WHO, ИГ, БАҚ. Among words in
 * small letters such a word in capitals has a stem of its own, in capitals; so
 * have words that are so short and stand in capitals for emphasis, which
 * nothing tells apart, and a search for either in small letters asks for both
 * (asked.h). Words that are longer or no word in small letters (NATO,
 * СМИ) have the stem of these. */
#ifndef ESEP_ACRONYMS_H
#define ESEP_ACRONYMS_H

#include "stems.h"
#include "words.h"

enum { ACRONYM_LEAST = 2, ACRONYM_MOST = 4 }; /* letters */

/* What is asked of a language. */
struct acronym_finder {
	struct words *words;
	struct stemmer *stemmer;
	const struct string_map *stopwords;
	struct strbuf *scratch;
};

/* The stem of a word that begins with two capitals, or 0 where it is that of
 * its small letters: these are another word, or are no word. It is the capitals
 * as they stand (US, AIDS). An ending in small letters behind them, or behind a
 * hyphen there, comes off (IDs, БАҚ-тың), and then a word that needs no capitals
 * has the stem without it (МВДның, мвд). */
word_id acronym_stem(const struct acronym_finder *finder, word_id form);

/* A text in capitals. */
word_id acronym_upper(struct words *words, struct str text);

#endif
