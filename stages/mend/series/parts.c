#include "parts.h"

#include "contents_lines.h"
#include "scales.h"
#include "score_lists.h"
#include "shape.h"
#include "utf8.h"

enum {
	COVER = 10,         /* a year may stand in so many first paragraphs */
	YEAR_DIGITS = 4, YEAR_MIN = 1900, YEAR_MAX = 2099,
	YEARS_APART = 30    /* paragraphs from one year to the next */
};

static bool is_page_number(struct str text)
{
	size_t digits = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_digit(c))
			digits++;
		else if (utf8_is_letter(c) || utf8_is_space(c))
			return false;
	}
	return digits > 0 && digits <= 4;
}

static bool is_year(struct str text)
{
	uint64_t year;

	return text.len == YEAR_DIGITS && str_number(text, YEAR_MAX, &year) &&
	       year >= YEAR_MIN;
}

/* A year over a text, where another year stands in front of it or behind: the
 * heading of what happened in it. */
static bool heads_year(const struct document *doc, size_t index)
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end = index + YEARS_APART;

	if (!is_year(all[index].text) || index + 1 == doc->paragraphs.count ||
	    all[index + 1].kind != PARAGRAPH_TEXT ||
	    shape_end(all[index + 1].text) != END_CLOSED)
		return false;
	if (end > doc->paragraphs.count)
		end = doc->paragraphs.count;
	for (size_t i = index > YEARS_APART ? index - YEARS_APART : 0; i < end;
	     i++)
		if (is_year(all[i].text) &&
		    (str_compare(all[i].text, all[index].text) < 0) ==
			    (i < index) &&
		    !str_equal(all[i].text, all[index].text))
			return true;
	return false;
}

/* The year on the cover, before any sentence, is no page number. */
static bool is_cover_year(const struct document *doc, size_t index)
{
	const struct paragraph *all = doc->paragraphs.items;

	if (index >= COVER || !is_year(all[index].text))
		return false;
	while (index-- > 0)
		if (all[index].kind == PARAGRAPH_TEXT &&
		    shape_end(all[index].text) == END_CLOSED)
			return false;
	return true;
}

static bool is_decoration(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_letter(c) || utf8_is_digit(c))
			return false;
	}
	return true;
}

/* What was mended before may be mended again. */
static bool may_set(enum paragraph_kind kind)
{
	return kind == PARAGRAPH_TEXT || kind == PARAGRAPH_SCALE ||
	       kind == PARAGRAPH_SCORE;
}

/* The rows of running heads that a paragraph has matched before. */
struct running_heads {
	const struct series *series;
	bool *seen;          /* by row */
};

static bool is_running_head(const struct running_heads *heads, struct str text)
{
	const struct series_row *row;
	struct regex_match match;
	size_t number;
	bool seen;

	row = series_match(heads->series, SERIES_RUNNING, text, &match);
	if (!row)
		return false;
	number = (size_t)(row - heads->series->rows.items);
	seen = heads->seen[number];
	heads->seen[number] = true;
	return seen;
}

/* Returns how many paragraphs were looked at. */
static size_t set_kind(struct scores *scores, const struct running_heads *heads,
		       size_t index)
{
	struct paragraph *par = &scores->doc->paragraphs.items[index];
	const struct series *series = scores->series;
	struct regex_match match;
	size_t used;

	if (may_set(par->kind) && (used = scales_read(scores, index)) > 0)
		return used;
	if ((used = score_lists_read(scores, index)) > 0)
		return used;
	if ((used = scores_read(scores, index)) > 0)
		return used;
	if (!may_set(par->kind))
		return 1;
	if (heads_year(scores->doc, index) ||
	    series_match(series, SERIES_HEADING, par->text, &match) ||
	    series_match(series, SERIES_PANEL, par->text, &match) ||
	    series_match(series, SERIES_DATE, par->text, &match))
		par->kind = PARAGRAPH_HEADING;
	else if (series_match(series, SERIES_BOILERPLATE, par->text, &match))
		par->kind = PARAGRAPH_BOILERPLATE;
	else if (series_match(series, SERIES_FURNITURE, par->text, &match) ||
		 is_running_head(heads, par->text) ||
		 (is_page_number(par->text) &&
		  !is_cover_year(scores->doc, index)) ||
		 is_decoration(par->text))
		par->kind = PARAGRAPH_FURNITURE;
	else if (shape_is_item(par->text))
		par->kind = PARAGRAPH_ITEM;
	return 1;
}

void parts_kinds(struct document *doc, struct scores *scores,
		 const struct series *any)
{
	size_t rows = scores->series ? scores->series->rows.count : 0;
	struct running_heads heads = { scores->series, NULL };

	heads.seen = memory_get((rows + 1) * sizeof *heads.seen);
	for (size_t row = 0; row < rows; row++)
		heads.seen[row] = false;
	for (size_t i = 0; i < doc->paragraphs.count;) {
		size_t end = contents_lines_end(doc, any, i);

		if (end > i && contents_lines_are_headed(
				       any, doc->paragraphs.items[i].text))
			doc->paragraphs.items[i++].kind = PARAGRAPH_HEADING;
		if (end > i)
			contents_lines_name_told(doc, i, end);
		for (; i < end; i++)
			doc->paragraphs.items[i].kind = PARAGRAPH_BOILERPLATE;
		if (i < doc->paragraphs.count)
			i += set_kind(scores, &heads, i);
	}
	list_free(heads.seen);
	scores_finish(scores);
}
