#include "pack_kinds.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1 << 10 };

static size_t slot_of(const struct pack_kinds *kinds, word_id form)
{
	size_t mask = kinds->slot_count - 1;
	size_t slot = form * UINT32_C(2654435769) >> 7 & mask;

	while (kinds->slots[slot].form != 0 && kinds->slots[slot].form != form)
		slot = (slot + 1) & mask;
	return slot;
}

static void grow(struct pack_kinds *kinds)
{
	struct pack_form *old = kinds->slots;
	size_t count = kinds->slot_count;

	kinds->slot_count = count ? count * 2 : FIRST_SLOTS;
	kinds->slots = memory_get_zeroed(kinds->slot_count *
					 sizeof *kinds->slots);
	for (size_t i = 0; i < count; i++)
		if (old[i].form != 0)
			kinds->slots[slot_of(kinds, old[i].form)] = old[i];
	free(old);
}

struct pack_form *pack_kinds_form(struct pack_kinds *kinds, word_id form)
{
	struct pack_form *entry;

	if (kinds->form_count * 2 >= kinds->slot_count)
		grow(kinds);
	entry = &kinds->slots[slot_of(kinds, form)];
	kinds->form_count += entry->form == 0;
	entry->form = form;
	return entry;
}

bool pack_kinds_same(const struct pack_kind *a, const struct pack_kind *b)
{
	return a->stem == b->stem && a->key == b->key && a->lang == b->lang &&
	       a->is_lemma == b->is_lemma;
}

size_t pack_kinds_rank(const struct pack_kinds *kinds,
		       const struct pack_form *form,
		       const struct pack_kind *kind)
{
	size_t rank = 1;

	for (uint32_t i = form->first; i > 0; i = kinds->list.items[i].next) {
		if (pack_kinds_same(&kinds->list.items[i], kind))
			return rank;
		rank++;
	}
	return 0;
}

uint32_t pack_kinds_at(const struct pack_kinds *kinds,
		       const struct pack_form *form, size_t rank)
{
	uint32_t at = form->first;

	while (at > 0 && --rank > 0)
		at = kinds->list.items[at].next;
	return at;
}

void pack_kinds_add(struct pack_kinds *kinds, struct pack_form *form,
		    const struct pack_kind *kind)
{
	uint32_t *last = &form->first, number;

	if (kinds->list.count == 0)
		LIST_ADD(&kinds->list);
	number = (uint32_t)kinds->list.count;
	while (*last > 0)
		last = &kinds->list.items[*last].next;
	*last = number;
	*LIST_ADD(&kinds->list) = *kind;
	kinds->list.items[number].next = 0;
	form->last = number;
}

void pack_kinds_release(struct pack_kinds *kinds)
{
	LIST_RELEASE(&kinds->list);
	free(kinds->slots);
	*kinds = (struct pack_kinds){ .slots = NULL };
}
