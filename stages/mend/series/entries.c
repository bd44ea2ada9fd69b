#include "entries.h"

#include "shape.h"
#include "utf8.h"

enum {
	LINE_BYTES = 200,   /* of a heading */
	LINE_WORDS = 16,
	LEAP_YEAR = 2000,   /* has every day */
	YEAR_FIRST = 1900, YEAR_LAST = 2099
};

struct walk {
	struct document *doc;
	const struct series *series;
	const struct month_words *months;
	unsigned year;        /* 0: not yet known */
	unsigned first, last; /* years of the dates; 0: none yet */
	struct str section;
	struct str day;       /* of the last date line that is one day */
	bool titled;          /* a title was seen */
	bool begun;           /* the front matter is over */
};

bool entries_are_dated(const struct series *series)
{
	for (size_t i = 0; series && i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_DATE)
			return true;
	return false;
}

/* Whether a text is a date line of the series. */
static bool is_date(const struct series *series, struct str text)
{
	struct regex_match match;

	return series_match(series, SERIES_DATE, text, &match);
}

/* The last year that a text says, or 0. */
static unsigned year_in(struct str text)
{
	unsigned year = 0;
	uint64_t number;
	size_t at = 0;

	while (at < text.len) {
		size_t start = at;

		while (at < text.len && text.data[at] >= '0' &&
		       text.data[at] <= '9')
			at++;
		if (at - start == 4 &&
		    str_number(str_slice(text, start, at), YEAR_LAST,
			       &number) && number >= YEAR_FIRST)
			year = (unsigned)number;
		if (at == start)
			at++;
	}
	return year;
}

static unsigned year_of_document(const struct document *doc)
{
	static const char *const keys[] = { "title", "covers", "edition" };
	unsigned year = 0;

	for (size_t i = 0; year == 0 && i < COUNT_OF(keys); i++)
		year = year_in(document_meta(doc, str_of(keys[i])));
	return year;
}

static unsigned number_in(const struct series_row *row, enum series_part part,
			  const struct regex_match *match)
{
	uint64_t number;

	return str_number(series_part(row, part, match), YEAR_LAST, &number)
		? (unsigned)number : 0;
}

static unsigned month_in(const struct walk *walk, const struct series_row *row,
			 const struct regex_match *match)
{
	struct str word = series_part(row, PART_MONTH, match);
	unsigned number = number_in(row, PART_MONTH, match);

	if (str_has_suffix(word, STR(".")))
		word.len--;
	return number > 0 ? number : month_words_find(walk->months, word);
}

/* "3 March" in a report that says no year. */
static bool read_yearless(const struct walk *walk, unsigned month,
			  unsigned day, struct str *section, bool *is_day)
{
	struct strbuf buf = STRBUF_INIT;
	struct edtf date;

	if (month == 0 || !edtf_make(&date, LEAP_YEAR, month, day))
		return false;
	strbuf_addf(&buf, "XXXX-%02u", month);
	if (day > 0)
		strbuf_addf(&buf, "-%02u", day);
	*section = str_copy(&walk->doc->arena, strbuf_view(&buf));
	*is_day = day > 0;
	strbuf_release(&buf);
	return true;
}

/* Read the date that a row of this kind finds; a year that it says is the year
 * of those behind it. Its section is empty where it is no date. */
static bool read_date(struct walk *walk, enum series_kind kind, struct str text,
		      struct str *section, bool *is_day)
{
	struct regex_match match;
	const struct series_row *row = series_match(walk->series, kind, text,
						    &match);
	struct edtf date, last;
	struct strbuf buf = STRBUF_INIT;
	unsigned year, month, day, last_day;

