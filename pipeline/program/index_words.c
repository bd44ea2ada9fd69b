#include "index_words.h"

enum { TOLD_MAX = 4 * WORD_PARTS_MAX, LONGEST_ACRONYM = 8 /* bytes */ };

bool index_words_has(struct words *words, const struct token *token)
{
	return words_is_word(words, token->form);
}

static struct str text_of(struct strbuf *buf, struct str text)
{
	strbuf_clear(buf);
	word_index_add_text(buf, text);
	return strbuf_view(buf);
}

static struct str stem_of(struct strbuf *buf, struct str stem)
{
	strbuf_clear(buf);
	word_index_add_stem(buf, stem);
	return strbuf_view(buf);
}

/* The forms of the parts are the word's own; their stems are told, in the same
 * order, unless somebody has changed either. */
static void add_parts(struct index_words *list, struct strbuf *out,
		      size_t start, struct document *doc,
		      const struct token *token)
{
	struct words *words = doc->words;
	struct str told = words_text(words, token->inner);

	LIST_CLEAR(&list->parts);
	word_parts_find(words, token->form, &list->parts);
	for (size_t i = 0; i < list->parts.count ||
			   (told.len > 0 && i < TOLD_MAX); i++) {
		struct word_texts texts = { .form = STR_NONE };
		struct str part = STR_NONE, stem;

		if (told.len > 0 && str_split(&told, ',', &part)) {
			str_split(&part, ':', &stem);
			texts.stem = stem_of(&list->stem, stem);
			texts.key = text_of(&list->key, part);
		}
		if (i < list->parts.count)
			texts.form = text_of(&list->form, list->parts.items[i]);
		texts.lang = words_lang_code(words, token->lang);
		word_index_add_part(out, start, &texts);
	}
}

/* In a sentence wholly in capitals nothing tells an acronym from the word that
 * looks like it: it is found as both. */
static bool may_be_acronym(struct words *words, word_id form)
{
	uint8_t shape = words_shape(words, form);

	return (shape & SHAPE_ALL_CAPITAL) && !(shape & SHAPE_COMPOUND) &&
	       words_text(words, form).len <= LONGEST_ACRONYM;
}

static void add_capitals(struct index_words *list, struct strbuf *out,
			 size_t start, struct document *doc,
			 const struct token *token)
{
	const struct word_texts texts = {
		.stem = stem_of(&list->stem,
				words_text(doc->words, token->form)),
		.lang = words_lang_code(doc->words, token->lang)
	};

	word_index_add_part(out, start, &texts);
}

void index_words_add(struct index_words *list, struct strbuf *out,
		     struct document *doc, const struct token *token)
{
	struct words *words = doc->words;
	word_id fold = words_fold(words, token->form);
	word_id stem = token->stem || list->has_stems ? token->stem : fold;
	size_t start = out->len;
	struct word_texts texts = {
		.form = text_of(&list->form, words_text(words, fold)),
		.stem = stem_of(&list->stem,
				words_text(words, stem)),
		.key = text_of(&list->key, words_text(words, token->key)),
		.lemma = text_of(&list->lemma, token_lemma(doc, token)),
		.lang = words_lang_code(words, token->lang)
	};

	word_index_add_word(out, &texts);
	if (may_be_acronym(words, token->form))
		add_capitals(list, out, start, doc, token);
	if (token->inner)
		add_parts(list, out, start, doc, token);
}

void index_words_add_all(struct index_words *list, struct strbuf *out,
			 struct document *doc, size_t paragraph)
{
	const struct paragraph *par = &doc->paragraphs.items[paragraph];
	const struct sentence *s = &doc->sentences.items[par->first_sentence];

	for (size_t i = 0; i < par->sentence_count; i++, s++)
		for (size_t k = 0; k < s->token_count; k++) {
			const struct token *token =
				&doc->tokens.items[s->first_token + k];

			if (index_words_has(doc->words, token))
				index_words_add(list, out, doc, token);
		}
}

void index_words_release(struct index_words *list)
{
	LIST_RELEASE(&list->parts);
	strbuf_release(&list->form);
	strbuf_release(&list->stem);
	strbuf_release(&list->key);
	strbuf_release(&list->lemma);
}
