#include "document_stages.h"

#define META_STAGES STR("stages")

bool document_has_stage(const struct document *doc, struct str stage)
{
	struct str rest = document_meta(doc, META_STAGES), one;

	while (str_split(&rest, ' ', &one))
		if (str_equal(one, stage))
			return true;
	return false;
}

void document_add_stage(struct document *doc, struct str stage)
{
	struct str before = document_meta(doc, META_STAGES);
	struct strbuf stages = STRBUF_INIT;

	if (document_has_stage(doc, stage))
		return;
	strbuf_add(&stages, before);
	if (before.len > 0)
		strbuf_add_char(&stages, ' ');
	strbuf_add(&stages, stage);
	document_set_meta(doc, META_STAGES, strbuf_view(&stages));
	strbuf_release(&stages);
}

bool document_has_words(const struct document *doc)
{
	return doc->tokens.count > 0;
}

bool document_has_stems(const struct document *doc)
{
	for (size_t i = 0; i < doc->tokens.count; i++)
		if (doc->tokens.items[i].stem)
			return true;
	return false;
}

bool document_has_mentions(const struct document *doc)
{
	return doc->mentions.count > 0;
}
