#include "captions.h"

enum { CAPTION_BYTES = 400 };

int captions_load(struct captions *captions, struct lexicons *lexicons,
		  struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "captions.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct regex *regex = NULL;

		rc = regex_compile(&regex,
				   table_named_cell(table, row, "pattern"),
				   false, err);
		if (rc < 0)
			return table_blame(table, row, rc, err);
		*LIST_ADD(&captions->patterns) = regex;
		table_take(table, row);
	}
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
