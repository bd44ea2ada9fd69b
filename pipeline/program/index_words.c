#include "index_words.h"

static bool is_indexed(enum word_kind kind)
{
	return kind == KIND_WORD || kind == KIND_NUMBER ||
	       kind == KIND_ADDRESS || kind == KIND_HANDLE;
}

static struct str term_of(struct index_words *list, struct strbuf *buf,
			  struct str lang, struct str text)
{
	if (text.len == 0)
		return STR_NONE;
	strbuf_clear(buf);
	if (lang.len > 0) {
		word_index_add_term(buf, lang);
		strbuf_add_char(buf, ':');
	}
	word_index_add_term(buf, text);
	return str_copy(&list->arena, strbuf_view(buf));
}

static void add_word(struct index_words *list, struct document *doc,
		     const struct token *token, struct strbuf *buf)
{
	struct words *words = doc->words;
	word_id fold = words_fold(words, token->form);
	struct index_word word = {
		.place = { token->start, token->end }, .token = token
	};

	word.form = term_of(list, buf, STR_NONE, words_text(words, fold));
	word.stem = term_of(list, buf, words_lang_code(words, token->lang),
			    words_text(words, token->stem ? token->stem
							  : fold));
	word.key = term_of(list, buf, STR_NONE, words_text(words, token->key));
	word.lemma = term_of(list, buf, STR_NONE, token_lemma(doc, token));
	*LIST_ADD(list) = word;
}

void index_words_read(struct index_words *list, struct document *doc,
		      size_t paragraph)
{
	const struct paragraph *par = &doc->paragraphs.items[paragraph];
	struct strbuf buf = STRBUF_INIT;

	LIST_CLEAR(list);
	arena_clear(&list->arena);
	for (size_t i = 0; i < par->sentence_count; i++) {
		const struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];

		for (size_t k = 0; k < s->token_count; k++) {
			const struct token *token =
				&doc->tokens.items[s->first_token + k];

			if (is_indexed(words_kind(doc->words, token->form)))
				add_word(list, doc, token, &buf);
		}
	}
	strbuf_release(&buf);
}

void index_words_release(struct index_words *list)
{
	LIST_RELEASE(list);
	arena_release(&list->arena);
}

void index_words_add_phrase(struct strbuf *out, const struct index_words *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct index_word *word = &list->items[i];

		word_index_add_part(out, WORD_FORM, word->form, true);
		word_index_add_part(out, WORD_STEM, word->stem, false);
		if (word->key.len > 0)
			word_index_add_part(out, WORD_KEY, word->key, false);
		if (word->lemma.len > 0)
			word_index_add_part(out, WORD_LEMMA, word->lemma,
					    false);
	}
}
