#include "scores.h"

#include "score_numbers.h"
#include "utf8.h"

enum {
	NAME_BYTES = 250,   /* a score with its name */
	NUMBER_BYTES = 40,  /* a paragraph behind it, as that of the number */
	PIECES = 3          /* of a score: OVERALL, SCORE, 18 */
};

bool scores_read_scale(struct scores *scores, struct paragraph *par)
{
	struct scale_class class;
	struct regex_match match;
	const struct series_row *row;

	row = series_match(scores->series, SERIES_SCALE, par->text, &match);
	if (!row ||
	    !score_number_read(scores->numbers,
			       series_part(row, PART_LOW, &match),
			       &class.low) ||
	    !score_number_read(scores->numbers,
			       series_part(row, PART_HIGH, &match),
			       &class.high))
		return false;
	class.label = str_copy(&scores->doc->arena,
			       series_part(row, PART_LABEL, &match));
	*LIST_ADD(&scores->scale) = class;
	par->kind = PARAGRAPH_SCALE;
	return true;
}

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
		      const struct regex_match *match, size_t paragraph)
{
	struct document *doc = scores->doc;
	struct str scope = scope_of(doc, row, match), value;
	struct score *score = find_score(doc, scope);
	int64_t now, last, change = 0;
	bool compared = read_part(scores, row, PART_LAST, match, &last);

	if (!read_part(scores, row, PART_VALUE, match, &now))
		return;
	if (compared && scores->oldest_first) {
		int64_t other = now;

		now = last;
		last = other;
	}
	if (compared)
		change = now - last;
	else
		compared = read_signed(scores, row, match, &change);
	value = score_number_text(&doc->arena, now, false);
	if (!score) {
		score = LIST_ADD(&doc->scores);
		score->paragraph = paragraph;
		score->scope = scope;
		score->value = value;
		score->label = score->change = STR_NONE;
	}
	if (compared && score->change.len == 0 &&
	    str_equal(score->value, value))
		score->change = score_number_text(&doc->arena, change, true);
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

/* The row that matches paragraph `index`, or it and the next ones; `text` is
 * theirs, *used their number. */
static const struct series_row *match_pieces(const struct scores *scores,
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
		if (row || *used == most || !may_go_on(doc, index + *used))
			return row;
		strbuf_add_char(text, ' ');
		strbuf_add(text, par[*used].text);
	}
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
	if (row)
		add_score(scores, row, &match, index + used - 1);
	for (size_t i = 0; row && i < used; i++)
		set_kind(&par[i], PARAGRAPH_SCORE);
	strbuf_release(&text);
	return row ? used : 0;
}

static bool is_label(const struct scores *scores, struct str text)
{
	struct regex_match match;

	for (size_t i = 0; i < scores->scale.count; i++)
		if (str_equal(scores->scale.items[i].label, text))
			return true;
	return series_match(scores->series, SERIES_CLASS, text, &match);
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

static bool read_range(const struct scores *scores, struct str value,
		       struct scale_class *class)
{
	struct str range, low;

	str_split(&value, ' ', &range);
	class->label = value;
	return str_split(&range, '-', &low) &&
	       score_number_read(scores->numbers, low, &class->low) &&
	       score_number_read(scores->numbers, range, &class->high);
}

/* The language of the first class that the table has. */
static struct str first_lang(const struct series *series)
{
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_CLASS)
			return series->rows.items[i].lang;
	return STR_NONE;
}

static void take_classes(struct scores *scores, struct str lang)
{
	for (size_t i = 0; i < scores->series->rows.count; i++) {
		struct series_row *row = &scores->series->rows.items[i];
		struct scale_class class;

		if (row->kind == SERIES_CLASS && str_equal(row->lang, lang) &&
		    read_range(scores, row->value, &class))
			*LIST_ADD(&scores->scale) = class;
	}
}

/* The series' own scale, where the document shows none. */
static void take_scale(struct scores *scores)
{
	struct str lang = document_meta(scores->doc, STR("lang"));

	if (!scores->series || scores->scale.count > 0)
		return;
	take_classes(scores, lang);
	if (scores->scale.count == 0)
		take_classes(scores, first_lang(scores->series));
}

/* Between two classes (20.5 of 11-20 and 21-30) a score has the lower one. */
struct str scores_label(const struct scores *scores, struct str value)
{
	struct str label = STR_NONE;
	int64_t number, best = -1;

	if (!score_number_read(scores->numbers, value, &number))
		return STR_NONE;
	for (size_t i = 0; i < scores->scale.count; i++) {
		const struct scale_class *class = &scores->scale.items[i];

		if (class->low <= number && class->low > best &&
		    number < class->high + NUMBER_ONE) {
			best = class->low;
			label = class->label;
		}
	}
	return label;
}

void scores_finish(struct scores *scores)
{
	struct document *doc = scores->doc;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT && is_label(scores, par->text))
			par->kind = PARAGRAPH_SCALE;
	}
	restore_headings(scores);
	take_scale(scores);
	for (size_t i = 0; i < doc->scores.count; i++)
		doc->scores.items[i].label =
			scores_label(scores, doc->scores.items[i].value);
}

void scores_release(struct scores *scores)
{
	LIST_RELEASE(&scores->scale);
}
