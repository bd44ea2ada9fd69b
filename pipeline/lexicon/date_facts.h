/* The words of dates: lexicons/CODE/dates.tsv of all languages. */
#ifndef ESEP_DATE_FACTS_H
#define ESEP_DATE_FACTS_H

#include "lexicons.h"

enum date_kind {
	DATE_KIND_MONTH,
	DATE_KIND_SHORT,            /* a month's abbreviation */
	DATE_KIND_MONTHLY,          /* made of a month, or a case of one, that
	                               nothing opens: "the May issue" */
	DATE_KIND_SEASON,
	DATE_KIND_ALONE,            /* a season that needs no year */
	DATE_KIND_UNIT,             /* a word for year or month */
	DATE_KIND_NTH,              /* first, fifth */
	DATE_KIND_TENS,             /* twenty of twenty-first */
	DATE_KIND_QUARTER, DATE_KIND_HALF,
	DATE_KIND_HALFYEAR,         /* a half that needs no year */
	DATE_KIND_DECADE,           /* the nineties */
	DATE_KIND_WEEKDAY,
	DATE_KIND_HOLIDAY,          /* New Year's Eve */
	DATE_KIND_PART,             /* at the end of */
	DATE_KIND_RELATIVE,         /* last year */
	DATE_KIND_SAME,             /* of the same year, of that month */
	DATE_KIND_AGO,              /* two years ago */
	DATE_KIND_LATER,            /* a month later: a mention behind a date */
	DATE_KIND_SHIFT,            /* the next day: none */
	DATE_KIND_LEAD,             /* stands before a date, no part of it */
	DATE_KIND_OPEN,             /* since, until; before a date */
	DATE_KIND_BEHIND,           /* the same behind a date */
	DATE_KIND_FROM,             /* before the first part of a range */
	DATE_KIND_TO,               /* before its last */
	DATE_KIND_BETWEEN,          /* before both, which "and" joins */
	DATE_KIND_AND, DATE_KIND_OR,
	DATE_KIND_APPROX,           /* about */
	DATE_KIND_NEVER,            /* a set phrase that is no date */
	DATE_KIND_STUDY,            /* the report itself: last year's study */
	DATE_KIND_PLURAL,           /* behind digits: 1990-х */
	DATE_KIND_ORDINAL,          /* behind digits: 8-го, 5th */
	DATE_KINDS
};

enum { DATE_SHIFT_NUMBER = UINT8_MAX };

struct date_shift {
	char unit;             /* D W M Y */
	bool earlier;
	bool of_next, of_last; /* counted from what is named behind it, before
	                          it: the day after her arrest */
	uint8_t count;         /* or DATE_SHIFT_NUMBER: as the number in the
	                          form says */
};

struct date_fact {
	enum date_kind kind;
	uint8_t number;        /* month 1-12; season 21-24 and decade (199 is the
	                          nineties) as in EDTF; a day of a month, tens,
	                          a weekday from Monday; else 0 */
	uint8_t day;           /* of a holiday in the month `number` */
	bool any;              /* all forms of the word; else this one */
	bool counted;          /* the form began with the number's `*`, which
	                          is cut */
	struct date_shift shift;
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
