#include "captions.h"

#include "lexicons.h"

enum { CAPTION_BYTES = 400 };

int captions_load(struct captions *captions, const char *lexicons,
		  struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, lexicons, "captions.tsv", "lang pattern",
			       err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; rc == 0 && row < table.row_count; row++) {
		struct regex *regex = NULL;

		rc = regex_compile(&regex,
				   table_cell(&table, row,
					      table_column(&table, "pattern")),
				   false, err);
		if (rc < 0)
			err_wrap(err, rc, "%s:%u", table.path.data,
				 table.lines.items[row]);
		else
			*LIST_ADD(&captions->patterns) = regex;
	}
	table_release(&table);
	return rc;
}

void captions_release(struct captions *captions)
{
	for (size_t i = 0; i < captions->patterns.count; i++)
		regex_free(captions->patterns.items[i]);
	LIST_RELEASE(&captions->patterns);
}

static bool is_caption(const struct captions *captions, struct str text)
{
	struct regex_match match;

	for (size_t i = 0; i < captions->patterns.count; i++)
		if (regex_find(captions->patterns.items[i], text, 0, &match))
			return true;
	return false;
}

void captions_find(const struct captions *captions, struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT &&
		    par->text.len <= CAPTION_BYTES &&
		    is_caption(captions, par->text))
			par->kind = PARAGRAPH_CAPTION;
	}
}
