/* What the parts of a word are found by. */
#ifndef ESEP_INNER_WORDS_H
#define ESEP_INNER_WORDS_H

#include "languages.h"
#include "word_parts.h"

struct inner_words {
	struct languages *languages;
	struct words *words;
	struct word_parts parts;
	struct str domain;                 /* of the word, if it is an address */
	struct strbuf told;
	struct word_cache known[2][LANG_MAX]; /* of forms; [1]: `also` */
};

/* The stems of a word's parts (word_parts_find) in `lang`, with commas between,
 * and behind a colon the key of one that may be a name: it begins with a
 * capital, or is what a domain is called. 0 for a word that has no parts. Cached
 * in `inner`, which begins as all zero but for the first two. `also`: the text is
 * in the other script of its language, see languages_stem_also.
 * LANGUAGES_STEM and LANGUAGES_KEY are needed. */
word_id inner_words_of(struct inner_words *inner, lang_id lang, word_id form,
		       bool also);
void inner_words_release(struct inner_words *inner);

#endif
