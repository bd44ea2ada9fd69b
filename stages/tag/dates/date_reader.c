#include "date_reader_internal.h"

/* "8 декабря 2022 года", "8-желтоқсанда", "8 December" */
static bool read_day_month(const struct date_reader *r, size_t token,
			   struct read_date *date)
{
	unsigned day, month, year;
	size_t end = token + 1;
	bool comma_fits = false;

	if (!date_day(r, token, &day, &month))
		return false;
	if (month == 0) {
		if (date_in_sentence(r, end) &&
		    r->marks[end].flags & DATE_LEAD &&
		    scan_shape(r->scan, end) & SHAPE_LATIN)
			end++; /* "5th of May" */
		if (!date_is_month(r, end, true))
			return false;
		month = r->marks[end].month;
		comma_fits = scan_shape(r->scan, end) & SHAPE_LATIN;
		end += r->marks[end].month_len;
	}
	year = date_year_behind(r, &end, comma_fits);
	date->end = end;
	return date_set(r, date, year, month, day);
}

/* "from 8 to 10 December", "с 8 по 10 декабря": a word on either side of the
 * first day. */
static bool is_led_on(const struct date_reader *r, size_t token)
{
	return token > scan_sentence_start(r->scan, token) &&
	       date_in_sentence(r, token + 1) &&
	       (r->marks[token - 1].flags & DATE_LEAD) &&
	       (r->marks[token + 1].flags & DATE_LEAD);
}

/* "8–10 декабря": both days in one month. */
static bool read_days_month(const struct date_reader *r, size_t token,
			    struct read_date *date)
{
	struct read_date from = { .end = 0 };
	unsigned day, month;

	if (!date_day(r, token, &day, &month) || month > 0 ||
	    (!date_is_dash(r, token + 1) && !is_led_on(r, token)) ||
	    !read_day_month(r, token + 2, date) ||
	    date->value.start.precision != EDTF_DAY)
		return false;
	return edtf_make(&from.value, date->value.start.year,
			 date->value.start.month, day) &&
	       date_set_interval(date, &from);
}

/* "December 8", "тамыздың 19-ы": in Cyrillic the day has an ending. */
static bool is_day_behind(const struct date_reader *r, size_t month, size_t day)
{
	struct digits digits;

	if (scan_shape(r->scan, month) & SHAPE_LATIN)
		return scan_shape(r->scan, month) & SHAPE_CAPITAL;
	return date_digits(r, day, &digits) && !digits.plain;
}

/* "December 8, 2022", "December 8–10", "December 2022", "December" */
static bool read_month(const struct date_reader *r, size_t token,
		       struct read_date *date)
{
	unsigned month, day, year, last, other;
	size_t end;

	if (!date_is_month(r, token, true))
		return false;
	month = r->marks[token].month;
	end = token + r->marks[token].month_len;
	if (date_in_sentence(r, end) && is_day_behind(r, token, end) &&
	    date_day(r, end, &day, &other) && other == 0) {
		struct read_date from = { .end = 0 };
		bool range = date_is_dash(r, end + 1) &&
			     date_day(r, end + 2, &last, &other) && last > day;

		end += range ? 3 : 1;
		year = date_year_behind(r, &end,
				   scan_shape(r->scan, token) & SHAPE_LATIN);
		date->end = end;
		if (!range)
			return date_set(r, date, year, month, day);
		return date_set(r, &from, year, month, day) &&
		       date_set(r, date, year, month, last) &&
		       date_set_interval(date, &from);
	}
	year = date_year_behind(r, &end, false);
	if (year == 0 && !date_is_month(r, token, false))
		return false;
	date->end = end;
	return date_set(r, date, year, month, 0);
}

/* Words between: "summer of 2022". */
static size_t skip_leads(const struct date_reader *r, size_t token)
{
	size_t end = token;

	while (date_in_sentence(r, end) && end < token + 2 &&
	       (r->marks[end].flags & DATE_LEAD))
		end++;
	return end;
}

static bool read_season(const struct date_reader *r, size_t token,
			struct read_date *date)
{
	const struct date_mark *mark = &r->marks[token];
	size_t end = token + mark->season_len;
	size_t behind = skip_leads(r, end);
	unsigned year;

	if (!date_in_sentence(r, token) || mark->season_len == 0)
		return false;
	year = date_year_behind(r, &behind, false);
	if (year == 0 && mark->alone_len == 0)
		return false;
	date->end = year ? behind : token + mark->alone_len;
	return date_set(r, date, year, mark->season, 0);
}

/* "2022 жылғы 8 желтоқсанда", "2022 жылдың қаңтарында", "2022 жылдың күзінде":
 * the year first, with its word. */
static bool read_after_year(const struct date_reader *r, size_t token,
			    unsigned year, struct read_date *date)
{
	struct date_reader inner = *r;
	const struct date_mark *mark;

	if (!date_in_sentence(r, token))
		return false;
	inner.year = year;
	mark = &r->marks[token];
	if (mark->season_len > 0) {
		date->end = token + mark->season_len;
		return date_set(&inner, date, year, mark->season, 0);
	}
	return (read_days_month(&inner, token, date) ||
		read_day_month(&inner, token, date) ||
		read_month(&inner, token, date)) &&
	       (date->value.start.year == year);
}

static bool read_one_year(const struct date_reader *r, size_t token,
			  struct read_date *date)
{
	unsigned year;
	bool worded;
	size_t end;

	if (!date_year(r, token, &year, &end, &worded))
		return false;
	if (worded && read_after_year(r, end, year, date)) {
		date->has_year = true;
		return true;
	}
	date->end = end;
	date->is_bare = !worded;
	return date_set(r, date, year, 0, 0);
}

/* All dates begin with a digit or the word for a month or season, which few
 * words are. */
static bool may_begin(const struct date_reader *r, size_t token)
{
	return (scan_shape(r->scan, token) & SHAPE_DIGIT) ||
	       r->marks[token].month_len > 0 || r->marks[token].season_len > 0;
}

bool date_read(const struct date_reader *r, size_t token,
	       struct read_date *date)
{
	bool (*const readers[])(const struct date_reader *, size_t,
				struct read_date *) = {
		date_read_numeric, date_read_years, date_read_decade,
		read_one_year, date_read_prefixed, read_days_month,
		read_day_month, read_month, read_season, date_read_spaced
	};

	*date = (struct read_date){ .end = token };
	if (!may_begin(r, token))
		return false;
	for (size_t i = 0; i < COUNT_OF(readers); i++) {
		*date = (struct read_date){ .end = token };
		if (readers[i](r, token, date))
			return true;
	}
	return false;
}
