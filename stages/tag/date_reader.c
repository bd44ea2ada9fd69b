#include "date_reader.h"

#include "utf8.h"

enum {
	YEAR_FIRST = 1900, YEAR_LAST = 2100
};

struct digits {               /* a token of digits and what is behind them */
	unsigned number;
	size_t count;         /* digits */
	struct str suffix;    /* without hyphen */
	bool plain;           /* no suffix at all */
};

static bool in_sentence(const struct date_reader *r, size_t token)
{
	return token < r->limit;
}

static bool read_digits(const struct date_reader *r, size_t token,
			struct digits *out)
{
	struct str form;
	size_t at = 0;

	if (!in_sentence(r, token))
		return false;
	form = scan_form(r->scan, token);
	*out = (struct digits){ .number = 0 };
	while (at < form.len && form.data[at] >= '0' && form.data[at] <= '9') {
		if (at == 4)
			return false;
		out->number = out->number * 10 + (unsigned)(form.data[at] - '0');
		at++;
	}
	out->count = at;
	out->plain = at == form.len;
	if (at < form.len && form.data[at] == '-')
		at++;
	out->suffix = str_slice(form, at, form.len);
	return out->count > 0;
}

static bool is_dash(const struct date_reader *r, size_t token)
{
	return in_sentence(r, token) && (scan_is_form(r->scan, token, "-") ||
					 scan_is_form(r->scan, token, "–") ||
					 scan_is_form(r->scan, token, "—"));
}

