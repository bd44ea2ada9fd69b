/* Absolute dates: what begins at one token, read as day, month and year. */
#ifndef ESEP_DATE_READER_H
#define ESEP_DATE_READER_H

#include "date_words.h"
#include "edtf.h"

struct date_reader {
	struct scan *scan;
	struct date_words *words;
	const struct date_mark *marks;
	size_t limit;         /* end of the sentence */
	unsigned year;        /* of dates that name none; 0 = unknown */
};

struct read_date {
	size_t end;           /* token behind it */
	struct edtf value;    /* XXXX where the year is unknown */
	bool has_year;        /* the text names it */
	bool is_bare;         /* nothing but digits: the surroundings decide */
};

/* The longest date at a token, days and months, years, decades, seasons. */
bool date_read(const struct date_reader *reader, size_t token,
	       struct read_date *date);

#endif
