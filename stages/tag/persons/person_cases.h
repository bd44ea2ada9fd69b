/* Case forms of persons' names: what a form's nominative may be. */
#ifndef ESEP_PERSON_CASES_H
#define ESEP_PERSON_CASES_H

#include "err.h"
#include "knowledge.h"

enum gender { GENDER_UNKNOWN, GENDER_M, GENDER_F };

enum {                        /* cases, bits */
	CASE_N = 1, CASE_G = 2, CASE_D = 4, CASE_A = 8, CASE_I = 16,
	CASE_P = 32, CASES_ALL = 63
};

struct person_cases;

/* lexicons/person_cases.tsv. errors: of lexicons_table; ERR_FORMAT an unknown
 * gender or case */
int person_cases_open(struct person_cases **cases,
		      const struct knowledge *knowledge, struct err *err);
void person_cases_close(struct person_cases *cases);

/* The cases that a form of a name may stand in, by rows for a gender (unknown:
 * of either); 0 where it is no form of it. Both in lower case. */
unsigned person_cases_of(const struct person_cases *cases, struct str form,
			 struct str name, enum gender gender);

/* The cases whose endings a form in lower case has. */
unsigned person_cases_any(const struct person_cases *cases, struct str form);

/* The likeliest nominative of a form in lower case that stands in one of the
 * cases, into `out` (replaced): the form itself where it may be one or no row
 * fits. */
void person_cases_base(const struct person_cases *cases, struct str form,
		       enum gender gender, unsigned in, struct strbuf *out);

#endif
