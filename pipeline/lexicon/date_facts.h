/* The words of dates: lexicons/CODE/dates.tsv of all languages. */
#ifndef ESEP_DATE_FACTS_H
#define ESEP_DATE_FACTS_H

#include "lexicons.h"

enum date_kind {
	DATE_KIND_MONTH, DATE_KIND_SEASON,
	DATE_KIND_ALONE,            /* a season that needs no year */
	DATE_KIND_UNIT,             /* a word for year */
	DATE_KIND_RELATIVE,         /* last year, two years ago */
	DATE_KIND_PART,             /* at the end of */
	DATE_KIND_LEAD,             /* stands before a date, no part of it */
	DATE_KIND_STUDY,            /* the report itself: last year's study */
	DATE_KIND_APPROX,           /* about */
	DATE_KIND_PLURAL,           /* behind digits: 1990-х */
	DATE_KIND_ORDINAL,          /* behind digits: 8-го, 5th */
	DATE_KINDS
};

struct date_fact {
	enum date_kind kind;
	uint8_t number;        /* month 1-12, season 21-24 (EDTF); else 0 */
	struct str lang;       /* the code of its language */
	struct str hint, form; /* as in the table; lexicons/README.md */
};
struct date_facts { struct date_fact *items; size_t count, capacity; };

/* Read once, the languages in the order of languages.tsv; the lexicons own
 * them. errors: those of lexicons_table; ERR_FORMAT an unknown kind, or a hint
 * that means nothing for its kind */
int lexicons_dates(struct lexicons *lexicons, const struct date_facts **facts,
		   struct err *err);

#endif
