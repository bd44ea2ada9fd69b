/* What a number counts, and whether a sentence ends behind it. */
#ifndef ESEP_SENTENCE_UNITS_H
#define ESEP_SENTENCE_UNITS_H

#include "sentence_words.h"

/* Is the abbreviation text[word..stop] of `kind` what a number counts? Some
 * always are (руб., чел.), others where a number stands before them (г.,
 * янв.). */
bool sentence_is_unit(const struct sentence_splitter *splitter, struct str text,
		      size_t start, size_t word, size_t stop, uint32_t kind);

/* Does the sentence that began at `start` end behind that unit? A capital
 * follows or not. It goes on before the name of a country or a currency, and
 * where nothing was said yet (В 2020 г.). Of what is counted as a year is, and
 * may lead to the subject of a sentence, it ends before a common word
 * alone. */
bool sentence_ends_in_unit(const struct sentence_splitter *splitter,
			   struct str text, size_t start, size_t word,
			   size_t stop, uint32_t kind,
			   const struct sentence_follow *follow);

#endif
