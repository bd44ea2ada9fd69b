#include "segment.h"

#include "utf8.h"

enum { DECIDING = 64 }; /* sentences */

struct piece_list {
	const struct piece *items;
	size_t count;
	bool mixed;            /* some may be in another language */
};

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

static void set_langs(struct segmenter *segmenter, struct document *doc,
		      const struct sentence *sentence,
		      struct piece_list pieces)
{
	struct token *tokens = &doc->tokens.items[sentence->first_token];

	LIST_CLEAR(&segmenter->langs);
	for (size_t i = 0; i < pieces.count; i++)
		*LIST_ADD(&segmenter->langs) = sentence->lang;
	languages_of_words(segmenter->languages, sentence->lang, pieces.items,
			   pieces.count, segmenter->langs.items);
	for (size_t i = 0; i < pieces.count; i++)
		tokens[i].lang = segmenter->langs.items[i];
}

static void add_tokens(struct segmenter *segmenter, struct document *doc,
		       const struct sentence *sentence,
		       struct piece_list pieces)
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
	}
	if (pieces.mixed)
		set_langs(segmenter, doc, sentence, pieces);
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

/* The words of one sentence as those of `lang`, and what they say. */
static void split_part(struct segmenter *segmenter, struct str text,
		       uint32_t start, uint32_t end, lang_id lang)
{
	struct segment_part *part = LIST_ADD(&segmenter->parts);

	part->start = start;
	part->end = end;
	part->first = segmenter->pieces.count;
	languages_split_sentence(segmenter->languages, lang,
				 str_slice(text, start, end),
				 &segmenter->pieces);
	part->count = segmenter->pieces.count - part->first;
	if (segmenter->forced == LANG_UND)
		part->mixed = languages_weigh(segmenter->languages,
				segmenter->pieces.items + part->first,
				part->count, lang, &part->evidence);
}

static void split_all(struct segmenter *segmenter, struct str text,
		      lang_id lang)
{
	size_t start = skip_blanks(text, 0);

	LIST_CLEAR(&segmenter->parts);
	LIST_CLEAR(&segmenter->ends);
	LIST_CLEAR(&segmenter->pieces);
	languages_sentences(segmenter->languages, lang, text,
			    &segmenter->ends);
	for (size_t i = 0; i < segmenter->ends.count; i++) {
		split_part(segmenter, text, (uint32_t)start,
			   segmenter->ends.items[i], lang);
		start = skip_blanks(text, segmenter->ends.items[i]);
	}
}

/* The words of a sentence, as those of its own language, which they tell; that
 * of a paragraph of one sentence has been asked for. */
static struct piece_list pieces_of(struct segmenter *segmenter,
				   const struct segment_part *part,
				   struct str text, lang_id paragraph_lang,
				   lang_id *lang)
{
	*lang = paragraph_lang;
	if (segmenter->forced == LANG_UND && segmenter->parts.count > 1)
		*lang = languages_decide(segmenter->languages,
					 segmenter->pieces.items + part->first,
					 part->count, &part->evidence,
					 paragraph_lang, true);
	if (*lang == paragraph_lang)
		return (struct piece_list){
			segmenter->pieces.items + part->first, part->count,
			part->mixed
		};
	LIST_CLEAR(&segmenter->other);
	languages_split_sentence(segmenter->languages, *lang, text,
				 &segmenter->other);
	return (struct piece_list){
		segmenter->other.items, segmenter->other.count, true
	};
}

static void add_sentence(struct segmenter *segmenter, struct document *doc,
			 size_t paragraph, const struct segment_part *part,
			 lang_id lang)
{
	struct paragraph *par = &doc->paragraphs.items[paragraph];
	struct sentence *sentence = LIST_ADD(&doc->sentences);
	struct piece_list pieces;

	pieces = pieces_of(segmenter, part,
			   str_slice(par->text, part->start, part->end), lang,
			   &sentence->lang);
	par->sentence_count++;
	sentence->id = sentence_id_of(doc, par->id, par->sentence_count);
	sentence->paragraph = paragraph;
	sentence->start = part->start;
	sentence->end = part->end;
	sentence->first_token = doc->tokens.count;
	sentence->token_count = pieces.count;
	add_tokens(segmenter, doc, sentence, pieces);
}

/* Nothing but a forgotten blank lets a sentence begin where one ended. */
static void glue_last(struct document *doc)
{
	doc->tokens.items[doc->tokens.count - 1].flags |= TOKEN_GLUED;
}

/* A paragraph is told by its first sentences. */
static lang_id decide(const struct segmenter *segmenter, lang_id hint)
{
	struct guess_evidence seen;

	if (segmenter->parts.count == 1)
		return languages_decide(segmenter->languages,
					segmenter->pieces.items,
					segmenter->pieces.count,
					&segmenter->parts.items[0].evidence,
					hint, false);
	seen = (struct guess_evidence){ .words = 0 };
	for (size_t i = 0; i < segmenter->parts.count && i < DECIDING; i++)
		guesser_join(&seen, &segmenter->parts.items[i].evidence);
	return languages_decide(segmenter->languages, segmenter->pieces.items,
				segmenter->pieces.count, &seen, hint, false);
}

/* Mostly a paragraph is in the language of the one before: it is split so, and
 * once more where its words tell another one. */
static lang_id split_in_its_language(struct segmenter *segmenter,
				     struct str text, lang_id hint)
{
	lang_id lang = segmenter->forced;

	split_all(segmenter, text, lang != LANG_UND ? lang : hint);
	if (lang != LANG_UND)
		return lang;
	lang = decide(segmenter, hint);
	if (lang != hint)
		split_all(segmenter, text, lang);
	return lang;
}

static lang_id add_paragraph(struct segmenter *segmenter, struct document *doc,
			     size_t paragraph, lang_id hint)
{
	struct paragraph *par = &doc->paragraphs.items[paragraph];
	lang_id lang = split_in_its_language(segmenter, par->text, hint);
	size_t count = segmenter->parts.count;

	par->first_sentence = doc->sentences.count;
	for (size_t i = 0; i < count; i++) {
		const struct segment_part *part = &segmenter->parts.items[i];

		if (i > 0 && part->start == part[-1].end)
			glue_last(doc);
		add_sentence(segmenter, doc, paragraph, part, lang);
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
	LIST_RELEASE(&segmenter->parts);
	LIST_RELEASE(&segmenter->pieces);
	LIST_RELEASE(&segmenter->other);
	LIST_RELEASE(&segmenter->langs);
}
