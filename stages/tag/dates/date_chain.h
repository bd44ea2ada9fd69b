/* Dates that stand together: a range, a list, one or the other, with the words
 * that open them ("since"). What one of them lacks the others give. */
#ifndef ESEP_DATE_CHAIN_H
#define ESEP_DATE_CHAIN_H

#include "date_point.h"

enum { CHAIN_MAX = 12 /* dates joined; a longer list is read in pieces */ };

enum date_join {
	JOIN_LIST,            /* a mention each */
	JOIN_RANGE,
	JOIN_NIGHT,           /* the same of a day and the next one */
	JOIN_OR
};

struct date_lead {            /* what stands before a date */
	const struct date_fact *open; /* since, until; or NULL */
	bool from, between, approximate;
	bool article;         /* a word stands between these and the date */
	bool led;             /* any such word or preposition does */
	bool timely;          /* one that stands before times ("in") */
	bool definite;        /* an article right before it */
	bool sure;            /* the word for year */
};

struct date_chain {
	struct date_point points[CHAIN_MAX];
	enum date_join joins[CHAIN_MAX]; /* of a point to the next one */
	size_t count;
	size_t end;           /* token behind it */
	struct date_lead lead;
	const struct date_fact *behind; /* words behind it that open it or close
	                                   it; or NULL */
	size_t behind_end;    /* token behind those too */
};

/* The dates from a token on, or from the words that open them. Their years and
 * months are filled in. False where no date begins. cost: CHAIN_MAX dates */
bool date_chain_read(const struct date_reader *reader, size_t token,
		     struct date_chain *chain);

#endif
