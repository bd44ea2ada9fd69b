/* The cross-script key of names: one spelling for Гүлнар Бажкенова, Гульнар
 * Бажкеновой, Gulnar Bazhkenova and Gülnar Bajkenova, word by word.
 *
 *  1. Lower case; stress marks, soft hyphens, hyphens and apostrophes go, and
 *     a Latin letter that stands twice is one (Assanbayeva).
 *  2. One ending comes off (lexicons/key_endings.tsv): the Russian case forms
 *     of surnames, feminine endings, Kazakh case endings. The longest that
 *     matches and leaves `keep` letters is replaced.
 *  3. Letters become a coarse Latin alphabet (lexicons/key_letters.tsv), the
 *     longest group first: a e i u for all vowels, one letter for what
 *     romanisations spell in several ways.
 *  4. An i before a vowel goes (Токаев, Tokayev; Alia, Aliya), doubled letters
 *     become one again, and vowels at the end go (Гульнар, Гульнара), as long
 *     as two letters stay.
 * source: BGN/PCGN 1947 (Russian), BGN/PCGN 1979 (Kazakh), ISO 9:1995, GOST
 *         7.79-2000 B, the passport rules of Kazakhstan, and the Kazakh Latin
 *         alphabets of 2018 and 2021. */
#ifndef ESEP_NAMES_KEY_H
#define ESEP_NAMES_KEY_H

#include "err.h"
#include "str.h"

struct names_key;

/* errors: those of table_load; ERR_FORMAT for a wrong number. */
int names_key_load(struct names_key **key, const char *folder, struct err *err);
void names_key_free(struct names_key *key);

/* The key of a word into `out` (replaced); empty for a word without letters.
 * Only the first 64 letters count. */
void names_key_make(struct names_key *key, struct str word,
		    struct strbuf *out);

#endif
