/* Dates as ISO 8601-2 writes them (EDTF), as far as reports need: days, months,
 * years, seasons, quarters and halves, decades, centuries, the unknown date,
 * months and days of an unknown year, approximate and uncertain ones, intervals,
 * which may be open, and one of two dates.
 *
 *     2022-12-08  2022-12  2022  2022-22  199X  19XX  XXXX  1995~  2022-01?
 *     2022-01/2022-03  2022-03/..  ../2022  XXXX-06  XXXX-06-12  [2015,2016]
 *
 * source  loc.gov/standards/datetime, level 1; of level 2 the numbers 33–36
 *         (quarters) and 40, 41 (halves) in the place of the month, and sets */
#ifndef ESEP_EDTF_H
#define ESEP_EDTF_H

#include "str.h"

enum edtf_precision {
	EDTF_OPEN,     /* ".." as an end of an interval */
	EDTF_UNKNOWN,  /* XXXX; month and day may be known */
	EDTF_CENTURY,  /* 19XX; year is 1900 */
	EDTF_DECADE,   /* 199X; year is 1990 */
	EDTF_YEAR,
	EDTF_SEASON,   /* month is 21–24, 33–36, 40 or 41 */
	EDTF_MONTH,
	EDTF_DAY
};

enum { EDTF_YEAR_MAX = 9999 };

struct edtf_date {
	uint16_t year;       /* 0–9999 */
	uint8_t month, day;  /* 0 where the precision has none */
	uint8_t precision;   /* enum edtf_precision */
	bool approximate;    /* ~, and % with uncertain */
	bool uncertain;      /* ? */
};

struct edtf {
	struct edtf_date start;
	struct edtf_date end;  /* of an interval; else equal to start */
	bool interval;
	bool one_of;           /* of an interval: one of its ends, [a,b] */
};

/* Read a date. False, with *date unchanged, if `text` is none: a month or day
 * that the calendar lacks, an interval that ends before it begins or is open
 * on both sides, other shapes. */
bool edtf_parse(struct edtf *date, struct str text);

/* Append the date in its one spelling; edtf_parse reads it back. */
void edtf_add(struct strbuf *out, const struct edtf *date);

/* A date of a year, a month (0: the year alone; a season's number is one too)
 * and a day (0: the month alone). False if the calendar has no such date. */
bool edtf_make(struct edtf *date, unsigned year, unsigned month, unsigned day);

/* The same of an unknown year (XXXX-06): a day that some year has. */
bool edtf_make_yearless(struct edtf *date, unsigned month, unsigned day);

/* The interval from the beginning of `start` to the end of `end`, or `start`
 * itself if both are equal. False if it would end before it begins. */
bool edtf_make_interval(struct edtf *date, const struct edtf *start,
			const struct edtf *end);

/* "[a,b]", or `a` itself if both are equal; as edtf_make_interval. */
bool edtf_make_one_of(struct edtf *date, const struct edtf *a,
		      const struct edtf *b);

/* For sorting: by first day, then by last day, the longer date before what
 * lies in it; the unknown date stands behind all others. */
int edtf_compare(const struct edtf *a, const struct edtf *b);

/* Whether every day of the date lies in the period; the unknown date lies in
 * none, and nothing lies in it. */
bool edtf_within(const struct edtf *date, const struct edtf *period);

/* Whether a day of the one is a day of the other; never for unknown ones. */
bool edtf_overlaps(const struct edtf *a, const struct edtf *b);

/* The weekday of a day, 1 for Monday to 7. */
unsigned edtf_weekday(const struct edtf_date *day);

/* The first and the last day that the date covers, counted from the first day of
 * year 0 (proleptic Gregorian); an open side gives INT32_MIN or INT32_MAX, the
 * unknown date both. */
void edtf_span(const struct edtf *date, int32_t *first, int32_t *last);

/* The date of a day so counted; false outside of the years 0–9999. */
bool edtf_day(struct edtf_date *date, int64_t number);

/* Move a date by units of its own precision or coarser ones; a day that the
 * new month lacks becomes its last. Intervals and seasons move by years alone,
 * decades, centuries and unknown dates not at all. False, with *date unchanged,
 * where it cannot be moved or would leave the years 0–9999. */
bool edtf_move(struct edtf *date, int years, int months, int days);

#endif
