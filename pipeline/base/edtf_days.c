#include "edtf.h"

/* The seasons and other parts of a year; winter runs into the next one. */
static const struct part {
	uint8_t number, first_month, months;
} parts[] = {
	{ 21, 3, 3 }, { 22, 6, 3 }, { 23, 9, 3 },  { 24, 12, 3 },
	{ 33, 1, 3 }, { 34, 4, 3 }, { 35, 7, 3 },  { 36, 10, 3 },
	{ 40, 1, 6 }, { 41, 7, 6 },
};

static const struct part *find_part(unsigned number)
{
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (parts[i].number == number)
			return &parts[i];
	return NULL;
}

static bool is_leap(unsigned year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned days_in(unsigned year, unsigned month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days before the first of a month; month 13 is the next January. */
static int32_t days_before(unsigned year, unsigned month)
{
	int32_t days = (int32_t)(year * 365);

	if (year > 0)
		days += (int32_t)((year - 1) / 4 - (year - 1) / 100 +
				  (year - 1) / 400 + 1);
	for (unsigned i = 1; i < month; i++)
		days += (int32_t)days_in(year, i);
	return days;
}

static bool make(struct edtf_date *date, unsigned year, unsigned month,
		 unsigned day)
{
	uint8_t precision = EDTF_DAY;

	if (year > EDTF_YEAR_MAX || (day > 0 && month == 0))
		return false;
	if (month == 0)
		precision = EDTF_YEAR;
	else if (month > 12 && (day > 0 || !find_part(month)))
		return false;
	else if (month > 12)
		precision = EDTF_SEASON;
	else if (day == 0)
		precision = EDTF_MONTH;
	else if (day > days_in(year, month))
		return false;
	*date = (struct edtf_date){ .year = (uint16_t)year,
				    .month = (uint8_t)month,
				    .day = (uint8_t)day,
				    .precision = precision };
	return true;
}

bool edtf_make(struct edtf *date, unsigned year, unsigned month, unsigned day)
{
	struct edtf_date one;

	if (!make(&one, year, month, day))
		return false;
	*date = (struct edtf){ .start = one, .end = one };
	return true;
}

bool edtf_make_yearless(struct edtf *date, unsigned month, unsigned day)
{
	enum { SOME_LEAP_YEAR = 2000 };
	struct edtf one;

	if (month == 0 || !edtf_make(&one, SOME_LEAP_YEAR, month, day))
		return false;
	one.start.year = 0;
	one.start.precision = EDTF_UNKNOWN;
	one.end = one.start;
	*date = one;
	return true;
}

static void span_part(const struct edtf_date *date, int32_t *first,
		      int32_t *last)
{
	const struct part *part = find_part(date->month);
	unsigned year = date->year;
	unsigned end = (unsigned)part->first_month + part->months;

	*first = days_before(year, part->first_month);
	if (end > 13)
		*last = days_before(year + 1, end - 12) - 1;
	else
		*last = days_before(year, end) - 1;
}

static void span_one(const struct edtf_date *date, int32_t *first,
		     int32_t *last)
{
	unsigned year = date->year, years = 0;

	switch ((enum edtf_precision)date->precision) {
	case EDTF_OPEN:
	case EDTF_UNKNOWN:
		*first = INT32_MIN;
		*last = INT32_MAX;
		return;
	case EDTF_CENTURY:
		years = 100;
		break;
	case EDTF_DECADE:
		years = 10;
		break;
	case EDTF_YEAR:
		years = 1;
		break;
	case EDTF_SEASON:
		span_part(date, first, last);
		return;
	case EDTF_MONTH:
		*first = days_before(year, date->month);
		*last = *first + (int32_t)days_in(year, date->month) - 1;
		return;
	case EDTF_DAY:
		*first = *last = days_before(year, date->month) + date->day - 1;
		return;
	}
	*first = days_before(year, 1);
	*last = days_before(year + years, 1) - 1;
}

/* Summer is June to August, winter December to the February of the next
 * year. */
void edtf_span(const struct edtf *date, int32_t *first, int32_t *last)
{
	int32_t ignored;

	span_one(&date->start, first, &ignored);
	span_one(&date->end, &ignored, last);
}

static bool same_date(const struct edtf_date *a, const struct edtf_date *b)
{
	return a->year == b->year && a->month == b->month &&
	       a->day == b->day && a->precision == b->precision &&
	       a->approximate == b->approximate &&
	       a->uncertain == b->uncertain;
}

bool edtf_make_interval(struct edtf *date, const struct edtf *start,
			const struct edtf *end)
{
	struct edtf new = { start->start, end->end, true, false };
	int32_t first, last;

	edtf_span(&new, &first, &last);
	if (last < first || (new.start.precision == EDTF_OPEN &&
			     new.end.precision == EDTF_OPEN))
		return false;
	new.interval = !same_date(&new.start, &new.end);
	*date = new;
	return true;
}

bool edtf_make_one_of(struct edtf *date, const struct edtf *a,
		      const struct edtf *b)
{
	if (!edtf_make_interval(date, a, b))
		return false;
	date->one_of = date->interval;
	return true;
}

static bool is_unknown(const struct edtf *date)
{
	return date->start.precision == EDTF_UNKNOWN ||
	       date->end.precision == EDTF_UNKNOWN;
}

int edtf_compare(const struct edtf *a, const struct edtf *b)
{
	int32_t a_first, a_last, b_first, b_last;

	if (is_unknown(a) || is_unknown(b))
		return (int)is_unknown(a) - (int)is_unknown(b);
	edtf_span(a, &a_first, &a_last);
	edtf_span(b, &b_first, &b_last);
	if (a_first != b_first)
		return a_first < b_first ? -1 : 1;
	if (a_last != b_last)
		return a_last > b_last ? -1 : 1;
	return 0;
}

bool edtf_within(const struct edtf *date, const struct edtf *period)
{
	int32_t first, last, period_first, period_last;

	if (is_unknown(date) || is_unknown(period))
		return false;
	edtf_span(date, &first, &last);
	edtf_span(period, &period_first, &period_last);
	return first >= period_first && last <= period_last;
}

bool edtf_overlaps(const struct edtf *a, const struct edtf *b)
{
	int32_t a_first, a_last, b_first, b_last;

	if (is_unknown(a) || is_unknown(b))
		return false;
	edtf_span(a, &a_first, &a_last);
	edtf_span(b, &b_first, &b_last);
	return a_first <= b_last && b_first <= a_last;
}

/* Day 0, the first of January of the year 0, was a Saturday. */
unsigned edtf_weekday(const struct edtf_date *day)
{
	int32_t first, last;

	span_one(day, &first, &last);
	return (unsigned)((first + 5) % 7) + 1;
}

bool edtf_day(struct edtf_date *date, int64_t number)
{
	unsigned year, month = 1;

	if (number < 0 || number >= days_before(EDTF_YEAR_MAX + 1, 1))
		return false;
	year = (unsigned)(number / 366); /* at most 7 years too early */
	while (days_before(year + 1, 1) <= number)
		year++;
	while (days_before(year, month + 1) <= number)
		month++;
	return make(date, year, month,
		    (unsigned)(number - days_before(year, month)) + 1);
}

static bool move_one(struct edtf_date *date, int years, int months, int days)
{
	int64_t month = (int64_t)date->year * 12 + months + (int64_t)years * 12;
	struct edtf_date new = *date;
	int64_t number;
	unsigned last;

	if (date->precision >= EDTF_MONTH)
		month += date->month - 1;
	if (month < 0 || month / 12 > EDTF_YEAR_MAX)
		return false;
	new.year = (uint16_t)(month / 12);
	if (date->precision >= EDTF_MONTH)
		new.month = (uint8_t)(month % 12 + 1);
	if (date->precision == EDTF_DAY) {
		last = days_in(new.year, new.month);
		if (new.day > last)
			new.day = (uint8_t)last;
		number = days_before(new.year, new.month) + new.day - 1;
		if (!edtf_day(&new, number + days))
			return false;
	}
	new.approximate = date->approximate;
	new.uncertain = date->uncertain;
	*date = new;
	return true;
}

bool edtf_move(struct edtf *date, int years, int months, int days)
{
	struct edtf new = *date;
	uint8_t precision = date->start.precision;

	if (precision < EDTF_YEAR && precision != EDTF_OPEN)
		return false;
	if ((days != 0 && (date->interval || precision < EDTF_DAY)) ||
	    (months != 0 && (date->interval || precision < EDTF_MONTH)))
		return false;
	if (new.start.precision != EDTF_OPEN &&
	    !move_one(&new.start, years, months, days))
		return false;
	precision = new.end.precision;
	if (precision != EDTF_OPEN &&
	    (precision < EDTF_YEAR ||
	     !move_one(&new.end, years, months, days)))
		return false;
	*date = new;
	return true;
}
