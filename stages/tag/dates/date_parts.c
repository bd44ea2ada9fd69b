#include "date_parts.h"

enum { ENDING_MAX = 6 /* bytes of an ending of a day in another script */ };

bool date_digits(const struct date_reader *r, size_t token,
		 struct digits *out)
{
	struct str form;
	size_t at = 0;

	if (token >= r->limit ||
	    !(scan_shape(r->scan, token) & SHAPE_DIGIT))
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
	return token < r->limit &&
	       (scan_is_form(r->scan, token, "-") ||
		scan_is_form(r->scan, token, "–") ||
		scan_is_form(r->scan, token, "—"));
}

size_t date_skip_leads(const struct date_reader *r, size_t token, size_t most)
{
	size_t end = token;

	while (end < token + most && date_at(r, end, DATE_KIND_LEAD))
		end++;
	return end;
}

/* In a language that has them in capitals where it is written in Latin letters;
 * may and march are no months. */
static bool is_case_fit(const struct scan *scan, size_t token)
{
	const struct token_mark *mark = &scan->marks.items[token];
	uint8_t shape = scan_shape(scan, token);

	if ((shape & SHAPE_LATIN) &&
	    !languages_is_also(scan->languages, scan_lang(scan, token), shape))
		return (shape & SHAPE_CAPITAL) &&
		       (!(mark->flags & MARK_START) ||
			!((mark->flags & MARK_LOWER) ||
			  scan_is_stopword(scan, token)));
	return !(shape & SHAPE_CAPITAL) || (mark->flags & MARK_START) ||
	       (shape & SHAPE_ALL_CAPITAL);
}

/* "5 may 2019" is a date, "5 may have" is none; "8 Марта" is a street. */
static bool is_case_fit_by_number(const struct date_reader *r, size_t token)
{
	const struct scan *scan = r->scan;
	uint8_t shape = scan_shape(scan, token);
	struct digits year;

	if ((shape & SHAPE_CYRILLIC) && (shape & SHAPE_CAPITAL))
		return is_case_fit(scan, token) ||
		       (date_digits(r, token + 1, &year) && year.count == 4);
	return !(shape & SHAPE_LATIN) || (shape & SHAPE_CAPITAL) ||
	       languages_is_also(scan->languages, scan_lang(scan, token),
				 shape) ||
	       (date_digits(r, token + 1, &year) && year.count == 4);
}

size_t date_skip_unit(const struct date_reader *r, size_t token, char unit)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_UNIT);

	return found && found->fact->hint.data[0] == unit ? token + found->len
							  : token;
}

/* "in Feb." */
static bool is_short_led(const struct date_reader *r, size_t token)
{
	const struct date_found *lead;

	if (token == scan_sentence_start(r->scan, token) ||
	    !date_at(r, token, DATE_KIND_SHORT))
		return false;
	if (date_at(r, token - 1, DATE_KIND_PART))
		return true;
	lead = date_at(r, token - 1, DATE_KIND_LEAD);
	return lead && str_equal(lead->fact->hint, STR("in")) &&
	       (str_has_suffix(scan_form(r->scan, token), STR(".")) ||
		(token + 1 < r->limit &&
		 scan_is_form(r->scan, token + 1, ".")));
}

size_t date_skip_year(const struct date_reader *r, size_t token)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_UNIT);

	return found && found->fact->hint.data[0] != 'M' ? token + found->len
							 : token;
}

unsigned date_month(const struct date_reader *r, size_t token, bool by_number,
		    size_t *end, bool *attributive)
{
	const struct date_found *found = date_at(r, token, DATE_KIND_MONTH);

	*attributive = false;
	if (!found && (by_number || is_short_led(r, token)))
		found = date_at(r, token, DATE_KIND_SHORT);
	if (!found) {
		found = date_at(r, token, DATE_KIND_MONTHLY);
		*attributive = found != NULL;
	}
	if (!found || !(by_number ? is_case_fit_by_number(r, token)
				  : is_case_fit(r->scan, token)))
		return 0;
	*end = date_skip_unit(r, token + found->len, 'M');
	return found->fact->number;
}

/* "first", "twenty-first", "двадцать первого" */
static bool day_in_words(const struct date_reader *r, size_t token,
			 unsigned *day, size_t *end)
{
	const struct date_found *tens = date_at(r, token, DATE_KIND_TENS);
	const struct date_found *nth;

	*day = 0;
	if (tens) {
		*day = tens->fact->number;
		token += tens->len;
		if (date_is_dash(r, token))
			token++;
	}
	nth = date_at(r, token, DATE_KIND_NTH);
	if (!nth || (tens && nth->fact->number > 9))
		return false;
	*day += nth->fact->number;
	*end = token + nth->len;
	return *day <= 31;
}

bool date_day(const struct date_reader *r, size_t token, unsigned *day,
	      unsigned *month, bool *written, size_t *end)
{
	lang_id lang;
	const struct date_fact *fact;
	struct digits digits;

	*month = 0;
	*written = true;
	if (!date_digits(r, token, &digits))
		return day_in_words(r, token, day, end);
	if (digits.count > 2 || digits.number < 1 || digits.number > 31)
		return false;
	*day = digits.number;
	*end = token + 1;
	*written = !digits.plain;
	lang = scan_lang(r->scan, token);
	if (digits.plain ||
	    date_words_is_suffix(r->words, digits.suffix, DATE_KIND_ORDINAL) ||
	    (digits.suffix.len <= ENDING_MAX &&
	     languages_is_also(r->scan->languages, lang,
			       scan_shape(r->scan, token))))
		return true;
	fact = date_words_one(r->words, lang, digits.suffix, DATE_KIND_MONTH);
	*month = fact ? fact->number : 0;
	return *month > 0;
}

bool date_year(const struct date_reader *r, size_t token, unsigned first,
	       unsigned *year, size_t *end, bool *worded)
{
	const struct date_fact *fact;
	struct digits digits;
	size_t behind;

	if (!date_digits(r, token, &digits) || digits.count != 4 ||
	    digits.number < first || digits.number > YEAR_LAST)
		return false;
	*worded = false;
	if (!digits.plain) {
		fact = date_words_one(r->words, scan_lang(r->scan, token),
				      digits.suffix, DATE_KIND_UNIT);
		*worded = fact && fact->hint.data[0] == 'Y';
		if (!*worded && !date_words_is_suffix(r->words, digits.suffix,
						      DATE_KIND_ORDINAL))
			return false;
	}
	*year = digits.number;
	*end = token + 1;
	behind = date_skip_unit(r, *end, 'Y');
	*worded |= behind > *end;
	*end = behind;
	return true;
}

unsigned date_year_behind(const struct date_reader *r, size_t *end,
			  bool comma_fits)
{
	size_t token = *end, behind;
	unsigned year;
	bool worded;

	if (r->has_year)
		return 0;
	if (comma_fits && token < r->limit &&
	    scan_is_form(r->scan, token, ","))
		token++;
	if (date_year(r, token, YEAR_EARLY, &year, &behind, &worded)) {
		*end = behind;
		return year;
	}
	token = date_skip_leads(r, *end, 2);
	if (token > *end &&
	    date_year(r, token, YEAR_EARLY, &year, &behind, &worded) &&
	    (scan_shape(r->scan, token - 1) & SHAPE_LATIN)) {
		*end = behind;
		return year;
	}
	for (token = *end; token <= *end + 2; token++) {
		year = date_year_told(r, token, &behind);
		if (year > 0) {
			*end = behind;
			return year;
		}
		if (!date_at(r, token, DATE_KIND_LEAD))
			break;
	}
	return 0;
}
