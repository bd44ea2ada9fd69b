#include "date_parts.h"

enum { STUDY_NEAR = 4 /* words to "study" */ };

static bool is_near_study(const struct date_reader *r, size_t token)
{
	for (size_t t = token; t < r->limit && t < token + STUDY_NEAR; t++) {
		if (date_at(r, t, DATE_KIND_STUDY))
			return true;
		if (scan_kind(r->scan, t) == KIND_PUNCT)
			return false;
	}
	return false;
}

/* "Y-1" is the year before that of the report, but of another study the year
 * of its edition. */
static unsigned relative_year(const struct date_reader *r,
			      const struct date_fact *fact, size_t end)
{
	unsigned year = r->today.start.precision >= EDTF_YEAR
			? r->today.start.year : r->scan->year;
	struct str hint = fact->hint;

	if (year < 2)
		return 0;
	if (hint.len == 1)
		return year;
	if (hint.data[1] == '-' && hint.data[2] == '1' &&
	    is_near_study(r, end))
		return r->scan->edition > 1 ? r->scan->edition - 1 : 0;
	return hint.data[1] == '+' ? year + 1
				   : year - (unsigned)(hint.data[2] - '0');
}

unsigned date_year_told(const struct date_reader *r, size_t token, size_t *end)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_RELATIVE);

	if (found) {
		*end = token + found->len;
		return relative_year(r, found->fact, *end);
	}
	found = date_at(r, token, DATE_KIND_SAME);
	if (!found || !str_equal(found->fact->hint, STR("ref")) ||
	    r->last.start.precision < EDTF_YEAR)
		return 0;
	*end = token + found->len;
	return r->last.end.precision >= EDTF_YEAR ? r->last.end.year
						  : r->last.start.year;
}

/* The month of the last date, by words at *token, which moves behind them. */
static bool same_month(const struct date_reader *r, size_t *token,
		       struct date_point *p)
{
	const struct date_found *found = date_at(r, *token, DATE_KIND_SAME);
	const struct edtf_date *last =
		r->last.end.precision >= EDTF_MONTH ? &r->last.end
						    : &r->last.start;

	if (!found || !str_equal(found->fact->hint, STR("ref-MM")) ||
	    last->precision < EDTF_MONTH)
		return false;
	p->year = last->year;
	p->month = last->month;
	*token += found->len;
	return true;
}

bool date_of_month(const struct date_reader *r, size_t token,
		   struct date_point *p)
{
	unsigned month;
	bool written;
	size_t end = token;

	p->form = POINT_PLAIN;
	if (same_month(r, &end, p))
		return date_day(r, end, &p->day, &month, &written, &p->end) &&
		       month == 0 && written;
	if (!date_day(r, token, &p->day, &month, &written, &end) || month > 0)
		return false;
	end = date_skip_leads(r, end, 2);
	p->end = end;
	return same_month(r, &p->end, p);
}

static unsigned number_at(const struct date_reader *r, size_t token)
{
	struct digits digits;

	if (date_digits(r, token, &digits))
		return digits.plain && digits.count < 3 ? digits.number : 0;
	return (unsigned)number_of_word(r->numbers, r->scan, token);
}

/* The number where a form has its star: in front, or inside. */
static unsigned number_in(const struct date_reader *r, size_t token, size_t end)
{
	unsigned number = 0;

	for (size_t t = token; t < end && number == 0; t++)
		number = number_at(r, t);
	return number;
}

static bool move(const struct date_reader *r, const struct date_fact *fact,
		 unsigned count, struct edtf *value)
{
	const struct date_shift *shift = &fact->shift;
	int by = shift->earlier ? -(int)count : (int)count;
	bool years = shift->unit == 'Y', months = shift->unit == 'M';
	bool later = fact->kind == DATE_KIND_LATER;

	*value = later ? r->last : r->today;
	if (!later && years && value->start.precision < EDTF_YEAR &&
	    (r->year == 0 || !edtf_make(value, r->year, 0, 0)))
		return false;
	if (value->interval ||
	    !edtf_move(value, years ? by : 0, months ? by : 0,
		       years || months ? 0 : shift->unit == 'W' ? by * 7 : by))
		return false;
	if (years && !later)
		return edtf_make(value, value->start.year, 0, 0);
	if ((years || months) && value->start.precision == EDTF_DAY)
		return edtf_make(value, value->start.year, value->start.month,
				 0);
	return true;
}

/* The longest phrase of a kind at a token, behind its number or without one. */
static const struct date_found *find(const struct date_reader *r, size_t token,
				     enum date_kind kind, bool counted)
{
	const struct date_mark *mark;

	if (!date_at(r, token, kind))
		return NULL;
	mark = &r->marks->tokens.items[token];
	for (size_t i = mark->first; i < mark[1].first; i++)
		if (r->marks->found.items[i].fact->kind == kind &&
		    r->marks->found.items[i].fact->counted == counted)
			return &r->marks->found.items[i];
	return NULL;
}

static bool told_by(const struct date_reader *r, size_t token,
		    enum date_kind kind, struct date_point *point)
{
	const struct date_found *found = find(r, token, kind, false);
	bool counted = found == NULL;
	unsigned count;

	if (counted)
		found = find(r, token + 1, kind, true);
	if (!found)
		return false;
	point->end = token + counted + found->len;
	count = found->fact->shift.count;
	if (count == DATE_SHIFT_NUMBER) {
		count = number_in(r, token, counted ? token + 1 : point->end);
		if (count == 0)
			return false;
	}
	point->form = POINT_FIXED;
	return move(r, found->fact, count, &point->value);
}

bool date_told(const struct date_reader *r, size_t token,
	       struct date_point *point)
{
	const struct date_found *found;

	if (told_by(r, token, DATE_KIND_AGO, point) ||
	    told_by(r, token, DATE_KIND_LATER, point))
		return true;
	found = date_at(r, token, DATE_KIND_RELATIVE);
	if (!found)
		return false;
	point->form = POINT_PLAIN;
	point->end = token + found->len;
	point->year = relative_year(r, found->fact, point->end);
	point->worded = true;
	return point->year > 0;
}
