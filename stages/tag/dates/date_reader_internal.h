/* The parts that dates are read from. Others use date_reader.h.
 *
 * Functions that read return false where nothing of the kind begins at the
 * token; what they set then means nothing. */
#ifndef ESEP_DATE_READER_INTERNAL_H
#define ESEP_DATE_READER_INTERNAL_H

#include "date_reader.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2100 };

struct digits {               /* a token of digits and what is behind them */
	unsigned number;
	size_t count;         /* digits, at most 4 */
	struct str suffix;    /* without hyphen */
	bool plain;           /* no suffix at all */
};

bool date_in_sentence(const struct date_reader *r, size_t token);
bool date_is_dash(const struct date_reader *r, size_t token);
bool date_digits(const struct date_reader *r, size_t token,
		 struct digits *out);

/* A year, with the word for it if that stands behind (`worded`). */
bool date_year(const struct date_reader *r, size_t token, unsigned *year,
	       size_t *end, bool *worded);

/* A day; *month is that of its suffix (8-желтоқсанда), or 0. */
bool date_day(const struct date_reader *r, size_t token, unsigned *day,
	      unsigned *month);

/* A month's name: upper case in Latin script, lower case in Cyrillic but at
 * the beginning of a sentence; an abbreviation only with a number beside it
 * (`by_number`), which any other may have too. */
bool date_is_month(const struct date_reader *r, size_t token, bool by_number);

/* The year behind a month or day: "2022", ", 2022", "2022 года"; 0 if there is
 * none. *end moves behind it. */
unsigned date_year_behind(const struct date_reader *r, size_t *end,
			  bool comma_fits);

/* Set the value; year 0: the reader's. False if the calendar has no such. */
bool date_set(const struct date_reader *r, struct read_date *date,
	      unsigned year, unsigned month, unsigned day);
bool date_set_interval(struct read_date *date, const struct read_date *from);

/* Dates in digits and years, in the order in which they are tried. */
bool date_read_numeric(const struct date_reader *r, size_t token,
		       struct read_date *date);
bool date_read_years(const struct date_reader *r, size_t token,
		     struct read_date *date);
bool date_read_decade(const struct date_reader *r, size_t token,
		      struct read_date *date);
bool date_read_prefixed(const struct date_reader *r, size_t token,
			struct read_date *date);
bool date_read_spaced(const struct date_reader *r, size_t token,
		      struct read_date *date);

#endif