/* A year, with the word for it if that stands behind (`worded`). */
static bool read_year(const struct date_reader *r, size_t token, unsigned *year,
		      size_t *end, bool *worded)
{
	struct digits digits;
	struct date_mark suffix;

	if (!read_digits(r, token, &digits) || digits.count != 4 ||
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
	if (in_sentence(r, *end) && r->marks[*end].year_len > 0) {
		*end += r->marks[*end].year_len;
		*worded = true;
	}
	return true;
}

static bool read_day(const struct date_reader *r, size_t token, unsigned *day,
		     unsigned *month)
{
	struct digits digits;
	struct date_mark suffix;

	if (!read_digits(r, token, &digits) || digits.count > 2 ||
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

static bool set_date(const struct date_reader *r, struct read_date *date,
		     unsigned year, unsigned month, unsigned day)
{
	date->has_year = year > 0;
	if (year == 0)
		year = r->year;
	if (year == 0)
		return edtf_parse(&date->value, STR("XXXX"));
	return edtf_make(&date->value, year, month, day);
}

static bool set_interval(struct read_date *date, const struct read_date *from)
{
	struct edtf end = date->value;

	return edtf_make_interval(&date->value, &from->value, &end);
}

/* The year behind a month or day: "2022", ", 2022", "2022 года". */
static unsigned year_behind(const struct date_reader *r, size_t *end,
			    bool comma_fits)
{
	size_t token = *end, behind;
	unsigned year;
	bool worded;

	if (comma_fits && in_sentence(r, token) &&
	    scan_is_form(r->scan, token, ","))
		token++;
	if (!read_year(r, token, &year, &behind, &worded))
		return 0;
	*end = behind;
	return year;
}

/* A month's name: upper case in Latin script, lower case in Cyrillic but at
 * the beginning of a sentence; an abbreviation only with a number beside it. */
static bool is_month(const struct date_reader *r, size_t token, bool by_number)
{
	const struct scan *scan = r->scan;
	const struct mark *mark;
	uint8_t shape;

	if (!in_sentence(r, token) || r->marks[token].month_len == 0)
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

/* "8 декабря 2022 года", "8-желтоқсанда", "8 December" */
static bool read_day_month(const struct date_reader *r, size_t token,
			   struct read_date *date)
{
	unsigned day, month, year;
	size_t end = token + 1;
	bool comma_fits = false;

	if (!read_day(r, token, &day, &month))
		return false;
	if (month == 0) {
		if (in_sentence(r, end) && r->marks[end].flags & DATE_LEAD &&
		    scan_shape(r->scan, end) & SHAPE_LATIN)
			end++; /* "5th of May" */
		if (!is_month(r, end, true))
			return false;
		month = r->marks[end].month;
		comma_fits = scan_shape(r->scan, end) & SHAPE_LATIN;
		end += r->marks[end].month_len;
	}
	year = year_behind(r, &end, comma_fits);
	date->end = end;
	return set_date(r, date, year, month, day);
}

/* "from 8 to 10 December", "с 8 по 10 декабря": a word on either side of the
 * first day. */
static bool is_led_on(const struct date_reader *r, size_t token)
{
	return token > scan_sentence_start(r->scan, token) &&
	       in_sentence(r, token + 1) &&
	       (r->marks[token - 1].flags & DATE_LEAD) &&
	       (r->marks[token + 1].flags & DATE_LEAD);
}

/* "8–10 декабря": both days in one month. */
static bool read_days_month(const struct date_reader *r, size_t token,
			    struct read_date *date)
{
	struct read_date from = { .end = 0 };
	unsigned day, month;

	if (!read_day(r, token, &day, &month) || month > 0 ||
	    (!is_dash(r, token + 1) && !is_led_on(r, token)) ||
	    !read_day_month(r, token + 2, date) ||
	    date->value.start.precision != EDTF_DAY)
		return false;
	return edtf_make(&from.value, date->value.start.year,
			 date->value.start.month, day) &&
	       set_interval(date, &from);
}

/* "December 8", "тамыздың 19-ы": in Cyrillic the day has an ending. */
static bool is_day_behind(const struct date_reader *r, size_t month, size_t day)
{
	struct digits digits;

	if (scan_shape(r->scan, month) & SHAPE_LATIN)
		return scan_shape(r->scan, month) & SHAPE_CAPITAL;
	return read_digits(r, day, &digits) && !digits.plain;
}

/* "December 8, 2022", "December 8–10", "December 2022", "December" */
static bool read_month(const struct date_reader *r, size_t token,
		       struct read_date *date)
{
	unsigned month, day, year, last, other;
	size_t end;

	if (!is_month(r, token, true))
		return false;
	month = r->marks[token].month;
	end = token + r->marks[token].month_len;
	if (in_sentence(r, end) && is_day_behind(r, token, end) &&
	    read_day(r, end, &day, &other) && other == 0) {
		struct read_date from = { .end = 0 };
		bool range = is_dash(r, end + 1) &&
			     read_day(r, end + 2, &last, &other) && last > day;

		end += range ? 3 : 1;
		year = year_behind(r, &end,
				   scan_shape(r->scan, token) & SHAPE_LATIN);
		date->end = end;
		if (!range)
			return set_date(r, date, year, month, day);
		return set_date(r, &from, year, month, day) &&
		       set_date(r, date, year, month, last) &&
		       set_interval(date, &from);
	}
	year = year_behind(r, &end, false);
	if (year == 0 && !is_month(r, token, false))
		return false;
	date->end = end;
	return set_date(r, date, year, month, 0);
}

/* Words between: "summer of 2022". */
static size_t skip_leads(const struct date_reader *r, size_t token)
{
	size_t end = token;

	while (in_sentence(r, end) && end < token + 2 &&
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

	if (!in_sentence(r, token) || mark->season_len == 0)
		return false;
	year = year_behind(r, &behind, false);
	if (year == 0 && mark->alone_len == 0)
		return false;
	date->end = year ? behind : token + mark->alone_len;
	return set_date(r, date, year, mark->season, 0);
}

/* "2022 жылғы 8 желтоқсанда", "2022 жылдың қаңтарында", "2022 жылдың күзінде":
 * the year first, with its word. */
static bool read_after_year(const struct date_reader *r, size_t token,
			    unsigned year, struct read_date *date)
{
	struct date_reader inner = *r;
	const struct date_mark *mark;

	if (!in_sentence(r, token))
		return false;
	inner.year = year;
	mark = &r->marks[token];
	if (mark->season_len > 0) {
		date->end = token + mark->season_len;
		return set_date(&inner, date, year, mark->season, 0);
	}
	return (read_days_month(&inner, token, date) ||
		read_day_month(&inner, token, date) ||
		read_month(&inner, token, date)) &&
	       (date->value.start.year == year);
}

/* "2020–2022", "2022/23" */
static bool read_years(const struct date_reader *r, size_t token,
		       struct read_date *date)
{
	struct str form = scan_form(r->scan, token), behind;
	struct edtf from, to;
	unsigned year;
	uint64_t first, last;
	bool worded;

	if (form.len == 9 && form.data[4] == '-' &&
	    str_number(str_slice(form, 0, 4), YEAR_LAST, &first) &&
	    str_number(str_slice(form, 5, 9), YEAR_LAST, &last)) {
		year = (unsigned)last;
		date->end = token + 1;
		if (in_sentence(r, date->end))
			date->end += r->marks[date->end].year_len;
	} else {
		behind = form;
		if (!str_split(&behind, '-', &form) || form.len != 4 ||
		    !str_number(form, YEAR_LAST, &first) ||
		    !is_dash(r, token + 1) ||
		    !read_year(r, token + 2, &year, &date->end, &worded))
			return false;
	}
	if (first < YEAR_FIRST || year <= first)
		return false;
	date->has_year = true;
	date->is_bare = false;
	return edtf_make(&from, (unsigned)first, 0, 0) &&
	       edtf_make(&to, year, 0, 0) &&
	       edtf_make_interval(&date->value, &from, &to);
}

/* "1990s", "1990-х годов", "1990-жылдары" */
static bool read_decade(const struct date_reader *r, size_t token,
			struct read_date *date)
{
	struct digits digits;
	char text[8];

	if (!read_digits(r, token, &digits) || digits.count != 4 ||
	    digits.number < YEAR_FIRST || digits.number > YEAR_LAST ||
	    digits.number % 10 != 0 || digits.plain)
		return false;
	if (!date_words_is_plural(r->words, digits.suffix))
		return false;
	for (unsigned i = 0, unit = 1000; i < 3; i++, unit /= 10)
		text[i] = (char)('0' + digits.number / unit % 10);
	text[3] = 'X';
	date->end = token + 1;
	if (in_sentence(r, date->end))
		date->end += r->marks[date->end].year_len;
	date->has_year = true;
	return edtf_parse(&date->value, (struct str){ text, 4 });
}

static bool read_parts(struct str form, char sep, unsigned parts[3])
{
	struct str rest = form, piece;
	size_t count = 0;
	uint64_t number;

	while (str_split(&rest, sep, &piece)) {
		if (count == 3 || !str_number(piece, 9999, &number))
			return false;
		parts[count++] = (unsigned)number;
	}
	return count == 3;
}

/* "12.03.2022", "2022-03-12", in one token or in five. */
static bool read_numeric(const struct date_reader *r, size_t token,
			 struct read_date *date)
{
	struct str form = scan_form(r->scan, token);
	struct digits y, m, d;
	unsigned p[3];

	date->has_year = true;
	date->end = token + 1;
	if (form.len >= 8 && read_parts(form, '.', p) && p[2] >= YEAR_FIRST)
		return p[0] > 0 && edtf_make(&date->value, p[2], p[1], p[0]);
	if (form.len >= 8 && read_parts(form, '-', p) && p[0] >= YEAR_FIRST)
		return p[2] > 0 && edtf_make(&date->value, p[0], p[1], p[2]);
	if (!read_digits(r, token, &y) || y.count != 4 || !y.plain ||
	    !is_dash(r, token + 1) || !read_digits(r, token + 2, &m) ||
	    m.count != 2 || !is_dash(r, token + 3) ||
	    !read_digits(r, token + 4, &d) || d.count != 2)
		return false;
	date->end = token + 5;
	return y.number >= YEAR_FIRST && d.number > 0 &&
	       edtf_make(&date->value, y.number, m.number, d.number);
}

/* "2 0 2 3": as titles are spaced. */
static bool read_spaced(const struct date_reader *r, size_t token,
			struct read_date *date)
{
	unsigned year = 0;

	for (size_t i = 0; i < 4; i++) {
		struct digits digits;

		if (!read_digits(r, token + i, &digits) || digits.count != 1 ||
		    !digits.plain)
			return false;
		year = year * 10 + digits.number;
	}
	if (in_sentence(r, token + 4) &&
	    scan_kind(r->scan, token + 4) == KIND_NUMBER)
		return false;
	date->end = token + 4;
	return year >= YEAR_FIRST && year <= YEAR_LAST &&
	       set_date(r, date, year, 0, 0);
}

/* "mid-2022" in one token */
static bool read_prefixed_year(const struct date_reader *r, size_t token,
			       struct read_date *date)
{
	struct str form = scan_form(r->scan, token);
	size_t hyphen = str_find(form, STR("-"), 0);
	uint64_t year;

	if (hyphen == 0 || hyphen + 5 != form.len ||
	    !str_number(str_slice(form, hyphen + 1, form.len), YEAR_LAST,
			&year) ||
	    year < YEAR_FIRST ||
	    !date_words_is_part(r->words, str_slice(form, 0, hyphen)))
		return false;
	date->end = token + 1;
	return set_date(r, date, (unsigned)year, 0, 0);
}

static bool read_one_year(const struct date_reader *r, size_t token,
			  struct read_date *date)
{
	unsigned year;
	bool worded;
	size_t end;

	if (!read_year(r, token, &year, &end, &worded))
		return false;
	if (worded && read_after_year(r, end, year, date)) {
		date->has_year = true;
		return true;
	}
	date->end = end;
	date->is_bare = !worded;
	return set_date(r, date, year, 0, 0);
}

bool date_read(const struct date_reader *r, size_t token,
	       struct read_date *date)
{
	bool (*const readers[])(const struct date_reader *, size_t,
				struct read_date *) = {
		read_numeric, read_years, read_decade, read_one_year,
		read_prefixed_year,
		read_days_month, read_day_month, read_month, read_season,
		read_spaced
	};

	for (size_t i = 0; i < COUNT_OF(readers); i++) {
		*date = (struct read_date){ .end = token };
		if (readers[i](r, token, date))
			return true;
	}
	return false;
}
