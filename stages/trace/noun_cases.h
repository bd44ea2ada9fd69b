/* In which grammatical case a noun or a name stands, by its ending. */
#ifndef ESEP_NOUN_CASES_H
#define ESEP_NOUN_CASES_H

#include "knowledge.h"

enum {                        /* bits */
	CASE_N = 1, CASE_G = 2, CASE_D = 4, CASE_A = 8, CASE_I = 16,
	CASE_P = 32, CASE_B = 64, /* ablative */
	CASES_ALL = 127       /* the language has none, or it is not known */
};

struct noun_form {
	unsigned cases;       /* that it may stand in */
	bool one, several;    /* that it may be */
};

struct noun_cases;

/* lexicons/case_endings.tsv and romanisation.tsv.
 * errors: those of lexicons_table; ERR_FORMAT an unknown case or number */
int noun_cases_open(struct noun_cases **cases,
		    const struct knowledge *knowledge, struct err *err);
void noun_cases_close(struct noun_cases *cases);

/* Whether nouns of the language show their case. */
bool noun_cases_told(const struct noun_cases *cases, lang_id lang);

/* The letters of a cell as bits. errors: ERR_FORMAT */
int noun_cases_read(const struct table *table, size_t row, unsigned *bits,
		    struct err *err);

/* What a form of a common noun with that stem is; both in lower case. All is
 * possible where no row fits. Things look alike as subject and object. */
struct noun_form noun_cases_of(const struct noun_cases *cases, lang_id lang,
			       struct str form, struct str stem, bool is_thing);

/* Whether the form is of several alone where it is a subject, or has an ending
 * that only several have. */
bool noun_cases_several(const struct noun_cases *cases, lang_id lang,
			struct str form, struct str stem);

/* What a form of a word of a name is, by the part of its id that stands for it;
 * empty: none does. */
struct noun_form noun_cases_of_name(const struct noun_cases *cases,
				    lang_id lang, struct str form,
				    struct str part);

#endif
