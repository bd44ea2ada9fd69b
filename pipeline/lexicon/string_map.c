#include "string_map.h"

#include "hash.h"
#include "utf8.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 64, LONGEST = 128 };

static struct string_map_slot *slot_of(const struct string_map *forms,
				       struct str text, uint32_t hash)
{
	size_t slot = hash & (forms->slot_count - 1);

	while (forms->slots[slot].text.len > 0 &&
	       !str_equal(forms->slots[slot].text, text))
		slot = (slot + 1) & (forms->slot_count - 1);
	return &forms->slots[slot];
}

static void grow(struct string_map *forms)
{
	struct string_map_slot *old = forms->slots;
	size_t old_count = forms->slot_count;

	forms->slot_count = old_count ? old_count * 2 : FIRST_SLOTS;
	forms->slots = memory_get(forms->slot_count * sizeof *forms->slots);
	memset(forms->slots, 0, forms->slot_count * sizeof *forms->slots);
	for (size_t i = 0; i < old_count; i++)
		if (old[i].text.len > 0)
			*slot_of(forms, old[i].text,
				 str_hash(old[i].text)) = old[i];
	free(old);
}

void string_map_add(struct string_map *forms, struct str text, uint32_t value)
{
	struct string_map_slot *form;

	if (text.len == 0 || text.len > LONGEST)
		return;
	if (forms->count * 2 >= forms->slot_count)
		grow(forms);
	form = slot_of(forms, text, str_hash(text));
	if (form->text.len == 0) {
		form->text = str_copy(&forms->arena, text);
		forms->count++;
	}
	form->value |= value;
}

uint32_t string_map_find_hashed(const struct string_map *forms, struct str text,
				uint32_t hash)
{
	if (forms->count == 0 || text.len == 0 || text.len > LONGEST)
		return 0;
	return slot_of(forms, text, hash)->value;
}

uint32_t string_map_find(const struct string_map *forms, struct str text)
{
	return string_map_find_hashed(forms, text, str_hash(text));
}

uint32_t string_map_find_folded(const struct string_map *forms, struct str text,
				struct strbuf *scratch)
{
	if (forms->count == 0 || text.len > LONGEST)
		return 0;
	strbuf_clear(scratch);
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		utf8_add(scratch, c == 0x2019 ? '\'' : utf8_fold_char(c));
	}
	return string_map_find(forms, strbuf_view(scratch));
}

void string_map_release(struct string_map *forms)
{
	free(forms->slots);
	arena_release(&forms->arena);
	*forms = (struct string_map){0};
}
