#include "segment.h"

#include "utf8.h"

static size_t skip_blanks(struct str text, size_t at)
{
	while (at < text.len) {
		size_t next = at;

		if (!utf8_is_space(utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

static void add_tokens(struct segmenter *segmenter, struct document *doc,
		       const struct sentence *sentence)
{
	for (size_t i = 0; i < segmenter->pieces.count; i++) {
		const struct piece *piece = &segmenter->pieces.items[i];
		struct token *token = LIST_ADD(&doc->tokens);

		token->form = piece->form;
		token->start = sentence->start + piece->start;
		token->end = sentence->start + piece->end;
		token->parts = piece->parts;
		token->flags = piece->glued ? TOKEN_GLUED : 0;
		token->lang = sentence->lang;
		if (segmenter->forced == LANG_UND)
			token->lang = languages_of_word(segmenter->languages,
							sentence->lang,
							piece->form);
	}
}

static struct str sentence_id_of(struct document *doc, struct str paragraph,
				 size_t number)
{
	struct strbuf id = STRBUF_INIT;
	struct str copy;

	strbuf_add(&id, paragraph);
	strbuf_add_z(&id, "-s");
	strbuf_add_number(&id, number);
	copy = str_copy(&doc->arena, strbuf_view(&id));
	strbuf_release(&id);
	return copy;
}

static void add_sentence(struct segmenter *segmenter, struct document *doc,
			 size_t paragraph, size_t start, size_t end,
			 lang_id hint)
{
	struct paragraph *par = &doc->paragraphs.items[paragraph];
	struct str text = str_slice(par->text, start, end);
	struct sentence *sentence = LIST_ADD(&doc->sentences);

	par->sentence_count++;
	sentence->id = sentence_id_of(doc, par->id, par->sentence_count);
	sentence->paragraph = paragraph;
	sentence->start = (uint32_t)start;
	sentence->end = (uint32_t)end;
	sentence->lang = segmenter->forced;
	if (sentence->lang == LANG_UND)
		sentence->lang = languages_guess(segmenter->languages, text,
						 hint);
	sentence->first_token = doc->tokens.count;
	segmenter->pieces.count = 0;
	languages_split_sentence(segmenter->languages, sentence->lang, text,
				 &segmenter->pieces);
	sentence->token_count = segmenter->pieces.count;
	add_tokens(segmenter, doc, sentence);
}

/* Nothing but a forgotten blank lets a sentence begin where one ended. */
static void glue_last(struct document *doc)
{
	doc->tokens.items[doc->tokens.count - 1].flags |= TOKEN_GLUED;
}

static lang_id add_paragraph(struct segmenter *segmenter, struct document *doc,
			     size_t paragraph, lang_id hint)
{
	struct paragraph *par = &doc->paragraphs.items[paragraph];
	size_t start = skip_blanks(par->text, 0);
	lang_id lang = segmenter->forced;

	if (lang == LANG_UND)
		lang = languages_guess(segmenter->languages, par->text, hint);
	par->first_sentence = doc->sentences.count;
	segmenter->ends.count = 0;
	languages_sentences(segmenter->languages, lang, par->text,
			    &segmenter->ends);
	for (size_t i = 0; i < segmenter->ends.count; i++) {
		size_t end = segmenter->ends.items[i];

		add_sentence(segmenter, doc, paragraph, start, end, lang);
		start = skip_blanks(par->text, end);
		if (start == end && i + 1 < segmenter->ends.count)
			glue_last(doc);
	}
	return lang;
}

void segment_document(struct segmenter *segmenter, struct document *doc)
{
	lang_id own = languages_find(segmenter->languages,
				     document_meta(doc, STR("lang")));
	lang_id hint = own;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		lang_id lang = add_paragraph(segmenter, doc, i, hint);

		hint = own != LANG_UND ? own : lang;
	}
}

void segmenter_release(struct segmenter *segmenter)
{
	list_free(segmenter->ends.items);
	list_free(segmenter->pieces.items);
}
