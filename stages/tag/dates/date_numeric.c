#include "date_parts.h"

enum { CENTURY = 100, THIS_CENTURY = 2000, YEARS_AHEAD = 5,
       NOW = 2030 /* where the document says nothing */ };

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI",
				      "VII", "VIII", "IX", "X", "XI", "XII" };

unsigned date_roman(const struct date_reader *r, size_t token)
{
	struct str form;

	if (token >= r->limit)
		return 0;
	form = scan_form(r->scan, token);
	if (str_has_suffix(form, STR(".")))
		form.len--; /* "27.I.2016" */
	if (form.len == 0 || form.len > 4 || !strchr("IVX", form.data[0]))
		return 0;
	for (unsigned i = 0; i < COUNT_OF(romans); i++)
		if (str_equal(form, str_of(romans[i])))
			return i + 1;
	return 0;
}

/* 19 is 2019, 95 is 1995. */
static unsigned full_year(const struct date_reader *r, unsigned year,
			  size_t digits)
{
	unsigned known = r->scan->covers_last > 0 ? r->scan->covers_last : NOW;

	if (digits > 2)
		return year;
	year += THIS_CENTURY;
	return year <= known + YEARS_AHEAD ? year : year - CENTURY;
}

struct parts {
	unsigned number[3];
	size_t digits[3], count;
};

static bool split(struct str form, char separator, struct parts *parts)
{
	struct str piece;
	uint64_t number;

	parts->count = 0;
	while (str_split(&form, separator, &piece)) {
		if (parts->count == 3 || piece.len == 0 || piece.len > 4 ||
		    !str_number(piece, 9999, &number))
			return false;
		parts->digits[parts->count] = piece.len;
		parts->number[parts->count++] = (unsigned)number;
	}
	return parts->count > 1;
}

static bool is_year(unsigned year, size_t digits)
{
	return digits == 2 || (digits == 4 && year >= YEAR_EARLY &&
			       year <= YEAR_LAST);
}

/* Day and month of a separator: of dots in this order; of others the part above
 * 12 is the day, and where none is, nobody knows. */
static bool put_day(struct date_point *point, unsigned first, unsigned second,
		    char separator)
{
	struct edtf ignored;

	if (separator != '.' && first <= 12 && second <= 12)
		return first > 0 && second > 0;
	if (separator != '.' && second > 12) {
		point->month = first;
		point->day = second;
	} else {
		point->day = first;
		point->month = second;
	}
	return point->day > 0 && point->month > 0 && point->month <= 12 &&
	       edtf_make(&ignored, point->year, point->month, point->day);
}

static bool is_brief(const struct parts *p)
{
	return p->digits[2] == 2 && p->digits[0] + p->digits[1] < 4;
}

static bool read_three(const struct date_reader *r, const struct parts *p,
		       char separator, struct date_point *point)
{
	if (p->digits[0] == 4 && p->digits[2] <= 2 &&
	    is_year(p->number[0], 4)) {
		point->year = p->number[0];
		point->month = p->number[1];
		point->day = p->number[2];
		return point->day > 0 && separator != '.';
	}
	if (p->digits[0] > 2 || p->digits[1] > 2 ||
	    !is_year(p->number[2], p->digits[2]))
		return false;
	point->year = full_year(r, p->number[2], p->digits[2]);
	return put_day(point, p->number[0], p->number[1], separator);
}

bool date_short(const struct date_reader *r, size_t token,
		struct date_point *point)
{
	struct edtf ignored;
	struct parts p;

	if (!split(scan_form(r->scan, token), '.', &p) || p.count != 2 ||
	    p.digits[0] != 2 || p.digits[1] != 2)
		return false;
	point->day = p.number[0];
	point->month = p.number[1];
	point->end = token + 1;
	return point->day > 0 &&
	       edtf_make_yearless(&ignored, point->month, point->day);
}

