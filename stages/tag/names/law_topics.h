/* What an act is about, whatever it is called: «закон о масс-медиа» and the bill
 * «О масс-медиа» are one, and so is the act that the lexicon has. */
#ifndef ESEP_LAW_TOPICS_H
#define ESEP_LAW_TOPICS_H

#include "gazetteer.h"
#include "law_words.h"

struct law_topics;

void law_topics_open(struct law_topics **topics,
		     const struct knowledge *knowledge, struct law_words *words,
		     const struct gazetteer *names,
		     struct country_words *countries);
void law_topics_close(struct law_topics *topics); /* NULL too */

/* The stems of what the words first..end tell, one string; empty: nothing. */
struct str law_topics_key(struct law_topics *topics, const struct scan *scan,
			  size_t first, size_t end, struct strbuf *out);

/* The id of the act of that kind (law, code, convention …) that the lexicon has
 * with such a name, of the country
 * (empty: not known, and then the id has none), in force in the document's
 * years; empty: none. cost: the first call reads all names of acts */
struct str law_topics_find(struct law_topics *topics, const struct scan *scan,
			   struct str key, struct str kind,
			   struct str country);

#endif
