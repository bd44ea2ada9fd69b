#include "parts.h"

#include "shape.h"

enum {
	TITLE_BYTES = 200,     /* longer lines are no titles or headings */
	HEADING_BYTES = 100,
	HEADING_WORDS = 12,
	GAPS = 16,             /* gaps from here on count as one */
	LARGE_GAP = 2          /* blank lines more than usual */
};

/* The number of blank lines that most paragraphs have before them. */
static uint32_t usual_gap(const struct document *doc)
{
	size_t counts[GAPS] = { 0 };
	uint32_t usual = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		uint32_t gap = doc->paragraphs.items[i].gap;

		counts[gap < GAPS ? gap : GAPS - 1]++;
	}
	for (uint32_t gap = 1; gap < GAPS; gap++)
		if (counts[gap] > counts[usual])
			usual = gap;
	return usual;
}

static struct str heading_section(struct document *doc,
				  const struct series *series, size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	const struct series_row *row;
	struct regex_match match;

	if (par->kind != PARAGRAPH_HEADING)
		return STR_NONE;
	row = series_match(series, SERIES_HEADING, par->text, &match);
	return row ? series_value(&doc->arena, row, &match) : STR_NONE;
}

static struct str group_of(const struct series *series, struct str section)
{
	const struct series_row *row;
	struct regex_match match;

	if (section.len == 0)
		return STR_NONE;
	row = series_match(series, SERIES_GROUP, section, &match);
	return row ? row->value : STR_NONE;
}

/* For each paragraph the section that its heading begins, and the group that
 * a large gap may begin there: that of the next heading, at the last large
 * gap in front of it. */
struct hint {
	struct str heading, group, intro;
};

static struct hint *find_hints(struct document *doc,
			       const struct series *series)
{
	size_t count = doc->paragraphs.count;
	struct hint *hints = memory_get(count * sizeof *hints);
	uint32_t large = usual_gap(doc) + LARGE_GAP;
	struct str group = STR_NONE;

	for (size_t i = count; i-- > 0;) {
		struct paragraph *par = &doc->paragraphs.items[i];

		hints[i] = (struct hint){ STR_NONE, STR_NONE, STR_NONE };
		hints[i].heading = heading_section(doc, series, i);
		if (hints[i].heading.len > 0) {
			group = group_of(series, hints[i].heading);
			hints[i].group = group;
		} else if (par->kind == PARAGRAPH_TEXT && par->gap >= large &&
			   shape_begin(par->text) != BEGIN_LOWER) {
			hints[i].intro = group;
			group = STR_NONE;
		}
	}
	return hints;
}

struct walk {
	struct document *doc;
	const struct series *series;
	struct str section, group;
	struct str after_front;   /* the section behind the front matter */
	bool front, panel, back, score_seen;
};

static struct str front_ends_in(const struct series *series)
{
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_SCORE)
			return series->rows.items[i].value;
	return STR_NONE;
}

static void enter(struct walk *walk, struct str section)
{
	walk->section = section;
	walk->front = walk->panel = walk->back = false;
}

static bool is_title(struct str text)
{
	return text.len <= TITLE_BYTES && shape_end(text) == END_OPEN;
}

/* The front matter ends at the first text behind the score, or, in a document
 * without one, at the first text that is no title. */
static void walk_front(struct walk *walk, struct paragraph *par)
{
	bool has_score = walk->doc->scores.count > 0;

	if (par->kind == PARAGRAPH_SCORE)
		walk->score_seen = true;
	if (par->kind != PARAGRAPH_TEXT && par->kind != PARAGRAPH_HEADING)
		return;
	if (has_score ? walk->score_seen
		      : par->kind == PARAGRAPH_TEXT && !is_title(par->text))
		enter(walk, walk->after_front);
	else if (par->kind == PARAGRAPH_TEXT && is_title(par->text))
		par->kind = PARAGRAPH_TITLE;
}

