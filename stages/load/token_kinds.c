#include "token_kinds.h"

static bool is_same(const struct token_kind *a, const struct token_kind *b)
{
	return a->stem == b->stem && a->key == b->key && a->lang == b->lang &&
	       a->is_lemma == b->is_lemma && str_equal(a->lemma, b->lemma);
}

uint32_t token_kinds_find(struct token_kinds *kinds, struct document *doc,
			  const struct token *token)
{
	struct words *words = doc->words;
	struct token_kind kind = {
		.form = token->form,
		.stem = token->stem ? token->stem
				    : words_fold(words, token->form),
		.key = token->key, .lang = words->lang_codes[token->lang],
		.lemma = token->extra ? doc->extras.items[token->extra].lemma
				      : STR_NONE,
		.is_lemma = (token->flags & TOKEN_LEMMA) != 0
	};
	uint32_t *first;

	if (kinds->generation != words->generation)
		token_kinds_forget(kinds);
	kinds->generation = words->generation;
	first = word_cache_at(&kinds->first, words, token->form);
	for (uint32_t i = *first; i > 0; i = kinds->list.items[i].next)
		if (is_same(&kinds->list.items[i], &kind))
			return i;
	if (kinds->list.count == 0)
		LIST_ADD(&kinds->list);
	kind.lemma = str_copy(&kinds->arena, kind.lemma);
	kind.next = *first;
	*LIST_ADD(&kinds->list) = kind;
	*first = (uint32_t)kinds->list.count - 1;
	return *first;
}

void token_kinds_forget(struct token_kinds *kinds)
{
	LIST_CLEAR(&kinds->list);
	arena_clear(&kinds->arena);
	if (kinds->first.count > 0)
		memset(kinds->first.values, 0,
		       kinds->first.count * sizeof *kinds->first.values);
}

void token_kinds_release(struct token_kinds *kinds)
{
	LIST_RELEASE(&kinds->list);
	word_cache_release(&kinds->first);
	arena_release(&kinds->arena);
}
