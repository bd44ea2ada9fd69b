#include "scores.h"

#include "scales.h"
#include "score_lists.h"
#include "score_numbers.h"
#include "section_names.h"
#include "shape.h"
#include "utf8.h"

enum {
	NAME_BYTES = 250,   /* a score with its name */
	LABELLED_BYTES = 80, /* a mark of the scale with what it is of */
	NUMBER_BYTES = 40,  /* a paragraph behind it, as that of the number */
	MARK_MOST = 100,    /* in a hundred; more is a count of things */
	PIECES = 3          /* of a score: OVERALL, SCORE, 18 */
};

/* What was mended before may be mended again: its score is read anew. */
static bool may_be_score(const struct paragraph *par)
{
	return par->text.len <= NAME_BYTES &&
	       (par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_SCALE ||
		par->kind == PARAGRAPH_SCORE || par->kind == PARAGRAPH_ROW ||
		par->kind == PARAGRAPH_HEADING);
}

static bool read_part(const struct scores *scores, const struct series_row *row,
		      enum series_part part, const struct regex_match *match,
		      int64_t *number)
{
	struct str text = series_part(row, part, match);

	return text.len > 0 &&
	       score_number_read(scores->numbers, text, number);
}

/* A number with its sign: "+3", "−2", "▼ 2", "0". */
static bool read_signed(const struct scores *scores,
			const struct series_row *row,
			const struct regex_match *match, int64_t *number)
{
	struct str text = series_part(row, PART_CHANGE, match);
	size_t at = 0, next = 0;
	bool less = false, sign = false;

	while (next < text.len) {
		uint32_t c = utf8_next(text, &next);

		if (utf8_is_digit(c))
			break;
		less = less || c == '-' || c == 0x2212 || c == 0x2013 ||
		       c == 0x25bc || c == 0x2193;
		sign = sign || less || c == '+' || c == 0x25b2 || c == 0x2191;
		at = next;
	}
	if (at == text.len ||
	    !score_number_read(scores->numbers,
			       str_slice(text, at, text.len), number) ||
	    (!sign && *number != 0))
		return false;
	if (less)
		*number = -*number;
	return true;
}

static bool is_here(struct str scope)
{
	return str_equal(scope, STR("here"));
}

static struct score *find_score(struct document *doc, struct str scope)
{
	for (size_t i = 0; i < doc->scores.count; i++)
		if (str_equal(doc->scores.items[i].scope, scope))
			return &doc->scores.items[i];
	return NULL;
}

/* The scope is what the value holds in front of a blank. */
static struct str scope_of(struct document *doc, const struct series_row *row,
			   const struct regex_match *match)
{
	struct str value = series_value(&doc->arena, row, match), scope;

	str_split(&value, ' ', &scope);
	return scope;
}

static void add_score(struct scores *scores, const struct series_row *row,
		      const struct regex_match *match, struct str scope,
		      size_t paragraph)
{
	struct document *doc = scores->doc;
	struct str value = STR_NONE;
	struct str label = series_part(row, PART_LABEL, match);
	struct score *score = is_here(scope) ? NULL : find_score(doc, scope);
	int64_t now, last, change = 0, top = -1;
	bool compared = read_part(scores, row, PART_LAST, match, &last);
	bool marked = read_part(scores, row, PART_VALUE, match, &now);

	if (!marked && (label.len == 0 || score))
		return;
	read_part(scores, row, PART_OF, match, &top);
	compared = compared && marked;
	if (compared && scores->oldest_first) {
		int64_t other = now;

		now = last;
		last = other;
	}
	if (compared)
		change = now - last;
	else if (marked)
		compared = read_signed(scores, row, match, &change);
	if (marked)
		value = score_number_text(&doc->arena, now, false);
	if (!score) {
		score = LIST_ADD(&doc->scores);
		score->paragraph = paragraph;
		score->scope = scope;
		score->value = value;
		score->label = str_copy(&doc->arena, label);
		score->change = STR_NONE;
		*LIST_ADD(&scores->tops) = top;
	}
	if (compared && score->change.len == 0 &&
	    str_equal(score->value, value))
		score->change = score_number_text(&doc->arena, change, true);
}

void scores_add(struct scores *scores, const struct series_row *row,
		const struct regex_match *match, size_t paragraph)
{
	struct document *doc = scores->doc;
	struct regex_match own;
	const struct series_row *named =
		series_match(scores->series, SERIES_SCORE,
			     doc->paragraphs.items[paragraph].text, &own);
	struct str scope = named ? scope_of(doc, named, &own) : STR("here");

	if (is_here(scope))
		scope = section_name_of(&doc->arena,
					series_part(row, PART_WORD, match));
	add_score(scores, row, match, scope, paragraph);
}

