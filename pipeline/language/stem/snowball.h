/* Snowball stemmers (snowballstem.org). The one place that includes
 * libstemmer. */
#ifndef ESEP_SNOWBALL_H
#define ESEP_SNOWBALL_H

#include "str.h"

struct sb_stemmer;

/* A stemmer by its algorithm's name ("english"); NULL if there is none. */
struct sb_stemmer *snowball_new(const char *algorithm);
void snowball_free(struct sb_stemmer *stemmer);

/* The stem of a lower-case word; valid until the next call. */
struct str snowball_stem(struct sb_stemmer *stemmer, struct str word);

#endif
