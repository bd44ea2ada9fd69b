/* Captions: what stands under a picture or over a table. */
#ifndef ESEP_CAPTIONS_H
#define ESEP_CAPTIONS_H

#include "document.h"
#include "err.h"
#include "lexicons.h"
#include "regex.h"

struct captions {
	LIST(struct regex *) patterns;
};

/* Load lexicons/captions.tsv (columns `lang pattern`; PCRE2).
 * errors: as lexicons_table; ERR_FORMAT (file:line) a pattern that PCRE2
 * refuses. Release the captions on an error too. */
int captions_load(struct captions *captions, struct lexicons *lexicons,
		  struct err *err);
void captions_release(struct captions *captions);

/* Set the kind of the short paragraphs of text that a pattern matches. */
void captions_find(const struct captions *captions, struct document *doc);

#endif