/* Years in the head of a table tell which column is the edition before. */
static void read_head(struct scores *scores, struct str text)
{
	uint64_t years[2] = { 0, 0 };
	size_t count = 0;
	struct str cell;

	while (count < 2 && str_split(&text, '|', &cell)) {
		cell = str_trim(cell);
		if (cell.len >= 4 &&
		    str_number(str_slice(cell, cell.len - 4, cell.len), 9999,
			       &years[count]))
			count++; /* "2022", "Score 2022" */
	}
	if (count == 2)
		scores->oldest_first = years[0] < years[1];
}

static void set_kind(struct paragraph *par, enum paragraph_kind kind)
{
	if (par->kind != PARAGRAPH_ROW)
		par->kind = kind;
}

/* Whether paragraph `index` may be the next piece of a score. */
static bool may_go_on(const struct document *doc, size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];

	return index < doc->paragraphs.count && may_be_score(par) &&
	       par->text.len <= NUMBER_BYTES && par->kind != PARAGRAPH_ROW;
}

/* A heading over a score without a name is no part of it. */
static bool has_mark(const struct scores *scores, size_t heading, size_t index)
{
	const struct paragraph *all = scores->doc->paragraphs.items;
	struct regex_match match;

	return series_match(scores->series, SERIES_MARK, all[index].text,
			    &match) &&
	       series_match(scores->series, SERIES_HEADING, all[heading].text,
			    &match);
}

/* Whether the last piece alone says as much: the ones before are a heading. */
static bool is_whole(const struct scores *scores, const struct series_row *row,
		     struct str last)
{
	struct regex_match match;

	return str_has_prefix(row->value, STR("here")) &&
	       series_match(scores->series, SERIES_SCORE, last, &match);
}

/* The row that matches paragraph `index`, or it and the next ones; `text` is
 * theirs, *used their number. */
static const struct series_row *match_pieces(struct scores *scores,
					     size_t index, struct strbuf *text,
					     struct regex_match *match,
					     size_t *used)
{
	const struct document *doc = scores->doc;
	const struct paragraph *par = &doc->paragraphs.items[index];
	const struct series_row *row;
	size_t most = par->kind == PARAGRAPH_ROW ? 1 : PIECES;

	strbuf_add(text, par->text);
	for (*used = 1;; ++*used) {
		row = series_match(scores->series, SERIES_SCORE,
				   strbuf_view(text), match);
		if (row && *used > 1 &&
		    is_whole(scores, row, par[*used - 1].text))
			return NULL;
		if (row || *used == most || !may_go_on(doc, index + *used) ||
		    has_mark(scores, index, index + *used) ||
		    score_lists_count(scores, index + *used) > 0)
			return row;
		strbuf_add_char(text, ' ');
		strbuf_add(text, par[*used].text);
	}
}

/* A line over a number: a heading, or the end of the title. */
static bool is_under_line(const struct document *doc, size_t index)
{
	const struct paragraph *over;

	if (index == 0)
		return false;
	over = &doc->paragraphs.items[index - 1];
	if (over->kind == PARAGRAPH_HEADING)
		return true;
	return (over->kind == PARAGRAPH_TEXT || over->kind == PARAGRAPH_TITLE ||
		over->kind == PARAGRAPH_ITEM) &&
	       over->text.len <= NAME_BYTES &&
	       shape_begin(over->text) != BEGIN_LOWER &&
	       shape_may_head(over->text) &&
	       shape_has_letter(over->text);
}

/* "7 of 10" under a line. */
static const struct series_row *match_mark(const struct scores *scores,
					   size_t index,
					   struct regex_match *match)
{
	struct str text = scores->doc->paragraphs.items[index].text;
	const struct series_row *row = NULL;
	int64_t value, of;

	if (text.len <= NAME_BYTES && is_under_line(scores->doc, index))
		row = series_match(scores->series, SERIES_MARK, text, match);
	return row && read_part(scores, row, PART_VALUE, match, &value) &&
	       read_part(scores, row, PART_OF, match, &of) && value <= of
		? row : NULL;
}

/* "Mark of the chapter: 3.1": a line whose label is a word for scores, or ends
 * with one. */
static const struct series_row *match_labelled(const struct scores *scores,
					       size_t index,
					       struct regex_match *match)
{
	const struct paragraph *par = &scores->doc->paragraphs.items[index];
	const struct series_row *row = NULL;
	struct regex_match word;
	int64_t value;

	if (par->text.len <= LABELLED_BYTES && par->kind != PARAGRAPH_ROW)
		row = series_match(scores->series, SERIES_LABELLED, par->text,
				   match);
	return row && series_match(scores->series, SERIES_MARK_WORD,
				   series_part(row, PART_WORD, match), &word) &&
			       read_part(scores, row, PART_VALUE, match,
					 &value) &&
			       value <= MARK_MOST * NUMBER_ONE
		? row : NULL;
}

/* What stands behind the label of a short line: "Panel's mark: 3". */
static struct str behind_label(const struct scores *scores, struct str text)
{
	size_t colon = str_find(text, STR(": "), 0);
	struct regex_match match;

