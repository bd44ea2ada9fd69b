#include "pack_kinds.h"

#include "hash.h"

static uint32_t hash_of_form(word_id form)
{
	return (uint32_t)hash_mix(hash_seed, form);
}

static uint32_t hash_of(const struct pack_kind *kind)
{
	uint64_t hash = hash_mix(hash_seed, (uint64_t)kind->form << 32 |
						    kind->stem);

	return (uint32_t)hash_mix(hash, (uint64_t)kind->key << 32 |
			(uint64_t)kind->lang << 1 | kind->is_lemma);
}

struct pack_form *pack_kinds_form(struct pack_kinds *kinds, word_id form)
{
	uint32_t hash = hash_of_form(form), number;
	size_t at = hash;

	if (kinds->forms.count == 0)
		LIST_ADD(&kinds->forms);
	while ((number = slots_next(&kinds->by_form, hash, &at)) > 0)
		if (kinds->forms.items[number].form == form)
			return &kinds->forms.items[number];
	slots_add(&kinds->by_form, hash, (uint32_t)kinds->forms.count);
	*LIST_ADD(&kinds->forms) = (struct pack_form){ form, 0 };
	return &kinds->forms.items[kinds->forms.count - 1];
}

bool pack_kinds_same(const struct pack_kind *a, const struct pack_kind *b)
{
	return a->form == b->form && a->stem == b->stem && a->key == b->key &&
	       a->inner == b->inner && a->lang == b->lang &&
	       a->is_lemma == b->is_lemma;
}

uint32_t pack_kinds_find(const struct pack_kinds *kinds,
			 const struct pack_kind *kind)
{
	uint32_t hash = hash_of(kind), number;
	size_t at = hash;

	while ((number = slots_next(&kinds->known, hash, &at)) > 0)
		if (pack_kinds_same(&kinds->list.items[number], kind))
			break;
	return number;
}

void pack_kinds_add(struct pack_kinds *kinds, struct pack_form *form,
		    const struct pack_kind *kind)
{
	if (kinds->list.count == 0)
		LIST_ADD(&kinds->list);
	form->last = (uint32_t)kinds->list.count;
	slots_add(&kinds->known, hash_of(kind), form->last);
	*LIST_ADD(&kinds->list) = *kind;
}

void pack_kinds_release(struct pack_kinds *kinds)
{
	LIST_RELEASE(&kinds->list);
	LIST_RELEASE(&kinds->forms);
	slots_release(&kinds->by_form);
	slots_release(&kinds->known);
}
