#include "segment.h"

#include "utf8.h"

struct piece_list { const struct piece *items; size_t count; };

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
		       const struct sentence *sentence, struct piece_list pieces)
{
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *piece = &pieces.items[i];
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

/* The words of all sentences as those of `lang`; where each sentence's begin
 * goes into `firsts`. */
static void split_all(struct segmenter *segmenter, struct str text, lang_id lang)
{
	size_t start = skip_blanks(text, 0);

	segmenter->ends.count = 0;
	segmenter->pieces.count = 0;
	segmenter->firsts.count = 0;
	languages_sentences(segmenter->languages, lang, text,
			    &segmenter->ends);
	for (size_t i = 0; i < segmenter->ends.count; i++) {
		size_t end = segmenter->ends.items[i];

		*LIST_ADD(&segmenter->firsts) =
			(uint32_t)segmenter->pieces.count;
		languages_split_sentence(segmenter->languages, lang,
					 str_slice(text, start, end),
					 &segmenter->pieces);
		start = skip_blanks(text, end);
	}
	*LIST_ADD(&segmenter->firsts) = (uint32_t)segmenter->pieces.count;
}

/* The words of sentence `i`, as those of its own language, which they tell. */
static struct piece_list pieces_of(struct segmenter *segmenter, size_t i,
				   struct str text, lang_id paragraph_lang,
				   lang_id *lang)
{
	size_t first = segmenter->firsts.items[i];
	struct piece_list pieces = {
		segmenter->pieces.items + first,
		segmenter->firsts.items[i + 1] - first
	};

	*lang = segmenter->forced;
	if (*lang != LANG_UND)
		return pieces;
	*lang = languages_guess_pieces(segmenter->languages, pieces.items,
				       pieces.count, paragraph_lang);
	if (*lang == paragraph_lang)
		return pieces;
	segmenter->other.count = 0;
	languages_split_sentence(segmenter->languages, *lang, text,
				 &segmenter->other);
	return (struct piece_list){
		segmenter->other.items, segmenter->other.count
	};
}

static void add_sentence(struct segmenter *segmenter, struct document *doc,
			 size_t paragraph, size_t i, size_t start, lang_id lang)
{
	struct paragraph *par = &doc->paragraphs.items[paragraph];
	struct sentence *sentence = LIST_ADD(&doc->sentences);
	size_t end = segmenter->ends.items[i];
	struct piece_list pieces;

	pieces = pieces_of(segmenter, i, str_slice(par->text, start, end), lang,
			   &sentence->lang);
	par->sentence_count++;
	sentence->id = sentence_id_of(doc, par->id, par->sentence_count);
	sentence->paragraph = paragraph;
	sentence->start = (uint32_t)start;
	sentence->end = (uint32_t)end;
	sentence->first_token = doc->tokens.count;
	sentence->token_count = pieces.count;
	add_tokens(segmenter, doc, sentence, pieces);
}

/* Nothing but a forgotten blank lets a sentence begin where one ended. */
static void glue_last(struct document *doc)
{
	doc->tokens.items[doc->tokens.count - 1].flags |= TOKEN_GLUED;
}

/* Mostly a paragraph is in the language of the one before: it is split so, and
 * once more where its words tell another one. */
static lang_id split_in_its_language(struct segmenter *segmenter,
				     struct str text, lang_id hint)
{
	lang_id lang;

	split_all(segmenter, text, segmenter->forced != LANG_UND
					   ? segmenter->forced : hint);
	if (segmenter->forced != LANG_UND)
		return segmenter->forced;
	lang = languages_guess_pieces(segmenter->languages,
				      segmenter->pieces.items,
				      segmenter->pieces.count, hint);
	if (lang != hint)
		split_all(segmenter, text, lang);
	return lang;
}

static lang_id add_paragraph(struct segmenter *segmenter, struct document *doc,
			     size_t paragraph, lang_id hint)
{
	struct paragraph *par = &doc->paragraphs.items[paragraph];
	size_t start = skip_blanks(par->text, 0);
	lang_id lang = split_in_its_language(segmenter, par->text, hint);

	par->first_sentence = doc->sentences.count;
	for (size_t i = 0; i < segmenter->ends.count; i++) {
		size_t end = segmenter->ends.items[i];

		add_sentence(segmenter, doc, paragraph, i, start, lang);
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
	LIST_RELEASE(&segmenter->ends);
	LIST_RELEASE(&segmenter->firsts);
	LIST_RELEASE(&segmenter->pieces);
	LIST_RELEASE(&segmenter->other);
}