/* "9.2.21" may number a section: no heading begins so, and the year is near. */
static bool is_brief_fit(const struct date_reader *r, size_t token,
			 const struct parts *p)
{
	enum { NEAR = 15 };
	const struct scan *scan = r->scan;
	unsigned year = full_year(r, p->number[2], p->digits[2]);

	return token > scan_sentence_start(scan, token) &&
	       !(scan->marks.items[token - 1].cue_ends & 1u << MENTION_LAW) &&
	       scan->covers > 0 && year + NEAR > scan->covers &&
	       year <= scan->covers_last + 1;
}

static bool read_one_token(const struct date_reader *r, size_t token,
			   struct date_point *point)
{
	static const char separators[] = "./-";
	struct str form = scan_form(r->scan, token);
	struct parts parts;

	for (const char *s = separators; *s; s++) {
		if (form.len < 6 || !split(form, *s, &parts))
			continue;
		if (parts.count == 3 && is_brief(&parts) &&
		    (*s != '.' || !is_brief_fit(r, token, &parts)))
			return false;
		if (parts.count == 3)
			return read_three(r, &parts, *s, point);
		point->month = parts.number[0];
		point->year = parts.number[1];
		return parts.digits[0] == 2 && parts.digits[1] == 4 &&
		       point->month > 0 && point->month <= 12 && *s != '-' &&
		       point->year >= YEAR_FIRST && point->year <= YEAR_LAST;
	}
	return false;
}

static bool is_separator(const struct date_reader *r, size_t token)
{
	return date_is_dash(r, token) ||
	       (token < r->limit && (scan_is_form(r->scan, token, ".") ||
				     scan_is_form(r->scan, token, "/")));
}

static bool is_same_form(const struct date_reader *r, size_t a, size_t b)
{
	return b < r->limit &&
	       str_equal(scan_form(r->scan, a), scan_form(r->scan, b));
}

/* "2019-03-14", "14-03-2019" in five tokens. */
static bool read_five_numbers(const struct date_reader *r, size_t token,
			      struct date_point *point)
{
	struct digits digits;
	struct parts parts = { .count = 3 };

	for (size_t i = 0; i < 3; i++) {
		if (!date_digits(r, token + 2 * i, &digits) || !digits.plain)
			return false;
		parts.number[i] = digits.number;
		parts.digits[i] = digits.count;
	}
	point->end = token + 5;
	return read_three(r, &parts, date_is_dash(r, token + 1) ? '-' :
			  scan_is_form(r->scan, token + 1, ".") ? '.' : '/',
			  point);
}

/* "14.III.2019", "14 III 2019", "19-Nov-19" */
static bool read_named(const struct date_reader *r, size_t token,
		       struct date_point *point)
{
	bool parted = is_separator(r, token + 1), attributive;
	size_t at = token + 1 + parted, end = at + 1;
	struct digits day, year;

	point->month = date_roman(r, at);
	if (point->month == 0 && parted)
		point->month = date_month(r, at, true, &end, &attributive);
	if (point->month == 0 || !date_digits(r, token, &day) || !day.plain ||
	    day.count > 2)
		return false;
	if (parted && is_separator(r, end))
		end++;
	else if (parted && !str_has_suffix(scan_form(r->scan, at), STR(".")))
		return false;
	if (!date_digits(r, end, &year) || (!parted && year.count != 4) ||
	    !is_year(year.number, year.count))
		return false;
	point->day = day.number;
	point->year = full_year(r, year.number, year.count);
	point->end = end + 1;
	return true;
}

bool date_numeric(const struct date_reader *r, size_t token,
		  struct date_point *point)
{
	struct edtf ignored;
	bool found;

	if (!(scan_shape(r->scan, token) & SHAPE_DIGIT))
		return false;
	point->end = token + 1;
	found = read_one_token(r, token, point);
	if (!found) {
		point->year = point->month = point->day = 0;
		found = (is_separator(r, token + 1) &&
			 is_same_form(r, token + 1, token + 3) &&
			 read_five_numbers(r, token, point)) ||
			read_named(r, token, point);
	}
	if (!found || !edtf_make(&ignored, point->year, point->month,
				 point->day))
		return false;
	point->form = POINT_PLAIN;
	point->end = date_skip_unit(r, point->end, 'Y');
	return true;
}
