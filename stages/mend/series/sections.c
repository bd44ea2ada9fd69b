#include "parts.h"

#include "entries.h"
#include "shape.h"

enum {
	TITLE_BYTES = 200,     /* longer lines are no titles */
	PANELIST_WORDS = 12,   /* a sentence of more is a note on the panel */
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
	bool front, panel, back, has_score, score_seen;
};

static struct str front_ends_in(const struct series *series)
{
	for (size_t i = 0; i < series->rows.count; i++) {
		struct str value = series->rows.items[i].value, scope;

		if (series->rows.items[i].kind == SERIES_SCORE &&
		    str_split(&value, ' ', &scope) && value.len > 0)
			return value;
	}
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

/* "Principle Strength" over a chart. */
static bool is_chart_title(const struct walk *walk, const struct paragraph *par)
{
	const struct paragraph *end = walk->doc->paragraphs.items +
				      walk->doc->paragraphs.count;

	return is_title(par->text) && par + 1 < end &&
	       (par[1].kind == PARAGRAPH_SCORE ||
		par[1].kind == PARAGRAPH_SCALE);
}

/* The front matter ends at the first text behind the score, or, in a document
 * without one, at the first text that is no title. */
static void walk_front(struct walk *walk, struct paragraph *par)
{
	bool text = par->kind == PARAGRAPH_TEXT;
	bool title = text && is_title(par->text);

	if (par->kind == PARAGRAPH_SCORE)
		walk->score_seen = true;
	if ((!text && par->kind != PARAGRAPH_HEADING) ||
	    is_chart_title(walk, par)) {
		if (title)
			par->kind = PARAGRAPH_TITLE;
	} else if (walk->has_score ? walk->score_seen : text && !title) {
		enter(walk, walk->after_front);
	} else if (title) {
		par->kind = PARAGRAPH_TITLE;
	}
}

/* Whether a score stands in front of the first section that has a heading. */
static bool has_score(const struct document *doc, const struct hint *hints)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		if (doc->paragraphs.items[i].kind == PARAGRAPH_SCORE)
			return true;
		if (hints[i].heading.len > 0)
			return false;
	}
	return false;
}

static bool is_line_of_panel(const struct paragraph *par)
{
	return (par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM ||
		par->kind == PARAGRAPH_ROW) &&
	       (shape_end(par->text) != END_CLOSED ||
		shape_words(par->text) <= PANELIST_WORDS);
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
	/* a notice in front of the report begins no other part */
	if (!row || row->value.len == 0 || walk->front ||
	    str_equal(row->value, walk->section))
		return row != NULL;
	enter(walk, row->value);
	walk->back = true;
	return true;
}

static void walk_paragraph(struct walk *walk, struct paragraph *par,
			   const struct hint *hint)
{
	struct str last = walk->section;

	if (!walk_known(walk, par, hint)) {
		if (walk->front)
			walk_front(walk, par);
		if (hint->intro.len > 0 && !walk->front && !walk->panel &&
		    !str_equal(hint->intro, walk->group))
			enter(walk, hint->intro);
		if (walk->panel && is_line_of_panel(par))
			par->kind = PARAGRAPH_PANELIST;
		else if (par->kind == PARAGRAPH_TEXT && walk->back)
			par->kind = PARAGRAPH_BOILERPLATE;
	}
	par->section = walk->section;
	par->parent = STR_NONE;
	if (hint->heading.len > 0 && !str_equal(last, walk->section))
		par->parent = hint->group;
}

void parts_sections(struct document *doc, const struct series *series,
		    const struct month_words *months)
{
	struct walk walk = { .doc = doc, .series = series, .front = true };
	struct hint *hints;

	if (!series || doc->paragraphs.count == 0)
		return;
	if (entries_are_dated(series)) {
		entries_sections(doc, series, months);
		return;
	}
	walk.section = STR("front");
	walk.group = STR_NONE;
	walk.after_front = front_ends_in(series);
	hints = find_hints(doc, series);
	walk.has_score = has_score(doc, hints);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		walk_paragraph(&walk, &doc->paragraphs.items[i], &hints[i]);
	list_free(hints);
}
