#include "date_parts.h"

enum { YEARS_EARLY = 1800, YEARS_APART = 20 /* of two that are joined */ };

static bool set_years(struct date_point *point, unsigned first, unsigned last)
{
	struct edtf from, to;

	point->form = POINT_FIXED;
	point->worded = true;
	return first >= YEARS_EARLY && last <= YEAR_LAST && last > first &&
	       edtf_make(&from, first, 0, 0) && edtf_make(&to, last, 0, 0) &&
	       edtf_make_interval(&point->value, &from, &to);
}

/* The last two digits of a year behind another one; 12 and less may be a
 * month. */
static unsigned last_year(unsigned first, unsigned digits)
{
	unsigned last = first / 100 * 100 + digits;

	return digits > 12 && last <= first + YEARS_APART ? last : 0;
}

bool date_years(const struct date_reader *r, size_t token,
		struct date_point *point)
{
	struct str form = scan_form(r->scan, token), half;
	struct digits first, second;
	uint64_t from, to;

	if (!(scan_shape(r->scan, token) & SHAPE_DIGIT))
		return false;
	point->end = token + 1;
	if (date_digits(r, token, &first) && first.count == 4 && first.plain &&
	    date_is_dash(r, token + 1) && date_digits(r, token + 2, &second) &&
	    second.count == 2 && second.plain &&
	    !date_is_dash(r, token + 3)) {
		point->end = date_skip_unit(r, token + 3, 'Y');
		return set_years(point, first.number,
				 last_year(first.number, second.number));
	}
	if (!str_split(&form, str_find(form, STR("/"), 0) < form.len ? '/'
								     : '-',
		       &half) ||
	    half.len != 4 || (form.len != 2 && form.len != 4) ||
	    !str_number(half, YEAR_LAST, &from) ||
	    !str_number(form, YEAR_LAST, &to))
		return false;
	if (form.len == 2)
		to = from / 100 * 100 + to;
	point->end = date_skip_unit(r, point->end, 'Y');
	return set_years(point, (unsigned)from, (unsigned)to);
}

/* "2 0 2 3": as titles are spaced. */
bool date_spaced(const struct date_reader *r, size_t token,
		 struct date_point *point)
{
	unsigned year = 0;

	for (size_t i = 0; i < 4; i++) {
		struct digits digits;

		if (!date_digits(r, token + i, &digits) || digits.count != 1 ||
		    !digits.plain)
			return false;
		year = year * 10 + digits.number;
	}
	if (token + 4 < r->limit &&
	    scan_kind(r->scan, token + 4) == KIND_NUMBER)
		return false;
	point->form = POINT_PLAIN;
	point->end = token + 4;
	point->year = year;
	return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* In a language whose words have no endings to tell it from an age ("in his
 * 90s") something stands before a decade. */
static bool is_decade_led(const struct date_reader *r, size_t token)
{
	if (token == scan_sentence_start(r->scan, token))
		return true;
	return !(scan_shape(r->scan, token) & SHAPE_LATIN) ||
	       date_at(r, token - 1, DATE_KIND_LEAD) ||
	       date_at(r, token - 1, DATE_KIND_PART) ||
	       date_is_dash(r, token - 1) ||
	       scan_kind(r->scan, token - 1) == KIND_PUNCT;
}

static bool is_plural_behind(const struct date_reader *r, size_t token)
{
	return token < r->limit &&
	       date_words_is_suffix(r->words, scan_form(r->scan, token),
				    DATE_KIND_PLURAL);
}

/* Ten years by their last two digits: those that nobody takes for others. */
static unsigned decade_of(const struct digits *digits)
{
	if (digits->number % 10 != 0)
		return 0;
	if (digits->count == 4)
		return digits->number;
	if (digits->count != 2 || digits->number == 20)
		return 0;
	return digits->number > 20 ? 1900 + digits->number
				   : 2000 + digits->number;
}

static bool decade_in_words(const struct date_reader *r, size_t token,
			    struct date_point *point)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_DECADE);

