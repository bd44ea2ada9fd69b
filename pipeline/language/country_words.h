/* The countries that a text names: the names of lexicons/places.tsv in their
 * cases, and the words made of them that nationalities.tsv has. */
#ifndef ESEP_COUNTRY_WORDS_H
#define ESEP_COUNTRY_WORDS_H

#include "document.h"
#include "knowledge.h"

struct country_words;

struct country_hit {
	size_t first, end;  /* token indices, half-open */
	struct str code;    /* ISO 3166-1 */
	bool adjective;     /* "Latvian", no name */
	bool doubtful;      /* the name is another word or a person's too */
};
struct country_hits { struct country_hit *items; size_t count, capacity; };

/* errors: those of lexicons_table and languages_need */
int country_words_open(struct country_words **words,
		       const struct knowledge *knowledge, struct err *err);
void country_words_close(struct country_words *words); /* NULL too */

/* The same of the places in countries: a hit has the code of the country that
 * the town or region is in. errors: as above */
int country_words_open_places(struct country_words **words,
			      const struct knowledge *knowledge,
			      struct err *err);

/* Those that a run shares, opened when they are first asked for; the knowledge
 * owns them. errors: as above */
int country_words_share(struct country_words **words,
			const struct knowledge *knowledge, struct err *err);

/* Append the countries that the tokens first..end name, in text order, the
 * longest name where several begin at one word. Names have their capitals,
 * unless `small` lets them go without. */
void country_words_find(struct country_words *words, const struct document *doc,
			size_t first, size_t end, bool small,
			struct country_hits *out);

/* The same of a text that is not split yet. A text without a capital letter may
 * have names without. */
void country_words_read(struct country_words *words, struct str text,
			lang_id lang, struct country_hits *out);

/* Where a hit of the text that was read last stands in it, in bytes. */
struct range country_words_range(const struct country_words *words,
				 const struct country_hit *hit);

/* How many tokens the text had that was read last. */
size_t country_words_length(const struct country_words *words);

/* The code that all hits have; empty where they differ or there is none. */
struct str country_hits_code(const struct country_hits *hits);

#endif
