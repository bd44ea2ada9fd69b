/* The parts that dates are read from. Others use date_point.h.
 *
 * Functions that read return false where nothing of the kind begins at the
 * token; what they set then means nothing. */
#ifndef ESEP_DATE_PARTS_H
#define ESEP_DATE_PARTS_H

#include "date_point.h"

enum {
	YEAR_FIRST = 1900, YEAR_LAST = 2100, /* of four digits alone */
	YEAR_EARLY = 1000                    /* of those beside a month */
};

struct digits {               /* a token of digits and what is behind them */
	unsigned number;
	size_t count;         /* digits, at most 4 */
	struct str suffix;    /* without hyphen */
	bool plain;           /* no suffix at all */
};

static inline const struct date_found *
date_at(const struct date_reader *r, size_t token, enum date_kind kind)
{
	return token < r->limit ? date_words_at(r->marks, token, kind) : NULL;
}

bool date_is_dash(const struct date_reader *r, size_t token);
bool date_digits(const struct date_reader *r, size_t token,
		 struct digits *out);

/* Behind up to `most` words of the kind `lead`. */
size_t date_skip_leads(const struct date_reader *r, size_t token, size_t most);

/* Behind the word for year (`Y`) or month (`M`), if it stands there. */
size_t date_skip_unit(const struct date_reader *r, size_t token, char unit);
/* The same of any word for year, as in "the end of the year". */
size_t date_skip_year(const struct date_reader *r, size_t token);

/* A month's name: upper case in Latin script, lower case in Cyrillic but at
 * the beginning of a sentence; an abbreviation only with a number beside it
 * (`by_number`), which any other may have too. *end: behind it, and behind the
 * word for month. Returns the month, or 0. */
unsigned date_month(const struct date_reader *r, size_t token, bool by_number,
		    size_t *end, bool *attributive);

/* A day in digits or in words; *month is that of its suffix (8-желтоқсанда),
 * or 0. *written: in words or with an ending. */
bool date_day(const struct date_reader *r, size_t token, unsigned *day,
	      unsigned *month, bool *written, size_t *end);

/* A year, with the word for it if that stands behind (`worded`). `first`: the
 * earliest. */
bool date_year(const struct date_reader *r, size_t token, unsigned first,
	       unsigned *year, size_t *end, bool *worded);

/* The year that words name: last year, of the same year. 0 if none. */
unsigned date_year_told(const struct date_reader *r, size_t token,
			size_t *end);

/* The year behind a month or day: "2022", ", 2022", "2022 года", "of last
 * year"; 0 if there is none. *end moves behind it. */
unsigned date_year_behind(const struct date_reader *r, size_t *end,
			  bool comma_fits);

/* The number of a Roman numeral up to XII, or 0. */
unsigned date_roman(const struct date_reader *r, size_t token);

/* Dates in digits: 14/03/2019, 2019-03-14, 14.III.2019, 19-Nov-19. */
bool date_numeric(const struct date_reader *r, size_t token,
		  struct date_point *point);
/* 26.07: a day and a month, if a year comes from elsewhere. */
bool date_short(const struct date_reader *r, size_t token,
		struct date_point *point);
/* 2022/23, 2018–19, letter-spaced 2 0 2 3, mid-2022, mid-March, май-июнь. */
bool date_years(const struct date_reader *r, size_t token,
		struct date_point *point);
bool date_spaced(const struct date_reader *r, size_t token,
		 struct date_point *point);
bool date_compound(const struct date_reader *r, size_t token,
		   struct date_point *point);
/* "1990s", "1990-х годов", "90-жылдары", "the nineties". */
bool date_decade(const struct date_reader *r, size_t token, bool in_chain,
		 struct date_point *point);

/* Times that are told by how far they are from another one: "two years ago",
 * "a month later", "last year". */
bool date_told(const struct date_reader *r, size_t token,
	       struct date_point *point);

/* "the 15th of that month", «сол айдың 15-інде» */
bool date_of_month(const struct date_reader *r, size_t token,
		   struct date_point *point);

#endif
