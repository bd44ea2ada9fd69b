/* One date that begins at a token: a day, month, season, year, what there is of
 * it. What it lacks comes from the dates beside it (date_chain.h), or from
 * around it (dates.h). */
#ifndef ESEP_DATE_POINT_H
#define ESEP_DATE_POINT_H

#include "date_words.h"
#include "edtf.h"
#include "numbers.h"

struct date_reader {
	struct scan *scan;
	struct date_words *words;
	struct numbers *numbers;
	const struct date_marks *marks;
	size_t limit;         /* end of the sentence */
	unsigned year;        /* of dates that name none; 0 = unknown */
	bool has_year;        /* the words before the point name `year` */
	struct edtf today;    /* the day that "two weeks ago" counts from, or a
	                         coarser date, where there is none */
	struct edtf last;     /* the last date of the paragraph, from which "a
	                         month later" counts; unknown where there is none */
};

enum point_form {
	POINT_PLAIN,
	POINT_DAY,            /* a number alone, which may be a day */
	POINT_SHORT,          /* 26.07, if the date behind it has a year */
	POINT_BARE,           /* a year in nothing but digits: the surroundings
	                         decide */
	POINT_DECADE,         /* `year` is its first */
	POINT_FIXED           /* all is in `value` */
};

struct date_point {
	size_t first, end;    /* tokens */
	enum point_form form;
	unsigned year;        /* 0: the text names none */
	unsigned month;       /* 1–12, or of a season as in EDTF; 0: none */
	unsigned day;         /* of POINT_DAY perhaps of a quarter: 1–4 */
	size_t year_end;      /* of POINT_DAY with a year before it: behind that */
	bool worded;          /* the word for year stands behind the year */
	bool is_part;         /* the end of it, its beginning, its middle */
	bool attributive;     /* an adjective: in the May issue */
	bool day_behind;      /* the day stands behind the month */
	struct edtf value;
};

/* The longest date at a token. `in_chain`: another date stands before it, which
 * it is joined with. False where none begins; what *point has then means
 * nothing. cost: a few tokens behind it are looked at */
bool date_point_read(const struct date_reader *reader, size_t token,
		     bool in_chain, struct date_point *point);

/* Whether a date may begin at a token: few tokens are asked more. */
bool date_may_begin(const struct date_reader *reader, size_t token);

/* The year of a month without one: the reader's, or the only one of the period
 * that has it; 0 where there is none. */
unsigned date_point_year(const struct date_reader *reader, unsigned month);

/* The value, with the year of the reader where the text names none; XXXX-06
 * where that is unknown too. False if the calendar has no such date. */
bool date_point_value(const struct date_reader *reader,
		      const struct date_point *point, struct edtf *value);

#endif
