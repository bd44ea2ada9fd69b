#include "date_parts.h"

enum {                        /* kinds of words that a date may begin with */
	BEGINNERS = 1u << DATE_KIND_MONTH | 1u << DATE_KIND_SHORT |
		    1u << DATE_KIND_MONTHLY | 1u << DATE_KIND_SEASON |
		    1u << DATE_KIND_ALONE | 1u << DATE_KIND_UNIT |
		    1u << DATE_KIND_NTH | 1u << DATE_KIND_TENS |
		    1u << DATE_KIND_DECADE | 1u << DATE_KIND_WEEKDAY |
		    1u << DATE_KIND_HOLIDAY | 1u << DATE_KIND_PART |
		    1u << DATE_KIND_RELATIVE | 1u << DATE_KIND_SAME |
		    1u << DATE_KIND_AGO | 1u << DATE_KIND_LATER
};

enum { QUARTERS = 33, HALVES = 40 /* the first of each in EDTF */ };

/* "8 декабря 2022 года", "8-желтоқсанда", "the fifth of May" */
static bool read_day_month(const struct date_reader *r, size_t token,
			   struct date_point *p)
{
	bool written, latin = false;
	size_t end;

	if (!date_day(r, token, &p->day, &p->month, &written, &end))
		return false;
	if (p->month == 0) {
		const struct date_found *of = date_at(r, end, DATE_KIND_LEAD);
		size_t at = end;

		if (of && str_equal(of->fact->hint, STR("of")))
			at++; /* "5th of May" */
		p->month = date_month(r, at, true, &end, &p->attributive);
		if (p->month == 0)
			return false;
		latin = scan_shape(r->scan, at) & SHAPE_LATIN;
	}
	p->form = POINT_PLAIN;
	p->year = date_year_behind(r, &end, latin);
	p->end = end;
	return true;
}

/* "In May 12 journalists …": what is counted stands behind the number, and no
 * day is led by such a word. */
static bool is_count(const struct date_reader *r, size_t month, size_t behind)
{
	const struct date_found *lead = month > 0
		? date_at(r, month - 1, DATE_KIND_LEAD) : NULL;

	return lead && lead->fact->hint.len > 0 && behind < r->limit &&
	       scan_kind(r->scan, behind) == KIND_WORD &&
	       !scan_is_stopword(r->scan, behind);
}

/* "December 8", "тамыздың 19-ы", "наурыздың он төртінде": where months have no
 * capital the day has an ending. */
static bool read_day_behind(const struct date_reader *r, size_t token,
			    size_t *end, struct date_point *p)
{
	unsigned other;
	bool written;
	size_t behind;

	if (scan_shape(r->scan, token) & SHAPE_CAPITAL &&
	    date_at(r, *end, DATE_KIND_LEAD) &&
	    date_at(r, *end + 1, DATE_KIND_NTH)) { /* "May the first" */
		++*end;
		return date_day(r, *end, &p->day, &other, &written, end);
	}
	if (!date_day(r, *end, &p->day, &other, &written, &behind) ||
	    other > 0)
		return false;
	if (scan_shape(r->scan, token) & SHAPE_CAPITAL &&
	    scan_shape(r->scan, token) & SHAPE_LATIN) {
		if (!(scan_shape(r->scan, *end) & SHAPE_DIGIT) ||
		    (!written && is_count(r, token, behind)))
			return false;
	} else if (!written) {
		return false;
	}
	*end = behind;
	return true;
}

/* "December 8, 2022", "December 2022", "December" */
static bool read_month(const struct date_reader *r, size_t token,
		       struct date_point *p)
{
	bool latin = scan_shape(r->scan, token) & SHAPE_LATIN, ignored;
	size_t end, other;

	p->month = date_month(r, token, true, &end, &p->attributive);
	if (p->month == 0)
		return false;
	p->form = POINT_PLAIN;
	p->day_behind = read_day_behind(r, token, &end, p);
	if (!p->day_behind)
		p->day = 0;
	p->year = date_year_behind(r, &end, latin);
	p->end = end;
	return p->year > 0 || p->day > 0 ||
	       date_month(r, token, false, &other, &ignored) > 0;
}