	if (!row)
		return false;
	year = number_in(row, PART_YEAR, &match);
	month = month_in(walk, row, &match);
	day = number_in(row, PART_DAY, &match);
	last_day = number_in(row, PART_LAST_DAY, &match);
	if (year == 0)
		year = walk->year;
	*section = STR_NONE;
	if (year == 0)
		return read_yearless(walk, month, day, section, is_day);
	if (month == 0 || !edtf_make(&date, year, month, day) ||
	    (series_part(row, PART_DAY, &match).len > 0 && day == 0) ||
	    (last_day > 0 && (!edtf_make(&last, year, month, last_day) ||
			      !edtf_make_interval(&date, &date, &last))))
		return false;
	walk->year = year;
	if (walk->first == 0 || year < walk->first)
		walk->first = year;
	if (year > walk->last)
		walk->last = year;
	*is_day = day > 0;
	edtf_add(&buf, &date);
	*section = str_copy(&walk->doc->arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return true;
}

static bool is_line(const struct paragraph *par)
{
	return par->text.len <= LINE_BYTES &&
	       shape_words(par->text) <= LINE_WORDS &&
	       shape_begin(par->text) != BEGIN_LOWER &&
	       shape_end(par->text) != END_CLOSED;
}

static bool is_text(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM;
}

static bool is_date_line(const struct walk *walk, const struct paragraph *par)
{
	return par->kind == PARAGRAPH_HEADING &&
	       is_date(walk->series, par->text);
}

/* Whether it is the heading of an entry: by its form, or as a line between a
 * date and a text. */
static bool heads_entry(const struct walk *walk, size_t index)
{
	const struct paragraph *all = walk->doc->paragraphs.items;
	struct regex_match match;

	if (series_match(walk->series, SERIES_ENTRY, all[index].text, &match))
		return true;
	return index > 0 && index + 1 < walk->doc->paragraphs.count &&
	       is_date_line(walk, &all[index - 1]) && is_line(&all[index]) &&
	       is_text(&all[index + 1]) &&
	       !series_match(walk->series, SERIES_DATED, all[index].text,
			     &match);
}

/* A line that stands over dates or over entries with a date in front. */
static bool heads_dates(const struct walk *walk, size_t index)
{
	const struct paragraph *all = walk->doc->paragraphs.items;
	struct regex_match match;

	return is_line(&all[index]) &&
	       index + 1 < walk->doc->paragraphs.count &&
	       (is_date_line(walk, &all[index + 1]) ||
		series_match(walk->series, SERIES_DATED, all[index + 1].text,
			     &match)) &&
	       !series_match(walk->series, SERIES_DATED, all[index].text,
			     &match) &&
	       (index == 0 || !is_text(&all[index - 1]) ||
		shape_end(all[index - 1].text) == END_CLOSED);
}

static void begin(struct walk *walk, struct str section, bool is_day)
{
	walk->section = section;
	walk->day = is_day ? section : STR_NONE;
	walk->begun = true;
}

/* The heading of a part other than a date. */
static void walk_heading(struct walk *walk, struct paragraph *par)
{
	const struct series_row *row;
	struct regex_match match;

	row = series_match(walk->series, SERIES_HEADING, par->text, &match);
	begin(walk, row ? series_value(&walk->doc->arena, row, &match)
			: STR_NONE, false);
	par->kind = PARAGRAPH_HEADING;
}

static void walk_front(struct walk *walk, size_t index)
{
	struct paragraph *par = &walk->doc->paragraphs.items[index];

	if (par->kind != PARAGRAPH_TEXT)
		return;
	walk->titled = is_line(par);
	if (walk->titled)
		par->kind = PARAGRAPH_TITLE;
}

/* Text: its section may be the date in front of it, for this paragraph alone
 * where a date line above says another day. */
static void walk_text(struct walk *walk, struct paragraph *par)
{
	struct str section = walk->section;
	bool is_day;

	if (read_date(walk, SERIES_DATED, par->text, &section, &is_day)) {
		if (walk->day.len == 0)
			walk->section = section;
		walk->begun = true;
	} else {
		section = walk->section;
	}
	par->section = section;
}

static void walk_paragraph(struct walk *walk, size_t index)
{
	struct paragraph *par = &walk->doc->paragraphs.items[index];
	const struct series_row *row = NULL;
	struct regex_match match;
	struct str section;
	bool is_day, line = is_line(par), known;

	if (line && year_in(par->text) > 0)
		walk->year = year_in(par->text);
	if (index == 0 && line && !is_date_line(walk, par) &&
	    str_has_prefix(document_meta(walk->doc, STR("title")), par->text))
		par->kind = PARAGRAPH_TEXT; /* the title may begin as a heading */
	known = par->kind == PARAGRAPH_HEADING ||
		(index > 0 && is_text(par) &&
		 series_match(walk->series, SERIES_HEADING, par->text,
			      &match));
	if (par->kind == PARAGRAPH_BOILERPLATE)
		row = series_match(walk->series, SERIES_BOILERPLATE, par->text,
				   &match);
	if (is_date_line(walk, par)) {
		if (read_date(walk, SERIES_DATE, par->text, &section, &is_day))
			begin(walk, section, is_day);
		else
			par->kind = PARAGRAPH_TEXT;
	} else if (row && row->value.len > 0) {
		begin(walk, row->value, false);
	} else if ((known || is_text(par)) && walk->begun &&
		   heads_entry(walk, index)) {
		par->kind = PARAGRAPH_HEADING;
	} else if (known || (par->kind == PARAGRAPH_TEXT &&
			     (walk->titled || walk->begun) &&
			     heads_dates(walk, index))) {
		walk_heading(walk, par);
	} else if (!walk->begun) {
		walk_front(walk, index);
	} else if (is_text(par)) {
		walk_text(walk, par);
		return;
	}
	par->section = walk->section;
}

/* A year guessed for the period that none of the entries is of gives way to
 * theirs: later stages read dates by it. */
static void correct_covers(const struct walk *walk)
{
	struct edtf covers, first, last;
	struct strbuf buf = STRBUF_INIT;

	if (walk->first == 0 || !edtf_make(&first, walk->first, 0, 0) ||
	    !edtf_make(&last, walk->last, 0, 0) ||
	    !edtf_make_interval(&first, &first, &last) ||
	    (edtf_parse(&covers, document_meta(walk->doc, STR("covers"))) &&
	     edtf_overlaps(&covers, &first)))
		return;
	edtf_add(&buf, &first);
	document_set_meta(walk->doc, STR("covers"), strbuf_view(&buf));
	strbuf_release(&buf);
}

void entries_sections(struct document *doc, const struct series *series,
		      const struct month_words *months)
{
	struct walk walk = { .doc = doc, .series = series, .months = months,
			     .section = STR("front"), .day = STR_NONE };

	walk.year = year_of_document(doc);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		walk_paragraph(&walk, i);
	correct_covers(&walk);
}
