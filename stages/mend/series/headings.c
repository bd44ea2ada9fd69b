#include "parts.h"

#include "lists.h"
#include "shape.h"

enum {
	TITLE_BYTES = 200,     /* longer lines are no titles or headings */
	HEADING_BYTES = 100,
	HEADING_WORDS = 12,
	SENTENCE_WORDS = 5,    /* a whole one is text at so many */
	CUT_WORDS = 6,         /* in front of a cut word they are text */
	TITLE_LINES = 3,       /* a title over more lines is text */
	COVER_WORDS = 5        /* "Kyrgyzstan, 2020 edition" */
};

/* What a line without a final stop may be. */
enum line {
	LINE_NONE,     /* no line, or an address, a date, a name with a place */
	LINE_PLAIN,
	LINE_CAPITALS,
	LINE_NUMBERED, /* a heading, or one of a numbered list */
	LINE_KNOWN     /* what headings alone say */
};

static bool has_mark(struct str text)
{
	size_t hashes = 0;

	while (hashes < text.len && hashes < 7 && text.data[hashes] == '#')
		hashes++;
	return hashes > 0 && hashes < 7 && hashes < text.len &&
	       text.data[hashes] == ' ';
}

/* "2.1 The constitution", but not "1-тарау". */
static bool is_numbered(struct str text)
{
	size_t at = 0;

	while (at < text.len && strchr("0123456789.", text.data[at]))
		at++;
	return at > 0 && at < text.len && text.data[at] == ' ';
}

/* "Dear Sir," and "5233-NT", "So it is. And" are no headings; "2022 in review"
 * may be one. */
static bool is_plain_heading(struct str text)
{
	size_t digits = 0;
	size_t stop = str_find(text, STR(". "), 0);

	while (digits < text.len && text.data[digits] >= '0' &&
	       text.data[digits] <= '9')
		digits++;
	return !str_has_suffix(text, STR(",")) &&
	       (digits == 0 || (digits == 4 && digits < text.len &&
				text.data[digits] == ' ')) &&
	       (stop == text.len ||
		shape_end(str_slice(text, 0, stop + 1)) != END_CLOSED ||
		shape_begin(str_slice(text, stop + 2, text.len)) !=
			BEGIN_UPPER);
}

static enum line line_of(const struct paragraph *par, const struct series *any)
{
	struct str text = par->text;
	struct regex_match match;

	if ((par->kind != PARAGRAPH_TEXT &&
	     (par->kind != PARAGRAPH_ITEM || !is_numbered(text))) ||
	    text.len == 0 || text.len > HEADING_BYTES ||
	    shape_words(text) > HEADING_WORDS ||
	    shape_begin(text) == BEGIN_LOWER || shape_end(text) != END_OPEN ||
	    !shape_has_letter(text) ||
	    series_match(any, SERIES_NO_HEADING, text, &match))
		return LINE_NONE;
	if (series_match(any, SERIES_HEADING, text, &match) ||
	    series_match(any, SERIES_LEVEL, text, &match))
		return is_numbered(text) ? LINE_NUMBERED : LINE_KNOWN;
	if (!is_plain_heading(text))
		return LINE_NONE;
	return shape_is_capitals(text) ? LINE_CAPITALS : LINE_PLAIN;
}

/* Running text that can begin behind a heading; a page end may have cut it, or
 * a list goes on with it. */
static bool is_body(const struct paragraph *par, const struct paragraph *end,
		    size_t heading)
{
	enum shape_end stop;

	if (par >= end || par->kind != PARAGRAPH_TEXT ||
	    par->text.len <= heading || shape_begin(par->text) == BEGIN_LOWER)
		return false;
	stop = shape_end(par->text);
	if (stop == END_HYPHEN)
		return shape_words(par->text) >= CUT_WORDS;
	if (stop == END_CLOSED || (stop == END_PAUSE && par + 1 < end &&
				   par[1].kind == PARAGRAPH_ITEM))
		return shape_words(par->text) >= SENTENCE_WORDS;
	return shape_words(par->text) > HEADING_WORDS &&
	       shape_sentence_end(par->text, 0) < par->text.len;
}

static size_t depth(struct str text)
{
	size_t dots = 0;

	for (size_t i = 0; i < text.len && text.data[i] != ' '; i++)
		dots += text.data[i] == '.' && i + 1 < text.len &&
			text.data[i + 1] != ' ';
	return dots;
}

/* A line over another one: "2. The law" over "2.1 The constitution", or a
 * heading over a heading. Lines with commas are rather names. */
static bool stands_over(const struct paragraph *par, enum line line,
			const struct paragraph *end, const struct series *any)
{
	const struct paragraph *next = par + 1;
	enum line below = next < end ? line_of(next, any) : LINE_NONE;

	if (next >= end)
		return false;
	if (next->kind == PARAGRAPH_HEADING || below == LINE_KNOWN)
		return line != LINE_NUMBERED || below == LINE_KNOWN;
	if (line == LINE_NUMBERED)
		return below == LINE_NUMBERED &&
		       depth(next->text) > depth(par->text);
	return below != LINE_NONE && is_body(next + 1, end, next->text.len) &&
	       str_find(par->text, STR(","), 0) == par->text.len &&
	       str_find(next->text, STR(","), 0) == next->text.len;
}

