#include "edtf.h"

/* A year with X for its last digits. */
static bool read_year(struct edtf_date *date, struct str text)
{
	static const uint8_t precision[] = { EDTF_UNKNOWN, 0, EDTF_CENTURY,
					     EDTF_DECADE, EDTF_YEAR };
	uint64_t year = 0;
	size_t digits = 0;

	if (text.len != 4)
		return false;
	while (digits < 4 && text.data[digits] != 'X')
		digits++;
	for (size_t i = digits; i < 4; i++)
		if (text.data[i] != 'X')
			return false;
	text.len = digits;
	if (digits == 1 ||
	    (digits > 0 && !str_number(text, EDTF_YEAR_MAX, &year)))
		return false;
	for (size_t i = digits; i < 4; i++)
		year *= 10;
	*date = (struct edtf_date){ .year = (uint16_t)year,
				    .precision = precision[digits] };
	return true;
}

static bool read_part(struct str *rest, unsigned *number)
{
	struct str piece;
	uint64_t value;

	if (!str_split(rest, '-', &piece))
		return true;
	if (piece.len != 2 || !str_number(piece, 99, &value) || value == 0)
		return false;
	*number = (unsigned)value;
	return true;
}

static bool read_date(struct edtf_date *date, struct str text)
{
	bool approximate = false, uncertain = false;
	struct str rest, year;
	unsigned month = 0, day = 0;
	struct edtf dated;
	char last = '\0';

	if (text.len > 0)
		last = text.data[text.len - 1];
	if (last == '~' || last == '?' || last == '%') {
		approximate = last != '?';
		uncertain = last != '~';
		text.len--;
	}
	rest = text;
	if (!str_split(&rest, '-', &year) || !read_year(date, year) ||
	    !read_part(&rest, &month) || !read_part(&rest, &day) || rest.data)
		return false;
	if (month > 0) {
		bool known = date->precision == EDTF_YEAR;

		if ((!known && date->precision != EDTF_UNKNOWN) ||
		    !(known ? edtf_make(&dated, date->year, month, day) :
			      edtf_make_yearless(&dated, month, day)))
			return false;
		*date = dated.start;
	}
	date->approximate = approximate;
	date->uncertain = uncertain;
	return true;
}

static bool read_end(struct edtf_date *date, struct str text)
{
	if (!str_equal(text, STR("..")))
		return read_date(date, text);
	*date = (struct edtf_date){ .precision = EDTF_OPEN };
	return true;
}

static bool read_interval(struct edtf *date, struct str text, size_t slash)
{
	struct edtf start, end;

	if (!read_end(&start.start, str_slice(text, 0, slash)) ||
	    !read_end(&end.end, str_slice(text, slash + 1, text.len)))
		return false;
	start.end = start.start;
	end.start = end.end;
	if (!edtf_make_interval(date, &start, &end))
		return false;
	date->interval = true; /* also a/a, as it was written */
	return true;
}

static bool read_one_of(struct edtf *date, struct str text)
{
	struct str rest = str_slice(text, 1, text.len - 1), first;
	struct edtf a, b;

	if (!str_split(&rest, ',', &first) || !read_date(&a.start, first) ||
	    !read_date(&b.start, rest))
		return false;
	a.end = a.start;
	b.end = b.start;
	return edtf_make_one_of(date, &a, &b);
}

bool edtf_parse(struct edtf *date, struct str text)
{
	size_t slash = str_find(text, STR("/"), 0);
	struct edtf_date one;

	if (str_has_prefix(text, STR("[")) && str_has_suffix(text, STR("]")))
		return read_one_of(date, text);

	if (slash < text.len)
		return read_interval(date, text, slash);
	if (!read_date(&one, text))
		return false;
	*date = (struct edtf){ .start = one, .end = one };
	return true;
}

static void add_date(struct strbuf *out, const struct edtf_date *date)
{
	switch ((enum edtf_precision)date->precision) {
	case EDTF_OPEN:
		strbuf_add_z(out, "..");
		return;
	case EDTF_UNKNOWN:
		strbuf_add_z(out, "XXXX");
		break;
	case EDTF_CENTURY:
		strbuf_addf(out, "%02uXX", date->year / 100u);
		break;
	case EDTF_DECADE:
		strbuf_addf(out, "%03uX", date->year / 10u);
		break;
	case EDTF_YEAR:
	case EDTF_SEASON:
	case EDTF_MONTH:
	case EDTF_DAY:
		strbuf_addf(out, "%04u", date->year);
	}
	if (date->month > 0)
		strbuf_addf(out, "-%02u", date->month);
	if (date->day > 0)
		strbuf_addf(out, "-%02u", date->day);
	if (date->approximate)
		strbuf_add_char(out, date->uncertain ? '%' : '~');
	else if (date->uncertain)
		strbuf_add_char(out, '?');
}

void edtf_add(struct strbuf *out, const struct edtf *date)
{
	if (date->one_of)
		strbuf_add_char(out, '[');
	add_date(out, &date->start);
	if (date->interval) {
		strbuf_add_char(out, date->one_of ? ',' : '/');
		add_date(out, &date->end);
	}
	if (date->one_of)
		strbuf_add_char(out, ']');
}