static bool read_season(const struct date_reader *r, size_t token,
			struct date_point *p)
{
	const struct date_found *alone = date_at(r, token, DATE_KIND_ALONE);
	const struct date_found *found =
		alone ? alone : date_at(r, token, DATE_KIND_SEASON);

	if (!found)
		return false;
	p->form = POINT_PLAIN;
	p->month = found->fact->number;
	p->end = token + found->len;
	p->year = date_year_behind(r, &p->end, false);
	return p->year > 0 || r->has_year || alone != NULL;
}

/* The number of a quarter or a half. */
static unsigned read_nth(const struct date_reader *r, size_t token, size_t *end)
{
	unsigned number, month;
	bool written;

	*end = token + 1;
	number = date_roman(r, token);
	if (number > 0)
		return number;
	if (!date_day(r, token, &number, &month, &written, end) || month > 0)
		return 0;
	return number;
}

/* "of the year" */
static bool is_unit(const struct date_reader *r, size_t token, size_t *end)
{
	for (size_t leads = 0; leads < 3; leads++) {
		*end = date_skip_year(r, token);
		if (*end > token || !date_at(r, token, DATE_KIND_LEAD))
			return *end > token;
		token++;
	}
	return false;
}

/* "the first half of March": that month, as its end is. */
static bool half_of(const struct date_reader *r, struct date_point *p)
{
	size_t end, next = date_skip_leads(r, p->end, 2);
	unsigned half = p->month;

	p->year = date_year_behind(r, &p->end, false);
	if (p->year > 0 || r->has_year)
		return true;
	if (is_unit(r, p->end, &end)) {
		p->end = end;
		return true;
	}
	p->is_part = true;
	if (next < r->limit && read_month(r, next, p))
		return true;
	p->month = half;
	return false;
}

/* "4-тоқсанда" */
static unsigned quarter_in_one(const struct date_reader *r, size_t token)
{
	struct digits digits;

	return date_digits(r, token, &digits) && !digits.plain &&
	       digits.number <= 4 &&
	       date_words_one(r->words, scan_lang(r->scan, token),
			      digits.suffix, DATE_KIND_QUARTER)
		? digits.number : 0;
}

/* "the first quarter of 2022", "во II полугодии", "1-м квартале" */
static bool read_piece(const struct date_reader *r, size_t token,
		       struct date_point *p)
{
	const struct date_found *found;
	size_t end;
	unsigned number = quarter_in_one(r, token);

	if (number > 0) {
		p->form = POINT_PLAIN;
		p->month = QUARTERS + number - 1;
		p->end = token + 1;
		return true;
	}
	number = read_nth(r, token, &end);
	if (number == 0 || number > 4)
		return false;
	p->form = POINT_PLAIN;
	found = date_at(r, end, DATE_KIND_QUARTER);
	p->month = QUARTERS + number - 1;
	if (!found && number < 3) {
		found = date_at(r, end, DATE_KIND_HALFYEAR);
		p->month = HALVES + number - 1;
	}
	if (found) {
		p->end = end + found->len;
		p->year = date_year_behind(r, &p->end, false);
		if (p->year == 0 && is_unit(r, p->end, &end))
			p->end = end;
		return true;
	}
	found = number < 3 ? date_at(r, end, DATE_KIND_HALF) : NULL;
	p->end = found ? end + found->len : end;
	return found && half_of(r, p);
}

static bool read_holiday(const struct date_reader *r, size_t token,
			 struct date_point *p)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_HOLIDAY);

	if (!found)
		return false;
	p->form = POINT_PLAIN;
	p->month = found->fact->number;
	p->day = found->fact->day;
	p->end = token + found->len;
	p->year = date_year_behind(r, &p->end, true);
	return true;
}

/* "2022 жылғы 8 желтоқсанда", "өткен жылдың шілде айында": the year first. */
static void read_behind_year(const struct date_reader *r, unsigned year,
			     struct date_point *p)
{
	bool (*const readers[])(const struct date_reader *, size_t,
				struct date_point *) = {
		read_piece, read_day_month, read_month, read_season,
		date_compound
	};
	struct date_reader inner = *r;
	struct digits digits;

