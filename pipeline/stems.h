/* The stemmer of a language, by the column `stemmer` of languages.tsv: the
 * name of a Snowball algorithm, `suffixes` for the table of the language's
 * folder, or empty for none. What `english` and `russian` miss is put right by
 * inflections.h and by lexicons/CODE/lemmas.tsv, which has the forms that
 * follow no rule. */
#ifndef ESEP_STEMS_H
#define ESEP_STEMS_H

#include "err.h"
#include "forms.h"
#include "snowball.h"
#include "suffixes.h"
#include "table.h"

struct stemmer {
	struct sb_stemmer *snowball;
	enum { STEM_SNOWBALL, STEM_ENGLISH, STEM_RUSSIAN } kind;
	struct suffixes *suffixes;
	struct table lemmas;
	struct forms lemma_of; /* a form: row of its lemma, plus one */
};

/* errors: ERR_FORMAT for an unknown algorithm; those of suffixes_load and of
 * table_load. */
int stemmer_open(struct stemmer *stemmer, struct str name, const char *folder,
		 struct str code, struct err *err);
void stemmer_close(struct stemmer *stemmer);

/* The stem of a lower-case word, into `out` (replaced). Stress marks and soft
 * hyphens are left out and ё is е, since writers leave both to choice. */
void stemmer_stem(const struct stemmer *stemmer, struct str word,
		  struct strbuf *out);

/* The stem by the Snowball algorithm alone, which joins a word and those
 * derived from it; where there is none, as stemmer_stem. */
void stemmer_root(const struct stemmer *stemmer, struct str word,
		  struct strbuf *out);

#endif
