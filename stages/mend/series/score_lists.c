#include "score_lists.h"

#include "section_names.h"
#include "shape.h"

enum {
	LIST_LEAST = 2,
	LINE_BYTES = 200,
	ABOVE_BYTES = 100   /* of the line above, which names the list */
};

static const struct series_row *match_line(const struct scores *scores,
					   size_t index,
					   struct regex_match *match)
{
	const struct paragraph *par = &scores->doc->paragraphs.items[index];

	if ((par->kind != PARAGRAPH_TEXT && par->kind != PARAGRAPH_SCORE &&
	     par->kind != PARAGRAPH_HEADING) ||
	    par->text.len > LINE_BYTES)
		return NULL;
	return series_match(scores->series, SERIES_LABELLED, par->text, match);
}

static bool speaks_of_scores(const struct scores *scores, struct str text)
{
	struct regex_match match;

	return series_match(scores->series, SERIES_SCORE_WORD, text, &match);
}

static bool is_named(const struct scores *scores, size_t index)
{
	const struct paragraph *above = scores->doc->paragraphs.items + index;

	if (index == 0)
		return false;
	above--;
	return (above->kind == PARAGRAPH_TEXT ||
		above->kind == PARAGRAPH_HEADING) &&
	       above->text.len <= ABOVE_BYTES &&
	       shape_end(above->text) != END_CLOSED &&
	       speaks_of_scores(scores, above->text);
}

size_t score_lists_count(struct scores *scores, size_t index)
{
	const struct document *doc = scores->doc;
	const struct series_row *row;
	struct regex_match match;
	bool named;
	size_t count = 0;

	if (index < scores->unlisted)
		return 0;
	named = is_named(scores, index);
	for (; index + count < doc->paragraphs.count &&
	       (row = match_line(scores, index + count, &match)) != NULL;
	     count++)
		named = named ||
			speaks_of_scores(scores,
					 series_part(row, PART_WORD, &match));
	if (!named)
		scores->unlisted = index + count;
	return named && count >= LIST_LEAST ? count : 0;
}

size_t score_lists_read(struct scores *scores, size_t index)
{
	size_t count = score_lists_count(scores, index);
	const struct series_row *row;
	struct regex_match match;

	for (size_t i = index; i < index + count; i++) {
		row = match_line(scores, i, &match);
		scores_add(scores, row, &match, i);
		scores->doc->paragraphs.items[i].kind = PARAGRAPH_SCORE;
	}
	return count;
}
