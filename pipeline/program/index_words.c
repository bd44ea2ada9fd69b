#include "index_words.h"

bool index_words_has(struct words *words, const struct token *token)
{
	return words_is_word(words, token->form);
}

static struct str text_of(struct index_words *list, struct str text)
{
	struct strbuf buf = STRBUF_INIT;
	struct str copy;

	if (text.len == 0)
		return STR_NONE;
	word_index_add_text(&buf, text);
	copy = str_copy(&list->arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return copy;
}

void index_words_add(struct index_words *list, struct document *doc,
		     const struct token *token)
{
	struct words *words = doc->words;
	word_id fold = words_fold(words, token->form);
	struct index_word *word = LIST_ADD(list);
	struct word_texts *texts = &word->texts;

	word->place = (struct place){ token->start, token->end };
	word->token = token;
	texts->form = text_of(list, words_text(words, fold));
	texts->stem = text_of(list, words_text(words, token->stem ? token->stem
								  : fold));
	texts->key = text_of(list, words_text(words, token->key));
	texts->lemma = text_of(list, token_lemma(doc, token));
	texts->lang = words_lang_code(words, token->lang);
}

void index_words_clear(struct index_words *list)
{
	LIST_CLEAR(list);
	arena_clear(&list->arena);
}

void index_words_read(struct index_words *list, struct document *doc,
		      size_t paragraph)
{
	const struct paragraph *par = &doc->paragraphs.items[paragraph];

	index_words_clear(list);
	for (size_t i = 0; i < par->sentence_count; i++) {
		const struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];

		for (size_t k = 0; k < s->token_count; k++) {
			const struct token *token =
				&doc->tokens.items[s->first_token + k];

			if (index_words_has(doc->words, token))
				index_words_add(list, doc, token);
		}
	}
}

void index_words_release(struct index_words *list)
{
	LIST_RELEASE(list);
	arena_release(&list->arena);
}