	inner.year = year;
	inner.has_year = true;
	for (size_t i = 0; p->end < r->limit && i < COUNT_OF(readers); i++) {
		struct date_point one = { .first = p->first };

		if (!readers[i](&inner, p->end, &one) || one.year > 0)
			continue;
		one.year = year;
		one.worded = true;
		*p = one;
		return;
	}
	/* "2022 жылғы 1, 3 және 5 мамырда": the first of a list */
	if (!date_digits(r, p->end, &digits) || digits.count > 2 ||
	    digits.number < 1 || digits.number > 31)
		return;
	*p = (struct date_point){ .first = p->first, .end = p->end + 1,
				  .form = POINT_DAY, .day = digits.number,
				  .year = year, .year_end = p->end };
}

static bool read_year(const struct date_reader *r, size_t token,
		      struct date_point *p)
{
	if (!date_year(r, token, YEAR_EARLY, &p->year, &p->end, &p->worded))
		return false;
	p->form = p->worded ? POINT_PLAIN : POINT_BARE;
	if (p->worded)
		read_behind_year(r, p->year, p);
	return true;
}

static bool read_told(const struct date_reader *r, size_t token,
		      struct date_point *p)
{
	size_t end;
	unsigned year;

	if (date_told(r, token, p)) {
		if (p->form == POINT_PLAIN)
			read_behind_year(r, p->year, p);
		return true;
	}
	year = date_year_told(r, token, &end);
	if (year == 0)
		return false;
	p->end = end;
	p->form = POINT_PLAIN;
	read_behind_year(r, year, p);
	return p->end > end && p->form != POINT_DAY;
}

static bool read_one(const struct date_reader *r, size_t token, bool in_chain,
		     struct date_point *p)
{
	bool (*const readers[])(const struct date_reader *, size_t,
				struct date_point *) = {
		date_numeric, date_years, read_holiday, read_told, read_piece,
		date_of_month, read_day_month, read_month, read_season, read_year,
		date_compound, date_spaced
	};

	if (date_decade(r, token, in_chain, p))
		return true;
	for (size_t i = 0; i < COUNT_OF(readers); i++) {
		*p = (struct date_point){ .first = token };
		if (readers[i](r, token, p))
			return true;
	}
	return false;
}

/* A number that waits for the month or quarter of the date behind it. */
static bool read_number(const struct date_reader *r, size_t token,
			struct date_point *p)
{
	unsigned month;
	bool written;

	*p = (struct date_point){ .first = token, .form = POINT_SHORT };
	if (date_short(r, token, p))
		return true;
	*p = (struct date_point){ .first = token, .form = POINT_DAY };
	return date_day(r, token, &p->day, &month, &written, &p->end) &&
	       month == 0;
}

/* "end of 2022", "в начале января", "late-2019", "end of the year" */
static bool read_part(const struct date_reader *r, size_t token,
		      struct date_point *p)
{
	const struct date_found *part = date_at(r, token, DATE_KIND_PART);
	bool half;
	size_t next;

	if (!part)
		return false;
	next = token + part->len;
	half = str_has_suffix(part->fact->hint, STR("-40"));
	*p = (struct date_point){ .first = token, .form = POINT_PLAIN };
	if (date_is_dash(r, next))
		next++;
	if (!is_unit(r, next, &p->end)) {
		next = date_skip_leads(r, next, 2);
		if (next >= r->limit || !read_one(r, next, false, p))
			return false;
	}
	if (half && p->month == 0 && p->form <= POINT_BARE)
		p->month = HALVES;
	p->first = token;
	p->is_part = true;
	if (p->form == POINT_BARE)
		p->form = POINT_PLAIN;
	return true;
}

/* "жылдың басында", "жылдың екінші жартысы": of the year of the reader. */
static bool read_unit(const struct date_reader *r, size_t token,
		      struct date_point *p)
{
	struct date_reader inner = *r;
	const struct date_found *behind;
	size_t end = date_skip_year(r, token);