	return colon < text.len && text.len <= LABELLED_BYTES &&
			       series_match(scores->series, SERIES_MARK_WORD,
					    str_slice(text, 0, colon), &match)
		? str_slice(text, colon + 2, text.len) : text;
}

/* "+2" under a heading, or behind a label there, where the scale has told what
 * it is. */
static bool read_scale_mark(struct scores *scores, size_t index)
{
	struct document *doc = scores->doc;
	struct str text = behind_label(scores,
				       doc->paragraphs.items[index].text);
	const struct scale_class *class = scales_of_mark(scores, text);
	struct score *score;

	if (!class || !is_under_line(doc, index))
		return false;
	score = LIST_ADD(&doc->scores);
	score->paragraph = index;
	score->scope = STR("here");
	score->value = class->letter ? STR_NONE
		: scales_value(scores, &doc->arena, text);
	score->label = class->label;
	score->change = STR_NONE;
	*LIST_ADD(&scores->tops) = -1;
	set_kind(&doc->paragraphs.items[index], PARAGRAPH_SCORE);
	return true;
}

size_t scores_read(struct scores *scores, size_t index)
{
	struct paragraph *par = &scores->doc->paragraphs.items[index];
	struct strbuf text = STRBUF_INIT;
	const struct series_row *row;
	struct regex_match match;
	size_t used;

	if (!may_be_score(par))
		return 0;
	if (par->kind == PARAGRAPH_ROW)
		read_head(scores, par->text);
	row = match_pieces(scores, index, &text, &match, &used);
	if (!row && (row = match_mark(scores, index, &match)) != NULL)
		used = 1;
	if (!row && (row = match_labelled(scores, index, &match)) != NULL)
		used = 1;
	if (!row && read_scale_mark(scores, index)) {
		strbuf_release(&text);
		return 1;
	}
	if (row)
		add_score(scores, row, &match,
			  row->kind == SERIES_LABELLED ? STR("here")
				: scope_of(scores->doc, row, &match),
			  index + used - 1);
	for (size_t i = 0; row && i < used; i++)
		set_kind(&par[i], PARAGRAPH_SCORE);
	strbuf_release(&text);
	return row ? used : 0;
}

/* A score's neighbours, page furniture left out; a chart has several. */
static bool score_beside(const struct document *doc, size_t index, int step)
{
	for (size_t i = index + (size_t)step; i < doc->paragraphs.count;
	     i += (size_t)step) {
		enum paragraph_kind kind = doc->paragraphs.items[i].kind;

		if (kind == PARAGRAPH_FURNITURE || kind == PARAGRAPH_SCALE)
			continue;
		return kind == PARAGRAPH_SCORE || kind == PARAGRAPH_ROW;
	}
	return false;
}

/* "Principle 1: Information Quality 17" over the text of the principle; the
 * number may stand in a paragraph of its own. */
static void restore_headings(struct scores *scores)
{
	struct document *doc = scores->doc;
	struct paragraph *all = doc->paragraphs.items;
	struct strbuf text = STRBUF_INIT;
	struct regex_match match;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		size_t used;

		if (all[i].kind != PARAGRAPH_SCORE ||
		    !series_match(scores->series, SERIES_HEADING, all[i].text,
				  &match))
			continue;
		strbuf_clear(&text);
		match_pieces(scores, i, &text, &match, &used);
		if (!score_beside(doc, i, -1) &&
		    !score_beside(doc, i + used - 1, 1))
			all[i].kind = PARAGRAPH_HEADING;
	}
	strbuf_release(&text);
}

/* The class that stands behind the score, else that of the scale, if it is a
 * mark on it. */
static void set_labels(struct scores *scores)
{
	struct document *doc = scores->doc;
	int64_t top = scales_top(scores);

	for (size_t i = 0; i < doc->scores.count; i++) {
		struct score *score = &doc->scores.items[i];
		int64_t of = scores->tops.items[i];

		if (score->label.len == 0 && (of < 0 || of == top))
			score->label = scores_label(scores, score->value);
	}
}

void scores_finish(struct scores *scores)
{
	struct document *doc = scores->doc;

	scales_check(scores);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT &&
		    scales_have(scores, par->text))
			par->kind = PARAGRAPH_SCALE;
	}
	restore_headings(scores);
	scales_take(scores);
	set_labels(scores);
}

void scores_place(struct scores *scores)
{
	struct document *doc = scores->doc;
	size_t kept = 0;

	for (size_t i = 0; i < doc->scores.count; i++) {
		struct score score = doc->scores.items[i];
		bool here = is_here(score.scope);
		struct str section =
			doc->paragraphs.items[score.paragraph].section;

		if (here)
			score.scope = section.len == 0 ||
				str_equal(section, STR("front"))
				? STR("overall") : section;
		if (here && find_score(doc, score.scope))
			continue;
		doc->scores.items[kept++] = score;
	}
	doc->scores.count = kept;
}

void scores_release(struct scores *scores)
{
	LIST_RELEASE(&scores->scale);
	LIST_RELEASE(&scores->tops);
}
