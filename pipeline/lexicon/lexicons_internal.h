/* What the files that read tables into facts share; others use lexicons.h. */
#ifndef ESEP_LEXICONS_INTERNAL_H
#define ESEP_LEXICONS_INTERNAL_H

#include "countries.h"
#include "date_facts.h"
#include "lexicons.h"
#include "number_words.h"
#include "type_facts.h"

enum { LEXICON_PATH = 4096 };

struct lexicons {
	char folder[LEXICON_PATH];
	const struct table_critic *critic;  /* or NULL */
	LIST(struct table *) tables;
	LIST(struct str) names;             /* of the tables */
	struct arena arena;                 /* owns the names */
	struct lexicon_languages languages; /* of each: none before it was */
	struct countries countries;         /* asked for */
	struct number_words numbers;
	struct date_facts dates;
	struct type_facts types;
};

void countries_release(struct countries *countries);
void number_words_release(struct number_words *numbers);

#endif
