#include "date_reader_internal.h"

bool date_in_sentence(const struct date_reader *r, size_t token)
{
	return token < r->limit;
}

bool date_digits(const struct date_reader *r, size_t token,
		 struct digits *out)
{
	struct str form;
	size_t at = 0;

	if (!date_in_sentence(r, token))
		return false;
	form = scan_form(r->scan, token);
	*out = (struct digits){ .number = 0 };
	while (at < form.len && form.data[at] >= '0' && form.data[at] <= '9') {
		if (at == 4)
			return false;
		out->number =
			out->number * 10 + (unsigned)(form.data[at] - '0');
		at++;
	}
	out->count = at;
	out->plain = at == form.len;
	if (at < form.len && form.data[at] == '-')
		at++;
	out->suffix = str_slice(form, at, form.len);
	return out->count > 0;
}

bool date_is_dash(const struct date_reader *r, size_t token)
{
	return date_in_sentence(r, token) &&
	       (scan_is_form(r->scan, token, "-") ||
		scan_is_form(r->scan, token, "–") ||
		scan_is_form(r->scan, token, "—"));
}

/* A year, with the word for it if that stands behind (`worded`). */
bool date_year(const struct date_reader *r, size_t token, unsigned *year,
	       size_t *end, bool *worded)
{
	struct digits digits;
	struct date_mark suffix;

	if (!date_digits(r, token, &digits) || digits.count != 4 ||
	    digits.number < YEAR_FIRST || digits.number > YEAR_LAST)
		return false;
	*worded = false;
	if (!digits.plain) {
		date_words_suffix(r->words, digits.suffix, &suffix);
		*worded = suffix.flags & DATE_YEAR;
		if (!*worded && !(suffix.flags & DATE_ORDINAL))
			return false;
	}
	*year = digits.number;
	*end = token + 1;
	if (date_in_sentence(r, *end) && r->marks[*end].year_len > 0) {
		*end += r->marks[*end].year_len;
		*worded = true;
	}
	return true;
}

bool date_day(const struct date_reader *r, size_t token, unsigned *day,
	      unsigned *month)
{
	struct digits digits;
	struct date_mark suffix;

	if (!date_digits(r, token, &digits) || digits.count > 2 ||
	    digits.number < 1 || digits.number > 31)
		return false;
	*day = digits.number;
	*month = 0;
	if (digits.plain)
		return true;
	date_words_suffix(r->words, digits.suffix, &suffix);
	*month = suffix.month;
	return *month > 0 || (suffix.flags & DATE_ORDINAL);
}

/* "12 February" of October 2020 to March 2021: the only year that has the month
 * in the period; 0 where there is none, or more. */
static unsigned year_in_period(const struct edtf *period, unsigned month)
{
	const struct edtf_date *from = &period->start, *to = &period->end;

	if (!period->interval || from->precision != EDTF_MONTH ||
	    to->precision != EDTF_MONTH || to->year != from->year + 1 ||
	    to->month >= from->month || from->month > 12)
		return 0;
	return month >= from->month ? from->year :
	       month > 0 && month <= to->month ? to->year : 0;
}

bool date_set(const struct date_reader *r, struct read_date *date,
	      unsigned year, unsigned month, unsigned day)
{
	date->has_year = year > 0;
	if (year == 0)
		year = r->year;
	if (year == 0)
		year = year_in_period(&r->scan->period, month);
	if (year == 0)
		return edtf_parse(&date->value, STR("XXXX"));
	return edtf_make(&date->value, year, month, day);
}

bool date_set_interval(struct read_date *date, const struct read_date *from)
{
	struct edtf end = date->value;

	return edtf_make_interval(&date->value, &from->value, &end);
}

/* The year behind a month or day: "2022", ", 2022", "2022 года". */
unsigned date_year_behind(const struct date_reader *r, size_t *end,
			  bool comma_fits)
{
	size_t token = *end, behind;
	unsigned year;
	bool worded;

	if (comma_fits && date_in_sentence(r, token) &&
	    scan_is_form(r->scan, token, ","))
		token++;
	if (!date_year(r, token, &year, &behind, &worded))
		return 0;
	*end = behind;
	return year;
}

/* A month's name: upper case in Latin script, lower case in Cyrillic but at
 * the beginning of a sentence; an abbreviation only with a number beside it. */
bool date_is_month(const struct date_reader *r, size_t token, bool by_number)
{
	const struct scan *scan = r->scan;
	const struct token_mark *mark;
	uint8_t shape;

	if (!date_in_sentence(r, token) || r->marks[token].month_len == 0)
		return false;
	if (by_number)
		return true;
	mark = &scan->marks.items[token];
	shape = scan_shape(scan, token);
	if (r->marks[token].flags & DATE_SHORT)
		return false;
	if (shape & SHAPE_LATIN)
		return (shape & SHAPE_CAPITAL) &&
		       (!(mark->flags & MARK_START) ||
			!((mark->flags & MARK_LOWER) ||
			  scan_is_stopword(scan, token)));
	return !(shape & SHAPE_CAPITAL) || (mark->flags & MARK_START) ||
	       (shape & SHAPE_ALL_CAPITAL);
}