	if (end == token)
		return false;
	*p = (struct date_point){ .first = token, .form = POINT_PLAIN };
	behind = date_at(r, end, DATE_KIND_BEHIND);
	if (behind && str_equal(behind->fact->hint, STR("ref"))) {
		p->is_part = true;
		p->end = end + behind->len;
		return true;
	}
	inner.has_year = true;
	return end < r->limit && read_piece(&inner, end, p);
}


/* The last such day up to the one that is counted from. */
static bool last_weekday(const struct date_reader *r, unsigned weekday,
			 struct date_point *p)
{
	unsigned today;

	if (r->today.start.precision != EDTF_DAY || r->today.interval)
		return false;
	today = edtf_weekday(&r->today.start);
	p->form = POINT_FIXED;
	p->value = r->today;
	return edtf_move(&p->value, 0, 0,
			 -(int)((today + 7 - weekday) % 7));
}

/* "Tuesday, 12 May" */
static bool read_weekday(const struct date_reader *r, size_t token,
			 struct date_point *p)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_WEEKDAY);
	size_t next;

	if (!found)
		return false;
	next = token + found->len;
	if (next < r->limit && scan_is_form(r->scan, next, ","))
		next++;
	next = date_skip_leads(r, next, 2);
	*p = (struct date_point){ .first = token };
	if (next < r->limit && date_words_at(r->marks, next,
					     DATE_KIND_WEEKDAY) == NULL &&
	    read_one(r, next, false, p) && p->day > 0 &&
	    p->form == POINT_PLAIN) {
		p->first = token;
		return true;
	}
	*p = (struct date_point){ .first = token,
				  .end = token + found->len };
	return last_weekday(r, found->fact->number, p);
}

bool date_may_begin(const struct date_reader *r, size_t token)
{
	return (r->marks->tokens.items[token].kinds & BEGINNERS) ||
	       (scan_shape(r->scan, token) &
		(SHAPE_DIGIT | SHAPE_COMPOUND)) ||
	       date_roman(r, token) > 0 ||
	       (token + 1 < r->limit &&
		(r->marks->tokens.items[token + 1].kinds &
		 (1u << DATE_KIND_AGO | 1u << DATE_KIND_LATER)));
}

/* "2022 жылдың соңында", "мамырдың басында" */
static void take_part_behind(const struct date_reader *r, struct date_point *p)
{
	const struct date_found *behind = date_at(r, p->end,
						  DATE_KIND_BEHIND);

	if (!behind || !str_equal(behind->fact->hint, STR("ref")) ||
	    p->form == POINT_DAY || p->form == POINT_BARE || p->day > 0)
		return;
	p->is_part = true;
	p->end += behind->len;
}

bool date_point_read(const struct date_reader *r, size_t token,
		     bool in_chain, struct date_point *p)
{
	*p = (struct date_point){ .first = token };
	if (token >= r->limit || !date_may_begin(r, token))
		return false;
	if (!read_weekday(r, token, p) && !read_part(r, token, p) &&
	    !read_one(r, token, in_chain, p) && !read_unit(r, token, p) &&
	    !read_number(r, token, p))
		return false;
	p->first = token;
	take_part_behind(r, p);
	return true;
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

unsigned date_point_year(const struct date_reader *r, unsigned month)
{
	return r->year > 0 ? r->year
			   : year_in_period(&r->scan->period, month);
}

static bool set_decade(struct edtf *value, unsigned year)
{
	char text[] = "0000";

	for (unsigned i = 0, unit = 1000; i < 3; i++, unit /= 10)
		text[i] = (char)('0' + year / unit % 10);
	text[3] = 'X';
	return edtf_parse(value, (struct str){ text, 4 });
}

bool date_point_value(const struct date_reader *r,
		      const struct date_point *p, struct edtf *value)
{
	unsigned year = p->year;

	if (p->form == POINT_FIXED) {
		*value = p->value;
		return true;
	}
	if (p->form == POINT_DECADE)
		return set_decade(value, p->year);
	if (year == 0)
		year = date_point_year(r, p->month);
	if (year == 0 && p->month > 12)
		return edtf_parse(value, STR("XXXX"));
	return year > 0 ? edtf_make(value, year, p->month, p->day)
			: edtf_make_yearless(value, p->month, p->day);
}
