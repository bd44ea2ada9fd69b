/* The stemmer of a language, by the column `stemmer` of languages.tsv: the
 * name of a Snowball algorithm, `suffixes` for the table of the language's
 * folder, or empty for none. */
#ifndef ESEP_STEMS_H
#define ESEP_STEMS_H

#include "err.h"
#include "snowball.h"
#include "suffixes.h"

struct stemmer {
	struct sb_stemmer *snowball;
	struct suffixes *suffixes;
};

/* errors: ERR_FORMAT for an unknown algorithm; those of suffixes_load. */
int stemmer_open(struct stemmer *stemmer, struct str name, const char *folder,
		 struct str code, struct err *err);
void stemmer_close(struct stemmer *stemmer);

/* The stem of a lower-case word, into `out` (replaced). Stress marks and soft
 * hyphens are left out and ё is е, since writers leave both to choice. */
void stemmer_stem(const struct stemmer *stemmer, struct str word,
		  struct strbuf *out);

#endif
