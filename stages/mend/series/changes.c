#include "scores.h"

#include "score_numbers.h"
#include "shape.h"

#include <stdlib.h>

enum { SENTENCE_BYTES = 2000 }; /* no longer one is read */

/* What a sentence says of a score. */
struct told {
	const struct series_row *row;
	struct regex_match match;
	size_t at;            /* in the sentence */
};

static size_t offset(struct str text, const struct regex_match *match)
{
	return (size_t)(match->group[0].data - text.data);
}

static bool is_group(const struct series *series, struct str section)
{
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_GROUP &&
		    str_equal(series->rows.items[i].value, section))
			return true;
	return false;
}

/* The scope named last before `at`, else first behind it; empty: none. */
static struct str scope_near(struct scores *scores, struct str sentence,
			     size_t at, struct str section)
{
	struct str scope = STR_NONE;
	size_t best = 0;
	bool before = false;

	for (size_t i = 0; i < scores->series->rows.count; i++) {
		const struct series_row *row = &scores->series->rows.items[i];
		struct regex_match match;
		size_t from = 0;

		if (row->kind != SERIES_SCOPE)
			continue;
		while (regex_find(row->regex, sentence, from, &match) &&
		       match.group[0].len > 0) {
			size_t start = offset(sentence, &match);
			bool ahead = start <= at;

			from = start + match.group[0].len;
			if (scope.len > 0 && (ahead ? before && start <= best
					    : before || start >= best))
				continue;
			scope = series_value(&scores->doc->arena, row, &match);
			best = start;
			before = ahead;
		}
	}
	if (!str_equal(scope, STR("here")))
		return scope;
	return is_group(scores->series, section) ? section : STR_NONE;
}

static bool number_of(const struct scores *scores, const struct told *told,
		      enum series_part part, int64_t *number)
{
	struct str text = series_part(told->row, part, &told->match);

	return text.len > 0 &&
	       score_number_read(scores->numbers, text, number);
}

/* The row's value is a sign for the number in group `by`, or the change
 * itself; where the words give the score before, it is the difference to that
 * after it or to `score`, as the report gives it elsewhere. */
static bool change_of(const struct scores *scores, const struct told *told,
		      const struct score *score, int64_t *change)
{
	struct str value = told->row->value;
	int64_t from, to;
	bool less = str_has_prefix(value, STR("-"));
	bool more = str_has_prefix(value, STR("+"));

	if (number_of(scores, told, PART_FROM, &from)) {
		if (!number_of(scores, told, PART_TO, &to) &&
		    !score_number_read(scores->numbers, score->value, &to))
			return false;
		*change = to - from;
		return true;
	}
	if (!number_of(scores, told, PART_BY, change) &&
	    !score_number_read(scores->numbers,
			       str_slice(value, less || more, value.len),
			       change))
		return false;
	if (less)
		*change = -*change;
	return true;
}

static struct score *score_of(struct scores *scores, struct str scope,
			      const struct told *told, size_t paragraph)
{
	struct document *doc = scores->doc;
	struct score *score;
	int64_t to;
	bool known = number_of(scores, told, PART_TO, &to);
	struct str value =
		known ? score_number_text(&doc->arena, to, false) : STR_NONE;

	for (size_t i = 0; i < doc->scores.count; i++) {
		score = &doc->scores.items[i];
		if (str_equal(score->scope, scope))
			return !known || str_equal(score->value, value)
				? score : NULL;
	}
	if (!known)
		return NULL;
	score = LIST_ADD(&doc->scores);
	score->paragraph = paragraph;
	score->scope = scope;
	score->value = value;
	score->label = scores_label(scores, value);
	score->change = STR_NONE;
	return score;
}

static void read_sentence(struct scores *scores, struct str sentence,
			  size_t paragraph)
{
	struct regex_match match;
	struct told told;

	if (!series_match(scores->series, SERIES_SCOPE, sentence, &match))
		return;
	for (size_t i = 0; i < scores->series->rows.count; i++) {
		size_t from = 0;

		told.row = &scores->series->rows.items[i];
		if (told.row->kind != SERIES_CHANGE)
			continue;
		while (regex_find(told.row->regex, sentence, from,
				  &told.match) &&
		       told.match.group[0].len > 0) {
			struct str scope;
			struct score *score = NULL;
			int64_t change;

			told.at = offset(sentence, &told.match);
			from = told.at + told.match.group[0].len;
			scope = scope_near(scores, sentence, told.at,
				scores->doc->paragraphs.items[paragraph].
					section);
			if (scope.len > 0)
				score = score_of(scores, scope, &told,
						 paragraph);
			if (score && score->change.len == 0 &&
			    change_of(scores, &told, score, &change))
				score->change = score_number_text(
					&scores->doc->arena, change, true);
		}
	}
}

static void read_paragraph(struct scores *scores, size_t index)
{
	struct str text = scores->doc->paragraphs.items[index].text;
	size_t end;

	for (size_t start = 0; start < text.len; start = end + 1) {
		end = shape_sentence_end(text, start);
		if (end - start <= SENTENCE_BYTES)
			read_sentence(scores, str_slice(text, start, end),
				      index);
	}
}

/* Where a report speaks of its scores: behind the front matter, and where it
 * introduces a principle. */
static bool speaks_of_scores(const struct series *series, struct str section)
{
	for (size_t i = 0; i < series->rows.count; i++) {
		struct str value = series->rows.items[i].value, scope;

		if (series->rows.items[i].kind == SERIES_SCORE &&
		    str_split(&value, ' ', &scope) && value.len > 0 &&
		    str_equal(value, section))
			return true;
	}
	return is_group(series, section);
}

static int by_paragraph(const void *a, const void *b)
{
	const struct score *one = a, *other = b;

	if (one->paragraph != other->paragraph)
		return one->paragraph < other->paragraph ? -1 : 1;
	return str_compare(one->scope, other->scope);
}

void scores_read_sentences(struct scores *scores)
{
	struct document *doc = scores->doc;

	if (!scores->series)
		return;
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (doc->paragraphs.items[i].kind == PARAGRAPH_TEXT &&
		    speaks_of_scores(scores->series,
				     doc->paragraphs.items[i].section))
			read_paragraph(scores, i);
	if (doc->scores.count > 1)
		qsort(doc->scores.items, doc->scores.count,
		      sizeof *doc->scores.items, by_paragraph);
}
