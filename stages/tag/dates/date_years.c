#include "date_reader_internal.h"

/* "2020–2022", "2022/23" */
bool date_read_years(const struct date_reader *r, size_t token,
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
		if (date_in_sentence(r, date->end))
			date->end += r->marks[date->end].year_len;
	} else {
		behind = form;
		if (!str_split(&behind, '-', &form) || form.len != 4 ||
		    !str_number(form, YEAR_LAST, &first) ||
		    !date_is_dash(r, token + 1) ||
		    !date_year(r, token + 2, &year, &date->end, &worded))
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
bool date_read_decade(const struct date_reader *r, size_t token,
		      struct read_date *date)
{
	struct digits digits;
	char text[8];

	if (!date_digits(r, token, &digits) || digits.count != 4 ||
	    digits.number < YEAR_FIRST || digits.number > YEAR_LAST ||
	    digits.number % 10 != 0 || digits.plain)
		return false;
	if (!date_words_is_plural(r->words, digits.suffix))
		return false;
	for (unsigned i = 0, unit = 1000; i < 3; i++, unit /= 10)
		text[i] = (char)('0' + digits.number / unit % 10);
	text[3] = 'X';
	date->end = token + 1;
	if (date_in_sentence(r, date->end))
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
bool date_read_numeric(const struct date_reader *r, size_t token,
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
	if (!date_digits(r, token, &y) || y.count != 4 || !y.plain ||
	    !date_is_dash(r, token + 1) || !date_digits(r, token + 2, &m) ||
	    m.count != 2 || !date_is_dash(r, token + 3) ||
	    !date_digits(r, token + 4, &d) || d.count != 2)
		return false;
	date->end = token + 5;
	return y.number >= YEAR_FIRST && d.number > 0 &&
	       edtf_make(&date->value, y.number, m.number, d.number);
}

/* "2 0 2 3": as titles are spaced. */
bool date_read_spaced(const struct date_reader *r, size_t token,
		      struct read_date *date)
{
	unsigned year = 0;

	for (size_t i = 0; i < 4; i++) {
		struct digits digits;

		if (!date_digits(r, token + i, &digits) || digits.count != 1 ||
		    !digits.plain)
			return false;
		year = year * 10 + digits.number;
	}
	if (date_in_sentence(r, token + 4) &&
	    scan_kind(r->scan, token + 4) == KIND_NUMBER)
		return false;
	date->end = token + 4;
	return year >= YEAR_FIRST && year <= YEAR_LAST &&
	       date_set(r, date, year, 0, 0);
}

/* "mid-2022" in one token */
bool date_read_prefixed(const struct date_reader *r, size_t token,
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
	return date_set(r, date, (unsigned)year, 0, 0);
}
