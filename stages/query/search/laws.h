/* Articles of laws in a question, and lists of them in a text. */
#ifndef ESEP_LAWS_H
#define ESEP_LAWS_H

#include "match.h"

/* For ask_parse: what its pairs are read by, and how that went. */
struct law_pairs {
	const struct match_lore *lore;
	struct err *err;
	int rc;              /* an error of languages_need_asked */
};
bool law_pairs_is_pair(void *data, struct str first, struct str second);

/* Of the hits that stand near a word for articles (is_list) keep those in its
 * list: numbers and function words alone lie between. `text` is the paragraph's,
 * `words` where the words of the index lie in it. */
void law_lists_cut(const struct match_lore *lore, struct str text,
		   const struct place *words, size_t count,
		   struct match_hits *hits);

#endif
