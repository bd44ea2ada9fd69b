/* Ids made from text: lower-case ASCII words joined by `_`. */
#ifndef ESEP_SLUG_H
#define ESEP_SLUG_H

#include "err.h"
#include "lexicons.h"

enum { SLUG_LIMIT = 64 /* bytes of an id made from a text */ };

struct romanisation;

/* lexicons/romanisation.tsv: letter, latin, and after_vowel for the spelling
 * at the beginning of a word and behind a vowel, where it differs. */
int romanisation_open(struct romanisation **romanisation,
		      struct lexicons *lexicons, struct err *err);
void romanisation_close(struct romanisation *romanisation);

/* Append the id of a text: letters by the table, everything that has no Latin
 * letters or digits becomes one `_` between words; stops at a word's end
 * before SLUG_LIMIT. A text that leaves nothing gives "x" and the
 * first eight digits of its SHA-256. */
void romanisation_slug(const struct romanisation *romanisation,
		       struct strbuf *out, struct str text);

#endif
