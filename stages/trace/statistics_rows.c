#include "statistics_rows.h"

#include "utf8.h"

enum { YEAR_MIN = 1900, YEAR_MAX = 2099 };

static bool has_letter(struct str cell)
{
	for (size_t at = 0; at < cell.len;)
		if (utf8_is_letter(utf8_next(cell, &at)))
			return true;
	return false;
}

/* "12.05.2021", "2021-05-12": two signs between digits. */
static bool is_date(struct str cell)
{
	size_t signs = 0;

	for (size_t i = 1; i + 1 < cell.len; i++)
		signs += strchr("./-", cell.data[i]) &&
			 cell.data[i - 1] >= '0' && cell.data[i - 1] <= '9' &&
			 cell.data[i + 1] >= '0' && cell.data[i + 1] <= '9';
	return signs == 2;
}

static bool is_year(struct str cell)
{
	uint64_t year;

	return cell.len == 4 && str_number(cell, YEAR_MAX, &year) &&
	       year >= YEAR_MIN;
}

static bool has_digit(struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if (cell.data[i] >= '0' && cell.data[i] <= '9')
			return true;
	return false;
}

bool row_cell(struct str text, size_t column, struct str *cell)
{
	for (size_t at = 0;; at++) {
		size_t end = str_find(text, STR("|"), 0);

		*cell = str_trim(str_slice(text, 0, end));
		if (at == column || end == text.len)
			return at == column;
		text = str_slice(text, end + 1, text.len);
	}
}

bool row_is_years(struct str text)
{
	size_t years = 0;
	struct str cell;

	for (size_t at = 1; row_cell(text, at, &cell); at++) {
		if (has_digit(cell) && !is_year(cell))
			return false;
		years += is_year(cell);
	}
	return years > 0;
}

bool row_is_statistics(struct str text)
{
	size_t numbers = 0, years = 0;
	bool first = true;

	while (text.len > 0) {
		size_t end = str_find(text, STR("|"), 0);
		struct str cell = str_trim(str_slice(text, 0, end));

		text = str_slice(text, end < text.len ? end + 1 : end,
				 text.len);
		if (first && !has_letter(cell))
			return false;
		if (!first && (has_letter(cell) || is_date(cell)))
			return false;
		numbers += !first && has_digit(cell);
		years += !first && is_year(cell);
		first = false;
	}
	return numbers > 0 && (numbers > 1 || years == 0);
}