	if (!found || !is_decade_led(r, token))
		return false;
	point->year = found->fact->number * 10u;
	point->end = token + found->len;
	return true;
}

static bool decade_in_digits(const struct date_reader *r, size_t token,
			     bool in_chain, struct date_point *point)
{
	struct digits digits;
	bool suffixed, worded;

	if (!date_digits(r, token, &digits))
		return false;
	suffixed = !digits.plain &&
		   date_words_is_suffix(r->words, digits.suffix,
					DATE_KIND_PLURAL);
	worded = !in_chain && is_plural_behind(r, token + 1) &&
		 (digits.plain ? digits.count == 4
			       : date_words_is_suffix(r->words, digits.suffix,
						      DATE_KIND_ORDINAL));
	point->year = decade_of(&digits);
	point->end = token + 1 + worded;
	return point->year >= 1800 && point->year <= YEAR_LAST &&
	       (worded || (suffixed && (digits.count == 4 ||
					is_decade_led(r, token))));
}

bool date_decade(const struct date_reader *r, size_t token, bool in_chain,
		 struct date_point *point)
{
	if (!decade_in_words(r, token, point) &&
	    !decade_in_digits(r, token, in_chain, point))
		return false;
	point->form = POINT_DECADE;
	point->end = date_skip_unit(r, point->end, 'Y');
	return true;
}

static bool months_joined(const struct date_reader *r, unsigned from,
			  struct date_point *point)
{
	unsigned to = point->month, year = point->year;
	struct edtf a, b;

	if (year == 0)
		year = r->year;
	if (from >= to)
		return false;
	point->form = POINT_FIXED;
	if (year == 0)
		return edtf_make_yearless(&a, from, 0) &&
		       edtf_make_yearless(&b, to, 0) &&
		       edtf_make_interval(&point->value, &a, &b);
	return edtf_make(&a, year, from, 0) && edtf_make(&b, year, to, 0) &&
	       edtf_make_interval(&point->value, &a, &b);
}

/* "mid-2022", "mid-1990s", "mid-March", "mid-summer": what stands behind the
 * hyphen; "май-июнь": both. */
static bool read_halves(const struct date_reader *r, struct str left,
			struct str right, lang_id lang,
			struct date_point *point)
{
	const struct date_fact *from, *to;
	struct str digits = str_slice(right, 0, 4);
	uint64_t year;

	to = date_words_one(r->words, lang, right, DATE_KIND_MONTH);
	point->month = to ? to->number : 0;
	from = to ? date_words_one(r->words, lang, left, DATE_KIND_MONTH)
		  : NULL;
	if (from) {
		point->end = date_skip_unit(r, point->end, 'M');
		point->year = date_year_behind(r, &point->end, false);
		return months_joined(r, from->number, point);
	}
	if (!date_words_one(r->words, lang, left, DATE_KIND_PART))
		return false;
	point->is_part = true;
	if (!to && str_number(digits, YEAR_LAST, &year) &&
	    year >= YEAR_FIRST) {
		right = str_slice(right, 4, right.len);
		point->year = (unsigned)year;
		point->worded = true;
		point->form = right.len > 0 ? POINT_DECADE : POINT_PLAIN;
		return right.len == 0 ||
		       (year % 10 == 0 &&
			date_words_is_suffix(r->words, right,
					     DATE_KIND_PLURAL));
	}
	if (!to)
		to = date_words_one(r->words, lang, right, DATE_KIND_SEASON);
	point->month = to ? to->number : 0;
	point->year = date_year_behind(r, &point->end, false);
	return point->month > 0;
}

bool date_compound(const struct date_reader *r, size_t token,
		   struct date_point *point)
{
	struct str right = scan_form(r->scan, token), left;

	if (!(scan_shape(r->scan, token) & SHAPE_COMPOUND) ||
	    !(scan_shape(r->scan, token) & SHAPE_LETTER) ||
	    !str_split(&right, '-', &left) || left.len < 3 || right.len < 3)
		return false;
	point->form = POINT_PLAIN;
	point->end = token + 1;
	return read_halves(r, left, right, scan_lang(r->scan, token), point);
}
