/* The languages, opened when they are first asked for: most reports can be
 * mended without. */
#ifndef ESEP_TONGUES_H
#define ESEP_TONGUES_H

#include "document.h"
#include "languages.h"

struct tongues {
	const char *lexicons;         /* the folder */
	struct words words;           /* our own: a document's may be others */
	struct languages *languages;  /* NULL until they are asked for */
};

void tongues_init(struct tongues *tongues, const char *lexicons);
void tongues_release(struct tongues *tongues);

/* Open the languages if they are not open. errors: as languages_open */
int tongues_open(struct tongues *tongues, struct err *err);

/* The language of a paragraph of the document, by its code; "und" if nothing
 * speaks for any. The languages must be open. */
struct str tongues_guess(struct tongues *tongues, const struct document *doc,
			 struct str text);

/* Append what a word in lower case has in common with those derived from it,
 * as words.tsv has it: see languages_root. */
void tongues_add_root(struct tongues *tongues, struct strbuf *out,
		      lang_id lang, struct str word);

#endif
