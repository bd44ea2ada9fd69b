#include "contents.h"

#include <ctype.h>

enum {
	LINES_MIN = 6,
	PAGE_DIGITS = 4,
	INDEX_SHARE = 5       /* of so many words one is a number, or more */
};

static const float most = 0.6f;        /* of the lines, or numbers */
static const float rising = 0.9f;      /* of the numbers of contents */

struct counts {
	size_t words, numbers; /* of pages */
	size_t in_rows;        /* of these, in front of , or ; */
	size_t ends, rises;    /* lines with a number at the end */
	unsigned last;
};

/* The number that a word begins with, as "12,", "308n" or "45–47;"; false for
 * another word. */
static bool page_number(struct str text, unsigned *number, bool *in_row)
{
	size_t digits = 0;

	while (digits < text.len && isdigit((unsigned char)text.data[digits]))
		digits++;
	if (digits == 0 || digits > PAGE_DIGITS)
		return false;
	*number = 0;
	for (size_t i = 0; i < digits; i++)
		*number = *number * 10 + (unsigned)(text.data[i] - '0');
	*in_row = str_has_suffix(text, STR(",")) ||
		  str_has_suffix(text, STR(";"));
	for (size_t i = digits; i < text.len; i++)
		if (isalpha((unsigned char)text.data[i]) && text.data[i] != 'n')
			return false;
	return true;
}

/* "Austria/28" */
static struct str behind_slash(struct str text)
{
	size_t slash = str_find(text, STR("/"), 0);

	return slash < text.len ? str_slice(text, slash + 1, text.len) : text;
}

static void see_line(const struct pages *pages, const struct page_line *line,
		     struct counts *counts)
{
	unsigned number = 0;
	bool ends = false, in_row = false;

	for (size_t i = 0; i < line->word_count; i++) {
		struct str text = page_word_text(
			pages, &pages->words.items[line->first_word + i]);

		ends = page_number(behind_slash(text), &number, &in_row);
		counts->words++;
		counts->numbers += ends;
		counts->in_rows += ends && in_row;
	}
	if (!ends || in_row)
		return;
	counts->ends++;
	counts->rises += number >= counts->last;
	counts->last = number;
}

bool contents_are(const struct pages *pages, const struct flow *flow)
{
	struct counts counts = { 0 };

	if (flow->line_count < LINES_MIN)
		return false;
	for (size_t i = 0; i < flow->line_count; i++)
		see_line(pages, &pages->lines.items[flow->first_line + i],
			 &counts);
	if (counts.numbers * INDEX_SHARE > counts.words &&
	    (float)(counts.in_rows + counts.ends) >
		    most * (float)counts.numbers &&
	    counts.in_rows * INDEX_SHARE > counts.numbers)
		return true;
	return (float)counts.ends > most * (float)flow->line_count &&
	       (float)counts.rises > rising * (float)counts.ends;
}