/* Whether the line before is one of the same list. */
static bool is_in_list(const struct document *doc, const struct paragraph *par)
{
	const struct paragraph *last = par - 1;

	return par > doc->paragraphs.items &&
	       (last->kind == PARAGRAPH_TEXT || last->kind == PARAGRAPH_ITEM) &&
	       is_numbered(last->text) && is_numbered(par->text) &&
	       depth(last->text) == depth(par->text);
}

/* `finished`: the text before it does not go on here. */
static bool is_heading(const struct paragraph *par, const struct paragraph *end,
		       bool finished, const struct series *any)
{
	enum line line = line_of(par, any);

	if (line == LINE_NONE || (!finished && line != LINE_KNOWN))
		return false;
	if (line == LINE_KNOWN || line == LINE_CAPITALS)
		return true;
	return is_body(par + 1, end, par->text.len) ||
	       stands_over(par, line, end, any) ||
	       ((line == LINE_PLAIN ||
		 (par + 1 < end && par[1].kind == PARAGRAPH_ROW)) &&
		lists_begin_at(par + 1, end));
}

static bool is_cover_year(struct str text)
{
	return shape_has_year(text) && shape_words(text) <= COVER_WORDS;
}

/* "Europe" over "Norway", the first of the chapters on a country each. */
static bool stands_over_country(const struct paragraph *par,
				const struct paragraph *end)
{
	return par + 1 < end && par[1].kind == PARAGRAPH_HEADING &&
	       par[1].country.len > 0 && par->country.len == 0;
}

/* Whether a line behind the first of the title is a heading, and no more of it. */
static bool ends_title(const struct paragraph *par, const struct paragraph *end,
		       struct str above, const struct series *any,
		       const struct chapters *chapters)
{
	struct str text = par->text;

	if (line_of(par, any) == LINE_KNOWN)
		return true;
	return (is_body(par + 1, end, text.len) ||
		lists_begin_at(par + 1, end) || stands_over_country(par, end)) &&
	       !is_cover_year(text) &&
	       !chapters_is_subtitle(chapters, any, text, above);
}

/* The lines of the cover that `title`, the metadata, is made of. What stands
 * behind them is none of the title. */
static size_t find_title(struct document *doc, const struct series *any,
			 const struct chapters *chapters)
{
	struct str title = document_meta(doc, STR("title"));
	struct paragraph *all = doc->paragraphs.items;
	const struct paragraph *end = all + doc->paragraphs.count;
	struct str whole = title;
	size_t index = 0;

	while (index < doc->paragraphs.count && index < TITLE_LINES) {
		struct str text = all[index].text;

		if (index > 0 && all[index].kind == PARAGRAPH_TEXT &&
		    str_equal(text, all[index - 1].text)) {
			all[index++].kind = PARAGRAPH_TITLE;
			continue; /* told twice */
		}
		if (all[index].kind != PARAGRAPH_TEXT || text.len == 0 ||
		    !str_has_prefix(title, text) ||
		    (index > 0 &&
		     ends_title(&all[index], end,
				str_slice(whole, 0, whole.len - title.len),
				any, chapters)))
			break;
		all[index++].kind = PARAGRAPH_TITLE;
		title = str_trim(str_slice(title, text.len, title.len));
	}
	if (index > 0 && index < doc->paragraphs.count &&
	    str_has_prefix(title, all[index].text))
		document_set_meta(doc, STR("title"), str_trim(
			str_slice(whole, 0, whole.len - title.len)));
	return index;
}

/* In bold, or with a mark in front. */
static void find_set_out(struct document *doc, const bool *bold)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if ((par->kind == PARAGRAPH_TEXT ||
		     par->kind == PARAGRAPH_ITEM) && !is_in_list(doc, par) &&
		    par->text.len <= TITLE_BYTES &&
		    (bold[i] || has_mark(par->text)))
			par->kind = PARAGRAPH_HEADING;
	}
}

/* An address, a date, a number: a line that no text goes on from. */
static bool stands_alone(const struct paragraph *par, const struct series *any)
{
	struct regex_match match;

	return par->text.len <= HEADING_BYTES &&
	       shape_end(par->text) == END_OPEN &&
	       series_match(any, SERIES_NO_HEADING, par->text, &match);
}

void parts_headings(struct document *doc, const struct series *any,
		    const struct chapters *chapters, const bool *bold)
{
	struct paragraph *par, *end;
	bool finished = true;

	if (doc->paragraphs.count == 0)
		return;
	par = doc->paragraphs.items + find_title(doc, any, chapters);
	end = doc->paragraphs.items + doc->paragraphs.count;
	find_set_out(doc, bold);
	for (; par < end; par++) {
		if ((par->kind == PARAGRAPH_TEXT ||
		     par->kind == PARAGRAPH_ITEM) && !is_in_list(doc, par) &&
		    is_heading(par, end, finished, any))
			par->kind = PARAGRAPH_HEADING;
		if (par->kind == PARAGRAPH_TEXT)
			finished = shape_end(par->text) == END_CLOSED ||
				   stands_alone(par, any);
		else if (par->kind == PARAGRAPH_ITEM)
			finished |= shape_end(par->text) == END_CLOSED;
		else if (par->kind == PARAGRAPH_HEADING ||
			 par->kind == PARAGRAPH_ROW ||
			 par->kind == PARAGRAPH_PANELIST)
			finished = true;
	}
}
