#include "token_kinds.h"

#include "hash.h"

static bool is_same(const struct token_kind *a, const struct token_kind *b)
{
	return a->form == b->form && a->stem == b->stem && a->key == b->key &&
	       a->inner == b->inner &&
	       a->lang == b->lang && a->is_lemma == b->is_lemma &&
	       str_equal(a->lemma, b->lemma);
}

static uint32_t hash_of(const struct token_kind *kind)
{
	uint64_t hash = hash_mix(hash_seed, (uint64_t)kind->form << 32 |
						    kind->stem);

	hash = hash_mix(hash, (uint64_t)kind->key << 32 | kind->lang);
	return (uint32_t)hash_mix(hash, (uint64_t)str_hash(kind->lemma) << 1 |
						kind->is_lemma);
}

uint32_t token_kinds_find(struct token_kinds *kinds, struct document *doc,
			  const struct token *token)
{
	struct words *words = doc->words;
	struct token_kind kind = {
		.form = token->form,
		.stem = token->stem || kinds->has_stems
				? token->stem
				: words_fold(words, token->form),
		.key = token->key, .inner = token->inner,
		.lang = words->lang_codes[token->lang],
		.lemma = token->extra ? doc->extras.items[token->extra].lemma
				      : STR_NONE,
		.is_lemma = (token->flags & TOKEN_LEMMA) != 0
	};
	uint32_t *last, hash, number;
	size_t at;

	if (kinds->generation != words->generation)
		token_kinds_forget(kinds);
	kinds->generation = words->generation;
	last = word_cache_at(&kinds->last, words, token->form);
	if (*last > 0 && is_same(&kinds->list.items[*last], &kind))
		return *last;
	at = hash = hash_of(&kind);
	while ((number = slots_next(&kinds->known, hash, &at)) > 0)
		if (is_same(&kinds->list.items[number], &kind))
			return *last = number;
	if (kinds->list.count == 0)
		LIST_ADD(&kinds->list);
	kind.lemma = str_copy(&kinds->arena, kind.lemma);
	*last = (uint32_t)kinds->list.count;
	slots_add(&kinds->known, hash, *last);
	*LIST_ADD(&kinds->list) = kind;
	return *last;
}

void token_kinds_forget(struct token_kinds *kinds)
{
	LIST_CLEAR(&kinds->list);
	arena_clear(&kinds->arena);
	slots_clear(&kinds->known);
	if (kinds->last.count > 0)
		memset(kinds->last.values, 0,
		       kinds->last.count * sizeof *kinds->last.values);
}

void token_kinds_release(struct token_kinds *kinds)
{
	LIST_RELEASE(&kinds->list);
	word_cache_release(&kinds->last);
	slots_release(&kinds->known);
	arena_release(&kinds->arena);
}
