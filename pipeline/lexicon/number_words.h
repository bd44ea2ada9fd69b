/* Number words: lexicons/numbers.tsv. */
#ifndef ESEP_NUMBER_WORDS_H
#define ESEP_NUMBER_WORDS_H

#include "lexicons.h"
#include "string_map.h"

struct number_word {
	struct str form, lang; /* the code of its language */
	struct str digits;     /* the value as it is written */
	uint64_t value;        /* up to 10^18 */
};

struct number_words {
	LIST(struct number_word) list;
	struct string_map by_form; /* lower case: number in the list, plus 1 */
};

/* Read once; the lexicons own them. errors: those of lexicons_table;
 * ERR_FORMAT a value that is no number */
int lexicons_numbers(struct lexicons *lexicons,
		     const struct number_words **numbers, struct err *err);

/* The first word of a form, in any case; NULL if there is none. */
const struct number_word *number_words_find(const struct number_words *numbers,
					    struct str form);

#endif
