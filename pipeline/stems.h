/* The stemmer of a language: its lexemes, and for words that these lack the
 * column `stemmer` of languages.tsv: the name of a Snowball algorithm,
 * `suffixes` for the table of the language's folder, or empty for none. */
#ifndef ESEP_STEMS_H
#define ESEP_STEMS_H

#include "err.h"
#include "lexemes.h"
#include "snowball.h"
#include "suffixes.h"

struct stemmer {
	struct sb_stemmer *snowball;
	struct suffixes *suffixes;
	struct lexemes lexemes;
};

/* errors: ERR_FORMAT for an unknown algorithm; those of suffixes_load
 * and lexemes_open. */
int stemmer_open(struct stemmer *stemmer, struct str name, const char *folder,
		 struct str code, struct err *err);
void stemmer_close(struct stemmer *stemmer);

/* The stem of a lower-case word, into `out` (replaced): the lemma where the
 * lexemes have the word, else as stemmer_cut. Stress marks and soft hyphens
 * are left out and ё is е, since writers leave both to choice. Returns whether
 * the stem is the word's lemma for certain: the lexemes know of no other. */
bool stemmer_stem(struct stemmer *stemmer, struct str word,
		  struct strbuf *out);

/* What the algorithm or the suffix table leaves of a lower-case word, without
 * regard to the lexemes: most often a beginning of it. */
void stemmer_cut(const struct stemmer *stemmer, struct str word,
		 struct strbuf *out);

#endif
