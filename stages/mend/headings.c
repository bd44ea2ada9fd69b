#include "parts.h"

#include "shape.h"

enum {
	TITLE_BYTES = 200,     /* longer lines are no titles or headings */
	HEADING_BYTES = 100,
	HEADING_WORDS = 12
};

static bool has_mark(struct str text)
{
	size_t hashes = 0;

	while (hashes < text.len && hashes < 7 && text.data[hashes] == '#')
		hashes++;
	if (hashes > 0 && hashes < 7 && hashes < text.len &&
	    text.data[hashes] == ' ')
		return true;
	return text.len > 4 && str_has_prefix(text, STR("**")) &&
	       str_find(text, STR("**"), 2) == text.len - 2;
}

/* `finished`: the text before it does not go on here. */
static bool is_heading(const struct paragraph *par, const struct paragraph *end,
		       bool finished)
{
	const struct paragraph *next = par + 1;

	if (par->text.len > TITLE_BYTES)
		return false;
	if (has_mark(par->text))
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

void parts_headings(struct document *doc, const struct series *any)
{
	(void)any;
	struct str title = document_meta(doc, STR("title"));
	struct paragraph *end = doc->paragraphs.items + doc->paragraphs.count;
	bool finished = true;

	for (struct paragraph *par = doc->paragraphs.items; par < end; par++) {
		if (par->kind == PARAGRAPH_TEXT && title.len > 0 &&
		    par == doc->paragraphs.items &&
		    str_equal(par->text, title))
			par->kind = PARAGRAPH_TITLE;
		else if (par->kind == PARAGRAPH_TEXT &&
			 is_heading(par, end, finished))
			par->kind = PARAGRAPH_HEADING;
		if (par->kind == PARAGRAPH_TEXT)
			finished = shape_end(par->text) == END_CLOSED;
		else if (par->kind == PARAGRAPH_HEADING)
			finished = true;
	}
}
