/* How a hit is what was asked for. */
#ifndef ESEP_HOW_H
#define ESEP_HOW_H

#include "match.h"

/* From the surest to the least sure. */
enum match_how {
	MATCH_EXACT,  /* the very form, whatever its case, or that of a part */
	MATCH_START,  /* it begins so */
	MATCH_LEMMA,
	MATCH_STEM,   /* another form of the word */
	MATCH_NAME,   /* another spelling of the name, by the key */
	MATCH_HOWS
};

/* Of a phrase: that of its least sure word; of a number in a list of articles
 * MATCH_EXACT, which the number is. `text` is the paragraph's, `words`
 * where the words of the index lie in it. */
enum match_how match_how(const struct matcher *matcher,
			 const struct match_lore *lore,
			 const struct match_hit *hit, struct str text,
			 const struct place *words);

/* Whether a hit that MATCH_NAME is another word by chance: a single word in small
 * letters is asked for, which the language of the sentence knows, and `word`, in
 * the same script, is no form of it (суд, Судья). */
bool match_is_chance(const struct matcher *matcher,
		     const struct match_lore *lore, const struct match_hit *hit,
		     struct str word, struct str lang);

const char *match_how_name(enum match_how how);

#endif