/* True if a row of the series says where the paragraph stands. */
static bool walk_known(struct walk *walk, struct paragraph *par,
		       const struct hint *hint)
{
	const struct series_row *row = NULL;
	struct regex_match match;

	if (hint->heading.len > 0) {
		enter(walk, hint->heading);
		walk->group = hint->group;
		return true;
	}
	if (par->kind == PARAGRAPH_HEADING)
		row = series_match(walk->series, SERIES_PANEL, par->text,
				   &match);
	if (row) {
		enter(walk, row->value);
		walk->panel = true;
		return true;
	}
	if (par->kind == PARAGRAPH_BOILERPLATE)
		row = series_match(walk->series, SERIES_BOILERPLATE, par->text,
				   &match);
	if (!row || row->value.len == 0 ||
	    str_equal(row->value, walk->section))
		return row != NULL;
	enter(walk, row->value);
	walk->back = true;
	return true;
}

static void walk_paragraph(struct walk *walk, struct paragraph *par,
			   const struct hint *hint)
{
	if (!walk_known(walk, par, hint)) {
		if (walk->front)
			walk_front(walk, par);
		if (hint->intro.len > 0 && !walk->front && !walk->panel &&
		    !str_equal(hint->intro, walk->group))
			enter(walk, hint->intro);
		if (par->kind == PARAGRAPH_TEXT && walk->panel)
			par->kind = PARAGRAPH_PANELIST;
		else if (par->kind == PARAGRAPH_TEXT && walk->back)
			par->kind = PARAGRAPH_BOILERPLATE;
	}
	par->section = walk->section;
}

void parts_sections(struct document *doc, const struct series *series)
{
	struct walk walk = { .doc = doc, .series = series, .front = true };
	struct hint *hints;

	if (!series || doc->paragraphs.count == 0)
		return;
	walk.section = STR("front");
	walk.group = STR_NONE;
	walk.after_front = front_ends_in(series);
	hints = find_hints(doc, series);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		walk_paragraph(&walk, &doc->paragraphs.items[i], &hints[i]);
	list_free(hints);
}

static bool has_mark(struct str text)
{
	size_t hashes = 0;

	while (hashes < text.len && hashes < 7 && text.data[hashes] == '#')
		hashes++;
	return hashes > 0 && hashes < 7 && hashes < text.len &&
	       text.data[hashes] == ' ';
}

/* `finished`: the text before it does not go on here. */
static bool is_heading(const struct paragraph *par, const struct paragraph *end,
		       bool bold, bool finished)
{
	const struct paragraph *next = par + 1;

	if (par->text.len > TITLE_BYTES)
		return false;
	if (bold || has_mark(par->text))
		return true;
	if (par->text.len > HEADING_BYTES || !finished ||
	    shape_words(par->text) > HEADING_WORDS ||
	    shape_begin(par->text) == BEGIN_LOWER ||
	    shape_end(par->text) != END_OPEN)
		return false;
	if (shape_is_capitals(par->text))
		return true;
	return next < end && next->kind == PARAGRAPH_TEXT &&
	       next->text.len > par->text.len &&
	       shape_words(next->text) > HEADING_WORDS &&
	       shape_begin(next->text) != BEGIN_LOWER &&
	       shape_end(next->text) == END_CLOSED;
}

void parts_headings(struct document *doc, const bool *bold)
{
	struct str title = document_meta(doc, STR("title"));
	struct paragraph *end = doc->paragraphs.items + doc->paragraphs.count;
	bool finished = true;

	for (struct paragraph *par = doc->paragraphs.items; par < end; par++) {
		if (par->kind == PARAGRAPH_TEXT && title.len > 0 &&
		    par == doc->paragraphs.items &&
		    str_equal(par->text, title))
			par->kind = PARAGRAPH_TITLE;
		else if (par->kind == PARAGRAPH_TEXT &&
			 is_heading(par, end,
				    bold[par - doc->paragraphs.items],
				    finished))
			par->kind = PARAGRAPH_HEADING;
		if (par->kind == PARAGRAPH_TEXT)
			finished = shape_end(par->text) == END_CLOSED;
		else if (par->kind == PARAGRAPH_HEADING)
			finished = true;
	}
}
