/* Names that a look at the first words of a sentence tells: those of people
 * and places, and what is short for a country or a currency. */
#ifndef ESEP_PROPER_NAMES_H
#define ESEP_PROPER_NAMES_H

#include "err.h"
#include "lexicons.h"
#include "string_map.h"

enum proper_name {               /* bits */
	PROPER_NAME = 1,
	PROPER_NAME_SHORT = 2,   /* США, U.S., USD */
	PROPER_NAME_LETTER = 4   /* a letter whose names are there */
};

/* Add the names of given_names.tsv, surnames.tsv, names/places.tsv,
 * nationalities.tsv and currencies.tsv that begin with `letter`, as they are
 * written, if they were not yet: they are read where they lie, since few texts
 * ask for any. Who loads their tables tells what is wrong with a row.
 * errors: those of mapped_table_open
 * cost: a search through these files, once a letter */
int proper_names_load(struct string_map *names, const char *folder,
		      struct str letter, struct err *err);

#endif
