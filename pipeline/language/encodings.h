/* The encoding of a text, chosen among those of lexicons/encodings.tsv by what
 * reads best, and told where that is no matter of course. */
#ifndef ESEP_ENCODINGS_H
#define ESEP_ENCODINGS_H

#include "languages.h"

struct encodings;

/* `languages`, with LANGUAGES_GUESS, are borrowed.
 * errors  as lexicons_table */
int encodings_open(struct encodings **encodings,
		   const struct languages *languages,
		   struct lexicons *lexicons, struct err *err);

/* Make what the first text that is not in Unicode needs. errors: ERR_FORMAT an
 * encoding that iconv does not know, or whose letters have several bytes */
int encodings_load(struct encodings *encodings, struct err *err);
void encodings_close(struct encodings *encodings); /* NULL too */

/* The name by which iconv knows what a page or a user calls so. */
const char *encodings_meant(const struct encodings *encodings,
			    struct arena *arena, struct str name);

struct encoding_choice {
	const char *encoding;   /* NULL: no text but binary data */
	const char *rival;      /* reads other letters and fits about as well,
	                           or NULL */
	bool is_strange;        /* it does not read like any language */
	bool is_declared_wrong; /* what was declared is clearly not it */
};

/* By a byte order mark, or as UTF-16 or UTF-8 (encoding_find); else what is
 * declared (empty: nothing), unless another encoding reads clearly better;
 * else what reads best. Strings live in the arena.
 * cost    linear, with a few instructions a byte; some milliseconds where it
 *         is not in Unicode */
struct encoding_choice encodings_choose(struct encodings *encodings,
					struct arena *arena, struct str bytes,
					struct str declared);

#endif
