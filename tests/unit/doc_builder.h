/* Small documents for tests, from a compact notation:
 *
 *     [January|date 2022-01], [Orda.kz|outlet orda_kz] was blocked. // It …
 *
 * A mention is [surface|type id]; of date, money and percent the second word
 * is the value. " // " parts sentences. Tokens and stems are those of the
 * languages. */
#ifndef DOC_BUILDER_H
#define DOC_BUILDER_H

#include "document.h"
#include "languages.h"

#include <stdlib.h>

struct doc_note {             /* a mention by its bytes in the paragraph */
	uint32_t start, end;
	struct str type, id;
};
struct doc_notes { struct doc_note *items; size_t count, capacity; };

/* Append the text of a sentence without its marks. */
static inline void doc_read(struct strbuf *text, struct doc_notes *notes,
			    struct str marked)
{
	size_t at = 0;

	while (at < marked.len) {
		size_t open = str_find(marked, STR("["), at);
		size_t close = str_find(marked, STR("]"), open);
		struct str inner, surface, type;
		struct doc_note *note;

		strbuf_add(text, str_slice(marked, at, open));
		if (close == marked.len)
			break;
		inner = str_slice(marked, open + 1, close);
		str_split(&inner, '|', &surface);
		str_split(&inner, ' ', &type);
		note = LIST_ADD(notes);
		note->start = (uint32_t)text->len;
		strbuf_add(text, surface);
		note->end = (uint32_t)text->len;
		note->type = type;
		note->id = inner;
		at = close + 1;
	}
}

static inline void doc_add_tokens(struct document *doc,
				  struct languages *languages, lang_id lang,
				  struct str text, uint32_t offset)
{
	struct pieces pieces = { 0 };

	languages_split(languages, lang, text, &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		*LIST_ADD(&doc->tokens) = (struct token){
			.form = pieces.items[i].form,
			.start = offset + pieces.items[i].start,
			.end = offset + pieces.items[i].end,
			.stem = languages_stem(languages, lang,
					       pieces.items[i].form),
			.lang = lang,
			.flags = pieces.items[i].glued ? TOKEN_GLUED : 0
		};
	free(pieces.items);
}

static inline void doc_add_mention(struct document *doc, size_t sentence,
				   const struct doc_note *note)
{
	const struct sentence *s = &doc->sentences.items[sentence];
	size_t first = s->first_token, end = s->first_token + s->token_count;
	struct mention *mention = LIST_ADD(&doc->mentions);
	struct str id = str_copy(&doc->arena, note->id);

	while (first < end && doc->tokens.items[first].start < note->start)
		first++;
	while (end > first && doc->tokens.items[end - 1].end > note->end)
		end--;
	mention->where = (struct extent){ sentence, first, end };
	if (!mention_types_find(&doc->words->types, note->type,
				&mention->type))
		abort();
	if (mention_type_has_value(mention->type))
		mention->value = id;
	else
		mention->id = id;
}

static inline void doc_add_sentence(struct document *doc,
				    struct languages *languages, lang_id lang,
				    struct strbuf *text, struct str marked)
{
	struct doc_notes notes = { 0 };
	uint32_t start = (uint32_t)text->len;
	size_t number = doc->sentences.count;
	struct sentence *s;

	doc_read(text, &notes, marked);
	s = LIST_ADD(&doc->sentences);
	s->paragraph = doc->paragraphs.count - 1;
	s->start = start;
	s->end = (uint32_t)text->len;
	s->lang = lang;
	s->first_token = doc->tokens.count;
	doc_add_tokens(doc, languages, lang,
		       str_slice(strbuf_view(text), start, text->len), start);
	s->token_count = doc->tokens.count - s->first_token;
	for (size_t i = 0; i < notes.count; i++)
		doc_add_mention(doc, number, &notes.items[i]);
	LIST_RELEASE(&notes);
}

/* Append a paragraph of running text. */
static inline void doc_add(struct document *doc, struct languages *languages,
			   const char *lang, const char *notation)
{
	struct str rest = str_of(notation);
	lang_id code = words_lang(doc->words, str_of(lang));
	struct strbuf text = STRBUF_INIT;
	struct paragraph *paragraph = LIST_ADD(&doc->paragraphs);
	size_t from = 0;

	paragraph->first_sentence = doc->sentences.count;
	while (from < rest.len) {
		size_t end = str_find(rest, STR(" // "), from);

		doc_add_sentence(doc, languages, code, &text,
				 str_slice(rest, from, end));
		if (end < rest.len)
			strbuf_add_char(&text, ' ');
		from = end + 4;
	}
	paragraph->text = str_copy(&doc->arena, strbuf_view(&text));
	paragraph->sentence_count = doc->sentences.count -
				    paragraph->first_sentence;
	strbuf_release(&text);
}

#endif
